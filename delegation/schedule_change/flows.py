"""How a change of the schedule goes, as a viewflow flow: proposed, then decided by the Director or withdrawn."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.schedule_change.rules import STATES
from delegation.steps import Step


class ScheduleChangeFlow(flow.Flow):
    """A change of the schedule, from its proposal to its decision."""

    process_class = Process
    process_title = "A change of the schedule"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="A change is proposed, checked against the law").Next(this.decision)

    decision = (
        Step()
        .Annotation(title="The Director sees what it stops or starts, and decides")
        .Leads(this.in_force, "approved", by="approve_schedule_change")
        .Leads(this.refused, "refused", by="refuse_schedule_change")
        .Leads(this.withdrawn, "withdrawn", by="withdraw_schedule_change")
    )

    in_force = flow.End().Annotation(title="In force from its day")
    refused = flow.End().Annotation(title="Nothing changes")
    withdrawn = flow.End().Annotation(title="Nothing changes")


def in_words(state: str) -> str:
    """A state of a change, for the picture."""
    return STATES.get(state, state)


HOW_A_CHANGE_GOES = Drawn(flow=ScheduleChangeFlow, title="How a change of the schedule goes", states=in_words)
