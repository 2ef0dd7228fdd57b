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
    held = {field.name: place for field in spec.fields if (place := places.get(plain(field.heading))) is not None}
    kinds = {field.name: KINDS[field.kind] for field in spec.fields}
    told = texts.select(_told(place).alias(name) for name, place in held.items())
    others = [_read_once(told[field.name], field) for field in spec.fields if field.name in held and _is_read(field)]
    lacking = [pl.lit(None, dtype=kind).alias(name) for name, kind in kinds.items() if name not in held]
    return told.with_columns(*others, *lacking).select(spec.names)


def _is_read(field: Field) -> bool:
    return KINDS[field.kind] != pl.String


def _told(column: str) -> pl.Expr:
    text = pl.col(column).str.strip_chars()
    return pl.when(text != "").then(text)


def _read_once(texts: pl.Series, field: Field) -> pl.Series:
    """A day is told on many rows and slow to read, so each different text is read once."""
    once = texts.unique()
    read = pl.select(_read(pl.lit(once), field)).to_series().alias(field.name)
    beside = texts.to_frame("text").join(
        pl.DataFrame({"text": once, "read": read}), on="text", how="left", maintain_order="left"
    )
    return beside["read"].alias(field.name)


def _read(text: pl.Expr, field: Field) -> pl.Expr:
    if field.kind == "date":
        return pl.coalesce(text.str.to_date(day, strict=False) for day in DAYS)
    return text.cast(KINDS[field.kind], strict=False)
