"""The queue: one row a plan, following every move of the plan in the move's own transaction."""

from datetime import date
from typing import Any

from django.db.models import Case, DateField, Q, Value, When
from django.dispatch import receiver
from django.utils import timezone

from casework.models import SupportPlan
from casework.plans import hands_on, plan_moved
from casework.way import STATES
from verification.clock_days import CLOCKS, due_on
from verification.models import Escalation, Package, QueueEntry, UrgentSupport, Verification

BROKERAGE_STATES = ("in_brokerage", "awaiting_envelope_decision", "package_arranged")
REVIEW_STATES = ("active", "suspended")


@receiver(plan_moved, dispatch_uid="queue_follows_the_plan")
def follow(sender: Any, *, plan: SupportPlan, was: str = "", **_: Any) -> None:
    """Write the plan's row anew after a move; a plan that waits for nobody leaves the queue."""
    if plan.state not in CLOCKS:
        QueueEntry.objects.filter(pk=plan.pk).delete()
        return
    values = row_of(plan, since=timezone.localdate()) if was != plan.state else _same_place(plan)
    if was and QueueEntry.objects.filter(pk=plan.pk).update(**_no_later_than_urgent_support(values)):
        return
    QueueEntry.objects.create(plan=plan, **((expected_row(plan) if was else None) or values))


def row_of(plan: SupportPlan, *, since: date) -> dict[str, Any]:
    """What the queue says of a plan that has been in its state since a day."""
    return {
        "council_id": plan.council_id,
        "provider_id": plan.provider_id,
        "person_id": plan.person_id,
        "queue": CLOCKS[plan.state].queue,
        "state": plan.state,
        "side": STATES[plan.state].side,
        "claimed_by_id": claimant_id(plan),
        "for_role": _for_role(plan),
        "weekly_cost": plan.budget_total_weekly or 0,
        "waiting_since": since,
        "flagged_late": plan.late_since is not None,
        "due_on": due_on(
            plan.state,
            held_since=plan.held_since,
            in_state_since=since,
            days_used=plan.council_days,
            review_due_on=_review_day(plan),
        ),
    }


def _same_place(plan: SupportPlan) -> dict[str, Any]:
    values: dict[str, Any] = {
        "claimed_by_id": claimant_id(plan),
        "for_role": _for_role(plan),
        "weekly_cost": plan.budget_total_weekly or 0,
        "flagged_late": plan.late_since is not None,
    }
    if plan.state in REVIEW_STATES:
        values["due_on"] = _review_day(plan)
    return values


def claimant_id(plan: SupportPlan) -> int | None:
    """The worker in whose hands the plan is: its practitioner, its verifier or its broker."""
    if plan.state in ("draft", "agreed_with_person", "returned_to_provider", "under_review"):
        return plan.worker_id
    if plan.state == "in_verification":
        return (
            Verification.objects.filter(plan=plan, outcome=Verification.Outcome.OPEN)
            .values_list("verifier_id", flat=True)
            .first()
        )
    if plan.state in BROKERAGE_STATES:
        return next((hand.worker_id for hand in hands_on(plan) if hand.hand == "broker"), None)
    return None


def _for_role(plan: SupportPlan) -> str:
    if plan.state != "awaiting_funding_decision":
        return ""
    return Escalation.objects.filter(plan=plan, live=True).values_list("to_role", flat=True).first() or ""


def _review_day(plan: SupportPlan) -> date | None:
    package: Package | None = getattr(plan, "package", None) if plan.state in REVIEW_STATES else None
    return package.review_due_on if package else None


def _no_later_than_urgent_support(values: dict[str, Any]) -> dict[str, Any]:
    """The same row, due no later than the urgent support that may be burning on the plan."""
    if "due_on" not in values:
        return values
    due = values["due_on"]
    burning = Q(urgent_until__isnull=False) if due is None else Q(urgent_until__lt=due)
    return {**values, "due_on": Case(When(burning, then="urgent_until"), default=Value(due, DateField()))}


def set_urgent(plan: SupportPlan, until: date | None) -> None:
    """Show or stop showing urgent support burning on every screen that could act; its plan falls due with it."""
    row = expected_row(plan)
    if row is not None:
        QueueEntry.objects.filter(pk=plan.pk).update(urgent_until=until, due_on=row["due_on"])


def expected_row(plan: SupportPlan) -> dict[str, Any] | None:
    """The row the queue should hold for a plan, read afresh from the records; None when it waits for nobody."""
    if plan.state not in CLOCKS:
        return None
    row = row_of(plan, since=state_began(plan))
    until = UrgentSupport.objects.filter(plan=plan, live=True).values_list("verify_by", flat=True).first()
    if until is not None:
        row["due_on"] = min(row["due_on"] or until, until)
    return {**row, "urgent_until": until}


def state_began(plan: SupportPlan) -> date:
    """The day the plan came into its present state, from its history."""
    day = plan.held_since
    for state, moment in plan.history.order_by("-history_id").values_list("state", "history_date"):
        if state != plan.state:
            break
        day = timezone.localtime(moment).date()
    return day
