"""Rows of the database as a polars frame: one query, read in chunks, never a list of records.

Days and money are asked for as the database's own texts and numbers, and read by column: made one by one into Python's
dates and decimals they took most of the time.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

import polars as pl
from django.db.models import F, FloatField, QuerySet, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

CHUNK = 20_000
MONEY, DAY = pl.Float64, pl.Date
MOMENT = pl.Datetime("us", "UTC")
# By column: what it is read from, and what it holds.
Columns = Mapping[str, tuple[str, Any]]


def frame_of(rows: QuerySet[Any], columns: Columns) -> pl.DataFrame:
    """The rows with these columns under these names, in the order of the query. One query, however many rows."""
    asked = [_asked(path, kind) for path, kind in columns.values()]
    read_as = {name: pl.String if kind == DAY else kind for name, (_, kind) in columns.items()}
    told = rows.values_list(*asked).iterator(chunk_size=CHUNK)
    texts = pl.concat(chain([pl.DataFrame(schema=read_as)], _chunks(told, read_as)))
    return texts.with_columns(
        pl.col(name).str.to_date("%Y-%m-%d") for name, (_, kind) in columns.items() if kind == DAY
    )


def _asked(path: str, kind: Any) -> Combinable:
    if kind == DAY:
        return Cast(F(path), TextField())
    if kind == MONEY:
        return Cast(F(path), FloatField())
    return F(path)


def _chunks(told: Iterator[tuple[Any, ...]], schema: Mapping[str, Any]) -> Iterator[pl.DataFrame]:
    while several := list(islice(told, CHUNK)):
        yield pl.DataFrame(several, schema=dict(schema), orient="row")
