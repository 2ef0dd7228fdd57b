"""STS001: requests for support from new clients, and what followed each (rule 4)."""

from dataclasses import dataclass

import polars as pl

from returns.cld.collation import as_compared, says
from returns.figures.clusters import at_best_outcome, at_latest_end, numbered, records_of
from returns.figures.counting import Files, counted, records
from returns.figures.events import ST_MAX, services_running
from returns.figures.islands import islands
from returns.figures.persons import PERSON, older, working_age
from returns.figures.sequels import NO_SERVICE, Search, in_scope, sequels_of
from returns.figures.telling import alike_in_print_once, alike_once, lineage, told
from returns.figures.window import NOT_ENDED, Window
from returns.reference import pairs

KIND = "Request"
SEARCH = Search(table="STS001", first_gap=28, own_kind=says("sequel_type", KIND))
# What tells the rows of one cluster apart, beside the cluster.
APART = ("age", "request_route_of_access", "event_outcome")
MAPPING = {as_compared(text): told for text, told in pairs("sequel_mapping", "outcome", "mapping", "STS001").items()}
CODES = pairs("sequel_mapping", "outcome", "code", "STS001")
# The outcomes that end the matter: no further action, and end of life care.
ENDING = tuple(as_compared(text) for text, code in CODES.items() if code == "1")
OTHER, OTHER_MAPPED = "NFA- Other", "No Services Provided - other reason"
UNABLE = "No_Chronology_Unable_To_Classify"


@dataclass(frozen=True)
class Requests:
    """The rows of STS001, and the starts of the ST-Max services that were sequels: the cohort of STS002a."""

    rows: pl.DataFrame
    cohort: pl.DataFrame


def requests(events: pl.DataFrame, window: Window, *, corrected: bool) -> Requests:
    """Each request of a new client that ended in the period, with its outcome or sequel."""
    clusters, behind = new_clients(events, window, corrected=corrected)
    sequels = sequels_of(clusters, events, SEARCH, corrected=corrected)
    followed = in_scope(sequels, SEARCH)
    others = _other_events(followed)
    endings = _endings(others, corrected=corrected)
    kinds = [
        _type_1(clusters, sequels, corrected=corrected),
        _type_2(followed),
        _type_3(endings),
        _type_4(others, endings),
        _type_5(sequels, followed, corrected=corrected),
    ]
    cohort = followed.filter(pl.col("service_rank") == pl.col("best_service"), says("sequel_service", ST_MAX))
    return Requests(
        _printed(lineage(kinds, clusters, behind)), cohort.select(*PERSON, Event_Start_Date="sequel_start").unique()
    )


def sts001(found: Requests) -> Files:
    """The published counts, and one by age and route of access."""
    rows = found.rows.with_columns(Age_Band=_age_band(), Route_of_Access="ROUTE_Of_ACCESS")
    mapped = "FINAL_OUTCOME_MAPPED"
    return {
        "STS001_rows": found.rows,
        "STS001_by_la_outcome_mapped": _requests(rows, ["LA_CODE", mapped]),
        "STS001_by_outcome_recordtype": _requests(rows, ["FINAL_OUTCOME", mapped, "Record_Type"]),
        "STS001_x_la_age_roa_outcome": _requests(rows, ["LA_CODE", "Age_Band", "Route_of_Access", mapped]),
    }


# The requests


def new_clients(events: pl.DataFrame, window: Window, *, corrected: bool) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The clusters of requests of people without long term support at their start, and the records behind each."""
    asked = events.filter(says("event_type", KIND))
    asked = asked.with_columns(start="Event_Start_Date", end=pl.col("Event_End_Date").fill_null(NOT_ENDED))
    together = islands(asked, gap=4, corrected=corrected)
    # 4.4: the period is looked at before the latest end, so a request still open counts with an earlier row's end
    ended = together.filter(pl.col("end").is_between(window.start, window.end))
    clusters = at_latest_end(ended, APART)
    supported = clusters.join(services_running(clusters, events), on=[*PERSON, "island"], how="semi")
    if not corrected:  # 4.5 [BUG]: a request without a route or an outcome equals nothing, so it is never dropped
        supported = supported.drop_nulls(["request_route_of_access", "event_outcome"])
    new = clusters.join(supported, on=[*PERSON, "island", *APART], how="anti", nulls_equal=True)
    best = at_best_outcome(new, ("request_route_of_access",), corrected=corrected)
    return numbered(best), records_of(together)


# What followed, by type of record


def _type_1(clusters: pl.DataFrame, sequels: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """Nothing came after. As published a request without an outcome is always here, whatever came after (4.8 [BUG])."""
    after = sequels.select("cluster").unique()
    nothing = ~pl.col("cluster").is_in(after["cluster"].implode())
    if not corrected:
        nothing |= pl.col("event_outcome").is_null()
    mapped = ("No_Chronology_" + _mapped()).fill_null(UNABLE)
    return told(clusters.filter(nothing), 1, _prefixed("No_Chronology_"), mapped)


def _type_2(followed: pl.DataFrame) -> pl.DataFrame:
    """A service: the best of the whole chain, not its first."""
    best = followed.filter(pl.col("best_service") != NO_SERVICE, pl.col("service_rank") == pl.col("best_service"))
    services = alike_once(best, APART, ["cluster"], pl.col("Sequel_Service").min().cast(pl.String), records())
    return told(services, 2, pl.col("Sequel_Service"), pl.col("Sequel_Service"))


def _other_events(followed: pl.DataFrame) -> pl.DataFrame:
    """Where no service followed, the assessments and reviews that did, alike ones once."""
    others = followed.filter(pl.col("best_service") == NO_SERVICE)
    event = ["cluster", "sequel_type", "sequel_start", "sequel_end", "sequel_outcome"]
    return alike_once(others, APART, event, pl.col("Sequel_Outcome").min().cast(pl.String), records())


def _endings(others: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """The events with the latest end on which one says that the matter ended; how many tell of it is counted.

    As published all events with that end are in the pool, and two that agree are a conflict (4.11 [BUG]).
    """
    ending = others.filter(pl.col("sequel_outcome").is_in(ENDING))
    ends = ending.group_by("cluster").agg(pl.col("sequel_end").max())
    pool = others.join(ends, on=["cluster", "sequel_end"], how="semi", nulls_equal=True)
    if not corrected:
        return pool.with_columns(told=pl.len().over("cluster"))
    agreed = pool.filter(pl.col("sequel_outcome").is_in(ENDING))
    return agreed.with_columns(told=pl.col("sequel_outcome").n_unique().over("cluster"))


def _type_3(endings: pl.DataFrame) -> pl.DataFrame:
    """No service, but an outcome that ends the matter."""
    alone = pl.col("told") == 1
    outcome = pl.when(alone).then("Sequel_Outcome").otherwise(pl.lit(OTHER))
    mapped = pl.when(alone).then(_mapped("sequel_outcome")).otherwise(pl.lit(OTHER_MAPPED))
    return alike_in_print_once(told(endings, 3, outcome, mapped), APART[:2])


def _type_4(others: pl.DataFrame, endings: pl.DataFrame) -> pl.DataFrame:
    """Neither: the outcome of the request itself."""
    left = alike_once(others.join(endings, on="cluster", how="anti"), APART, ["cluster"])
    ended = pl.col("event_outcome").is_in(ENDING).fill_null(False)
    mapped = pl.when(ended).then("No Service Found_" + _mapped()).otherwise(pl.lit("No Service Found"))
    return told(left, 4, _prefixed("No Service Found_"), mapped)


def _type_5(sequels: pl.DataFrame, followed: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """Events came after, too late or behind another request: the outcome of the request itself.

    As published a request without an outcome is here whatever followed (4.8 [BUG]), and one whose outcome is in no
    mapping has nothing as its category, other than in type 1 (4.8 [BUG]).
    """
    dates = ["cluster_start", "cluster_end"]
    same = [*PERSON, *dates, "event_outcome"]
    out = sequels.join(followed, on=same, how="anti", nulls_equal=corrected)
    once = alike_once(out, APART, dates, pl.col("cluster").unique().alias("clusters"))
    mapped = "No_Chronology_" + _mapped()
    return told(once, 5, _prefixed("No_Chronology_"), mapped.fill_null(UNABLE) if corrected else mapped)


def _mapped(key: str = "event_outcome") -> pl.Expr:
    return pl.col(key).cast(pl.String).replace_strict(MAPPING, default=None, return_dtype=pl.String)


def _prefixed(prefix: str) -> pl.Expr:
    return prefix + pl.col("Event_Outcome").cast(pl.String)


# In print


def _printed(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.rename({"LA_Code": "LA_CODE", "age": "AGE", "Request_Route_of_Access": "ROUTE_Of_ACCESS"})


def _requests(rows: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    return counted(rows, by, "Requests", people=False)


def _age_band() -> pl.Expr:
    return (
        pl.when(working_age("AGE"))
        .then(pl.lit("18-64"))
        .when(older("AGE"))
        .then(pl.lit("65+"))
        .otherwise(pl.lit("under 18"))
    )
