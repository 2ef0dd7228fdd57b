"""Support that could not wait for verification: on named authority, capped in days and money, ended by an act."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from casework.models import SupportPlan
from casework.plans import ask, check_state, lock_plan, move
from delegation.models import Account
from delegation.register import act, keep, record
from verification.models import UrgentAmount, UrgentSupport
from verification.queue import set_urgent
from verification.refusals import BadDate, UnknownRecord, UrgentSupportRefused
from verification.rules import MOST_URGENT_DAYS, pounds, urgent_end
from verification.selectors import already_receives
from verification.services.quality import require_reason


@act
def start_urgent_support(*, plan: str, by: Account, weekly: Decimal, reason: str, starts_on: date) -> UrgentSupport:
    """Let support start before verification, on the actor's authority, capped in days and money.

    Verification of the plan falls due by the end of the urgent support; late ones show on every screen that
    could act.

    Args:
        weekly: pounds a week.

    Raises:
        UrgentSupportRefused: above the amount the council set (none set means nought), one runs already, or the
            plan has had its 14 days.
        BeyondLimit, SameHands: as record_funding_decision.

    Source: Care Act 2014 s.19(3).
    """
    held = lock_plan(plan, for_money=True)
    already = already_receives(held)
    permission = ask(
        "start_urgent_support",
        held,
        by,
        weekly=weekly + already.weekly,
        whole_life=weekly * 2 + already.whole_life,
    )
    check_state(held, "start_urgent_support")
    require_reason(reason, "Write why the support cannot wait for verification.")
    if weekly <= 0:
        raise UnknownRecord("Enter the weekly cost in pounds, more than £0.")
    if abs((starts_on - timezone.localdate()).days) > 7:
        raise BadDate("Urgent support starts within seven days of today.")
    if UrgentSupport.objects.filter(plan=held, live=True).exists():
        raise UrgentSupportRefused("Urgent support already runs on this plan.")
    allowed = urgent_amount(held.council_id, starts_on)
    if allowed is None or weekly > allowed.weekly:
        most = f"£{allowed.weekly:,.2f}" if allowed else "£0.00: the council has set no amount"
        raise UrgentSupportRefused(f"The most the council allows for urgent support is {most} a week.")
    days_left = min(allowed.days, MOST_URGENT_DAYS) - days_used(held)
    if days_left < 1:
        raise UrgentSupportRefused("The plan has had its days of urgent support. Verify it, or decide its funding.")
    urgent = UrgentSupport(
        plan=held,
        person_id=held.person_id,
        weekly=pounds(weekly),
        reason=reason.strip(),
        starts_on=starts_on,
        verify_by=urgent_end(starts_on, days_left),
        authorised_at=timezone.now(),
        authorised_by=by,
        authoriser=permission.post.worker,
    )
    keep(urgent, by=by, why=reason)
    move(held, act="start_urgent_support", permission=permission, why=reason)
    set_urgent(held, urgent.verify_by)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, weekly=urgent.weekly)
    return urgent


@act
def end_urgent_support(*, plan: str, by: Account, reason: str) -> UrgentSupport:
    """End urgent support: the package took its place, or it is no longer needed."""
    held = lock_plan(plan)
    permission = ask("end_urgent_support", held, by)
    check_state(held, "end_urgent_support")
    require_reason(reason, "Write why the urgent support ends.")
    urgent = end_running_support(held, by=by, reason=reason)
    if urgent is None:
        raise UnknownRecord("No urgent support runs on this plan.")
    move(held, act="end_urgent_support", permission=permission, why=reason)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, weekly=urgent.weekly)
    return urgent


def urgent_amount(council_id: int, on: date) -> UrgentAmount | None:
    """The council's urgent rule in force on a day, if it set one."""
    return (
        UrgentAmount.objects.filter(council_id=council_id, from_day__lte=on)
        .exclude(to_day__lt=on)
        .order_by("-from_day", "-pk")
        .first()
    )


def days_used(plan: SupportPlan) -> int:
    """The days of urgent support a plan has already had, each support's first and last day counted."""
    spans = UrgentSupport.objects.filter(plan=plan).values_list("starts_on", "verify_by", "ended_at")
    return sum(
        max(0, (min(until, timezone.localdate(ended)) - start).days + 1 if ended else (until - start).days + 1)
        for start, until, ended in spans
    )


def end_running_support(plan: SupportPlan, *, by: Account, reason: str) -> UrgentSupport | None:
    """End the urgent support that runs on a plan, if any does: its package began, or its way ended."""
    urgent = UrgentSupport.objects.filter(plan=plan, live=True).first()
    if urgent is not None:
        end_support(urgent, by=by, reason=reason)
        set_urgent(plan, None)
    return urgent


def end_support(urgent: UrgentSupport, *, by: Account, reason: str) -> None:
    """End this urgent support; where its plan stays in the queue, the caller says there that none burns."""
    urgent.live, urgent.ended_at, urgent.ended_by, urgent.ended_because = False, timezone.now(), by, reason.strip()
    keep(urgent, by=by, why=reason)
