"""The council's procedure for a safeguarding concern, as a viewflow flow read top to bottom.

Source: Care Act 2014 s.42; the state of record is on the concern.
"""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from casework.models import SafeguardingConcern
from delegation.diagram import Drawn
from delegation.steps import Step


class SafeguardingFlow(flow.Flow):
    """A concern: threshold, enquiry, scrutiny by other hands, closure."""

    process_class = Process
    process_title = "A safeguarding concern"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Concern raised by anybody").Next(this.threshold)

    threshold = (
        Step()
        .Annotation(title="Council decides on the three limbs of section 42(1)")
        .Leads(this.cause, "awaiting_enquiry", by="record_threshold_decision")
        .Leads(this.screened_out, "screened_out", by="record_threshold_decision")
    )
    cause = (
        Step()
        .Annotation(title="Council makes or causes the enquiry")
        .Leads(this.enquiry, "under_enquiry", by="cause_enquiry")
    )
    enquiry = (
        Step()
        .Annotation(title="The one the council named records findings")
        .Leads(this.scrutiny, "awaiting_scrutiny", by="record_enquiry_findings")
        .Leads(this.enquiry, "under_enquiry", by="name_another_enquirer")
    )
    scrutiny = (
        Step()
        .Annotation(title="Council scrutinises by hands that took no part")
        .Leads(this.closure, "awaiting_closure", by="scrutinise_outcome")
        .Leads(this.enquiry, "under_enquiry", by="challenge_enquiry")
    )
    closure = (
        Step()
        .Annotation(title="Council closes with what the person said")
        .Leads(this.closed, "closed", by="close_concern")
    )

    screened_out = flow.End().Annotation(title="Screened out with reasons and advice")
    closed = flow.End().Annotation(title="Closed")


SAFEGUARDING = Drawn(SafeguardingFlow, "A safeguarding concern", lambda state: SafeguardingConcern.State(state).label)
