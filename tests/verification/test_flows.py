"""Every way through every procedure, times every role of a provider: none exercises what the council keeps.

The graphs are read from the flows that run, the acts of each way out from the way of a plan and from the flows
themselves, and the answer from the guard.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.utils import timezone
from viewflow.workflow.flow import End

from casework.way import WAY
from delegation.authority import Permission, Question, would_permit
from delegation.demo import NORTHGATE, PEOPLE, RIVERSIDE, DemoOrganisations
from delegation.guarded import ACTS
from delegation.models import Account
from delegation.registers import drawn_procedures
from delegation.rules import retained_functions
from delegation.steps import Step
from verification.flows import WAY_OF_A_PLAN

pytestmark = pytest.mark.django_db
FLOWS = {"way-of-a-plan": WAY_OF_A_PLAN} | drawn_procedures()
# One of a provider's people in each of its roles, and one of another provider.
OF_A_PROVIDER = sorted(username for username, _, organisation, _ in PEOPLE if organisation in (NORTHGATE, RIVERSIDE))


@dataclass(frozen=True)
class Way:
    """A way out of a step: the state that leads along it, and the acts that leave a record in that state."""

    step: str
    state: str
    acts: frozenset[str]


def ways_through(key: str) -> Iterator[tuple[Way, ...]]:
    """Every route from the start of a procedure to an end of it that does no step twice."""
    flow = FLOWS[key].flow
    yield from _from(key, flow.instance.node("start")._next, ())


def _from(key: str, node: object, walked: tuple[Way, ...]) -> Iterator[tuple[Way, ...]]:
    if isinstance(node, End):
        yield walked
        return
    assert isinstance(node, Step)
    if node.name in {way.step for way in walked}:
        return
    for state, following in node.ways():
        yield from _from(key, following, (*walked, Way(node.name, state, acts_of(key, node, state))))


def acts_of(key: str, step: Step, state: str) -> frozenset[str]:
    """The acts that take this way: for a plan those the way of a plan leads to the state, else what the flow says."""
    if key != "way-of-a-plan":
        return step.acts_to(state)
    return frozenset(act.act for act in WAY.values() if state in {act.leads_to(start) for start in act.from_states})


@pytest.mark.parametrize("key", sorted(FLOWS))
def test_every_way_out_of_a_procedure_is_taken_by_acts_the_guard_knows(key: str) -> None:
    flow = FLOWS[key].flow
    steps = [node for node in flow.instance.nodes() if isinstance(node, Step)]
    ways = [(step.name, state, acts_of(key, step, state)) for step in steps for state, _ in step.ways()]
    assert ways
    assert [way for way in ways if not way[2] or not way[2] <= set(ACTS)] == []


@pytest.mark.parametrize("key", sorted(FLOWS))
def test_no_way_to_an_end_has_a_provider_do_what_the_council_keeps(
    key: str, demo: DemoOrganisations, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = set(retained_functions())
    routes = list(ways_through(key))
    acts = {act for route in routes for way in route for act in way.acts}
    assert routes
    tried, done = 0, []
    for act in sorted(act for act in acts if ACTS[act].function in kept):
        for username in OF_A_PROVIDER:
            for side in ("council", "provider"):
                tried += 1
                by = Account.objects.get(username=username)
                if isinstance(would_permit(_question(act, by, side, demo.council)), Permission):
                    done.append((act, username, side))
    with capsys.disabled():
        kept_ways = sum(any(ACTS[act].function in kept for act in way.acts) for route in routes for way in route)
        print(  # noqa: T201
            f"\n{key}: {len(routes)} routes to an end, {kept_ways} ways along them that ask a kept function, "
            f"{tried} tries by a provider's people, none permitted",
            end="",
        )
    assert done == []


def _question(act: str, by: Account, side: str, council: object) -> Question:
    guarded = ACTS[act]
    return Question(
        act=act,
        function=guarded.function,
        by=by,
        on=timezone.localdate(),
        council=council,  # type: ignore[arg-type]
        side=side,
        roles=guarded.roles if side == guarded.side else frozenset(),
    )


def test_a_guard_that_lets_anybody_is_found(demo: DemoOrganisations, monkeypatch: pytest.MonkeyPatch) -> None:
    by = Account.objects.get(username="providermanager")
    monkeypatch.setattr("delegation.authority._council_standings", lambda question, own, covered: own)
    assert isinstance(would_permit(_question("record_funding_decision", by, "council", demo.council)), Permission)
