"""The package in force: change, suspension, review and end. A cost changes only on a decision."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils import timezone

from casework import code_lists
from casework.models import SupportPlan
from casework.plans import ask, check_state, lock_plan, move
from delegation.models import Account
from delegation.register import act, keep, keep_changed, record
from verification import route
from verification.models import Award, ChangeRequest, Package
from verification.refusals import BadDate, NotOnTheList, UnknownRecord
from verification.rules import NOUGHT, pounds
from verification.selectors import lines_decided, paid_by_the_week, paid_now, standing_decision
from verification.services.brokerage import package_day_can_be
from verification.services.funding import end_decision
from verification.services.quality import require_reason


@act
def request_package_change(
    *, plan: str, by: Account, lines: Mapping[str, Decimal], reason: str, effective_on: date | None = None
) -> ChangeRequest:
    """Ask for a change of need or cost of a running package. Nothing changes until the council decides.

    Args:
        lines: line key to the weekly pounds asked from now on.

    Source: Care Act 2014 s.27(4)-(5).
    """
    held = lock_plan(plan)
    permission = ask("request_package_change", held, by)
    require_reason(reason, "Write what changed for the person and why the cost should.")
    if effective_on is not None and effective_on > timezone.localdate():
        raise BadDate("A change takes effect on the day it is decided. Ask for it when that day comes.")
    move(held, act="request_package_change", permission=permission, why=reason)
    current = standing_decision(held)
    now_paid = paid_now(current, lines_decided(current))
    unknown = sorted(set(lines) - (set(now_paid) & paid_by_the_week(held, current)))
    if unknown:
        raise UnknownRecord(f"The plan has no line {', '.join(unknown)} that the council funds by the week.")
    if any(price < 0 for price in lines.values()):
        raise UnknownRecord("A weekly cost cannot be below £0.")
    changed = {key: [str(now_paid[key]), str(pounds(price))] for key, price in lines.items() if price != now_paid[key]}
    if not changed:
        raise UnknownRecord("No line's cost is different from what is paid now.")
    package = held.package
    difference = sum((Decimal(after) - Decimal(before) for before, after in changed.values()), NOUGHT)
    change = ChangeRequest(
        plan=held,
        kind=ChangeRequest.Kind.PACKAGE,
        weekly_before=package.weekly,
        weekly_after=package.weekly + difference,
        one_off_before=package.one_off,
        one_off_after=package.one_off,
        effective_on=effective_on,
        reason=reason.strip(),
        lines=changed,
        requested_at=timezone.now(),
        requested_by=by,
    )
    keep(change, by=by, why=reason)
    route.finish(held, "package", by=by)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, weekly=difference)
    return change


@act
def suspend_package(
    *, plan: str, by: Account, on: date, reason: str, expected_return_on: date | None = None
) -> Package:
    """Suspend the support from a day, with the reason and the day it is expected to resume."""
    held = lock_plan(plan)
    permission = ask("suspend_package", held, by)
    move(held, act="suspend_package", permission=permission, why=reason)
    require_reason(reason, "Write why the support is suspended.")
    package_day_can_be(on)
    if expected_return_on and expected_return_on < on:
        raise BadDate("The day of return cannot be before the suspension.")
    package = held.package
    package.state, package.suspended_on = Package.State.SUSPENDED, on
    package.suspended_because, package.expected_return_on = reason.strip(), expected_return_on
    keep(package, by=by, why=reason)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return package


@act
def resume_package(*, plan: str, by: Account, on: date) -> Package:
    """Resume suspended support as it was decided."""
    held = lock_plan(plan)
    permission = ask("resume_package", held, by)
    move(held, act="resume_package", permission=permission)
    package = held.package
    if package.suspended_on and on < package.suspended_on:
        raise BadDate("Support cannot resume before it was suspended.")
    package.state, package.suspended_on, package.suspended_because = Package.State.ACTIVE, None, ""
    package.expected_return_on = None
    keep(package, by=by, why="resume_package")
    record(permission, subject_kind="plan", subject=held.ref, detail={"on": on.isoformat()})
    return package


@act
def review_plan(*, plan: str, by: Account, reason: str) -> SupportPlan:
    """Begin the review of a plan in force.

    Args:
        reason: why it is held, by the national list (Review Reason); the register keeps it.

    Raises:
        NotOnTheList: the reason is not one of that list.

    Source: Care Act 2014 s.27(1); statutory guidance ch. 13; Client Level Data.
    """
    held = lock_plan(plan)
    permission = ask("review_plan", held, by)
    check_state(held, "review_plan")
    require_listed("review_reason", reason, "Choose why the review is held.")
    move(held, act="review_plan", permission=permission)
    route.finish(held, "package", by=by)
    record(permission, subject_kind="plan", subject=held.ref, detail={"review_reason": reason})
    return held


@act
def conclude_review(
    *, plan: str, by: Account, outcome: str, next_review_on: date, achieved: str, method: str
) -> Package:
    """Record what the review found; the plan goes on, and its next review falls due within 12 months.

    Args:
        achieved, method: whether the outcomes were achieved and who took part, by the national lists (Review Outcomes
            Achieved, Method of Review); the register keeps both.

    Raises:
        NotOnTheList: one of the two is not of its list.
        BadDate: the next review is not within the coming 12 months.

    Source: Care Act 2014 s.27; statutory guidance ch. 13; Client Level Data.
    """
    held = lock_plan(plan)
    permission = ask("conclude_review", held, by)
    check_state(held, "conclude_review")
    require_reason(outcome, "Write what the review found and whether the outcomes were achieved.")
    require_listed("review_outcomes_achieved", achieved, "Choose whether the outcomes were achieved.")
    require_listed("method_of_review", method, "Choose who took part in the review.")
    days = (next_review_on - timezone.localdate()).days
    if not 0 < days <= 366:
        raise BadDate("The next review falls within the coming 12 months.")
    package = held.package
    package.review_due_on = next_review_on
    keep(package, by=by, why=outcome)
    move(held, act="conclude_review", permission=permission, why=outcome)
    route.finish(held, "review", by=by)
    detail = {"review_outcomes_achieved": achieved, "method_of_review": method}
    record(permission, subject_kind="plan", subject=held.ref, reason=outcome, detail=detail)
    return package


def require_listed(name: str, value: str, sentence: str) -> None:
    """Raise NotOnTheList unless the value is one of a national code list."""
    if value not in code_lists.values(name):
        raise NotOnTheList(sentence)


@act
def end_package(*, plan: str, by: Account, on: date, reason: str) -> Package:
    """End the support from a day, on a decision of the council with its reason; the person is written to.

    Source: Care Act 2014 s.27; statutory guidance ch. 10 (written reasons).
    """
    held = lock_plan(plan)
    permission = ask("end_package", held, by)
    check_state(held, "end_package")
    require_reason(reason, "Write why the support ends. The person has a right to the reason.")
    package_day_can_be(on)
    step = "review" if held.state == "under_review" else "package"
    package = Package.objects.select_related("decision").get(plan=held)
    close_package(package, by=by, on=on, reason=reason)
    move(held, act="end_package", permission=permission, why=reason)
    route.finish(held, step, by=by)
    route.close(held)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, weekly=package.weekly)
    return package


def close_package(package: Package, *, by: Account, on: date, reason: str) -> None:
    """End a package and what was decided for it."""
    awards = list(Award.objects.filter(requirement__plan_id=package.plan_id, paid_until__isnull=True))
    end_arrangement(package, awards, by=by, on=on, reason=reason)
    end_decision(package.decision, by=by, because="The package ended")


def end_arrangement(package: Package, awards: list[Award], *, by: Account, on: date, reason: str) -> None:
    """End what was arranged, and leave the decision that pays for it; its prices no longer count as now paid."""
    package.state = Package.State.ENDED
    package.ends_on, package.ended_at, package.ended_by, package.ended_because = on, timezone.now(), by, reason.strip()
    keep(package, by=by, why=reason)
    for award in awards:
        award.paid_until = on
    keep_changed(awards, ["paid_until"], by=by, why=reason)
