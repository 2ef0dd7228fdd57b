"""A plan's way from quality assurance to the decision on its money: each act, and what refuses it."""

from decimal import Decimal
from functools import partial

import pytest
from django.utils import timezone
from viewflow.workflow.models import Task

from casework.models import SupportPlan
from casework.services.plans import amend_plan, set_personal_budget
from delegation.authority import BeyondLimit, NotYourRole, Refused, RetainedByTheCouncil, SameHands
from delegation.models import Act
from delegation.refusals import WrongState
from delegation.services import appoint_to_post
from tests.verification.asking import all_funded, now
from verification.demo import Character, Storyteller, budget_of, four_lines, full_checklist
from verification.models import Finding, FundingDecision, QueueEntry
from verification.refusals import (
    ChecklistIncomplete,
    DecisionNotMade,
    FindingsOpen,
    FindingsUnanswered,
    NoFinding,
    NothingToSay,
    NotTheHolder,
    PlanIncomplete,
    UnknownRecord,
)
from verification.rules import LineDecision
from verification.selectors import already_receives
from verification.services.funding import (
    escalate_funding_decision,
    record_funding_decision,
    refuse_funding,
    return_from_funding,
)
from verification.services.quality import (
    pass_quality_assurance,
    resubmit_plan,
    return_from_quality_assurance,
    send_to_quality_assurance,
)
from verification.services.verifying import (
    answer_finding,
    complete_checklist,
    hand_over_verification,
    raise_finding,
    recommend_plan,
    return_plan_to_provider,
    take_up_verification,
    withdraw_finding,
)

pytestmark = pytest.mark.django_db


# -- quality assurance and submission


def test_a_plan_is_passed_by_a_colleague_and_sealed_at_submission(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    version = now(ref).versions.get()
    assert (now(ref).state, version.number, len(version.sha256)) == ("submitted", 1, 64)


def test_hands_are_compared_by_person_so_an_author_with_a_second_post_does_not_pass_the_plan(
    story: Storyteller, character: Character
) -> None:
    ref = story.agreed(character, four_lines())
    story.do(send_to_quality_assurance, "practitioner", plan=ref)
    author = story.world.accounts["practitioner"]
    appoint_to_post(
        by=story.world.accounts["administrator"],
        worker=author.worker,
        organisation=story.world.northgate,
        role="quality_assurer",
        from_day=timezone.localdate(),
    )
    with pytest.raises(SameHands):
        pass_quality_assurance(plan=ref, by=author)
    assert now(ref).state == "in_quality_assurance"


def test_quality_assurance_gives_the_plan_back_with_a_reason(story: Storyteller, character: Character) -> None:
    ref = story.agreed(character, four_lines())
    story.do(send_to_quality_assurance, "practitioner", plan=ref)
    with pytest.raises(NothingToSay):
        return_from_quality_assurance(plan=ref, by=story.world.accounts["quality"], reason=" ")
    story.do(return_from_quality_assurance, "quality", plan=ref, reason="Say who holds the key.")
    assert now(ref).state == "draft"


def test_a_plan_changed_after_agreement_is_agreed_again_first(story: Storyteller, character: Character) -> None:
    ref = story.returned(character, four_lines())
    plan = now(ref)
    story.do(
        set_personal_budget,
        "practitioner",
        plan=ref,
        seen_revision=plan.revision,
        budget=budget_of(four_lines(), "70"),
    )
    story.do(answer_finding, "practitioner", plan=ref, number=1, answer="The share was wrong.")
    with pytest.raises(PlanIncomplete):
        send_to_quality_assurance(plan=ref, by=story.world.accounts["practitioner"])
    story.agree(ref)
    story.do(send_to_quality_assurance, "practitioner", plan=ref)
    assert now(ref).state == "in_quality_assurance"


def test_a_submitted_plan_is_read_by_the_provider_and_not_touched(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    with pytest.raises(WrongState):
        amend_plan(
            plan=ref,
            by=story.world.accounts["practitioner"],
            seen_revision=now(ref).revision,
            changes={"wellbeing_matters": "Other."},
        )


def test_a_second_submission_is_a_resubmission(story: Storyteller, character: Character) -> None:
    ref = story.returned(character, four_lines())
    with pytest.raises(FindingsUnanswered):
        send_to_quality_assurance(plan=ref, by=story.world.accounts["practitioner"])
    story.do(answer_finding, "practitioner", plan=ref, number=1, answer="She works at weekends.")
    story.assure(ref)
    story.do(resubmit_plan, "practitioner", plan=ref)
    finding = Finding.objects.get(plan__ref=ref)
    assert now(ref).versions.count() == 2
    assert finding.closed_at
    assert finding.answer == "She works at weekends."


# -- verification


def test_one_verifier_holds_a_plan_and_the_second_is_told(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    story.do(take_up_verification, "verifier", plan=ref)
    with pytest.raises(WrongState):
        take_up_verification(plan=ref, by=story.world.accounts["verifier"])


def test_a_verification_is_handed_over_to_another_verifier_only(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    story.do(take_up_verification, "verifier", plan=ref)
    broker = story.world.accounts["broker"].worker
    with pytest.raises(UnknownRecord):
        hand_over_verification(plan=ref, by=story.world.accounts["teammanager"], to=broker.pk, reason="On leave")
    appoint_to_post(
        by=story.world.accounts["administrator"],
        worker=broker,
        organisation=story.world.council,
        role="verifier",
        from_day=timezone.localdate(),
    )
    story.do(hand_over_verification, "teammanager", plan=ref, to=broker.pk, reason="On leave")
    with pytest.raises(NotTheHolder):
        recommend_plan(plan=ref, by=story.world.accounts["verifier"])
    assert QueueEntry.objects.get(plan__ref=ref).claimed_by == broker


def test_a_finding_is_tied_to_a_line_or_a_need(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    verifier = story.world.accounts["verifier"]
    story.do(take_up_verification, "verifier", plan=ref)
    for foolish in ({}, {"line_key": "L99"}, {"need": 999_999}):
        with pytest.raises(UnknownRecord):
            raise_finding(plan=ref, by=verifier, reason="Why?", **foolish)
    with pytest.raises(NoFinding):
        return_plan_to_provider(plan=ref, by=verifier)


def test_an_open_finding_keeps_a_plan_from_being_recommended(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    story.do(take_up_verification, "verifier", plan=ref)
    story.do(complete_checklist, "verifier", plan=ref, answers=full_checklist(ref))
    finding = story.do(raise_finding, "verifier", plan=ref, reason="Why?", line_key="L1")
    with pytest.raises(FindingsOpen):
        recommend_plan(plan=ref, by=story.world.accounts["verifier"])
    story.do(withdraw_finding, "verifier", plan=ref, number=finding.number, reason="Read it again: it says why.")
    story.do(recommend_plan, "verifier", plan=ref)
    assert now(ref).state == "awaiting_funding_decision"


def test_an_incomplete_checklist_keeps_a_plan_from_being_recommended(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    story.do(take_up_verification, "verifier", plan=ref)
    with pytest.raises(ChecklistIncomplete):
        recommend_plan(plan=ref, by=story.world.accounts["verifier"])


# -- funding


def test_a_decision_within_the_limit_funds_the_plan(story: Storyteller, character: Character) -> None:
    ref = story.funded(character, four_lines())
    decision = FundingDecision.objects.get(plan__ref=ref)
    assert (now(ref).state, decision.weekly, decision.in_force) == ("funded", Decimal("345.00"), True)
    assert decision.version == now(ref).versions.get()


@pytest.mark.parametrize(("hourly", "within"), [("38.60", True), ("38.61", False)])
def test_a_limit_covers_exactly_its_amount_and_not_a_penny_more(
    story: Storyteller, character: Character, hourly: str, within: bool
) -> None:
    ref = story.recommended(character, four_lines(hourly=hourly, hours="10"))  # with the day centre: £500.00, £500.10
    decide = partial(record_funding_decision, plan=ref, by=story.world.accounts["teammanager"], lines=all_funded(ref))
    if within:
        assert decide().weekly == Decimal("500.00")
    else:
        with pytest.raises(BeyondLimit):
            decide()


@pytest.mark.parametrize("who", ["practitioner", "quality", "verifier", "broker", "administrator", "auditor"])
def test_nobody_without_the_role_decides_money(story: Storyteller, character: Character, who: str) -> None:
    ref = story.recommended(character, four_lines())
    with pytest.raises((RetainedByTheCouncil, NotYourRole)):
        record_funding_decision(plan=ref, by=story.world.accounts[who], lines=all_funded(ref))


def test_a_verifier_who_is_also_a_team_manager_does_not_decide_the_plan_verified(
    story: Storyteller, character: Character
) -> None:
    ref = story.recommended(character, four_lines())
    verifier = story.world.accounts["verifier"]
    appoint_to_post(
        by=story.world.accounts["dass"],
        worker=verifier.worker,
        organisation=story.world.council,
        role="team_manager",
        from_day=timezone.localdate(),
    )
    with pytest.raises(SameHands):
        record_funding_decision(plan=ref, by=verifier, lines=all_funded(ref))


def test_what_a_person_already_receives_counts_against_the_limit(story: Storyteller, character: Character) -> None:
    ref = story.funded(character, four_lines())
    plan = now(ref)
    other = SupportPlan(pk=-1, person_id=plan.person_id)
    assert already_receives(other).weekly == Decimal("345.00")
    assert already_receives(plan).weekly == Decimal("0.00")


def test_every_line_must_be_decided(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    with pytest.raises(DecisionNotMade):
        record_funding_decision(
            plan=ref, by=story.world.accounts["teammanager"], lines=[LineDecision(key="L1", outcome="fund")]
        )


def test_refusing_every_line_is_refusing_the_plan(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    lines = [LineDecision(key=line.line_key, outcome="refuse", reason="x") for line in now(ref).lines.all()]
    with pytest.raises(DecisionNotMade):
        record_funding_decision(plan=ref, by=story.world.accounts["teammanager"], lines=lines)


def test_a_refusal_carries_reasons_and_takes_the_plan_off_its_route(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    with pytest.raises(NothingToSay):
        refuse_funding(plan=ref, by=story.world.accounts["teammanager"], reasons="")
    story.do(refuse_funding, "teammanager", plan=ref, reasons="Met by the NHS.")
    assert now(ref).state == "refused"
    assert not QueueEntry.objects.filter(plan__ref=ref).exists()
    assert not now(ref).routes.filter(live=True).exists()


def test_an_escalated_decision_waits_for_the_level_named(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines(hours="42"))
    with pytest.raises(UnknownRecord):
        escalate_funding_decision(
            plan=ref, by=story.world.accounts["head"], to_role="team_manager", reason="Not for me"
        )
    story.do(escalate_funding_decision, "teammanager", plan=ref, to_role="head_of_service", reason="Above my limit")
    assert QueueEntry.objects.get(plan__ref=ref).for_role == "head_of_service"
    story.fund(ref, by="head")
    assert now(ref).state == "funded"


def test_a_question_sends_the_plan_back_to_its_verifier(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    story.do(return_from_funding, "teammanager", plan=ref, question="Is the club still open?")
    entry = QueueEntry.objects.get(plan__ref=ref)
    assert (now(ref).state, entry.claimed_by) == ("in_verification", story.world.accounts["verifier"].worker)
    story.do(recommend_plan, "verifier", plan=ref, recommendation="It is.")
    assert now(ref).state == "awaiting_funding_decision"


# -- the register and the route


def test_every_step_is_an_act_and_every_refusal_too(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    with pytest.raises(Refused):
        record_funding_decision(plan=ref, by=story.world.accounts["practitioner"], lines=[])
    lines = Act.objects.filter(subject=ref).order_by("seq")
    assert lines.last().refusal == "RetainedByTheCouncil"
    assert {"prepare_plan", "agree_plan_with_person", "submit_plan_for_verification"} <= {line.verb for line in lines}


def test_the_route_follows_the_record(story: Storyteller, character: Character) -> None:
    ref = story.active(character, four_lines())
    open_tasks = Task.objects.filter(process__plan_route__plan__ref=ref, finished__isnull=True)
    assert {task.flow_task.name for task in open_tasks} == {"package", "package__timeout"}
