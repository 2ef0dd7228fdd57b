"""Urgent support that started before verification is a Service of its own: emergency support, commissioned by the week.

It runs until the council ended it or its package started. Source: Care Act 2014 s.19(3).
"""

import polars as pl

from returns.cld.events.lineage import act_of
from returns.cld.events.period import Period
from returns.cld.events.support import CLIENTS

# Where the council's days begin and end.
COUNCILS_CLOCK = "Europe/London"


def urgent_support_events(
    urgent: pl.DataFrame, people: pl.DataFrame, acts: pl.DataFrame, period: Period
) -> pl.DataFrame:
    """A row for each urgent support of the period."""
    given = urgent.join(people.select("person_id", "date_of_death"), on="person_id").with_columns(ends_on=urgent_end())
    given = given.with_columns(period.if_happened("ends_on")).filter(period.active_within("starts_on", "ends_on"))
    return act_of(given, acts, "start_urgent_support", "plan").select(
        "person_id",
        "act",
        "plan",
        record=pl.format("{}/urgent/{}", "plan", "urgent"),
        client_type=pl.col("kind_of_plan").replace_strict(CLIENTS, return_dtype=pl.String),
        event_type=pl.lit("Service"),
        event_reference=pl.format("{}/urgent/{}", "plan", "urgent"),
        event_start_date="starts_on",
        event_end_date="ends_on",
        event_description=pl.lit("Urgent support before verification"),
        event_outcome=outcome_of_urgent_support(),
        service_type=pl.lit("Short term support: Other short term"),
        service_component=pl.lit("Emergency support"),
        delivery_mechanism=pl.lit("CASSR commissioned support"),
        unit_cost=pl.col("weekly"),
        cost_frequency=pl.lit("Weekly"),
        planned_units=pl.lit(1.0),
    )


def urgent_end() -> pl.Expr:
    """The first of: the day it was ended, the day its package started, the day the person died; never before it began.

    A package started later than urgent support ended does not end it again.
    """
    ended_on = on_the_councils_clock("ended_at")
    by_package = pl.when(ended_on.is_not_null()).then("package_starts_on")
    return pl.max_horizontal(pl.min_horizontal(ended_on, by_package, "date_of_death"), _started_if(ended_on))


def on_the_councils_clock(moment: str) -> pl.Expr:
    """The day of a moment, where the council is."""
    return pl.col(moment).dt.convert_time_zone(COUNCILS_CLOCK).dt.date()


def _started_if(ended_on: pl.Expr) -> pl.Expr:
    return pl.when(ended_on.is_not_null() | pl.col("date_of_death").is_not_null()).then("starts_on")


def outcome_of_urgent_support() -> pl.Expr:
    """It goes on, ended with the person's death, led to the package, or ended otherwise."""
    return (
        pl.when(pl.col("ends_on").is_null())
        .then(pl.lit("service_goes_on"))
        .when(pl.col("ends_on") == pl.col("date_of_death"))
        .then(pl.lit("deceased"))
        .when(pl.col("package_starts_on").is_not_null())
        .then(pl.lit("support_planning"))
        .otherwise(pl.lit("ended_otherwise"))
    )
