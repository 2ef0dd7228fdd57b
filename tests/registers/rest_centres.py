"""What rest centres tell the proofs of themselves."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from delegation.models import Account, Authorisation, Organisation, Post, RestCentre, RestCentreOpening
from delegation.rest_centres.asking import FUNCTION
from delegation.rest_centres.openings import (
    activate_rest_centre,
    record_rest_centre_attendance,
    stand_down_rest_centre,
)
from delegation.rest_centres.services import (
    arrange_rest_centre_staffing,
    record_rest_centre,
    record_rest_centre_check,
)
from delegation.services import authorise_function
from tests.permissions.forms import day
from tests.registers.contract import in_date
from tests.registers.kit import Given, Page, Register, Service, Things

CENTRE, OPENING = "rest centre", "rest centre opening"


def may_staff(by: Account, council: Organisation, provider: Organisation) -> None:
    """The provider authorised to staff centres, once."""
    if Authorisation.objects.filter(organisation=provider, function=FUNCTION).exists():
        return
    in_date(
        council,
        provider,
        head=Account.objects.get(username="head"),
        signatory=Account.objects.get(username="strategicdirector"),
    )
    authorise_function(
        by=by,
        council=council,
        organisation=provider,
        function=FUNCTION,
        power="activity",
        from_day=timezone.localdate(),
        to_day=date(2031, 3, 31),
        conditions="A written arrangement and a contact test are on file.",
        instrument="Emergency support schedule",
        signed_by="The director",
    )


def a_centre(by: Account, council: Organisation, provider: Organisation | None = None) -> RestCentre:
    """A centre of the plan; with a provider, staffed by it and its contact tested today."""
    centre = record_rest_centre(by=by, council=council, name="Quay Hall", address="Quay Road", places=80)
    if provider is None:
        return centre
    today = timezone.localdate()
    arrange_rest_centre_staffing(
        by=by, centre=centre.ref, provider=provider, contract="Schedule 9", contracted_on=today - timedelta(days=9)
    )
    record_rest_centre_check(
        by=by, centre=centre.ref, kind="contact_test", done_on=today, passed=True, findings="Answered at 02.10."
    )
    return RestCentre.objects.get(pk=centre.pk)


def an_opening(by: Account, council: Organisation, provider: Organisation) -> RestCentreOpening:
    """A centre opened, its provider called in."""
    centre = a_centre(by, council, provider)
    return activate_rest_centre(by=by, centre=centre.ref, incident="A flood.")


def _attended(by: Account, opening: RestCentreOpening) -> int:
    worker = by.worker_id
    assert worker
    record_rest_centre_attendance(by=by, opening=opening.ref, worker=worker, duty="Reception")
    return worker


# -- the services ------------------------------------------------------------------------------------------------------

# The provider of the proofs, and who manages it there.
MANAGER = "riversidequality"


def _fresh_centre(world: Any) -> Given:
    return {"centre": a_centre(world.accounts["dass"], world.council).ref}


def _fresh_opening(world: Any) -> RestCentreOpening:
    may_staff(world.accounts["dass"], world.council, world.demo.riverside)
    return an_opening(world.accounts["dass"], world.council, world.demo.riverside)


def _at(stage: str) -> Callable[[Any], Given]:
    def ready(world: Any) -> Given:
        opening = _fresh_opening(world)
        if stage == "stood_down":
            stand_down_rest_centre(by=world.accounts["dass"], opening=opening.ref, onward="Home.")
        if stage == "attended":
            return {"opening": opening.ref, "worker": _attended(world.accounts[MANAGER], opening)}
        return {"opening": opening.ref}

    return ready


def _populate(world: Any) -> None:
    _fresh_centre(world)
    _fresh_opening(world)


def _a_centre(arguments: Any) -> str:
    return str(arguments._a(RestCentre, state__in=["planned", "open"]))


def _an_opening(arguments: Any, *states: str) -> Given:
    return {"opening": arguments._a(RestCentreOpening, state__in=states or ["open"])}


def _a_worker(arguments: Any) -> int:
    here = Post.objects.filter(organisation=arguments.world.demo.riverside).order_by("pk")
    return int(arguments.either(here.values_list("worker_id", flat=True)[0], arguments.a_worker().pk, 0))


SERVICES = {
    "record_rest_centre": Service(
        by="dass",
        given=lambda a: {
            "council": a.a_council(),
            "name": a.either("Quay Hall", "", "x" * 300),
            "address": a.either("Quay Road", ""),
            "places": a.either(80, 0, -1, 1_000_000),
            "responder_kind": a.either("fire_and_rescue", "care_company", "local_authority", ""),
            "responder_name": a.either("Fire Authority", "", "x" * 300),
            "agreement": a.either("Memorandum", ""),
            "agreed_on": a.either(a.today(-30), None, a.today(3)),
        },
    ),
    "arrange_rest_centre_staffing": Service(
        by="head",
        given=lambda a: {
            "centre": _a_centre(a),
            "provider": a.either(a.world.demo.riverside, a.organisation()),
            "contract": a.either("Schedule 9", "", "x" * 300),
            "contracted_on": a.either(a.today(-9), a.today(3), date(1800, 1, 1)),
        },
        ready=_fresh_centre,
    ),
    "record_rest_centre_check": Service(
        by="head",
        given=lambda a: {
            "centre": _a_centre(a),
            "kind": a.either(a.one_of(["exercise", "review"]), "contact_test", "party"),
            "done_on": a.either(a.today(), a.today(-400), a.today(2)),
            "passed": a.one_of([True, True, False]),
            "findings": a.words(),
        },
        ready=_fresh_centre,
    ),
    "withdraw_rest_centre": Service(
        by="dass", given=lambda a: {"centre": _a_centre(a), "because": a.words()}, ready=_fresh_centre
    ),
    "activate_rest_centre": Service(
        by="head", given=lambda a: {"centre": _a_centre(a), "incident": a.words()}, ready=_fresh_centre
    ),
    "record_rest_centre_attendance": Service(
        by=MANAGER,
        given=lambda a: {**_an_opening(a), "worker": _a_worker(a), "duty": a.either("Reception", "", "x" * 300)},
        ready=_at("open"),
    ),
    "end_rest_centre_attendance": Service(
        by=MANAGER, given=lambda a: {**_an_opening(a), "worker": _a_worker(a)}, ready=_at("attended")
    ),
    "record_people_received": Service(
        by=MANAGER,
        given=lambda a: {
            **_an_opening(a),
            "here_now": a.either(20, 90, -1),
            "received": a.either(30, 0, 99_999),
            "needing_care": a.either(3, 40, -1),
        },
        ready=_at("open"),
    ),
    "stand_down_rest_centre": Service(
        by="head", given=lambda a: {**_an_opening(a), "onward": a.words()}, ready=_at("open")
    ),
    "debrief_rest_centre": Service(
        by="dass", given=lambda a: {**_an_opening(a, "stood_down"), "lessons": a.words()}, ready=_at("stood_down")
    ),
}


# -- the permission table ----------------------------------------------------------------------------------------------


def _furnish(here: Any, things: Things) -> Things:
    by, provider = here.accounts["dass"], things["organisation"]
    may_staff(by, here.council, provider)
    return {
        "rest_centre": a_centre(by, here.council, provider),
        "rest_centre_opening": an_opening(by, here.council, provider),
    }


def _named(name: str, nothing: str) -> Callable[[Things], Given]:
    return lambda things: {"ref": things[name].ref if name in things else nothing}


def _came(world: Any, things: Things) -> Things:
    _attended(world.accounts["provider manager"], things["rest_centre_opening"])
    return {}


def _stood_down(world: Any, things: Things) -> Things:
    held = things["rest_centre_opening"]
    return {"rest_centre_opening": stand_down_rest_centre(by=world.accounts["director"], opening=held.ref, onward="x")}


def _centre(**typed: Any) -> Page:
    return Page(kind=CENTRE, named=_named("rest_centre", "RC-0000-0000"), typed=lambda w, p: typed)


def _opening(typed: Callable[[Any], Given] = lambda w: {}, ready: Any = None) -> Page:
    return Page(
        kind=OPENING, named=_named("rest_centre_opening", "RO-0000-0000"), typed=lambda w, p: typed(w), ready=ready
    )


def _manager(world: Any) -> Given:
    return {"worker": world.accounts["provider manager"].worker_id}


PAGES = {
    "delegation:rest_centres": Page(),
    "delegation:record_rest_centre": Page(
        typed=lambda w, p: {"name": "Moor Hall", "address": "Moor", "places": "60", "responder_kind": "local_authority"}
    ),
    "delegation:rest_centre": _centre(),
    "delegation:arrange_rest_centre_staffing": Page(
        kind=CENTRE,
        named=_named("rest_centre", "RC-0000-0000"),
        typed=lambda w, p: {
            "provider": "northgate",
            "contract": "Schedule 9",
            **day("contracted_on", timezone.localdate()),
        },
    ),
    "delegation:record_rest_centre_check": Page(
        kind=CENTRE,
        named=_named("rest_centre", "RC-0000-0000"),
        typed=lambda w, p: {
            "kind": "exercise",
            "passed": "yes",
            "findings": "Opened in an hour.",
            **day("done_on", timezone.localdate()),
        },
    ),
    "delegation:activate_rest_centre": _centre(incident="A flood."),
    "delegation:withdraw_rest_centre": _centre(because="The hall is sold."),
    "delegation:rest_centre_opening": _opening(),
    "delegation:record_rest_centre_attendance": _opening(lambda w: {**_manager(w), "duty": "Reception"}),
    "delegation:end_rest_centre_attendance": _opening(_manager, _came),
    "delegation:record_people_received": _opening(lambda w: {"received": "12", "here_now": "9", "needing_care": "2"}),
    "delegation:stand_down_rest_centre": _opening(lambda w: {"onward": "Nine to a hotel."}),
    "delegation:debrief_rest_centre": _opening(lambda w: {"lessons": "More beds."}, _stood_down),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=_furnish, populate=_populate)
