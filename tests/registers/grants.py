"""What disabled facilities grants tell the proofs of themselves."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.grants.services import confirm_necessary_and_appropriate, record_grant_application
from casework.models import GrantApplication, Person
from delegation.models import Account
from delegation.register import whole
from delegation.registration.records import enter
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things

KIND = "grant"


def registered(account: Account, number: str = "OT000417", profession: str = "occupational_therapist") -> Account:
    """The account's holder, registered with the HCPC. The one place of the tests that knows how that is kept."""
    worker = account.worker
    assert worker
    with whole():
        enter(by=account, worker=worker, profession=profession, number=number, live_from=date(2019, 1, 1))
    return Account.objects.select_related("worker").get(pk=account.pk)


def a_grant(by: Account, person: Person) -> GrantApplication:
    """A full application of today."""
    return record_grant_application(
        by=by, person=person.ref, purpose="bath", works="A level-access shower.", applied_on=timezone.localdate()
    )


def confirmed(by: Account, grant: GrantApplication) -> GrantApplication:
    """The need confirmed by a registered professional."""
    return confirm_necessary_and_appropriate(
        by=by, grant=grant.ref, is_necessary=True, because="She cannot step over the side."
    )


def _any(arguments: Any, *states: str) -> Given:
    return {"grant": arguments._a(GrantApplication, state__in=states)}


def _fresh(world: Any, stage: str) -> Given:
    person = Person.objects.filter(provider=world.demo.northgate).latest("pk")
    held = a_grant(world.accounts["dass"], person)
    if stage == "confirmed":
        confirmed(world.accounts["twohats"], held)
    return {"grant": held.ref}


def _at(stage: str) -> Callable[[Any], Given]:
    return lambda world: _fresh(world, stage)


def _populate(world: Any) -> None:
    registered(world.accounts["twohats"])  # a practitioner of Northgate, and no social worker
    for stage in ("applied", "confirmed"):
        _fresh(world, stage)


def _named(things: Things) -> Given:
    return {"ref": things["grant"].ref if "grant" in things else "GA-0000-0000"}


def _author_is_registered(world: Any, things: Things) -> Things:
    registered(world.accounts["author"])
    return {}


def _confirmed(world: Any, things: Things) -> Things:
    return {"grant": confirmed(registered(world.accounts["author"]), things["grant"])}


def _page(typed: Given, ready: Any = None) -> Page:
    return Page(kind=KIND, named=_named, typed=lambda w, p: typed, ready=ready)


REGISTER = Register(
    services={
        "record_grant_application": Service(
            by="dass",
            given=lambda a: {
                "person": a._a(Person),
                "purpose": a.either("bath", "garden"),
                "works": a.words("A shower."),
                "applied_on": a.either(a.today(), a.today(3), a.today(-200)),
            },
        ),
        "confirm_necessary_and_appropriate": Service(
            by="twohats",
            given=lambda a: {
                **_any(a, "applied"),
                "is_necessary": a.one_of([True, True, False]),
                "because": a.words(),
            },
            ready=_at("applied"),
        ),
        "approve_grant": Service(
            by="head",
            given=lambda a: {
                **_any(a, "confirmed"),
                "amount": a.either(Decimal(12_000), Decimal(0), Decimal(30_001), Decimal(-5)),
                "reasons": a.words(),
                "pay_from": a.either(None, a.today(-3), a.today(800)),
            },
            ready=_at("confirmed"),
        ),
        "refuse_grant": Service(
            by="head",
            given=lambda a: {**_any(a, "applied", "not_confirmed"), "reasons": a.words()},
            ready=_at("applied"),
        ),
    },
    pages={
        "casework:grants": Page(),
        "casework:grant": _page({}),
        "casework:record_grant_application": Page(
            kind="person",
            named=lambda things: {"ref": things["person"].ref},
            typed=lambda w, p: {
                "purpose": "bath",
                "works": "A level-access shower.",
                **day("applied_on", timezone.localdate()),
            },
        ),
        "casework:confirm_necessary_and_appropriate": _page(
            {"is_necessary": "yes", "because": "She cannot step over the side."}, _author_is_registered
        ),
        "casework:approve_grant": _page({"amount": "12000.00", "reasons": "Practicable."}, _confirmed),
        "casework:refuse_grant": _page({"reasons": "The dwelling is to be left."}),
    },
    furnish=lambda here, things: {"grant": a_grant(here.accounts["dass"], things["person"])},
    populate=_populate,
)
