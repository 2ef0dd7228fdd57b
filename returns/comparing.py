"""Two sets of figures beside each other: what differs, and which people entered, left or moved. Pure, on kept files.

A person is known again by the ID the lineage gives them. Whoever is behind a figure in one set and behind none of that
file in the other is new or gone; whoever is behind another figure there has moved, and the lineage says from where.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from returns.lineage import behind_figure, lines_behind

Lineage = Callable[[str], pl.DataFrame | None]
ENTERED, LEFT = "entered", "left"
# What a line of lineage tells of a person, not of what is counted.
OF_THE_PERSON = frozenset({"ID", "record_ids", "LA_Code", "LA_CODE"})


class Printed(Protocol):
    """A figure of a cut, kept or only computed."""

    @property
    def table(self) -> str: ...

    @property
    def file(self) -> str: ...

    @property
    def measure(self) -> str: ...

    @property
    def value(self) -> str: ...

    @property
    def says(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One figure that is not the same in both; blank where it is in one alone."""

    table: str
    file: str
    measure: str
    says: Mapping[str, str]
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Move:
    """Somebody who is behind a figure in one set and not in the other: their records, and where else they count."""

    kind: str
    records: tuple[int, ...]
    elsewhere: str


def differences(before: Iterable[Printed], after: Iterable[Printed]) -> list[Difference]:
    """The figures whose value differs, in the order of the later set, then those that are gone."""
    was, now = _by_key(before), _by_key(after)
    keys = [*now, *(key for key in was if key not in now)]
    found = []
    for key in keys:
        one = now.get(key) or was[key]
        old, new = (was[key].value if key in was else ""), (now[key].value if key in now else "")
        if old != new:
            told = Difference(table=one.table, file=one.file, measure=one.measure, says=one.says, before=old, after=new)
            found.append(told)
    return found


def _by_key(figures: Iterable[Printed]) -> dict[tuple[object, ...], Printed]:
    return {(one.file, one.measure, tuple(sorted(one.says.items()))): one for one in figures}


def moves(file: str, measure: str, says: Mapping[str, str], before: Lineage, after: Lineage) -> list[Move] | None:
    """Who entered and who left one figure; None where the method names nobody behind it."""
    where = behind_figure(file, measure, says)
    if where is None:
        return None
    was, now = before(where.lineage), after(where.lineage)
    if was is None or now is None or "ID" not in now.columns:
        return None
    here_before, here_now = lines_behind(where, says, was), lines_behind(where, says, now)
    entered = here_now.filter(~pl.col("ID").is_in(here_before["ID"].implode()))
    left = here_before.filter(~pl.col("ID").is_in(here_now["ID"].implode()))
    return [*_moves(ENTERED, entered, was), *_moves(LEFT, left, now)]


def _moves(kind: str, lines: pl.DataFrame, other: pl.DataFrame) -> Iterable[Move]:
    """Each person once, with their records and what the other set says of them."""
    there: dict[str, dict[str, str]] = {line["ID"]: line for line in other.iter_rows(named=True)}
    people: dict[str, set[int]] = {}
    for line in lines.iter_rows(named=True):
        people.setdefault(line["ID"], set()).update(int(one) for one in line["record_ids"].split())
    for person, records in people.items():
        yield Move(kind=kind, records=tuple(sorted(records)), elsewhere=_said(there.get(person)))


def _said(line: Mapping[str, str] | None) -> str:
    """What the other set says of somebody, without who they are; blank where it does not have them."""
    if line is None:
        return ""
    return "; ".join(text for column, text in line.items() if column not in OF_THE_PERSON and text) or "counted there"
