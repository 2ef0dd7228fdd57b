"""The state machine: a short run each day, a long one by command.

COUNTERSIGN_PROOF_EXAMPLES=5000 COUNTERSIGN_PROOF_STEPS=60 python3 run.py test -m slow tests/proof/test_machine.py
"""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.proof.arguments import Arguments, is_told
from tests.proof.machine import SERVICES, AnyoneDoesAnything, Tally
from tests.proof.worlds import Restorer, World
from tests.registers.kit import services

pytestmark = pytest.mark.django_db

EXAMPLES = int(os.environ.get("COUNTERSIGN_PROOF_EXAMPLES", "400"))
STEPS = int(os.environ.get("COUNTERSIGN_PROOF_STEPS", "40"))


def run(world: World, restorer: Restorer, *, examples: int, steps: int, **how: object) -> Tally:
    """Let anyone do anything; every promise is asked after each step."""
    tally = Tally()
    machine = type("Machine", (AnyoneDoesAnything,), {"world": world, "restorer": restorer, "tally": tally})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
            **how,  # type: ignore[arg-type]
        ),
    )
    return tally


def test_every_service_is_driven() -> None:
    assert not [name for name in SERVICES if not is_told(name)]


def test_chance_can_make_what_each_service_of_a_register_takes(world: World) -> None:
    """A short run calls a few services only; here each is given for, sensibly and foolishly, and none is called."""
    for name in services():
        for number, folly in enumerate((0, 0, 0, 25, 60, 60)):
            assert isinstance(Arguments(world, Random(f"{name} {number}"), folly=folly).give(name, None), dict), name


def test_nobody_breaks_a_promise_in_a_short_run(world: World, restorer: Restorer) -> None:
    tally = run(world, restorer, examples=6, steps=20, derandomize=True, phases=[Phase.generate])
    assert tally.share_refused >= 0.3
    assert tally.steps >= 60


@pytest.mark.slow
def test_nobody_breaks_a_promise_in_a_long_run(
    world: World, restorer: Restorer, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = run(world, restorer, examples=EXAMPLES, steps=STEPS, phases=[Phase.generate, Phase.shrink])
    with capsys.disabled():
        print(f"\n{tally.steps:,} calls, {tally.share_refused:.0%} refused")  # noqa: T201
        print(f"refusals: {dict(tally.refusals.most_common())}")  # noqa: T201
        print(f"accepted: {dict(tally.accepted.most_common())}")  # noqa: T201
        print(f"never: {tally.never()}")  # noqa: T201
    assert tally.share_refused >= 0.3
    assert tally.never() == {"accepted": [], "refused": []}
