"""Worlds for the proofs: the demo council, awkward people in it, and a plan at every step, restored between tries.

Built by calling services. On SQLite a world is restored by copying the whole database back, so every try commits for
real; on PostgreSQL by rolling back to a savepoint.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import time_machine
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone

from casework.models import Person, SupportPlan
from casework.services.assessments import determine_eligibility, record_assessment
from casework.services.plans import prepare_plan, set_personal_budget
from casework.way import STATES
from delegation.assuring import raise_assurance_exception
from delegation.demo import FIRST_DAY, LAST_DAY_AUTHORISED, DemoOrganisations, load_demo_organisations
from delegation.models import Account, Organisation, Worker
from delegation.schedule import FUNCTIONS
from delegation.services import (
    APPOINTED_BY_THE_DIRECTOR,
    appoint_to_post,
    authorise_function,
    close_account,
    end_post,
    give_cover,
    open_account,
    open_council,
    open_organisation,
    revoke_authorisation,
    set_financial_limit,
)
from tests.migrated import HOUSE, KEPT
from tests.once import Kept
from tests.registers.kit import registers
from tests.scenarios import looked_into
from verification.demo import (
    BY_NUMBER,
    Character,
    Storyteller,
    assessment_details,
    budget_of,
    four_lines,
    load_settings,
    plan_details,
)
from verification.services.brokerage import award_package, request_envelope_change, take_up_brokerage
from verification.services.funding import refuse_funding
from verification.services.packages import request_package_change, review_plan, suspend_package
from verification.services.quality import (
    pass_quality_assurance,
    send_to_quality_assurance,
    submit_plan_for_verification,
)
from verification.services.verifying import take_up_verification
from verification.services.ways_out import record_death_or_move, withdraw_plan

APPS = ("delegation", "casework", "verification", "returns")
# A Monday, with no bank holiday near: the world is made on it, and every try begins a day later.
MADE_AT = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
BEGINS_AT = datetime(2026, 6, 2, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """The demo council with everyone in it, accounts by username, and the reference of a plan in each state."""

    demo: DemoOrganisations
    accounts: dict[str, Account]
    plans: dict[str, str] = field(default_factory=dict)

    @property
    def council(self) -> Organisation:
        return self.demo.council

    def worker(self, username: str) -> Worker:
        worker = self.accounts[username].worker
        assert worker
        return worker

    @property
    def teller(self) -> Storyteller:
        return Storyteller(self.demo)


# -- who is in it --------------------------------------------------------------------------------------------------


def people_of_a_world() -> World:
    """The demo council and, beside its ordinary people, those on whom a guard is tried."""
    demo = load_demo_organisations()
    load_settings(demo)
    accounts = dict(demo.accounts)
    today = timezone.localdate()
    administrator, dass = accounts["administrator"], accounts["dass"]

    def person(username: str, *posts: tuple[Organisation, str], from_day: date = FIRST_DAY) -> Account:
        account = open_account(
            by=administrator, council=demo.council, username=username, name=f"{username.title()} Poe"
        )
        assert account.worker
        for organisation, role in posts:
            by = dass if role in APPOINTED_BY_THE_DIRECTOR else administrator
            appoint_to_post(by=by, worker=account.worker, organisation=organisation, role=role, from_day=from_day)
        accounts[username] = account
        return account

    council, northgate = demo.council, demo.northgate
    # One human being on both sides of the table, and one with two hats at the provider.
    person(
        "bothsides", (northgate, "practitioner"), (council, "verifier"), (council, "team_manager"), (council, "broker")
    )
    person("twohats", (northgate, "practitioner"), (northgate, "quality_assurer"), (northgate, "provider_manager"))
    person("otherverifier", (council, "verifier"))
    person("otherbroker", (council, "broker"))
    person("verifierandmanager", (council, "verifier"), (council, "team_manager"))
    person("riversidequality", (demo.riverside, "quality_assurer"), (demo.riverside, "provider_manager"))
    person("notyet", (council, "team_manager"), from_day=today + timedelta(days=40))
    # A post that ended yesterday, a person's own limit below their role's, a shut account, an account of nobody.
    lapsed = person("lapsed", (council, "head_of_service"))
    assert lapsed.worker
    end_post(by=dass, post=lapsed.worker.posts.get(), last_day=today, reason="Left the council")
    small = person("smalllimit", (council, "team_manager"))
    set_financial_limit(
        by=dass, council=council, worker=small.worker, weekly=Decimal(100), whole_life=Decimal(5000), from_day=today
    )
    shut = person("shut", (council, "head_of_service"))
    accounts["shut"] = close_account(by=dass, council=council, account=shut, reason="Suspected misuse")
    accounts["nobody"] = Account.objects.create_user("nobody")
    # The practitioner's second account: hands are compared by person.
    accounts["practitioneragain"] = open_account(
        by=dass, council=council, username="practitioneragain", worker=accounts["practitioner"].worker
    )
    give_cover(
        by=dass,
        council=council,
        covered=accounts["head"].worker,
        covering=accounts["verifierandmanager"].worker,
        from_day=today,
        to_day=today + timedelta(days=10),
        reason="Leave",
    )
    raise_assurance_exception(
        by=accounts["auditor"],
        council=council,
        function="brokerage_sourcing",
        what="Too few offers in the north of the county.",
        owner=accounts["broker"].worker,
        due_on=today + timedelta(days=30),
    )
    _a_provider_whose_authorisation_was_revoked(council, administrator, dass, person)
    _another_council(accounts)
    return World(demo=demo, accounts=accounts)


def _a_provider_whose_authorisation_was_revoked(
    council: Organisation, administrator: Account, dass: Account, person: Callable[..., Account]
) -> None:
    gone = open_organisation(
        by=administrator, council=council, key="fernside", name="Fernside Support", kind="provider"
    )
    person("revokedpractitioner", (gone, "practitioner"))
    looked_into(council, gone, administrator, dass)
    for function in ("single_access_point_advice", "support_plan_development"):
        authorisation = authorise_function(
            by=dass,
            council=council,
            organisation=gone,
            function=function,
            power="care_act_s79",
            from_day=FIRST_DAY,
            to_day=LAST_DAY_AUTHORISED,
            conditions=FUNCTIONS[function].condition,
            instrument="Fernside 2015",
            signed_by="Director of Adult Social Services",
        )
        revoke_authorisation(by=dass, authorisation=authorisation, because="Inspection found it wanting")


def _another_council(accounts: dict[str, Account]) -> None:
    open_council(
        key="othershire",
        name="Othershire Council",
        director_name="Una Other",
        director_username="otherdass",
        administrator_name="Ulf Other",
        administrator_username="otheradministrator",
        password=None,
        from_day=FIRST_DAY,
    )
    accounts["otherdass"] = Account.objects.get(username="otherdass")


# -- a plan in each state --------------------------------------------------------------------------------------------


def plan_in(state: str, world: World, number: int) -> str:
    """A plan brought to `state` by the services; its reference. `number` is the invented person's."""
    return Making(world.teller, Character(**{**vars(BY_NUMBER[1]), "number": number})).to(state)


@dataclass(frozen=True)
class Making:
    """One plan on its way to a state, by the demo's people."""

    teller: Storyteller
    who: Character

    def to(self, state: str) -> str:
        return str(getattr(self, state)())

    def draft(self) -> str:
        return self.teller.drafted(self.who, four_lines())

    def agreed_with_person(self) -> str:
        return self.teller.agreed(self.who, four_lines())

    def in_quality_assurance(self) -> str:
        ref = self.agreed_with_person()
        self.teller.do(send_to_quality_assurance, self.teller.practitioner, plan=ref)
        return ref

    def quality_assured(self) -> str:
        ref = self.in_quality_assurance()
        self.teller.do(pass_quality_assurance, "quality", plan=ref)
        return ref

    def submitted(self) -> str:
        return self.teller.submitted(self.who, four_lines())

    def in_verification(self) -> str:
        ref = self.submitted()
        self.teller.do(take_up_verification, "verifier", plan=ref)
        return ref

    def returned_to_provider(self) -> str:
        return self.teller.returned(self.who, four_lines())

    def awaiting_funding_decision(self) -> str:
        return self.teller.recommended(self.who, four_lines())

    def funded(self) -> str:
        return self.teller.funded(self.who, four_lines())

    def in_brokerage(self) -> str:
        ref = self.funded()
        for requirement in self.teller.do(take_up_brokerage, "broker", plan=ref):
            self.teller.offers_for(ref, requirement)
        return ref

    def awaiting_envelope_decision(self) -> str:
        ref = self.funded()
        self.teller.do(take_up_brokerage, "broker", plan=ref)
        self.teller.do(
            request_envelope_change, "broker", plan=ref, prices={"L1": Decimal("240.00")}, reason="Nobody for less."
        )
        return ref

    def package_arranged(self) -> str:
        ref = self.funded()
        requirements = self.teller.do(take_up_brokerage, "broker", plan=ref)
        choices = [self.teller.offers_for(ref, requirement) for requirement in requirements]
        self.teller.do(award_package, "broker", plan=ref, choices=choices)
        return ref

    def active(self) -> str:
        return self.teller.active(self.who, four_lines())

    def awaiting_change_decision(self) -> str:
        ref = self.active()
        self.teller.do(
            request_package_change,
            self.teller.practitioner,
            plan=ref,
            lines={"L1": Decimal("260.00")},
            reason="Came home from hospital weaker.",
        )
        return ref

    def suspended(self) -> str:
        ref = self.active()
        self.teller.do(suspend_package, "broker", plan=ref, on=timezone.localdate(), reason="In hospital.")
        return ref

    def under_review(self) -> str:
        ref = self.active()
        self.teller.do(review_plan, self.teller.practitioner, plan=ref, reason="Planned")
        return ref

    def refused(self) -> str:
        ref = self.awaiting_funding_decision()
        self.teller.do(refuse_funding, "head", plan=ref, reasons="Continuing healthcare meets these needs.")
        return ref

    def withdrawn(self) -> str:
        ref = self.draft()
        self.teller.do(withdraw_plan, self.teller.practitioner, plan=ref, reason="The person asked for it.")
        return ref

    def ended(self) -> str:
        ref = self.draft()
        self.teller.do(record_death_or_move, "verifier", plan=ref, what="moved", on=timezone.localdate())
        return ref


def second_plan_of(world: World, ref: str) -> str:
    """Another plan of the same person, waiting for its decision: £345 a week, like the first."""
    person = Person.objects.get(plans__ref=ref)
    teller, lines = world.teller, four_lines()
    assessment = teller.do(record_assessment, "practitioner", person=person.ref, details=assessment_details())
    teller.do(
        determine_eligibility,
        "practitioner",
        assessment=assessment.ref,
        need_from_impairment=True,
        significant_effect=True,
        reasons="As before.",
    )
    plan = teller.do(prepare_plan, "practitioner", assessment=assessment.ref, details=plan_details(), lines=lines)
    teller.do(set_personal_budget, "practitioner", plan=plan.ref, seen_revision=plan.revision, budget=budget_of(lines))
    teller.agree(plan.ref)
    teller.assure(plan.ref)
    teller.do(submit_plan_for_verification, "providermanager", plan=plan.ref)
    teller.do(take_up_verification, "verifier", plan=plan.ref)
    teller.verify(plan.ref)
    return str(plan.ref)


def make_world() -> World:
    """Everyone, and a plan in each state of the way; made at one moment, so every run of the proofs sees the same."""
    with time_machine.travel(MADE_AT, tick=True):
        world = people_of_a_world()
        for number, state in enumerate(STATES, 20):
            plan_in(state, world, number)
        for register in registers():
            register.populate(world)
    return found_world()


def found_world() -> World:
    """The world this database holds."""
    plans = dict(
        SupportPlan.objects.order_by("-pk").values_list("state", "ref")
    )  # the first of a state: an ordinary one
    missing = set(STATES) - set(plans)
    assert not missing, f"no plan was brought to {missing}"
    accounts = {account.username: account for account in Account.objects.select_related("worker")}
    return World(demo=load_demo_organisations(), accounts=accounts, plans=plans)


def world_in_this_database() -> World:
    """The world, made here; on SQLite made once for each state of the code and copied, as the migrations are."""
    if connection.vendor != "sqlite":
        return make_world()
    file = KEPT / f"world-{fingerprint_of_the_house()}.sqlite3"
    if not file.exists():
        make_world()
        KEPT.mkdir(parents=True, exist_ok=True)
        own = file.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(own) as copy:
            connection.connection.backup(copy)
        copy.close()
        own.replace(file)  # whoever is second replaces it by the same
    with sqlite3.connect(file) as source:
        source.backup(connection.connection)
    source.close()
    ContentType.objects.clear_cache()
    return found_world()


def fingerprint_of_the_house() -> str:
    """The hash of all that decides what the world looks like: the code of the apps, their data, and this file."""
    sources = [
        Path(__file__),
        Path(__file__).parent.parent / "scenarios.py",
        *(Path(__file__).parent.parent / "registers").glob("*.py"),
        *(each for app in APPS for kind in ("py", "csv") for each in (HOUSE / app).rglob(f"*.{kind}")),
    ]
    digest = hashlib.sha256()
    for source in sorted(sources):
        digest.update(str(source.relative_to(HOUSE)).encode() + source.read_bytes())
    return digest.hexdigest()[:20]


# -- restoring -------------------------------------------------------------------------------------------------------


@contextmanager
def undone() -> Iterator[None]:
    """A block of which nothing stays, within which a service may still open its own transaction (PostgreSQL)."""
    holding = transaction.atomic()
    # The mark Django's own tests carry, so that an outermost act may open inside them.
    holding._from_testcase = True
    holding.__enter__()
    try:
        yield
    finally:
        transaction.set_rollback(True)
        holding.__exit__(None, None, None)


@contextmanager
def one_world() -> Iterator[World]:
    """A world for as long as the block lasts; the database is then as it was before."""
    if connection.vendor != "sqlite":
        with undone():
            yield make_world()
        return
    before = Kept()
    try:
        yield world_in_this_database()
    finally:
        before.restore()
        before.close()


class Restorer:
    """Brings a made world back between tries, the quick way of the database at hand."""

    def __init__(self) -> None:
        self._kept = Kept() if connection.vendor == "sqlite" else None
        self._open: Any = None

    def begin(self) -> None:
        if self._kept is None:
            self._open = undone()
            self._open.__enter__()

    def end(self) -> None:
        if self._kept is not None:
            self._kept.restore()
        else:
            self._open.__exit__(None, None, None)

    @contextmanager
    def one_try(self) -> Iterator[None]:
        self.begin()
        try:
            yield
        finally:
            self.end()
