"""What freedom of information, the Ombudsman, the press and members tell the proofs of themselves."""

from typing import Any

from django.utils import timezone

from delegation.information.exemptions import EXEMPTIONS
from delegation.information.foi import record_foi_request
from delegation.information.rules import foi_latest_extension
from delegation.models import FoiRequest
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things


def an_foi_request(by: Any, council: Any, reached: Any) -> FoiRequest:
    """A request handed over by a provider today."""
    return record_foi_request(
        by=by,
        council=council,
        reached=reached,
        received_on=timezone.localdate(),
        asked_by="A newspaper",
        reply_to="desk@newspaper.example",
        asked_for="How many assessments were late last year?",
    )


def _open_foi(arguments: Any) -> str:
    return str(arguments._a(FoiRequest, state__in=["open", "extended"]))


def _record_foi(arguments: Any) -> Given:
    demo = arguments.world.demo
    return {
        "council": arguments.a_council(),
        "reached": arguments.either(
            arguments.one_of([demo.council, demo.northgate]), demo.riverside, arguments.organisation()
        ),
        "received_on": arguments.day(-arguments.one_of([0, 1, 30])),
        "handed_over_on": arguments.either(arguments.today(), None, arguments.today(-400)),
        "asked_by": arguments.words("A newspaper")[:300],
        "reply_to": arguments.words("desk@newspaper.example")[:300],
        "asked_for": arguments.words("How many assessments were late?"),
    }


def _extend_foi(arguments: Any) -> Given:
    ref = _open_foi(arguments)
    held = FoiRequest.objects.filter(ref=ref).first()
    until = foi_latest_extension(held.first_due_on) if held else arguments.today(40)
    return {
        "foi_request": ref,
        "exemption": arguments.either("s43", "s40", "s99"),
        "because": arguments.words(),
        "until": arguments.either(until, arguments.today(), arguments.today(400)),
    }


def _refuse_foi(arguments: Any) -> Given:
    return {
        "foi_request": _open_foi(arguments),
        "exemptions": arguments.either(["s40", "s43"], [], ["s99"], sorted(EXEMPTIONS)),
        "reasons": arguments.words(),
        "public_interest": arguments.words("Openness weighs less than the tender."),
        "answer": arguments.words("The rest is on the website."),
    }


def _fresh_foi(world: Any) -> Given:
    by = world.accounts["practitioner"]
    return {"foi_request": an_foi_request(by, world.council, world.demo.northgate).ref}


def _furnish(here: Any, things: Things) -> Things:
    return {"foi_request": an_foi_request(things["account"], here.council, things["organisation"])}


def _named(things: Things) -> Given:
    """The record, or where the walk names nothing at all, a reference nobody has."""
    return {"ref": things["foi_request"].ref if "foi_request" in things else "FR-0000-0000"}


def _populate(world: Any) -> None:
    an_foi_request(world.accounts["practitioner"], world.council, world.demo.northgate)


KIND = "foi request"
REGISTER = Register(
    services={
        "record_foi_request": Service(
            by="information",
            given=_record_foi,
            ready=lambda world: {"reached": world.demo.northgate, "handed_over_on": timezone.localdate()},
        ),
        "extend_foi_request": Service(by="information", given=_extend_foi, ready=_fresh_foi),
        "answer_foi_request": Service(
            by="dass",
            given=lambda arguments: {
                "foi_request": _open_foi(arguments),
                "answer": arguments.words("Twelve."),
                "is_held": arguments.one_of([True, False]),
            },
            ready=_fresh_foi,
        ),
        "refuse_foi_request": Service(by="information", given=_refuse_foi, ready=_fresh_foi),
    },
    pages={
        "delegation:foi_requests": Page(),
        "delegation:record_foi_request": Page(
            typed=lambda w, p: {
                "reached": "northgate",
                **day("received_on", timezone.localdate()),
                **day("handed_over_on", timezone.localdate()),
                "asked_by": "A newspaper",
                "reply_to": "desk@newspaper.example",
                "asked_for": "How many assessments were late?",
            }
        ),
        "delegation:foi_request": Page(kind=KIND, named=_named),
        "delegation:extend_foi_request": Page(
            kind=KIND,
            named=_named,
            typed=lambda w, p: {
                "exemption": "s43",
                **day("until", foi_latest_extension(w.ours["foi_request"].first_due_on)),
                "because": "A tender is under way.",
            },
        ),
        "delegation:answer_foi_request": Page(
            kind=KIND, named=_named, typed=lambda w, p: {"is_held": "yes", "answer": "Twelve."}
        ),
        "delegation:refuse_foi_request": Page(
            kind=KIND, named=_named, typed=lambda w, p: {"exemptions": ["s40"], "reasons": "It names a person."}
        ),
    },
    furnish=_furnish,
    populate=_populate,
)
