"""A plan's way from quality assurance to the package and beyond: each act, and what refuses it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.utils import timezone
from viewflow.workflow.models import Process, Task

from casework.charging import demo as charging
from casework.charging.services import calculate_charge, decide_charge, issue_charge_notice, waive_charge
from casework.charging.share import share_by_charge
from casework.details import Budget, Shares
from casework.dols import demo as dols
from casework.guardianship import demo as guardianship
from casework.models import Charge, ChargingPolicy, DolsRequest, Guardianship, PlanHand, SupportPlan
from casework.refusals import NotKept
from casework.services.plans import amend_plan, set_personal_budget
from delegation.amhp import demo as amhp
from delegation.authority import BeyondLimit, NotYourRole, Refused, RetainedByTheCouncil, SameHands
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from delegation.refusals import WrongState
from delegation.services import appoint_to_post
from verification.demo import Character, Storyteller, budget_of, four_lines, full_checklist
from verification.models import Award, ChangeRequest, Finding, FundingDecision, Package, QueueEntry, UrgentSupport
from verification.refusals import (
    AboveTheEnvelope,
    AwardNotMade,
    BadDate,
    ChecklistIncomplete,
    DecisionNotMade,
    FindingsOpen,
    FindingsUnanswered,
    NoFinding,
    NothingToSay,
    NotOnTheList,
    NotTheHolder,
    PlanIncomplete,
    UnknownRecord,
    UrgentSupportRefused,
)
from verification.rules import LineDecision
from verification.selectors import already_receives
from verification.services.brokerage import (
    AwardChoice,
    award_package,
    record_offer,
    request_envelope_change,
    take_up_brokerage,
)
from verification.services.changes import record_change_decision, record_envelope_decision
from verification.services.funding import (
    escalate_funding_decision,
    record_funding_decision,
    refuse_funding,
    return_from_funding,
)
from verification.services.packages import (
    conclude_review,
    end_package,
    request_package_change,
    resume_package,
    review_plan,
    suspend_package,
)
from verification.services.quality import (
    pass_quality_assurance,
    resubmit_plan,
    return_from_quality_assurance,
    send_to_quality_assurance,
)
from verification.services.urgent import end_urgent_support, start_urgent_support
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
from verification.services.ways_out import record_death_or_move, reopen_plan, withdraw_plan

pytestmark = pytest.mark.django_db


def now(ref: str) -> SupportPlan:
    return SupportPlan.objects.get(ref=ref)


def all_funded(ref: str) -> list[LineDecision]:
    return [LineDecision(key=line.line_key, outcome="fund") for line in now(ref).lines.all()]


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


# -- brokerage


def test_requirements_come_from_the_lines_the_market_supplies(story: Storyteller, character: Character) -> None:
    ref = story.funded(character, four_lines())
    requirements = story.do(take_up_brokerage, "broker", plan=ref)
    assert [row.line_key for row in requirements] == ["L1", "L2"]


def test_a_dearer_offer_wants_its_reason_and_every_award_the_persons_choice(
    story: Storyteller, character: Character
) -> None:
    ref = story.funded(character, four_lines())
    requirements = story.do(take_up_brokerage, "broker", plan=ref)
    choices = [story.offers_for(ref, requirement) for requirement in requirements]
    broker = story.world.accounts["broker"]
    for wrong in ({"value_for_money_reason": ""}, {"persons_choice": " "}):
        worse = AwardChoice(**{**vars(choices[0]), **wrong})
        with pytest.raises(AwardNotMade):
            award_package(plan=ref, by=broker, choices=[worse, choices[1]])
    with pytest.raises(AwardNotMade):
        award_package(plan=ref, by=broker, choices=choices[:1])
    package = award_package(plan=ref, by=broker, choices=choices)
    assert Award.objects.filter(requirement__plan__ref=ref).count() == 2
    assert package.weekly == Decimal("345.00") - Decimal("5.25") - Decimal("1.00")


def test_a_price_above_the_envelope_goes_back_to_be_decided(story: Storyteller, character: Character) -> None:
    ref = story.funded(character, four_lines())
    requirements = story.do(take_up_brokerage, "broker", plan=ref)
    harbour = story.world.care_providers[0]
    offers = [
        story.do(
            record_offer,
            "broker",
            plan=ref,
            requirement=row.pk,
            organisation=harbour.pk,
            kind="offer",
            unit_price=price,
        )
        for row, price in zip(requirements, (Decimal("30.00"), Decimal("57.00")), strict=True)
    ]
    choices = [AwardChoice(offer=offer.pk, persons_choice="The only one offered") for offer in offers]
    with pytest.raises(AboveTheEnvelope):
        award_package(plan=ref, by=story.world.accounts["broker"], choices=choices)
    with pytest.raises(UnknownRecord):
        request_envelope_change(
            plan=ref, by=story.world.accounts["broker"], prices={"L1": Decimal("100.00")}, reason="Nobody for less"
        )
    change = story.do(
        request_envelope_change, "broker", plan=ref, prices={"L1": Decimal("315.00")}, reason="Nobody for less"
    )
    assert change.weekly_after - change.weekly_before == Decimal("84.00")
    story.do(record_envelope_decision, "teammanager", plan=ref, agree=True, reasons="The market has moved.")
    plan = now(ref)
    assert plan.versions.count() == 2
    assert plan.budget_total_weekly == Decimal("429.00")
    assert FundingDecision.objects.filter(plan=plan, in_force=True).get().weekly == Decimal("429.00")
    award_package(plan=ref, by=story.world.accounts["broker"], choices=choices)
    assert Package.objects.get(plan=plan).weekly == Decimal("429.00")


def test_an_envelope_decision_is_held_to_the_limit_for_the_new_total(story: Storyteller, character: Character) -> None:
    ref = story.funded(character, four_lines())
    story.do(take_up_brokerage, "broker", plan=ref)
    story.do(request_envelope_change, "broker", plan=ref, prices={"L1": Decimal("390.00")}, reason="Nobody for less")
    with pytest.raises(BeyondLimit):
        record_envelope_decision(plan=ref, by=story.world.accounts["teammanager"], agree=True, reasons="Yes")
    story.do(record_envelope_decision, "teammanager", plan=ref, agree=False, reasons="Try Tidewater again.")
    assert now(ref).state == "in_brokerage"


def test_the_decider_does_not_award_what_they_funded(story: Storyteller, character: Character) -> None:
    ref = story.funded(character, four_lines())
    requirements = story.do(take_up_brokerage, "broker", plan=ref)
    choices = [story.offers_for(ref, requirement) for requirement in requirements]
    decider = story.world.accounts["teammanager"]
    appoint_to_post(
        by=story.world.accounts["administrator"],
        worker=decider.worker,
        organisation=story.world.council,
        role="broker",
        from_day=timezone.localdate(),
    )
    with pytest.raises(SameHands):
        award_package(plan=ref, by=decider, choices=choices)


# -- the package


def test_a_started_package_has_its_review_day(story: Storyteller, character: Character) -> None:
    ref = story.active(character, four_lines())
    package = Package.objects.get(plan__ref=ref)
    assert package.state == "active"
    assert package.review_due_on == now(ref).review_on
    assert QueueEntry.objects.get(plan__ref=ref).due_on == package.review_due_on


def test_a_change_of_cost_takes_effect_only_on_a_decision(story: Storyteller, character: Character) -> None:
    ref = story.active(character, four_lines())
    before = Package.objects.get(plan__ref=ref).weekly
    story.do(request_package_change, "practitioner", plan=ref, lines={"L1": Decimal("280.00")}, reason="Weaker arm")
    assert Package.objects.get(plan__ref=ref).weekly == before
    story.do(record_change_decision, "teammanager", plan=ref, agree=True, reasons="The assessment shows it.")
    assert Package.objects.get(plan__ref=ref).weekly == before + Decimal("280.00") - Decimal("225.75")
    assert ChangeRequest.objects.get(plan__ref=ref).decision == FundingDecision.objects.get(
        plan__ref=ref, in_force=True
    )


def test_a_decision_and_the_one_it_replaces_each_keep_their_line_of_history(
    story: Storyteller, character: Character
) -> None:
    ref = story.active(character, four_lines())
    story.do(request_package_change, "practitioner", plan=ref, lines={"L1": Decimal("280.00")}, reason="Weaker arm")
    story.do(record_change_decision, "head", plan=ref, agree=True, reasons="The assessment shows it.")
    old, new = FundingDecision.objects.filter(plan__ref=ref).order_by("pk")
    told = ("history_type", "history_change_reason", "history_user__username", "in_force")
    by = story.world.accounts["head"].username
    assert old.history.values_list(*told).first() == ("~", "Replaced by the change decision", by, False)
    assert list(new.history.values_list(*told)) == [("+", "change", by, True)]
    assert old.ended_at == new.decided_at
    hands = PlanHand.objects.filter(plan__ref=ref, hand="decider").values_list("worker__accounts__username", flat=True)
    assert set(hands) == {story.world.accounts["teammanager"].username, by}


def test_a_refused_change_leaves_the_package_as_it_was(story: Storyteller, character: Character) -> None:
    ref = story.active(character, four_lines())
    before = Package.objects.get(plan__ref=ref).weekly
    story.do(request_package_change, "practitioner", plan=ref, lines={"L1": Decimal("280.00")}, reason="Weaker arm")
    story.do(record_change_decision, "teammanager", plan=ref, agree=False, reasons="Equipment first.")
    assert (now(ref).state, Package.objects.get(plan__ref=ref).weekly) == ("active", before)


def test_support_is_suspended_resumed_reviewed_and_ended(story: Storyteller, character: Character) -> None:
    ref = story.active(character, four_lines())
    today = timezone.localdate()
    with pytest.raises(BadDate):
        suspend_package(
            plan=ref,
            by=story.world.accounts["broker"],
            on=today,
            reason="Hospital",
            expected_return_on=today - timedelta(days=1),
        )
    story.do(
        suspend_package,
        "broker",
        plan=ref,
        on=today,
        reason="In hospital",
        expected_return_on=today + timedelta(days=9),
    )
    story.do(resume_package, "broker", plan=ref, on=today)
    with pytest.raises(NotOnTheList):
        story.do(review_plan, "practitioner", plan=ref, reason="It was time.")
    story.do(review_plan, "practitioner", plan=ref, reason="Planned")
    listed = {"achieved": "Fully Met", "method": "Service user only"}
    with pytest.raises(NotOnTheList):
        story.do(
            conclude_review,
            "practitioner",
            plan=ref,
            outcome="Fine",
            next_review_on=today + timedelta(days=300),
            **listed | {"method": "By letter"},
        )
    with pytest.raises(BadDate):
        conclude_review(
            plan=ref,
            by=story.world.accounts["practitioner"],
            outcome="Fine",
            next_review_on=today + timedelta(days=400),
            **listed,
        )
    story.do(
        conclude_review,
        "practitioner",
        plan=ref,
        outcome="Outcomes achieved.",
        next_review_on=today + timedelta(days=300),
        **listed,
    )
    story.do(end_package, "teammanager", plan=ref, on=today, reason="Moved in with her son.")
    assert now(ref).state == "ended"
    assert not FundingDecision.objects.filter(plan__ref=ref, in_force=True).exists()
    assert not Award.objects.filter(requirement__plan__ref=ref, paid_until__isnull=True).exists()
    assert not Process.objects.filter(plan_route__plan__ref=ref, finished__isnull=True).exists()


# -- the ways out


def test_a_withdrawn_plan_is_reopened_by_a_named_authority(story: Storyteller, character: Character) -> None:
    ref = story.returned(character, four_lines())
    story.do(withdraw_plan, "providermanager", plan=ref, reason="The family will manage.")
    with pytest.raises(RetainedByTheCouncil):
        reopen_plan(plan=ref, by=story.world.accounts["practitioner"], reason="They will not")
    story.do(reopen_plan, "head", plan=ref, reason="They cannot after all.")
    assert now(ref).state == "draft"
    assert QueueEntry.objects.get(plan__ref=ref).queue == "preparation"


def test_a_reopened_plan_goes_the_whole_way_again(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    story.do(refuse_funding, "teammanager", plan=ref, reasons="Met by the NHS.")
    story.do(reopen_plan, "head", plan=ref, reason="The NHS says no.")
    assert not FundingDecision.objects.filter(plan__ref=ref, in_force=True).exists()
    story.agree(ref)
    story.assure(ref)
    story.do(resubmit_plan, "practitioner", plan=ref)
    story.do(take_up_verification, "verifier", plan=ref)
    story.verify(ref)
    story.fund(ref, by="teammanager")
    assert now(ref).state == "funded"


def test_a_death_calls_for_the_end_of_what_restricts_the_person(story: Storyteller, character: Character) -> None:
    today = timezone.localdate()
    ref = story.drafted(character, four_lines())
    person = SupportPlan.objects.get(ref=ref).person
    request = dols.received(story.world, person, today)
    amhp.load(story.world)
    held = guardianship.accepted(story.world, person)
    assert DolsRequest.objects.get(ref=request).due_on > today
    story.do(record_death_or_move, "verifier", plan=ref, what="died", on=today)
    assert DolsRequest.objects.get(ref=request).due_on == today
    assert DolsRequest.history.filter(ref=request).latest().history_change_reason.startswith("The person died")
    assert Guardianship.objects.get(ref=held).due_what == "death"
    assert broken_promises() == []


@pytest.mark.parametrize("reach", ["drafted", "returned", "recommended", "funded", "active"])
def test_a_death_ends_the_plan_wherever_it_stands(story: Storyteller, character: Character, reach: str) -> None:
    ref = getattr(story, reach)(character, four_lines())
    with pytest.raises(BadDate):
        record_death_or_move(
            plan=ref, by=story.world.accounts["verifier"], what="died", on=timezone.localdate() + timedelta(days=1)
        )
    story.do(record_death_or_move, "verifier", plan=ref, what="died", on=timezone.localdate())
    assert now(ref).state == "ended"
    assert now(ref).person.date_of_death == timezone.localdate()
    assert not QueueEntry.objects.filter(plan__ref=ref).exists()


def test_urgent_support_is_capped_in_money_and_days(story: Storyteller, character: Character) -> None:
    ref = story.drafted(character, four_lines())
    today = timezone.localdate()
    head = story.world.accounts["head"]
    with pytest.raises(UrgentSupportRefused):
        start_urgent_support(plan=ref, by=head, weekly=Decimal("600.01"), reason="Tonight", starts_on=today)
    with pytest.raises(BeyondLimit):
        start_urgent_support(
            plan=ref,
            by=story.world.accounts["teammanager"],
            weekly=Decimal("500.01"),
            reason="Tonight",
            starts_on=today,
        )
    urgent = start_urgent_support(plan=ref, by=head, weekly=Decimal("600.00"), reason="Tonight", starts_on=today)
    assert (urgent.verify_by - today).days == 13
    assert QueueEntry.objects.get(plan__ref=ref).urgent_until == urgent.verify_by
    with pytest.raises(UrgentSupportRefused):
        start_urgent_support(plan=ref, by=head, weekly=Decimal("10.00"), reason="More", starts_on=today)
    story.do(end_urgent_support, "head", plan=ref, reason="The package took over.")
    assert not UrgentSupport.objects.filter(plan__ref=ref, live=True).exists()


def test_without_an_urgent_amount_nothing_is_urgent(demo: DemoOrganisations, character: Character) -> None:
    story = Storyteller(demo)
    ref = story.drafted(character, four_lines())
    with pytest.raises(UrgentSupportRefused, match="no amount"):
        start_urgent_support(
            plan=ref,
            by=demo.accounts["head"],
            weekly=Decimal("10.00"),
            reason="Tonight",
            starts_on=timezone.localdate(),
        )


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


# -- the adult's share, and what the council charges


def charged(story: Storyteller, ref: str) -> Charge:
    """A charge the council issued for the plan, worked out on an ordinary pensioner's means."""
    here, plan = story.world, SupportPlan.objects.get(ref=ref)
    if not ChargingPolicy.objects.exists():
        charging.policy(here, timezone.localdate())
    details = replace(charging.details(), plan=ref)
    held = calculate_charge(by=here.accounts["practitioner"], person=plan.person.ref, details=details)
    decide_charge(by=here.accounts["head"], charge=held.ref, weekly=held.calculated_weekly)
    return issue_charge_notice(by=here.accounts["head"], charge=held.ref)


def shares(total: str, adult: str) -> Budget:
    whole, part = Decimal(total), Decimal(adult)
    return Budget(weekly=Shares(total=whole, adult_share=part, council_share=whole - part))


def test_the_adults_share_is_what_the_council_charges(story: Storyteller, character: Character) -> None:
    ref = story.drafted(character, four_lines())
    by, total = story.world.accounts["practitioner"], now(ref).budget_total_weekly
    charge = charged(story, ref)
    set_budget = partial(set_personal_budget, by=by, plan=ref)
    with pytest.raises(NotKept, match=charge.ref):
        set_budget(seen_revision=now(ref).revision, budget=shares(str(total), "60.01"))
    set_budget(seen_revision=now(ref).revision, budget=shares(str(total), str(charge.weekly)))
    assert now(ref).budget_adult_share_weekly == charge.weekly
    waive_charge(by=story.world.accounts["dass"], charge=charge.ref, because="She would stop the support.")
    with pytest.raises(NotKept, match="£0"):
        set_budget(seen_revision=now(ref).revision, budget=shares(str(total), "1.00"))
    assert broken_promises() == []


def test_a_plan_that_says_another_share_is_not_recommended(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    story.do(take_up_verification, "verifier", plan=ref)
    story.do(complete_checklist, "verifier", plan=ref, answers=full_checklist(ref))
    charged(story, ref)
    with pytest.raises(NotKept, match="adult’s share"):
        recommend_plan(plan=ref, by=story.world.accounts["verifier"])
    assert now(ref).state == "in_verification"


def test_a_charge_issued_after_the_decision_is_shown_beside_the_budget(
    story: Storyteller, character: Character
) -> None:
    ref = story.active(character, four_lines())
    charge = charged(story, ref)
    share = share_by_charge(now(ref))
    assert share is not None
    assert (share.weekly, share.refs, share.agrees) == (charge.weekly, (charge.ref,), False)
    assert broken_promises() == []
