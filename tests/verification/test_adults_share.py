"""What the adult pays of a plan, and what the council charges."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from django.utils import timezone

from casework.charging import demo as charging
from casework.charging.services import calculate_charge, decide_charge, issue_charge_notice, waive_charge
from casework.charging.share import share_by_charge
from casework.details import Budget, Shares
from casework.models import Charge, ChargingPolicy, SupportPlan
from casework.refusals import NotKept
from casework.services.plans import set_personal_budget
from delegation.promises import broken_promises
from tests.verification.asking import now
from verification.demo import Character, Storyteller, four_lines, full_checklist
from verification.services.verifying import (
    complete_checklist,
    recommend_plan,
    take_up_verification,
)

pytestmark = pytest.mark.django_db


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
