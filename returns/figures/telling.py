"""The rows in which STS001 and STS002a tell what became of each cluster, with the records behind each row."""

from collections.abc import Sequence

import polars as pl

from returns.figures.clusters import ISLAND, SHOWN
from returns.figures.counting import records, records_of_all
from returns.figures.persons import PERSON


def alike_once(rows: pl.DataFrame, apart: Sequence[str], keys: Sequence[str], *more: pl.Expr) -> pl.DataFrame:
    """Rows that these keys do not tell apart, as one."""
    shown = [pl.col(SHOWN[key]).min() for key in apart if key in SHOWN]
    return rows.group_by(*PERSON, *apart, *keys).agg(*shown, *more)


def told(rows: pl.DataFrame, kind: int, outcome: pl.Expr, mapped: pl.Expr) -> pl.DataFrame:
    """The rows with their outcome, its category and the type of record; of one cluster each, if of no more."""
    if "clusters" not in rows.columns:
        rows = rows.with_columns(clusters=pl.concat_list("cluster"))
    return rows.with_columns(
        FINAL_OUTCOME=outcome, FINAL_OUTCOME_MAPPED=mapped, Record_Type=pl.lit(kind, dtype=pl.Int32)
    )


def alike_in_print_once(rows: pl.DataFrame, apart: Sequence[str]) -> pl.DataFrame:
    """Rows printed alike as one, also where they tell of two clusters of a person (4.11, 5.8)."""
    shown = [pl.col(SHOWN[key]).min() for key in apart if key in SHOWN]
    printed = rows.with_columns(printed=pl.col("FINAL_OUTCOME").str.to_lowercase())
    return printed.group_by(*PERSON, *apart, "printed").agg(
        *shown,
        pl.col("FINAL_OUTCOME", "FINAL_OUTCOME_MAPPED").min(),
        pl.col("Record_Type").first(),
        pl.col("clusters").list.explode(keep_nulls=False, empty_as_null=False).unique(),
        records_of_all(),
    )


def lineage(parts: Sequence[pl.DataFrame], clusters: pl.DataFrame, behind: pl.DataFrame) -> pl.DataFrame:
    """All rows, one under another, each with the records of its clusters and of the events that decided it."""
    none = pl.lit([], dtype=pl.List(behind.schema["record_ids"].inner))  # type: ignore[attr-defined]
    full = [part if "record_ids" in part.columns else part.with_columns(record_ids=none) for part in parts]
    columns = [column for column in full[0].columns if all(column in part.columns for part in full)]
    rows = pl.concat([part.select(columns) for part in full]).with_row_index("row")
    of_cluster = clusters.select("cluster", *ISLAND).unique().join(behind, on=ISLAND).select("cluster", "record_ids")
    own = rows.select("row", cluster="clusters").explode("cluster", empty_as_null=False).join(of_cluster, on="cluster")
    every = pl.concat([own.select("row", "record_ids"), rows.select("row", "record_ids")])
    together = (
        every.explode("record_ids", keep_nulls=False, empty_as_null=False)
        .rename({"record_ids": "Record_ID"})
        .group_by("row")
        .agg(records())
    )
    return rows.drop("record_ids").join(together, on="row", how="left").drop("row", "clusters")
