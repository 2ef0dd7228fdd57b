"""STS002a and b, and ASCOF 2A: periods of short term support to maximise independence (rules 5 and 6)."""

import polars as pl

from returns.cld.collation import as_compared, says
from returns.figures.clusters import ISLAND, at_best_outcome, at_latest_end, numbered
from returns.figures.counting import Files, counted, records, records_of_all
from returns.figures.events import ST_MAX, services_running
from returns.figures.islands import islands
from returns.figures.percentages import percentage, side_by_side
from returns.figures.persons import PERSON
from returns.figures.sequels import NO_SERVICE, Search, in_scope, sequels_of
from returns.figures.settings import alive_on
from returns.figures.telling import alike_in_print_once, alike_once, lineage, told
from returns.figures.window import NOT_ENDED, Window
from returns.reference import pairs, rows_of

SEARCH = Search(table="STS002a", first_gap=3, own_kind=says("sequel_service", ST_MAX).fill_null(False))
APART = ("event_outcome",)
MAPPING = {as_compared(text): told for text, told in pairs("sequel_mapping", "outcome", "mapping", "STS002a").items()}
OTHER, OTHER_MAPPED = "NFA- Other", "No services provided – other"
# 5.9 [BUG]: with a hyphen, so that it is a category of its own and none of ASCOF 2A
OTHER_WITH_HYPHEN = "No services provided - other"
UNABLE = "No_Chronology_Unable_To_Classify"
PLANNED = "Service ended as planned"


# STS002a


def what_followed(events: pl.DataFrame, cohort: pl.DataFrame, window: Window, *, corrected: bool) -> pl.DataFrame:
    """Each period of ST-Max that followed a request of STS001 and ended in the period, with what came after it."""
    given = events.join(cohort, on=[*PERSON, "Event_Start_Date"], how="semi")
    periods, behind = _periods(given, window, corrected=corrected)
    clusters = numbered(at_best_outcome(periods, (), corrected=corrected))
    sequels = sequels_of(clusters, events, SEARCH, corrected=corrected)
    followed = in_scope(sequels, SEARCH)
    others = _other_events(followed)
    endings = _endings(others, corrected=corrected)
    kinds = [
        _type_1(clusters, sequels, corrected=corrected),
        _type_2(followed),
        _type_3(endings),
        _type_4(others, endings, corrected=corrected),
        _type_5(sequels, followed, corrected=corrected),
    ]
    return lineage(kinds, clusters, behind)


def sts002a(rows: pl.DataFrame) -> Files:
    """The published counts of what followed ST-Max."""
    mapped = "FINAL_OUTCOME_MAPPED"
    by_type = ["FINAL_OUTCOME", mapped, "Record_Type"]
    return {
        "STS002a_rows": rows,
        "STS002a_by_la_outcome_mapped": counted(rows, ["LA_Code", mapped], "ST_Max", people=False),
        "STS002a_by_outcome_recordtype": counted(rows, by_type, "ST_Max", people=False),
    }


def ascof_2a(rows: pl.DataFrame, *, corrected: bool) -> Files:
    """New clients whose ST-Max was not followed by long term support, of those for whom it is known (5, end).

    As published a category with No_Chronology_ before it is never one of these (5 [BUG/AMB]).
    """
    category = pl.col("FINAL_OUTCOME_MAPPED")
    known = rows.with_columns(category=category.str.strip_prefix("No_Chronology_") if corrected else category)
    counts = [
        counted(known.filter(_in_2a(numerator=numerator)), ["LA_Code"], f"ASCOF_2A_{name}", people=False)
        for name, numerator in (("DENOMINATOR", False), ("NUMERATOR", True))
    ]
    outcome = percentage("ASCOF_2A_NUMERATOR", "ASCOF_2A_DENOMINATOR").alias("Outcome_pct")
    return {"ASCOF_2A": side_by_side(*counts).with_columns(outcome), "ASCOF_2A_rows": rows}


def _in_2a(*, numerator: bool) -> pl.Expr:
    outcomes = [row["outcome"].lower() for row in rows_of("ascof_2a_outcomes") if row["numerator"] or not numerator]
    return pl.col("category").str.to_lowercase().is_in(outcomes)


# STS002b


def sts002b(events: pl.DataFrame, window: Window, *, corrected: bool) -> Files:
    """Every period of ST-Max that ended in the period, of people who had long term support when it began (6).

    As published one without an outcome is lost, and person and number are run together before they are counted.
    """
    periods, behind = _periods(events, window, corrected=corrected)
    existing = periods.join(services_running(periods, events), on=ISLAND, how="semi")
    if not corrected:
        existing = existing.filter(pl.col("event_outcome").is_not_null())
    clusters = existing.select(
        *ISLAND, Cluster_Start_Date="cluster_start", Cluster_End_Date="cluster_end", ST_MAX_COUNT="island"
    ).unique()
    together = pl.col("ID").cast(pl.String) + pl.col("ST_MAX_COUNT").cast(pl.String)
    counts = clusters.group_by("LA_Code").agg(
        (pl.len() if corrected else together.n_unique()).alias("ST_Max_Existing_Clients")
    )
    return {"STS002b": counts, "STS002b_clusters": clusters.join(behind, on=ISLAND, how="left")}


# The periods


def _periods(events: pl.DataFrame, window: Window, *, corrected: bool) -> tuple[pl.DataFrame, pl.DataFrame]:
    """ST-Max services that follow each other within a day, put together, which ended in the period; and the records.

    Here the latest end is looked for first, and the period after (5.3): what is still open is out.
    """
    given = events.filter(says("event_type", "Service"), says("service_type", ST_MAX), alive_on(window.start))
    dates = {"start": "Event_Start_Date", "end": pl.col("Event_End_Date").fill_null(NOT_ENDED)}
    once = given.with_columns(**dates).group_by(*PERSON, "start", "end", "event_outcome")
    alike = once.agg(pl.col("Event_Outcome").min(), records())
    together = islands(alike, gap=1, corrected=corrected)
    behind = together.group_by(ISLAND).agg(records_of_all())
    ended = pl.col("cluster_end").is_between(window.start, window.end)
    return at_latest_end(together, APART).filter(ended), behind


# What followed, by type of record


def _type_1(clusters: pl.DataFrame, sequels: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """Nothing came after; as published also whatever has no outcome (4.8 [BUG])."""
    nothing = ~pl.col("cluster").is_in(sequels["cluster"].unique().implode())
    if not corrected:
        nothing |= pl.col("event_outcome").is_null()
    return told(alike_once(clusters.filter(nothing), APART, ["cluster"]), 1, _prefixed("No_Chronology_"), _unfollowed())


def _type_2(followed: pl.DataFrame) -> pl.DataFrame:
    """A service: the best of the whole chain."""
    best = followed.filter(pl.col("best_service") != NO_SERVICE, pl.col("service_rank") == pl.col("best_service"))
    service = [pl.col("Sequel_Service").min().cast(pl.String), pl.col("sequel_service").first()]
    services = alike_once(best, APART, ["cluster"], *service, records())
    return told(services, 2, pl.col("Sequel_Service"), _mapped("sequel_service"))


def _other_events(followed: pl.DataFrame) -> pl.DataFrame:
    """Where no service followed, the other events that did, alike ones once."""
    others = followed.filter(pl.col("best_service") == NO_SERVICE)
    event = ["cluster", "sequel_type", "sequel_start", "sequel_end", "sequel_outcome"]
    return alike_once(others, APART, event, pl.col("Sequel_Outcome").min().cast(pl.String), records())


def _endings(others: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """The events with no further action and the latest end of such; how many tell of it is counted (5.8)."""
    ending = others.filter(_no_further_action("sequel_outcome"))
    ends = ending.group_by("cluster").agg(pl.col("sequel_end").max())
    pool = ending.join(ends, on=["cluster", "sequel_end"], how="semi", nulls_equal=True)
    # 4.11 [BUG]: two that agree are a conflict
    return pool.with_columns(told=(pl.col("sequel_outcome").n_unique() if corrected else pl.len()).over("cluster"))


def _type_3(endings: pl.DataFrame) -> pl.DataFrame:
    """No service, but no further action; an outcome that is in no mapping has no category."""
    alone = pl.col("told") == 1
    outcome = pl.when(alone).then("Sequel_Outcome").otherwise(pl.lit(OTHER))
    mapped = pl.when(alone).then(_mapped("sequel_outcome")).otherwise(pl.lit(OTHER_MAPPED))
    return alike_in_print_once(told(endings, 3, outcome, mapped), ())


def _type_4(others: pl.DataFrame, endings: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """Neither: the outcome of the ST-Max itself, here without a word before its category (5.9)."""
    left = alike_once(others.join(endings, on="cluster", how="anti"), APART, ["cluster"])
    mapped = (
        pl.when(_no_further_action("event_outcome"))
        .then(_mapped())
        .when(says("event_outcome", PLANNED))
        .then(pl.lit(OTHER_MAPPED if corrected else OTHER_WITH_HYPHEN))
        .otherwise(pl.lit("No Service Found"))
    )
    return told(left, 4, _prefixed("No Service Found_"), mapped)


def _type_5(sequels: pl.DataFrame, followed: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """Events came after, too late or behind another ST-Max; as published also where there is no outcome."""
    same = [*PERSON, "cluster_start", "cluster_end", "event_outcome"]
    out = sequels.join(followed, on=same, how="anti", nulls_equal=corrected)
    return told(alike_once(out, APART, ["cluster"]), 5, _prefixed("No_Chronology_"), _unfollowed())


def _no_further_action(key: str) -> pl.Expr:
    return pl.col(key).cast(pl.String).str.starts_with("nfa").fill_null(False)


def _unfollowed() -> pl.Expr:
    """The category where nothing that counts came after (5.7)."""
    return (
        pl.when(says("event_outcome", PLANNED))
        .then(pl.lit(OTHER_MAPPED))
        .otherwise(("No_Chronology_" + _mapped()).fill_null(UNABLE))
    )


def _mapped(key: str = "event_outcome") -> pl.Expr:
    return pl.col(key).cast(pl.String).replace_strict(MAPPING, default=None, return_dtype=pl.String)


def _prefixed(prefix: str) -> pl.Expr:
    return prefix + pl.col("Event_Outcome").cast(pl.String)
