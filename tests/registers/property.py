"""What the protection of property tells the proofs of itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.models import Person, PropertyProtection
from casework.property.services import Entry, authorise_property_entry, propose_property_protection
from delegation.models import Account
from delegation.services import authorise_function
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things

KIND = "property protection"


def a_protection(by: Account, person: Person) -> PropertyProtection:
    """A proposal of a provider's social worker."""
    return propose_property_protection(
        by=by,
        person=person.ref,
        whereabouts="hospital",
        danger="The back door is broken and a dog is inside.",
        no_other_arrangement="His sister lives abroad; the landlord will not.",
    )


def an_entry(by_officer: Account, with_worker: Account, **otherwise: Any) -> Entry:
    """What an authorisation says: notice yesterday, entry today or tomorrow."""
    today = timezone.localdate()
    assert by_officer.worker_id
    assert with_worker.worker_id
    given: dict[str, Any] = {
        "basis": "consent",
        "basis_record": "He said so on the ward, to his social worker.",
        "notice_on": today - timedelta(days=1),
        "enter_from": today,
        "enter_until": today + timedelta(days=1),
        "officer": by_officer.worker_id,
        "social_worker": with_worker.worker_id,
    }
    return replace(Entry(**given), **otherwise)


def authorised(by: Account, held: PropertyProtection, officer: Account, social_worker: Account) -> PropertyProtection:
    """The entry authorised."""
    return authorise_property_entry(by=by, protection=held.ref, entry=an_entry(officer, social_worker))


def _any(arguments: Any, *states: str) -> Given:
    return {"protection": arguments._a(PropertyProtection, state__in=states)}


def _entry(arguments: Any) -> Given:
    who, today = arguments.world.accounts, arguments.today()
    entry = an_entry(
        who["broker"],
        who["practitioner"],
        basis=arguments.either("best_interests", "convenience"),
        basis_record=arguments.words(),
        notice_on=arguments.either(today - timedelta(days=2), today, today + timedelta(days=2)),
        enter_from=arguments.either(today, today - timedelta(days=1)),
        officer=arguments.either(who["broker"].worker_id, 0, arguments.a_worker().pk),
        social_worker=arguments.either(who["practitioner"].worker_id, 0, arguments.a_worker().pk),
    )
    return {**_any(arguments, "proposed"), "entry": entry}


def _fresh(world: Any, stage: str) -> Given:
    who = world.accounts
    held = a_protection(who["practitioner"], Person.objects.filter(provider=world.demo.northgate).latest("pk"))
    if stage == "authorised":
        authorised(who["dass"], held, who["broker"], who["practitioner"])
    return {"protection": held.ref}


def _at(stage: str) -> Callable[[Any], Given]:
    return lambda world: _fresh(world, stage)


def _populate(world: Any) -> None:
    for stage in ("proposed", "authorised"):
        _fresh(world, stage)


def _furnish(here: Any, things: Things) -> Things:
    provider, dass = things["organisation"], here.accounts["dass"]
    if not provider.authorisations.filter(function="property_entry_protection").exists():
        authorise_function(
            by=dass,
            council=here.council,
            organisation=provider,
            function="property_entry_protection",
            power="activity",
            from_day=timezone.localdate(),
            to_day=timezone.localdate() + timedelta(days=400),
            conditions="The council authorises each entry.",
            instrument="Protocol",
            signed_by="The director",
        )
    return {"protection": a_protection(things["account"], things["person"])}


def _named(things: Things) -> Given:
    return {"ref": things["protection"].ref if "protection" in things else "PP-0000-0000"}


def _authorised(world: Any, things: Things) -> Things:
    who = world.accounts
    return {"protection": authorised(who["director"], things["protection"], who["broker"], who["author"])}


def _page(typed: Callable[[Any], Given] = lambda w: {}, ready: Any = None) -> Page:
    return Page(kind=KIND, named=_named, typed=lambda w, p: typed(w), ready=ready)


def _typed_entry(world: Any) -> Given:
    today = timezone.localdate()
    return {
        "basis": "consent",
        "basis_record": "He said so on the ward.",
        **day("notice_on", today - timedelta(days=1)),
        **day("enter_from", today),
        **day("enter_until", today),
        "officer": world.accounts["broker"].worker_id,
        "social_worker": world.accounts["author"].worker_id,
    }


REGISTER = Register(
    services={
        "propose_property_protection": Service(
            by="practitioner",
            given=lambda a: {
                "person": a._a(Person),
                "whereabouts": a.either("hospital", "sea"),
                "danger": a.words("A dog inside."),
                "no_other_arrangement": a.words("Nobody else."),
            },
            ready=lambda world: {"person": Person.objects.filter(provider=world.demo.northgate).latest("pk").ref},
        ),
        "authorise_property_entry": Service(by="head", given=_entry, ready=_at("proposed")),
        "refuse_property_entry": Service(
            by="head",
            given=lambda a: {**_any(a, "proposed"), "because": a.words()},
            ready=_at("proposed"),
        ),
        "record_property_entry": Service(
            by="broker",
            given=lambda a: {
                **_any(a, "authorised"),
                "entered_on": a.day(),
                "inventory": a.words("A dog, a clock."),
                "social_worker_attended": a.either(True, False),
                "away_because": a.either("", a.words("He was called away.")),
            },
            ready=_at("authorised"),
        ),
        "end_property_protection": Service(
            by="dass",
            given=lambda a: {
                **_any(a, "authorised", "protected"),
                "because": a.words(),
                "costs": a.either(Decimal("42.00"), None, Decimal(-1)),
            },
            ready=_at("authorised"),
        ),
    },
    pages={
        "casework:property_protections": Page(),
        "casework:property_protection": _page(),
        "casework:propose_property_protection": Page(
            kind="person",
            named=lambda things: {"ref": things["person"].ref},
            typed=lambda w, p: {
                "whereabouts": "hospital",
                "danger": "A dog inside.",
                "no_other_arrangement": "Nobody else.",
            },
        ),
        "casework:authorise_property_entry": _page(_typed_entry),
        "casework:refuse_property_entry": _page(lambda w: {"because": "His sister has the key."}),
        "casework:record_property_entry": _page(
            lambda w: {
                **day("entered_on", timezone.localdate()),
                "inventory": "A dog, a clock.",
                "social_worker_attended": "no",
                "away_because": "Called away to an emergency.",
            },
            _authorised,
        ),
        "casework:end_property_protection": _page(lambda w: {"because": "He is home."}, _authorised),
    },
    furnish=_furnish,
    populate=_populate,
)
