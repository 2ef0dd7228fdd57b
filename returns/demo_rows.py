"""An invented year of Client Level Data: the same people and events each time, and twenty-five ways to get it wrong.

NHS numbers begin with 999, which the NHS keeps for tests.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random

from casework.demo_people import invented_nhs_number
from returns.checking import FIELDS

# The invented council's code, and where the invented people's numbers begin.
COUNCIL_CODE, FIRST_NUMBER, PEOPLE = "908", 5000, 110
Row = dict[str, str]

SETTINGS = (
    ("Long term support: Community", "Home support or domiciliary care", "CASSR managed personal budget", "21.50"),
    ("Long term support: Community", "Direct payment", "Direct payment", "180.00"),
    ("Long term support: Residential care", "Long term residential care", "", "790.00"),
    ("Long term support: Nursing care", "Long term nursing care", "", "910.00"),
    ("Short term support: ST-Max", "Reablement", "CASSR commissioned support", ""),
)
SERVICE = ("Service Type", "Service Component", "Delivery Mechanism", "Unit Cost")
REASONS = (
    "Physical support: Personal care support",
    "Physical support: Access and mobility only",
    "Learning disability support",
    "Mental health support",
    "Support with memory and cognition",
)
HOMES = ("Tenant: Private landlord", "Owner occupier or shared ownership scheme", "Refuge")
ETHNICITIES = ("White: Irish", "White: Roma")


def a_year(start: date, end: date, *, people: int = PEOPLE, seed: str = "demonstration") -> list[Row]:
    """Requests, assessments, services and reviews of these people in twelve months."""
    chance = Random(seed)  # noqa: S311 (to be repeated, not to be secret)
    return [row for number in range(people) for row in _events_of(_person(number, chance, start, end), number, chance)]


def _person(number: int, chance: Random, start: date, end: date) -> Row:
    born = date(start.year - 20 - chance.randrange(70), chance.randrange(12) + 1, chance.randrange(28) + 1)
    return dict.fromkeys(FIELDS, "") | {
        "LA Code": COUNCIL_CODE,
        "Reporting Period Start Date": str(start),
        "Reporting Period End Date": str(end),
        "NHS Number": invented_nhs_number(FIRST_NUMBER + number),
        "LA Person Unique Identifier": f"EX{FIRST_NUMBER + number}",
        "First Name": "Invented",
        "Last Name": f"Person{number}",
        "Gender": chance.choice(("Male", "Female")),
        "Ethnicity": chance.choice(ETHNICITIES),
        "Date of Birth": str(born),
        "Client Type": "Service user",
        "Primary Support Reason": chance.choice(REASONS),
        "Postcode": "ZZ98 7QF",
        "Accommodation Status": chance.choice(HOMES),
        "Employment Status": "Unknown",
        "Has Unpaid Carer": chance.choice(("Yes", "No")),
        "Client Funding Status": "Fully social care funded",
    }


def _events_of(person: Row, number: int, chance: Random) -> Iterator[Row]:
    start = date.fromisoformat(person["Reporting Period Start Date"])
    end = date.fromisoformat(person["Reporting Period End Date"])
    asked = start + timedelta(days=chance.randrange((end - start).days - 40))
    yield person | {
        "Event Type": "Request",
        "Event Reference": f"R{number}",
        "Event Start Date": str(asked),
        "Event End Date": str(asked + timedelta(days=2)),
        "Event Outcome": "Progress to assessment, review or reassessment",
        "Request: Route of Access": "Community / other route",
    }
    yield person | {
        "Event Type": "Assessment",
        "Event Reference": f"A{number}",
        "Event Start Date": str(asked + timedelta(days=3)),
        "Event End Date": str(asked + timedelta(days=17)),
        "Event Outcome": "Progress to support planning or services",
        "Assessment Type": "Long term assessment",
        "Eligible Needs Identified": "Eligible needs identified",
        "Method of Assessment": "Service user only",
    }
    service, component, mechanism, cost = chance.choice(SETTINGS)
    begun = asked + timedelta(days=20) if number % 3 else start - timedelta(days=500 - number)
    ended = begun + timedelta(days=20) if service.endswith("ST-Max") and number % 3 else None
    yield person | {
        "Event Type": "Service",
        "Event Reference": f"S{number}",
        "Event Start Date": str(begun),
        "Event End Date": str(ended) if ended else "",
        "Event Outcome": "NFA: Support ended as planned" if ended else "Continuation of support or services",
        "Service Type": service,
        "Service Component": component,
        "Delivery Mechanism": mechanism,
        "Unit Cost": cost,
        "Cost Frequency (Unit Type)": "Weekly" if cost else "",
        "Planned units per week": "1" if cost else "",
    }
    if number % 3 == 0:
        looked = start + timedelta(days=10 + 3 * number)
        yield person | {
            "Event Type": "Review",
            "Event Reference": f"V{number}",
            "Event Start Date": str(looked),
            "Event End Date": str(looked + timedelta(days=5)),
            "Event Outcome": "Continuation of support or services",
            "Review Reason": "Planned",
            "Review Outcomes Achieved": "Fully Met",
            "Method of Review": "Service user only",
        }


def asked_long_before(start: date, end: date) -> list[Row]:
    """Somebody advised on one day and supported months later: the published method takes this for that call's sequel.

    Rule 4.9: the first event is settled before the call's own row is taken out (data/mended_faults.csv).
    """
    person = _person(900, Random("asked"), start, end)  # noqa: S311 (to be repeated, not to be secret)
    asked = start + timedelta(days=30)
    called = {
        "Event Type": "Request",
        "Event Reference": "R900",
        "Event Start Date": str(asked),
        "Event End Date": str(asked),
        "Event Outcome": "NFA: Information and advice or signposting",
        "Request: Route of Access": "Community / other route",
    }
    supported = {
        "Event Type": "Service",
        "Event Reference": "S900",
        "Event Start Date": str(asked + timedelta(days=120)),
        "Event End Date": str(asked + timedelta(days=200)),
        "Event Outcome": "NFA: Support ended as planned",
        **dict(zip(SERVICE, SETTINGS[0], strict=True)),
        "Cost Frequency (Unit Type)": "Weekly",
        "Planned units per week": "1",
    }
    return [person | called, person | supported]


# Which event, which field, and what stands there instead: each another kind of fault.
WRONG: tuple[tuple[str, str, str], ...] = (
    ("Request", "NHS Number", "9990000001"),
    ("Request", "LA Person Unique Identifier", ""),
    ("Request", "Gender", ""),
    ("Request", "Ethnicity", "White irish"),
    ("Request", "Date of Birth", "12 March 1941"),
    ("Request", "Client Type", ""),
    ("Request", "Postcode", ""),
    ("Request", "Accommodation Status", ""),
    ("Request", "Has Unpaid Carer", ""),
    ("Request", "Request: Route of Access", ""),
    ("Request", "Event Outcome", ""),
    ("Request", "Event Start Date", ""),
    ("Request", "Event End Date", ""),
    ("Request", "Event Description", "=HYPERLINK(1)"),
    ("Request", "LA Code", "NULL"),
    ("Assessment", "Primary Support Reason", ""),
    ("Assessment", "Assessment Type", ""),
    ("Assessment", "Method of Assessment", ""),
    ("Assessment", "Event Type", "Visit"),
    ("Assessment", "Event End Date", "1999-01-01"),
    ("Service", "Service Type", ""),
    ("Service", "Unit Cost", "£21.50"),
    ("Service", "Client Funding Status", ""),
    ("Service", "Reporting Period End Date", "2020-03-31"),
    ("Service", "Event Start Date", "2090-01-01"),
    ("Review", "Review Reason", ""),
    ("Review", "Method of Review", ""),
    ("Review", "Review Outcomes Achieved", ""),
    ("Service", "Event Description", "Cancelled"),
    ("Service", "Employment Status", " Unknown"),
)


def with_faults(rows: Sequence[Row]) -> list[Row]:
    """The same rows, one of them wrong in each of these ways, and one of them twice."""
    wrong = [dict(row) for row in rows]
    places = {kind: iter([row for row in wrong if row["Event Type"] == kind]) for kind in {one[0] for one in WRONG}}
    for kind, field, text in WRONG:
        next(places[kind])[field] = text
    return [*wrong, dict(wrong[-1])]


def as_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """The rows as a file of Client Level Data."""
    out = io.StringIO(newline="")
    lines = csv.DictWriter(out, FIELDS, lineterminator="\r\n")
    lines.writeheader()
    lines.writerows(rows)
    return out.getvalue().encode("utf-8")
