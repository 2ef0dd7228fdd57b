"""When two texts are the same: as the centre's database compares them, case and trailing spaces aside (rule 0.7).

Every text column comes twice. The column with capitals (`Service_Type`) is the text as the council wrote it, and is
what is printed. The one in small letters (`service_type`) is the text as it is compared, and is what is filtered,
joined and grouped by. A hyphen and an en dash stay different.
"""

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


def with_compared(frame: pl.DataFrame, column: str, name: str) -> pl.DataFrame:
    """Adds the compared form of a text column. Each different text is looked at once, not each row."""
    texts = frame.select(pl.col(column).unique().drop_nulls())
    keys = texts.with_columns(compared(column).cast(pl.Categorical).alias(name))
    return frame.join(keys, on=column, how="left", maintain_order="left")


def in_one_spelling(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """Rewrites a column so that texts compared as the same are written the same: as the first in order of letters."""
    texts = frame.select(pl.col(column).unique().drop_nulls())
    keys = texts.with_columns(compared(column).alias("key"))
    chosen = keys.with_columns(pl.col(column).cast(pl.String).min().over("key").cast(pl.Categorical).alias("one"))
    if chosen.filter(pl.col("one") != pl.col(column)).is_empty():
        return frame
    one = frame.join(chosen.select(column, "one"), on=column, how="left", maintain_order="left")
    return one.drop(column).rename({"one": column})
