"""Rows of the other returns for the tests: one of each without a fault, and files of such rows with changes."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from returns.cld.checking import Report
from returns.collections.checking import check
from returns.collections.counting import RECORD, Period
from returns.collections.reading import read
from returns.collections.specification import collection
from returns.collections.tables import tables_of

START, END = date(2025, 4, 1), date(2026, 3, 31)
YEAR = Period(start=START, end=END)
Row = Mapping[str, str]
REQUIREMENTS = ("Age", "Mental health", "Mental capacity", "No refusals", "Eligibility", "Best interests")
FILLED = (
    "date of birth",
    "gender",
    "ethnic group",
    "sickness days",
    "zero-hours status",
    "contracted hours",
    "pay",
    "qualifications",
)
QUALITY = ("occupation", "control", "looking after oneself", "safety", "social contact", "encouragement and support")
WHOLE: dict[str, dict[str, str]] = {
    "sac": {
        "Concern reference": "C1",
        "Person reference": "P1",
        "Date of birth": "1940-05-01",
        "Gender": "Female",
        "Ethnic group": "White",
        "Primary support reason": "Physical support",
        "Reported health conditions": "Physical",
        "Date concern raised": "2025-05-01",
        "Enquiry": "Section 42",
        "Date enquiry began": "2025-05-03",
        "Date enquiry concluded": "2025-07-01",
        "Types of risk": "Physical; Financial or material",
        "Source of risk": "Service provider",
        "Locations of risk": "Own home",
        "Risk outcome": "Risk reduced",
        "Mental capacity": "Lacks capacity",
        "Supported by advocate, friend or family": "Yes",
        "Desired outcomes asked": "Asked, outcomes expressed",
        "Desired outcomes achieved": "Fully achieved",
    },
    "dols": {
        "Application reference": "901-P1-2025-1",
        "Person reference": "P1",
        "Council code": "901",
        "CQC location code": "1-101640635",
        "Date application received": "2025-05-01",
        "Urgent authorisation included": "1",
        **{f"{name} requirement": "1" for name in REQUIREMENTS},
        "Date last assessment completed": "2025-05-20",
        "Application sign-off date": "2025-05-21",
        "Application status": "Granted",
        "Date of birth": "1940-05-01",
        "Gender": "Female",
        "Ethnic group": "White",
        "Disability": "Dementia",
        "Authorisation start date": "2025-05-21",
        "Authorisation planned end date": "2026-05-20",
    },
    "guardianship": {
        "Case reference": "G1",
        "Person reference": "P1",
        "Date of birth": "1980-05-01",
        "Gender": "Male",
        "Section": "7",
        "Guardian": "The council",
        "Date guardianship began": "2025-05-01",
    },
    "ssda902": {
        "Person reference": "P1",
        "Register": "Sight impaired",
        "Date of birth": "1950-05-01",
        "Date registered": "2025-05-01",
        "Additional disability": "None",
    },
    "asc-fr": {
        "Part": "FR001",
        "Age band": "65 and over",
        "Primary support reason": "Physical support",
        "Setting or service": "Nursing",
        "Own provision": "100",
        "Provision by others": "250.5",
        "Gross current expenditure": "350.5",
        "Client contributions": "50",
        "Net current expenditure": "300.5",
        "Resident weeks, own": "10",
        "Resident weeks, external": "20",
    },
    "dpa": {
        "Agreement reference": "D1",
        "Person reference": "P1",
        "Date agreed": "2025-05-01",
        "Amount deferred in the year": "1200",
        "Amount owed at the end of the year": "1200",
        "Amount recovered in the year": "0",
        "Amount written off in the year": "0",
    },
    "asc-wds": {
        "Workplace": "Reablement, east",
        "Employer type": "Local authority",
        "Main service": "Domiciliary care",
        "Capacity": "60",
        "People using services": "50",
        "Staff": "40",
        "Vacancies": "4",
        "Starters in 12 months": "5",
        "Leavers in 12 months": "6",
        "Worker records": "40",
        **dict.fromkeys((f"Workers with {name}" for name in FILLED), "36"),
    },
    "ascs": {
        "LaCode": "901",
        "Serial number": "1",
        "Stratum": "4",
        "Population in stratum": "100",
        "Method of collection": "1",
        "Response": "1",
        "Gender": "1",
        "Age": "80",
        "Ethnicity": "1",
        "Primary support reason": "1",
        "Support setting": "1",
        "Mechanism of delivery": "3",
        "Advocate": "No",
        "Interpreter": "No",
        "Questionnaire": "1",
        **dict.fromkeys(("q1", "q3a", "q4a", "q5a", "q6a", "q7a", "q7b", "q8a", "q9a", "q11"), "1"),
        "q12": "2",
    },
    "sace": {
        "Serial number": "1",
        "Answered": "Yes",
        "Method of collection": "Post",
        "Age": "50",
        "Gender": "Female",
        "Ethnic group": "White",
        "Support given": "Assessed",
        **dict.fromkeys((f"Quality of life: {name}" for name in QUALITY), "Best"),
        "Satisfaction with support": "Very satisfied",
        "Included or consulted": "Always",
        "Finding information": "Very easy",
    },
    "ascs-frame": {
        "Person reference": "P1",
        "Age": "80",
        "Primary support reason": "Other",
        "Setting": "Community",
    },
    "sace-frame": {"Person reference": "P1", "Age": "50", "Support given": "Assessed"},
}


def row(key: str, **changes: str) -> dict[str, str]:
    """The row without a fault, with changes; a field is named by its words joined by underscores."""
    return changed(key, {name.replace("_", " "): text for name, text in changes.items()})


def changed(key: str, changes: Row) -> dict[str, str]:
    """The row without a fault, with changes by the names of its fields."""
    return dict.fromkeys(collection(key).names, "") | WHOLE[key] | changes


def written(key: str, rows: Sequence[Row], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, collection(key).names)
        lines.writeheader()
        lines.writerows(rows)
    return path


def checked(key: str, rows: Sequence[Row], folder: Path, last_year: Sequence[Row] | None = None) -> Report:
    """The report of a file of these rows."""
    held = collection(key)
    before = read(held, texts(key, last_year)) if last_year is not None else None
    path = written(key, rows, folder / "rows.csv")
    return check(held, path, period_start=START, period_end=END, last_year=before)


def texts(key: str, rows: Sequence[Row]) -> pl.DataFrame:
    """The rows as a frame of texts, numbered as in a file."""
    schema = dict.fromkeys(collection(key).names, pl.String)
    return pl.DataFrame([dict(one) for one in rows], schema=schema).with_row_index(RECORD, offset=2)


def figures(key: str, rows: Sequence[Row]) -> dict[str, pl.DataFrame]:
    """Every file of the return's figures over these rows."""
    return tables_of(collection(key), texts(key, rows), YEAR)


def cell(frame: pl.DataFrame, *says: str, measure: str = "Count") -> object:
    """The one number of a file whose other columns say this, in their order."""
    columns = frame.columns[: len(says)]
    found = frame.filter(pl.col(name) == text for name, text in zip(columns, says, strict=True))
    return found[measure].item()
