"""Requests, or periods of ST-Max, put together, each with its last outcome (rules 4.3, 4.4, 4.6 and 5.2 to 5.4)."""

import polars as pl

from returns.cld.collation import as_compared
from returns.figures.counting import records
from returns.figures.persons import PERSON, of_a_council
from returns.reference import rows_of

ISLAND = (*PERSON, "island")
# An outcome the hierarchy does not know.
UNRANKED = 99
# What is printed of a text that is compared without its case.
SHOWN = {"event_outcome": "Event_Outcome", "request_route_of_access": "Request_Route_of_Access"}


def at_latest_end(rows: pl.DataFrame, told_apart_by: tuple[str, ...]) -> pl.DataFrame:
    """The rows of each island with its latest end, alike rows once; that end is the cluster's end."""
    latest = rows.filter(pl.col("end") == pl.col("end").max().over(ISLAND))
    shown = [pl.col(SHOWN[key]).min() for key in told_apart_by if key in SHOWN]
    once = latest.group_by(*ISLAND, *told_apart_by).agg(
        pl.col("cluster_start").first(), pl.col("end").first().alias("cluster_end"), *shown
    )
    return once.sort(*ISLAND, *told_apart_by)


def numbered(clusters: pl.DataFrame) -> pl.DataFrame:
    """The same with one whole number for each cluster: the rows of a cluster share it."""
    return clusters.with_columns(cluster=pl.struct(ISLAND).rank("dense"))


def records_of(rows: pl.DataFrame) -> pl.DataFrame:
    """The records of each island, those of all its rows."""
    return rows.group_by(ISLAND).agg(records())


def at_best_outcome(clusters: pl.DataFrame, tied_by: tuple[str, ...], *, corrected: bool) -> pl.DataFrame:
    """The rows of each cluster at its lowest rank of outcome (4.6).

    As published a join of the table with itself makes n times n rows of n that tie, and loses requests that have no
    route; mended, each cluster keeps one row, the first by outcome and then by what else tells them apart.
    """
    best = _ranked(clusters, corrected=corrected).filter(of_a_council())
    best = best.filter(pl.col("outcome_rank") == pl.col("outcome_rank").min().over(ISLAND)).drop("outcome_rank")
    if corrected:
        order = [*ISLAND, "Event_Outcome", *(column for column in clusters.columns if column not in ISLAND)]
        return best.sort(list(dict.fromkeys(order)), nulls_last=True).unique(ISLAND, keep="first", maintain_order=True)
    joined = best.filter(pl.col(column).is_not_null() for column in tied_by) if tied_by else best
    copies = joined.with_columns(copy=pl.int_ranges(0, pl.len().over(*ISLAND, *tied_by)))
    return copies.explode("copy", empty_as_null=False).drop("copy")


def _ranked(clusters: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """The rank of each outcome; as published three are spelled otherwise than in the specification and rank last."""
    spelled = "corrected_outcome" if corrected else "outcome"
    ranks = {as_compared(row[spelled]): int(row["rank"]) for row in rows_of("outcome_hierarchy")}
    rank = pl.col("event_outcome").cast(pl.String).replace_strict(ranks, default=UNRANKED, return_dtype=pl.Int32)
    return clusters.with_columns(outcome_rank=rank.fill_null(UNRANKED))
