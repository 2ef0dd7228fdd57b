"""What is last known of a person's home or work: latest start, known before unknown, doubt told as Unknown (8, 9)."""

import polars as pl

from returns.cld.collation import compared, says
from returns.figures.counting import records
from returns.figures.persons import PERSON, of_a_council

UNKNOWN = "Unknown"


def latest_status(rows: pl.DataFrame, status: str, *, within: tuple[str, ...], corrected: bool) -> pl.DataFrame:
    """One row for each person of a council and gender: the status on the rows with the latest start.

    `within` is what the latest start is looked for in. A person whose rows tell two genders has a row for each.
    """
    key = status.lower()
    left = rows.filter(pl.col("Event_Start_Date") == pl.col("Event_Start_Date").max().over(within))
    left = left.filter(of_a_council()).with_columns(known=(~says(key, UNKNOWN)).fill_null(False))
    left = left.filter(pl.col("known") == pl.col("known").max().over(PERSON))
    told = left.group_by(*PERSON, "gender", key).agg(pl.col("Gender").min(), pl.col(status).min(), records())
    several = pl.len().over(*PERSON, "gender") > 1
    if not corrected:  # 8 [BUG]: two rows without a gender never equal each other, so both stay
        several &= pl.col("gender").is_not_null()
    settled = told.with_columns(
        pl.when(several).then(pl.lit(UNKNOWN)).otherwise(pl.col(status).cast(pl.String)).alias(status)
    )
    return (
        settled.with_columns(compared(status).alias("_status"))
        .group_by(*PERSON, "gender", "_status")
        .agg(
            pl.col("Gender").min(),
            pl.col(status).min(),
            pl.col("record_ids").list.explode(empty_as_null=False, keep_nulls=False).unique().sort(),
        )
    )


def in_list(key: str, values: tuple[str, ...]) -> pl.Expr:
    """Whether the text, without spaces at either end, is in the list; not for nothing."""
    trimmed = pl.col(key).cast(pl.String).str.strip_chars(" ")
    return trimmed.is_in([value.lower() for value in values]).fill_null(False)
