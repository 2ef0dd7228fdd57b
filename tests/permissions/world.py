"""The world the table is walked in: two councils, a plan in every state an act starts from, and one account a column.

Made by calling services, inside a transaction that is rolled back when the walk is over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.test import Client
from django.utils import timezone

from casework.models import Assessment, Contact, Person, SafeguardingConcern, SupportPlan
from casework.services import record_contact, record_person, restrict_record
from delegation.assuring import raise_assurance_exception
from delegation.contract.selectors import check_due_diligence
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, Authorisation, Organisation, Post
from delegation.refusals import NoDueDiligence
from delegation.services import (
    APPOINTED_BY_THE_DIRECTOR,
    appoint_to_post,
    authorise_function,
    close_account,
    give_cover,
    open_account,
    open_council,
    open_organisation,
)
from tests.registers.kit import registers
from tests.scenarios import looked_into
from verification.demo import Character, Storyteller, four_lines, full_checklist, load_world, person_details
from verification.services.brokerage import award_package, request_envelope_change, take_up_brokerage
from verification.services.packages import request_package_change, review_plan, suspend_package
from verification.services.quality import send_to_quality_assurance
from verification.services.urgent import start_urgent_support
from verification.services.verifying import (
    answer_finding,
    complete_checklist,
    raise_finding,
    return_plan_to_provider,
    take_up_verification,
)
from verification.services.ways_out import withdraw_plan

# The columns of the table, in its order, and the account that stands for each.
ACCOUNTS = {
    "anonymous": "",
    "author": "practitioner",
    "quality assurer": "quality",
    "provider manager": "providermanager",
    "data officer": "dataofficer",
    "practitioner elsewhere": "otherpractitioner",
    "verifier": "verifier",
    "team manager": "teammanager",
    "head of service": "head",
    "director": "dass",
    "strategic director": "strategicdirector",
    "broker": "broker",
    "safeguarding manager": "safeguarding",
    "independent chair": "chair",
    "AMHP lead": "amhplead",
    "guardianship officer": "guardianship",
    "information officer": "information",
    "returns officer": "returns",
    "auditor": "auditor",
    "administrator": "administrator",
    "post ended": "formermanager",
    "account closed": "closedverifier",
}
PROVIDER_ROLES = ("author", "quality assurer", "provider manager", "data officer")
NOBODY = ("anonymous", "account closed")

# What must never stand in an address, a message or a log line.
FIRST_NAME, LAST_NAME, POSTCODE = "Wilhelmina", "Quillfeather", "ZZ98 7QF"
PERSONAL = (FIRST_NAME, LAST_NAME, POSTCODE, "Quay Street", "999000", "999 000")


@dataclass
class World:
    """Who and what the walk needs: accounts, plans by the state they wait in, and other people's objects."""

    here: DemoOrganisations
    neighbour: DemoOrganisations
    bases: dict[str, str]
    ours: dict[str, Any]
    others: dict[str, dict[str, Any]]
    accounts: dict[str, Account]
    sessions: dict[str, str] = field(default_factory=dict)
    true_404s: dict[tuple[str, ...], bytes] = field(default_factory=dict)

    def base(self, stage: str) -> str:
        """The reference of the kept plan that a stage begins from; walked there the first time it is asked for."""
        base = BASE_OF.get(stage, stage)
        if base not in self.bases:
            tale = Storyteller(self.here)
            self.bases[base] = getattr(tale, _FAR[base])(character(60 + BASES.index(base)), four_lines())
        return self.bases[base]

    def plan(self, stage: str) -> SupportPlan:
        """The plan at a stage; call it inside `undone()`."""
        ref = self.base(stage)
        _bring_to(self.here, ref, stage)
        return SupportPlan.objects.select_related("person").get(ref=ref)

    def client(self, role: str) -> Client:
        """A browser logged in as the role, or not at all."""
        client = Client()
        if role in self.sessions:
            client.cookies["sessionid"] = self.sessions[role]
        return client


@contextmanager
def undone() -> Iterator[None]:
    """Undo everything that happens inside; services may open their whole acts in it, as in a Django test case."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        try:
            yield
        finally:
            transaction.set_rollback(True)


def build() -> World:
    """Two councils with their people, and every object the table names."""
    here = load_world()
    _still_in_date(here)
    _further_people(here)
    accounts = {role: Account.objects.get(username=name) for role, name in ACCOUNTS.items() if name}
    world = World(
        here=here,
        neighbour=_neighbour(),
        bases={},
        ours={},
        others={},
        accounts=accounts,
    )
    world.ours = _things_of(here, SupportPlan.objects.get(ref=world.base("draft")))
    world.others = {
        "another provider's": _things_of(here, _elsewhere(here), organisation=here.riverside),
        "another council's": _things_of(world.neighbour, _drafted(world.neighbour, 51)),
        "restricted": _things_of(here, _restricted(here)),
    }
    former = accounts["post ended"]
    former.password = here.accounts["verifier"].password
    former.save(update_fields=["password"])
    for role, account in accounts.items():
        client = Client()
        client.force_login(account)
        client.get("/me/")  # so that the walk's requests are not a session's first
        world.sessions[role] = client.cookies["sessionid"].value
    close_account(
        by=here.accounts["administrator"], council=here.council, account=accounts["account closed"], reason="Left"
    )
    return world


def _still_in_date(here: DemoOrganisations) -> None:
    """Both providers looked into, also where the demonstration was loaded by a test of another day."""
    for provider in (here.northgate, here.riverside):
        try:
            check_due_diligence(here.council, provider, timezone.localdate())
        except NoDueDiligence:
            looked_into(here.council, provider, here.accounts["administrator"], here.accounts["dass"])


def character(number: int) -> Character:
    """An invented person whose details can be looked for afterwards."""
    return Character(
        number=number,
        first_name=FIRST_NAME,
        last_name=LAST_NAME,
        date_of_birth=date(1941, 2, 3),
        gender="Female",
        postcode=POSTCODE,
    )


def _further_people(here: DemoOrganisations) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    for username, role, to_day in (
        ("secondverifier", "verifier", None),
        ("secondsafeguarding", "safeguarding_manager", None),
        ("formermanager", "team_manager", yesterday),
        ("closedverifier", "verifier", None),
    ):
        by = here.accounts["administrator"]
        account = open_account(by=by, council=here.council, username=username, name=username.capitalize())
        here.accounts[username] = appointed(here, account, here.council, role, to_day)
    second = open_account(by=here.accounts["administrator"], council=here.council, username="second", name="Second")
    here.accounts["secondpractitioner"] = appointed(here, second, here.northgate, "practitioner", None)


def appointed(
    here: DemoOrganisations, account: Account, organisation: Organisation, role: str, to_day: date | None
) -> Account:
    """The account's holder, appointed to a role since 2015."""
    appoint_to_post(
        by=here.accounts["dass" if role in APPOINTED_BY_THE_DIRECTOR else "administrator"],
        worker=account.worker,
        organisation=organisation,
        role=role,
        from_day=date(2015, 4, 1),
        to_day=to_day,
    )
    return account


def _neighbour() -> DemoOrganisations:
    """Another council, with a provider and what the table needs of theirs."""
    first = date(2015, 4, 1)
    council = open_council(
        key="moorshire",
        name="Moorshire Council",
        director_name="Rosa Lind",
        director_username="moordirector",
        administrator_name="Sam Poole",
        administrator_username="mooradministrator",
        password=None,
        from_day=first,
    )
    by = Account.objects.get(username="mooradministrator")
    director = Account.objects.get(username="moordirector")
    provider = open_organisation(by=by, council=council, key="moorcare", name="Moorcare", kind="provider")
    there = DemoOrganisations(
        council=council,
        northgate=provider,
        riverside=provider,
        care_providers=(),
        accounts={"administrator": by, "dass": director},
    )
    account = open_account(by=by, council=council, username="moorpractitioner", name="Tess Vane")
    there.accounts["practitioner"] = appointed(there, account, provider, "practitioner", None)
    account = open_account(by=by, council=council, username="moorverifier", name="Uma West")
    there.accounts["verifier"] = appointed(there, account, council, "verifier", None)
    looked_into(council, provider, by, director)
    for function in (
        "single_access_point_advice",
        "care_support_assessment",
        "carer_assessment",
        "eligibility_determination",
        "support_plan_development",
        "personal_budget_provision",
    ):
        authorise_function(
            by=director,
            council=council,
            organisation=provider,
            function=function,
            power="care_act_s79",
            from_day=first,
            to_day=date(2031, 3, 31),
            conditions="As the scheme says",
            instrument="Authorisation, Moorshire and Moorcare, 2015",
            signed_by="The director",
        )
    return there


def _drafted(here: DemoOrganisations, number: int, practitioner: str = "practitioner") -> SupportPlan:
    ref = Storyteller(here, practitioner=practitioner).drafted(character(number), four_lines())
    return SupportPlan.objects.get(ref=ref)


def _elsewhere(here: DemoOrganisations) -> SupportPlan:
    return _drafted(here, 52, "otherpractitioner")


def _restricted(here: DemoOrganisations) -> SupportPlan:
    """A plan of a person whose record only somebody in no column of the table may read."""
    plan = _drafted(here, 53)
    _things_of(here, plan)
    restrict_record(
        by=here.accounts["secondsafeguarding"], person=plan.person.ref, because="Threats at home.", readers=[]
    )
    return plan


# Where each stage begins: a plan kept for the whole walk, and what is done to it for one test and undone after.
BASES = ("draft", "submitted", "recommended", "funded", "active")
BASE_OF = {
    "agreed": "draft",
    "in quality assurance": "draft",
    "quality assured": "draft",
    "urgent": "draft",
    "withdrawn": "draft",
    "in verification": "submitted",
    "verified": "submitted",
    "returned": "submitted",
    "answered": "submitted",
    "in brokerage": "funded",
    "price asked": "funded",
    "arranged": "funded",
    "change asked": "active",
    "suspended": "active",
    "under review": "active",
}

_FAR = {
    "draft": "drafted",
    "submitted": "submitted",
    "recommended": "recommended",
    "funded": "funded",
    "active": "active",
}


def _bring_to(here: DemoOrganisations, ref: str, stage: str) -> None:
    """Walk a base to the stage an act starts from."""
    tale, today, who = Storyteller(here), timezone.localdate(), here.accounts
    if stage in ("agreed", "in quality assurance", "quality assured"):
        tale.agree(ref)
    if stage == "in quality assurance":
        send_to_quality_assurance(by=who["practitioner"], plan=ref)
    if stage == "quality assured":
        tale.assure(ref)
    if stage == "urgent":
        start_urgent_support(
            by=who["head"], plan=ref, weekly=Decimal("300.00"), reason="Home tonight.", starts_on=today
        )
    if stage == "withdrawn":
        withdraw_plan(by=who["practitioner"], plan=ref, reason="Moved in with her son.")
    if stage in ("in verification", "verified", "returned", "answered"):
        take_up_verification(by=who["verifier"], plan=ref)
    if stage == "verified":
        complete_checklist(by=who["verifier"], plan=ref, answers=full_checklist(ref))
    if stage in ("in verification", "returned", "answered"):
        raise_finding(by=who["verifier"], plan=ref, line_key="L1", reason="Why seven visits?")
    if stage in ("returned", "answered"):
        return_plan_to_provider(by=who["verifier"], plan=ref, reason="One question.")
    if stage == "answered":
        answer_finding(by=who["practitioner"], plan=ref, number=1, answer="She works at weekends.")
        tale.assure(ref)
    if stage in ("in brokerage", "price asked", "arranged"):
        requirements = take_up_brokerage(by=who["broker"], plan=ref)
    if stage in ("in brokerage", "arranged"):
        choices = [tale.offers_for(ref, requirement) for requirement in requirements]
    if stage == "arranged":
        award_package(by=who["broker"], plan=ref, choices=choices)
    if stage == "price asked":
        request_envelope_change(by=who["broker"], plan=ref, prices={"L1": Decimal("260.00")}, reason="No offer.")
    if stage == "change asked":
        lines = {"L1": Decimal("250.00")}
        request_package_change(
            by=who["practitioner"], plan=ref, lines=lines, reason="More help in the evening.", effective_on=today
        )
    if stage == "suspended":
        suspend_package(by=who["broker"], plan=ref, on=today, reason="In hospital.", expected_return_on=None)
    if stage == "under review":
        review_plan(by=who["practitioner"], plan=ref, reason="Planned")


def _things_of(here: DemoOrganisations, plan: SupportPlan, organisation: Organisation | None = None) -> dict[str, Any]:
    """What an address may name of one caseload: the plan's person, their contact with a concern, an assessment, ..."""
    provider = organisation or here.northgate
    by = next(a for a in here.accounts.values() if a.worker and _works_in(a, plan.provider, "practitioner"))
    contact = record_contact(
        by=by,
        person=plan.person.ref,
        made_on=timezone.localdate(),
        made_by="Neighbour",
        route_of_access="Community or other route",
        summary="Worried about bruises.",
        outcome="assessment",
        safeguarding_concern="Bruises on both arms.",
    )
    administrator, director = here.accounts["administrator"], here.accounts["dass"]
    cover = give_cover(
        by=director,
        council=here.council,
        covered=director.worker,
        covering=here.accounts.get("secondverifier", here.accounts["verifier"]).worker,
        from_day=timezone.localdate(),
        to_day=timezone.localdate() + timedelta(days=5),
        reason="Leave",
    )
    things: dict[str, Any] = {
        "plan": plan,
        "person": Person.objects.get(pk=plan.person_id),
        "contact": Contact.objects.get(pk=contact.pk),
        "concern": SafeguardingConcern.objects.get(contact=contact),
        "assessment": Assessment.objects.get(pk=plan.assessment_id),
        "organisation": provider,
        "account": by,
        "post": Post.objects.get(worker=by.worker),
        "cover": cover,
        "authorisation": Authorisation.objects.get(organisation=provider, function="support_plan_development"),
        "act": Act.objects.filter(council=here.council, account=administrator).order_by("seq").first(),
        "council": here.council,
        "exception": raise_assurance_exception(
            by=director,
            council=here.council,
            function="brokerage_sourcing",
            what="Too few offers.",
            owner=director.worker,
            due_on=timezone.localdate(),
        ),
    }
    for register in registers():
        things |= register.furnish(here, things)
    return things


def _works_in(account: Account, provider: Organisation, role: str) -> bool:
    return Post.objects.filter(worker=account.worker, organisation=provider, role=role).exists()


def a_new_person(here: DemoOrganisations, number: int) -> Person:
    """Somebody registered with Northgate and nothing more."""
    details = person_details(character(number))
    return record_person(by=here.accounts["practitioner"], provider=here.northgate, details=details)
