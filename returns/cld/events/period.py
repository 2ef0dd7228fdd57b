"""The reporting period, and which events are of it."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from returns.refusals import UnusableInput


@dataclass(frozen=True, kw_only=True)
class Period:
    """The first and the last day of a file."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise UnusableInput("The period ends before it starts.")

    def ended_within(self, end: str) -> pl.Expr:
        """Completed in the period: requests, assessments and reviews; when they began does not matter.

        Source: Client Level Data guidance Release 1 (only completed requests, assessments and reviews).
        """
        return pl.col(end).is_between(self.start, self.end)

    def active_within(self, start: str, end: str) -> pl.Expr:
        """Given on any day of the period: services; without an end they go on.

        Source: Client Level Data guidance Release 1; NHS England's scripts.
        """
        return (pl.col(start) <= self.end) & (pl.col(end).is_null() | (pl.col(end) >= self.start))

    def if_happened(self, day: str) -> pl.Expr:
        """A day as it was known when the period ended: what came later had not happened yet."""
        return pl.when(pl.col(day) <= self.end).then(pl.col(day)).alias(day)
