"""The year, the period and the days by which a file must have been sent (rule 0.1)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from returns.reference import rows_of
from returns.refusals import UnusableInput

# Stands in for "today" where a service or request has not ended (rule 0.8): later than any day that is asked about.
NOT_ENDED = date(9999, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Window:
    """A reporting period of one financial year, with what the published scripts set beside it."""

    year_start: date
    start: date
    end: date
    # The last day on which a file sent for the long term tables is taken (a day, whatever the hour).
    long_term_submitted_to: date
    # The moment up to which a version counts for the short term tables: midnight as the day begins.
    short_term_submitted_to: datetime
    # The moment before which a closing counts for admissions.
    admissions_submitted_before: datetime

    @property
    def taken_as_submitted(self) -> date:
        """The day taken for a file that does not say when it was imported: the last that is in time everywhere."""
        short_term = min(self.short_term_submitted_to, self.admissions_submitted_before).date()
        return min(self.long_term_submitted_to, short_term) - timedelta(days=1)

    @property
    def chain_starts_before(self) -> date:
        """A year before the snapshot (LTS001c)."""
        return year_after(self.end, -1)

    @property
    def admissions_snapshot(self) -> date:
        """1 April after the year (ASCOF 2B and 2C)."""
        return year_after(self.year_start, 1)


def window_of(year: str, *, start: date | None = None, end: date | None = None, to: date | None = None) -> Window:
    """The window of a financial year such as 2023-24, or of a period inside it; `to` sets every submission day.

    Where `to` is a moment of a day, the tables that look at the hour look at that one, and not at the day's midnight.
    Raises UnusableInput where the words do not make a period.
    """
    first = _first_day(year)
    last = year_after(first, 1) - timedelta(days=1)
    start, end = start or first, end or last
    if start > end:
        raise UnusableInput(f"The period begins on {start} and ends before that, on {end}.")
    if end < first or start > last:
        raise UnusableInput(f"The period from {start} to {end} is not in the year {year}.")
    long_term, short_term = _published_days(start, end)
    return Window(
        year_start=first,
        start=start,
        end=end,
        long_term_submitted_to=to.date() if isinstance(to, datetime) else to or long_term,
        short_term_submitted_to=_moment(to or short_term),
        admissions_submitted_before=_moment(to or month_after_closing(max(last, end))),
    )


def _moment(day: date) -> datetime:
    """The moment itself, or the midnight with which a day begins."""
    return day if isinstance(day, datetime) else datetime.combine(day, time())


def _first_day(year: str) -> date:
    named = re.fullmatch(r"(\d{4})[-/](\d{2})(\d{2})?", year.strip())
    if not named or (int(named[1]) + 1) % 100 != int(named[3] or named[2]) or not 1900 < int(named[1]) < 9000:
        raise UnusableInput(f"{year} is not a financial year such as 2023-24.")
    return date(int(named[1]), 4, 1)


def _published_days(start: date, end: date) -> tuple[date, date]:
    """The days the scripts were published with; where they name none, a month after the period has closed."""
    for row in rows_of("published_windows"):
        if (row["period_start"], row["period_end"]) == (start.isoformat(), end.isoformat()):
            return date.fromisoformat(row["long_term_submitted_to"]), date.fromisoformat(row["short_term_submitted_to"])
    return month_after_closing(end), month_after_closing(end)


def month_after_closing(end: date) -> date:
    """The day a month after the day after the period: 1 May for a year that ends on 31 March."""
    closed = end + timedelta(days=1)
    year, month = closed.year + closed.month // 12, closed.month % 12 + 1
    return next(date(year, month, day) for day in range(closed.day, 0, -1) if _is_day(year, month, day))


def year_after(day: date, years: int) -> date:
    """The same day so many years on; 28 February for 29 February."""
    year = day.year + years
    return day.replace(year=year) if _is_day(year, day.month, day.day) else day.replace(year=year, day=28)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
