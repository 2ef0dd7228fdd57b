"""Who is a relevant partner, on which grounds a request is declined, and the council's own clocks. No database.

Source: Care Act 2014 ss.6, 7. The Act sets no clock: the working days here are the council's own targets.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from delegation.working_days import add_working_days

# The council's own targets, in working days from the request.
WITHIN: Mapping[str, int] = MappingProxyType({"case": 10, "general": 20})
# And from the day a partner declined without a reason.
REASONS_WITHIN = 10
# s.7(1)(a)-(b) and (2)(a)-(b): the only grounds in a case.
GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        "own_duties": "It would be incompatible with one’s own duties, s.7(1)(a) or (2)(a)",
        "own_functions": "It would otherwise have an adverse effect on one’s own functions, s.7(1)(b) or (2)(b)",
    }
)
STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "agree_to_co_operate": frozenset({"waiting"}),
        "decline_to_co_operate": frozenset({"waiting"}),
        "record_partners_answer": frozenset({"asked"}),
        "record_partners_reasons": frozenset({"reasons_owed"}),
        "withdraw_co_operation_request": frozenset({"waiting", "asked", "reasons_owed"}),
    }
)


@dataclass(frozen=True, kw_only=True)
class Partner:
    """A kind of body the council co-operates with, and whether section 7 reaches it."""

    key: str
    title: str
    source: str
    in_a_case: bool


def _read() -> dict[str, Partner]:
    with (Path(__file__).parent / "data" / "relevant_partners.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["key"]: Partner(
            key=row["key"], title=row["title"], source=row["source"], in_a_case=row["in_a_case"] == "yes"
        )
        for row in rows
    }


PARTNERS: Mapping[str, Partner] = MappingProxyType(_read())


def answer_due(scope: str, asked_on: date, needed_by: date | None) -> date:
    """The day for an answer: the council's target, or the day it is needed by where that is sooner."""
    target = add_working_days(asked_on, WITHIN[scope])
    return min(target, needed_by) if needed_by else target


def reasons_due(declined_on: date) -> date:
    """The day by which a partner's written reasons are asked for again. Source: s.7(3); the council's target."""
    return add_working_days(declined_on, REASONS_WITHIN)
