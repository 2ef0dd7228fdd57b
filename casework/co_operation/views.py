"""The pages of co-operation: the list, late first, a request, and each act."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.co_operation.forms import (
    AgreeForm,
    AskedForm,
    DeclineForm,
    PartnersAnswerForm,
    PartnersReasonsForm,
    WithdrawForm,
)
from casework.co_operation.rules import PARTNERS, STARTS_FROM
from casework.co_operation.selectors import co_operation_standing, request_list, request_of
from casework.co_operation.services import (
    KIND,
    Asked,
    agree_to_co_operate,
    co_operation_question,
    decline_to_co_operate,
    record_co_operation_request,
    record_partners_answer,
    record_partners_reasons,
    request_co_operation,
    withdraw_co_operation_request,
)
from casework.models import CoOperationRequest
from casework.selectors import people_visible_to
from delegation.authority import Question, would_permit
from delegation.counting import numbers_of
from delegation.references import tidy_reference
from delegation.refusals import NothingSaid, Refused
from delegation.register import record_reading
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, found_or_404, may, place_or_404
from delegation.views.records import (
    Falling,
    NewRecordPage,
    RecordActPage,
    acts_on,
    nexts_of,
    page_of,
    show_list,
    show_record,
    told,
    wants_closed,
)

COLOURS = {
    "waiting": "blue",
    "asked": "blue",
    "reasons_owed": "orange",
    "agreed": "green",
    "partner_agreed": "green",
    "declined": "grey",
    "partner_declined": "grey",
    "withdrawn": "grey",
}
PAGES = (
    ("agree_to_co_operate", "Co-operate", "casework:agree_to_co_operate"),
    ("decline_to_co_operate", "Decline with reasons", "casework:decline_to_co_operate"),
    ("record_partners_answer", "Record the partner’s answer", "casework:record_partners_answer"),
    ("record_partners_reasons", "Record the reasons", "casework:record_partners_reasons"),
    ("withdraw_co_operation_request", "Withdraw", "casework:withdraw_co_operation_request"),
)
LEAD = (
    "The council and its partners co-operate for adults with needs and carers. In a case a request is declined only "
    "where it is incompatible with one’s own duties or would harm one’s own functions, and with written reasons."
)
NO_CLOCK = "The council’s own target; the Act sets no clock"


def permitted(verb: str, request: HttpRequest, council: Any, ref: str = "") -> None:
    """Raise the guard's refusal, so that whoever may not look is told who may."""
    answer = would_permit(co_operation_question(verb, account_of(request), council, ref))
    if isinstance(answer, Refused):
        raise answer


@require_safe
def co_operation_requests(request: HttpRequest) -> HttpResponse:
    """The requests, late first."""
    place = place_or_404(request)
    permitted("see_co_operation", request, place.council)
    page = page_of(request, request_list(account_of(request), place, closed=wants_closed(request)))
    standing = numbers_of(co_operation_standing(place.council, timezone.localdate()))
    may_begin = may(request, place, "record_co_operation_request")
    return show_list(
        request,
        place,
        {
            "title": "Co-operation",
            "lead": LEAD,
            "figures": [(standing.open, "open"), (standing.late, "late")],
            "begin_href": reverse("casework:record_co_operation_request") if may_begin else "",
            "begin_text": "Record a partner’s request",
            "also_href": reverse("casework:request_co_operation") if may_begin else "",
            "also_text": "Ask a partner",
            "columns": ["Request", "Partner", "Asked", "Answer by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: CoOperationRequest) -> list[tuple[str, dict[str, Any]]]:
    due = Falling(what="", day=one.due_on, source="", done_on=one.answered_on if one.closed_at else None)
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    if one.closed_at is None and due.colour == "red":
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    href = reverse("casework:co_operation_request", args=[one.ref])
    scope = "in a case" if one.person_id else "in general"
    which = "From the partner" if one.direction == "received" else "To the partner"
    return [
        ("Request", {"text": one.ref, "href": href, "below": f"{which}, {scope}"}),
        ("Partner", {"text": one.partner}),
        ("Asked", {"text": day(one.asked_on), "whole": True}),
        ("Answer by", {"text": day(one.due_on), "whole": True, "below": "" if one.closed_at else due.left}),
        ("How it stands", stands),
    ]


@require_safe
def co_operation_request(request: HttpRequest, ref: str) -> HttpResponse:
    """One request: who asks whom for what, the answer, and its reasons."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(request_of(account, place, ref))
    permitted("see_co_operation", request, held.council, held.ref)
    if held.person:
        record_reading(by=account, council=held.council, subject_kind=KIND, subject=held.ref)

    def question(verb: str) -> Question:
        return co_operation_question(verb, account, held.council, held.ref)

    return show_record(
        request,
        place,
        {
            "title": f"Request to co-operate {held.ref}",
            "caption": f"{held.council}, {held.get_direction_display().lower()}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "nexts": nexts_of(held, STARTS_FROM, question, PAGES),
            "falling": [_falling(held)],
            "panels": [("The request", _request(held)), ("The answer", _answer(held))],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("casework:co_operation_requests"),
            "back_text": "Co-operation",
        },
    )


def _falling(held: CoOperationRequest) -> Falling:
    if held.state == "reasons_owed":
        return Falling(what="The partner’s written reasons", day=held.due_on, source=f"Section 7(3). {NO_CLOCK}")
    done_on = held.answered_on or (timezone.localdate(held.closed_at) if held.closed_at else None)
    return Falling(what="Answer", day=held.due_on, source=NO_CLOCK, done_on=done_on)


def _request(held: CoOperationRequest) -> list[dict[str, Any]]:
    kind = PARTNERS[held.partner_kind]
    rows = told(
        ("Partner", held.partner),
        ("Which is", f"{kind.title}, {kind.source}"),
        ("Scope", held.get_scope_display()),
        ("What is asked for", held.asked_for),
        ("Asked", day(held.asked_on)),
        ("Recorded by", held.recorded_by),
    )
    if held.person:
        href = reverse("casework:person", args=[held.person.ref])
        rows.insert(3, {"key": "Person", "value": held.person.ref, "link": href})
    return rows


def _answer(held: CoOperationRequest) -> list[dict[str, Any]]:
    return told(
        ("Answered", day(held.answered_on) if held.answered_on else ""),
        ("What is done", held.answer),
        ("Ground", held.get_ground_display()),
        ("Written reasons", held.reasons),
        ("Given", day(held.reasons_on) if held.reasons_on else ""),
        ("Closed by", held.closed_by),
    )


class AskedPage(NewRecordPage):
    """A request begins."""

    form_class = AskedForm
    list_name = "casework:co_operation_requests"
    verb = ""

    def question(self) -> Question:
        return co_operation_question(self.verb, self.by, self.place.council)

    def asked(self, form: AskedForm) -> Asked:
        """What was typed. Raises NothingSaid where nobody this account may see has the reference."""
        person = tidy_reference(form.cleaned_data["person"])
        if person and not people_visible_to(self.by).filter(ref=person).exists():
            raise NothingSaid("There is no person with that reference. Leave it out where the request is general.")
        return Asked(**form.cleaned_data | {"person": person})

    def next_url(self, result: CoOperationRequest) -> str:
        return reverse("casework:co_operation_request", args=[result.ref])

    def done(self, result: CoOperationRequest) -> str:
        return f"{result.ref} is recorded. An answer is due by {day(result.due_on)}."


class RecordCoOperationRequest(AskedPage):
    """A partner asks the council."""

    verb = "record_co_operation_request"
    title = "Record a partner’s request to co-operate"
    button = "Record"

    def act(self, form: AskedForm) -> CoOperationRequest:
        return record_co_operation_request(by=self.by, council=self.place.council, asked=self.asked(form))


class RequestCoOperation(AskedPage):
    """The council asks a partner."""

    verb = "request_co_operation"
    title = "Ask a partner to co-operate"
    button = "Record the request"

    def act(self, form: AskedForm) -> CoOperationRequest:
        return request_co_operation(by=self.by, council=self.place.council, asked=self.asked(form))


class RequestActPage(RecordActPage):
    """An act on a request."""

    record_name = "casework:co_operation_request"
    starts_from = STARTS_FROM
    held: CoOperationRequest

    def find(self, **named: Any) -> None:
        self.held = found_or_404(request_of(self.by, self.place, named["ref"]))

    def question(self) -> Question:
        return co_operation_question(self.verb, self.by, self.held.council, self.held.ref)

    def done(self, result: CoOperationRequest) -> str:
        return f"Kept: {result.get_state_display().lower()}."


class AgreeToCoOperate(RequestActPage):
    """The council co-operates."""

    form_class = AgreeForm
    verb = "agree_to_co_operate"
    title = "Co-operate with the partner"
    button = "Record the answer"

    def act(self, form: AgreeForm) -> CoOperationRequest:
        return agree_to_co_operate(by=self.by, request=self.held.ref, **form.cleaned_data)


class DeclineToCoOperate(RequestActPage):
    """The council declines, with reasons in writing."""

    form_class = DeclineForm
    verb = "decline_to_co_operate"
    title = "Decline the request"
    button = "Decline with these reasons"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"in_a_case": self.held.scope == "case"}

    def act(self, form: DeclineForm) -> CoOperationRequest:
        return decline_to_co_operate(by=self.by, request=self.held.ref, **form.cleaned_data)


class RecordPartnersAnswer(RequestActPage):
    """The partner answered."""

    form_class = PartnersAnswerForm
    verb = "record_partners_answer"
    title = "Record the partner’s answer"
    button = "Record"

    def act(self, form: PartnersAnswerForm) -> CoOperationRequest:
        return record_partners_answer(by=self.by, request=self.held.ref, **form.cleaned_data)


class RecordPartnersReasons(RequestActPage):
    """The partner's reasons came."""

    form_class = PartnersReasonsForm
    verb = "record_partners_reasons"
    title = "Record the partner’s reasons"
    button = "Record"

    def act(self, form: PartnersReasonsForm) -> CoOperationRequest:
        return record_partners_reasons(by=self.by, request=self.held.ref, **form.cleaned_data)


class WithdrawCoOperationRequest(RequestActPage):
    """Whoever asked no longer asks."""

    form_class = WithdrawForm
    verb = "withdraw_co_operation_request"
    title = "Withdraw the request"
    button = "Withdraw"

    def act(self, form: WithdrawForm) -> CoOperationRequest:
        return withdraw_co_operation_request(by=self.by, request=self.held.ref, **form.cleaned_data)
