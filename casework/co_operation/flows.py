"""How a request to co-operate goes, read top to bottom. The record's state is what counts; the flow routes."""

from typing import Any

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from casework.models import CoOperationRequest
from delegation.diagram import Drawn
from delegation.steps import Step


def _states() -> Any:
    words = dict(CoOperationRequest.State.choices)
    return lambda state: str(words[state])


class CoOperationFlow(flow.Flow):
    """Care Act 2014 ss.6-7: the council answers a partner, or a partner the council; a refusal has written reasons."""

    process_class = Process
    process_title = "A request to co-operate"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Request received, or made").Next(this.answer)
    answer = (
        Step()
        .Annotation(title="Whoever was asked answers: the council, or its partner")
        .Leads(this.reasons, "reasons_owed", by="record_partners_answer")
        .Leads(this.co_operating, "agreed", by="agree_to_co_operate")
        .Leads(this.co_operating, "partner_agreed", by="record_partners_answer")
        .Leads(this.declined, "declined", by="decline_to_co_operate")
        .Leads(this.declined, "partner_declined", by="record_partners_answer")
        .Leads(this.withdrawn, "withdrawn", by="withdraw_co_operation_request")
    )
    reasons = (
        Step()
        .Annotation(title="Council asks the partner for its written reasons")
        .Leads(this.declined, "partner_declined", by="record_partners_reasons")
        .Leads(this.withdrawn, "withdrawn", by="withdraw_co_operation_request")
    )
    co_operating = flow.End().Annotation(title="They co-operate")
    declined = flow.End().Annotation(title="Declined with written reasons")
    withdrawn = flow.End().Annotation(title="Withdrawn")


CO_OPERATION = Drawn(CoOperationFlow, "A request to co-operate", _states())
