"""What real life needs beside the straight way: withdrawal, death, a move away, reopening, urgent support."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from casework.models import Person, SupportPlan
from casework.plans import ask, check_state, lock_plan, move
from casework.way import LIVE_STATES
from delegation.models import Account
from delegation.register import act, keep, record
from verification import route
from verification.models import ChangeRequest, Package, Requirement, UrgentAmount, UrgentSupport, Verification
from verification.queue import set_urgent
from verification.refusals import BadDate, UnknownRecord, UrgentSupportRefused
from verification.rules import pounds, urgent_end
from verification.selectors import already_receives, decision_in_force
from verification.services.funding import end_decision, end_escalation
from verification.services.packages import close_package
from verification.services.quality import require_reason


@act
def withdraw_plan(*, plan: str, by: Account, reason: str) -> SupportPlan:
    """Withdraw a plan the provider holds, with the reason. It may be reopened by a named authority."""
    held = lock_plan(plan)
    permission = ask("withdraw_plan", held, by)
    check_state(held, "withdraw_plan")
    require_reason(reason, "Write why the plan is withdrawn.")
    _end_urgent(held, by=by, reason="The plan was withdrawn")
    move(held, act="withdraw_plan", permission=permission, why=reason)
    route.leave(held)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return held


@act
def reopen_plan(*, plan: str, by: Account, reason: str) -> SupportPlan:
    """Reopen a refused or withdrawn plan as a draft. What was decided is kept, and void.

    Raises:
        NothingToSay: no reason is written.
    """
    held = lock_plan(plan)
    permission = ask("reopen_plan", held, by)
    check_state(held, "reopen_plan")
    require_reason(reason, "Write why the plan is reopened.")
    if SupportPlan.objects.filter(assessment_id=held.assessment_id, state__in=LIVE_STATES).exists():
        raise UnknownRecord(
            "Another plan was prepared from the same assessment. Work on that one, or withdraw it first."
        )
    void_decision(held, by=by, because="The plan was reopened")
    move(held, act="reopen_plan", permission=permission, why=reason)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return held


@act
def record_death_or_move(*, plan: str, by: Account, what: str, on: date) -> SupportPlan:
    """End a plan because the person died or moved away. After a death no letter is written to the person.

    Args:
        what: "died" or "moved".
        on: the day of the death, or of the move.

    Raises:
        BadDate: the day is in the future.

    Source: Care Act 2014 ss.37-38 (a move to another council's area).
    """
    held = lock_plan(plan)
    permission = ask("record_death_or_move", held, by)
    check_state(held, "record_death_or_move")
    if what not in {"died", "moved"}:
        raise UnknownRecord("Say whether the person died or moved away.")
    if on > timezone.localdate():
        raise BadDate("The day cannot be in the future.")
    why = "The person died" if what == "died" else "The person moved away"
    person = Person.objects.select_for_update().get(pk=held.person_id)
    if what == "died":
        person.date_of_death = on
    else:
        person.moved_away_on = on
    keep(person, by=by, why=why)
    close_what_is_open(held, by=by, on=on, why=why)
    move(held, act="record_death_or_move", permission=permission, why=why)
    route.leave(held)
    record(permission, subject_kind="plan", subject=held.ref, reason=why, detail={"on": on.isoformat()})
    return held


@act
def start_urgent_support(*, plan: str, by: Account, weekly: Decimal, reason: str, starts_on: date) -> UrgentSupport:
    """Let support start before verification, on the actor's authority, capped in days and money.

    Verification of the plan falls due by the end of the urgent support; late ones show on every screen that
    could act.

    Args:
        weekly: pounds a week.

    Raises:
        UrgentSupportRefused: above the amount the council set (none set means nought), or one runs already.
        BeyondLimit, SameHands: as record_funding_decision.

    Source: Care Act 2014 s.19(3).
    """
    held = lock_plan(plan)
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
    urgent = UrgentSupport(
        plan=held,
        person_id=held.person_id,
        weekly=pounds(weekly),
        reason=reason.strip(),
        starts_on=starts_on,
        verify_by=urgent_end(starts_on, allowed.days),
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
    urgent = _end_urgent(held, by=by, reason=reason)
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
        .order_by("-from_day")
        .first()
    )


def void_decision(plan: SupportPlan, *, by: Account, because: str) -> None:
    """The decision in force on a plan no longer is; it is kept."""
    decision = decision_in_force(plan)
    if decision is not None:
        end_decision(decision, by=by, because=because)


def close_what_is_open(plan: SupportPlan, *, by: Account, on: date, why: str) -> None:
    """End everything that runs or waits on a plan whose person is gone."""
    moment = timezone.now()
    for verification in Verification.objects.filter(plan=plan, outcome=Verification.Outcome.OPEN):
        verification.outcome = Verification.Outcome.ENDED
        verification.concluded_at, verification.concluded_by = moment, by
        keep(verification, by=by, why=why)
    for change in ChangeRequest.objects.filter(plan=plan, outcome=ChangeRequest.Outcome.OPEN):
        change.outcome, change.answered_at, change.answered_by = ChangeRequest.Outcome.ENDED, moment, by
        keep(change, by=by, why=why)
    for requirement in Requirement.objects.filter(plan=plan, live=True):
        requirement.live = False
        keep(requirement, by=by, why=why)
    end_escalation(plan, by=by)
    _end_urgent(plan, by=by, reason=why)
    package = Package.objects.filter(plan=plan).exclude(state=Package.State.ENDED).first()
    if package is not None:
        close_package(package, by=by, on=on, reason=why)
    void_decision(plan, by=by, because=why)


def _end_urgent(plan: SupportPlan, *, by: Account, reason: str) -> UrgentSupport | None:
    urgent = UrgentSupport.objects.filter(plan=plan, live=True).first()
    if urgent is None:
        return None
    urgent.live, urgent.ended_at, urgent.ended_by, urgent.ended_because = False, timezone.now(), by, reason.strip()
    keep(urgent, by=by, why=reason)
    set_urgent(plan, None)
    return urgent
