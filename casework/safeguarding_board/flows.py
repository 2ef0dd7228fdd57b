"""How a case referred for a safeguarding adults review goes. The referral's decision counts; the flow routes."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from casework.models import ReviewReferral
from delegation.diagram import Drawn
from delegation.steps import Step

REFERRED = "referred"
STATES = {REFERRED: "Referred", "mandatory": "Must be arranged", "discretionary": "Is arranged", "no_review": "None"}


class ReviewFlow(flow.Flow):
    """Care Act 2014 s.44: referred, and decided by the criteria of section 44(1) to (4)."""

    process_class = Process
    process_title = "A safeguarding adults review"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Case referred").Next(this.decision)
    decision = (
        Step()
        .Annotation(title="Council answers the criteria one by one, and decides")
        .Leads(this.arranged, ReviewReferral.Decision.MANDATORY, by="decide_review")
        .Leads(this.arranged, ReviewReferral.Decision.DISCRETIONARY, by="decide_review")
        .Leads(this.not_held, ReviewReferral.Decision.NO_REVIEW, by="decide_review")
    )
    arranged = flow.End().Annotation(title="Review arranged")
    not_held = flow.End().Annotation(title="No review")


WAY_OF_A_REVIEW = Drawn(ReviewFlow, "A safeguarding adults review", lambda state: STATES[state])
