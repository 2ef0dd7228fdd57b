"""Moves a plan along the drawn flow. Called by services, on the locked plan, inside their transaction."""

from typing import TYPE_CHECKING

from django.utils.timezone import now
from viewflow.workflow import STATUS
from viewflow.workflow.models import Process, Task
from viewflow.workflow.status import PROCESS

from delegation.steps import AlreadyTaken, finished
from verification.flows import PlanFlow
from verification.models import PlanRoute

if TYPE_CHECKING:
    from casework.models import SupportPlan
    from delegation.models import Account

OPEN = [STATUS.NEW, STATUS.ASSIGNED, STATUS.SCHEDULED, STATUS.STARTED]


def begin(plan: "SupportPlan") -> None:
    """Start the flow of a plan that has none live. Raises IntegrityError where one is (the constraint)."""
    process = Process(flow_class=PlanFlow)
    process.plan_in_hand, process.state_in_hand = plan, plan.state
    process.save()
    PlanRoute.objects.create(plan=plan, process=process)
    task = Task(flow_task=PlanFlow.start, process=process, started=now(), finished=now(), status=STATUS.DONE)
    task.save()
    PlanFlow.start.activation_class(task).activate_next()


def finish(plan: "SupportPlan", step: str, *, by: "Account") -> None:
    """Finish the open `step` of the plan and open what its new state leads to.

    Raises `AlreadyTaken` when no such step is open or another finished it first.
    """
    node = getattr(PlanFlow, step)
    task = finished(node, PlanRoute.objects.filter(plan=plan, live=True).values("process"), by=by)
    if task is None:
        raise AlreadyTaken("Someone else has just finished this step. Open the plan again to see what they did.")
    task.process.plan_in_hand, task.process.state_in_hand = plan, plan.state
    node.activation_class(task).walk_on()


def leave(plan: "SupportPlan") -> None:
    """Take the plan off its flow: withdrawn, ended or refused. What is open is cancelled, the process closed."""
    route, moment = PlanRoute.objects.filter(plan=plan, live=True).values("process"), now()
    Task.objects.filter(process__in=route, status__in=OPEN).update(status=STATUS.CANCELED, finished=moment)
    Process.objects.filter(pk__in=route, finished__isnull=True).update(status=PROCESS.DONE, finished=moment)
    close(plan)


def close(plan: "SupportPlan") -> None:
    """The plan's flow came to its end: the plan may have another."""
    PlanRoute.objects.filter(plan=plan, live=True).update(live=False)
