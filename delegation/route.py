"""Moves a record of a register along its drawn procedure. Called by services, on the locked record.

    route.begin(AmhpFlow, "amhp", approval.ref, state=approval.state)
    route.finish(AmhpFlow, "amhp", approval.ref, "decision", state=approval.state, by=by)

The record's own state is what counts; the flow draws which state may follow which, opens the next step, and keeps who
finished each. A state the flow draws no way to raises LookupError: a fault of the code, not of the person.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.timezone import now
from viewflow.workflow import STATUS
from viewflow.workflow.models import Process, Task
from viewflow.workflow.status import PROCESS

from delegation.authority import answered
from delegation.models import ProcedureRoute
from delegation.steps import AlreadyTaken, finished

if TYPE_CHECKING:
    from delegation.models import Account

OPEN = [STATUS.NEW, STATUS.ASSIGNED, STATUS.SCHEDULED, STATUS.STARTED]


def begin(flow: Any, subject_kind: str, subject: str, *, state: str) -> None:
    """Start the procedure of a record that has none live. Raises IntegrityError where one is (the constraint)."""
    process = Process(flow_class=flow)
    process.state_in_hand = state
    process.save()
    ProcedureRoute.objects.create(subject_kind=subject_kind, subject=subject, process=process)
    task = Task(flow_task=flow.start, process=process, started=now(), finished=now(), status=STATUS.DONE)
    task.save()
    flow.start.activation_class(task).activate_next()


def finish(
    flow: Any, subject_kind: str, subject: str, step: str, *, state: str, by: "Account", noted: str = ""
) -> None:
    """Finish the open `step` of a record for `by` and open what the record's new `state` leads to.

    Where that is an end of the procedure, the tie is closed, so that the record may have another procedure. A record
    that never had a procedure, because it is older than that, gets one that stands at the step.

    Args:
        noted: the act under way where it exercises no function, so that nobody was asked.

    Raises:
        AlreadyTaken: no such step is open, or another finished it first.
    """
    node = getattr(flow, step)
    _check_act(node, state, noted)
    routes = ProcedureRoute.objects.filter(subject_kind=subject_kind, subject=subject)
    task = finished(node, routes.filter(live=True).values("process"), by=by)
    if task is None and not routes.exists():
        _stand_at(node, subject_kind, subject)
        task = finished(node, routes.values("process"), by=by)
    if task is None:
        raise AlreadyTaken("Someone else has just finished this step. Open the record again to see what they did.")
    task.process.state_in_hand = state
    node.activation_class(task).walk_on()
    if task.process.finished:
        ProcedureRoute.objects.filter(process=task.process_id).update(live=False)


def move(
    flow: Any, subject_kind: str, held: Any, step_of: Mapping[str, str], to: str, *, by: "Account", noted: str = ""
) -> None:
    """Bring the locked record to a state along its procedure; the caller keeps the record.

    Args:
        step_of: the step that is open while the record stands in a state.
    """
    step, held.state = step_of[held.state], to
    finish(flow, subject_kind, held.ref, step, state=to, by=by, noted=noted)


def _stand_at(node: Any, subject_kind: str, subject: str) -> None:
    """The procedure of a record that is older than it, with this step open and nothing before it but the start."""
    flow, moment = node.flow_class, now()
    process = Process.objects.create(flow_class=flow)
    ProcedureRoute.objects.create(subject_kind=subject_kind, subject=subject, process=process)
    start = Task.objects.create(
        flow_task=flow.start, process=process, started=moment, finished=moment, status=STATUS.DONE
    )
    step = Task.objects.create(flow_task=node, flow_task_type=node.task_type, process=process, token=start.token)
    step.previous.add(start)


def _check_act(node: Any, state: str, noted: str) -> None:
    """The act under way must be one of those the flow draws on this way."""
    permission, acts = answered.get(), node.acts_to(state)
    said = noted or (permission.question.act if permission else "nobody who was asked")
    if said not in acts:
        raise LookupError(f"{node.name} is left for {state} by {sorted(acts)}, not by {said}")


def leave(subject_kind: str, subject: str) -> None:
    """Take a record off its procedure wherever it stands: what is open is cancelled and the tie closed."""
    live = ProcedureRoute.objects.filter(subject_kind=subject_kind, subject=subject, live=True)
    process, moment = live.values("process"), now()
    Task.objects.filter(process__in=process, status__in=OPEN).update(status=STATUS.CANCELED, finished=moment)
    Process.objects.filter(pk__in=process, finished__isnull=True).update(status=PROCESS.DONE, finished=moment)
    live.update(live=False)
