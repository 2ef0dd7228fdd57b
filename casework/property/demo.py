"""The demonstration of protected property: proposed, authorised, protected, refused. Loading again changes nothing."""

from contextlib import suppress
from datetime import date, timedelta

from django.utils import timezone

from casework.demo_people import Invented, somebody
from casework.models import Person, PropertyProtection
from casework.property.services import (
    Entry,
    authorise_property_entry,
    propose_property_protection,
    record_property_entry,
    refuse_property_entry,
)
from delegation.demo import DemoOrganisations
from delegation.refusals import Refused
from delegation.register import whole

STORIES = (
    ("The back door is broken and there is a cat inside.", "proposed"),
    ("The tenancy ends on Friday and the flat would be cleared.", "authorised"),
    ("Tools and a coin collection in an open garage.", "protected"),
    ("A television set.", "refused"),
)
# Whose hens were to be fetched, and nobody came.
LATE = Invented(
    identifier="PROPERTY-1", first_name="Wilfred", last_name="Hask", date_of_birth=date(1941, 8, 6), gender="Male"
)


def begin(here: DemoOrganisations) -> None:
    """On an earlier day: an entry authorised for a week that nobody makes."""
    if not PropertyProtection.objects.filter(council=here.council).exists():
        with whole():
            _told(here, somebody(here, LATE), "Six hens and an unlocked workshop.", "authorised")


def load(here: DemoOrganisations) -> None:
    """One at each step about people of Northgate, made once; none where nobody is registered yet."""
    recorded = Person.objects.filter(provider=here.northgate, restricted=False)
    people = list(recorded.exclude(council_identifier=LATE.identifier).order_by("pk")[: len(STORIES)])
    if not people or PropertyProtection.objects.filter(council=here.council, person__in=people).exists():
        return
    with whole():
        refs = [_told(here, people[number % len(people)], *story) for number, story in enumerate(STORIES)]
    with suppress(Refused):  # a provider's social worker tries to enter; the refusal stands in the register
        today = timezone.localdate()
        record_property_entry(
            by=here.accounts["practitioner"],
            protection=refs[1],
            entered_on=today,
            inventory="Boxes.",
            social_worker_attended=True,
        )


def _told(here: DemoOrganisations, person: Person, danger: str, far: str) -> str:
    social_worker, head, officer = (here.accounts[name] for name in ("practitioner", "head", "teammanager"))
    today = timezone.localdate()
    held = propose_property_protection(
        by=social_worker,
        person=person.ref,
        whereabouts="hospital",
        danger=danger,
        no_other_arrangement="No family nearby; the landlord was asked and will not.",
    )
    if far == "refused":
        refuse_property_entry(by=head, protection=held.ref, because="A neighbour holds the key and looks after it.")
    if far in ("authorised", "protected"):
        entry = Entry(
            basis="consent",
            basis_record="Said so on the ward to the social worker, and signed.",
            notice_on=today - timedelta(days=1),
            enter_from=today,
            enter_until=today + timedelta(days=7),
            officer=officer.worker_id or 0,
            social_worker=social_worker.worker_id or 0,
        )
        authorise_property_entry(by=head, protection=held.ref, entry=entry)
    if far == "protected":
        inventory = "Two tool chests, a lathe, an album of coins. Kept in the council's store at Harbour Road."
        record_property_entry(
            by=officer, protection=held.ref, entered_on=today, inventory=inventory, social_worker_attended=True
        )
    return str(held.ref)
