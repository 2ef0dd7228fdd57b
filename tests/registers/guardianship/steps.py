"""A guardianship at each step, for the worlds of the proofs."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.applying import receive_into_guardianship
from casework.guardianship.details import ReceptionDetails
from casework.guardianship.ending import (
    discharge_guardianship,
    end_guardianship,
    record_guardianship_expiry,
)
from casework.guardianship.leaving import transfer_guardianship_away
from casework.guardianship.rules import months_after
from casework.guardianship.running import name_medical_attendant, record_absence, record_return
from casework.models import Guardianship, Person
from delegation.amhp import demo as amhp
from delegation.models import AmhpApproval
from tests.registers.dols import a_patient

OFFICER = "guardianship"
MEMBERS = list(demo.MEMBERS)


def an_amhp(here: Any) -> str:
    """The reference of an approval five hundred days old, made where the world has none."""
    if not AmhpApproval.objects.filter(worker__accounts__username=demo.IN_FORCE).exists():
        amhp._tell(here, amhp.PEOPLE[0])
    return demo.amhp_ref(here)


def brought_to(here: Any, state: str, number: int) -> str:
    """A guardianship at a step; its reference."""
    person, by, today = a_patient(here, number), here.accounts[OFFICER], timezone.localdate()
    an_amhp(here)
    if state == "received":
        return demo.applied(here, person)
    if state == "to_refuse":
        return demo.applied(here, person, nearest_relative_objects=True)
    if state == "private":
        ref = demo.accepted(here, person, guardian=demo.private())
        name_medical_attendant(by=by, guardianship=ref, name="Dr Hugh Marlow", address="", told_on=today)
        return ref
    if state == "acted_for":
        ref = demo.accepted(here, person, guardian=demo.private())
        demo.acted_for(here, ref)
        return ref
    if state == "to_renew":
        return demo.accepted(here, person, days_ago=150)
    if state == "over":
        began_on = months_after(today + timedelta(days=1), -6)
        return demo.accepted(here, person, days_ago=(today - began_on).days)
    if state in ("away", "returned"):
        ref = demo.accepted(here, person, days_ago=60)
        record_absence(by=by, guardianship=ref, left_on=today - timedelta(days=40))
        if state == "returned":
            record_return(by=by, guardianship=ref, returned_on=today)
        return ref
    if state == "renewed":
        ref = demo.accepted(here, person, days_ago=150)
        demo.renewed(here, Guardianship.objects.get(ref=ref))
        return ref
    if state in ("discharged", "in_hospital"):
        return ended(here, demo.accepted(here, person), state)
    if state == "court":
        return received(here, person, by).ref
    return demo.accepted(here, person)


def ended(here: Any, ref: str, state: str) -> str:
    """Discharged by the council, or transferred to a hospital."""
    by, today = here.accounts[OFFICER], timezone.localdate()
    if state == "discharged":
        discharge_guardianship(
            by=by, guardianship=ref, members=MEMBERS, sitting_as="Panel", ordered_on=today, reasons="Settled."
        )
    else:
        transfer_guardianship_away(
            by=by,
            guardianship=ref,
            to="hospital",
            to_name="Exampleton Hospital",
            moved_on=today,
            because="Relapse.",
            hospital=demo.hospital(here),
        )
    return ref


def received(here: Any, person: Person, by: Any) -> Guardianship:
    today = timezone.localdate()
    details = ReceptionDetails(
        origin="court_order", began_on=today, received_on=today, from_name="Crown Court", guardian=demo.COUNCIL
    )
    return receive_into_guardianship(by=by, person=person.ref, details=details)


# None in its last day: the world of the proofs goes on a day after it is made.
STEPS = (
    "received",
    "to_refuse",
    "in_force",
    "private",
    "acted_for",
    "to_renew",
    "away",
    "returned",
    "court",
    "renewed",
    "discharged",
    "in_hospital",
)


def populate(world: Any) -> None:
    for number, state in enumerate(STEPS, 301):
        brought_to(world.teller.world, state, number)


def days_pass(world: Any) -> None:
    """The council's day: what ran out is recorded as ended, because the law ended it meanwhile."""
    by = world.accounts["dass"]
    lapsed = Guardianship.objects.filter(state="in_force", runs_to__lt=timezone.localdate()).select_related("person")
    for held in lapsed.order_by("pk"):
        died_on = held.person.date_of_death
        if died_on and held.runs_to and held.began_on and died_on <= held.runs_to:
            on = max(died_on, held.began_on)
            end_guardianship(by=by, guardianship=held.ref, ending="died", on=on, because="Told by the GP.")
        else:
            record_guardianship_expiry(by=by, guardianship=held.ref)
