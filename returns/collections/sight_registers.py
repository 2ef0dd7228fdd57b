"""Tables of SSDA902: the registers of people who are severely sight impaired (blind) or sight impaired."""

import polars as pl

from returns.collections.counting import (
    ALL,
    NOT_RECORDED,
    OLDEST,
    RECORD,
    Counted,
    Period,
    age_on,
    band,
    recorded,
    with_all,
)
from returns.collections.movements import AFTER, MOVEMENTS, NEW, movements
from returns.collections.specification import values_of

AGES = {
    "0-4": (0, 4),
    "5-17": (5, 17),
    "18-49": (18, 49),
    "50-64": (50, 64),
    "65-74": (65, 74),
    "75 and over": (75, OLDEST),
}


def tables(rows: pl.DataFrame, period: Period) -> list[Counted]:
    """Every table of the return from the rows of its layout, as read."""
    moved = movements(rows, "Date registered", "Date removed", period)
    moved = moved.with_columns(recorded("Register"), band(age_on("Date of birth", period.end), AGES).alias("Age band"))
    registered, new = (moved.filter(pl.col("Counted") == what) for what in (AFTER, NEW))
    return [
        by_age(registered, "SSDA902_registered"),
        by_age(new, "SSDA902_new"),
        by_disability(registered),
        moves(moved),
    ]


def by_age(rows: pl.DataFrame, file: str) -> Counted:
    """A register by age at the end of the period."""
    cells = {"Register": [*values_of("sight_register"), ALL], "Age band": [*AGES, ALL]}
    return Counted(file=file, members=with_all(rows.select(*cells, RECORD), *cells), cells=cells)


def by_disability(rows: pl.DataFrame) -> Counted:
    """A register by additional disability."""
    members = with_all(rows.select("Register", recorded("Additional disability"), RECORD), "Additional disability")
    disabilities = [*values_of("additional_disability"), NOT_RECORDED, ALL]
    cells = {"Register": list(values_of("sight_register")), "Additional disability": disabilities}
    return Counted(file="SSDA902_disability", members=members, cells=cells)


def moves(moved: pl.DataFrame) -> Counted:
    """How each register moved from the beginning of the period to its end."""
    cells = {"Register": list(values_of("sight_register")), "Counted": MOVEMENTS}
    return Counted(file="SSDA902_movements", members=moved.select("Register", "Counted", RECORD), cells=cells)
