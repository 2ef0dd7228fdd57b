"""Whole months after a day, as the law counts them."""

import calendar
from datetime import date, timedelta


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day_of_months(first: date, months: int) -> date:
    """The last day of a period of so many months that begins with a day."""
    return months_after(first, months) - timedelta(days=1)
