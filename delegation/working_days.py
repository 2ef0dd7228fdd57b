"""Working days in England: neither Saturday, Sunday nor a bank holiday.

Source: the bank holidays the government publishes, as bundled with govuk-bank-holidays (no network is used).
"""

from datetime import date, timedelta
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays


@cache
def _calendar() -> BankHolidays:
    return BankHolidays(locale="en", weekend=(5, 6), use_cached_holidays=True)


@cache
def _holidays() -> frozenset[date]:
    return frozenset(holiday["date"] for holiday in _calendar().get_holidays(division=BankHolidays.ENGLAND_AND_WALES))


def is_working_day(day: date) -> bool:
    """Whether the council is at work on this day."""
    return day.weekday() < 5 and day not in _holidays()


def add_working_days(day: date, n: int) -> date:
    """The day that is n working days after (or, below nought, before) the day given; the day itself does not count."""
    step = timedelta(days=1 if n >= 0 else -1)
    left = abs(n)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(a: date, b: date) -> int:
    """Whole working days after a, up to and including b; below nought where b is before a."""
    if b < a:
        return -working_days_between(b, a)
    whole_weeks, rest = divmod((b - a).days, 7)
    weekdays = whole_weeks * 5 + sum((a + timedelta(days=1 + n)).weekday() < 5 for n in range(rest))
    return weekdays - sum(1 for holiday in _holidays() if a < holiday <= b and holiday.weekday() < 5)
