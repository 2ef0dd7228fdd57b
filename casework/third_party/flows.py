"""How a third-party request goes. The record's state counts; the flow routes."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from casework.models import ThirdPartyRequest
from delegation.diagram import Drawn
from delegation.steps import Step


class ThirdPartyFlow(flow.Flow):
    """Mental Capacity Act 2005 Sch A1 paras 67-73: received, looked into by an assessor, concluded; or not pursued."""

    process_class = Process
    process_title = "A third party asks about a deprivation of liberty"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="A third party asks the council").Next(this.appointment)
    appointment = (
        Step()
        .Annotation(title="Council appoints an assessor, or does not pursue it")
        .Leads(this.assessment, "looked_into", by="appoint_third_party_assessor")
        .Leads(this.not_pursued, "not_pursued", by="decline_third_party_request")
    )
    assessment = (
        Step()
        .Annotation(title="Assessor looks into it within seven days")
        .Leads(this.concluded, "concluded", by="conclude_third_party_request")
    )
    concluded = flow.End().Annotation(title="Concluded; everybody is told")
    not_pursued = flow.End().Annotation(title="Not pursued, with reasons")


# The step that is open while a request stands in a state.
STEP_OF = {"received": "appointment", "looked_into": "assessment"}
WAY_OF_A_THIRD_PARTY = Drawn(
    ThirdPartyFlow,
    "A third party asks about a deprivation of liberty",
    lambda state: ThirdPartyRequest.State(state).label,
)
