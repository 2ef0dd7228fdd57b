"""Casework made by hand: frames as they are read, each row an ordinary one with whatever should differ."""

from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from returns.cld.events import casework_frames as read
from returns.cld.events.casework_frames import Casework
from returns.cld.events.compiling import Compiled, compiled
from returns.cld.events.frames import Columns
from returns.cld.events.period import Period

YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
Row = dict[str, Any]

PERSON: Row = {
    "person_id": 1,
    "person": "PE-1",
    "restricted": False,
    "council_identifier": "P1",
    "nhs_number": "9990000107",
    "first_name": "Amina",
    "last_name": "Yusuf",
    "date_of_birth": date(1944, 3, 9),
    "client_type": "Service user",
    "gender": "Female",
    "dementia": "No",
    "accommodation_status": "Tenant: Private landlord",
}
CONTACT: Row = {
    "person_id": 1,
    "contact": "CO-1",
    "made_on": date(2025, 6, 2),
    "route_of_access": "Community or other route",
    "outcome": "assessment",
}
ASSESSMENT: Row = {
    "person_id": 1,
    "assessment": "AS-1",
    "kind": "adult",
    "started_on": date(2025, 6, 3),
    "completed_on": date(2025, 6, 10),
    "assessment_type": "Long term assessment",
    "method": "Service user only",
    "refusal": "",
    "eligible": True,
    "determined_on": date(2025, 6, 11),
    "found_needs": True,
}
LINE: Row = {
    "person_id": 1,
    "plan": "SP-1",
    "package": 7,
    "decision": 5,
    "decided_as": "funding",
    "kind_of_plan": "adult",
    "has_budget": True,
    "state": "active",
    "package_starts_on": date(2025, 7, 1),
    "line": "L1",
    "how": "commissioned",
    "component": "Home support or domiciliary care",
    "paid": "weekly",
    "quantity": 7,
    "unit": "hour",
    "unit_cost": 22,
    "line_starts_on": date(2025, 7, 1),
}
FUNDED: Row = {"decision": 5, "line": "L1", "funded": "fund", "funded_weekly": 154, "funded_one_off": 0}
PACKAGE: Row = {"plan": "SP-1", "person_id": 1, "package": 7, "kind_of_plan": "adult"}
URGENT: Row = {
    "person_id": 1,
    "plan": "SP-1",
    "urgent": 3,
    "kind_of_plan": "adult",
    "weekly": 300,
    "starts_on": date(2025, 6, 20),
}
CARER: Row = {"person_id": 2, "cared_for_id": 1, "hours": 20, "from_day": date(2024, 1, 1)}
MARY: Row = PERSON | {
    "person_id": 2,
    "person": "PE-2",
    "council_identifier": "",
    "nhs_number": "",
    "first_name": "Mary",
    "client_type": "Unpaid carer",
}


def act(number: int, verb: str, subject: str, on: date, carer: str | None = None, **listed: str) -> Row:
    told = {"review_reason": None, "outcomes_achieved": None, "method_of_review": None} | listed
    return {"act": number, "verb": verb, "subject": subject, "acted_on": on, "carer": carer, **told}


def charge(decided: date) -> Row:
    return {
        "person_id": 1,
        "charge": "CH-1",
        "calculated_at": datetime(2025, 5, 1, 12, tzinfo=UTC),
        "decided_at": datetime(decided.year, decided.month, decided.day, tzinfo=UTC),
        "weekly": 40,
        "weekly_cost": 154,
    }


def change(plan: str, on: date) -> Row:
    return {"plan": plan, "requested_at": datetime(on.year, on.month, on.day, 12, tzinfo=UTC)}


def held(**several: list[Row]) -> Casework:
    """Casework with these rows; one ordinary person where no people are named."""
    rows = {"people": [PERSON]} | several
    columns: dict[str, Columns] = {
        "people": read.PERSON,
        "contacts": read.CONTACT,
        "assessments": read.ASSESSMENT,
        "charges": read.CHARGE,
        "support": read.SUPPORT,
        "funded": read.FUNDED,
        "awards": read.AWARD,
        "packages": read.PACKAGE,
        "urgent": read.URGENT,
        "carers": read.CARER,
        "changes": read.CHANGE,
        "acts": read.ACT,
    }
    return Casework(**{name: _frame(rows.get(name, []), told) for name, told in columns.items()})


def _frame(rows: list[Row], columns: Columns) -> pl.DataFrame:
    blank = dict.fromkeys(columns)
    schema = {name: kind for name, (_, kind) in columns.items()}
    return pl.DataFrame([blank | row for row in rows], schema=schema, orient="row")


def made_of(release: str = "2", period: Period = YEAR, **several: list[Row]) -> Compiled:
    """The file made of such casework."""
    return compiled(held(**several), period, release=release, la_code="901")


def only(release: str = "2", period: Period = YEAR, **several: list[Row]) -> dict[str, Any]:
    """The one row such casework makes."""
    (row,) = made_of(release, period, **several).rows.iter_rows(named=True)
    return row


def kinds(**several: list[Row]) -> list[str | None]:
    return made_of(**several).rows["Event Type"].to_list()
