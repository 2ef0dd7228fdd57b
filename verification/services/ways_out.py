"""What real life needs beside the straight way: withdrawal, death, a move away, reopening."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from casework.models import Person, SupportPlan
from casework.plans import ask, check_state, lock_plan, lock_plans, move
from casework.services.people import person_died
from casework.way import LIVE_STATES
from delegation.models import Account
from delegation.refusals import NotFound
from delegation.register import act, keep, record
from verification import route
from verification.models import ChangeRequest, Package, Requirement, Verification
from verification.refusals import BadDate, UnknownRecord
from verification.selectors import decision_in_force, open_on
from verification.services.funding import close_escalation, end_decision
from verification.services.packages import end_arrangement
from verification.services.quality import require_reason
from verification.services.sourcing import close_requirements, open_requirements, stop_sourcing
from verification.services.urgent import end_running_support, end_support


@act
def withdraw_plan(*, plan: str, by: Account, reason: str) -> SupportPlan:
    """Withdraw a plan the provider holds, with the reason. It may be reopened by a named authority."""
    held = lock_plan(plan)
    permission = ask("withdraw_plan", held, by)
    check_state(held, "withdraw_plan")
    require_reason(reason, "Write why the plan is withdrawn.")
    end_running_support(held, by=by, reason="The plan was withdrawn")
    move(held, act="withdraw_plan", permission=permission, why=reason)
    route.leave(held)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return held


@act
def withdraw_plan_by_council(*, plan: str, by: Account, reason: str) -> SupportPlan:
    """Take back a plan the council holds, with the reason: the person declined, or the award fell through.

    What was decided is kept, and void. A named authority may reopen the plan.

    Source: Care Act 2014 s.25(5); a person may refuse care.
    """
    held = lock_plan(plan)
    permission = ask("withdraw_plan_by_council", held, by)
    check_state(held, "withdraw_plan_by_council")
    require_reason(reason, "Write why the plan goes no further.")
    close_what_is_open(held, by=by, on=timezone.localdate(), why=reason)
    move(held, act="withdraw_plan_by_council", permission=permission, why=reason)
    route.leave(held)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return held


@act
def return_to_brokerage(*, plan: str, by: Account, reason: str) -> list[Requirement]:
    """Source an arranged package again because its award fell through before it started.

    Source: Care Act 2014 s.18 (the duty to meet the needs goes on).
    """
    held = lock_plan(plan)
    permission = ask("return_to_brokerage", held, by)
    check_state(held, "return_to_brokerage")
    require_reason(reason, "Write what became of the award.")
    closed = close_requirements(held, by=by, why=reason)
    package = Package.objects.select_related("decision").get(plan=held)
    awards = [each.award for each in closed if hasattr(each, "award")]
    end_arrangement(package, awards, by=by, on=timezone.localdate(), reason=reason)
    move(held, act="return_to_brokerage", permission=permission, why=reason)
    requirements = open_requirements(held, package.decision, by=by)
    route.finish(held, "package_start", by=by)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return requirements


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
    """End every live plan of a person who died or moved away. After a death no letter is written to the person.

    Args:
        plan: the plan it is told on; the person's other live plans end with it.
        what: "died" or "moved".
        on: the day of the death, or of the move.

    Raises:
        BadDate: the day is in the future.

    Source: Care Act 2014 ss.37-38 (a move to another council's area).
    """
    named, *others = _live_plans_with(plan)
    permission = ask("record_death_or_move", named, by)
    check_state(named, "record_death_or_move")
    if what not in {"died", "moved"}:
        raise UnknownRecord("Say whether the person died or moved away.")
    if on > timezone.localdate():
        raise BadDate("The day cannot be in the future.")
    why = "The person died" if what == "died" else "The person moved away"
    person = named.person
    if on < person.date_of_birth:
        raise BadDate("The day cannot be before the person was born.")
    if what == "died":
        person.date_of_death = on
    else:
        person.moved_away_on = on
    keep(person, by=by, why=why)
    if what == "died":
        person_died.send(Person, person=person, by=by)
    for held in (named, *others):
        close_what_is_open(held, by=by, on=on, why=why)
        move(held, act="record_death_or_move", permission=permission, why=why)
        route.leave(held)
        record(permission, subject_kind="plan", subject=held.ref, reason=why, detail={"on": on.isoformat()})
    return named


def _live_plans_with(ref: str) -> list[SupportPlan]:
    """The plan named, then the person's other live plans, and the person with them: what is decided for them ends.

    All are locked in one order, so that two such acts can wait.
    """
    person = SupportPlan.objects.filter(ref=ref).values("person")
    locked = lock_plans(Q(ref=ref) | Q(person__in=person, state__in=LIVE_STATES))
    named = [plan for plan in locked if plan.ref == ref]
    if not named:
        raise NotFound(f"There is no plan {ref}.")
    return named + [plan for plan in locked if plan.ref != ref]


def void_decision(plan: SupportPlan, *, by: Account, because: str) -> None:
    """The decision in force on a plan no longer is; it is kept."""
    decision = decision_in_force(plan)
    if decision is not None:
        end_decision(decision, by=by, because=because)


def close_what_is_open(plan: SupportPlan, *, by: Account, on: date, why: str) -> None:
    """End everything that runs or waits on a plan whose person is gone; the plan then leaves the queue."""
    moment, now = timezone.now(), open_on(plan)
    if now.verification is not None:
        now.verification.outcome = Verification.Outcome.ENDED
        now.verification.concluded_at, now.verification.concluded_by = moment, by
        keep(now.verification, by=by, why=why)
    if now.change is not None:
        now.change.outcome, now.change.answered_at, now.change.answered_by = ChangeRequest.Outcome.ENDED, moment, by
        keep(now.change, by=by, why=why)
    stop_sourcing(now.requirements, by=by, why=why)
    if now.escalation is not None:
        close_escalation(now.escalation, by=by)
    if now.urgent is not None:
        end_support(now.urgent, by=by, reason=why)
    if now.package is not None:
        end_arrangement(now.package, now.awards, by=by, on=on, reason=why)
        end_decision(now.package.decision, by=by, because="The package ended")
    if now.decision is not None and now.decision.in_force:
        end_decision(now.decision, by=by, because=why)
