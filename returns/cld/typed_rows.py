"""Rows of texts, under whatever headings a file had, as rows of the specification, each column in its own kind."""

import polars as pl

from returns.cld.columns import plain
from returns.cld.events.compiling import KINDS
from returns.specification import Field, Specification

# Days as councils write them.
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M")


def typed_rows(texts: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """The same rows in the columns of the specification, by its names; a column the file has not is blank.

    What is not a day or a number is blank here: the check of the file has said so.
    """
    places = {plain(heading): heading for heading in reversed(texts.columns)}
    return texts.select(_typed(field, places.get(plain(field.heading))) for field in spec.fields)


def _typed(field: Field, heading: str | None) -> pl.Expr:
    if heading is None:
        return pl.lit(None, dtype=KINDS[field.kind]).alias(field.name)
    text = pl.col(heading).str.strip_chars()
    told = pl.when(text != "").then(text)
    if field.kind == "date":
        return pl.coalesce(told.str.to_date(day, strict=False) for day in DAYS).alias(field.name)
    return told.cast(KINDS[field.kind], strict=False).alias(field.name)
