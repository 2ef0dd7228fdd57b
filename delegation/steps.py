"""A person's step in a flow: what viewflow's defaults leave unsafe, for the flows of every app.

A flow sets `lock_impl = SelectForUpdateLock(nowait=False, attempts=1)` or one of its own, and draws its steps with
`Step`; services finish them with `delegation.route`. See docs/decisions/viewflow-is-the-route.md for what was measured.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet, sql
from django.utils.timezone import now
from viewflow import this
from viewflow.workflow import STATUS
from viewflow.workflow.activation import Activation
from viewflow.workflow.base import Edge
from viewflow.workflow.flow.nodes import End, View
from viewflow.workflow.nodes.view import ViewActivation
from viewflow.workflow.status import PROCESS

from delegation.refusals import RuleBroken


class AlreadyTaken(RuleBroken):
    """Someone else finished this step first."""


class StepActivation(ViewActivation):
    """A step is finished once: a compare-and-set on its row decides who finished it."""

    def walk_on(self) -> None:
        """Stop the clocks of the step just finished and open what follows it."""
        self._stop_clocks(self.task.finished)
        self.activate_next()

    def _stop_clocks(self, moment: Any) -> None:
        """Cancel the clocks that ran with this step: one statement each, where viewflow's signal reads and saves."""
        for clock in self.flow_task._boundary_events:
            self.flow_class.task_class._default_manager.filter(
                process_id=self.task.process_id,
                flow_task=clock,
                previous=self.task,
                status__in=[STATUS.NEW, STATUS.SCHEDULED],
            ).update(status=STATUS.CANCELED, finished=moment)

    @Activation.status.transition(source=STATUS.DONE)
    def create_next(self) -> Iterator[Any]:
        node = self.flow_task.next_for(self.process.state_in_hand)
        if isinstance(node, End):
            self._end(node)
        else:
            yield node._create(self, self.task.token)

    def _end(self, node: Any) -> None:
        """Write the end and close the process: three statements, where viewflow's own activation takes seven.

        A step of these flows leads to an end only when nothing else is under way: its clocks were stopped with it.
        """
        tasks, process = self.flow_class.task_class, self.process
        ended = tasks(process=process, flow_task=node, flow_task_type=node.task_type, token=self.task.token)
        ended.status, ended.started, ended.finished = STATUS.DONE, self.task.finished, self.task.finished
        ended.save()
        ended.previous.through._default_manager.create(from_task=ended, to_task=self.task)
        process.status, process.finished = PROCESS.DONE, self.task.finished
        process.save(update_fields=["status", "finished"])


class Step(View):
    """A step done by a person through a service. Its ways out are named by the state the service leaves.

    It has no view of its own: viewflow's URLs are not mounted, so no URL can name another's task.
    """

    activation_class = StepActivation

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(view=None, **kwargs)
        self._ways: list[tuple[str, Any]] = []
        self._acts: dict[str, frozenset[str]] = {}

    def Leads(self, node: Any, state: str, *, by: str = "") -> "Step":  # noqa: N802 (viewflow's manner)
        """The next node when the service left its record in `state`.

        Args:
            by: the acts that lead there, by their verbs, with a space between; any other act is stopped on this way.
                A plan's acts are told by the way of a plan instead.
        """
        self._ways.append((state, node))
        self._acts[state] = self._acts.get(state, frozenset()) | frozenset(by.split())
        return self

    def acts_to(self, state: str) -> frozenset[str]:
        """The verbs of the acts that leave this step with a record in `state`; none where the flow tells none."""
        return self._acts.get(state, frozenset())

    def _create(self, prev_activation: Any, token: Any, data: Any = None, seed: Any = None) -> Any:
        """Open the step with the clocks that run beside it: two statements, where viewflow's way takes six a clock."""
        process, tasks = prev_activation.process, self.flow_class.task_class
        step = tasks(process=process, flow_task=self, flow_task_type=self.task_type, token=token)
        clocks = [_clock(tasks, clock, process, token) for clock in self._boundary_events]
        tasks._default_manager.bulk_create([step, *clocks])
        follows = tasks.previous.through
        ties = [follows(from_task=step, to_task=prev_activation.task)]
        follows._default_manager.bulk_create([*ties, *(follows(from_task=clock, to_task=step) for clock in clocks)])
        return self.activation_class(step)

    def _resolve(self, instance: Any) -> None:
        super()._resolve(instance)
        self._ways = [(state, this.resolve(instance, node)) for state, node in self._ways]

    def ways(self) -> list[tuple[str, Any]]:
        """The state and the node of each way out, in the flow's order."""
        return list(self._ways)

    def _outgoing(self) -> Iterator[Edge]:
        forks = len(self._ways) > 1
        for state, node in self._ways:
            yield Edge(src=self, dst=node, edge_class="cond_true", label=state.replace("_", " ") if forks else None)

    def next_for(self, state: str) -> Any:
        """The node that follows when the record is in `state`; LookupError when the flow draws no such way."""
        for name, node in self._ways:
            if name == state:
                return node
        raise LookupError(f"The flow draws no way from {self.name} to {state}")


def finished(step: Any, processes: QuerySet[Any], *, by: Any) -> Any:
    """The open `step` of one of these processes, now finished by `by`; None where another finished it first.

    One statement finishes the step and gives its row back, so that what decides who finished it is what is read.
    """
    moment, flow = now(), step.flow_class
    open_ones = flow.task_class._default_manager.filter(
        flow_task=step, process__in=processes, status__in=[STATUS.NEW, STATUS.ASSIGNED]
    )
    won = _changed(open_ones, status=STATUS.DONE, owner=by, started=moment, finished=moment)
    if not won:
        return None
    (task,) = won
    task.process = flow.process_class(pk=task.process_id, flow_class=flow)
    return task


def _changed(rows: QuerySet[Any], **values: Any) -> list[Any]:
    """Update these rows of one table and return them as they now are: UPDATE ... RETURNING, which Django lacks."""
    update: Any = rows.query.chain(sql.UpdateQuery)
    update.add_update_values(values)
    words, params = update.get_compiler(rows.db).as_sql()
    return list(rows.model._default_manager.using(rows.db).raw(f"{words} RETURNING *", params))


def _clock(tasks: Any, clock: Any, process: Any, token: Any) -> Any:
    """The row of a clock that runs until the moment its flow says."""
    task = tasks(process=process, flow_task=clock, flow_task_type=clock.task_type, token=token)
    task.status, task.scheduled = STATUS.SCHEDULED, clock._delay(clock.activation_class(task))
    return task
