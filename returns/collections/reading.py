"""A file of another return as frames: the texts of its cells by field, and what they are read as.

In a frame that was read each field stands under its name: a day, a number, a list of values, or a text; nothing where
the cell is blank or holds what cannot be read.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from returns.cld.columns import plain
from returns.cld.dates import DAYS, TIMES
from returns.collections.specification import Collection
from returns.intake.door import Table, open_file
from returns.intake.kinds import refusal
from returns.intake.limits import Limits
from returns.specification import Field

SEVERAL = ";"
# With fewer of its fields the first row is no row of headings of the return.
LEAST_SHARE_KNOWN = 0.3
NUMBER = r"^-?[0-9]+(\.[0-9]{1,2})?$"
WHOLE = r"^-?[0-9]+$"


def places_of(collection: Collection, headings: Sequence[str], path: Path) -> Mapping[str, int]:
    """Where each field stands, the first of its name. Raises UnusableInput where it is a file of something else."""
    places = {plain(heading): place for place, heading in reversed(list(enumerate(headings)))}
    found = {name: places[plain(name)] for name in collection.names if plain(name) in places}
    if len(found) < max(2, LEAST_SHARE_KNOWN * len(collection.names)):
        told = f"has {len(found)} of the {len(collection.names)} columns of {collection.title}: it is another file."
        raise refusal(path, told)
    return found


def texts_of(collection: Collection, table: Table, places: Mapping[str, int]) -> pl.DataFrame:
    """Every row with its number in the file and each field as text, as written; a field that is not there is blank."""
    days = [places[field.name] for field in collection.of_kind("date") if field.name in places]
    found = [
        (pl.col(str(places[name])).cast(pl.String) if name in places else pl.lit(None, pl.String)).alias(name)
        for name in collection.names
    ]
    schema = {"row": pl.UInt32, **dict.fromkeys(collection.names, pl.String)}
    batches = [batch.select(pl.col("row").cast(pl.UInt32), *found) for batch in table.batches((), days)]
    return pl.concat([pl.DataFrame(schema=schema), *batches])


def rows_of_file(collection: Collection, path: Path, limits: Limits) -> pl.DataFrame:
    """The rows of a file as texts, blanks as empty texts: what a round keeps of it."""
    with open_file(path, limits=limits) as table:
        texts = texts_of(collection, table, places_of(collection, table.headings, path))
    return texts.with_columns(pl.col("row").cast(pl.Int64), pl.col(collection.names).fill_null(""))


def without_blanks(collection: Collection, texts: pl.DataFrame) -> pl.DataFrame:
    """The texts without the spaces around them; nothing where there is nothing, or the word NULL."""
    text = pl.col(collection.names).str.strip_chars()
    return texts.with_columns(pl.when(~text.is_in(["", "NULL"])).then(text).name.keep())


def read(collection: Collection, texts: pl.DataFrame) -> pl.DataFrame:
    """The rows as what they say. Other columns, such as the number of the record, stay as they are."""
    bare = without_blanks(collection, texts)
    return bare.with_columns(_read(field).alias(field.name) for field in collection.specification.fields)


def _read(field: Field) -> pl.Expr:
    text = pl.col(field.name)
    if field.kind == "date":
        return day(text)
    if field.kind == "number":
        return pl.when(text.str.contains(NUMBER)).then(text.cast(pl.Float64, strict=False))
    if field.kind == "whole number":
        return pl.when(text.str.contains(WHOLE)).then(text.cast(pl.Int64, strict=False))
    if field.kind == "several":
        return several(text)
    return text


def day(text: pl.Expr) -> pl.Expr:
    """The day in a cell, in any way councils write one; nothing where it is none."""
    moments = [text.str.to_datetime(form + time, time_unit="us", strict=False) for form in DAYS for time in TIMES]
    return pl.coalesce([text.str.to_date(form, strict=False) for form in DAYS] + [one.dt.date() for one in moments])


def several(text: pl.Expr) -> pl.Expr:
    """The values of a cell that may hold more than one, each once."""
    parts = text.str.split(SEVERAL).list.eval(pl.element().str.strip_chars())
    return parts.list.eval(pl.element().filter(pl.element() != "")).list.unique(maintain_order=True)
