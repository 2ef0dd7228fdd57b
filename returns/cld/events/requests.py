"""A contact with the single access point is a Request, begun and completed on the day it was made.

Its route and its outcome were recorded with it, so there is no contact that waits. Source: Client Level Data guidance
Release 1 (an initial contact is a Request, also where it was a first conversation); data/contact_outcomes.csv.
"""

import polars as pl

from returns.cld.events.lineage import act_of
from returns.cld.events.period import Period
from returns.reference import pairs

ASSOCIATED, CARER = "Unpaid carer known by association", "Unpaid carer"


def request_events(
    contacts: pl.DataFrame, people: pl.DataFrame, support: pl.DataFrame, acts: pl.DataFrame, period: Period
) -> pl.DataFrame:
    """A row for each contact made in the period."""
    made = contacts.filter(period.ended_within("made_on")).join(
        people.select("person_id", "client_type"), on="person_id", how="left"
    )
    return act_of(made, acts, "record_contact", "contact").select(
        "person_id",
        "act",
        record="contact",
        client_type=client_of_request(),
        event_type=pl.lit("Request"),
        event_reference="contact",
        event_start_date="made_on",
        event_end_date="made_on",
        event_description=first_words(),
        event_outcome=outcome_of_request(had_support_that_day(made, support)),
        route_of_access="route_of_access",
    )


def client_of_request() -> pl.Expr:
    """Who asks is no longer only known by association."""
    return pl.col("client_type").replace({ASSOCIATED: CARER})


def first_words() -> pl.Expr:
    """What came of it in the product's own words, where the outcome does not say; never what was written of it."""
    told = {"immediate_support": "Immediate support", "clinic": "Clinic"}
    return pl.col("outcome").replace_strict(told, default=None, return_dtype=pl.String)


def outcome_of_request(had_support: pl.Series) -> pl.Expr:
    """Who already had support is assessed again. Only Release 1 tells the two apart."""
    outcome = pl.col("outcome").replace_strict(
        pairs("contact_outcomes", "contact_outcome", "event_outcome"), default=None, return_dtype=pl.String
    )
    return pl.when((outcome == "assessment") & had_support).then(pl.lit("reassessment")).otherwise(outcome)


def had_support_that_day(made: pl.DataFrame, support: pl.DataFrame) -> pl.Series:
    """For each contact, whether a service of the person was running on its day."""
    numbered = made.select("person_id", "made_on").with_row_index("contact_number")
    running = numbered.join(support.select("person_id", "starts_on", "ends_on"), on="person_id").filter(
        pl.col("starts_on") < pl.col("made_on"), pl.col("ends_on").is_null() | (pl.col("ends_on") >= pl.col("made_on"))
    )
    return numbered["contact_number"].is_in(running["contact_number"].unique().to_list()).alias("had_support")
