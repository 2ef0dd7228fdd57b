"""Whom an event is about: the person's columns of Client Level Data, as they are recorded."""

import polars as pl

from returns.cld.events.period import Period

# Told of people who use services, and left blank for carers.
ONLY_SERVICE_USERS = (
    "employment_status",
    "autism",
    "visual_impairment",
    "hearing_impairment",
    "dementia",
    "client_funding_status",
)


def people_told(people: pl.DataFrame, period: Period) -> pl.DataFrame:
    """The people with the number they go by, and no death that the period had not seen."""
    return people.with_columns(council_number(), period.if_happened("date_of_death"))


def council_number() -> pl.Expr:
    """The council's own identifier of a person; where casework has none, the reference of this product.

    Source: Client Level Data specification, LA Person Unique Identifier (stable from file to file).
    """
    own = pl.when(pl.col("council_identifier") != "").then("council_identifier")
    return pl.coalesce(own, "person").alias("council_number")


def only_of_service_users() -> list[pl.Expr]:
    """Columns that do not apply to carers, blank on their rows. Source: the specification's client types."""
    user = pl.col("client_type") == "Service user"
    return [pl.when(user).then(pl.col(name)).alias(name) for name in ONLY_SERVICE_USERS]
