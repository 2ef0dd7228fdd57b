"""Seven AMHPs of the demonstration: each stands where the register must show somebody something.

Everything goes through the services. Loading them again changes nothing.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from delegation.amhp.rules import years_after
from delegation.amhp.services import (
    apply_for_amhp_approval,
    approve_amhp,
    record_amhp_competence,
    refuse_amhp,
)
from delegation.amhp.training import record_amhp_acting, record_amhp_training
from delegation.amhp.words import AREAS
from delegation.demo import DemoOrganisations
from delegation.models import Account, AmhpApproval, Worker
from delegation.register import whole
from delegation.registration.services import suspend_registration
from delegation.services import appoint_to_post, open_account

EVIDENCE = "Portfolio, two observed assessments and an interview with the panel."


@dataclass(frozen=True, kw_only=True)
class Invented:
    """An invented AMHP: who, in which profession, approved how many days ago, with how much training each year."""

    username: str
    name: str
    profession: str
    number: str
    approved_days_ago: int
    hours: tuple[str, ...] = ()
    earlier_council: str = ""


PEOPLE = (
    Invented(
        username="rsingh",
        name="Ravi Singh",
        profession="social_worker",
        number="SW204417",
        approved_days_ago=500,
        hours=("19.5", "18"),
    ),
    Invented(
        username="cboyd",
        name="Ciara Boyd",
        profession="mental_health_nurse",
        number="08C1123E",
        approved_days_ago=1765,
        hours=("18", "20", "18", "18.25", "18"),
        earlier_council="Moorshire Council",
    ),
    Invented(
        username="tadeyemi",
        name="Tola Adeyemi",
        profession="social_worker",
        number="SW198203",
        approved_days_ago=200,
        hours=("12",),
    ),
    Invented(
        username="hpugh",
        name="Hywel Pugh",
        profession="social_worker",
        number="SW150982",
        approved_days_ago=1850,
        hours=("18", "18", "18", "18", "18"),
    ),
    Invented(
        username="jkaur",
        name="Jasleen Kaur",
        profession="occupational_therapist",
        number="OT61720",
        approved_days_ago=0,
    ),
    Invented(
        username="mdoyle",
        name="Maeve Doyle",
        profession="social_worker",
        number="SW173356",
        approved_days_ago=420,
        hours=("11.5",),
    ),
    Invented(
        username="efrost",
        name="Edwin Frost",
        profession="practitioner_psychologist",
        number="PYL33018",
        approved_days_ago=300,
        hours=("18",),
    ),
)
SUSPENDED, REFUSED, ACTING = "tadeyemi", "jkaur", "efrost"
# Of whom the application waits, with two areas of competence shown.
WAITING = Invented(
    username="nbaptiste",
    name="Noor Baptiste",
    profession="occupational_therapist",
    number="OT70418",
    approved_days_ago=-21,
)
SHOWN = tuple(AREAS)[:2]


def load(here: DemoOrganisations) -> None:
    """The AMHPs of the demo council, made once: in force, due, suspended, lapsed, refused, short, acting elsewhere."""
    if AmhpApproval.objects.filter(council=here.council).exists():
        return
    for invented in PEOPLE:
        with whole():
            _tell(here, invented)
    with whole():
        approval = _applied(here, WAITING, timezone.localdate() + timedelta(days=21))
        record_amhp_competence(
            by=here.accounts["amhplead"],
            approval=approval,
            evidence=dict.fromkeys(SHOWN, EVIDENCE),
            assessed_on=approval.applied_on,
        )


def _tell(here: DemoOrganisations, invented: Invented) -> None:
    lead, today = here.accounts["amhplead"], timezone.localdate()
    approved_on = today - timedelta(days=invented.approved_days_ago)
    approval = _applied(here, invented, approved_on)
    record_amhp_competence(
        by=lead, approval=approval, evidence=dict.fromkeys(AREAS, EVIDENCE), assessed_on=approval.applied_on
    )
    if invented.username == REFUSED:
        refuse_amhp(by=lead, approval=approval, reasons="The panel asks for a further observed assessment first.")
        return
    approve_amhp(
        by=lead,
        approval=approval,
        reasons="The panel found all five areas of competence shown.",
        approved_on=approved_on,
        decision_written_in="Minutes of the AMHP approval panel",
    )
    _train(lead, approval, approved_on, invented.hours)
    if invented.username == SUSPENDED:
        suspend_registration(
            by=here.accounts["administrator"],
            council=here.council,
            registration=approval.registration,
            from_day=today - timedelta(days=6),
            reason="Interim suspension order, as published by Social Work England.",
        )
    if invented.username == ACTING:
        begins = today - timedelta(days=40)
        record_amhp_acting(by=lead, approval=approval, authority="Moorshire Council", from_day=begins, told_on=begins)


def _applied(here: DemoOrganisations, invented: Invented, approved_on: date) -> AmhpApproval:
    applied_on = approved_on - timedelta(days=30)
    if invented.earlier_council:
        before: dict[str, Any] = {
            "earlier_council": invented.earlier_council,
            "earlier_from": applied_on - timedelta(days=1800),
            "earlier_to": applied_on - timedelta(days=40),
        }
    else:
        before = {
            "course": "AMHP programme, University of Exampleshire",
            "course_completed_on": applied_on - timedelta(days=200),
        }
    return apply_for_amhp_approval(
        by=here.accounts["amhplead"],
        council=here.council,
        worker=_worker(here, invented),
        applied_on=applied_on,
        **before,
        undertakes_to_tell_of_acting=True,
        undertakes_to_stop_on_suspension=True,
        undertakes_to_stop_on_loss=True,
    )


def _worker(here: DemoOrganisations, invented: Invented) -> Worker:
    by = here.accounts["administrator"]
    account = open_account(
        by=by,
        council=here.council,
        username=invented.username,
        name=invented.name,
        registration={
            "profession": invented.profession,
            "number": invented.number,
            "live_from": date(2018, 9, 3),
        },
    )
    worker = Worker.objects.get(accounts=account)
    appoint_to_post(by=by, worker=worker, organisation=here.riverside, role="practitioner", from_day=date(2019, 1, 7))
    return worker


def _train(lead: Account, approval: AmhpApproval, approved_on: date, hours: tuple[str, ...]) -> None:
    for year, completed in enumerate(hours):
        record_amhp_training(
            by=lead,
            approval=approval,
            completed_on=years_after(approved_on, year) + timedelta(days=90 if year else 30),
            hours=Decimal(completed),
            what="Mental health law update and case seminars",
        )
