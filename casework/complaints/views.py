"""The pages of complaints."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.complaints.asking import FUNCTION, KIND, OF_THE_HANDLER, question_at, question_of
from casework.complaints.forms import (
    AcknowledgeForm,
    BecauseForm,
    ComplaintForm,
    LongerForm,
    PlanForm,
    ResponseForm,
    SignForm,
)
from casework.complaints.rules import STARTS_FROM
from casework.complaints.selectors import complaint_list, complaint_of, complaints_standing
from casework.complaints.services import (
    acknowledge_complaint,
    agree_complaint_plan,
    agree_longer_complaint_period,
    prepare_complaint_response,
    record_complaint,
    return_complaint_response,
    sign_complaint_response,
    take_over_complaint,
)
from casework.models import Complaint
from casework.views.about_person import AboutPersonPage
from delegation.authority import Question, would_permit
from delegation.counting import numbers_of
from delegation.directory import Place
from delegation.models import Organisation
from delegation.records import question_about
from delegation.refusals import Refused
from delegation.register import record_reading
from delegation.schedule import FUNCTIONS
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, found_or_404, place_or_404
from delegation.views.records import (
    Falling,
    Next,
    RecordActPage,
    acts_on,
    facts,
    nexts_of,
    page_of,
    show_list,
    show_record,
    told,
    wants_closed,
)

COLOURS = {
    "received": "yellow",
    "acknowledged": "blue",
    "looked_into": "blue",
    "prepared": "purple",
    "responded": "green",
}
PAGES = (
    ("acknowledge_complaint", "Acknowledge", "casework:acknowledge_complaint"),
    ("agree_complaint_plan", "Agree the handling", "casework:agree_complaint_plan"),
    ("prepare_complaint_response", "Prepare the response", "casework:prepare_complaint_response"),
    ("sign_complaint_response", "Sign the response", "casework:sign_complaint_response"),
    ("return_complaint_response", "Give it back", "casework:return_complaint_response"),
    ("agree_longer_complaint_period", "Agree a longer period", "casework:agree_longer_complaint_period"),
    ("take_over_complaint", "Take it over", "casework:take_over_complaint"),
)
LEAD = (
    "The provider handles the first stage. The council is the responsible body: it sees every complaint, may take one "
    "over, and signs each response."
)


def see_complaints(request: HttpRequest, place: Place) -> None:
    """Raise the refusal unless somebody may look at complaints: those who handle them, and who oversees the council."""
    asked = question_about("see_complaints", account_of(request), place.council, subject_kind=KIND, subject="")
    if not place.is_council_staff:
        asked = replace(asked, side="provider", roles=FUNCTIONS[FUNCTION].provider_roles)
    answer = would_permit(asked)
    if isinstance(answer, Refused):
        raise answer


@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """The complaints, late first."""
    place = place_or_404(request)
    see_complaints(request, place)
    page = page_of(request, complaint_list(account_of(request), place.council, closed=wants_closed(request)))
    standing = numbers_of(complaints_standing(place.council, timezone.localdate())) if place.is_council_staff else None
    return show_list(
        request,
        place,
        {
            "title": "Complaints",
            "lead": f"{LEAD} A complaint is recorded from the record of the person it is about.",
            "figures": [(standing.open, "open"), (standing.late, "late")] if standing else [],
            "columns": ["Complaint", "With", "Received", "Next by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: Complaint) -> list[tuple[str, dict[str, Any]]]:
    due = next((falling for falling in _falling(one) if falling.done_on is None), _falling(one)[-1])
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    if due.colour == "red":
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    return [
        ("Complaint", {"text": one.ref, "href": reverse("casework:complaint", args=[one.ref])}),
        ("With", {"text": one.handler.name, "below": "Taken over" if one.taken_over_at else ""}),
        ("Received", {"text": day(one.received_on), "whole": True}),
        ("Next by", {"text": f"{due.what}: {day(due.day)}", "below": "" if one.signed_at else due.left}),
        ("How it stands", stands),
    ]


def _falling(held: Complaint) -> list[Falling]:
    return [
        Falling(
            what="Acknowledgement",
            day=held.acknowledge_by,
            source="Regulation 13(3): three working days",
            done_on=held.acknowledged_on,
        ),
        Falling(
            what="Response",
            day=held.respond_by,
            source="Regulation 14(3): six months, or longer as agreed",
            done_on=held.signed_on,
        ),
    ]


@require_safe
def complaint(request: HttpRequest, ref: str) -> HttpResponse:
    """One complaint: where it stands, its days, what it is about and what was answered."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(complaint_of(account, place.council, ref))
    see_complaints(request, place)
    record_reading(by=account, council=held.council, subject_kind=KIND, subject=held.ref)
    return show_record(
        request,
        place,
        {
            "title": f"Complaint {held.ref}",
            "caption": f"With {held.handler}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "warning": f"The response was given back: {held.returned_because}" if held.returned_because else "",
            "nexts": list(_nexts(request, place, held)),
            "falling": _falling(held),
            "panels": [("The complaint", _complaint(held)), ("The response", _response(held))],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("casework:complaints"),
            "back_text": "Complaints",
        },
    )


def _nexts(request: HttpRequest, place: Place, held: Complaint) -> Iterator[Next]:
    """What this side may do: nobody of a provider is asked about what only the council does."""
    council_handles = held.handler_id == held.council_id
    ours = place.is_council_staff
    pages = [
        page
        for page in PAGES
        if (page[0] in OF_THE_HANDLER and ours == council_handles)
        or (page[0] not in OF_THE_HANDLER and ours and not (page[0] == "take_over_complaint" and council_handles))
    ]
    account = account_of(request)
    yield from nexts_of(held, STARTS_FROM, lambda verb: question_of(verb, account, held), pages)


def _complaint(held: Complaint) -> list[dict[str, Any]]:
    return told(
        ("About the person", held.person.ref),
        ("Who complains", f"{held.complainant}\n{held.get_made_by_display()}"),
        ("What it is about", held.about),
        ("What would put it right", held.wanted),
        ("Arose, or was known of", day(held.arose_on)),
        ("Received", day(held.received_on)),
        ("Looked into after 12 months because", held.late_because),
        ("How it is handled", held.handling),
        ("Longer period because", held.longer_because),
        ("Taken over by the council because", held.taken_over_because),
    )


def _response(held: Complaint) -> list[dict[str, Any]]:
    return told(
        ("Outcome", held.get_outcome_display()),
        ("The letter as it was sent" if held.letter else "As prepared", held.letter or held.response),
        ("Prepared by", held.prepared_by),
        ("Signed by", f"{held.signed_by}, {day(held.signed_on)}" if held.signed_by else ""),
    )


class RecordComplaint(AboutPersonPage):
    """A complaint came in about what was done for a person."""

    form_class = ComplaintForm
    title = "Record a complaint"
    button = "Record"
    lead = LEAD
    record_name = "casework:complaint"

    def at(self) -> Organisation:
        """Whom it came to: the council where its staff record it, else the person's provider."""
        return self.person.council if self.place.is_council_staff else self.person.provider

    def question(self) -> Question:
        return question_at("record_complaint", self.by, self.person.council, self.at())

    def act(self, form: ComplaintForm) -> Complaint:
        return record_complaint(by=self.by, person=self.person.ref, at=self.at(), **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return f"{result.ref} is recorded. Acknowledge it by {day(result.acknowledge_by)}."


class ComplaintActPage(RecordActPage):
    """An act on a complaint."""

    record_name = "casework:complaint"
    starts_from = STARTS_FROM
    held: Complaint

    def find(self, **named: Any) -> None:
        self.held = found_or_404(complaint_of(self.by, self.place.council, named["ref"]))

    def question(self) -> Question:
        return question_of(self.verb, self.by, self.held)


class AcknowledgeComplaint(ComplaintActPage):
    """Say that the complaint was acknowledged."""

    form_class = AcknowledgeForm
    verb = "acknowledge_complaint"
    title = "Acknowledge the complaint"
    button = "Record the acknowledgement"
    lead = "It offers to discuss how the complaint is handled and how long that takes."

    def act(self, form: AcknowledgeForm) -> Complaint:
        return acknowledge_complaint(by=self.by, complaint=self.held.ref, **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return "The acknowledgement is recorded."


class AgreeComplaintPlan(ComplaintActPage):
    """Agree how the complaint is handled."""

    form_class = PlanForm
    verb = "agree_complaint_plan"
    title = "Agree how it is handled"
    button = "Save the plan"

    def get_initial(self) -> dict[str, Any]:
        return {"respond_by": self.held.respond_by}

    def act(self, form: PlanForm) -> Complaint:
        return agree_complaint_plan(by=self.by, complaint=self.held.ref, **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return f"The response is due by {day(result.respond_by)}."


class AgreeLongerComplaintPeriod(ComplaintActPage):
    """Agree a longer period."""

    form_class = LongerForm
    verb = "agree_longer_complaint_period"
    title = "Agree a longer period"
    button = "Save the new day"
    lead = "Who complains agrees to it before the period that runs is over."

    def act(self, form: LongerForm) -> Complaint:
        return agree_longer_complaint_period(by=self.by, complaint=self.held.ref, **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return f"The response is now due by {day(result.respond_by)}."


class PrepareComplaintResponse(ComplaintActPage):
    """Prepare the response for the council's signature."""

    form_class = ResponseForm
    verb = "prepare_complaint_response"
    title = "Prepare the response"
    button = "Send for signature"

    def get_initial(self) -> dict[str, Any]:
        return {"outcome": self.held.outcome, "response": self.held.response}

    def act(self, form: ResponseForm) -> Complaint:
        return prepare_complaint_response(by=self.by, complaint=self.held.ref, **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return "The response waits for the council’s signature."


class ReturnComplaintResponse(ComplaintActPage):
    """Give a prepared response back."""

    form_class = BecauseForm
    verb = "return_complaint_response"
    title = "Give the response back"
    button = "Give back"

    def act(self, form: BecauseForm) -> Complaint:
        return return_complaint_response(by=self.by, complaint=self.held.ref, **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return f"It is with {result.handler} again."


class SignComplaintResponse(ComplaintActPage):
    """Sign and send the response."""

    form_class = SignForm
    verb = "sign_complaint_response"
    title = "Sign the response"
    button = "Sign and send"
    lead = "You sign as the council’s responsible person. The letter ends with the way to the Ombudsman."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"is_late": self.today > self.held.respond_by}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        outcome, response = self.held.get_outcome_display(), self.held.response
        return super().get_context_data(facts=facts(("Outcome", outcome), ("The response", response)), **named)

    def act(self, form: SignForm) -> Complaint:
        return sign_complaint_response(by=self.by, complaint=self.held.ref, **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return "The response is signed."


class TakeOverComplaint(ComplaintActPage):
    """The council takes the complaint from the provider."""

    form_class = BecauseForm
    verb = "take_over_complaint"
    title = "Take the complaint over"
    button = "Take over"
    lead = "From here the council handles it. The clocks run on."

    def act(self, form: BecauseForm) -> Complaint:
        return take_over_complaint(by=self.by, complaint=self.held.ref, **form.cleaned_data)

    def done(self, result: Complaint) -> str:
        return "The council handles the complaint now."
