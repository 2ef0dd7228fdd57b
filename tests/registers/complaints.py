"""What complaints tell the proofs of themselves."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.complaints.rules import OPEN, response_due
from casework.complaints.services import (
    acknowledge_complaint,
    agree_complaint_plan,
    prepare_complaint_response,
    record_complaint,
)
from casework.models import Complaint, Person
from delegation.services import appoint_to_post, open_account
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things

KIND = "complaint"
STAGES = ("received", "acknowledged", "looked_into", "prepared")


def a_complaint(by: Any, person: Person, at: Any) -> Complaint:
    """A complaint taken today."""
    today = timezone.localdate()
    return record_complaint(
        by=by,
        person=person.ref,
        at=at,
        made_by="person",
        complainant="The person",
        about="Nobody came on Sunday.",
        arose_on=today,
        received_on=today,
    )


def brought_to(stage: str, by: Any, complaint: Complaint) -> Complaint:
    """The complaint walked by its handler to a stage."""
    ref, today = complaint.ref, timezone.localdate()
    if STAGES.index(stage) > 0:
        complaint = acknowledge_complaint(by=by, complaint=ref, acknowledged_on=today)
    if STAGES.index(stage) > 1:
        complaint = agree_complaint_plan(by=by, complaint=ref, handling="A meeting.", respond_by=complaint.respond_by)
    if STAGES.index(stage) > 2:
        complaint = prepare_complaint_response(by=by, complaint=ref, outcome="upheld", response="We were wrong.")
    return complaint


def _any(arguments: Any, *states: str) -> Given:
    return {"complaint": arguments._a(Complaint, state__in=states)}


def _record(arguments: Any) -> Given:
    demo, today = arguments.world.demo, arguments.today()
    return {
        "person": arguments._a(Person),
        "at": arguments.either(demo.northgate, demo.council, demo.riverside, arguments.organisation()),
        "made_by": arguments.either("person", "consent", "stranger"),
        "complainant": arguments.words("A daughter")[:300],
        "about": arguments.words("Nobody came on Sunday."),
        "arose_on": arguments.either(today, today - timedelta(days=800), today + timedelta(days=3)),
        "received_on": arguments.either(today, today - timedelta(days=30)),
        "late_because": arguments.words(),
    }


def _plan(arguments: Any) -> Given:
    until = arguments.either(arguments.today(20), arguments.today(-1), arguments.today(400))
    return {**_any(arguments, "acknowledged"), "handling": arguments.words("A meeting."), "respond_by": until}


def _longer(arguments: Any) -> Given:
    until = arguments.either(arguments.today(300), arguments.today())
    return {**_any(arguments, "looked_into", "prepared"), "respond_by": until, "because": arguments.words()}


def _prepare(arguments: Any) -> Given:
    outcome = arguments.either("partly", "perhaps", "")
    return {**_any(arguments, "looked_into"), "outcome": outcome, "response": arguments.words("We are sorry.")}


def _because(*states: str) -> Callable[[Any], Given]:
    return lambda arguments: {**_any(arguments, *states), "because": arguments.words()}


def _at(stage: str) -> Callable[[Any], Given]:
    """A complaint with Northgate at a stage, for one sure call."""

    def ready(world: Any) -> Given:
        by = world.accounts["providermanager"]
        person = Person.objects.filter(provider=world.demo.northgate).latest("pk")
        return {"complaint": brought_to(stage, by, a_complaint(by, person, world.demo.northgate)).ref}

    return ready


def _person(world: Any) -> Given:
    return {
        "person": Person.objects.filter(provider=world.demo.northgate).latest("pk").ref,
        "at": world.demo.northgate,
    }


def _furnish(here: Any, things: Things) -> Things:
    at = things["organisation"]
    if "providermanager" not in here.accounts:
        return {"complaint": a_complaint(here.accounts["dass"], things["person"], here.council)}
    by = here.accounts["providermanager"] if at == here.northgate else _a_manager_of(here, at)
    return {"complaint": a_complaint(by, things["person"], at)}


def _a_manager_of(here: Any, provider: Any) -> Any:
    """Somebody in no column of the table, who handles another provider's complaints."""
    given = {"by": here.accounts["administrator"], "council": here.council}
    account = open_account(**given, username="elsewheremanager", name="Manager Elsewhere")
    appoint_to_post(
        by=here.accounts["administrator"],
        worker=account.worker,
        organisation=provider,
        role="provider_manager",
        from_day=timezone.localdate(),
    )
    return account


def _populate(world: Any) -> None:
    by, northgate = world.accounts["providermanager"], world.demo.northgate
    person = Person.objects.filter(provider=northgate).earliest("pk")
    for stage in STAGES:
        brought_to(stage, by, a_complaint(by, person, northgate))


def _named(things: Things) -> Given:
    return {"ref": things["complaint"].ref if "complaint" in things else "CM-0000-0000"}


def _staged(stage: str) -> Callable[[Any, Things], Things]:
    def ready(world: Any, things: Things) -> Things:
        return {"complaint": brought_to(stage, world.here.accounts["providermanager"], things["complaint"])}

    return ready


def _page(stage: str, typed: Callable[[], Given]) -> Page:
    return Page(kind=KIND, named=_named, typed=lambda w, p: typed(), ready=_staged(stage))


HANDLER = "providermanager"
REGISTER = Register(
    services={
        "record_complaint": Service(by=HANDLER, given=_record, ready=_person),
        "acknowledge_complaint": Service(
            by=HANDLER,
            given=lambda a: {**_any(a, "received"), "acknowledged_on": a.day()},
            ready=_at("received"),
        ),
        "agree_complaint_plan": Service(by=HANDLER, given=_plan, ready=_at("acknowledged")),
        "agree_longer_complaint_period": Service(by=HANDLER, given=_longer, ready=_at("looked_into")),
        "prepare_complaint_response": Service(by=HANDLER, given=_prepare, ready=_at("looked_into")),
        "return_complaint_response": Service(by="dass", given=_because("prepared"), ready=_at("prepared")),
        "sign_complaint_response": Service(
            by="dass",
            given=lambda a: {**_any(a, "prepared"), "late_because": a.words()},
            ready=_at("prepared"),
        ),
        "take_over_complaint": Service(by="information", given=_because(*OPEN), ready=_at("received")),
    },
    pages={
        "casework:complaints": Page(),
        "casework:complaint": Page(kind=KIND, named=_named),
        "casework:record_complaint": Page(
            kind="person",
            named=lambda things: {"ref": things["person"].ref},
            typed=lambda w, p: {
                "made_by": "person",
                "complainant": "The person",
                "about": "Nobody came on Sunday.",
                **day("arose_on", timezone.localdate()),
                **day("received_on", timezone.localdate()),
            },
        ),
        "casework:acknowledge_complaint": _page("received", lambda: day("acknowledged_on", timezone.localdate())),
        "casework:agree_complaint_plan": _page(
            "acknowledged",
            lambda: {"handling": "A meeting.", **day("respond_by", timezone.localdate() + timedelta(days=20))},
        ),
        "casework:agree_longer_complaint_period": _page(
            "looked_into",
            lambda: {
                "because": "The records are with the hospital.",
                **day("respond_by", response_due(timezone.localdate()) + timedelta(days=30)),
            },
        ),
        "casework:prepare_complaint_response": _page(
            "looked_into", lambda: {"outcome": "partly", "response": "We are sorry."}
        ),
        "casework:return_complaint_response": _page("prepared", lambda: {"because": "It says nothing of Sunday."}),
        "casework:sign_complaint_response": _page("prepared", dict),
        "casework:take_over_complaint": _page("received", lambda: {"because": "The manager is complained of."}),
    },
    furnish=_furnish,
    populate=_populate,
)
