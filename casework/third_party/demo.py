"""The demonstration of third parties who ask: one late, one being looked into, one found unauthorised, one declined."""

from datetime import timedelta

from django.utils import timezone

from casework.models import DolsAssessor, DolsRequest, Person, ThirdPartyRequest
from casework.third_party.services import (
    Asked,
    appoint_third_party_assessor,
    conclude_third_party_request,
    decline_third_party_request,
    record_third_party_request,
)
from delegation.demo import DemoOrganisations
from delegation.register import whole

BY = "safeguarding"
# Who asks, as whom, what they tell, days since, how far it went.
STORIES = (
    ("Edna Mallory", "her sister", "The door is locked and she asks to go home.", 9, "received"),
    ("Tom Adair", "his advocate", "He is held back from the garden each day.", 3, "looked_into"),
    ("Wilma Strand", "her daughter", "Bed rails and a sensor; nobody asked her.", 12, "unauthorised"),
    ("A neighbour", "a neighbour", "The curtains are always drawn.", 5, "declined"),
)


def load(here: DemoOrganisations) -> None:
    """A request at each step about people with no request for authorisation, made once."""
    if ThirdPartyRequest.objects.filter(council=here.council).exists():
        return
    asked_of = DolsRequest.objects.filter(council=here.council).values("person")
    people = Person.objects.filter(provider=here.northgate, restricted=False, date_of_death=None)
    found = list(people.exclude(pk__in=asked_of).order_by("pk")[: len(STORIES)])
    with whole():
        for person, story in zip(found, STORIES, strict=False):
            _told(here, person, *story)


def asked(here: DemoOrganisations, name: str = "Edna Mallory", days: int = 0) -> Asked:
    """What somebody asks about a care home of the market."""
    on = timezone.localdate() - timedelta(days=days)
    return Asked(
        setting="care_home",
        managing_authority=here.care_providers[0],
        asked_by_name=name,
        asked_as="her sister",
        managing_authority_asked_on=on - timedelta(days=4),
        circumstances="The door is locked and she asks to go home.",
        received_on=on,
    )


def _told(
    here: DemoOrganisations, person: Person, name: str, asked_as: str, circumstances: str, days: int, far: str
) -> None:
    by, on = here.accounts[BY], timezone.localdate() - timedelta(days=days)
    told = Asked(
        setting="care_home",
        managing_authority=here.care_providers[0],
        asked_by_name=name,
        asked_as=asked_as,
        managing_authority_asked_on=on - timedelta(days=4),
        circumstances=circumstances,
        received_on=on,
    )
    ref = record_third_party_request(by=by, person=person.ref, asked=told).ref
    if far == "declined":
        reasons = "Asked twice before about an empty house; nothing has changed."
        decline_third_party_request(by=by, request=ref, reasons=reasons)
    assessor = DolsAssessor.objects.filter(council=here.council, profession="social_worker").first()
    if assessor is None or far in ("received", "declined"):
        return
    appoint_third_party_assessor(by=by, request=ref, assessor=assessor.ref, is_independent=True)
    if far == "unauthorised":
        conclude_third_party_request(
            by=by,
            request=ref,
            outcome="unauthorised",
            assessed_on=timezone.localdate(),
            reasons="Under continuous supervision, not free to leave, and nothing authorises it.",
        )
