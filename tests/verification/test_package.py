"""A plan's package, from brokerage to its end, and the ways out: each act, and what refuses it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from viewflow.workflow.models import Process

from casework.dols import demo as dols
from casework.guardianship import demo as guardianship
from casework.models import DolsRequest, Guardianship, PlanHand, SupportPlan
from delegation.amhp import demo as amhp
from delegation.authority import BeyondLimit, RetainedByTheCouncil, SameHands
from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from delegation.services import appoint_to_post
from tests.verification.asking import now
from verification.demo import Character, Storyteller, four_lines
from verification.models import Award, ChangeRequest, FundingDecision, Package, QueueEntry, UrgentSupport
from verification.refusals import (
    AboveTheEnvelope,
    AwardNotMade,
    BadDate,
    NotOnTheList,
    UnknownRecord,
    UrgentSupportRefused,
)
from verification.services.brokerage import (
    AwardChoice,
    award_package,
    record_offer,
    request_envelope_change,
    take_up_brokerage,
)
from verification.services.changes import record_change_decision, record_envelope_decision
from verification.services.funding import (
    refuse_funding,
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
    resubmit_plan,
)
from verification.services.urgent import end_urgent_support, start_urgent_support
from verification.services.verifying import (
    take_up_verification,
)
from verification.services.ways_out import record_death_or_move, reopen_plan, withdraw_plan

pytestmark = pytest.mark.django_db


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
