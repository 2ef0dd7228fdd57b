"""A charge the council decided rests on a financial assessment: an Assessment of that type, completed by the decision.

It tells no outcome and no method. A charge waived, or replaced by a later one after it was decided, was assessed all
the same. Source: Care Act 2014 s.17; Client Level Data guidance Release 1 (a financial assessment has no outcome).
"""

import polars as pl

from returns.cld.events.lineage import act_of
from returns.cld.events.period import Period
from returns.cld.events.requests import client_of_request
from returns.cld.events.urgent_support import on_the_councils_clock


def financial_assessment_events(
    charges: pl.DataFrame, people: pl.DataFrame, acts: pl.DataFrame, period: Period
) -> pl.DataFrame:
    """A row for each charge decided in the period, from the day it was worked out."""
    dated = charges.with_columns(
        starts_on=on_the_councils_clock("calculated_at"), ends_on=on_the_councils_clock("decided_at")
    )
    decided = dated.filter(period.ended_within("ends_on")).join(
        people.select("person_id", "client_type"), on="person_id"
    )
    return act_of(decided, acts, "decide_charge", "charge").select(
        "person_id",
        "act",
        record="charge",
        client_type=client_of_request(),
        event_type=pl.lit("Assessment"),
        event_reference="charge",
        event_start_date="starts_on",
        event_end_date="ends_on",
        assessment_type=pl.lit("Financial assessment"),
    )


def people_with_funding(people: pl.DataFrame, charges: pl.DataFrame, period: Period) -> pl.DataFrame:
    """The people, with the funding status that their last charge says where none is recorded.

    Source: Client Level Data guidance Release 1 (the status is taken from the financial assessment alone).
    """
    dated = charges.with_columns(decided_on=on_the_councils_clock("decided_at"))
    known = dated.filter(pl.col("decided_on") <= period.last).sort("decided_at", "charge")
    charged = known.group_by("person_id").last().select("person_id", by_charge=funding_status())
    recorded = pl.when(pl.col("client_funding_status") != "").then("client_funding_status")
    told = people.join(charged, on="person_id", how="left")
    return told.with_columns(client_funding_status=pl.coalesce(recorded, "by_charge")).drop("by_charge")


def funding_status() -> pl.Expr:
    """Who pays nothing is funded by the council, who pays the whole cost by themselves, anybody else by both."""
    return (
        pl.when(pl.col("weekly") == 0)
        .then(pl.lit("Fully social care funded"))
        .when(pl.col("weekly") >= pl.col("weekly_cost"))
        .then(pl.lit("Fully client funded"))
        .otherwise(pl.lit("Joint client and social care funded"))
    )
