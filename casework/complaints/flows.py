"""How a complaint goes, read top to bottom. The record's state is what counts; the flow routes."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from casework.models import Complaint
from delegation.diagram import Drawn
from delegation.steps import Step


class ComplaintFlow(flow.Flow):
    """SI 2009/309: received, acknowledged, a plan agreed, looked into, answered over the council's signature."""

    process_class = Process
    process_title = "A complaint"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Complaint received").Next(this.acknowledgement)
    acknowledgement = (
        Step()
        .Annotation(title="Acknowledge within 3 working days")
        .Leads(this.planning, "acknowledged", by="acknowledge_complaint")
    )
    planning = (
        Step()
        .Annotation(title="Agree how it is handled and by when")
        .Leads(this.looking_into, "looked_into", by="agree_complaint_plan")
    )
    looking_into = (
        Step()
        .Annotation(title="Look into it and prepare the response")
        .Leads(this.signature, "prepared", by="prepare_complaint_response")
    )
    signature = (
        Step()
        .Annotation(title="Council signs the response")
        .Leads(this.responded, "responded", by="sign_complaint_response")
        .Leads(this.looking_into, "looked_into", by="return_complaint_response")
    )
    responded = flow.End().Annotation(title="Response sent, the Ombudsman named")


STATES = dict(Complaint.State.choices)
COMPLAINTS = Drawn(ComplaintFlow, "A complaint", lambda state: str(STATES[state]))
