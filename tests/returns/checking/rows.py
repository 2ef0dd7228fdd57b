"""Rows of Client Level Data without fault, of each kind of event, to be broken one cell at a time."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from returns.cld.checking import Report, check
from returns.cld.checking.specification import NAMES

PERIODS = {2: (date(2025, 4, 1), date(2026, 3, 31)), 1: (date(2023, 4, 1), date(2024, 3, 31))}
Row = Mapping[str, str]

_PERSON = {
    "LA Code": "908",
    "NHS Number": "9434765919",
    "LA Person Unique Identifier": "P100",
    "Gender": "Female",
    "Date of Birth": "1950-05-10",
    "Postcode": "PL1 2AA",
    "Has Unpaid Carer": "No",
}
_BY_RELEASE = {
    2: {
        "Ethnicity": "White: Irish",
        "Client Type": "Service user",
        "Primary Support Reason": "Mental health support",
        "Accommodation Status": "Refuge",
        "Client Funding Status": "Fully social care funded",
        "Reporting Period Start Date": "2025-04-01",
        "Reporting Period End Date": "2026-03-31",
        "Event Start Date": "2025-06-01",
        "Event End Date": "2025-06-20",
    },
    1: {
        "Ethnicity": "White - Irish",
        "Client Type": "Service User",
        "Primary Support Reason": "Mental Health Support",
        "Accommodation Status": "Refuge",
        "Client Funding Status": "Fully Social Care Funded",
        "Reporting Period Start Date": "2023-04-01",
        "Reporting Period End Date": "2024-03-31",
        "Event Start Date": "2023-06-01",
        "Event End Date": "2023-06-20",
    },
}
_EVENTS = {
    2: {
        "Request": {
            "Event Outcome": "Progress to support planning or services",
            "Request: Route of Access": "Community / other route",
        },
        "Assessment": {
            "Event Outcome": "Progress to support planning or services",
            "Assessment Type": "Long term assessment",
            "Method of Assessment": "Service user only",
            "Eligible Needs Identified": "Eligible needs identified",
        },
        "Service": {
            "Event Outcome": "Continuation of support or services",
            "Event End Date": "",
            "Service Type": "Long term support: Community",
            "Service Component": "Home support or domiciliary care",
            "Delivery Mechanism": "CASSR managed personal budget",
            "Unit Cost": "210.50",
            "Cost Frequency (Unit Type)": "Weekly",
            "Planned units per week": "1",
        },
        "Review": {
            "Event Outcome": "Continuation of support or services",
            "Review Reason": "Planned",
            "Review Outcomes Achieved": "Fully Met",
            "Method of Review": "Service user only",
        },
    },
    1: {
        "Request": {
            "Event Outcome": "Progress to Support Planning / Services",
            "Request: Route of Access": "Community / Other route",
        },
        "Assessment": {
            "Event Outcome": "Progress to Support Planning / Services",
            "Assessment Type": "Long Term Assessment",
            "Method of Assessment": "Service user only",
            "Eligible Needs Identified": "Eligible needs identified",
        },
        "Service": {
            "Event Outcome": "Provision of service",
            "Event End Date": "",
            "Service Type": "Long Term Support: Community",
            "Service Component": "Home Support",
            "Delivery Mechanism": "CASSR Managed Personal Budget",
            "Unit Cost": "210.50",
            "Cost Frequency (Unit Type)": "Weekly",
            "Planned units per week": "1",
        },
        "Review": {
            "Event Outcome": "No change in package",
            "Review Reason": "Planned",
            "Review Outcomes Achieved": "Fully Met",
            "Method of Review": "Service user only",
        },
    },
}


def a_row(event: str = "Service", release: int = 2, **cells: str) -> dict[str, str]:
    """A row without fault of this kind of event."""
    told = _PERSON | _BY_RELEASE[release] | _EVENTS[release][event] | {"Event Type": event}
    return dict.fromkeys(NAMES, "") | told | cells


def written(rows: Sequence[Row], path: Path, headings: Sequence[str] = NAMES) -> Path:
    """The rows as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def checked(rows: Sequence[Row], path: Path, release: int = 2, headings: Sequence[str] = NAMES) -> Report:
    """What the check finds in these rows."""
    start, end = PERIODS[release]
    return check(written(rows, path, headings), period_start=start, period_end=end)


def found_in(report: Report) -> set[tuple[int, str, str, str]]:
    """The faults as row, column, rule and severity; those of the file as a whole left out."""
    rows = report.faults.filter(pl.col("row") > 1).select("row", "column", "rule_id", "severity")
    return set(rows.rows())
