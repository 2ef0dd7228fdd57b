"""What this person may do to this plan now, and what others may: for buttons and sentences, never for doing."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from casework.models import PlanHand, SupportPlan
from casework.rules import whole_life
from casework.way import WAY, Step, acts_from
from delegation.authority import Permission, Question, would_permit
from delegation.models import Account
from delegation.refusals import NotYourOrganisation, NotYourRole, Refused, RetainedByTheCouncil
from verification.models import ChangeRequest, Finding, UrgentSupport
from verification.page_selectors import open_verification
from verification.rules import NOUGHT, checklist_gaps
from verification.selectors import already_receives, eligible_needs, line_costs
from verification.wording import button_of

# What moves the plan on comes first; what real life needs beside the way stands apart.
BESIDE_THE_WAY = frozenset(
    {
        "start_urgent_support",
        "end_urgent_support",
        "withdraw_plan",
        "withdraw_plan_by_council",
        "return_to_brokerage",
        "transfer_plan_to_worker",
        "record_death_or_move",
        "hand_over_verification",
        "end_package",
        "suspend_package",
        "reopen_plan",
    }
)
ON_ANOTHER_PAGE = frozenset({"withdraw_finding", "answer_finding", "invite_offers", "record_offer"})
NOT_ON_A_PAGE = frozenset({"import_plans"})
# The act that moves the plan on, in the states where the table names another before it.
MAIN_ACTS = {
    "agreed_with_person": "send_to_quality_assurance",
    "in_brokerage": "award_package",
    "active": "review_plan",
}
DECISIONS = frozenset({"record_funding_decision", "record_envelope_decision", "record_change_decision"})


@dataclass(frozen=True, kw_only=True)
class ActShown:
    """One act that may happen to the plan now, and the guard's answer for this person."""

    act: str
    button: str
    answer: Permission | Refused
    beside: bool

    @property
    def is_permitted(self) -> bool:
        return isinstance(self.answer, Permission)

    @property
    def is_anothers(self) -> bool:
        """Whether it is simply somebody else's work, rather than this person's own with something in the way."""
        return isinstance(self.answer, NotYourRole | RetainedByTheCouncil | NotYourOrganisation)


@dataclass(frozen=True)
class Money:
    """What a decision would commit with what the person already receives: pounds a week, pounds whole life."""

    weekly: Decimal
    whole_life: Decimal


def acts_for(plan: SupportPlan, by: Account) -> list[ActShown]:
    """Every act that may start from the plan's state, each with the guard's answer for this person.

    Acts asked in the same words are asked once: at most four questions in any state.
    """
    every_hand = _hands_on(plan)
    money = money_to_decide(plan)
    answers: dict[object, Permission | Refused] = {}
    shown = []
    for step in _steps_now(plan):
        weight = money if step.act in DECISIONS else None
        key = (step.function, step.side, step.roles, step.barred_hands, weight is not None)
        if key not in answers:
            answers[key] = would_permit(_question(step, plan, by, _barred(step, every_hand), weight))
        shown.append(
            ActShown(
                act=step.act,
                button=button_of(step.act),
                answer=answers[key],
                beside=step.act in BESIDE_THE_WAY,
            )
        )
    return shown


def main_act_of(plan: SupportPlan) -> str:
    """The act that moves the plan on from where it stands; empty where it is the first of the table.

    In verification: the checklist until it is complete, then the return with its open findings or the recommendation.
    """
    if plan.state != "in_verification":
        return MAIN_ACTS.get(plan.state, "")
    verification = open_verification(plan)
    answered = verification.checklist if verification else {}
    if checklist_gaps(answered, {need.pk: need.need_key for need in eligible_needs(plan)}):
        return "complete_checklist"
    open_findings = Finding.objects.filter(plan=plan, closed_at=None)
    return "return_plan_to_provider" if open_findings.exists() else "recommend_plan"


def _steps_now(plan: SupportPlan) -> list[Step]:
    urgent_runs = UrgentSupport.objects.filter(plan=plan, live=True).exists()
    steps = []
    for step in acts_from(plan.state):
        if step.act in ON_ANOTHER_PAGE | NOT_ON_A_PAGE:
            continue
        if step.act == ("start_urgent_support" if urgent_runs else "end_urgent_support"):
            continue
        if step.act == ("submit_plan_for_verification" if plan.sealed_version else "resubmit_plan"):
            continue
        steps.append(step)
    return steps


def _hands_on(plan: SupportPlan) -> dict[int, set[str]]:
    on: dict[int, set[str]] = {}
    for worker_id, hand in PlanHand.objects.filter(plan=plan).values_list("worker_id", "hand"):
        on.setdefault(worker_id, set()).add(hand)
    return on


def _barred(step: Step, every_hand: Mapping[int, set[str]]) -> dict[int, str]:
    return {
        worker_id: sorted(did & step.barred_hands)[0]
        for worker_id, did in every_hand.items()
        if did & step.barred_hands
    }


def _question(step: Step, plan: SupportPlan, by: Account, hands: Mapping[int, str], money: Money | None) -> Question:
    return Question(
        act=step.act,
        function=step.function,
        by=by,
        on=timezone.localdate(),
        council=plan.council,
        side=step.side,
        roles=step.roles,
        organisation_id=plan.provider_id if step.side == "provider" else None,
        hands=hands,
        weekly=money.weekly if money else None,
        whole_life=money.whole_life if money else None,
        subject_kind="plan",
        subject=plan.ref,
    )


def may_they(act: str, plan: SupportPlan, by: Account, money: Money | None = None) -> Permission | Refused:
    """The guard's answer for one act, for a page that decides what to show."""
    step = WAY[act]
    every_hand = _hands_on(plan) if step.barred_hands else {}
    return would_permit(_question(step, plan, by, _barred(step, every_hand), money))


def money_to_decide(plan: SupportPlan) -> Money | None:
    """What a decision on the plan as it stands would commit, if it waits for one."""
    if plan.state == "awaiting_funding_decision":
        already = already_receives(plan)
        lines = line_costs(plan)
        return Money(
            sum((line.weekly for line in lines), already.weekly),
            sum((whole_life(line.weekly, line.planned_weeks, line.one_off) for line in lines), already.whole_life),
        )
    if plan.state in ("awaiting_envelope_decision", "awaiting_change_decision"):
        change = ChangeRequest.objects.filter(plan=plan, outcome=ChangeRequest.Outcome.OPEN).first()
        already = already_receives(plan)
        return Money(change.weekly_after + already.weekly, NOUGHT) if change else None
    return None
