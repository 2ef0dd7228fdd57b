"""The schedule of delegated and retained functions, as the project's own data with the law beside each row.

Reads delegation/data/schedule.csv, exclusions.csv and roles.csv once, when the program starts. A fault in a file
stops the start with a sentence naming file, line and column.
Source: seed 001, section seven; Care Act 2014 s.79; SI 2000/617 reg 6.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

DATA = Path(__file__).parent / "data"

LAWFUL_POSITIONS = frozenset({"retained", "delegable", "conditional"})
SEED_POSITIONS = LAWFUL_POSITIONS | {"not_stated"}
SIDES = frozenset({"council", "provider"})
POWERS = MappingProxyType(
    {
        "care_act_s79": "Care Act 2014 s.79",
        "nhs_act_s75": "NHS Act 2006 s.75",
        "activity": "activity carried out for the council",
    }
)


class ScheduleFault(Exception):  # noqa: N818 (the house says fault)
    """A data file of the schedule cannot be used, and says where."""


@dataclass(frozen=True, kw_only=True)
class Role:
    """What somebody is appointed to be, and on which side of the schedule."""

    key: str
    title: str
    side: str
    plural: str


@dataclass(frozen=True, kw_only=True)
class Function:
    """One row of the schedule: a function, the law it rests on, and who may exercise it."""

    key: str
    title: str
    section: str
    source: str
    provisions: frozenset[str]
    seed_position: str
    lawful_position: str
    kept_by: str
    why_different: str
    condition: str
    activity: bool
    council_roles: frozenset[str]
    provider_roles: frozenset[str]
    registration: str

    @property
    def is_retained(self) -> bool:
        return self.lawful_position == "retained"

    @property
    def is_kept_by_choice(self) -> bool:
        """The Act would let the council authorise this; its own scheme does not."""
        return self.is_retained and self.kept_by == "choice"

    @property
    def seed_differs(self) -> bool:
        return self.seed_position != self.lawful_position


@dataclass(frozen=True, kw_only=True)
class Exclusion:
    """A provision that a power cannot reach, between two days, with the citation a refusal quotes."""

    power: str
    provision: str
    from_day: date
    to_day: date | None
    citation: str
    nhs_body_exception: str

    def touches(self, from_day: date, to_day: date | None) -> bool:
        """Whether the exclusion is in force on any day of the period."""
        begins_in_time = to_day is None or self.from_day <= to_day
        return begins_in_time and (self.to_day is None or self.to_day >= from_day)


Row = TypeVar("Row")
Keyed = TypeVar("Keyed", Role, Function)


def load_roles(path: Path = DATA / "roles.csv") -> dict[str, Role]:
    """The roles a person can be appointed to."""
    return _unique(path, _rows(path, _role))


def load_functions(roles: dict[str, Role], path: Path = DATA / "schedule.csv") -> dict[str, Function]:
    """The functions of the schedule, in its order."""
    return _unique(path, _rows(path, lambda row: _function(row, roles)))


def load_exclusions(path: Path = DATA / "exclusions.csv") -> tuple[Exclusion, ...]:
    """What s.79(2) of the Care Act and reg 6 of SI 2000/617 keep out, with dates."""
    return tuple(_rows(path, _exclusion))


def _rows(path: Path, make: Callable[[dict[str, str]], Row]) -> list[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        made = []
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                if None in row or None in row.values():
                    raise ValueError("the number of columns differs from the heading")
                made.append(make(row))
            except (KeyError, ValueError) as fault:
                raise ScheduleFault(f"{path.name}, line {line}: {fault}") from fault
    return made


def _unique(path: Path, rows: list[Keyed]) -> dict[str, Keyed]:
    keyed: dict[str, Keyed] = {}
    for line, row in enumerate(rows, start=2):
        if row.key in keyed:
            raise ScheduleFault(f"{path.name}, line {line}: the key {row.key!r} is there twice")
        keyed[row.key] = row
    return keyed


def _role(row: dict[str, str]) -> Role:
    return Role(
        key=_said(row, "key"),
        title=_said(row, "title"),
        side=_one_of(row, "side", SIDES),
        plural=_said(row, "plural"),
    )


def _function(row: dict[str, str], roles: dict[str, Role]) -> Function:
    return Function(
        key=_said(row, "key"),
        title=_said(row, "title"),
        section=_said(row, "section"),
        source=_said(row, "source"),
        provisions=_several(row, "provisions"),
        seed_position=_one_of(row, "seed_position", SEED_POSITIONS),
        lawful_position=_one_of(row, "lawful_position", LAWFUL_POSITIONS),
        kept_by=_one_of(row, "kept_by", frozenset({"", "law", "choice"})),
        why_different=_said(row, "why_different"),
        condition=_said(row, "condition"),
        activity=_one_of(row, "activity", frozenset({"yes", "no"})) == "yes",
        council_roles=_roles(row, "council_roles", "council", roles),
        provider_roles=_roles(row, "provider_roles", "provider", roles),
        registration=row["registration"],
    )


def _exclusion(row: dict[str, str]) -> Exclusion:
    return Exclusion(
        power=_one_of(row, "power", frozenset(POWERS)),
        provision=_said(row, "provision"),
        from_day=date.fromisoformat(row["from_day"]),
        to_day=date.fromisoformat(row["to_day"]) if row["to_day"] else None,
        citation=_said(row, "citation"),
        nhs_body_exception=row["nhs_body_exception"],
    )


def _said(row: dict[str, str], column: str) -> str:
    if not row[column].strip():
        raise ValueError(f"the column {column!r} is empty")
    return row[column]


def _one_of(row: dict[str, str], column: str, allowed: frozenset[str]) -> str:
    if row[column] not in allowed:
        raise ValueError(f"the column {column!r} says {row[column]!r}; it may say {sorted(allowed)}")
    return row[column]


def _several(row: dict[str, str], column: str) -> frozenset[str]:
    return frozenset(part for part in row[column].split(";") if part)


def _roles(row: dict[str, str], column: str, side: str, roles: dict[str, Role]) -> frozenset[str]:
    named = _several(row, column)
    strange = sorted(key for key in named if key not in roles or roles[key].side != side)
    if strange:
        raise ValueError(f"the column {column!r} names {strange}, not a role of a {side}")
    return named


ROLES = MappingProxyType(load_roles())
FUNCTIONS = MappingProxyType(load_functions(load_roles()))
EXCLUSIONS = load_exclusions()
