"""The statutory returns, versioned by year: what there is to send in a year, for which periods, and when it is due.

The data stand in data/catalogue.csv, return_days.csv and return_years.csv, each row with its source. A day that no
source confirms is worked out from the pattern of other years and said to be unconfirmed: the council sets its own.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from returns.figures.window import year_after
from returns.reference import rows_of


@dataclass(frozen=True, kw_only=True)
class Return:
    """One return of the catalogue."""

    key: str
    title: str
    from_year: str
    to_year: str
    in_the_2014_table: bool
    period: str
    frequency: str
    submitted_by: str
    opens: str
    due: str
    months_after: str
    days_after: str
    route: str
    followed_by: str
    says: str
    confidence: str
    source: str

    @property
    def is_submitted(self) -> bool:
        """Whether anybody sends it: the outcomes framework is derived from the others."""
        return self.submitted_by != "nobody"

    def is_in_force(self, year: str) -> bool:
        """Whether it is one of the returns of a financial year such as 2025-26."""
        return self.from_year <= year and (not self.to_year or year <= self.to_year)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """A return for a period, with the day it is due and whether a source confirms the day."""

    key: str
    period_start: date
    period_end: date
    due_on: date
    is_confirmed: bool
    source: str


@cache
def catalogue() -> dict[str, Return]:
    """Every return, then and now, by its key."""
    found = {}
    for row in rows_of("catalogue"):
        told = dict(row)
        told["in_the_2014_table"] = row["in_the_2014_table"] == "yes"  # type: ignore[assignment]
        found[row["key"]] = Return(**told)  # type: ignore[arg-type]
    return found


def in_force(year: str) -> list[Return]:
    """The returns of a financial year, by their title."""
    return sorted((one for one in catalogue().values() if one.is_in_force(year)), key=lambda one: one.title)


def year_of(day: date) -> str:
    """The financial year a day falls in, such as 2025-26."""
    first = day.year if day >= date(day.year, 4, 1) else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def first_day(year: str) -> date:
    """1 April of a financial year."""
    return date(int(year[:4]), 4, 1)


def expected_in(year: str) -> list[Expected]:
    """Every return of a year with its periods and days, soonest due first."""
    found = [one for entry in in_force(year) if entry.is_submitted for one in _periods(entry, year)]
    return sorted(found, key=lambda one: (one.due_on, one.key))


def expected(key: str, period_start: date, period_end: date) -> Expected:
    """When a return for a period is due: as a source says, else by the pattern, unconfirmed."""
    for row in rows_of("return_days"):
        if (row["key"], row["period_start"], row["period_end"]) == (key, str(period_start), str(period_end)):
            due, confirmed = date.fromisoformat(row["due"]), row["confidence"] == "confirmed"
            return _expected(key, period_start, period_end, due, confirmed, row["source"])
    entry = catalogue()[key]
    due = _months_on(period_end, int(entry.months_after or 0)) + timedelta(days=int(entry.days_after or 0))
    return _expected(key, period_start, period_end, due, False, entry.source)


def _expected(key: str, start: date, end: date, due: date, confirmed: bool, source: str) -> Expected:
    return Expected(key=key, period_start=start, period_end=end, due_on=due, is_confirmed=confirmed, source=source)


def _periods(entry: Return, year: str) -> list[Expected]:
    first = first_day(year)
    last = year_after(first, 1) - timedelta(days=1)
    if entry.frequency in ("two-yearly", "three-yearly"):
        if year not in {row["year"] for row in rows_of("return_years") if row["key"] == entry.key}:
            return []
        return [expected(entry.key, first, last)]
    if entry.period == "point":
        return [_window_of_the_year(entry, first, last)]
    if entry.frequency == "quarterly":
        return [_quarter(entry, first, number) for number in range(1, 5)]
    return [expected(entry.key, first, last)]


def _quarter(entry: Return, first: date, number: int) -> Expected:
    """The quarter itself, or the twelve months up to its end."""
    after = _first_of_month(first, 3 * number)
    start = _first_of_month(after, -12 if entry.period == "twelve months" else -3)
    return expected(entry.key, start, after - timedelta(days=1))


def _window_of_the_year(entry: Return, first: date, last: date) -> Expected:
    """A count on a day: the window a source names, else the September and October of the year."""
    for row in rows_of("return_days"):
        if row["key"] == entry.key and first <= date.fromisoformat(row["due"]) <= last:
            return expected(entry.key, date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"]))
    return expected(entry.key, date(first.year, 9, 8), date(first.year, 10, 10))


def _first_of_month(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _months_on(last: date, months: int) -> date:
    """So many whole months after the last day of a period: the last day of that month where the period ends a month."""
    after = last + timedelta(days=1)
    return _first_of_month(after, months) - timedelta(days=1) if after.day == 1 else last
