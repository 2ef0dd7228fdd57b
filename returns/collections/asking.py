"""What a rule may ask of a row: each a pure expression that is true of the rows that break it.

A rule is a row of `collection_rules.csv`; its `asks` is the name of one of these. Where a cell is blank or cannot be
read nothing is broken here: that it must be filled is a rule of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

import polars as pl

from returns.collections.specification import Rule

CHOICES = "|"
TRUE = pl.lit(value=True)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The period a file is checked for."""

    period_start: date
    period_end: date


def where(condition: str) -> pl.Expr:
    """`Field` filled, `Field=` blank, `Field=a|b` one of these, `Field!=a|b` blank or another; nothing is always."""
    if not condition:
        return TRUE
    if "!=" in condition:
        field, values = condition.split("!=", 1)
        return ~pl.col(field).is_in(values.split(CHOICES)).fill_null(value=False)
    if "=" not in condition:
        return pl.col(condition).is_not_null()
    field, values = condition.split("=", 1)
    return pl.col(field).is_in(values.split(CHOICES)) if values else pl.col(field).is_null()


def filled(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """It is blank."""
    return pl.col(field).is_null()


def empty(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """It is filled."""
    return pl.col(field).is_not_null()


def one_of(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """It is none of the values."""
    return ~pl.col(field).is_in(rule.value.split(CHOICES))


def some_is(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """None of the other fields has the value."""
    return ~pl.any_horizontal(pl.col(other).eq_missing(pl.lit(rule.value)) for other in rule.other.split(";"))


def form(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The text does not have the form."""
    return ~pl.col(field).str.contains(rule.value)


def not_before(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The day is before the other day."""
    return pl.col(field) < pl.col(rule.other)


def not_before_period(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The day is before the period."""
    return pl.col(field) < asked.period_start


def not_after_period(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The day is after the period."""
    return pl.col(field) > asked.period_end


def at_most_days(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The day is more days after the other than the value."""
    return (pl.col(field) - pl.col(rule.other)).dt.total_days() > int(rule.value)


def age_at_least(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """Who was born on the day was younger on the other."""
    return years_between(pl.col(field), pl.col(rule.other)) < int(rule.value)


def not_negative(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The number is below nought."""
    return pl.col(field) < 0


def number_between(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The number is below the first or above the second."""
    least, most = map(float, rule.value.split(CHOICES))
    return ~pl.col(field).is_between(least, most)


def at_most(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The number is above the other."""
    return pl.col(field) > pl.col(rule.other)


def share_at_least(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The number is a smaller share of the other."""
    return pl.col(field) < float(rule.value) * pl.col(rule.other)


def total(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """The number is not the sum of the others (those with a minus taken off), but for what rounding makes."""
    parts = [_signed(name) for name in rule.other.split(";")]
    summed = reduce(lambda one, other: one + other, parts)
    return (pl.col(field) - summed).abs() > float(rule.value)


def same_for(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """It is another than in the first row of the same."""
    first = pl.col(field).drop_nulls().first().over(rule.other)
    return pl.col(rule.other).is_not_null() & (pl.col(field) != first)


def once(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """It stands further up among the rows whose other field is blank."""
    still = pl.col(field).is_not_null() & pl.col(rule.other).is_null()
    return still & (still.cast(pl.Int64).cum_sum().over(field) > 1)


def last_year(rule: Rule, field: str, asked: Asked) -> pl.Expr:
    """It is further from last year's than that share of it; a line that is new is not asked."""
    before = pl.col(before_of(field))
    return (pl.col(field) - before).abs() > float(rule.value) * before.abs()


def before_of(field: str) -> str:
    """The column of last year's number."""
    return f"{field}, last year"


def years_between(birth: pl.Expr, on: pl.Expr) -> pl.Expr:
    """Whole years from a birth to a day."""
    had_birthday = (
        birth.dt.month().cast(pl.Int32) * 100 + birth.dt.day() <= on.dt.month().cast(pl.Int32) * 100 + on.dt.day()
    )
    return on.dt.year() - birth.dt.year() - (~had_birthday).cast(pl.Int32)


def _signed(name: str) -> pl.Expr:
    number = pl.col(name.removeprefix("-")).fill_null(0).cast(pl.Float64)
    return -number if name.startswith("-") else number


ASKS: Mapping[str, Callable[[Rule, str, Asked], pl.Expr]] = {
    "filled": filled,
    "empty": empty,
    "one_of": one_of,
    "some_is": some_is,
    "form": form,
    "not_before": not_before,
    "not_before_period": not_before_period,
    "not_after_period": not_after_period,
    "at_most_days": at_most_days,
    "age_at_least": age_at_least,
    "not_negative": not_negative,
    "number_between": number_between,
    "at_most": at_most,
    "share_at_least": share_at_least,
    "sum": total,
    "same_for": same_for,
    "once": once,
    "last_year": last_year,
}
