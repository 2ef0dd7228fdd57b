"""The demonstration's other returns: a small file of each, sent by the provider for the last financial year.

The people, workplaces and sums are invented. Two of them are compiled, so that their figures can be walked.
"""

import csv
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from delegation.demo import DemoOrganisations
from delegation.models import Organisation
from returns.checking import PAGE
from returns.collections.specification import collection_for
from returns.models import CollectedFile, ReturnRound
from returns.rounds.services import collect_return_file, open_return_round, prepare
from returns.rounds.signing import compile_return, figure

Row = Mapping[str, str]
# Which of them the council has compiled.
COMPILED = ("DOLS", "ASC-FR")
REQUIREMENTS = ("Age", "Mental health", "Mental capacity", "No refusals", "Eligibility", "Best interests")
FILLED = ("date of birth", "gender", "ethnic group", "sickness days", "zero-hours status", "contracted hours", "pay")
QUALITY = ("occupation", "control", "looking after oneself", "safety", "social contact", "encouragement and support")


def load_others(here: DemoOrganisations, first: date, last: date) -> None:
    """A round of each for the year, with its file; the finance return and the survey of carers are the council's own.

    The safeguarding collection has its own round, which is late (returns/demo.py).
    """
    for kind, rows in rows_of_a_year(first).items():
        held = open_return_round(
            by=here.accounts["returns"], council=here.council, kind=kind, period_start=first, period_end=last
        )
        send_rows(here, held, rows)
        if kind in COMPILED:
            compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))


def send_rows(here: DemoOrganisations, held: ReturnRound, rows: Sequence[Row]) -> CollectedFile:
    """The provider's data officer sends these rows; what the council holds itself the returns officer does."""
    is_own = held.kind in ("ASC-FR", "ASC-WDS", "DPA")
    by = here.accounts["returns" if is_own else "dataofficer"]
    organisation: Organisation = here.council if is_own else here.northgate
    layout = collection_for(held.kind)
    if layout is None:
        raise LookupError(f"There is no layout of {held.kind}.")
    with tempfile.TemporaryDirectory(prefix="countersign-demo-") as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            lines = csv.DictWriter(out, layout.names, restval="")
            lines.writeheader()
            lines.writerows(rows)
        prepared = prepare(path, f"{held.kind.lower()}.csv", held=held, limits=PAGE, is_ours=True)
        return collect_return_file(by=by, round_ref=held.ref, organisation=organisation, prepared=prepared)


def rows_of_a_year(first: date) -> Mapping[str, Sequence[Row]]:
    """The files of the year that begins on this day, by the return's key in the catalogue."""
    return {
        "DOLS": list(_applications(first)),
        "GUARD": [_guardianship(first)],
        "SSDA902": list(_registered(first)),
        "ASC-FR": list(_lines()),
        "DPA": [_agreement(first, number) for number in (1, 2)],
        "ASC-WDS": list(_workplaces()),
        "ASCS": list(_answers()),
        "SACE": list(_carers()),
    }


def concerns(first: date) -> list[Row]:
    """The rows of the safeguarding collection: concerns of the year, half of them with an enquiry concluded."""
    raised = {"Gender": "Female", "Ethnic group": "White", "Primary support reason": "Physical support"}
    enquired = {
        "Enquiry": "Section 42",
        "Date enquiry began": str(first.replace(month=5, day=3)),
        "Date enquiry concluded": str(first.replace(month=7, day=1)),
        "Types of risk": "Financial or material",
        "Source of risk": "Service provider",
        "Locations of risk": "Own home",
        "Risk outcome": "Risk reduced",
        "Mental capacity": "Lacks capacity",
        "Supported by advocate, friend or family": "Yes",
        "Desired outcomes asked": "Asked, outcomes expressed",
        "Desired outcomes achieved": "Fully achieved",
    }
    return [
        {
            "Concern reference": f"CN-{number}",
            "Person reference": f"EX{6000 + number}",
            "Date of birth": f"19{30 + 5 * number}-05-01",
            "Date concern raised": str(first.replace(month=4, day=number + 1)),
            **raised,
            **(enquired if number % 2 else {"Enquiry": "No enquiry"}),
        }
        for number in range(8)
    ]


def _applications(first: date) -> Iterable[Row]:
    for number in range(6):
        received = first.replace(month=5, day=number + 1)
        granted = {
            "Application status": "Granted",
            "Authorisation start date": str(received.replace(day=21)),
            "Authorisation planned end date": str(received.replace(year=received.year + 1, day=20)),
        }
        yield {
            "Application reference": f"908-EX{6100 + number}-{first.year}-1",
            "Person reference": f"EX{6100 + number}",
            "Council code": "908",
            "CQC location code": "1-101640635",
            "Date application received": str(received),
            "Urgent authorisation included": str(number % 2),
            **{f"{name} requirement": "1" for name in REQUIREMENTS},
            **({} if number % 3 else {"Best interests requirement": "2"}),
            "Date last assessment completed": str(received.replace(day=19)),
            "Application sign-off date": str(received.replace(day=21)),
            **(granted if number % 3 else {"Application status": "Not granted"}),
            "Date of birth": f"19{30 + number}-05-01",
            "Gender": ("Female", "Male")[number % 2],
            "Ethnic group": "White",
            "Disability": "Dementia",
        }


def _guardianship(first: date) -> Row:
    return {
        "Case reference": "GU-1",
        "Person reference": "EX6200",
        "Date of birth": "1980-05-01",
        "Gender": "Male",
        "Section": "7",
        "Guardian": "The council",
        "Date guardianship began": str(first.replace(month=6)),
    }


def _registered(first: date) -> Iterable[Row]:
    for number in range(5):
        yield {
            "Person reference": f"EX{6300 + number}",
            "Register": "Sight impaired",
            "Date of birth": f"19{30 + 10 * number}-05-01",
            "Date registered": str(first.replace(year=first.year - number, month=6)),
            "Additional disability": "None",
        }


def _lines() -> Iterable[Row]:
    for setting, own, others, weeks in (("Nursing", 120, 2400, 2600), ("Residential", 640, 5100, 7900)):
        yield {
            "Part": "FR001",
            "Age band": "65 and over",
            "Primary support reason": "Physical support",
            "Setting or service": setting,
            "Own provision": str(own),
            "Provision by others": str(others),
            "Client contributions": str(others // 4),
            "Resident weeks, own": str(weeks // 10),
            "Resident weeks, external": str(weeks),
        }


def _agreement(first: date, number: int) -> Row:
    return {
        "Agreement reference": f"DP-{number}",
        "Person reference": f"EX{6400 + number}",
        "Date agreed": str(first.replace(month=8, day=number)),
        "Amount deferred in the year": str(9000 * number),
        "Amount owed at the end of the year": str(9000 * number),
        "Amount recovered in the year": "0",
        "Amount written off in the year": "0",
    }


def _workplaces() -> Iterable[Row]:
    for name, staff in (("Reablement, east", 40), ("Reablement, west", 30)):
        yield {
            "Workplace": name,
            "Employer type": "Local authority",
            "Main service": "Domiciliary care",
            "Capacity": "60",
            "People using services": "50",
            "Staff": str(staff),
            "Vacancies": "4",
            "Starters in 12 months": "5",
            "Leavers in 12 months": "6",
            "Worker records": str(staff),
            **dict.fromkeys((f"Workers with {name}" for name in (*FILLED, "qualifications")), str(staff)),
        }


def _answers() -> Iterable[Row]:
    for number in range(1, 9):
        answered = number % 4 > 0
        asked = ("q1", "q3a", "q4a", "q5a", "q6a", "q7a", "q7b", "q8a", "q9a", "q11")
        yield {
            "LaCode": "908",
            "Serial number": str(number),
            "Stratum": "4",
            "Population in stratum": "400",
            "Response": "1" if answered else "0",
            "Gender": str(number % 2 + 1),
            "Age": str(70 + number),
            "Ethnicity": "1",
            "Primary support reason": "1",
            "Support setting": "1",
            "Mechanism of delivery": "3",
            "Advocate": "No",
            "Interpreter": "No",
            "Questionnaire": "1",
            **({"Method of collection": "1"} | dict.fromkeys(asked, str(number % 2 + 1)) if answered else {}),
        }


def _carers() -> Iterable[Row]:
    for number in range(1, 7):
        answers = dict.fromkeys((f"Quality of life: {name}" for name in QUALITY), ("Best", "Middle")[number % 2])
        yield {
            "Serial number": str(number),
            "Age": str(50 + number),
            "Gender": "Female",
            "Ethnic group": "White",
            "Support given": "Assessed",
            **({"Answered": "Yes", "Method of collection": "Post"} | answers if number % 3 else {"Answered": "No"}),
        }
