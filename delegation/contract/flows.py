"""How due diligence on a provider goes. Evidence, scores and signature are what counts; the flow routes."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.steps import Step

# Where a due diligence stands: some area is not scored yet, each discipline scored its areas, signed.
OPEN, SCORED, SIGNED = "open", "scored", "signed"
STATES = {OPEN: "Open", SCORED: "Scored", SIGNED: "Signed"}


class DueDiligenceFlow(flow.Flow):
    """The 2014 plan, "Contracting Process": nine areas evidenced and scored by six disciplines, then one signature."""

    process_class = Process
    process_title = "Due diligence on a provider"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Commissioner opens it, with its six evaluators").Next(this.evaluation)
    evaluation = (
        Step()
        .Annotation(title="Evaluators enter evidence and score nine areas")
        .Leads(this.signature, SCORED, by="score_due_diligence")
    )
    signature = Step().Annotation(title="Strategic director signs").Leads(this.signed, SIGNED, by="sign_due_diligence")
    signed = flow.End().Annotation(title="Relied on")


WAY_OF_DUE_DILIGENCE = Drawn(DueDiligenceFlow, "Due diligence on a provider", lambda state: STATES[state])
