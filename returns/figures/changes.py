"""What the corrected method changes, figure by figure, and which faults it mends."""

import polars as pl

from returns.figures.counting import Files
from returns.reference import rows_of

# Numbers that name a figure and are not one.
NAMES_A_FIGURE = ("Record_Type",)


def faults_mended(table: str) -> list[str]:
    """The numbers of the rules whose faults are mended for this table, each once (data/mended_faults.csv)."""
    told = [row["rule"] for row in rows_of("mended_faults") if table in row["tables"].split() or row["tables"] == "all"]
    return list(dict.fromkeys(told))


def changes(published: Files, corrected: Files) -> pl.DataFrame:
    """A row for each figure that is not the same by both methods: its file, what it is of, and both values."""
    figures = {row["file"].removesuffix(".csv") for row in rows_of("figure_files") if row["kind"] == "figures"}
    parts = [_of_file(name, published[name], corrected[name]) for name in sorted(figures & set(published))]
    return pl.concat(parts).sort("file", "figure", "measure")


def _of_file(name: str, published: pl.DataFrame, corrected: pl.DataFrame) -> pl.DataFrame:
    keys = [column for column in published.columns if _names_a_figure(published, column)]
    before, after = (
        _long(frame, keys, method) for frame, method in ((published, "published"), (corrected, "corrected"))
    )
    both = before.join(after, on=["figure", "measure"], how="full", coalesce=True)
    changed = both.filter(pl.col("published").ne_missing(pl.col("corrected")))
    return changed.select(pl.lit(name).alias("file"), "figure", "measure", "published", "corrected")


def _names_a_figure(frame: pl.DataFrame, column: str) -> bool:
    return frame[column].dtype in (pl.String, pl.Categorical) or column in NAMES_A_FIGURE


def _long(frame: pl.DataFrame, keys: list[str], method: str) -> pl.DataFrame:
    """One row a figure: what it is of, in words, and its value as printed."""
    named = [pl.format("{} {}", pl.lit(key), pl.col(key).cast(pl.String).fill_null("(blank)")) for key in keys]
    values = [column for column in frame.columns if column not in keys]
    worded = frame.select(
        pl.concat_str(named, separator="; ").alias("figure"), *(pl.col(value).cast(pl.String) for value in values)
    )
    return worded.unpivot(values, index="figure", variable_name="measure", value_name=method)
