"""How a direct payment goes, read top to bottom. The record's state is what counts; the flow routes."""

from typing import Any

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.steps import Step
from verification.models import DirectPayment


def _states() -> Any:
    words = dict(DirectPayment.State.choices)
    return lambda state: str(words[state])


class DirectPaymentFlow(flow.Flow):
    """Care Act 2014 ss.31-33: asked for, decided, reviewed while it is paid, ended where a condition fails."""

    process_class = Process
    process_title = "A direct payment"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Asked for, from a running package").Next(this.decision)
    decision = (
        Step()
        .Annotation(title="Decision on each condition")
        .Leads(this.payment, "in_payment", by="approve_direct_payment")
        .Leads(this.refused, "refused", by="refuse_direct_payment")
    )
    payment = (
        Step()
        .Annotation(title="Paid, and reviewed in six months, then each year")
        .Leads(this.ending, "to_end", by="review_direct_payment")
        .Leads(this.ended, "ended", by="terminate_direct_payment")
    )
    ending = (
        Step()
        .Annotation(title="Council ends it: a condition failed")
        .Leads(this.ended, "ended", by="terminate_direct_payment")
    )
    refused = flow.End().Annotation(title="The person has the reasons")
    ended = flow.End().Annotation(title="Needs are met otherwise")


DIRECT_PAYMENTS = Drawn(DirectPaymentFlow, "A direct payment", _states())
