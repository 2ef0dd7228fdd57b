"""Values of Release 2 read as the values of Release 1 that the published method knows.

The published scripts are of Release 1: to them a value that only Release 2 has is no value at all. How each is read
stands in data/release_2_readings.csv with its source; what has no equal stays as it was written, and is counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import polars as pl

from returns.cld.collation import as_compared, says, with_compared
from returns.reference import rows_of


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: the readings of every event, those of one kind of event, and the values that have none."""

    name: str
    readings: Mapping[str, str]
    of_events: Mapping[str, Mapping[str, str]]
    without: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Told:
    """By column, how many rows hold a value that only Release 2 has: read as one of Release 1, and left as it is."""

    read: Mapping[str, int]
    left: Mapping[str, Mapping[str, int]]

    @property
    def number_read(self) -> int:
        return sum(self.read.values())

    @property
    def number_left(self) -> int:
        return sum(sum(values.values()) for values in self.left.values())

    def as_content(self) -> dict[str, object]:
        """The same as plain JSON values."""
        return {"read": dict(self.read), "left": {column: dict(values) for column, values in self.left.items()}}


@cache
def columns() -> tuple[Column, ...]:
    """Every column with values that the two releases write otherwise."""
    told = rows_of("release_2_readings")
    return tuple(_column(name, [row for row in told if row["column"] == name]) for name in _names(told))


def _names(told: Iterable[Mapping[str, str]]) -> list[str]:
    return list(dict.fromkeys(row["column"] for row in told))


def _column(name: str, rows: list[Mapping[str, str]]) -> Column:
    first, second = (_listed(rows[0]["list"], release) for release in ("1", "2"))
    if rows[0]["release_2"]:
        pairs = [(row["release_2"], row["release_1"]) for row in rows if not row["event_type"]]
    else:  # the two lists in their order; Release 1 may have more at the end
        pairs = list(zip(second, first, strict=False))
    of_events: dict[str, dict[str, str]] = {}
    for row in (row for row in rows if row["event_type"]):
        of_events.setdefault(row["event_type"], {})[as_compared(row["release_2"])] = row["release_1"]
    known = {as_compared(value) for value in first} | {as_compared(value) for value, _ in pairs}
    return Column(
        name=name,
        readings={as_compared(value): reading for value, reading in pairs},
        of_events=of_events,
        without={as_compared(value): value for value in second if as_compared(value) not in known},
    )


def _listed(name: str, release: str) -> list[str]:
    of_the_list = (row for row in rows_of("cld_code_lists") if (row["list"], row["release"]) == (name, release))
    return [row["value"] for row in of_the_list]


def as_release_1(rows: pl.DataFrame) -> tuple[pl.DataFrame, Told]:
    """The rows with each value of Release 2 as one of Release 1, and what was read and left.

    A value both releases have but for its capitals is written as in Release 1.
    """
    told = values_of_release_2(rows)
    for column in columns():
        rows = _read(rows, column)
    return rows, told


def values_of_release_2(rows: pl.DataFrame) -> Told:
    """How many rows hold a value that only Release 2 has, by column; nothing is changed."""
    read, left = {}, {}
    for column in columns():
        counts = _counts(rows, column)
        if number := sum(counts.get(text, 0) for text in _others(column)):
            read[column.name] = number
        if without := {value: counts[text] for text, value in column.without.items() if text in counts}:
            left[column.name] = without
    return Told(read=read, left=left)


def _others(column: Column) -> set[str]:
    """The values with a reading that is more than another spelling in capitals."""
    several = [column.readings, *column.of_events.values()]
    return {text for one in several for text, reading in one.items() if text != as_compared(reading)}


def _counts(rows: pl.DataFrame, column: Column) -> Mapping[str, int]:
    """How often each compared text of a column stands, where any of Release 2 is among them."""
    key = column.name.lower()
    looked_for = {*_others(column), *column.without}
    if not looked_for & set(rows[key].unique().drop_nulls().cast(pl.String)):  # each different text is looked at once
        return {}
    counted = rows.group_by(key).agg(number=pl.len()).drop_nulls(key)
    return {text: number for text, number in counted.with_columns(pl.col(key).cast(pl.String)).iter_rows()}  # noqa: C416


def _read(rows: pl.DataFrame, column: Column) -> pl.DataFrame:
    key = column.name.lower()
    written, compared = pl.col(column.name).cast(pl.String), pl.col(key).cast(pl.String)
    reading = compared.replace_strict(column.readings, default=None, return_dtype=pl.String)
    for event, readings in column.of_events.items():
        own = compared.replace_strict(readings, default=None, return_dtype=pl.String)
        reading = pl.when(says("event_type", event)).then(pl.coalesce(own, reading)).otherwise(reading)
    read = rows.with_columns(pl.coalesce(reading, written).cast(pl.Categorical).alias(column.name))
    return read.with_columns(with_compared(read, column.name))


def in_words(told: Told) -> str:
    """What is to be said of it, for whoever reads the figures; blank where there is nothing of Release 2 alone."""
    columns_read = ", ".join(f"{_plain(name)} {number:,}" for name, number in told.read.items())
    left = "; ".join(
        f"{_plain(name)}: {value} ({number:,})"
        for name, values in told.left.items()
        for value, number in values.items()
    )
    parts = [columns_read and f"with a value of Release 1 that reads the same or nearly so: {columns_read}"]
    parts.append(left and f"without one: {left}")
    return "; ".join(part for part in parts if part)


def _plain(column: str) -> str:
    return column.replace("_", " ")
