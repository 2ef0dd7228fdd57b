"""Who may be drawn into a survey, out of Client Level Data: people with long-term support on a day, and carers.

Source: data/collections.csv. The day of the extract, and how far back a carer's assessment, review or support counts,
are not confirmed; twelve months are taken.
"""

from datetime import date

import polars as pl

from returns.collections.asking import years_between
from returns.collections.reading import day
from returns.figures.window import year_after

SETTINGS = {
    "long term support: nursing care": "Nursing",
    "long term support: residential care": "Residential",
    "long term support: community": "Community",
}
# Where somebody has support in several, the first here counts.
ORDER = ["Nursing", "Residential", "Community"]
ADULT = 18
CARER_EVENTS = {"assessment": "Assessed", "review": "Reviewed", "service": "Supported"}
# A carer known by association has no assessment, review or support of their own.
CARERS = ["carer", "unpaid carer"]
PERSON = "LA Person Unique Identifier"


def users_frame(rows: pl.DataFrame, on: date) -> pl.DataFrame:
    """Each adult with long-term support funded or arranged by the council on the day, once.

    `rows` are Client Level Data as texts, by the names of its fields.
    """
    told = _told(rows, on).filter(_lowered("Event Type") == "service", _begins("Client Type", "service user"))
    told = told.with_columns(Setting=_lowered("Service Type").replace_strict(SETTINGS, default=None))
    open_on = (pl.col("start") <= on) & (pl.col("end").is_null() | (pl.col("end") >= on))
    placed = told.filter(open_on, pl.col("Setting").is_not_null(), pl.col("Age") >= ADULT)
    reason = pl.when(_begins("Primary Support Reason", "learning disability")).then(pl.lit("Learning disability"))
    first = pl.col("Setting").replace_strict(ORDER, range(len(ORDER)), return_dtype=pl.Int64)
    ordered = placed.with_columns(
        pl.col(PERSON).alias("Person reference"),
        reason.otherwise(pl.lit("Other")).alias("Primary support reason"),
        first=first,
    ).sort("Person reference", "first", "Primary support reason", "Age")
    once = ordered.unique("Person reference", keep="first", maintain_order=True)
    return once.select("Person reference", "Age", "Primary support reason", "Setting")


def carers_frame(rows: pl.DataFrame, on: date) -> pl.DataFrame:
    """Each adult carer who was assessed, reviewed or supported in the twelve months to the day, once."""
    told = _told(rows, on).filter(_lowered("Client Type").is_in(CARERS))
    given = _lowered("Event Type").replace_strict(CARER_EVENTS, default=None)
    told = told.with_columns(given.alias("Support given"))
    since = year_after(on, -1)
    recent = (pl.col("start") <= on) & (pl.col("end").is_null() | (pl.col("end") > since))
    placed = told.filter(recent, pl.col("Support given").is_not_null(), pl.col("Age") >= ADULT)
    ordered = placed.with_columns(pl.col(PERSON).alias("Person reference")).sort(
        "Person reference", "Support given", "Age"
    )
    once = ordered.unique("Person reference", keep="first", maintain_order=True)
    return once.select("Person reference", "Age", "Support given")


def _told(rows: pl.DataFrame, on: date) -> pl.DataFrame:
    """The rows with their days, and the age on the day; nobody who had died by then, or without a reference."""
    named = rows.with_columns(
        start=day(pl.col("Event Start Date")),
        end=day(pl.col("Event End Date")),
        died=day(pl.col("Date of Death")),
        Age=years_between(day(pl.col("Date of Birth")), pl.lit(on)),
    )
    return named.filter(pl.col(PERSON).fill_null("") != "", pl.col("died").is_null() | (pl.col("died") > on))


def _lowered(column: str) -> pl.Expr:
    return pl.col(column).str.strip_chars().str.to_lowercase()


def _begins(column: str, *texts: str) -> pl.Expr:
    return pl.any_horizontal(_lowered(column).str.starts_with(text) for text in texts).fill_null(value=False)
