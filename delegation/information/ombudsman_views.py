"""The pages of the Ombudsman's enquiries."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.directory import organisation_by_key, providers_of
from delegation.information.forms import (
    AnswerOmbudsmanForm,
    AskProviderForm,
    CloseOmbudsmanForm,
    OmbudsmanForm,
    RemedyForm,
    SupplyForm,
)
from delegation.information.ombudsman import (
    KIND,
    answer_ombudsman_enquiry,
    ask_provider_to_supply,
    close_ombudsman_enquiry,
    complete_ombudsman_remedy,
    ombudsman_question,
    record_ombudsman_enquiry,
    supply_to_ombudsman_enquiry,
)
from delegation.information.rules import OMBUDSMAN_STARTS_FROM
from delegation.information.selectors import ombudsman_enquiry_of, ombudsman_list, ombudsman_standing
from delegation.models import OmbudsmanEnquiry
from delegation.records import check_state, post_in
from delegation.refusals import NotYourOrganisation
from delegation.register import whole
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, found_or_404, may, place_or_404
from delegation.views.records import (
    Falling,
    NewRecordPage,
    Next,
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

COLOURS = {
    "open": "blue",
    "asked": "yellow",
    "supplied": "purple",
    "answered": "green",
    "remedying": "yellow",
    "closed": "grey",
}
PAGES = (
    ("answer_ombudsman_enquiry", "Answer", "delegation:answer_ombudsman_enquiry"),
    ("ask_provider_to_supply", "Ask a provider", "delegation:ask_provider_to_supply"),
    ("close_ombudsman_enquiry", "Close on the decision", "delegation:close_ombudsman_enquiry"),
    ("complete_ombudsman_remedy", "Record the remedy done", "delegation:complete_ombudsman_remedy"),
)
LEAD = (
    "The council’s link officer answers the Ombudsman: what a provider did counts as done by the council. A provider "
    "supplies what it is asked, by the day it is asked for. An upheld enquiry is open until its remedy is done."
)


@require_safe
def ombudsman_enquiries(request: HttpRequest) -> HttpResponse:
    """The Ombudsman's enquiries, late first; for a provider, what it is asked to supply."""
    place = place_or_404(request)
    see_or_refused(request, place, lambda by: ombudsman_question("see_ombudsman_enquiries", by, place.council))
    page = page_of(request, ombudsman_list(place, closed=wants_closed(request)))
    ours = place.is_council_staff
    standing = numbers_of(ombudsman_standing(place.council, timezone.localdate())) if ours else None
    may_record = ours and may(request, place, "record_ombudsman_enquiry")
    return show_list(
        request,
        place,
        {
            "title": "Ombudsman enquiries",
            "lead": LEAD,
            "figures": [(standing.open, "open"), (standing.late, "late")] if standing else [],
            "begin_href": reverse("delegation:record_ombudsman_enquiry") if may_record else "",
            "begin_text": "Record an enquiry",
            "columns": ["Enquiry", "Provider", "Received", "Answer by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: OmbudsmanEnquiry) -> list[tuple[str, dict[str, Any]]]:
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    waiting = [falling for falling in _falling(one) if falling.done_on is None and falling.colour == "red"]
    if waiting and one.closed_at is None:
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    remedy_by = f"Remedy by {day(one.remedy_due_on)}" if one.remedy_due_on else ""
    href = reverse("delegation:ombudsman_enquiry", args=[one.ref])
    return [
        ("Enquiry", {"text": one.ref, "href": href, "below": one.their_reference}),
        ("Provider", {"text": one.provider.name if one.provider else "–"}),
        ("Received", {"text": day(one.received_on), "whole": True}),
        ("Answer by", {"text": day(one.due_on), "whole": True, "below": remedy_by}),
        ("How it stands", stands),
    ]


def _falling(held: OmbudsmanEnquiry) -> list[Falling]:
    found = [Falling(what="Answer", day=held.due_on, source="The day the Ombudsman set", done_on=held.answered_on)]
    if held.supply_due_on is not None:
        by_then, source = held.supplied_on or held.answered_on, "The day the council asked for"
        supply = Falling(what="Supplied by the provider", day=held.supply_due_on, source=source, done_on=by_then)
        found.insert(0, supply)
    if held.remedy_due_on is not None:
        source = "The day recorded with the Ombudsman’s decision"
        found.append(Falling(what="Remedy", day=held.remedy_due_on, source=source, done_on=held.remedied_on))
    return found


@require_safe
def ombudsman_enquiry(request: HttpRequest, ref: str) -> HttpResponse:
    """One enquiry: where it stands, its days, what was asked, supplied and answered."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(ombudsman_enquiry_of(place, ref))
    see_or_refused(request, place, lambda by: ombudsman_question("see_ombudsman_enquiries", by, place.council))
    if place.is_council_staff:
        asked = {verb: ombudsman_question(verb, account, held.council, held.ref) for verb, _, _ in PAGES}
        nexts = nexts_of(held, OMBUDSMAN_STARTS_FROM, asked.__getitem__, PAGES)
    else:
        href = reverse("delegation:supply_to_ombudsman_enquiry", args=[held.ref])
        nexts = [Next(text="Supply what is asked", href=href)] if held.state == "asked" else []
    return show_record(
        request,
        place,
        {
            "title": f"Ombudsman enquiry {held.ref}",
            "caption": f"{held.council}, {held.their_reference}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "nexts": nexts,
            "falling": _falling(held),
            "panels": [("The enquiry", _facts(held, place.is_council_staff))],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("delegation:ombudsman_enquiries"),
            "back_text": "Ombudsman enquiries",
        },
    )


def _facts(held: OmbudsmanEnquiry, ours: bool) -> list[dict[str, Any]]:
    return told(
        ("What the Ombudsman asks", held.asked_for),
        ("Asked of the provider", held.supply_asked),
        ("Supplied", held.supply),
        ("Answer", held.answer if ours else ""),
        ("Answered by", held.answered_by if ours else ""),
        ("Decision", held.get_decision_display()),
        ("What the council does about it", held.remedy),
        ("Remedy done", f"{day(held.remedied_on)}\n{held.remedy_done}" if held.remedied_on else ""),
        ("Remedy", "Closed before a day was asked for" if held.closed_without_remedy_day else ""),
    )


class RecordOmbudsmanEnquiry(NewRecordPage):
    """The Ombudsman asked something."""

    form_class = OmbudsmanForm
    title = "Record an enquiry of the Ombudsman"
    button = "Record"
    list_name = "delegation:ombudsman_enquiries"

    def question(self) -> Question:
        return ombudsman_question("record_ombudsman_enquiry", self.by, self.place.council)

    def act(self, form: OmbudsmanForm) -> OmbudsmanEnquiry:
        return record_ombudsman_enquiry(by=self.by, council=self.place.council, **form.cleaned_data)

    def done(self, result: OmbudsmanEnquiry) -> str:
        return f"{result.ref} is recorded."

    def next_url(self, result: OmbudsmanEnquiry) -> str:
        return reverse("delegation:ombudsman_enquiry", args=[result.ref])


class OmbudsmanActPage(RecordActPage):
    """An act on an enquiry of the Ombudsman."""

    record_name = "delegation:ombudsman_enquiry"
    starts_from = OMBUDSMAN_STARTS_FROM
    held: OmbudsmanEnquiry

    def find(self, **named: Any) -> None:
        self.held = found_or_404(ombudsman_enquiry_of(self.place, named["ref"]))

    def question(self) -> Question | None:
        return ombudsman_question(self.verb, self.by, self.held.council, self.held.ref)


class AskProviderToSupply(OmbudsmanActPage):
    """Ask a provider for its file."""

    form_class = AskProviderForm
    verb = "ask_provider_to_supply"
    title = "Ask a provider"
    button = "Ask"

    def get_form_kwargs(self) -> dict[str, Any]:
        choices = [(one.key, one.name) for one in providers_of(self.place)]
        return super().get_form_kwargs() | {"providers": choices}

    def act(self, form: AskProviderForm) -> OmbudsmanEnquiry:
        typed = dict(form.cleaned_data)
        provider = found_or_404(organisation_by_key(self.place, typed.pop("provider")))
        return ask_provider_to_supply(by=self.by, enquiry=self.held.ref, provider=provider, **typed)

    def done(self, result: OmbudsmanEnquiry) -> str:
        return f"{result.provider} is asked to supply it by {day(result.supply_due_on)}."


class SupplyToOmbudsmanEnquiry(OmbudsmanActPage):
    """The provider supplies what it was asked for; nobody's authorisation is asked."""

    form_class = SupplyForm
    verb = "supply_to_ombudsman_enquiry"
    title = "Supply what is asked"
    button = "Give it to the council"
    lead = "It goes to the council, which answers the Ombudsman."

    def question(self) -> None:
        return None

    def may_act(self) -> None:
        self.refuse_others()
        check_state(self.held, OMBUDSMAN_STARTS_FROM, self.verb)

    def form_invalid(self, form: Any) -> HttpResponse:
        with whole():
            self.refuse_others()
        return super().form_invalid(form)

    def refuse_others(self) -> None:
        """Raise the refusal of whoever holds no post in the provider that was asked."""
        asked = self.held.provider
        if asked is None or post_in(self.by, asked, self.held.council) is None:
            question = ombudsman_question(self.verb, self.by, self.held.council, self.held.ref)
            raise NotYourOrganisation("Only the provider that the council asked supplies this.", question=question)

    def act(self, form: SupplyForm) -> OmbudsmanEnquiry:
        return supply_to_ombudsman_enquiry(by=self.by, enquiry=self.held.ref, **form.cleaned_data)

    def done(self, result: OmbudsmanEnquiry) -> str:
        return "The council has it."


class AnswerOmbudsmanEnquiry(OmbudsmanActPage):
    """Answer the Ombudsman."""

    form_class = AnswerOmbudsmanForm
    verb = "answer_ombudsman_enquiry"
    title = "Answer the Ombudsman"
    button = "Record the answer"

    def act(self, form: AnswerOmbudsmanForm) -> OmbudsmanEnquiry:
        return answer_ombudsman_enquiry(by=self.by, enquiry=self.held.ref, **form.cleaned_data)

    def done(self, result: OmbudsmanEnquiry) -> str:
        return "The Ombudsman is answered."


class CloseOmbudsmanEnquiry(OmbudsmanActPage):
    """Close the enquiry on the Ombudsman's decision."""

    form_class = CloseOmbudsmanForm
    verb = "close_ombudsman_enquiry"
    title = "Close on the Ombudsman’s decision"
    button = "Close"

    def act(self, form: CloseOmbudsmanForm) -> OmbudsmanEnquiry:
        return close_ombudsman_enquiry(by=self.by, enquiry=self.held.ref, **form.cleaned_data)

    def done(self, result: OmbudsmanEnquiry) -> str:
        if result.state == OmbudsmanEnquiry.State.REMEDYING:
            return f"The enquiry stays open until its remedy is done, by {day(result.remedy_due_on)}."
        return "The enquiry is closed."


class CompleteOmbudsmanRemedy(OmbudsmanActPage):
    """What the council said it would do is done."""

    form_class = RemedyForm
    verb = "complete_ombudsman_remedy"
    title = "Record the remedy done"
    button = "Record, and close"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        lead = f"By {day(self.held.remedy_due_on)}: {self.held.remedy}"
        return super().get_context_data(**({"lead": lead} | named))

    def act(self, form: RemedyForm) -> OmbudsmanEnquiry:
        return complete_ombudsman_remedy(by=self.by, enquiry=self.held.ref, **form.cleaned_data)

    def done(self, result: OmbudsmanEnquiry) -> str:
        return "The remedy is done, and the enquiry is closed."
