"""What somebody types after a command: a day, a sum of pounds; a sentence that says how to write it where it is not."""

from argparse import ArgumentTypeError
from datetime import date
from decimal import Decimal, InvalidOperation

# More than any council spends in a week.
MOST_POUNDS = Decimal(1_000_000_000)


def day(typed: str) -> date:
    """A day written as 2026-03-31. Raises ArgumentTypeError, which argparse tells with exit status 2."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise ArgumentTypeError(f"{typed!r} is not a day. Write it as 2026-03-31.") from None


def pounds(typed: str) -> Decimal:
    """Pounds and pence, such as 512.50. Raises ArgumentTypeError, which argparse tells with exit status 2."""
    try:
        said = Decimal(typed.strip().removeprefix("£").replace(",", ""))
        fits = said.is_finite() and 0 <= said <= MOST_POUNDS and said == round(said, 2)
    except InvalidOperation:
        fits = False
    if not fits:
        raise ArgumentTypeError(f"{typed!r} is not a sum of pounds. Write it as 512.50, of nought or more.")
    return said
