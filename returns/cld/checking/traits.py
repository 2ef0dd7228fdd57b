"""What a single cell says, as rules ask it: asked of each different text once, and then known of every row.

A trait is a column of the prepared rows: `start` is the day in Event Start Date, `Event Type says service` is yes or
no. Where a cell is blank, a trait is nothing. A word counts for what it means also where its capitals are wrong: that
is a fault of its own and not the cause of others.
"""

from datetime import date

import polars as pl

from returns.cld.dates import DAYS, TIMES

DATES = {
    "period_start": "Reporting Period Start Date",
    "period_end": "Reporting Period End Date",
    "birth": "Date of Birth",
    "death": "Date of Death",
    "start": "Event Start Date",
    "end": "Event End Date",
}
# Each trait by its name: the column it is of, and how it is read from the text.
TRAITS: dict[str, tuple[str, pl.Expr]] = {}


def trait(name: str, column: str, expression: pl.Expr) -> pl.Expr:
    """A trait by its name, to be used in a rule."""
    TRAITS[name] = column, expression
    return pl.col(name)


def says(column: str, *texts: str) -> pl.Expr:
    """The cell holds one of these texts, whatever its capitals. Nothing where it is blank."""
    return trait(f"{column} says {', '.join(texts)}", column, meant(column).is_in(texts))


def begins(column: str, *texts: str) -> pl.Expr:
    """The cell begins with one of these texts, whatever its capitals. Nothing where it is blank."""
    found = pl.any_horizontal(meant(column).str.starts_with(text) for text in texts)
    return trait(f"{column} begins {', '.join(texts)}", column, found)


def meant(column: str) -> pl.Expr:
    """A text without its capitals and the spaces around it."""
    return pl.col(column).str.strip_chars().str.to_lowercase()


def day(column: str) -> pl.Expr:
    """The day in a cell, in any way councils write one; nothing where it is none."""
    text = pl.col(column).str.strip_chars()
    usual = text.str.to_date(DAYS[0], strict=False)
    # Most days are written in the first way: the others are tried where that one fails.
    other = pl.when(usual.is_null()).then(text)
    moments = [other.str.to_datetime(form + time, time_unit="us", strict=False) for form in DAYS for time in TIMES]
    days = [other.str.to_date(form, strict=False) for form in DAYS[1:]]
    return pl.coalesce([usual, *days, *(one.dt.date() for one in moments)])


def age(on: date) -> pl.Expr:
    """Whole years on a day."""
    birth = day("Date of Birth")
    had_birthday = birth.dt.month().cast(pl.Int32) * 100 + birth.dt.day() <= on.month * 100 + on.day
    return trait(f"age on {on}", "Date of Birth", on.year - birth.dt.year() - (~had_birthday).cast(pl.Int32))


for _name, _column in DATES.items():
    trait(_name, _column, day(_column))
