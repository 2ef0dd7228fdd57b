"""The columns of Client Level Data: which the figures read, under which name, and which table needs them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from returns.reference import rows_of


@dataclass(frozen=True)
class Column:
    """One field of the specification, and what the figures make of it; `column` is empty where they do not read it."""

    field: str
    column: str
    kind: str
    needed_by: frozenset[str]


COLUMNS = tuple(
    Column(row["field"], row["column"], row["kind"], frozenset(row["needed_by"].split()))
    for row in rows_of("cld_columns")
)
READ = tuple(column for column in COLUMNS if column.column)
TEXTS = tuple(column.column for column in READ if column.kind == "text")


def plain(heading: str) -> str:
    """A heading without case, spaces, underscores or other marks: councils write the same heading in several ways."""
    return re.sub(r"[\W_]+", "", heading).lower()


def found_in(headings: Iterable[str]) -> Mapping[str, int]:
    """Where each known field stands among a file's headings, by field."""
    places = {plain(heading): place for place, heading in reversed(list(enumerate(headings)))}
    return {column.field: places[plain(column.field)] for column in COLUMNS if plain(column.field) in places}


def needed_for(tables: Iterable[str]) -> list[Column]:
    """The columns without which one of these tables cannot be computed."""
    asked = {"all", *tables}
    return [column for column in READ if column.needed_by & asked]
