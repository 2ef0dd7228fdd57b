"""How days, sums and lists are written in the sentences people read."""

from datetime import date
from decimal import Decimal


def long_day(day: date | None) -> str:
    """A day as 3 March 2027."""
    return f"{day.day} {day:%B %Y}" if day else "no day"


def pounds(amount: Decimal) -> str:
    """A sum as £1,500.00."""
    return f"£{amount:,.2f}"


def in_words(items: list[str], *, joiner: str = "or") -> str:
    """A list as a, b or c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"
