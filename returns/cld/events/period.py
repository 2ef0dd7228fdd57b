"""The reporting period, and which events are of it."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from returns.refusals import UnusableInput


@dataclass(frozen=True, kw_only=True)
class Period:
    """The first and the last day of a file, and the day it is made where that is before its last."""

    start: date
    end: date
    made_on: date | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise UnusableInput("The period ends before it starts.")

    @property
    def last(self) -> date:
        """The last day of which anything can be told: of days to come there are plans, and no events."""
        return min(self.end, self.made_on or self.end)

    def ended_within(self, end: str) -> pl.Expr:
        """Completed in the period: requests, assessments and reviews; when they began does not matter.

        Source: Client Level Data guidance Release 1 (only completed requests, assessments and reviews).
        """
        return pl.col(end).is_between(self.start, self.last)

    def active_within(self, start: str, end: str) -> pl.Expr:
        """Given on any day of the period: services; without an end they go on.

        Source: Client Level Data guidance Release 1; NHS England's scripts.
        """
        return (pl.col(start) <= self.last) & (pl.col(end).is_null() | (pl.col(end) >= self.start))

    def if_happened(self, day: str) -> pl.Expr:
        """A day as it was known on the last of them: what came later had not happened yet."""
        return pl.when(pl.col(day) <= self.last).then(pl.col(day)).alias(day)
