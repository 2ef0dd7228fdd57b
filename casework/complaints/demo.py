"""The demonstration of complaints: at every step, one late, one taken over. Loading it again changes nothing."""

from datetime import date, timedelta

from django.utils import timezone

from casework.complaints.services import (
    acknowledge_complaint,
    agree_complaint_plan,
    prepare_complaint_response,
    record_complaint,
    sign_complaint_response,
    take_over_complaint,
)
from casework.models import Complaint, Person
from delegation.demo import DemoOrganisations
from delegation.models import Organisation
from delegation.register import whole

# What it is about, who complains, days since it was received, how far it went.
STORIES = (
    ("The morning visit came after eleven three times in a week.", "person", 1, "received"),
    ("The assessment was promised in May and nobody came.", "consent", 9, "received"),
    ("The social worker did not speak to his daughter before the plan was written.", "consent", 20, "looked_into"),
    ("The plan was shared with a neighbour.", "person", 40, "taken over"),
    ("The equipment was the wrong size and stayed for a month.", "person", 60, "prepared"),
    (
        "She was told that she would have to pay, and was not given the figures.",
        "person",
        90,
        "signed",
    ),
    ("His carer was never offered an assessment of her own.", "affected", 200, "looked_into"),
)


def load(here: DemoOrganisations) -> None:
    """A complaint at each step about people of Northgate, made once; none where nobody is registered yet."""
    people = list(Person.objects.filter(provider=here.northgate, restricted=False).order_by("pk")[: len(STORIES)])
    if not people or Complaint.objects.filter(council=here.council).exists():
        return
    with whole():
        for number, (about, made_by, days, far) in enumerate(STORIES):
            _told(here, people[number % len(people)], about, made_by, timezone.localdate() - timedelta(days=days), far)


def _told(here: DemoOrganisations, person: Person, about: str, made_by: str, received_on: date, far: str) -> None:
    manager, director = here.accounts["providermanager"], here.accounts["dass"]
    ref = _taken(here, person, about, made_by, received_on, here.northgate).ref
    if far == "received":
        return
    acknowledge_complaint(by=manager, complaint=ref, acknowledged_on=received_on + timedelta(days=2))
    if far == "taken over":
        because = "It is about what the manager herself decided."
        take_over_complaint(by=here.accounts["information"], complaint=ref, because=because)
        return
    held = Complaint.objects.get(ref=ref)
    plan = "The team manager speaks with everybody concerned and writes what was found."
    agree_complaint_plan(by=manager, complaint=ref, handling=plan, respond_by=held.respond_by)
    if far == "looked_into":
        return
    response = "We looked at the records and spoke with the staff. You were right, and we are sorry. This is put right."
    prepare_complaint_response(by=manager, complaint=ref, outcome="upheld", response=response)
    if far == "signed":
        sign_complaint_response(by=director, complaint=ref)


def _taken(
    here: DemoOrganisations, person: Person, about: str, made_by: str, received_on: date, at: Organisation
) -> Complaint:
    return record_complaint(
        by=here.accounts["providermanager"],
        person=person.ref,
        at=at,
        made_by=made_by,
        complainant="Who wrote the letter",
        about=about,
        arose_on=received_on - timedelta(days=10),
        received_on=received_on,
    )
