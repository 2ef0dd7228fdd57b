"""What is last known of a person's home or work: latest start, known before unknown, doubt told as Unknown (8, 9)."""

import polars as pl

from returns.cld.collation import as_compared, says
from returns.figures.counting import records, records_of_all
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
    told = told.with_columns(pl.col(status, key).cast(pl.String), several=several)
    doubtful = told.filter("several").group_by(*PERSON, "gender").agg(pl.col("Gender").min(), records_of_all())
    doubtful = doubtful.with_columns(pl.lit(UNKNOWN).alias(status), pl.lit(as_compared(UNKNOWN)).alias(key))
    certain = told.filter(~pl.col("several")).select(*PERSON, "gender", "Gender", status, key, "record_ids")
    return pl.concat([certain, doubtful.select(certain.columns)])


def in_list(key: str, values: tuple[str, ...]) -> pl.Expr:
    """Whether the text, without spaces at either end, is in the list; not for nothing."""
    trimmed = pl.col(key).cast(pl.String).str.strip_chars(" ")
    return trimmed.is_in([value.lower() for value in values]).fill_null(False)
