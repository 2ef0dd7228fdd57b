"""The flow's own acts: what a clock does when it runs out. Called by the timer command, under the plan's lock."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from casework.models import SupportPlan
from casework.plans import plan_moved
from delegation.register import keep, note
from verification.clock_days import due_on


class ClockError(Exception):
    """A clock could not do its act; it carries nothing of the plan, because viewflow keeps what it carries."""


def step_due_at(activation: Any) -> datetime:
    """The moment the step now opened falls late: the end of the due day that the plan's queue row shows too."""
    plan = activation.process.plan_in_hand
    today = timezone.localdate()
    return end_of(due_on(plan.state, held_since=plan.held_since, in_state_since=today, days_used=plan.council_days))


def review_due_at(activation: Any) -> datetime:
    """The moment the package's review falls due: the start of that day."""
    plan = activation.process.plan_in_hand
    return timezone.make_aware(datetime.combine(plan.package.review_due_on, time.min))


def end_of(day: Any) -> datetime:
    """The last moment of a day in England."""
    return timezone.make_aware(datetime.combine(day, time.max))


def flag_late(activation: Any) -> None:
    """The flow's node: flag the plan late."""
    _without_personal_data(mark_late, activation.process.pk)


def mark_review_due(activation: Any) -> None:
    """The flow's node: call the review."""
    _without_personal_data(call_review, activation.process.pk)


def mark_late(process_pk: int) -> None:
    """Flag the plan of a process as late, in its history, in the queue and in the register."""
    plan = _plan_of(process_pk)
    plan.late_since = timezone.localdate()
    keep(plan, by=None, why="the step's clock ran out")
    plan_moved.send(SupportPlan, plan=plan, was=plan.state, act="flag_late", by=None)
    note(
        council=plan.council,
        verb="flag_late",
        subject_kind="plan",
        subject=plan.ref,
        reason="The step's clock ran out.",
        detail={"state": plan.state},
    )


def call_review(process_pk: int) -> None:
    """Note in the register that the review of a package fell due."""
    plan = _plan_of(process_pk)
    note(
        council=plan.council,
        verb="call_review",
        subject_kind="plan",
        subject=plan.ref,
        reason="The review of the package fell due.",
        detail={"state": plan.state},
    )


def _plan_of(process_pk: int) -> SupportPlan:
    return SupportPlan.objects.select_for_update(of=("self",)).select_related("council").get(routes__process=process_pk)


def _without_personal_data(clock: Any, process_pk: int) -> None:
    # viewflow keeps the innermost frame's locals of a failed node in its task row: keep people out of it.
    failed = ""
    try:
        clock(process_pk)
    except Exception as error:
        failed = type(error).__name__
    if failed:
        raise ClockError(failed)
