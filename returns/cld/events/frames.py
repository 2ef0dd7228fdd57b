"""Rows of the database as a polars frame: one query, read in chunks, never a list of records."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

import polars as pl
from django.db.models import QuerySet

CHUNK = 20_000
PENCE = pl.Decimal(14, 2)
MOMENT = pl.Datetime("us", "UTC")
# By column: what it is read from, and what it holds.
Columns = Mapping[str, tuple[str, Any]]


def frame_of(rows: QuerySet[Any], columns: Columns) -> pl.DataFrame:
    """The rows with these columns under these names, in the order of the query. One query, however many rows."""
    schema = {name: kind for name, (_, kind) in columns.items()}
    told = rows.values_list(*(path for path, _ in columns.values())).iterator(chunk_size=CHUNK)
    return pl.concat(chain([pl.DataFrame(schema=schema)], _chunks(told, schema)))


def _chunks(told: Iterator[tuple[Any, ...]], schema: Mapping[str, Any]) -> Iterator[pl.DataFrame]:
    while several := list(islice(told, CHUNK)):
        yield pl.DataFrame(several, schema=dict(schema), orient="row")
