"""An assessment with its determination is an Assessment, completed when both are.

Without a determination there is no outcome to tell, so it waits for a later file; a refusal that ends the duty is an
outcome of its own. Source: Care Act 2014 ss.9-11, 13; Client Level Data guidance Release 1 (completed only).
"""

import polars as pl

from returns.cld.events.lineage import act_of
from returns.cld.events.period import Period

CLIENTS = {"adult": "Service user", "carer": "Unpaid carer"}
ENDS_THE_DUTY = "ends_the_duty"


def assessment_events(assessments: pl.DataFrame, acts: pl.DataFrame, period: Period) -> pl.DataFrame:
    """A row for each assessment completed in the period."""
    completed = assessments.with_columns(ends_on=completed_when(), event_outcome=outcome_of_assessment()).filter(
        pl.col("event_outcome").is_not_null(), period.ended_within("ends_on")
    )
    return _with_its_act(completed, acts).select(
        "person_id",
        "act",
        "event_outcome",
        "assessment_type",
        record="assessment",
        client_type=pl.col("kind").replace_strict(CLIENTS, return_dtype=pl.String),
        event_type=pl.lit("Assessment"),
        event_reference="assessment",
        event_start_date="started_on",
        event_end_date="ends_on",
        eligible_needs=eligible_needs_identified(),
        method_of_assessment="method",
    )


def completed_when() -> pl.Expr:
    """The later of the day the assessment was completed and the day of the determination."""
    return pl.max_horizontal("completed_on", "determined_on")


def outcome_of_assessment() -> pl.Expr:
    """Eligible needs lead to support planning; none, to the written advice of s.13(5); refused, to nothing more."""
    return (
        pl.when(pl.col("refusal") == ENDS_THE_DUTY)
        .then(pl.lit("declined"))
        .when("eligible")
        .then(pl.lit("support_planning"))
        .when(~pl.col("eligible"))
        .then(pl.lit("advice"))
    )


def eligible_needs_identified() -> pl.Expr:
    """What the determination found: eligible needs, only others, or none. Blank where nothing was determined."""
    return (
        pl.when("eligible")
        .then(pl.lit("Eligible needs identified"))
        .when(~pl.col("eligible") & pl.col("found_needs"))
        .then(pl.lit("Non-eligible needs identified"))
        .when(~pl.col("eligible"))
        .then(pl.lit("No needs identified"))
    )


def _with_its_act(completed: pl.DataFrame, acts: pl.DataFrame) -> pl.DataFrame:
    """The determination completes an assessment; where there is none, its recording did."""
    found = act_of(completed, acts, "determine_eligibility", "assessment")
    for kind, verb in (("adult", "record_assessment"), ("carer", "record_carer_assessment")):
        recorded = act_of(completed.filter(pl.col("kind") == kind).select("assessment"), acts, verb, "assessment")
        found = found.join(recorded.rename({"act": "recorded"}), on="assessment", how="left")
        found = found.with_columns(act=pl.coalesce("act", "recorded")).drop("recorded")
    return found
