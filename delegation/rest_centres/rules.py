"""Who is a responder, which days fall due, and from which state each act starts. No database.

Source: Civil Contingencies Act 2004 s.2(1), Sch 1; SI 2005/2042 regs 8(b), 25. Neither sets an interval: the months and
the days here are the council's own.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from delegation.months import months_after
from delegation.working_days import add_working_days

# The council's own target: a contact out of hours is tried twice a year, a centre exercised and its plan read yearly.
MONTHS: Mapping[str, int] = MappingProxyType({"contact_test": 6, "exercise": 12, "review": 12})
# The council's own target: what an opening taught is written down within a month of work.
DEBRIEF_WORKING_DAYS = 20
COUNCIL = "local_authority"
STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "arrange_rest_centre_staffing": frozenset({"planned"}),
        "record_rest_centre_check": frozenset({"planned", "open"}),
        "activate_rest_centre": frozenset({"planned"}),
        "withdraw_rest_centre": frozenset({"planned"}),
    }
)
OPENING_STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "record_rest_centre_attendance": frozenset({"open"}),
        "end_rest_centre_attendance": frozenset({"open"}),
        "record_people_received": frozenset({"open"}),
        "stand_down_rest_centre": frozenset({"open"}),
        "debrief_rest_centre": frozenset({"stood_down"}),
    }
)


@dataclass(frozen=True, kw_only=True)
class Responder:
    """A kind of body that the Act lists. Source: Civil Contingencies Act 2004 Sch 1."""

    key: str
    title: str
    category: int
    source: str

    @property
    def label(self) -> str:
        return f"{self.title} (Category {self.category})"


def _read() -> dict[str, Responder]:
    with (Path(__file__).parent / "data" / "responders.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["key"]: Responder(key=row["key"], title=row["title"], category=int(row["category"]), source=row["source"])
        for row in rows
    }


RESPONDERS: Mapping[str, Responder] = MappingProxyType(_read())


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are the same, however they are spaced and in whatever case they are written."""
    return one.casefold().split() == other.casefold().split()


def next_check(kind: str, done_on: date) -> date:
    """The day by which a contact test, an exercise or a review is done again."""
    return months_after(done_on, MONTHS[kind])


def debrief_due(stood_down_on: date) -> date:
    """The day by which what an opening taught is written down."""
    return add_working_days(stood_down_on, DEBRIEF_WORKING_DAYS)
