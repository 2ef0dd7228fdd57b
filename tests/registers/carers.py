"""What the end of caring tells the proofs of itself."""

from dataclasses import replace
from typing import Any

from django.utils import timezone

from casework.models import CarerLink, Person
from casework.services import link_carer, record_person
from delegation.models import Account
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things
from verification.demo import person_details, read_characters


def a_carer_of(person: Person, by: Account) -> CarerLink:
    """Somebody of the same caseload, who cares for the person since today."""
    carer = record_person(
        by=by, provider=person.provider, details=replace(person_details(read_characters()[1]), nhs_number="")
    )
    return link_carer(
        by=by, carer=carer.ref, cared_for=person.ref, relationship="Son", from_day=timezone.localdate(), hours_a_week=10
    )


def _end(arguments: Any) -> Given:
    links = CarerLink.objects.select_related("carer", "cared_for").order_by("pk")
    link = arguments.one_of([*links[:5]]) if links else None
    named = {"carer": link.carer.ref, "cared_for": link.cared_for.ref} if link else {"carer": "", "cared_for": ""}
    return {
        **named,
        "carer": arguments.either(named["carer"], "PE-0000-0000"),
        "last_day": arguments.day(),
        "reason": arguments.words(),
    }


def _fresh(world: Any) -> Given:
    person = Person.objects.filter(provider=world.demo.northgate).latest("pk")
    link = a_carer_of(person, world.accounts["practitioner"])
    return {"carer": link.carer.ref, "cared_for": person.ref, "last_day": timezone.localdate()}


def _furnish(here: Any, things: Things) -> Things:
    return {"carer link": a_carer_of(things["person"], things["account"])}


def _named(things: Things) -> Given:
    link = things.get("carer link")
    return {"ref": things["person"].ref, "carer": link.carer.ref if link else "PE-0000-0000"}


REGISTER = Register(
    services={"end_carer_link": Service(by="practitioner", given=_end, ready=_fresh)},
    pages={
        "casework:end_carer_link": Page(
            kind="person",
            named=_named,
            typed=lambda world, plan: {**day("last_day", timezone.localdate()), "reason": "She moved abroad."},
        )
    },
    furnish=_furnish,
    populate=_fresh,
)
