"""From lineage to figures: one row a person or cluster, counted by what is compared and printed as written."""

from collections.abc import Sequence

import polars as pl

from returns.cld.collation import compared

Files = dict[str, pl.DataFrame]


def records() -> pl.Expr:
    """The Record IDs of a group of rows, each once. They are put in order where they are written."""
    return pl.col("Record_ID").unique().alias("record_ids")


def records_of_all() -> pl.Expr:
    """The Record IDs of a group of rows that have several each, each once."""
    return pl.col("record_ids").list.explode(keep_nulls=False, empty_as_null=False).unique()


def counted(lineage: pl.DataFrame, by: Sequence[str], name: str, *, people: bool = True) -> pl.DataFrame:
    """How many people (each once), or how many rows, there are for each combination of values."""
    keys = {f"_{column}": compared(column) if _is_text(lineage, column) else pl.col(column) for column in by}
    what = pl.col("ID").n_unique() if people else pl.len()
    groups = lineage.with_columns(**keys).group_by(list(keys))
    return groups.agg(*(pl.col(column).min() for column in by), what.alias(name)).select(*by, name)


def _is_text(lineage: pl.DataFrame, column: str) -> bool:
    return lineage[column].dtype in (pl.String, pl.Categorical)
