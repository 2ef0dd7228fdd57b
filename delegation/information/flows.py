"""How a request for information and an enquiry go, read top to bottom. The record's state counts; the flow routes."""

from typing import Any

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import SelectForUpdateLock
from viewflow.workflow.models import Process

from delegation.diagram import Drawn
from delegation.models import FoiRequest, OmbudsmanEnquiry, PublicEnquiry
from delegation.steps import Step


def states_of(model: Any, **shorter: str) -> Any:
    """The words of a record's states, with shorter ones where the picture has no room for them."""
    words = dict(model.State.choices) | shorter
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


class OmbudsmanFlow(flow.Flow):
    """Local Government Act 1974 Part III: the provider asked where need be, the answer, the decision, the remedy."""

    process_class = Process
    process_title = "An enquiry of the Ombudsman"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Ombudsman’s enquiry received").Next(this.answer)
    answer = (
        Step()
        .Annotation(title="Council’s link officer answers")
        .Leads(this.supply, "asked", by="ask_provider_to_supply")
        .Leads(this.decision, "answered", by="answer_ombudsman_enquiry")
    )
    supply = (
        Step()
        .Annotation(title="Provider supplies what it was asked")
        .Leads(this.answer_with_supply, "supplied", by="supply_to_ombudsman_enquiry")
        .Leads(this.decision, "answered", by="answer_ombudsman_enquiry")
    )
    answer_with_supply = (
        Step()
        .Annotation(title="Link officer answers with what was supplied")
        .Leads(this.supply, "asked", by="ask_provider_to_supply")
        .Leads(this.decision, "answered", by="answer_ombudsman_enquiry")
    )
    decision = (
        Step()
        .Annotation(title="Ombudsman decides; the council closes")
        .Leads(this.remedy, "remedying", by="close_ombudsman_enquiry")
        .Leads(this.closed, "closed", by="close_ombudsman_enquiry")
    )
    remedy = (
        Step()
        .Annotation(title="Council does what it agreed, by its day")
        .Leads(this.closed, "closed", by="complete_ombudsman_remedy")
    )
    closed = flow.End().Annotation(title="Closed")


class PublicFlow(flow.Flow):
    """An enquiry of the press or a member: drafted, cleared by the commissioner or sent back, sent as cleared."""

    process_class = Process
    process_title = "An enquiry of the press or a member"
    lock_impl = SelectForUpdateLock(nowait=False, attempts=1)

    start = flow.StartHandle().Annotation(title="Enquiry received").Next(this.draft)
    draft = Step().Annotation(title="Reply drafted").Leads(this.clear, "drafted", by="draft_public_reply")
    clear = (
        Step()
        .Annotation(title="Commissioner clears the reply, word for word")
        .Leads(this.send, "cleared", by="clear_public_reply")
        .Leads(this.draft, "open", by="send_back_public_reply")
    )
    send = (
        Step().Annotation(title="Sent in the words that were cleared").Leads(this.sent, "sent", by="send_public_reply")
    )
    sent = flow.End().Annotation(title="Sent")


# The step that is open while a record stands in a state.
FOI_STEP_OF = {"open": "answer", "extended": "answer_after_test"}
OMBUDSMAN_STEP_OF = {
    "open": "answer",
    "asked": "supply",
    "supplied": "answer_with_supply",
    "answered": "decision",
    "remedying": "remedy",
}
PUBLIC_STEP_OF = {"open": "draft", "drafted": "clear", "cleared": "send"}
FOI = Drawn(FoiFlow, "A request for information", states_of(FoiRequest))
OMBUDSMAN = Drawn(OmbudsmanFlow, "An enquiry of the Ombudsman", states_of(OmbudsmanEnquiry, closed="Closed"))
PUBLIC = Drawn(PublicFlow, "An enquiry of the press or a member", states_of(PublicEnquiry))
