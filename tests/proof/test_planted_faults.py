"""The controls: each fault planted in the house by a patch is found by a promise, and by the state machine.

A share of the faults is met every day by the one act that shows it, all of them with `run.py test --all`. With
`-m slow` the machine must come upon each by itself.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from hypothesis import Phase

from casework import plans
from casework.models import SupportPlan
from casework.services.plans import amend_plan
from delegation import authority
from delegation.models import DatedQuerySet
from delegation.promises import broken_promises
from delegation.refusals import Refused
from delegation.services import set_financial_limit
from tests.proof.services import acts
from tests.proof.test_machine import run
from tests.proof.worlds import BEGINS_AT, Making, Restorer, World, second_plan_of
from verification import queue
from verification.demo import BY_NUMBER, Character, Storyteller
from verification.models import Offer
from verification.rules import LineDecision
from verification.selectors import Receives
from verification.services import brokerage, funding, quality

pytestmark = pytest.mark.django_db
do = acts()
Patch = pytest.MonkeyPatch


@dataclass(frozen=True)
class Fault:
    """A fault, how it is planted, the act that shows it, and the beginnings of promises of which one must break."""

    name: str
    plant: Callable[[Patch], None]
    show: Callable[[World], Any]
    found_by: tuple[str, ...]
    # Whether chance brings the machine to it in a reasonable time.
    is_met_by_chance: bool = True


def _fund(world: World, ref: str, who: str) -> None:
    keys = SupportPlan.objects.get(ref=ref).lines.values_list("line_key", flat=True)
    lines = [LineDecision(key=key, outcome="fund") for key in keys]
    do["record_funding_decision"](plan=ref, by=world.accounts[who], lines=lines, reasons="So be it.")


def _waiting(world: World, author: str = "practitioner") -> str:
    who = Character(**{**vars(BY_NUMBER[1]), "number": 60})
    return Making(Storyteller(_with_everyone(world), practitioner=author), who).awaiting_funding_decision()


def _with_everyone(world: World) -> Any:
    world.demo.accounts.update(world.accounts)
    return world.demo


# -- the faults ------------------------------------------------------------------------------------------------------


def _no_limit_is_checked(patch: Patch) -> None:
    patch.setattr(authority, "_beyond", lambda question, standing, limit: "")


def _a_penny_too_much_is_let_through(patch: Patch) -> None:
    beyond = authority._beyond

    def nearly(question: Any, standing: Any, limit: Any) -> str:
        if limit is not None:
            limit.weekly += Decimal("0.01")
        return beyond(question, standing, limit)

    patch.setattr(authority, "_beyond", nearly)


def _another_days_limit_is_used(patch: Patch) -> None:
    patch.setattr(DatedQuerySet, "live_on", lambda self, day: self.all())
    words = authority._HELD_WITH_LIMITS
    for dated in ("financial.from_day <= %s", "financial.to_day >= %s"):
        assert dated in words
        words = words.replace(dated, "%s IS NOT NULL")
    patch.setattr(authority, "_HELD_WITH_LIMITS", words)


def _no_hands_are_compared(patch: Patch) -> None:
    patch.setattr(plans, "_barred", lambda plan, step: {})


def _the_author_is_not_compared(patch: Patch) -> None:
    barred = plans._barred
    patch.setattr(
        plans,
        "_barred",
        lambda plan, step: {
            worker: hand for worker, hand in barred(plan, step).items() if hand not in ("author", "amender")
        },
    )


def _the_amender_is_forgotten(patch: Patch) -> None:
    leave = plans._leave_hand
    patch.setattr(plans, "_leave_hand", lambda plan, hand, *rest: leave(plan, "" if hand == "amender" else hand, *rest))


def _an_act_is_not_written(patch: Patch) -> None:
    patch.setattr(funding, "record", lambda *args, **given: None)


def _the_queue_is_not_told(patch: Patch) -> None:
    follow = queue.follow
    plans.plan_moved.disconnect(dispatch_uid="queue_follows_the_plan")
    patch.setattr(queue, "follow", follow)


def _what_the_person_receives_is_not_counted(patch: Patch) -> None:
    patch.setattr(funding, "already_receives", lambda plan: Receives(Decimal(0), Decimal(0)))


def _any_post_will_do(patch: Patch) -> None:
    patch.setattr(authority, "_council_standings", lambda question, own, covered: own)
    patch.setattr(authority, "_beyond", lambda question, standing, limit: "")


def _an_award_may_cost_anything(patch: Patch) -> None:
    award = brokerage._award

    def generous(choice: Any, requirements: Any, offers: Any, **rest: Any) -> Any:
        for row in requirements.values():
            row.weekly_envelope = Decimal(10**6)
        return award(choice, requirements, offers, **rest)

    patch.setattr(brokerage, "_award", generous)


def _a_seal_is_of_something_else(patch: Patch) -> None:
    patch.setattr(plans, "content_hash", lambda content: "0" * 64)


def _a_submission_counts_twice(patch: Patch) -> None:
    """The submission moves the plan twice over: its revision no longer says how many acts there were."""
    move = plans.move

    def twice(plan: SupportPlan, **given: Any) -> None:
        plan.revision += 1
        move(plan, **given)

    patch.setattr(quality, "move", twice)


# -- the acts that show them -----------------------------------------------------------------------------------------


def _decides_beyond_a_small_limit(world: World) -> None:
    _fund(world, world.plans["awaiting_funding_decision"], "smalllimit")


def _own_limit(world: World, weekly: str, days: int = 0) -> None:
    set_financial_limit(
        by=world.accounts["dass"],
        council=world.council,
        worker=world.worker("smalllimit"),
        weekly=Decimal(weekly),
        whole_life=Decimal(90_000),
        from_day=timezone.localdate() + timedelta(days=days),
    )


def _decides_a_penny_too_much(world: World) -> None:
    cost = SupportPlan.objects.get(ref=world.plans["awaiting_funding_decision"]).budget_total_weekly
    _own_limit(world, str(cost - Decimal("0.01")))
    _decides_beyond_a_small_limit(world)


def _decides_by_tomorrows_limit(world: World) -> None:
    _own_limit(world, "5000", days=1)
    _decides_beyond_a_small_limit(world)


def _decides_their_own_plan(world: World) -> None:
    _fund(world, _waiting(world, author="bothsides"), "bothsides")


def _checks_their_own_plan(world: World) -> None:
    who = Character(**{**vars(BY_NUMBER[1]), "number": 60})
    ref = Making(Storyteller(_with_everyone(world), practitioner="twohats"), who).in_quality_assurance()
    do["pass_quality_assurance"](plan=ref, by=world.accounts["twohats"])


def _amends_a_colleagues_plan(world: World) -> None:
    plan = SupportPlan.objects.get(ref=world.plans["draft"])
    amend_plan(
        by=world.accounts["bothsides"],
        plan=plan.ref,
        seen_revision=plan.revision,
        changes={"wellbeing_matters": "Her garden, and her cat."},
    )


def _decides(world: World) -> None:
    _fund(world, world.plans["awaiting_funding_decision"], "teammanager")


def _sends(world: World) -> None:
    do["send_to_quality_assurance"](plan=world.plans["agreed_with_person"], by=world.accounts["practitioner"])


def _decides_a_second_plan(world: World) -> None:
    _fund(world, second_plan_of(world, world.plans["active"]), "teammanager")


def _a_practitioner_decides(world: World) -> None:
    _fund(world, world.plans["awaiting_funding_decision"], "otherpractitioner")


def _awards_the_dearest(world: World) -> None:
    plan, broker = SupportPlan.objects.get(ref=world.plans["in_brokerage"]), world.accounts["broker"]
    choices = []
    for row in plan.requirements.filter(live=True):
        offer: Offer = do["record_offer"](
            plan=plan.ref,
            by=broker,
            requirement=row.pk,
            organisation=world.demo.care_providers[0].pk,
            kind="offer",
            unit_price=Decimal(99),
        )
        choices.append(brokerage.AwardChoice(offer=offer.pk, persons_choice="So she said.", value_for_money_reason="-"))
    do["award_package"](plan=plan.ref, by=broker, choices=choices)


def _submits(world: World) -> None:
    do["submit_plan_for_verification"](plan=world.plans["quality_assured"], by=world.accounts["providermanager"])


LIMIT = "No decision goes beyond the limit"
BARRED = "Nobody did to a plan what"
FAULTS = (
    Fault("no limit is checked", _no_limit_is_checked, _decides_beyond_a_small_limit, (LIMIT,)),
    Fault("a penny above the limit", _a_penny_too_much_is_let_through, _decides_a_penny_too_much, (LIMIT,), False),
    Fault("another day's limit", _another_days_limit_is_used, _decides_by_tomorrows_limit, (LIMIT,), False),
    Fault("no hands are compared", _no_hands_are_compared, _checks_their_own_plan, (BARRED,)),
    Fault("the author is not compared", _the_author_is_not_compared, _decides_their_own_plan, (BARRED,)),
    Fault("the amender is forgotten", _the_amender_is_forgotten, _amends_a_colleagues_plan, ("Every act that leaves",)),
    Fault(
        "an act is not written",
        _an_act_is_not_written,
        _decides,
        ("Each decision, seal", "Every decision has the act", "Every plan stands where"),
    ),
    Fault("the queue is not told", _the_queue_is_not_told, _sends, ("Every plan that waits stands in the queue",)),
    Fault(
        "what the person receives is not counted",
        _what_the_person_receives_is_not_counted,
        _decides_a_second_plan,
        ("A decision to fund counted all",),
        False,
    ),
    Fault(
        "any post will do",
        _any_post_will_do,
        _a_practitioner_decides,
        ("No retained function was exercised", "Every funded plan has a decision"),
    ),
    Fault(
        "an award may cost anything", _an_award_may_cost_anything, _awards_the_dearest, ("An award is within",), False
    ),
    Fault("a seal is of something else", _a_seal_is_of_something_else, _submits, ("Every sealed version still has",)),
    Fault("an act is counted twice", _a_submission_counts_twice, _submits, ("Every plan stands where",)),
)


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    follow = queue.follow
    yield
    plans.plan_moved.connect(follow, dispatch_uid="queue_follows_the_plan")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "_"))
def test_a_planted_fault_is_found_by_its_promise(again: World, fault: Fault, monkeypatch: Patch) -> None:
    with time_machine.travel(BEGINS_AT, tick=True):
        fault.plant(monkeypatch)
        fault.show(again)
    broken = {each.promise.sentence for each in broken_promises()}
    for promise in fault.found_by:
        assert any(sentence.startswith(promise) for sentence in broken), broken


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "_"))
def test_without_the_fault_the_same_act_is_refused_or_breaks_nothing(again: World, fault: Fault) -> None:
    with time_machine.travel(BEGINS_AT, tick=True), suppress(Refused):
        fault.show(again)
    assert broken_promises() == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "fault", [fault for fault in FAULTS if fault.is_met_by_chance], ids=lambda fault: fault.name.replace(" ", "_")
)
def test_the_machine_comes_upon_a_planted_fault(
    world: World, restorer: Restorer, fault: Fault, monkeypatch: Patch
) -> None:
    fault.plant(monkeypatch)
    with pytest.raises((AssertionError, ExceptionGroup)):
        run(world, restorer, examples=2000, steps=40, phases=[Phase.generate], report_multiple_bugs=False)
