"""How a request for information goes, read top to bottom. The record's state is what counts; the flow routes."""

from typing import Any

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.models import FoiRequest
from delegation.steps import Step


def states_of(model: Any) -> Any:
    """The words of a record's states."""
    words = dict(model.State.choices)
    return lambda state: str(words[state])


class FoiFlow(flow.Flow):
    """Freedom of Information Act 2000: received, perhaps put off for the public interest, answered or refused."""

    process_class = Process
    process_title = "A request for information"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Request received, or handed over").Next(this.answer)
    answer = (
        Step()
        .Annotation(title="Council answers by the 20th working day")
        .Leads(this.answer_after_test, "extended", by="extend_foi_request")
        .Leads(this.answered, "answered", by="answer_foi_request")
        .Leads(this.refused, "refused", by="refuse_foi_request")
    )
    answer_after_test = (
        Step()
        .Annotation(title="Council weighs the public interest and answers")
        .Leads(this.answered, "answered", by="answer_foi_request")
        .Leads(this.refused, "refused", by="refuse_foi_request")
    )
    answered = flow.End().Annotation(title="Information given, or not held")
    refused = flow.End().Annotation(title="Refusal notice sent")


FOI = Drawn(FoiFlow, "A request for information", states_of(FoiRequest))
