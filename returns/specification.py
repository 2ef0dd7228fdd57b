"""What a file of a return looks like: its columns in their order, by release, and the values each may hold.

A specification is rows of `data/NAME_specification.csv` and `data/NAME_code_lists.csv`, each with its source; the
export, the blank file and its codes are made of the same one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from returns.reference import rows_of
from returns.refusals import UnusableInput

RELEASES = ("1", "2")


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column: its heading in a release, how it is written, when it is filled, and how sure we are of that."""

    name: str
    heading: str
    module: str
    kind: str
    values: tuple[str, ...]
    list_name: str
    filled: str
    when_filled: str
    events: str
    confidence: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Specification:
    """The columns of one file of one release, in the order of the file. A field's name is its first heading."""

    name: str
    release: str
    fields: tuple[Field, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(field.heading for field in self.fields)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    def of_kind(self, *kinds: str) -> tuple[Field, ...]:
        """The columns written in one of these ways: text, list, date, number, whole number."""
        return tuple(field for field in self.fields if field.kind in kinds)


@cache
def specification(name: str, release: str) -> Specification:
    """The specification of a file in a release. Raises UnusableInput where there is none."""
    if release not in RELEASES:
        raise UnusableInput(f"There is no release {release}. There are: {', '.join(RELEASES)}.")
    rows = sorted(rows_of(f"{name}_specification"), key=lambda row: int(row["place"]))
    values = _values(name, release)
    return Specification(
        name=name, release=release, fields=tuple(_field(row, f"release{release}", values) for row in rows)
    )


def _field(row: Mapping[str, str], heading: str, values: Mapping[str, tuple[str, ...]]) -> Field:
    return Field(
        name=row["release1"],
        heading=row[heading],
        module=row["module"],
        kind=row["kind"],
        values=values.get(row["list"], ()),
        list_name=row["list"],
        filled=row["filled"],
        when_filled=row["when_filled"],
        events=row["events"],
        confidence=row["confidence"],
        source=row["source"],
    )


def _values(name: str, release: str) -> Mapping[str, tuple[str, ...]]:
    """The values of every list in a release, in their order."""
    lists: dict[str, list[tuple[int, str]]] = {}
    for row in rows_of(f"{name}_code_lists"):
        if row["release"] == release:
            lists.setdefault(row["list"], []).append((int(row["order"]), row["value"]))
    return {key: tuple(value for _, value in sorted(found)) for key, found in lists.items()}
