"""What co-operation tells the proofs of itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils import timezone

from casework.co_operation.services import (
    Asked,
    record_co_operation_request,
    record_partners_answer,
    request_co_operation,
)
from casework.models import CoOperationRequest, Person
from delegation.models import Account, Organisation
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things

KIND = "co-operation request"


def asked_of(person: Person | None = None, **otherwise: Any) -> Asked:
    """What an NHS body asks, or is asked, today: in a case where a person is given."""
    given: dict[str, Any] = {
        "partner_kind": "nhs_body",
        "partner": "The hospital trust",
        "asked_for": "The therapist’s report.",
        "asked_on": timezone.localdate(),
        "person": person.ref if person else "",
    }
    return Asked(**given | otherwise)


def received(by: Account, council: Organisation, person: Person | None = None) -> CoOperationRequest:
    """A partner's request."""
    return record_co_operation_request(by=by, council=council, asked=asked_of(person))


def made(by: Account, council: Organisation, person: Person | None = None) -> CoOperationRequest:
    """The council's request of a partner."""
    return request_co_operation(by=by, council=council, asked=asked_of(person))


def reasons_owed(by: Account, council: Organisation, person: Person | None = None) -> CoOperationRequest:
    """A request the partner declined without a reason."""
    ref = made(by, council, person).ref
    return record_partners_answer(by=by, request=ref, agreed=False, answered_on=timezone.localdate())


def _a_request(arguments: Any, *states: str) -> Given:
    return {"request": arguments._a(CoOperationRequest, state__in=states)}


def _asked(arguments: Any) -> Given:
    person = arguments.one_of(["", arguments._a(Person)])
    asked = asked_of(
        partner_kind=arguments.either("police", "a friend", "another_body"),
        partner=arguments.either("The trust", "", "x" * 300),
        asked_for=arguments.words(),
        asked_on=arguments.either(arguments.today(-2), arguments.today(3)),
        needed_by=arguments.either(None, arguments.today(5), arguments.today(-50)),
    )
    return {"council": arguments.a_council(), "asked": replace(asked, person=person)}


def _fresh(make: Callable[..., CoOperationRequest]) -> Callable[[Any], Given]:
    return lambda world: {"request": make(world.accounts["dass"], world.council).ref}


def _populate(world: Any) -> None:
    for make in (received, made, reasons_owed):
        make(world.accounts["dass"], world.council)


SERVICES = {
    "record_co_operation_request": Service(by="head", given=_asked),
    "request_co_operation": Service(by="dass", given=_asked),
    "agree_to_co_operate": Service(
        by="head", given=lambda a: {**_a_request(a, "waiting"), "answer": a.words()}, ready=_fresh(received)
    ),
    "decline_to_co_operate": Service(
        by="dass",
        given=lambda a: {
            **_a_request(a, "waiting"),
            "reasons": a.words(),
            "ground": a.either("own_duties", "", "no time"),
        },
        ready=_fresh(received),
    ),
    "record_partners_answer": Service(
        by="head",
        given=lambda a: {
            **_a_request(a, "asked"),
            "agreed": a.one_of([True, False]),
            "answered_on": a.either(a.today(), a.today(3), a.today(-300)),
            "answer": a.words(),
            "reasons": a.words(),
        },
        ready=_fresh(made),
    ),
    "record_partners_reasons": Service(
        by="head",
        given=lambda a: {
            **_a_request(a, "reasons_owed"),
            "reasons": a.words(),
            "reasons_on": a.either(a.today(), a.today(3), a.today(-300)),
        },
        ready=_fresh(reasons_owed),
    ),
    "withdraw_co_operation_request": Service(
        by="head",
        given=lambda a: {**_a_request(a, "waiting", "asked", "reasons_owed"), "because": a.words()},
        ready=_fresh(made),
    ),
}


def _furnish(here: Any, things: Things) -> Things:
    return {"co_operation": received(here.accounts["dass"], here.council, things["person"])}


def _named(things: Things) -> Given:
    return {"ref": things["co_operation"].ref if "co_operation" in things else "CQ-0000-0000"}


def _becomes(make: Callable[..., CoOperationRequest]) -> Callable[[Any, Things], Things]:
    return lambda world, things: {"co_operation": make(world.accounts["director"], things["council"], things["person"])}


def _page(typed: Given, ready: Any = None) -> Page:
    return Page(kind=KIND, named=_named, typed=lambda w, p: typed, ready=ready)


def _new(world: Any, plan: Any) -> Given:
    return {
        "partner_kind": "police",
        "partner": "Exampleshire Constabulary",
        "asked_for": "Who sits in the hub.",
        **day("asked_on", timezone.localdate()),
    }


def _today(name: str) -> Given:
    return day(name, timezone.localdate())


PAGES = {
    "casework:co_operation_requests": Page(),
    "casework:record_co_operation_request": Page(typed=_new),
    "casework:request_co_operation": Page(typed=_new),
    "casework:co_operation_request": _page({}),
    "casework:agree_to_co_operate": _page({"answer": "A social worker comes."}),
    "casework:decline_to_co_operate": _page({"ground": "own_functions", "reasons": "Nobody is on duty then."}),
    "casework:record_partners_answer": Page(
        kind=KIND,
        named=_named,
        typed=lambda w, p: {"agreed": "yes", "answer": "Sent on Monday.", **_today("answered_on")},
        ready=_becomes(made),
    ),
    "casework:record_partners_reasons": Page(
        kind=KIND,
        named=_named,
        typed=lambda w, p: {"reasons": "The report is not written.", **_today("reasons_on")},
        ready=_becomes(reasons_owed),
    ),
    "casework:withdraw_co_operation_request": _page({"because": "It was answered by telephone."}),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=_furnish, populate=_populate)
