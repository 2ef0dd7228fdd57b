"""How after-care ends, by both bodies together. The record's own days count; the flow routes."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.steps import Step

# Where after-care stands: nobody decided yet, the board has, the council too.
RECORDED, BOARD_DECIDED, ENDED = "recorded", "board_decided", "ended"
STATES = {RECORDED: "Recorded", BOARD_DECIDED: "The board has decided", ENDED: "Ended"}


class AfterCareFlow(flow.Flow):
    """Mental Health Act 1983 s.117(2): the board decides, the council is satisfied too, and only then it ends."""

    process_class = Process
    process_title = "After-care under section 117"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="After-care recorded").Next(this.board)
    board = (
        Step()
        .Annotation(title="Integrated care board decides that it is no longer needed")
        .Leads(this.council, BOARD_DECIDED, by="record_board_decision")
    )
    council = Step().Annotation(title="Council is satisfied too").Leads(this.ended, ENDED, by="end_aftercare")
    ended = flow.End().Annotation(title="No more after-care")


WAY_OF_AFTERCARE = Drawn(AfterCareFlow, "After-care under section 117", lambda state: STATES[state])
