"""The pages of freedom of information."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.directory import Place, acting_organisations, organisation_by_key
from delegation.information.exemptions import exemptions_named
from delegation.information.foi import (
    KIND,
    answer_foi_request,
    extend_foi_request,
    foi_question,
    record_foi_request,
    refuse_foi_request,
)
from delegation.information.forms import AnswerFoiForm, ExtendFoiForm, FoiRequestForm, RefuseFoiForm
from delegation.information.rules import FOI_STARTS_FROM
from delegation.information.selectors import foi_list, foi_request_of, foi_standing, hand_overs_in
from delegation.models import FoiRequest
from delegation.views.places import account_of, found_or_404, may, place_or_404
from delegation.views.records import (
    Falling,
    NewRecordPage,
    RecordActPage,
    acts_on,
    nexts_of,
    page_of,
    see_or_refused,
    show_list,
    show_record,
    told,
    wants_closed,
)

COLOURS = {"open": "blue", "extended": "purple", "answered": "green", "refused": "grey"}
ACTS = (
    ("answer_foi_request", "Answer", "delegation:answer_foi_request"),
    ("refuse_foi_request", "Refuse", "delegation:refuse_foi_request"),
    ("extend_foi_request", "Put off for the public interest", "delegation:extend_foi_request"),
)
LEAD = (
    "What a provider holds for the council is the council’s to answer for. The twenty working days run from the day "
    "after a request reaches either, so a provider hands it over on the day it comes."
)


def see_foi(request: HttpRequest, place: Place) -> None:
    """Raise the refusal unless somebody may look at these requests: whom the schedule names, a provider its own."""
    see_or_refused(request, place, lambda account: foi_question("see_foi_requests", account, place.council))


@require_safe
def foi_requests(request: HttpRequest) -> HttpResponse:
    """The requests for information, late first, and how providers handed them over."""
    place, today = place_or_404(request), timezone.localdate()
    see_foi(request, place)
    page = page_of(request, foi_list(place, closed=wants_closed(request)))
    standing = numbers_of(foi_standing(place.council, today)) if place.is_council_staff else None
    may_record = not place.is_council_staff or may(request, place, "record_foi_request")
    return show_list(
        request,
        place,
        {
            "title": "Freedom of information",
            "lead": LEAD,
            "figures": [(standing.open, "waiting"), (standing.late, "late")] if standing else [],
            "begin_href": reverse("delegation:record_foi_request") if may_record else "",
            "begin_text": "Record a request" if place.is_council_staff else "Hand over a request",
            "columns": ["Request", "Reached", "Received", "Answer by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
            "tables": [_hand_over_table(place)],
        },
    )


def _row(one: FoiRequest) -> list[tuple[str, dict[str, Any]]]:
    answer = Falling(what="", day=one.due_on, source="", done_on=one.closed_on)
    late = f"Handed over {_days(one.days_late)} late" if one.days_late else ""
    stands = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    if one.closed_at is None and answer.colour == "red":
        stands = {"text": answer.text, "colour": "red", "below": one.get_state_display()}
    return [
        ("Request", {"text": one.ref, "href": reverse("delegation:foi_request", args=[one.ref])}),
        ("Reached", {"text": one.reached.name, "below": late}),
        ("Received", {"text": _day(one.received_on), "whole": True}),
        (
            "Answer by",
            {
                "text": _day(one.due_on),
                "whole": True,
                "below": answer.left,
            },
        ),
        ("How it stands", stands),
    ]


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _day(day: Any) -> str:
    return f"{day.day} {day:%b %Y}"


def _hand_over_table(place: Place) -> dict[str, Any]:
    columns = ["Provider", "Requests", "Handed over late", "Days late"]
    return {
        "caption": "Handed over by providers in the last year",
        "columns": [{"title": title, "numeric": bool(at)} for at, title in enumerate(columns)],
        "rows": [
            [
                {"text": one.organisation},
                *({"text": str(number), "numeric": True} for number in (one.number, one.late, one.days_late)),
            ]
            for one in hand_overs_in(place, timezone.localdate())
        ],
        "nothing": "No provider handed one over.",
    }


@require_safe
def foi_request(request: HttpRequest, ref: str) -> HttpResponse:
    """One request: where it stands, its days, what was asked and answered."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(foi_request_of(place, ref))
    see_foi(request, place)
    questions = {verb: foi_question(verb, account, held.council, held.ref) for verb, _, _ in ACTS}
    return show_record(
        request,
        place,
        {
            "title": f"Request for information {held.ref}",
            "caption": f"{held.council}, Freedom of Information Act 2000",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "warning": _warning(held),
            "nexts": nexts_of(held, FOI_STARTS_FROM, questions.__getitem__, ACTS),
            "falling": _falling(held),
            "panels": [("The request", _asked(held)), ("The answer", _answered(held))],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("delegation:foi_requests"),
            "back_text": "Freedom of information",
        },
    )


def _warning(held: FoiRequest) -> str:
    if not held.days_late:
        return ""
    return f"{held.reached} handed this over {_days(held.days_late)} late. The twenty working days ran meanwhile."


def _falling(held: FoiRequest) -> list[Falling]:
    days = [Falling(what="Answer", day=held.due_on, source="Section 10(1)", done_on=held.closed_on)]
    if held.extended_on:
        notice = Falling(
            what="Notice of the extension", day=held.first_due_on, source="Section 17(2)", done_on=held.extended_on
        )
        days = [notice, days[0]]
    if held.handed_over_on:
        came_on, passed_on = held.received_on, held.handed_over_on
        passed = Falling(what="Handed over to the council", day=came_on, source="The same day", done_on=passed_on)
        days = [passed, *days]
    return days


def _asked(held: FoiRequest) -> list[dict[str, Any]]:
    when = _day(held.handed_over_on) if held.handed_over_on else ""
    if held.handed_over_time:
        when += f" at {held.handed_over_time:%H:%M}"
    return told(
        ("What is asked for", held.asked_for),
        ("Who asks", held.asked_by),
        ("Reply to", held.reply_to),
        ("Reached", held.reached.name),
        ("Received", _day(held.received_on)),
        ("Handed over", when),
        ("Put off because", held.extended_because),
    )


def _answered(held: FoiRequest) -> list[dict[str, Any]]:
    if not held.closed_at:
        return []
    refusal = "The notice tells how to ask for an internal review, and of the right to apply to the Information "
    return told(
        ("Held by the council", "Yes" if held.is_held else "No"),
        ("Given", held.answer),
        ("Exemptions and grounds", "\n".join(f"{one} ({one.source})" for one in exemptions_named(held.exemptions))),
        ("Why", held.reasons),
        ("Public interest", held.public_interest),
        ("Afterwards", f"{refusal}Commissioner (sections 17(7) and 50)." if held.exemptions else ""),
        ("Answered by", f"{held.closed_by}, {_day(held.closed_on)}"),
    )


class RecordFoiRequest(NewRecordPage):
    """A request came in: the council records it, a provider hands it over."""

    form_class = FoiRequestForm
    title = "Record a request for information"
    button = "Record"
    lead = LEAD
    list_name = "delegation:foi_requests"

    def question(self) -> Question | None:
        if not self.place.is_council_staff:
            return None  # whoever it reached hands it over, authorised or not
        return foi_question("record_foi_request", self.by, self.place.council)

    def get_form_kwargs(self) -> dict[str, Any]:
        acting = acting_organisations(self.place)
        choices = [(one.key, one.name) for one in acting if not one.closed_on]
        return super().get_form_kwargs() | {"organisations": choices, "hands_over": not self.place.is_council_staff}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        if not self.place.is_council_staff:
            named = {"title": "Hand over a request for information", "button": "Hand over to the council"} | named
        return super().get_context_data(**named)

    def act(self, form: FoiRequestForm) -> FoiRequest:
        typed = dict(form.cleaned_data)
        key = typed.pop("reached", None) or self.get_form_kwargs()["organisations"][0][0]
        reached = found_or_404(organisation_by_key(self.place, key))
        return record_foi_request(by=self.by, council=self.place.council, reached=reached, **typed)

    def done(self, result: FoiRequest) -> str:
        return f"{result.ref} is with the council. The answer is due by {_day(result.due_on)}."

    def next_url(self, result: FoiRequest) -> str:
        return reverse("delegation:foi_request", args=[result.ref])


class FoiActPage(RecordActPage):
    """An act on a request for information."""

    record_name = "delegation:foi_request"
    starts_from = FOI_STARTS_FROM

    def find(self, **named: Any) -> None:
        self.held = found_or_404(foi_request_of(self.place, named["ref"]))

    def question(self) -> Question:
        return foi_question(self.verb, self.by, self.held.council, self.held.ref)


class ExtendFoiRequest(FoiActPage):
    """Put the answer off for the public interest test."""

    form_class = ExtendFoiForm
    verb = "extend_foi_request"
    title = "Put the answer off for the public interest"
    button = "Send the notice"
    lead = "Only a qualified exemption lets the answer wait, and the notice goes out within the twenty working days."

    def act(self, form: ExtendFoiForm) -> FoiRequest:
        return extend_foi_request(by=self.by, foi_request=self.held.ref, **form.cleaned_data)

    def done(self, result: FoiRequest) -> str:
        return f"The answer is now due by {_day(result.due_on)}."


class AnswerFoiRequest(FoiActPage):
    """Answer the request."""

    form_class = AnswerFoiForm
    verb = "answer_foi_request"
    title = "Answer the request"
    button = "Record the answer"

    def act(self, form: AnswerFoiForm) -> FoiRequest:
        return answer_foi_request(by=self.by, foi_request=self.held.ref, **form.cleaned_data)

    def done(self, result: FoiRequest) -> str:
        return f"{result.ref} is answered."


class RefuseFoiRequest(FoiActPage):
    """Refuse all of a request, or a part."""

    form_class = RefuseFoiForm
    verb = "refuse_foi_request"
    title = "Refuse the request, or a part of it"
    button = "Record the refusal"

    def act(self, form: RefuseFoiForm) -> FoiRequest:
        return refuse_foi_request(by=self.by, foi_request=self.held.ref, **form.cleaned_data)

    def done(self, result: FoiRequest) -> str:
        return f"{result.ref} is refused, with its reasons."
