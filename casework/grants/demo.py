"""The demonstration of grants: one to confirm, one late, one approved, one refused. Loading again changes nothing."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.grants.services import (
    approve_grant,
    confirm_necessary_and_appropriate,
    record_grant_application,
    refuse_grant,
)
from casework.models import GrantApplication, Person
from delegation.demo import DemoOrganisations
from delegation.models import Account
from delegation.register import whole
from delegation.services import appoint_to_post, open_account

# Purpose, works, days since the application, how far it went.
STORIES = (
    ("bath", "A level-access shower in place of the bath.", 12, "applied"),
    ("access", "A ramp to the front door and a wider frame.", 200, "confirmed"),
    ("bedroom", "A through-floor lift from the sitting room.", 60, "approved"),
    ("heating", "A second boiler.", 30, "refused"),
)


def load(here: DemoOrganisations) -> None:
    """An application at each step about people of Northgate, made once; none where nobody is registered yet."""
    people = list(Person.objects.filter(provider=here.northgate, restricted=False).order_by("pk")[: len(STORIES)])
    if not people or GrantApplication.objects.filter(council=here.council).exists():
        return
    with whole():
        therapist = _an_occupational_therapist(here)
        for number, story in enumerate(STORIES):
            _told(here, therapist, people[number % len(people)], *story)


def _an_occupational_therapist(here: DemoOrganisations) -> Account:
    registration: dict[str, Any] = {
        "profession": "occupational_therapist",
        "number": "OT004417",
        "live_from": date(2020, 8, 1),
    }
    administrator = here.accounts["administrator"]
    account = open_account(
        by=administrator,
        council=here.council,
        username="therapist",
        name="Rosalind Adeyemi",
        registration=registration,
    )
    if account.worker:
        appoint_to_post(
            by=administrator,
            worker=account.worker,
            organisation=here.northgate,
            role="practitioner",
            from_day=timezone.localdate(),
        )
    return account


def _told(
    here: DemoOrganisations, therapist: Account, person: Person, purpose: str, works: str, days: int, far: str
) -> None:
    head, applied_on = here.accounts["head"], timezone.localdate() - timedelta(days=days)
    ref = record_grant_application(by=head, person=person.ref, purpose=purpose, works=works, applied_on=applied_on).ref
    if far == "applied":
        return
    needed = far != "refused"
    because = "Seen at home with the plan of the house." if needed else "The boiler there is heats the whole dwelling."
    confirm_necessary_and_appropriate(by=therapist, grant=ref, is_necessary=needed, because=because)
    if far == "approved":
        approve_grant(by=head, grant=ref, amount=Decimal("18400.00"), reasons="The floors carry it; two quotes agree.")
    if far == "refused":
        refuse_grant(by=head, grant=ref, reasons="The works are not necessary and appropriate to the need.")
