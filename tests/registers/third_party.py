"""What third parties' requests about a deprivation of liberty tell the proofs of themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.models import Person, ThirdPartyRequest
from casework.third_party import demo
from casework.third_party.services import Asked, appoint_third_party_assessor, record_third_party_request
from delegation.models import Account
from tests.permissions.forms import day
from tests.registers.dols import HOSPITAL, a_patient, an_assessor, pair
from tests.registers.kit import Given, Page, Register, Service, Things

KIND = "third party's request"
BY = "safeguarding"


def a_request(by: Account, person: Person) -> ThirdPartyRequest:
    """A request of today about a hospital."""
    today = timezone.localdate()
    asked = Asked(
        setting="hospital",
        hospital_name=HOSPITAL,
        asked_by_name="Edna Mallory",
        asked_as="her sister",
        managing_authority_asked_on=today - timedelta(days=3),
        circumstances="The ward is locked.",
        received_on=today,
    )
    return record_third_party_request(by=by, person=person.ref, asked=asked)


def appointed(here: Any, request: ThirdPartyRequest) -> ThirdPartyRequest:
    """The request with an assessor who looks into it."""
    _, best = pair(here)
    by = here.accounts[BY]
    return appoint_third_party_assessor(by=by, request=request.ref, assessor=best, is_independent=True)


def _any(arguments: Any, *states: str) -> Given:
    return {"request": str(arguments._a(ThirdPartyRequest, state__in=states))}


def _asked_given(arguments: Any) -> Given:
    asked = demo.asked(arguments.world.demo)
    asked = replace(
        asked,
        setting=arguments.either("care_home", "castle"),
        asked_by_name=arguments.words("Edna Mallory")[:200],
        asked_as=arguments.words("her sister")[:200],
        circumstances=arguments.words(),
        received_on=arguments.day(-2),
        managing_authority_asked_on=arguments.day(-9),
        hospital_name=arguments.either("", HOSPITAL),
    )
    return {"person": arguments._a(Person), "asked": asked}


def _fresh(here: Any, number: int, stage: str) -> ThirdPartyRequest:
    held = a_request(here.accounts[BY], a_patient(here, number))
    return appointed(here, held) if stage == "looked_into" else held


def _at(stage: str) -> Callable[[Any], Given]:
    return lambda world: {"request": _fresh(world.teller.world, 790, stage).ref}


def _sure_appointment(world: Any) -> Given:
    return {**_at("received")(world), "assessor": pair(world.teller.world)[1], "is_independent": True}


def _populate(world: Any) -> None:
    for number, stage in enumerate(("received", "looked_into"), 780):
        _fresh(world.teller.world, number, stage)


def _furnish(here: Any, things: Things) -> Things:
    known = ThirdPartyRequest.objects.filter(person=things["person"]).first()
    return {"third_party": known or a_request(here.accounts["dass"], things["person"])}


def _named(things: Things) -> Given:
    return {"ref": things["third_party"].ref if "third_party" in things else "TR-0000-0000"}


def _appointed(world: Any, things: Things) -> Things:
    return {"third_party": appointed(world.here, things["third_party"])}


def _page(typed: Any, ready: Any = None) -> Page:
    return Page(kind=KIND, named=_named, typed=typed, ready=ready)


def _asked_typed(world: Any, plan: Any) -> Given:
    today = timezone.localdate()
    return {
        "asked_by_name": "Edna Mallory",
        "asked_as": "her sister",
        "setting": "hospital",
        "hospital_name": HOSPITAL,
        "circumstances": "The ward is locked.",
        **day("received_on", today),
        **day("managing_authority_asked_on", today),
    }


REGISTER = Register(
    services={
        "record_third_party_request": Service(
            by=BY,
            given=_asked_given,
            ready=lambda world: {
                "person": a_patient(world.teller.world, 790).ref,
                "asked": demo.asked(world.teller.world),
            },
        ),
        "appoint_third_party_assessor": Service(
            by=BY,
            given=lambda a: {
                **_any(a, "received", "looked_into"),
                "assessor": an_assessor(a),
                "is_independent": a.one_of([True, True, False]),
            },
            ready=_sure_appointment,
        ),
        "conclude_third_party_request": Service(
            by=BY,
            given=lambda a: {
                **_any(a, "looked_into"),
                "outcome": a.either(a.one_of(ThirdPartyRequest.Outcome.values), "perhaps"),
                "assessed_on": a.day(0),
                "reasons": a.words(),
            },
            ready=lambda world: (
                _at("looked_into")(world) | {"outcome": "unauthorised", "assessed_on": timezone.localdate()}
            ),
        ),
        "decline_third_party_request": Service(
            by=BY, given=lambda a: {**_any(a, "received"), "reasons": a.words()}, ready=_at("received")
        ),
    },
    pages={
        "casework:third_party_requests": Page(),
        "casework:third_party_request": _page(lambda w, p: {}),
        "casework:record_third_party_request": Page(
            kind="person",
            named=lambda things: {"ref": things["person"].ref},
            ready=lambda world, things: {"person": a_patient(world.here, 791)},
            typed=_asked_typed,
        ),
        "casework:appoint_third_party_assessor": _page(
            lambda w, p: {"assessor": pair(w.here)[1], "is_independent": "yes"}
        ),
        "casework:conclude_third_party_request": _page(
            lambda w, p: {"outcome": "unauthorised", "reasons": "Not free to leave."}, _appointed
        ),
        "casework:decline_third_party_request": _page(lambda w, p: {"reasons": "Asked before."}),
    },
    furnish=_furnish,
    populate=_populate,
)
