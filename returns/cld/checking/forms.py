"""The rules of how a cell is written: dates, codes, spaces, the word NULL, and what a spreadsheet would run."""

from collections.abc import Iterator

import polars as pl

from returns.cld.checking.findings import Check, Finding, Suspicion, filled
from returns.cld.checking.prepared import NULL
from returns.cld.checking.specification import NAMES, Asked, of_kind
from returns.cld.checking.traits import DATES

FREE = of_kind("free")
FORMULA = r"^[=+\-@\t\r]"
# Controls, zero width, and what turns the direction of writing.
UNSEEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u{80}-\u{9f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{fffd}]"
)
# The usual forms; none of them was seen in the specification, so they only warn.
USUAL = {
    "LA Code": r"^[0-9]{3}$",
    "Postcode": r"^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}$",
    "GP Practice Code": r"^[A-Z][0-9]{5}$",
    "Provider CQC Location ID": r"^[0-9]-[0-9]+$",
}
EARLIEST, LATEST = pl.date(1880, 1, 1), pl.date(2100, 1, 1)


def checks_as_written() -> Iterator[Check]:
    """The rules of a cell before blanks are taken out."""
    told = "The cell holds the word NULL; it is left empty instead."
    for column in NAMES:
        yield Finding("CLD008", column, told, pl.col(column) == NULL)


def checks(_asked: Asked) -> Iterator[Check]:
    """The rules of how a cell is written."""
    for name, column in DATES.items():
        told = "The cell is not a day such as 2026-03-31 or 31/03/2026."
        yield Finding("CSN001", column, told, filled(column) & pl.col(name).is_null())
        told = "The day is before 1880 or after 2100."
        yield Finding("CSN016", column, told, ~pl.col(name).is_between(EARLIEST, LATEST))
    for column in FREE:
        text = pl.col(column)
        yield Suspicion(text.str.contains(f"{FORMULA}|{UNSEEN}"), tuple(_texts(column)))
    for column in [*of_kind("code"), "Event Reference"]:
        spaced = pl.col(column).str.starts_with(" ") | pl.col(column).str.ends_with(" ")
        yield Finding("CSN010", column, "There are spaces before or after the value.", spaced)
    for column, form in USUAL.items():
        told = "The code does not have the form it usually has."
        yield Finding("CSN014", column, told, ~pl.col(column).str.contains(form))


def _texts(column: str) -> Iterator[Finding]:
    told = "The text begins with = + - @ or a tab, as a formula does: it is not sent on. Write it another way."
    yield Finding("CSN002", column, told, pl.col(column).str.contains(FORMULA))
    told = "The text holds letters that cannot be seen."
    yield Finding("CSN003", column, told, pl.col(column).str.contains(UNSEEN))
