"""Safeguarding, told to the proofs: a concern at each step, and one of each caseload for the permission table."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from casework.models import InformationRequest, Person, SafeguardingConcern, SafeguardingEnquiry
from casework.safeguarding.answering import (
    answer_information_request,
    record_desired_outcomes,
    record_enquiry_findings,
)
from casework.safeguarding.causing import cause_enquiry
from casework.safeguarding.raising import raise_safeguarding_concern
from casework.safeguarding.services import (
    close_concern,
    record_threshold_decision,
    request_information,
    scrutinise_outcome,
)
from delegation.demo import FIRST_DAY, DemoOrganisations
from delegation.models import Account, Authorisation, Organisation, Post, Worker
from delegation.services import appoint_to_post, authorise_function, open_account
from tests.registers.kit import Given, Page, Register, Service, Things

MET = {"has_needs": True, "is_at_risk": True, "cannot_protect_themselves": True}
STEPS = ("raised", "decided", "caused", "asked", "found", "accepted", "closed")


def soon(days: int = 7) -> date:
    return timezone.localdate() + timedelta(days=days)


def fresh(account: Account) -> Account:
    return Account.objects.select_related("worker").get(pk=account.pk)


class Teller:
    """Brings a concern about a person to a step, with the people of a council."""

    def __init__(self, accounts: dict[str, Account], council: Organisation, provider: Organisation) -> None:
        self.accounts, self.council, self.provider = accounts, council, provider

    def by(self, username: str) -> Account:
        return fresh(self.accounts[username])

    def concern_at(self, step: str, person: Person, enquirer: str = "practitioner") -> SafeguardingConcern:
        """A concern brought as far as the step named."""
        far = STEPS.index(step)
        concern = raise_safeguarding_concern(by=self.by("safeguarding"), person=person.ref, concern="Bruises.")
        does = (self.decide, lambda ref: self.cause(ref, enquirer), self.ask, lambda ref: self.find(ref, enquirer))
        for do in (*does, self.accept, self.close)[:far]:
            do(concern.ref)
        return SafeguardingConcern.objects.get(pk=concern.pk)

    def decide(self, ref: str) -> None:
        by = self.by("safeguarding")
        record_threshold_decision(by=by, concern=ref, **MET, decision="enquire", reasons="All three are met.")

    def cause(self, ref: str, enquirer: str) -> SafeguardingEnquiry:
        worker = self.accounts[enquirer].worker
        assert worker
        post = Post.objects.filter(worker=worker, organisation__in=[self.provider, self.council]).latest("pk")
        return cause_enquiry(
            by=self.by("safeguarding"),
            concern=ref,
            enquirer=worker,
            organisation=post.organisation,
            scope="The bruises.",
            due_on=soon(),
        )

    def request(self, ref: str, lead: str) -> InformationRequest:
        worker = self.accounts[lead].worker
        assert worker
        return request_information(
            by=self.by("safeguarding"),
            concern=ref,
            organisation=self.provider,
            lead=worker,
            scope="The notes.",
            due_on=soon(),
        )

    def answer(self, ref: str) -> None:
        by = self.by("practitioner")
        answer_information_request(by=by, request=ref, answer="As noted.", consent_and_wishes="She agrees.")

    def ask(self, ref: str) -> None:
        by = self.by("safeguarding")
        record_desired_outcomes(by=by, concern=ref, asked_at_start="expressed", outcomes=["To be safe"])

    def find(self, ref: str, enquirer: str) -> None:
        enquiry = SafeguardingEnquiry.objects.get(concern__ref=ref, live=True)
        record_enquiry_findings(by=self.by(enquirer), enquiry=enquiry.ref, findings="Seen.", conclusion="inconclusive")

    def accept(self, ref: str) -> None:
        scrutinise_outcome(
            by=self.by("dass"), concern=ref, reasons="Fair.", action="A review.", action_by_whom="The council"
        )

    def close(self, ref: str) -> None:
        close_concern(
            by=self.by("dass"),
            concern=ref,
            asked_at_end="expressed",
            what_they_said="Safe.",
            risk="removed",
            risk_left="None.",
            achieved={1: "met"},
        )


# -- the proofs' world -------------------------------------------------------------------------------------------------


def teller_of(world: Any) -> Teller:
    return Teller(world.accounts, world.council, world.demo.northgate)


def populate(world: Any) -> None:
    """A concern at each step, so that every service has one to start from."""
    person = Person.objects.filter(provider=world.demo.northgate, restricted=False).earliest("pk")
    teller = teller_of(world)
    for step in STEPS:
        concern = teller.concern_at(step, person)
        if step == "accepted":
            teller.answer(teller.request(concern.ref, "practitioner").ref)
            teller.request(concern.ref, "practitioner")


def ready_at(step: str) -> Callable[[Any], Given]:
    """A concern at the step, which is then what the service is given."""

    def ready(world: Any) -> Given:
        person = Person.objects.filter(provider=world.demo.northgate, restricted=False).latest("pk")
        return {"concern": teller_of(world).concern_at(step, person).ref}

    return ready


def ready_to_find(world: Any) -> Given:
    concern = ready_at("asked")(world)["concern"]
    return {"enquiry": SafeguardingEnquiry.objects.get(concern__ref=concern).ref}


def ready_to_answer(world: Any) -> Given:
    concern = ready_at("raised")(world)["concern"]
    return {"request": teller_of(world).request(concern, "practitioner").ref}


def a_concern(given: Any, *states: str) -> str:
    """The reference of a concern, mostly of one in a state the service starts from."""
    return str(given._a(SafeguardingConcern, **({"state__in": states} if states and not given.is_foolish() else {})))


def about(given: Any) -> Given:
    organisation = given.either(None, given.organisation())
    return {
        "about": given.either("organisation" if organisation else "not_known", "nobody_else", "king"),
        "about_organisation": organisation,
        "about_whom": given.either("", "Her son", "x" * 300),
    }


def a_decision(given: Any) -> Given:
    met = given.random.randrange(3) > 0
    return {
        "concern": a_concern(given, "awaiting_threshold"),
        **{limb: given.either(met, not met, None) for limb in MET},
        "decision": given.either("enquire" if met else "screen_out", "other_enquiry", "close"),
        "reasons": given.words(),
        "advice": given.words("Ring the warden."),
        **about(given),
    }


def an_enquiry_caused(given: Any) -> Given:
    provider = given.world.demo.northgate
    return {
        "concern": a_concern(given, "awaiting_enquiry"),
        "enquirer": given.either(given.world.worker("practitioner"), given.a_worker()),
        "organisation": given.either(provider, given.world.council, given.organisation()),
        "scope": given.words(),
        "due_on": given.day(5),
        "despite_that_because": given.either("", "Nobody else speaks her language."),
    }


def another_enquirer(given: Any) -> Given:
    told = an_enquiry_caused(given)
    del told["scope"]
    return told | {"concern": a_concern(given, "under_enquiry"), "because": given.words()}


def a_request(given: Any) -> Given:
    return {
        "concern": a_concern(given),
        "organisation": given.either(given.world.demo.northgate, given.organisation()),
        "lead": given.either(given.world.worker("practitioner"), given.a_worker()),
        "scope": given.words(),
        "due_on": given.day(5),
    }


def wishes(given: Any) -> Given:
    asked = given.either("expressed", "none_expressed", "not_asked", "perhaps")
    return {
        "concern": a_concern(given, "awaiting_threshold", "awaiting_enquiry", "under_enquiry"),
        "asked_at_start": asked,
        "outcomes": given.either(["To be safe", "My own key"] if asked == "expressed" else [], [], ["x"] * 30),
        "not_asked_because": given.either("" if asked != "not_asked" else "Unconscious", "", "Why not"),
    }


def findings(given: Any) -> Given:
    return {
        "enquiry": given._a(SafeguardingEnquiry, concern__state="under_enquiry"),
        "findings": given.words(),
        "conclusion": given.either("substantiated", "", "guilty"),
    }


def closing(given: Any) -> Given:
    return {
        "concern": a_concern(given, "awaiting_closure"),
        "asked_at_end": given.either("expressed", "not_asked", "none_expressed", ""),
        "what_they_said": given.words("Glad."),
        "not_asked_at_end_because": given.either("", "She died."),
        "risk": given.either("reduced", "", "gone"),
        "risk_left": given.words(),
        "achieved": given.either(dict.fromkeys(range(1, 4), "met"), {}, {1: "perhaps"}),
    }


def an_answer(given: Any) -> Given:
    return {
        "request": given._a(InformationRequest, answered_on=None),
        "answer": given.words(),
        "consent_and_wishes": given.words(),
    }


SERVICES = {
    "raise_safeguarding_concern": Service(
        by="practitioner",
        given=lambda given: {
            "person": given._a(Person, provider=given.world.demo.northgate),
            "concern": given.words("Bruises."),
            "told_on": given.either(None, given.today(1), given.day(-3)),
            **about(given),
        },
    ),
    "record_threshold_decision": Service(by="safeguarding", given=a_decision, ready=ready_at("raised")),
    "cause_enquiry": Service(by="safeguarding", given=an_enquiry_caused, ready=ready_at("decided")),
    "request_information": Service(by="safeguarding", given=a_request, ready=ready_at("raised")),
    "answer_information_request": Service(by="practitioner", given=an_answer, ready=ready_to_answer),
    "name_another_enquirer": Service(
        by="safeguarding",
        given=another_enquirer,
        ready=lambda world: ready_at("caused")(world) | {"enquirer": world.worker("providermanager")},
    ),
    "record_who_it_is_about": Service(
        by="safeguarding",
        given=lambda given: {
            "concern": a_concern(given),
            "because": given.words("Her sister told."),
            "despite_that_because": given.either("", "Nobody else speaks her language."),
            **about(given),
        },
        ready=lambda world: ready_at("caused")(world) | {"about": "named_person", "about_whom": "Her nephew"},
    ),
    "record_desired_outcomes": Service(by="safeguarding", given=wishes, ready=ready_at("caused")),
    "record_enquiry_findings": Service(by="practitioner", given=findings, ready=ready_to_find),
    "scrutinise_outcome": Service(
        by="dass",
        given=lambda given: {
            "concern": a_concern(given, "awaiting_scrutiny"),
            "reasons": given.words(),
            "action": given.words("A new agency."),
            "action_by_whom": given.words("The broker"),
        },
        ready=ready_at("found"),
    ),
    "challenge_enquiry": Service(
        by="dass",
        given=lambda given: {
            "concern": a_concern(given, "awaiting_scrutiny"),
            "reasons": given.words(),
            "due_on": given.day(5),
        },
        ready=ready_at("found"),
    ),
    "close_concern": Service(by="dass", given=closing, ready=ready_at("accepted")),
}


# -- the permission table ----------------------------------------------------------------------------------------------


def furnish(here: DemoOrganisations, things: Things) -> Things:
    """A concern under enquiry and a request for information on the caseload's person."""
    person: Person = things["person"]
    provider = things["organisation"] if things["organisation"].pk == person.provider_id else person.provider
    enquirer = next(
        account for account in here.accounts.values() if account.worker and _enquires_for(account, provider)
    )
    manager = here.accounts.get("safeguarding") or _a_safeguarding_manager(here)
    _authorised(here, provider)
    if person.restricted:
        enquirer = here.accounts["secondsafeguarding"]
    teller = Teller({"safeguarding": manager, "enquirer": enquirer, "lead": enquirer}, here.council, provider)
    concern = teller.concern_at("caused", person, enquirer="enquirer")
    enquiry = SafeguardingEnquiry.objects.get(concern=concern)
    request: Any = SimpleNamespace(ref="SR-0000-0000")
    if not person.restricted:
        request = teller.request(concern.ref, "lead")
    return {"known_concern": concern, "enquiry": enquiry, "request": request}


def _enquires_for(account: Account, provider: Organisation) -> bool:
    return Post.objects.filter(worker=account.worker, organisation=provider, role="practitioner").exists()


def _a_safeguarding_manager(here: DemoOrganisations) -> Account:
    by, username = here.accounts["administrator"], f"safeguarding-of-{here.council.key}"
    if known := Account.objects.filter(username=username).first():
        return known
    account = open_account(by=by, council=here.council, username=username, name="A Manager")
    assert account.worker
    appoint_to_post(
        by=by, worker=account.worker, organisation=here.council, role="safeguarding_manager", from_day=FIRST_DAY
    )
    return account


def _authorised(here: DemoOrganisations, provider: Organisation) -> None:
    for function in ("safeguarding_investigation", "safeguarding_information_gathering"):
        if not Authorisation.objects.filter(organisation=provider, function=function).exists():
            authorise_function(
                by=here.accounts["dass"],
                council=here.council,
                organisation=provider,
                function=function,
                power="activity",
                from_day=FIRST_DAY,
                to_day=date(2031, 3, 31),
                conditions="Only where the council caused it",
                instrument="Letter",
                signed_by="The director",
            )


def at(step: str) -> Callable[[Any, Things], Things]:
    """Our concern at the step a page's act starts from, the practitioner being its enquirer."""

    def ready(world: Any, things: Things) -> Things:
        here = world.here
        teller = Teller(here.accounts, here.council, here.northgate)
        concern = teller.concern_at(step, things["person"])
        enquiry = SafeguardingEnquiry.objects.filter(concern=concern).first()
        request = teller.request(concern.ref, "practitioner")
        return {"known_concern": concern, "enquiry": enquiry, "request": request}

    return ready


def day(name: str, when: date) -> Given:
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def named(name: str) -> Callable[[Things], Given]:
    return lambda things: {"ref": getattr(things.get(name), "ref", "XX-0000-0000")}


def a_post(world: Any, username: str) -> int:
    worker: Worker = world.here.accounts[username].worker
    return Post.objects.get(worker=worker).pk


def page(step: str, typed: Callable[[Any, Any], Given] = lambda world, plan: {}) -> Page:
    return Page(kind="safeguarding concern", named=named("known_concern"), typed=typed, ready=at(step))


def asked(step: str, name: str, typed: Callable[[Any, Any], Given] = lambda world, plan: {}) -> Page:
    return Page(kind="asked by the council", named=named(name), typed=typed, ready=at(step))


PAGES = {
    "casework:raise-concern": Page(
        kind="person",
        named=lambda things: {"ref": things["person"].ref},
        typed=lambda world, plan: {"concern": "Money is missing.", "about": "not_known"},
    ),
    "casework:safeguarding-record": page("found"),
    "casework:safeguarding-threshold": page(
        "raised",
        lambda world, plan: {
            **dict.fromkeys(MET, "yes"),
            "decision": "enquire",
            "reasons": "All met.",
            "about": "not_known",
        },
    ),
    "casework:safeguarding-cause-enquiry": page(
        "decided",
        lambda world, plan: {
            "enquirer": a_post(world, "practitioner"),
            "scope": "The money.",
            **day("due_on", soon()),
        },
    ),
    "casework:safeguarding-another-enquirer": page(
        "caused",
        lambda world, plan: {
            "enquirer": a_post(world, "providermanager"),
            "because": "She is on leave.",
            **day("due_on", soon()),
        },
    ),
    "casework:safeguarding-about": page(
        "caused",
        lambda world, plan: {"about": "named_person", "about_whom": "A nephew", "because": "Her sister told."},
    ),
    "casework:safeguarding-request-information": page(
        "decided",
        lambda world, plan: {"lead": a_post(world, "practitioner"), "scope": "Notes.", **day("due_on", soon())},
    ),
    "casework:safeguarding-desired-outcomes": page("decided", lambda world, plan: {"asked_at_start": "none_expressed"}),
    "casework:safeguarding-scrutinise": page(
        "found", lambda world, plan: {"reasons": "Fair.", "action": "None.", "action_by_whom": "Nobody"}
    ),
    "casework:safeguarding-challenge": page(
        "found", lambda world, plan: {"reasons": "Ask her son.", **day("due_on", soon())}
    ),
    "casework:safeguarding-close": page(
        "accepted",
        lambda world, plan: {
            "asked_at_end": "expressed",
            "what_they_said": "Better.",
            "risk": "reduced",
            "risk_left": "Little.",
            "achieved_1": "met",
        },
    ),
    "casework:safeguarding-enquiry": asked("asked", "enquiry"),
    "casework:safeguarding-ask-the-person": asked(
        "caused", "enquiry", lambda world, plan: {"asked_at_start": "none_expressed"}
    ),
    "casework:safeguarding-findings": asked(
        "asked", "enquiry", lambda world, plan: {"findings": "Seen.", "conclusion": "inconclusive"}
    ),
    "casework:safeguarding-answer": asked(
        "decided", "request", lambda world, plan: {"answer": "As noted.", "consent_and_wishes": "Agrees."}
    ),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate)
