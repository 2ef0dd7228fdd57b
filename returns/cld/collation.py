"""When two texts are the same: as the centre's database compares them, case and trailing spaces aside (rule 0.7).

Every text column comes twice. The column with capitals (`Service_Type`) is the text as the council wrote it, and is
what is printed. The one in small letters (`service_type`) is the text as it is compared, and is what is filtered,
joined and grouped by. A hyphen and an en dash stay different.
"""

from collections.abc import Callable
from typing import cast

import polars as pl


def as_compared(text: str) -> str:
    """The text with case and trailing spaces taken out of account."""
    return text.rstrip(" ").lower()


def compared(column: str) -> pl.Expr:
    """The same, for a whole column."""
    return pl.col(column).cast(pl.String).str.strip_chars_end(" ").str.to_lowercase()


def says(column: str, *texts: str) -> pl.Expr:
    """Whether a compared column holds one of these texts. Nothing where the column holds nothing, as in SQL."""
    return pl.col(column).is_in([as_compared(text) for text in texts])


def of_each_text(column: pl.Series, read: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """What `read` makes of a column whose texts are held once: it is given each different text once, as texts."""
    texts = column.unique().drop_nulls()
    # A text held once is a number; the place of each number among the texts.
    numbers = texts.to_physical()
    highest = cast("int", numbers.max() or 0)
    places = pl.repeat(None, highest + 1, dtype=pl.UInt32, eager=True)
    places = places.scatter(numbers, pl.int_range(texts.len(), dtype=pl.UInt32, eager=True))
    return read(texts.cast(pl.String)).gather(places.gather(column.to_physical())).alias(column.name)


def with_compared(frame: pl.DataFrame, column: str) -> pl.Series:
    """The compared form of a text column, under its name in small letters."""
    return of_each_text(frame[column], _compared_once).alias(column.lower())


def _compared_once(texts: pl.Series) -> pl.Series:
    return texts.str.strip_chars_end(" ").str.to_lowercase().cast(pl.Categorical)


def in_one_spelling(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """Rewrites a column so that texts compared as the same are written the same: as the first in order of letters."""
    texts = pl.DataFrame({"text": frame[column].unique().drop_nulls().cast(pl.String)})
    if texts.select(compared("text")).to_series().n_unique() == texts.height:
        return frame
    chosen = texts.with_columns(one=pl.col("text").min().over(compared("text")))
    other = chosen.filter(pl.col("one") != pl.col("text"))
    return frame.with_columns(
        pl.col(column).cast(pl.String).replace(other["text"], other["one"]).cast(frame[column].dtype)
    )
