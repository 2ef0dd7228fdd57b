"""What came after a cluster: the later events of the person, as far as one follows the other (4.7, 4.9 and 5.5)."""

from dataclasses import dataclass

import polars as pl

from returns.cld.collation import as_compared, says
from returns.figures.persons import PERSON
from returns.reference import pairs

# An event that is no service of the hierarchy.
NO_SERVICE = 99
# An event may start so many days after the last one ended and still follow it.
CHAIN_GAP = 3
SEQUEL = {
    "Event_Start_Date": "sequel_start",
    "Event_End_Date": "sequel_end",
    "event_type": "sequel_type",
    "service_type": "sequel_service",
    "Service_Type": "Sequel_Service",
    "event_outcome": "sequel_outcome",
    "Event_Outcome": "Sequel_Outcome",
    "Record_ID": "Record_ID",
}


@dataclass(frozen=True, kw_only=True)
class Search:
    """How the sequel of one kind of cluster is looked for."""

    # The table whose hierarchy of services is used.
    table: str
    # The first event may start so many days after the cluster.
    first_gap: int
    # Whether an event is of the cluster's own kind: it may be the cluster itself, and another one ends the chain.
    own_kind: pl.Expr


def sequels_of(clusters: pl.DataFrame, events: pl.DataFrame, search: Search, *, corrected: bool) -> pl.DataFrame:
    """Every event that starts on or after the end of the cluster, without the cluster's own (4.7).

    As published it is settled which events are the first before the cluster's own are taken out (4.9 [BUG]), and a
    service already running when the cluster ends is no sequel (4.9 [BUG]).
    """
    beside = clusters.join(events.select(*PERSON, **{name: column for column, name in SEQUEL.items()}), on=PERSON)
    first = (pl.col("sequel_start") == pl.col("sequel_start").min().over("cluster")).alias("first")
    itself = search.own_kind & (
        (pl.col("sequel_start") == pl.col("cluster_start"))
        | (pl.col("sequel_end") == pl.col("cluster_end")).fill_null(False)
    )
    if corrected:
        return _or_running(beside).filter(~itself).with_columns(first)
    return beside.filter(pl.col("sequel_start") >= pl.col("cluster_end")).with_columns(first).filter(~itself)


def _or_running(beside: pl.DataFrame) -> pl.DataFrame:
    """Later events, and services begun during the cluster that still run at its end: they follow on that day."""
    running = (
        says("sequel_type", "Service")
        & (pl.col("sequel_start") >= pl.col("cluster_start"))
        & ((pl.col("sequel_end") >= pl.col("cluster_end")) | pl.col("sequel_end").is_null())
    )
    kept = beside.filter((pl.col("sequel_start") >= pl.col("cluster_end")) | running)
    return kept.with_columns(sequel_start=pl.max_horizontal("sequel_start", "cluster_end"))


def in_scope(sequels: pl.DataFrame, search: Search) -> pl.DataFrame:
    """The sequels that follow: the first soon enough, each after the one before, up to another of the cluster's kind.

    Events that start on one day are let in or left out together. Adds the rank of the service. Where several start on
    one day the published order is open; here none ended comes first, then the earlier end (4.9 [AMB]).
    """
    rows = sequels.sort("cluster", "sequel_start", "sequel_end", nulls_last=False)
    before = pl.when(~_is_new("cluster")).then(pl.col("sequel_end").shift(1))
    gap = (pl.col("sequel_start") - before).dt.total_days()
    rows = rows.with_columns(follows=(~(gap > CHAIN_GAP)).fill_null(True))
    late = (pl.col("sequel_start") - pl.col("cluster_end")).dt.total_days() > search.first_gap
    in_chain = (
        pl.when(pl.col("first") & pl.col("sequel_end").is_null())
        .then(True)
        .when(pl.col("first") & late)
        .then(False)
        .otherwise("follows")
    )
    rows = _so_far(rows, "follows").with_columns(in_chain=in_chain, other=~search.own_kind)
    followed = _so_far(rows, "in_chain", "other").filter("in_chain", "other")
    ranked = followed.with_columns(service_rank=_service_rank(search.table))
    return ranked.with_columns(best_service=pl.col("service_rank").min().over("cluster"))


def _so_far(rows: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """Puts in place of each truth whether all were, from the cluster's first event up to this day, all of the day.

    The rows of a cluster stand together and in order, so it is enough to know where the cluster began and where the
    last untruth stood.
    """
    row = pl.int_range(pl.len())
    first = pl.when(_is_new("cluster")).then(row).forward_fill()
    ends_day = _is_new("cluster", -1) | _is_new("sequel_start", -1)

    def so_far(column: str) -> pl.Expr:
        untrue = pl.when(~pl.col(column)).then(row).forward_fill()
        return pl.when(ends_day).then((untrue < first).fill_null(True)).backward_fill().alias(column)

    return rows.with_columns(so_far(column) for column in columns)


def _is_new(column: str, by: int = 1) -> pl.Expr:
    """Whether the row has another value than the one before it, or behind it; so has the row that has none."""
    return (pl.col(column) != pl.col(column).shift(by)).fill_null(True)


def _service_rank(table: str) -> pl.Expr:
    ranks = {
        as_compared(text): int(rank) for text, rank in pairs("sequel_services", "service_type", "rank", table).items()
    }
    rank = pl.col("sequel_service").cast(pl.String).replace_strict(ranks, default=NO_SERVICE, return_dtype=pl.Int32)
    return rank.fill_null(NO_SERVICE)
