"""The rules of the workforce a contract asks for: which roles, what counts, when a return is due, when a post is red.

Source: the 2014 plan, "Provider Function": senior roles, a principal social worker, a minimum of full-time equivalents
of social workers, community care workers and occupational therapists. It gives no numbers: the contract does. A
registered role counts only with live registration.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from delegation.professions import PROFESSIONS
from delegation.working_days import add_working_days

# A month is returned by the tenth working day of the next. The plan sets no day; this is the product's.
DAYS_TO_RETURN = 10
# A vacancy without cover is red after so many days (the schedule's own example of a breach).
VACANT_AT_MOST = timedelta(days=30)
# How long the Director's exception on a shortfall runs: four weeks, after the same example.
MENDED_WITHIN = timedelta(days=28)
# How many months back a missing return is looked for.
MONTHS_BACK = 12


@dataclass(frozen=True, kw_only=True)
class WorkforceRole:
    """A role with a minimum in the contract; one with a profession counts only with live registration in it."""

    key: str
    title: str
    profession: str = ""

    @property
    def body(self) -> str:
        """Who registers it; nobody where it is no registered profession."""
        return PROFESSIONS[self.profession].body if self.profession else ""


ROLES_OF_A_CONTRACT = MappingProxyType(
    {
        one.key: one
        for one in (
            WorkforceRole(key="social_worker", title="Social workers", profession="social_worker"),
            WorkforceRole(
                key="occupational_therapist", title="Occupational therapists", profession="occupational_therapist"
            ),
            WorkforceRole(key="community_care_worker", title="Community care workers"),
        )
    }
)


@dataclass(frozen=True, kw_only=True)
class PostKind:
    """A kind of named post, the function of the schedule it answers to, and the profession its holder is live in."""

    key: str
    title: str
    function: str
    profession: str = ""

    @property
    def body(self) -> str:
        """Who registers its holder; nobody where none need be registered."""
        return PROFESSIONS[self.profession].body if self.profession else ""


POST_KINDS = MappingProxyType(
    {
        one.key: one
        for one in (
            PostKind(
                key="principal_social_worker",
                title="Principal social worker",
                function="principal_social_worker_post",
                profession="social_worker",
            ),
            PostKind(key="senior", title="Senior social care post", function="senior_social_care_posts"),
            PostKind(key="development", title="Workforce development post", function="senior_social_care_posts"),
        )
    }
)


def first_of_month(day: date) -> date:
    """The first day of a day's month, by which a month is named."""
    return day.replace(day=1)


def last_of_month(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def next_month(month: date) -> date:
    """The first day of the month after."""
    return last_of_month(month) + timedelta(days=1)


def return_due_on(month: date) -> date:
    """The day by which a month is returned."""
    return add_working_days(last_of_month(month), DAYS_TO_RETURN)


def months_due(contract_from: date, on: date) -> list[date]:
    """The months of a contract whose return was due before the day, the last twelve at most, oldest first."""
    back = date(on.year - 1, on.month, 1)
    month = max(first_of_month(contract_from), back)
    if contract_from.day > 1 and month == first_of_month(contract_from):
        month = next_month(month)  # the first whole month
    found = []
    while return_due_on(month) < on:
        found.append(month)
        month = next_month(month)
    return found[-MONTHS_BACK:]


def counted_fte(declared: Decimal, registered: Iterable[Decimal] | None) -> Decimal:
    """What counts of what was declared: of a registered role, no more than the named staff with live registration.

    Args:
        registered: the full-time equivalents of those named and registered; None where the role needs none.
    """
    return declared if registered is None else min(declared, sum(registered, Decimal(0)))


def shortfall(counted: Decimal, minimum: Decimal) -> Decimal:
    """How many full-time equivalents are missing; nought where none are."""
    return max(minimum - counted, Decimal(0))


def is_red(vacant_since: date | None, covered_since: date | None, on: date) -> bool:
    """Whether a named post was vacant over 30 days with no cover on the day."""
    return vacant_since is not None and covered_since is None and on - vacant_since > VACANT_AT_MOST


def in_a_sentence(short: Mapping[str, tuple[Decimal, Decimal]]) -> str:
    """Each role that is short: "Social workers: 18.5 FTE counted, 20 asked"."""
    return "; ".join(
        f"{ROLES_OF_A_CONTRACT[role].title}: {counted.normalize():f} FTE counted, {minimum.normalize():f} asked"
        for role, (counted, minimum) in short.items()
    )
