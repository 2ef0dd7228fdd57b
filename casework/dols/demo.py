"""The demonstration of deprivation of liberty: six requests, some late, one refused; loading again changes nothing."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone

from casework.demo_people import Invented, somebody
from casework.dols.after import end_dols_authorisation
from casework.dols.assessors import enter_dols_assessor
from casework.dols.details import AssessorDetails, GrantDetails, RequestDetails, ResultDetails
from casework.dols.rules import BEST_INTERESTS, KINDS, MENTAL_HEALTH
from casework.dols.services import (
    grant_dols_authorisation,
    record_dols_assessment,
    record_dols_request,
    refuse_dols_authorisation,
    select_dols_assessor,
)
from casework.models import DolsAssessor, Person
from delegation.demo import DemoOrganisations
from delegation.models import Account, Worker
from delegation.register import whole

DOCTORS = (MENTAL_HEALTH, "mental_capacity")
BY = "safeguarding"
CIRCUMSTANCES = "Lives with dementia; the doors are locked, and staff bring back whoever leaves alone."
FOUND = {
    "age": "Over 18: the birth certificate was seen.",
    "no_refusals": "No advance decision and no attorney or deputy who objects.",
    "mental_capacity": "Cannot weigh what living elsewhere would mean.",
    MENTAL_HEALTH: "Alzheimer’s disease, moderate.",
    "eligibility": "Not subject to the Mental Health Act.",
    BEST_INTERESTS: "Necessary to keep her from harm, and in proportion to it.",
}
PEOPLE = tuple(
    Invented(identifier=f"DOLS-{number}", first_name=first, last_name=last, date_of_birth=born, gender=gender)
    for number, (first, last, born, gender) in enumerate(
        (
            ("Edith", "Larkham", date(1936, 1, 12), "Female"),
            ("Sidney", "Voss", date(1940, 8, 30), "Male"),
            ("Beryl", "Tolland", date(1933, 3, 5), "Female"),
            ("Ivor", "Penn", date(1951, 11, 21), "Male"),
            ("Noreen", "Garside", date(1938, 6, 17), "Female"),
            ("Alwyn", "Rook", date(1945, 2, 2), "Male"),
        ),
        1,
    )
)


def load(here: DemoOrganisations) -> None:
    """Six requests at six places of the procedure, and the council's assessors."""
    if DolsAssessor.objects.filter(council=here.council).exists():
        return
    today = timezone.localdate()
    with whole():
        doctor, best = assessors(here)
        _an_assessor_known_here(here)
        stories: tuple[tuple[int, bool, Callable[[str], None]], ...] = (
            (2, True, lambda ref: None),
            (44, False, lambda ref: select(here, ref, doctor, best)),
            (15, False, lambda ref: granted(here, ref, doctor, best)),
            (12, False, lambda ref: refused(here, ref, doctor, best)),
            (20, False, lambda ref: ended(here, ref, doctor, best)),
            (5, False, lambda ref: assessed(here, ref, doctor, best)),
        )
        for who, (days_ago, is_urgent, story) in zip(PEOPLE, stories, strict=True):
            story(received(here, somebody(here, who), today - timedelta(days=days_ago), is_urgent=is_urgent))


def by_of(here: DemoOrganisations) -> Account:
    """Who does it: the safeguarding manager."""
    return here.accounts[BY]


def assessors(here: DemoOrganisations) -> tuple[str, str]:
    """The references of a section 12 doctor and of a best interests assessor whom the council employs."""
    today = timezone.localdate()
    common = {
        "registered_on": date(2012, 9, 3),
        "insured_until": today + timedelta(days=200),
        "certificate_on": date(2024, 2, 1),
        "training_on": date(2019, 5, 14),
        "further_training_on": today - timedelta(days=90),
    }
    doctor = AssessorDetails(
        name="Dr Priya Nandan",
        profession="doctor",
        section_12_until=today + timedelta(days=700),
        employer_name="Nandan Psychiatry",
        **common,  # type: ignore[arg-type]
    )
    social_worker = AssessorDetails(
        name="Sunil Rao",
        profession="social_worker",
        is_amhp=True,
        employer=here.council,
        **common,  # type: ignore[arg-type]
    )
    entered = [
        enter_dols_assessor(by=by_of(here), council=here.council, details=each) for each in (doctor, social_worker)
    ]
    return entered[0].ref, entered[1].ref


def _an_assessor_known_here(here: DemoOrganisations) -> None:
    """A social worker of Riverside who is an AMHP by the register kept here, where there is one."""
    worker = Worker.objects.filter(accounts__username="rsingh", registrations__isnull=False).first()
    if worker is None:
        return
    details = AssessorDetails(
        name="",
        worker=worker,
        profession="social_worker",
        employer=here.riverside,
        registered_on=date(2018, 9, 3),
        insured_until=timezone.localdate() + timedelta(days=320),
        certificate_on=date(2025, 3, 4),
        training_on=timezone.localdate() - timedelta(days=150),
    )
    enter_dols_assessor(by=by_of(here), council=here.council, details=details)


def received(here: DemoOrganisations, person: Person, on: date, *, is_urgent: bool = False) -> str:
    """A care home's request; its reference."""
    urgent = {"urgent_on": on, "urgent_days": 7, "urgent_because": "She arrived from hospital that evening."}
    details = RequestDetails(
        setting="care_home",
        received_on=on,
        circumstances=CIRCUMSTANCES,
        managing_authority=here.care_providers[0],
        **(urgent if is_urgent else {}),  # type: ignore[arg-type]
    )
    return record_dols_request(by=by_of(here), person=person.ref, details=details).ref


def select(here: DemoOrganisations, ref: str, doctor: str, best: str) -> None:
    """The doctor for two assessments, the best interests assessor for four."""
    select_dols_assessor(by=by_of(here), request=ref, assessor=doctor, kinds=DOCTORS)
    select_dols_assessor(
        by=by_of(here), request=ref, assessor=best, kinds=[kind for kind in KINDS if kind not in DOCTORS]
    )


def result(kind: str, *, met: bool = True, reasons: str = "") -> ResultDetails:
    """What an assessment found."""
    is_best = kind == BEST_INTERESTS and met
    return ResultDetails(
        kind=kind,
        assessed_on=timezone.localdate(),
        met=met,
        reasons=reasons or FOUND[kind],
        most_days=180 if is_best else None,
        conditions="A walk outside each day with a member of staff." if is_best else "",
    )


def assessed(here: DemoOrganisations, ref: str, doctor: str, best: str) -> None:
    """All six made and met."""
    select(here, ref, doctor, best)
    for kind in KINDS:
        record_dols_assessment(by=by_of(here), request=ref, details=result(kind))


def granted(here: DemoOrganisations, ref: str, doctor: str, best: str) -> None:
    """Authorised for 180 days on a condition."""
    assessed(here, ref, doctor, best)
    today = timezone.localdate()
    details = GrantDetails(
        from_day=today,
        to_day=today + timedelta(days=179),
        purpose="To be given care with washing, eating and safety in the home.",
        conditions="A walk outside each day with a member of staff.",
        representative_name="Carol Tolland, daughter",
        representative_kind="family",
    )
    grant_dols_authorisation(by=by_of(here), request=ref, details=details)


def refused(here: DemoOrganisations, ref: str, doctor: str, best: str) -> None:
    """Refused, the person having capacity to decide."""
    select(here, ref, doctor, best)
    no = result("mental_capacity", met=False, reasons="He understands where he lives and chooses to stay.")
    record_dols_assessment(by=by_of(here), request=ref, details=no)
    refuse_dols_authorisation(by=by_of(here), request=ref, because="He has capacity to decide where he lives.")


def ended(here: DemoOrganisations, ref: str, doctor: str, best: str) -> None:
    """Authorised, and ended when the person moved."""
    granted(here, ref, doctor, best)
    end_dols_authorisation(
        by=by_of(here), request=ref, ending="moved", on=timezone.localdate(), because="Moved to be near her son."
    )
