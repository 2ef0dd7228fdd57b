"""The pages of what the press and elected members ask."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question, would_permit
from delegation.counting import numbers_of
from delegation.directory import Place, acting_organisations
from delegation.guarded import OVERSEERS
from delegation.information.forms import ClearForm, DraftForm, PublicEnquiryForm, SendBackForm, SendForm
from delegation.information.public import (
    FUNCTION_OF,
    SUBJECT,
    clear_public_reply,
    draft_public_reply,
    public_question,
    question_on,
    record_public_enquiry,
    send_back_public_reply,
    send_public_reply,
)
from delegation.information.rules import PUBLIC_STARTS_FROM
from delegation.information.selectors import public_enquiry_of, public_list, public_standing
from delegation.models import Account, Organisation, PublicEnquiry
from delegation.refusals import Refused
from delegation.schedule import FUNCTIONS
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, found_or_404, place_or_404
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

COLOURS = {"open": "blue", "drafted": "purple", "cleared": "yellow", "sent": "green"}
PAGES = (
    ("draft_public_reply", "Draft the reply", "delegation:draft_public_reply"),
    ("clear_public_reply", "Clear it for sending", "delegation:clear_public_reply"),
    ("send_back_public_reply", "Send it back", "delegation:send_back_public_reply"),
    ("send_public_reply", "Send the reply", "delegation:send_public_reply"),
)
LEAD = (
    "A provider may draft what is said of its work. Nothing is sent before the commissioner cleared it word for word."
)


def see_public(account: Account, place: Place, kinds: Collection[str] = tuple(FUNCTION_OF)) -> None:
    """Raise the refusal unless somebody may look: whom the schedule names on either side, and who oversees."""
    refusals = []
    for kind in kinds:
        answer = would_permit(_question_of_seeing(account, place, kind))
        if not isinstance(answer, Refused):
            return
        refusals.append(answer)
    raise refusals[0]


def _question_of_seeing(account: Account, place: Place, kind: str) -> Question:
    asked = public_question("see_public_enquiries", account, place.council, kind, None)
    row = FUNCTIONS[FUNCTION_OF[kind]]
    if place.is_council_staff:
        return replace(asked, roles=row.council_roles | OVERSEERS)
    return replace(asked, side="provider", roles=row.provider_roles)


@require_safe
def public_enquiries(request: HttpRequest) -> HttpResponse:
    """What the press and members ask, late first."""
    place, account = place_or_404(request), account_of(request)
    see_public(account, place)
    page = page_of(request, public_list(place, closed=wants_closed(request)))
    standing = numbers_of(public_standing(place.council, timezone.localdate())) if place.is_council_staff else None
    roles = FUNCTIONS["press_liaison"].council_roles
    may_record = not place.is_council_staff or bool(place.council_roles & roles)
    return show_list(
        request,
        place,
        {
            "title": "Press and members",
            "lead": LEAD,
            "figures": [(standing.open, "not sent"), (standing.late, "late")] if standing else [],
            "begin_href": reverse("delegation:record_public_enquiry") if may_record else "",
            "begin_text": "Record an enquiry",
            "columns": ["Enquiry", "Who asks", "Drafted by", "Reply by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: PublicEnquiry) -> list[tuple[str, dict[str, Any]]]:
    due = _falling(one)
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    if one.sent_at is None and due.colour == "red":
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    return [
        ("Enquiry", {"text": one.ref, "href": reverse("delegation:public_enquiry", args=[one.ref])}),
        ("Who asks", {"text": one.get_kind_display(), "below": one.asked_by}),
        ("Drafted by", {"text": (one.provider or one.council).name}),
        (
            "Reply by",
            {"text": day(one.due_on), "whole": True, "below": due.left},
        ),
        ("How it stands", stands),
    ]


def _falling(held: PublicEnquiry) -> Falling:
    return Falling(what="Reply", day=held.due_on, source="The day asked for", done_on=held.sent_on)


@require_safe
def public_enquiry(request: HttpRequest, ref: str) -> HttpResponse:
    """One enquiry: what was asked, drafted, cleared and sent."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(public_enquiry_of(place, ref))
    see_public(account, place, [held.kind])
    back = held.sent_back_because
    return show_record(
        request,
        place,
        {
            "title": f"Enquiry {held.ref}",
            "caption": f"{held.get_kind_display()}: {held.asked_by}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "warning": f"The draft was sent back: {back}" if back else "",
            "nexts": nexts_of(held, PUBLIC_STARTS_FROM, lambda verb: question_on(verb, account, held), PAGES),
            "falling": [_falling(held)],
            "panels": [("The enquiry", _facts(held))],
            "acts": acts_on(account, SUBJECT, held.ref),
            "back_href": reverse("delegation:public_enquiries"),
            "back_text": "Press and members",
        },
    )


def _facts(held: PublicEnquiry) -> list[dict[str, Any]]:
    return told(
        ("What is asked", held.asked_for),
        ("Draft", held.draft if held.draft != held.cleared_words else ""),
        ("Drafted by", held.drafted_by),
        ("Cleared words", held.cleared_words),
        ("Cleared by", held.cleared_by),
        ("Constituent’s authority", held.get_constituents_authority_display()),
        ("Sent by", f"{held.sent_by}, {day(held.sent_on)}" if held.sent_by else ""),
    )


class RecordPublicEnquiry(NewRecordPage):
    """The press or a member asked something."""

    form_class = PublicEnquiryForm
    title = "Record an enquiry"
    button = "Record"
    lead = LEAD
    list_name = "delegation:public_enquiries"

    def provider(self) -> Organisation | None:
        """The provider whose manager takes it in; None for the council's own staff."""
        if self.place.is_council_staff:
            return None
        return acting_organisations(self.place)[0]

    def question(self) -> Question:
        typed, council, provider = self.request.POST.get("kind", ""), self.place.council, self.provider()
        kinds = [typed] if typed in FUNCTION_OF else list(FUNCTION_OF)
        asked = [public_question("record_public_enquiry", self.by, council, kind, provider) for kind in kinds]
        return next((one for one in asked if not isinstance(would_permit(one), Refused)), asked[0])

    def act(self, form: PublicEnquiryForm) -> PublicEnquiry:
        council = self.place.council
        return record_public_enquiry(by=self.by, council=council, provider=self.provider(), **form.cleaned_data)

    def done(self, result: PublicEnquiry) -> str:
        return f"{result.ref} is recorded."

    def next_url(self, result: PublicEnquiry) -> str:
        return reverse("delegation:public_enquiry", args=[result.ref])


class PublicActPage(RecordActPage):
    """An act on an enquiry of the press or a member."""

    record_name = "delegation:public_enquiry"
    starts_from = PUBLIC_STARTS_FROM
    held: PublicEnquiry

    def find(self, **named: Any) -> None:
        self.held = found_or_404(public_enquiry_of(self.place, named["ref"]))

    def question(self) -> Question:
        return question_on(self.verb, self.by, self.held)


class DraftPublicReply(PublicActPage):
    """Draft the reply."""

    form_class = DraftForm
    verb = "draft_public_reply"
    title = "Draft the reply"
    button = "Send for clearance"
    lead = "It is not sent: the commissioner clears it first."

    def get_initial(self) -> dict[str, Any]:
        return {"draft": self.held.draft}

    def act(self, form: DraftForm) -> PublicEnquiry:
        return draft_public_reply(by=self.by, enquiry=self.held.ref, **form.cleaned_data)

    def done(self, result: PublicEnquiry) -> str:
        return "The draft waits for clearance."


class SendBackPublicReply(PublicActPage):
    """Send a draft back."""

    form_class = SendBackForm
    verb = "send_back_public_reply"
    title = "Send the draft back"
    button = "Send back"

    def act(self, form: SendBackForm) -> PublicEnquiry:
        return send_back_public_reply(by=self.by, enquiry=self.held.ref, **form.cleaned_data)

    def done(self, result: PublicEnquiry) -> str:
        return "The draft is sent back."


class ClearPublicReply(PublicActPage):
    """Clear the draft for sending."""

    form_class = ClearForm
    verb = "clear_public_reply"
    title = "Clear the reply"
    button = "Clear it for sending"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(**({"lead": f"These words are cleared: {self.held.draft}"} | named))

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"is_for_a_member": self.held.kind == PublicEnquiry.Kind.MEMBER}

    def act(self, form: ClearForm) -> PublicEnquiry:
        return clear_public_reply(by=self.by, enquiry=self.held.ref, **form.cleaned_data)

    def done(self, result: PublicEnquiry) -> str:
        return "The reply is cleared, and may be sent in these words."


class SendPublicReply(PublicActPage):
    """Send the reply as it was cleared."""

    form_class = SendForm
    verb = "send_public_reply"
    title = "Send the reply"
    button = "Record that it is sent"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(**({"lead": f"It is sent as cleared: {self.held.cleared_words}"} | named))

    def act(self, form: SendForm) -> PublicEnquiry:
        return send_public_reply(by=self.by, enquiry=self.held.ref)

    def done(self, result: PublicEnquiry) -> str:
        return "The reply is sent."
