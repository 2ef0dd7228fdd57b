"""Carers and the support they were given: the people of LTS003, and of ASCOF 3D (rules 7, 10 and 0.5)."""

import polars as pl

from returns.cld.collation import says
from returns.figures.counting import Files, counted, records
from returns.figures.persons import BORN_UNKNOWN, PERSON, age_on, identified, of_a_council
from returns.figures.settings import active
from returns.figures.window import Window
from returns.reference import rows_of

EVENTS = ("Request", "Assessment", "Service", "Review")
ADVICE = "NFA - Information & Advice / Signposting only"
DIRECT = "Carer Support: Direct to Carer"
INVOLVING = "Carer Support: Support involving the person cared-for"
SUPPORT = {row["support"]: int(row["rank"]) for row in rows_of("carer_support")}
PAYMENT, BUDGET, COMMISSIONED, UNKNOWN_MECHANISM, INFORMATION, NO_DIRECT = SUPPORT


def lts003(submission: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """Carers supported in the period, each once at the best rank of support."""
    rows = carers(submission, window, corrected=corrected).with_columns(Support_Provided=_support())
    best = at_best_support(rows)
    people = best.group_by(*PERSON, "Support_Provided").agg(records())
    aged = best.with_columns(Ageband_Of_Carer=_age_band())
    return {
        "LTS003_persons": people,
        # a carer of two councils is counted once here
        "LTS003_total": counted(people, ["Support_Provided"], "Carers"),
        "LTS003_x_by_la": counted(people, ["LA_Code", "Support_Provided"], "Carers"),
        # the query of the published script, with the columns it comments out put back (rule 7)
        "LTS003_by_ageband": counted(aged, ["Ageband_Of_Carer", "Support_Provided"], "Carers"),
    }


def carers(submission: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    """The rows of carers in the period that tell of support, with the carer's age."""
    no_service = pl.col("service_type").is_null()
    tells_of_support = (
        (no_service & says("event_outcome", ADVICE))
        | says("service_type", DIRECT, INVOLVING)
        | (says("event_type", "Assessment", "Review") & no_service)
    )
    rows = submission.filter(
        says("client_type", "Carer", "Carer known by association"),
        *active(window.start, window.end),
        says("event_type", *EVENTS),
        tells_of_support,
    )
    born = pl.col("born").fill_null(BORN_UNKNOWN)
    return identified(rows, corrected=corrected).with_columns(born=born).with_columns(age=age_on(window.end))


def _support() -> pl.Expr:
    """The support a row tells of (rule 7)."""
    direct = says("service_type", DIRECT)
    return (
        pl.when(direct & says("delivery_mechanism", "Direct Payment"))
        .then(pl.lit(PAYMENT))
        .when(direct & says("delivery_mechanism", "CASSR Managed Personal Budget"))
        .then(pl.lit(BUDGET))
        .when(direct & says("delivery_mechanism", "CASSR Commissioned support"))
        .then(pl.lit(COMMISSIONED))
        .when(direct)
        .then(pl.lit(UNKNOWN_MECHANISM))
        .otherwise(without_direct_support())
    )


def without_direct_support() -> pl.Expr:
    """What a row tells of that is no service straight to the carer; nothing for a service without a type."""
    looked_at = says("event_type", "Assessment", "Review")
    return (
        pl.when(says("service_type", INVOLVING))
        .then(pl.lit(NO_DIRECT))
        .when(looked_at & says("event_outcome", ADVICE))
        .then(pl.lit(INFORMATION))
        .when(looked_at)
        .then(pl.lit(NO_DIRECT))
        .when(says("event_type", "Request"))
        .then(pl.lit(INFORMATION))
    )


def at_best_support(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of each carer that tell of the best rank of support; a row that tells of none is left out."""
    ranked = rows.with_columns(rank=pl.col("Support_Provided").replace_strict(SUPPORT, return_dtype=pl.Int32))
    return ranked.filter(of_a_council(), pl.col("rank") == pl.col("rank").min().over(PERSON))


def _age_band() -> pl.Expr:
    bands = [
        pl.when(pl.col("age").is_between(int(row["youngest"] or -1000), int(row["oldest"] or 1000))).then(
            pl.lit(row["label"])
        )
        for row in rows_of("carer_ages")
    ]
    return pl.coalesce(pl.when(pl.col("born") == BORN_UNKNOWN).then(pl.lit("Unknown")), *bands)
