"""Each service with its n-th statement failing, and with its commit failing: all of it is done, or nothing.

Everyday: for each service one statement of chance and its commit (on PostgreSQL, its last statement). With `-m slow`:
every statement of every service, in three kinds of failure.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
import time_machine
from django.db import OperationalError, connection, transaction

from casework.models import Person, SupportPlan
from casework.way import WAY
from delegation.models import Account, Act, Authorisation, Post
from delegation.promises import broken_promises
from delegation.refusals import Refused
from tests.proof.arguments import Arguments, act_of, is_on_a_plan
from tests.proof.failing import (
    AT_COMMIT,
    BEFORE,
    BY,
    BY_ROLE,
    KINDS,
    STATE_FOR,
    Counting,
    a_concern,
    everything_kept,
    failing,
    fresh,
)
from tests.proof.services import acts
from tests.proof.worlds import BEGINS_AT, Restorer, World
from tests.registers.kit import services
from verification.services.funding import record_funding_decision

pytestmark = pytest.mark.django_db
SERVICES = acts()


@dataclass(frozen=True)
class Attempt:
    """One service about to be done with sensible arguments, in a world prepared for it."""

    name: str
    by: Account | None
    given: dict[str, Any]

    def do(self) -> None:
        SERVICES[self.name](**self.given, **({"by": self.by} if self.by else {}))


def prepared(world: World, name: str) -> Attempt:
    """The world made ready for one service, and the call: the same each time, for the same world."""
    plan = None
    if is_on_a_plan(name):
        step = WAY[act_of(name)]
        state = STATE_FOR.get(name) or next(state for state in world.plans if state in step.from_states)
        plan = SupportPlan.objects.get(ref=world.plans[state])
        if name in BEFORE:
            BEFORE[name](world, plan)
            plan = SupportPlan.objects.get(pk=plan.pk)
    if name == "see_safeguarding_concern":
        a_concern(world, Person.objects.latest("pk").ref)
    own = services()[name].ready(world) if name in services() else OWN.get(name, lambda world: {})(world)
    given = Arguments(world, Random(f"sensible {name}"), folly=0).give(name, plan) | own
    by = None if name == "open_council" else fresh(world.accounts[_who(name)])
    return Attempt(name, by, given)


def _who(name: str) -> str:
    if name in services():
        return services()[name].by
    if name in BY:
        return BY[name]
    step = WAY.get(act_of(name))
    return next((BY_ROLE[role] for role in sorted(step.roles) if role in BY_ROLE), "dass") if step else "administrator"


def _an_assessment_not_yet_determined(world: World) -> dict[str, Any]:
    arguments = Arguments(world, Random("an assessment"), folly=0)
    by = world.accounts["practitioner"]
    person = Person.objects.filter(provider=world.demo.northgate).latest("pk")
    assessed = SERVICES["record_assessment"](by=by, **{**arguments.record_assessment(), "person": person.ref})
    return {"assessment": assessed.ref}


def _two_people(world: World) -> dict[str, Any]:
    one, other = Person.objects.order_by("pk")[:2]
    return {"carer": one.ref, "cared_for": other.ref}


# What chance would seldom make fit: an appointment nobody holds, an authorisation nobody has, two people.
OWN: dict[str, Callable[[World], dict[str, Any]]] = {
    "determine_eligibility": _an_assessment_not_yet_determined,
    "link_carer": _two_people,
    "appoint_to_post": lambda world: {
        "worker": world.worker("auditor"),
        "organisation": world.council,
        "role": "broker",
    },
    "authorise_function": lambda world: {
        "organisation": world.demo.northgate,
        "function": "emergency_rest_centre",
        "power": "activity",
    },
    "end_post": lambda world: {"post": Post.objects.get(worker=world.worker("auditor"))},
    "revoke_authorisation": lambda world: {
        "authorisation": Authorisation.objects.filter(revoked_on=None).earliest("pk"),
        "from_day": None,
    },
    "set_financial_limit": lambda world: {"role": "team_manager", "worker": None},
    "give_cover": lambda world: {"covered": world.worker("head"), "covering": world.worker("otherbroker")},
    "open_account": lambda world: {"worker": None},
}


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(BEGINS_AT, tick=False):
        yield


def statements_of(world: World, restorer: Restorer, name: str) -> int:
    """How many statements the service makes in this world; every promise holds after it."""
    with restorer.one_try():
        attempt = prepared(world, name)
        counting = Counting()
        with connection.execute_wrapper(counting):
            attempt.do()
        assert broken_promises() == []
        return counting.count


def all_or_nothing(
    world: World, restorer: Restorer, name: str, at: int, error: BaseException, *, again: bool = False
) -> bool:
    """Whether the failure was met; afterwards nothing of the service is there, and the connection is whole.

    again: also see that the same act can be done afterwards, as if nothing had been.
    """
    with restorer.one_try():
        attempt = prepared(world, name)
        before = everything_kept()
        outcome = None
        with failing(at, error) as counting:
            try:
                attempt.do()
            except BaseException as raised:
                outcome = raised
        if not counting.failed:
            return False
        assert not isinstance(outcome, Refused), f"{name}: a broken database was told as a refusal ({outcome})"
        assert outcome is not None, f"{name}: statement {at} failed and nobody heard of it"
        assert everything_kept() == before, f"{name}: statement {at} failed and something stayed"
        assert connection.is_usable()
        if connection.vendor == "sqlite":
            assert not connection.in_atomic_block
        if again:
            attempt.do()
        return True


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_is_done_whole_or_not_at_all(world: World, restorer: Restorer, name: str) -> None:
    count = statements_of(world, restorer, name)
    chance = Random(name)
    # What Django remembers between tries may make one statement fewer than the first time.
    at = chance.randrange(1, count + 1) if connection.vendor == "sqlite" else count
    error = chance.choice(KINDS)("said the database")
    assert any(all_or_nothing(world, restorer, name, place, error) for place in range(at, 0, -1))
    if connection.vendor == "sqlite":
        assert all_or_nothing(world, restorer, name, AT_COMMIT, OperationalError("disk full"), again=True)


@pytest.mark.slow
def test_every_statement_of_every_service(world: World, restorer: Restorer, capsys: pytest.CaptureFixture[str]) -> None:
    statements = runs = 0
    for name in sorted(SERVICES):
        count = statements_of(world, restorer, name)
        statements += count
        for at in range(1, count + 1):
            for kind in KINDS:
                runs += all_or_nothing(world, restorer, name, at, kind("said the database"), again=True)
    with capsys.disabled():
        print(f"\n{len(SERVICES)} services, {statements} statements, {runs} failures")  # noqa: T201


def test_a_refusal_whose_line_cannot_be_written_is_not_half_told(world: World, restorer: Restorer) -> None:
    ref, by = world.plans["awaiting_funding_decision"], world.accounts["practitioner"]

    def ask() -> None:
        record_funding_decision(plan=ref, by=fresh(by), lines=[])

    with restorer.one_try():
        counting = Counting()
        with connection.execute_wrapper(counting), pytest.raises(Refused):
            ask()
    for at in range(1, counting.count + 1):
        with restorer.one_try():
            before, lines = everything_kept(), Act.objects.count()
            with failing(at, OperationalError("gone")) as failed, pytest.raises((Refused, OperationalError)) as told:
                ask()
            assert failed.failed
            if everything_kept() != before:
                assert isinstance(told.value, Refused)
                assert Act.objects.count() == lines + 1
            assert broken_promises() == []


def test_without_one_whole_something_would_stay(
    world: World, restorer: Restorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with `@act` no longer one transaction, a failure in the middle leaves half of it."""
    if connection.vendor != "sqlite":
        pytest.skip("here every try is within one transaction already")
    name = "record_funding_decision"
    count = statements_of(world, restorer, name)

    class NoTransaction:
        def __init__(self, *args: Any, **kwargs: Any) -> None: ...
        def __enter__(self) -> None: ...
        def __exit__(self, *args: object) -> None: ...

    monkeypatch.setattr(transaction, "atomic", NoTransaction)
    with pytest.raises(AssertionError, match="something stayed"):
        any(all_or_nothing(world, restorer, name, at, OperationalError("gone")) for at in range(count, 0, -1))
