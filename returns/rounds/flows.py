"""The procedure of a round of a return, read top to bottom.

viewflow routes and draws; the round's own state is what counts (docs/decisions/viewflow-is-the-route.md).
Source: Health and Social Care Act 2012 s.259 directions: the provider supplies, only the council signs and submits.
"""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.steps import Step
from returns.rounds.words import STATES


class ReturnFlow(flow.Flow):
    """Collect and check, compile, review, sign off, submit; after a submission again, with a reason."""

    process_class = Process
    process_title = "A round of a statutory return"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Round opened, or opened again with a reason").Next(this.collection)

    collection = (
        Step()
        .Annotation(title="Files collected and checked, figures compiled")
        .Leads(this.review, "compiled", by="compile_return")
    )
    review = (
        Step()
        .Annotation(title="Figures compared and reviewed")
        .Leads(this.signing, "reviewed", by="review_return")
        .Leads(this.collection, "collecting", by="send_return_back")
    )
    signing = (
        Step()
        .Annotation(title="Signed off by other hands: figures and lineage frozen")
        .Leads(this.submission, "signed", by="sign_return")
        .Leads(this.collection, "collecting", by="send_return_back")
    )
    submission = (
        Step()
        .Annotation(title="Submitted by the council")
        .Leads(this.submitted, "submitted", by="submit_return")
        .Leads(this.collection, "collecting", by="send_return_back")
    )
    submitted = flow.End().Annotation(title="Submitted")


RETURN_ROUND = Drawn(ReturnFlow, "A round of a statutory return", lambda state: STATES[state])
