"""How an application for a disabled facilities grant goes. The record's state counts; the flow routes."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from casework.models import GrantApplication
from delegation.diagram import Drawn
from delegation.steps import Step


class GrantFlow(flow.Flow):
    """Housing Grants, Construction and Regeneration Act 1996 ss.23, 24, 34: applied, confirmed or not, decided."""

    process_class = Process
    process_title = "A disabled facilities grant"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Full application received").Next(this.confirmation)
    confirmation = (
        Step()
        .Annotation(title="Registered professional confirms the need")
        .Leads(this.decision, "confirmed", by="confirm_necessary_and_appropriate")
        .Leads(this.refusal, "not_confirmed", by="confirm_necessary_and_appropriate")
        .Leads(this.refused, "refused", by="refuse_grant")
    )
    decision = (
        Step()
        .Annotation(title="Housing authority decides within six months")
        .Leads(this.approved, "approved", by="approve_grant")
        .Leads(this.refused, "refused", by="refuse_grant")
    )
    refusal = (
        Step()
        .Annotation(title="Housing authority refuses what is not necessary")
        .Leads(this.refused, "refused", by="refuse_grant")
    )
    approved = flow.End().Annotation(title="Approved")
    refused = flow.End().Annotation(title="Refused, with reasons")


# The step that is open while an application stands in a state.
STEP_OF = {"applied": "confirmation", "confirmed": "decision", "not_confirmed": "refusal"}
WAY_OF_A_GRANT = Drawn(GrantFlow, "A disabled facilities grant", lambda state: GrantApplication.State(state).label)
