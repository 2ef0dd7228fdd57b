"""The pages of third parties' requests about a deprivation of liberty."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.dols.selectors import assessors_of, managing_authorities_of
from casework.dols.views import place_or_404
from casework.models import ThirdPartyRequest
from casework.third_party.forms import AppointForm, AskedForm, ConcludeForm, DeclineForm
from casework.third_party.rules import STARTS_FROM
from casework.third_party.selectors import third_party_list, third_party_request_of, third_party_standing
from casework.third_party.services import (
    KIND,
    appoint_third_party_assessor,
    conclude_third_party_request,
    decline_third_party_request,
    record_third_party_request,
    third_party_question,
)
from casework.views.about_person import AboutPersonPage
from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.directory import Place
from delegation.register import record_reading
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, found_or_404
from delegation.views.records import (
    Falling,
    RecordActPage,
    acts_on,
    nexts_of,
    page_of,
    show_list,
    show_record,
    told,
    wants_closed,
)

State, Outcome = ThirdPartyRequest.State, ThirdPartyRequest.Outcome
COLOURS = {State.RECEIVED: "blue", State.LOOKED_INTO: "purple", State.CONCLUDED: "green", State.NOT_PURSUED: "grey"}
PAGES = (
    ("appoint_third_party_assessor", "Appoint an assessor", "casework:appoint_third_party_assessor"),
    ("conclude_third_party_request", "Record what was found", "casework:conclude_third_party_request"),
    ("decline_third_party_request", "Do not pursue it", "casework:decline_third_party_request"),
)
LEAD = (
    "Where a care home or a hospital was asked and did not request an authorisation, anybody may ask the council "
    "whether a person is deprived of their liberty without authority. An assessor looks into it within seven days. A "
    "request is recorded from the person’s record."
)
WHAT_FOLLOWS = {
    Outcome.NO_DEPRIVATION: "Nothing: there is no deprivation of liberty to authorise",
    Outcome.AUTHORISED: "Nothing: an authorisation is in force",
    Outcome.UNAUTHORISED: "The managing authority must now request a standard authorisation; log it when it comes",
    Outcome.DIED_OR_LEFT: "Nothing",
}
TOLD = "Whoever asked, the person, the managing authority, and any independent mental capacity advocate"


@require_safe
def third_party_requests(request: HttpRequest) -> HttpResponse:
    """The requests, late first."""
    place, account = place_or_404(request), account_of(request)
    page = page_of(request, third_party_list(account, place.council, closed=wants_closed(request)))
    standing = numbers_of(third_party_standing(place.council, timezone.localdate()))
    return show_list(
        request,
        place,
        {
            "title": "Third parties who ask about a deprivation of liberty",
            "lead": LEAD,
            "figures": [(standing.open, "open"), (standing.late, "late")],
            "columns": ["Request", "Where", "Received", "Look into by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: ThirdPartyRequest) -> list[tuple[str, dict[str, Any]]]:
    due = _falling(one)
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[State(one.state)]}
    if one.closed_on is None and due.colour == "red":
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    return [
        ("Request", {"text": one.ref, "href": reverse("casework:third_party_request", args=[one.ref])}),
        ("Where", {"text": one.managed_by}),
        ("Received", {"text": day(one.received_on), "whole": True}),
        ("Look into by", {"text": day(one.due_on), "whole": True, "below": due.left}),
        ("How it stands", stands),
    ]


def _falling(held: ThirdPartyRequest) -> Falling:
    return Falling(
        what="Looked into", day=held.due_on, source="SI 2008/1858 reg 14: seven days", done_on=held.closed_on
    )


@require_safe
def third_party_request(request: HttpRequest, ref: str) -> HttpResponse:
    """One request: who asks, who looks into it, what was found and who is told."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(third_party_request_of(account, ref))
    record_reading(by=account, council=held.council, subject_kind=KIND, subject=held.ref)

    def question(verb: str) -> Question:
        return third_party_question(verb, account, held.council, held)

    return show_record(
        request,
        place,
        {
            "title": f"Third party’s request {held.ref}",
            "caption": f"{held.council}, about {held.person.ref}",
            "state": held.get_state_display(),
            "colour": COLOURS[State(held.state)],
            "nexts": nexts_of(held, STARTS_FROM, question, PAGES),
            "falling": [_falling(held)],
            "panels": [("What was asked", _asked(held)), ("What was found", _found(held))],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("casework:third_party_requests"),
            "back_text": "Third parties who ask",
        },
    )


def _asked(held: ThirdPartyRequest) -> list[dict[str, Any]]:
    return told(
        ("Who asks", f"{held.asked_by_name}, {held.asked_as}"),
        (held.get_setting_display(), held.managed_by),
        ("It was asked on", day(held.managing_authority_asked_on)),
        ("Circumstances", held.circumstances),
        ("Received", day(held.received_on)),
    )


def _found(held: ThirdPartyRequest) -> list[dict[str, Any]]:
    follows = WHAT_FOLLOWS[Outcome(held.outcome)] if held.outcome else ""
    return told(
        ("Assessor", f"{held.assessor}, appointed {day(held.appointed_on)}" if held.assessor else ""),
        ("Found", f"{held.get_outcome_display()}, {day(held.assessed_on)}" if held.outcome else ""),
        ("Reasons", held.reasons),
        ("What follows", follows),
        ("To be told", TOLD if held.closed_on else ""),
        ("Recorded by", f"{held.closed_by}, {day(held.closed_on)}" if held.closed_by else ""),
    )


class RecordThirdPartyRequest(AboutPersonPage):
    """A third party asks the council."""

    form_class = AskedForm
    title = "Record a third party’s request about a deprivation of liberty"
    button = "Record"
    record_name = "casework:third_party_request"

    def question(self) -> Question:
        return third_party_question("record_third_party_request", self.by, self.person.council)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "homes": managing_authorities_of(self.person.council)}

    def act(self, form: AskedForm) -> ThirdPartyRequest:
        return record_third_party_request(by=self.by, person=self.person.ref, asked=form.asked())

    def done(self, result: ThirdPartyRequest) -> str:
        return f"{result.ref} is recorded. It is looked into by {day(result.due_on)}."


class ThirdPartyPage(RecordActPage):
    """An act on a request."""

    record_name = "casework:third_party_request"
    starts_from = STARTS_FROM
    held: ThirdPartyRequest

    def find_place(self, request: HttpRequest) -> Place:
        return place_or_404(request)

    def find(self, **named: Any) -> None:
        self.held = found_or_404(third_party_request_of(self.by, named["ref"]))

    def question(self) -> Question:
        return third_party_question(self.verb, self.by, self.held.council, self.held)


class AppointThirdPartyAssessor(ThirdPartyPage):
    """The council appoints an assessor."""

    form_class = AppointForm
    verb = "appoint_third_party_assessor"
    title = "Appoint an assessor"
    button = "Appoint"
    lead = "Whoever may assess best interests today is offered."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "assessors": assessors_of(self.held.council)}

    def act(self, form: AppointForm) -> ThirdPartyRequest:
        return appoint_third_party_assessor(by=self.by, request=self.held.ref, **form.cleaned_data)

    def done(self, result: ThirdPartyRequest) -> str:
        return f"{result.assessor} looks into it by {day(result.due_on)}."


class ConcludeThirdPartyRequest(ThirdPartyPage):
    """The council records what was found."""

    form_class = ConcludeForm
    verb = "conclude_third_party_request"
    title = "Record what was found"
    button = "Record"
    lead = f"Tell what was found to: {TOLD[0].lower()}{TOLD[1:]}."

    def act(self, form: ConcludeForm) -> ThirdPartyRequest:
        return conclude_third_party_request(by=self.by, request=self.held.ref, **form.cleaned_data)

    def done(self, result: ThirdPartyRequest) -> str:
        return f"{result.get_outcome_display()}. {WHAT_FOLLOWS[Outcome(result.outcome)]}."


class DeclineThirdPartyRequest(ThirdPartyPage):
    """The council does not pursue it."""

    form_class = DeclineForm
    verb = "decline_third_party_request"
    title = button = "Do not pursue it"

    def act(self, form: DeclineForm) -> ThirdPartyRequest:
        return decline_third_party_request(by=self.by, request=self.held.ref, **form.cleaned_data)

    def done(self, result: ThirdPartyRequest) -> str:
        return "It is not pursued. Tell whoever asked, with the reasons."
