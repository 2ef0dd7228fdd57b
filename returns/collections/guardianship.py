"""Tables of guardianship under the Mental Health Act 1983 (SSDA702): new, ended and continuing, sections 7 and 37."""

from datetime import date, timedelta

import polars as pl

from returns.catalogue import first_day, year_of
from returns.collections.counting import ALL, RECORD, Counted, Period, recorded, with_all
from returns.collections.movements import MOVEMENTS, movements
from returns.collections.specification import values_of
from returns.figures.window import year_after

BEGAN, ENDED = "Date guardianship began", "Date guardianship ended"


def tables(rows: pl.DataFrame, period: Period) -> list[Counted]:
    """Every table of the return from the rows of its layout, as read."""
    moved = movements(rows, BEGAN, ENDED, period)
    return [years(rows, period), by_section(moved), by_guardian(moved)]


def years(rows: pl.DataFrame, period: Period) -> Counted:
    """New, ended and continuing in each financial year of the period, which may be of three."""
    parts = [
        movements(rows, BEGAN, ENDED, year).select(pl.lit(name).alias("Year"), "Counted", RECORD)
        for name, year in years_of(period).items()
    ]
    cells = {"Year": list(years_of(period)), "Counted": MOVEMENTS}
    return Counted(file="GUARD_years", members=pl.concat(parts), cells=cells)


def by_section(moved: pl.DataFrame) -> Counted:
    """By the section and the person's gender."""
    members = with_all(moved.select("Counted", recorded("Section"), recorded("Gender"), RECORD), "Section", "Gender")
    cells = {
        "Counted": MOVEMENTS,
        "Section": [*values_of("guardianship_section"), ALL],
        "Gender": [*values_of("gender"), ALL],
    }
    return Counted(file="GUARD_section", members=members, cells=cells)


def by_guardian(moved: pl.DataFrame) -> Counted:
    """By who is guardian."""
    members = with_all(moved.select("Counted", recorded("Guardian"), RECORD), "Guardian")
    cells = {"Counted": MOVEMENTS, "Guardian": [*values_of("guardian"), ALL]}
    return Counted(file="GUARD_guardian", members=members, cells=cells)


def years_of(period: Period) -> dict[str, Period]:
    """The financial years of a period, the first and last cut to it."""
    found: dict[str, Period] = {}
    day = period.start
    while day <= period.end:
        last = min(_last_day(day), period.end)
        found[year_of(day)] = Period(start=day, end=last)
        day = last + timedelta(days=1)
    return found


def _last_day(day: date) -> date:
    return year_after(first_day(year_of(day)), 1) - timedelta(days=1)
