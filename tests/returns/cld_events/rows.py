"""Rows of Client Level Data made by hand, in the columns of the specification."""

from datetime import date
from typing import Any

import polars as pl

from returns.cld.events.compiling import KINDS
from returns.specification import specification

SPEC = specification("cld", "2")
SCHEMA = {field.name: KINDS[field.kind] for field in SPEC.fields}
PERSON = {
    "LA Code": "901",
    "NHS Number": "9990000107",
    "LA Person Unique Identifier": "P1",
    "First Name": "Amina",
    "Last Name": "Yusuf",
    "Date of Birth": date(1944, 3, 9),
    "Client Type": "Service user",
    "Postcode": "EX9 1AA",
}
REQUEST = {
    "Event Type": "Request",
    "Event Start Date": date(2026, 3, 2),
    "Event End Date": date(2026, 3, 2),
    "Event Outcome": "NFA: Other",
}


def rows(*several: dict[str, Any]) -> pl.DataFrame:
    """Each row an ordinary person's ordinary request, with whatever should differ."""
    blank = dict.fromkeys(SCHEMA)
    return pl.DataFrame([blank | PERSON | REQUEST | one for one in several], schema=SCHEMA, orient="row")
