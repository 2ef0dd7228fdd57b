"""The rules of the person: who it is, and what must be told of everyone."""

from collections.abc import Iterator

import polars as pl

from returns.cld.checking.findings import (
    Check,
    Finding,
    Suspicion,
    blank,
    filled,
    is_not_for,
    must_be_filled,
)
from returns.cld.checking.prepared import ten_digits
from returns.cld.checking.specification import Asked
from returns.cld.checking.traits import age, says

EVERY_ROW = pl.lit(value=True)
ALWAYS_FILLED = {
    "CLD009": "Gender",
    "CLD010": "Ethnicity",
    "CLD011": "Date of Birth",
    "CLD012": "Client Type",
    "CLD013": "Postcode",
    "CLD014": "Accommodation Status",
    "CLD015": "Has Unpaid Carer",
}
OF_SERVICE_USERS = ("Autism Spectrum Disorder (ASD)", "Visual Impairment", "Hearing Impairment", "Dementia")
LINKED = tuple(f"Adult {number} Linked Person_ID" for number in (1, 2, 3))
OF_CARERS = ("Total Hrs Caring per week", "No. of adults being cared for")
NOT_CARED_FOR = "This is the row's own person, or the same person as in another of the three columns."
LOCAL = "LA Person Unique Identifier"
OLDEST = 115


def checks(asked: Asked) -> Iterator[Check]:
    """Every rule of the person that one row shows."""
    yield from _numbers()
    for rule_id, column in ALWAYS_FILLED.items():
        yield must_be_filled(rule_id, column, on=EVERY_ROW)
    yield from _conditional(asked)
    yield from _days(asked)
    yield from _people_cared_for()


def _numbers() -> Iterator[Check]:
    yield must_be_filled("CLD005", LOCAL, on=EVERY_ROW)
    odd = pl.col(LOCAL).str.contains(r"[^A-Za-z0-9/_.-]")
    yield Finding("CLD005", LOCAL, "The number holds other marks than letters and digits.", odd, "warning")
    rewritten = pl.col(LOCAL).str.contains(r"^[0-9][.,]?[0-9]*[eE][+-]?[0-9]+$")
    yield Finding("CSN015", LOCAL, "A spreadsheet seems to have rewritten this number.", rewritten)
    yield must_be_filled("CLD006", "NHS Number", on=EVERY_ROW)
    unlike = filled("NHS Number") & ~_is_nhs_number(pl.col("nhs")).fill_null(value=False)
    yield Suspicion(unlike, tuple(_unlike_nhs_numbers()))
    neither = blank("NHS Number") & blank(LOCAL)
    yield Finding("CLD007", LOCAL, "The row has neither number of the person: the centre drops it.", neither)


def _is_nhs_number(number: pl.Expr) -> pl.Expr:
    """Ten digits, the last of which is 11 less the weighted sum of the others (NHS Data Dictionary, modulus 11)."""
    weighted = pl.sum_horizontal((number // 10**place % 10) * (place + 1) for place in range(1, 10))
    # 11 stands for 0; 10 stands for no number at all, and no last digit equals it.
    return (11 - weighted % 11) % 11 == number % 10


def _unlike_nhs_numbers() -> Iterator[Finding]:
    text = pl.col("NHS Number")
    without_marks = text.str.replace_all(r"[ -]", "")
    is_number = _is_nhs_number(ten_digits(without_marks))
    is_spaced = (without_marks != text) & is_number.fill_null(value=False)
    told = "The NHS number is written with spaces or hyphens; it is ten digits."
    yield Finding("CLD006", "NHS Number", told, is_spaced, "warning")
    told = "The NHS number is not ten digits."
    yield Finding("CLD006", "NHS Number", told, pl.col("nhs").is_null() & ~is_spaced)
    told = "The last digit of the NHS number does not follow from the others."
    yield Finding("CLD006", "NHS Number", told, pl.col("nhs").is_not_null())


def _conditional(asked: Asked) -> Iterator[Check]:
    supported = pl.col("assessment") | pl.col("service") | pl.col("review")
    where = " on an assessment, a service or a review"
    yield must_be_filled("CLD016", "Primary Support Reason", on=supported, where=where)
    reason = says("Primary Support Reason", "learning disability support")
    working_age = age(asked.period_end).is_between(18, 64)
    yield must_be_filled(
        "CLD017",
        "Employment Status",
        on=pl.col("service_user") & working_age & reason,
        where=" for a service user of 18 to 64 with learning disability support",
    )
    told = filled("Client Type") & ~pl.col("service_user")
    yield from is_not_for("CLD018", OF_SERVICE_USERS, on=told, where=" for someone who is not a service user")
    yield must_be_filled(
        "CLD019",
        "Client Funding Status",
        on=pl.col("service_user")
        & (pl.col("service") | pl.col("review") | (pl.col("assessment") & pl.col("financial"))),
        where=" for a service user on a service, a review or a financial assessment",
    )


def _days(asked: Asked) -> Iterator[Check]:
    told = f"The date of birth gives an age above {OLDEST}: it looks made up."
    yield Finding("CLD022", "Date of Birth", told, age(asked.period_end) > OLDEST)
    birth, death = pl.col("birth"), pl.col("death")
    yield Finding("CSN007", "Date of Death", "The date of death is before the date of birth.", death < birth)
    told = "The date of birth is after the end of the period."
    yield Finding("CSN007", "Date of Birth", told, birth > asked.period_end)


def _people_cared_for() -> Iterator[Check]:
    told = filled("Client Type") & ~pl.col("carer")
    yield from is_not_for("CLD065", OF_CARERS, on=told, where=" for someone who is not a carer")
    for column in LINKED:
        others = [pl.col(column) == pl.col(other) for other in LINKED[: LINKED.index(column)]]
        twice = pl.any_horizontal(pl.col(column) == pl.col(LOCAL), *others)
        message = "A person cared for is named by someone who is not a carer."
        yield Finding("CLD064", column, message, told & filled(column))
        yield Finding("CSN013", column, NOT_CARED_FOR, twice)
