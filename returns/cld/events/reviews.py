"""A review of a package in force, begun and concluded by acts of the register, is a Review.

Source: Care Act 2014 s.27; Client Level Data guidance Release 1 (completed reviews only; a review that changes the
support progresses to support planning, one that does not says so).
"""

from datetime import timedelta

import polars as pl

from returns.cld.events.period import Period
from returns.cld.events.support import CLIENTS
from returns.cld.events.urgent_support import on_the_councils_clock

CONCLUDED = ("conclude_review", "end_package")
PLANNED = "Planned"
# A change asked for in so many days after a review came of it.
CAME_OF_IT = timedelta(days=28)


def review_events(acts: pl.DataFrame, changes: pl.DataFrame, packages: pl.DataFrame, period: Period) -> pl.DataFrame:
    """A row for each review concluded in the period. `packages` says whose each plan is, an adult's or a carer's."""
    concluded = reviews_concluded(acts).filter(period.ended_within("ends_on")).join(packages, on="plan")
    return concluded.with_columns(event_outcome=outcome_of_review(led_to_a_change(concluded, changes))).select(
        "person_id",
        "act",
        "plan",
        "package",
        "event_outcome",
        record=pl.format("{}/review/{}", "plan", "act"),
        client_type=pl.col("kind_of_plan").replace_strict(CLIENTS, return_dtype=pl.String),
        event_type=pl.lit("Review"),
        event_reference=pl.format("{}/review/{}", "plan", "act"),
        event_start_date="starts_on",
        event_end_date="ends_on",
        # A review begun before the reason was asked is the package's own, which is the planned one.
        review_reason=pl.col("review_reason").fill_null(PLANNED),
        outcomes_achieved="outcomes_achieved",
        method_of_review="method_of_review",
    )


def reviews_concluded(acts: pl.DataFrame) -> pl.DataFrame:
    """Each beginning of a review with what ended it: the next act on the same plan that can."""
    of_reviews = acts.filter(pl.col("verb").is_in(["review_plan", *CONCLUDED])).sort("subject", "act")
    begun = of_reviews.with_columns(
        began=pl.col("verb").shift(1).over("subject"),
        starts_on=pl.col("acted_on").shift(1).over("subject"),
        review_reason=pl.col("review_reason").shift(1).over("subject"),
    )
    return begun.filter(pl.col("verb").is_in(CONCLUDED), pl.col("began") == "review_plan").select(
        "act",
        "verb",
        "starts_on",
        "review_reason",
        "outcomes_achieved",
        "method_of_review",
        plan="subject",
        ends_on="acted_on",
    )


def outcome_of_review(led_to_change: pl.Series) -> pl.Expr:
    """The support ended, or is planned anew, or goes on as it was."""
    return (
        pl.when(pl.col("verb") == "end_package")
        .then(pl.lit("ended_otherwise"))
        .when(led_to_change)
        .then(pl.lit("support_planning"))
        .otherwise(pl.lit("no_change"))
    )


def led_to_a_change(concluded: pl.DataFrame, changes: pl.DataFrame) -> pl.Series:
    """For each review, whether a change of the package was asked for within 28 days after it."""
    asked = changes.select("plan", asked_on=on_the_councils_clock("requested_at"))
    soon = concluded.select("act", "plan", "ends_on").join(asked, on="plan")
    soon = soon.filter(pl.col("asked_on").is_between(pl.col("ends_on"), pl.col("ends_on") + CAME_OF_IT))
    return concluded["act"].is_in(soon["act"].unique().to_list())
