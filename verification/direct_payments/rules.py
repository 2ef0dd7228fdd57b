"""The clocks and the conditions of a direct payment, and from which state each act starts. No database.

Source: Care Act 2014 ss.31-33; the Care and Support (Direct Payments) Regulations 2014, SI 2014/2871, regs 2-7, Sch 1.
"""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from casework.rules import DIRECT_PAYMENT_CONDITIONS
from delegation.months import months_after
from delegation.working_days import add_working_days

# Reg 7(1)(a): within six months of the first payment, and afterwards at intervals of no more than twelve months.
FIRST_REVIEW_MONTHS = 6
REVIEW_MONTHS = 12
# The council's own target for a decision; the Act sets no clock.
DECIDED_WITHIN_WORKING_DAYS = 10
STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "name_seller": frozenset({"requested", "in_payment"}),
        "approve_direct_payment": frozenset({"requested"}),
        "refuse_direct_payment": frozenset({"requested"}),
        "call_direct_payment_review": frozenset({"in_payment"}),
        "review_direct_payment": frozenset({"in_payment"}),
        "terminate_direct_payment": frozenset({"in_payment", "to_end"}),
        "require_repayment": frozenset({"in_payment", "to_end", "ended"}),
    }
)


def decision_due(requested_on: date) -> date:
    """The day by which a request is decided: the council's own target."""
    return add_working_days(requested_on, DECIDED_WITHIN_WORKING_DAYS)


def first_review_due(first_paid_on: date) -> date:
    """Within six months of the first payment. Source: SI 2014/2871 reg 7(1)(a)."""
    return months_after(first_paid_on, FIRST_REVIEW_MONTHS)


def next_review_due(reviewed_on: date) -> date:
    """No more than twelve months after the last review. Source: SI 2014/2871 reg 7(1)(a)."""
    return months_after(reviewed_on, REVIEW_MONTHS)


def conditions_of(section: str) -> tuple[str, ...]:
    """The keys of the conditions of section 31 (four) or 32 (five), in the order of the Act."""
    return tuple(row["key"] for row in DIRECT_PAYMENT_CONDITIONS if row["section"] == section)


def not_met(section: str, conditions: Collection[str]) -> list[str]:
    """The titles of the conditions that are not met. Source: Care Act 2014 ss.31(4)-(7), 32(5)-(9)."""
    rows = (row for row in DIRECT_PAYMENT_CONDITIONS if row["section"] == section)
    return [f"{row['title']} ({row['source']})" for row in rows if row["key"] not in conditions]
