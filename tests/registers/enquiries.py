"""What the Ombudsman's enquiries, and those of the press and of members, tell the proofs of themselves."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from delegation.demo import LAST_DAY_AUTHORISED
from delegation.information.ombudsman import (
    answer_ombudsman_enquiry,
    ask_provider_to_supply,
    close_ombudsman_enquiry,
    record_ombudsman_enquiry,
    supply_to_ombudsman_enquiry,
)
from delegation.information.public import clear_public_reply, draft_public_reply, record_public_enquiry
from delegation.models import Authorisation, OmbudsmanEnquiry, Organisation, Post, PublicEnquiry
from delegation.schedule import FUNCTIONS
from delegation.services import appoint_to_post, authorise_function, open_account
from tests.permissions.forms import day
from tests.registers.kit import Given, Page, Register, Service, Things


def soon() -> date:
    return timezone.localdate() + timedelta(days=10)


def authorised(dass: Any, provider: Organisation) -> None:
    """The provider holds both, as an activity carried out for the council."""
    for function in ("press_liaison", "members_liaison"):
        if not Authorisation.objects.filter(function=function, organisation=provider).exists():
            authorise_function(
                by=dass,
                council=provider.council,
                organisation=provider,
                function=function,
                power="activity",
                from_day=timezone.localdate(),
                to_day=LAST_DAY_AUTHORISED,
                conditions=FUNCTIONS[function].condition,
                instrument="Communication protocol",
                signed_by="The director",
            )


# -- the Ombudsman ---------------------------------------------------------------------------------------------------


def an_ombudsman_enquiry(
    by: Any, council: Organisation, provider: Organisation | None, *, answered: bool = False
) -> Any:
    """An enquiry; a provider asked to supply to it, where one is named; perhaps answered."""
    today = timezone.localdate()
    held = record_ombudsman_enquiry(
        by=by,
        council=council,
        their_reference="26 001 234",
        asked_for="The assessment and how it came to be late.",
        received_on=today,
        due_on=soon(),
    )
    if provider:
        ask_provider_to_supply(
            by=by, enquiry=held.ref, provider=provider, supply_asked="The file.", supply_due_on=soon()
        )
    if answered:
        answer_ombudsman_enquiry(by=by, enquiry=held.ref, answer="The file is attached.")
    return OmbudsmanEnquiry.objects.get(ref=held.ref)


def upheld(by: Any, held: OmbudsmanEnquiry) -> OmbudsmanEnquiry:
    """An answered enquiry, upheld, its remedy to be done in ten days."""
    return close_ombudsman_enquiry(
        by=by, enquiry=held.ref, decision="upheld", remedy="An apology and £200.", remedy_due_on=soon()
    )


def _ombudsman(arguments: Any, *states: str) -> Given:
    return {"enquiry": arguments._a(OmbudsmanEnquiry, state__in=states)}


def _fresh_ombudsman(asked: bool = False, answered: bool = False) -> Callable[[Any], Given]:
    def ready(world: Any) -> Given:
        provider = world.demo.northgate if asked else None
        by = world.accounts["information"]
        return {"enquiry": an_ombudsman_enquiry(by, world.council, provider, answered=answered).ref}

    return ready


def _fresh_upheld(world: Any) -> Given:
    by = world.accounts[OFFICER]
    return {"enquiry": upheld(by, an_ombudsman_enquiry(by, world.council, None, answered=True)).ref}


# -- the press and members -------------------------------------------------------------------------------------------

STAGES = ("open", "drafted", "cleared")


def a_public_enquiry(manager: Any, dass: Any, provider: Organisation, stage: str = "open") -> Any:
    """A member's enquiry that a provider's manager took in, brought to a stage."""
    authorised(dass, provider)
    assert provider.council
    held = record_public_enquiry(
        by=manager,
        council=provider.council,
        provider=provider,
        kind="member",
        asked_by="Councillor for Harbour ward",
        asked_for="How long do people wait?",
        received_on=timezone.localdate(),
        due_on=soon(),
    )
    return brought_to(stage, manager, dass, held)


def brought_to(stage: str, manager: Any, dass: Any, held: Any) -> Any:
    if STAGES.index(stage) > 0:
        held = draft_public_reply(by=manager, enquiry=held.ref, draft="Nineteen days.")
    if STAGES.index(stage) > 1:
        held = clear_public_reply(by=dass, enquiry=held.ref, constituents_authority="nothing_personal")
    return held


def _record_public(arguments: Any) -> Given:
    demo = arguments.world.demo
    return {
        "council": arguments.a_council(),
        "provider": arguments.either(demo.northgate, None, demo.riverside),
        "kind": arguments.either(arguments.one_of(["press", "member"]), "neighbour"),
        "asked_by": arguments.words("The Gazette")[:300],
        "asked_for": arguments.words("How long do people wait?"),
        "received_on": arguments.day(),
        "due_on": arguments.either(arguments.today(5), arguments.today(-5)),
    }


def _public(arguments: Any, *states: str) -> Given:
    return {"enquiry": arguments._a(PublicEnquiry, state__in=states)}


def _fresh_public(stage: str) -> Callable[[Any], Given]:
    def ready(world: Any) -> Given:
        who = world.accounts
        return {"enquiry": a_public_enquiry(who["providermanager"], who["dass"], world.demo.northgate, stage).ref}

    return ready


# -- the worlds --------------------------------------------------------------------------------------------------------


def _furnish(here: Any, things: Things) -> Things:
    dass, provider = here.accounts["dass"], things["organisation"]
    manager = here.accounts.get("providermanager") if provider == here.northgate else None
    return {
        "ombudsman_enquiry": an_ombudsman_enquiry(dass, here.council, provider),
        "public_enquiry": a_public_enquiry(manager or _a_manager_of(here, provider), dass, provider),
    }


def _a_manager_of(here: Any, provider: Organisation) -> Any:
    """Somebody in no column of the table, who drafts for another provider."""
    by = here.accounts["administrator"]
    name = f"{provider.key}manager"
    account = open_account(by=by, council=here.council, username=name, name="Manager Elsewhere")
    if not Post.objects.filter(worker=account.worker).exists():
        appoint_to_post(
            by=by,
            worker=account.worker,  # type: ignore[arg-type]
            organisation=provider,
            role="provider_manager",
            from_day=timezone.localdate(),
        )
    return account


def _populate(world: Any) -> None:
    who, northgate = world.accounts, world.demo.northgate
    an_ombudsman_enquiry(who["information"], world.council, northgate)
    an_ombudsman_enquiry(who["information"], world.council, None, answered=True)
    _fresh_upheld(world)
    for stage in STAGES:
        a_public_enquiry(who["providermanager"], who["dass"], northgate, stage)


def _ombudsman_named(things: Things) -> Given:
    return {"ref": things["ombudsman_enquiry"].ref if "ombudsman_enquiry" in things else "OM-0000-0000"}


def _public_named(things: Things) -> Given:
    return {"ref": things["public_enquiry"].ref if "public_enquiry" in things else "PM-0000-0000"}


def _answered(world: Any, things: Things) -> Things:
    by, held = world.here.accounts["information"], things["ombudsman_enquiry"]
    return {"ombudsman_enquiry": answer_ombudsman_enquiry(by=by, enquiry=held.ref, answer="The file is attached.")}


def _upheld(world: Any, things: Things) -> Things:
    held = _answered(world, things)["ombudsman_enquiry"]
    return {"ombudsman_enquiry": upheld(world.here.accounts[OFFICER], held)}


def _unasked(world: Any, things: Things) -> Things:
    """An enquiry about which Northgate was asked and supplied, so that it may be asked again."""
    by, held = world.here.accounts["providermanager"], things["ombudsman_enquiry"]
    return {"ombudsman_enquiry": supply_to_ombudsman_enquiry(by=by, enquiry=held.ref, supply="The file.")}


def _staged(stage: str) -> Callable[[Any, Things], Things]:
    def ready(world: Any, things: Things) -> Things:
        who = world.here.accounts
        held = brought_to(stage, who["providermanager"], who["dass"], things["public_enquiry"])
        return {"public_enquiry": held}

    return ready


def _ombudsman_page(typed: Callable[[], Given] = dict, ready: Any = None) -> Page:
    return Page(kind="ombudsman enquiry", named=_ombudsman_named, typed=lambda w, p: typed(), ready=ready)


def _public_page(stage: str, typed: Callable[[], Given] = dict) -> Page:
    return Page(kind="public enquiry", named=_public_named, typed=lambda w, p: typed(), ready=_staged(stage))


OFFICER, MANAGER = "information", "providermanager"
REGISTER = Register(
    services={
        "record_ombudsman_enquiry": Service(
            by=OFFICER,
            given=lambda a: {
                "council": a.a_council(),
                "their_reference": a.words("26 001 234")[:300],
                "asked_for": a.words("The file."),
                "received_on": a.either(a.today(), a.today(3)),
                "due_on": a.either(a.today(20), a.today(-20)),
            },
        ),
        "ask_provider_to_supply": Service(
            by=OFFICER,
            given=lambda a: {
                **_ombudsman(a, "open", "supplied"),
                "provider": a.either(a.world.demo.northgate, a.organisation()),
                "supply_asked": a.words("The file."),
                "supply_due_on": a.either(a.today(5), a.today(-5)),
            },
            ready=_fresh_ombudsman(),
        ),
        "supply_to_ombudsman_enquiry": Service(
            by="practitioner",
            given=lambda a: {**_ombudsman(a, "asked"), "supply": a.words("The file is attached.")},
            ready=_fresh_ombudsman(asked=True),
        ),
        "answer_ombudsman_enquiry": Service(
            by=OFFICER,
            given=lambda a: {**_ombudsman(a, "open", "asked", "supplied"), "answer": a.words("Attached.")},
            ready=_fresh_ombudsman(asked=True),
        ),
        "close_ombudsman_enquiry": Service(
            by=OFFICER,
            given=lambda a: {
                **_ombudsman(a, "answered"),
                "decision": a.either("upheld", "not_upheld", "perhaps"),
                "remedy": a.words("An apology."),
                "remedy_due_on": a.either(a.today(10), None, a.today(-400)),
            },
            ready=_fresh_ombudsman(answered=True),
        ),
        "complete_ombudsman_remedy": Service(
            by=OFFICER,
            given=lambda a: {
                **_ombudsman(a, "remedying"),
                "remedied_on": a.either(a.today(), a.today(3), a.today(-400)),
                "remedy_done": a.words("The apology was sent."),
            },
            ready=_fresh_upheld,
        ),
        "record_public_enquiry": Service(
            by=MANAGER, given=_record_public, ready=lambda world: {"provider": world.demo.northgate}
        ),
        "draft_public_reply": Service(
            by=MANAGER,
            given=lambda a: {**_public(a, "open", "drafted"), "draft": a.words("Nineteen days.")},
            ready=_fresh_public("open"),
        ),
        "send_back_public_reply": Service(
            by=OFFICER,
            given=lambda a: {**_public(a, "drafted"), "because": a.words("Say since when.")},
            ready=_fresh_public("drafted"),
        ),
        "clear_public_reply": Service(
            by=OFFICER,
            given=lambda a: {**_public(a, "drafted"), "constituents_authority": a.either("consent", "", "none")},
            ready=_fresh_public("drafted"),
        ),
        "send_public_reply": Service(by=OFFICER, given=lambda a: _public(a, "cleared"), ready=_fresh_public("cleared")),
    },
    pages={
        "delegation:ombudsman_enquiries": Page(),
        "delegation:record_ombudsman_enquiry": Page(
            typed=lambda w, p: {
                "their_reference": "26 001 234",
                "asked_for": "The file.",
                **day("received_on", timezone.localdate()),
                **day("due_on", soon()),
            }
        ),
        "delegation:ombudsman_enquiry": _ombudsman_page(),
        "delegation:ask_provider_to_supply": _ombudsman_page(
            lambda: {"provider": "northgate", "supply_asked": "The file.", **day("supply_due_on", soon())}, _unasked
        ),
        "delegation:supply_to_ombudsman_enquiry": _ombudsman_page(lambda: {"supply": "The file is attached."}),
        "delegation:answer_ombudsman_enquiry": _ombudsman_page(lambda: {"answer": "The file is attached."}),
        "delegation:close_ombudsman_enquiry": _ombudsman_page(lambda: {"decision": "not_upheld"}, _answered),
        "delegation:complete_ombudsman_remedy": _ombudsman_page(
            lambda: {**day("remedied_on", timezone.localdate()), "remedy_done": "The apology was sent."}, _upheld
        ),
        "delegation:public_enquiries": Page(),
        "delegation:record_public_enquiry": Page(
            typed=lambda w, p: {
                "kind": "member",
                "asked_by": "Councillor for Harbour ward",
                "asked_for": "How long do people wait?",
                **day("received_on", timezone.localdate()),
                **day("due_on", soon()),
            }
        ),
        "delegation:public_enquiry": _public_page("open"),
        "delegation:draft_public_reply": _public_page("open", lambda: {"draft": "Nineteen days."}),
        "delegation:send_back_public_reply": _public_page("drafted", lambda: {"because": "Say since when."}),
        "delegation:clear_public_reply": _public_page(
            "drafted", lambda: {"constituents_authority": "nothing_personal"}
        ),
        "delegation:send_public_reply": _public_page("cleared"),
    },
    furnish=_furnish,
    populate=_populate,
)
