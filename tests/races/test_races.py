"""Two at once, on PostgreSQL: exactly one wins where one may, the other is told by name, and every promise holds.

COUNTERSIGN_PROOF_ROUNDS says how many times each pair is raced (3 where it is not set).
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker
from viewflow.workflow import STATUS
from viewflow.workflow.models import Task

from casework.models import SupportPlan
from casework.services.plans import (
    amend_plan,
    change_line,
)
from delegation.chain import walk_register
from delegation.models import Account, Act, Organisation
from delegation.promises import broken_promises
from delegation.refusals import StaleRevision
from delegation.services import set_financial_limit
from tests.proof.worlds import World, people_of_a_world, plan_in, second_plan_of
from tests.races.racing import at_once, empty_the_database, others_were_told, winners
from verification.demo import (
    four_lines,
    full_checklist,
)
from verification.models import FundingDecision, Offer
from verification.rules import LineDecision
from verification.services.brokerage import (
    AwardChoice,
    award_package,
    request_envelope_change,
    start_package,
)
from verification.services.changes import record_envelope_decision
from verification.services.funding import (
    record_funding_decision,
    refuse_funding,
    return_from_funding,
)
from verification.services.quality import (
    pass_quality_assurance,
    return_from_quality_assurance,
    send_to_quality_assurance,
    submit_plan_for_verification,
)
from verification.services.urgent import start_urgent_support
from verification.services.verifying import (
    complete_checklist,
    hand_over_verification,
    recommend_plan,
    take_up_verification,
)
from verification.services.ways_out import record_death_or_move, withdraw_plan

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ROUNDS = int(os.environ.get("COUNTERSIGN_PROOF_ROUNDS", "3"))
NUMBERS = count(20)


@pytest.fixture(scope="module")
def here(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The people, committed for real, and the database empty again afterwards."""
    with django_db_blocker.unblock():
        if connection.vendor != "postgresql":
            pytest.skip("needs PostgreSQL: python3 run.py test --postgres")
        world = people_of_a_world()
        yield world
        empty_the_database()


def by(world: World, username: str) -> Account:
    return Account.objects.select_related("worker").get(pk=world.accounts[username].pk)


def new(world: World, state: str) -> str:
    return plan_in(state, world, next(NUMBERS))


def now(ref: str) -> SupportPlan:
    return SupportPlan.objects.get(ref=ref)


def fund(world: World, ref: str, who: str) -> Callable[[], Any]:
    account, keys = by(world, who), list(now(ref).lines.values_list("line_key", flat=True))
    lines = [LineDecision(key=key, outcome="fund") for key in keys]
    return lambda: record_funding_decision(plan=ref, by=account, lines=lines, reasons="Meets the needs.")


def _ready_to_recommend(world: World) -> str:
    ref = new(world, "in_verification")
    complete_checklist(plan=ref, by=by(world, "verifier"), answers=full_checklist(ref))
    return ref


def _awards(world: World, ref: str) -> Callable[[], Any]:
    account = by(world, "broker")
    choices = [
        AwardChoice(
            offer=Offer.objects.filter(requirement=row, kind="offer").order_by("weekly").first().pk,  # type: ignore[union-attr]
            persons_choice="They met both.",
        )
        for row in now(ref).requirements.filter(live=True)
    ]
    return lambda: award_package(plan=ref, by=account, choices=choices)


def _raise_envelope(world: World, ref: str) -> Callable[[], Any]:
    account, row = by(world, "otherbroker"), now(ref).requirements.filter(live=True)[0]
    prices = {row.line_key: row.weekly_envelope + 9}
    return lambda: request_envelope_change(plan=ref, by=account, prices=prices, reason="Nobody for less.")


def _dearer_line(world: World, ref: str) -> Callable[[], Any]:
    account, plan = by(world, "practitioner"), now(ref)
    line = four_lines(hours="12")[0]
    return lambda: change_line(by=account, plan=ref, seen_revision=plan.revision, line_key="L1", line=line)


def _amend(world: World, ref: str, words: str) -> Callable[[], Any]:
    account, seen = by(world, "practitioner"), now(ref).revision
    return lambda: amend_plan(by=account, plan=ref, seen_revision=seen, changes={"wellbeing_matters": words})


def _do(service: Callable[..., Any], world: World, ref: str, who: str, **given: Any) -> Callable[[], Any]:
    account = by(world, who)
    return lambda: service(plan=ref, by=account, **given)


@dataclass(frozen=True)
class Pair:
    """Two acts on one plan of which exactly one may be done."""

    name: str
    make: Callable[[World], str]
    one: Callable[[World, str], Callable[[], Any]]
    other: Callable[[World, str], Callable[[], Any]]


def _in(state: str) -> Callable[[World], str]:
    return lambda world: new(world, state)


PAIRS = (
    Pair(
        "decide and decide",
        _in("awaiting_funding_decision"),
        lambda w, r: fund(w, r, "teammanager"),
        lambda w, r: fund(w, r, "head"),
    ),
    Pair(
        "decide and refuse",
        _in("awaiting_funding_decision"),
        lambda w, r: fund(w, r, "teammanager"),
        lambda w, r: _do(refuse_funding, w, r, "head", reasons="Health pays."),
    ),
    Pair(
        "decide and return",
        _in("awaiting_funding_decision"),
        lambda w, r: fund(w, r, "teammanager"),
        lambda w, r: _do(return_from_funding, w, r, "head", question="Why mornings?"),
    ),
    Pair(
        "edit and send",
        _in("agreed_with_person"),
        _dearer_line,
        lambda w, r: _do(send_to_quality_assurance, w, r, "practitioner"),
    ),
    Pair(
        "edit and edit",
        _in("draft"),
        lambda w, r: _amend(w, r, "Company and the garden."),
        lambda w, r: _amend(w, r, "Being out of doors."),
    ),
    Pair(
        "pass and return",
        _in("in_quality_assurance"),
        lambda w, r: _do(pass_quality_assurance, w, r, "quality"),
        lambda w, r: _do(return_from_quality_assurance, w, r, "providermanager", reason="Line 2 has no end."),
    ),
    Pair(
        "submit and withdraw",
        _in("quality_assured"),
        lambda w, r: _do(submit_plan_for_verification, w, r, "providermanager"),
        lambda w, r: _do(withdraw_plan, w, r, "practitioner", reason="She moved in with her son."),
    ),
    Pair(
        "submit twice",
        _in("quality_assured"),
        lambda w, r: _do(submit_plan_for_verification, w, r, "providermanager"),
        lambda w, r: _do(submit_plan_for_verification, w, r, "providermanager"),
    ),
    Pair(
        "a double click on take-up",
        _in("submitted"),
        lambda w, r: _do(take_up_verification, w, r, "verifier"),
        lambda w, r: _do(take_up_verification, w, r, "verifier"),
    ),
    Pair(
        "two verifiers take up",
        _in("submitted"),
        lambda w, r: _do(take_up_verification, w, r, "verifier"),
        lambda w, r: _do(take_up_verification, w, r, "otherverifier"),
    ),
    Pair(
        "recommend and hand over",
        _ready_to_recommend,
        lambda w, r: _do(recommend_plan, w, r, "verifier"),
        lambda w, r: _do(
            hand_over_verification, w, r, "teammanager", to=w.worker("otherverifier").pk, reason="On leave."
        ),
    ),
    Pair("award and change", _in("in_brokerage"), _awards, _raise_envelope),
    Pair("award twice", _in("in_brokerage"), _awards, _awards),
    Pair(
        "decide the price twice",
        _in("awaiting_envelope_decision"),
        lambda w, r: _do(record_envelope_decision, w, r, "teammanager", agree=True, reasons="Fair."),
        lambda w, r: _do(record_envelope_decision, w, r, "head", agree=False, reasons="Too dear."),
    ),
    Pair(
        "start twice",
        _in("package_arranged"),
        lambda w, r: _do(start_package, w, r, "broker", starts_on=timezone.localdate()),
        lambda w, r: _do(start_package, w, r, "otherbroker", starts_on=timezone.localdate()),
    ),
    Pair(
        "urgent support twice",
        _in("draft"),
        lambda w, r: _do(
            start_urgent_support,
            w,
            r,
            "teammanager",
            weekly=Decimal(200),
            reason="Tonight",
            starts_on=timezone.localdate(),
        ),
        lambda w, r: _do(
            start_urgent_support, w, r, "head", weekly=Decimal(300), reason="Tonight", starts_on=timezone.localdate()
        ),
    ),
)


def all_is_well() -> None:
    broken = broken_promises()
    assert not broken, [(each.promise.sentence, each.rows) for each in broken]
    for council in Organisation.objects.filter(kind="council"):
        walked = walk_register(council)
        assert walked.bad is None, walked.bad


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name.replace(" ", "_"))
def test_of_two_at_once_exactly_one_is_done_and_the_other_is_told(here: World, pair: Pair) -> None:
    for _ in range(ROUNDS):
        ref = pair.make(here)
        came = at_once(pair.one(here, ref), pair.other(here, ref))
        assert len(winners(came)) == 1, came
        others_were_told(came)
        assert Act.objects.filter(subject=ref, outcome=Act.Outcome.REFUSED).count() == 1
        all_is_well()


def test_whoever_edits_second_is_told_who_was_first(here: World) -> None:
    ref = new(here, "draft")
    came = at_once(_amend(here, ref, "One"), _amend(here, ref, "Other"))
    (lost,) = [each for each in came if isinstance(each, BaseException)]
    assert isinstance(lost, StaleRevision)
    assert "Amara Okafor" in lost.sentence


def test_death_and_a_decision_at_once_leave_no_decision_in_force(here: World) -> None:
    """Both may be done, the decision first; then the death ends it."""
    for _ in range(ROUNDS):
        ref = new(here, "awaiting_funding_decision")
        death = _do(record_death_or_move, here, ref, "verifier", what="died", on=timezone.localdate())
        came = at_once(fund(here, ref, "teammanager"), death)
        others_were_told(came)
        assert 1 in winners(came)
        assert now(ref).state == "ended"
        assert not FundingDecision.objects.filter(plan__ref=ref, in_force=True).exists()
        all_is_well()


def test_a_clock_that_runs_out_while_the_verifier_recommends(here: World) -> None:
    for _ in range(ROUNDS):
        ref = _ready_to_recommend(here)
        _make_late(ref)
        came = at_once(_do(recommend_plan, here, ref, "verifier"), lambda: call_command("workflow_timers"))
        others_were_told(came)
        assert 0 in winners(came), came
        assert now(ref).state == "awaiting_funding_decision"
        all_is_well()


def _make_late(ref: str) -> None:
    """The clock of the step under way is due: as the timer finds it some days later."""
    process = now(ref).routes.get(live=True).process
    late = Task.objects.filter(process=process, status=STATUS.SCHEDULED).update(
        scheduled=timezone.now() - timedelta(hours=1)
    )
    assert late


def test_two_plans_of_one_person_decided_at_once_stay_within_the_limit_together(here: World) -> None:
    """£345 and £345 a week: each within a team manager's £500, the two together not."""
    for _ in range(ROUNDS):
        one = new(here, "awaiting_funding_decision")
        other = second_plan_of(here, one)
        came = at_once(fund(here, one, "teammanager"), fund(here, other, "teammanager"))
        others_were_told(came)
        assert len(winners(came)) == 1, came
        all_is_well()


def _own_limit(world: World, pounds: int) -> Callable[[], Any]:
    dass, worker = by(world, "dass"), by(world, "smalllimit").worker
    return lambda: set_financial_limit(
        by=dass,
        council=world.council,
        worker=worker,
        weekly=Decimal(pounds),
        whole_life=Decimal(90_000),
        from_day=timezone.localdate(),
    )


def test_no_decision_comes_after_the_limit_was_lowered(here: World) -> None:
    for _ in range(ROUNDS):
        ref = new(here, "awaiting_funding_decision")
        _own_limit(here, 400)()
        came = at_once(fund(here, ref, "smalllimit"), _own_limit(here, 10))
        others_were_told(came)
        all_is_well()


def test_a_dozen_clicks_at_once_are_one_decision(here: World) -> None:
    ref = new(here, "awaiting_funding_decision")
    came = at_once(*[fund(here, ref, "teammanager") for _ in range(12)])
    assert len(winners(came)) == 1
    others_were_told(came)
    assert FundingDecision.objects.filter(plan__ref=ref).count() == 1
    all_is_well()
