"""The numbers of many registers in one statement: each says which of its rows wait and which are late."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Expression, Q, QuerySet, Value


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How many records of a register wait for somebody, and how many of them are past their day."""

    open: int = 0
    late: int = 0

    def __add__(self, other: "Waiting") -> "Waiting":
        return Waiting(open=self.open + other.open, late=self.late + other.late)


@dataclass(frozen=True, kw_only=True)
class Counting:
    """Rows still to be counted: which of them wait and which are late. All of them where nothing is said."""

    rows: QuerySet[Any]
    open: Q | None = None
    late: Q | None = None


# Of rows, none.
NONE = Q(pk__in=[])

# What a module says of its work: the rows to count, or the numbers where it must work them out itself.
Told = Waiting | Sequence[Counting]


def counted(told: Sequence[Told]) -> list[Waiting]:
    """The numbers of each that was told, in their order: one statement, whatever there is to count."""
    numbers = iter(_counted([one for each in told if not isinstance(each, Waiting) for one in each]))
    return [each if isinstance(each, Waiting) else sum((next(numbers) for _ in each), start=Waiting()) for each in told]


def numbers_of(told: Told) -> Waiting:
    """The numbers of one, for its own page."""
    return counted([told])[0]


def _counted(asked: Sequence[Counting]) -> list[Waiting]:
    if not asked:
        return []
    first, *others = (_numbers(place, one) for place, one in enumerate(asked))
    found = {place: Waiting(open=waits, late=late) for place, waits, late in first.union(*others, all=True)}
    return [found.get(place, Waiting()) for place in range(len(asked))]


def _numbers(place: int, one: Counting) -> QuerySet[Any]:
    """The row of one of them in the answer: its place among those asked, and its two numbers."""
    rows = one.rows.order_by().annotate(place_asked=Value(place)).values("place_asked")
    numbers = rows.annotate(number_open=_number(one.open), number_late=_number(one.late))
    return numbers.values_list("place_asked", "number_open", "number_late")


def _number(which: Q | None) -> Expression:
    return Count("pk") if which is None else Count("pk", filter=which)
