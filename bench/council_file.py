"""A made file of Client Level Data: a council's year with so many events, and a fault in one row of a hundred."""

import random
from datetime import date
from pathlib import Path

import polars as pl

from returns.cld.checking.specification import EVENTS, NAMES, values_of

START, END = date(2025, 4, 1), date(2026, 3, 31)
EVENTS_A_PERSON = 6
# One row in so many is broken, each in one of these ways by turns.
ONE_IN = 100
FAULTS = {
    "NHS Number": "9434765918",
    "Gender": "",
    "Ethnicity": "Martian",
    "Date of Birth": "31/02/1950",
    "Accommodation Status": "NULL",
    "Event End Date": "2019-01-01",
    "Event Outcome": "",
    "Last Name": "=1+1",
    "Client Type": "Service User",
    "Postcode": "  ",
}
_LISTED = {
    "Gender": "gender",
    "Ethnicity": "ethnicity",
    "Primary Support Reason": "primary_support_reason",
    "Accommodation Status": "accommodation_status",
    "Employment Status": "employment_status",
    "Has Unpaid Carer": "has_unpaid_carer",
    "Visual Impairment": "visual_impairment",
    "Hearing Impairment": "hearing_impairment",
}
_OF_EVENTS = {
    "Request": {"Request: Route of Access": "Community / other route"},
    "Assessment": {
        "Assessment Type": "Long term assessment",
        "Eligible Needs Identified": "Eligible needs identified",
        "Method of Assessment": "Service user only",
    },
    "Service": {
        "Service Type": "Long term support: Community",
        "Service Component": "Home support or domiciliary care",
        "Delivery Mechanism": "CASSR managed personal budget",
        "Provider CQC Location Name": "Harbour Home Care",
        "Provider CQC Location ID": "1-100200300",
        "Unit Cost": "210.50",
        "Cost Frequency (Unit Type)": "Weekly",
        "Planned units per week": "1",
    },
    "Review": {
        "Review Reason": "Planned",
        "Review Outcomes Achieved": "Fully Met",
        "Method of Review": "Service user only",
    },
}


def make(path: Path, rows: int, seed: int) -> Path:
    """Write the file; the same seed writes the same file."""
    people = _people(max(1, rows // EVENTS_A_PERSON), seed)
    chosen = pl.int_range(rows, eager=True).shuffle(seed) % people.height
    frame = people[chosen].with_columns(_events(rows)).with_columns(_of_each_event())
    frame.with_columns(_broken()).select(NAMES).write_csv(path)
    return path


def _people(many: int, seed: int) -> pl.DataFrame:
    draw = random.Random(seed)  # noqa: S311 - a made file
    listed = {
        column: pl.Series(draw.choices([value.value for value in values_of(name, 2)], k=many))
        for column, name in _LISTED.items()
    }
    return pl.DataFrame({"number": _numbers(many), **listed}).with_columns(
        pl.lit("908").alias("LA Code"),
        pl.lit(START.isoformat()).alias("Reporting Period Start Date"),
        pl.lit(END.isoformat()).alias("Reporting Period End Date"),
        pl.format("{}{}", FIRST_NINE, CHECK_DIGIT).alias("NHS Number"),
        pl.format("P{}", pl.col("number") + 1_000_000).alias("LA Person Unique Identifier"),
        pl.format("Given{}", pl.col("number") % 997).alias("First Name"),
        pl.format("Family{}", pl.col("number") % 4_999).alias("Last Name"),
        pl.format("L83{}", pl.col("number") % 900 + 100).alias("GP Practice Code"),
        (pl.date(1925, 1, 1) + pl.duration(days=pl.col("number") * 37 % 28_000)).dt.to_string().alias("Date of Birth"),
        pl.format("PL{} {}AB", pl.col("number") % 9 + 1, pl.col("number") % 9 + 1).alias("Postcode"),
        pl.lit("Service user").alias("Client Type"),
        pl.lit("Fully social care funded").alias("Client Funding Status"),
    )


FIRST_NINE = 900_000_000 + pl.col("number") * 7
CHECK_DIGIT = (11 - pl.sum_horizontal((FIRST_NINE // 10**place % 10) * (place + 2) for place in range(9)) % 11) % 11


def _numbers(many: int) -> pl.Series:
    """So many numbers of people; one in eleven is passed over, having no NHS number."""
    numbers = pl.int_range(many * 2, eager=True).alias("number").to_frame()
    return numbers.filter(CHECK_DIGIT < 10)["number"].head(many)


def _events(rows: int) -> list[pl.Series]:
    place = pl.int_range(rows, eager=True)
    kind = pl.Series(EVENTS)[place % len(EVENTS)]
    begun = pl.DataFrame({"place": place}).select(
        start=pl.lit(START) + pl.duration(days=pl.col("place") * 13 % 300),
        end=pl.lit(START) + pl.duration(days=pl.col("place") * 13 % 300 + pl.col("place") % 60),
    )
    return [
        place.alias("place"),
        kind.alias("Event Type"),
        pl.DataFrame({"place": place}).select(pl.format("908-{}", "place")).to_series().alias("Event Reference"),
        begun["start"].dt.to_string().alias("Event Start Date"),
        begun["end"].dt.to_string().alias("Event End Date"),
        pl.Series("Event Outcome", ["NFA: Support ended as planned"]).new_from_index(0, rows),
    ]


def _of_each_event() -> list[pl.Expr]:
    filled = [
        pl.when(pl.col("Event Type") == kind).then(pl.lit(value)).alias(column)
        for kind, cells in _OF_EVENTS.items()
        for column, value in cells.items()
    ]
    known = {column for cells in _OF_EVENTS.values() for column in cells} | set(_LISTED)
    left = set(NAMES) - known - _ALWAYS
    return filled + [pl.lit(None, dtype=pl.String).alias(column) for column in sorted(left)]


_ALWAYS = {
    "LA Code",
    "Reporting Period Start Date",
    "Reporting Period End Date",
    "NHS Number",
    "LA Person Unique Identifier",
    "First Name",
    "Last Name",
    "GP Practice Code",
    "Date of Birth",
    "Postcode",
    "Client Type",
    "Client Funding Status",
    "Event Type",
    "Event Reference",
    "Event Start Date",
    "Event End Date",
    "Event Outcome",
}


def _broken() -> list[pl.Expr]:
    is_broken = pl.col("place") % ONE_IN == 7
    turn = pl.col("place") // ONE_IN % len(FAULTS)
    return [
        pl.when(is_broken & (turn == number)).then(pl.lit(value)).otherwise(pl.col(column)).alias(column)
        for number, (column, value) in enumerate(FAULTS.items())
    ]
