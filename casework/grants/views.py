"""The pages of disabled facilities grants."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.grants.forms import ApproveForm, ConfirmForm, GrantForm, RefuseForm
from casework.grants.registration import number_of
from casework.grants.rules import STARTS_FROM
from casework.grants.selectors import grant_list, grant_of, grants_standing
from casework.grants.services import (
    KIND,
    approve_grant,
    confirm_necessary_and_appropriate,
    grant_question,
    record_grant_application,
    refuse_grant,
)
from casework.models import GrantApplication
from casework.views.about_person import AboutPersonPage
from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.register import record_reading
from delegation.templatetags.govuk import day, money
from delegation.views.places import account_of, found_or_404, place_or_404
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

COLOURS = {"applied": "blue", "confirmed": "purple", "not_confirmed": "orange", "approved": "green", "refused": "grey"}
PAGES = (
    ("confirm_necessary_and_appropriate", "Confirm the need", "casework:confirm_necessary_and_appropriate"),
    ("approve_grant", "Approve", "casework:approve_grant"),
    ("refuse_grant", "Refuse", "casework:refuse_grant"),
)
LEAD = (
    "An allied health professional with live registration confirms that the works are necessary and appropriate. The "
    "decision is the council’s, within six months of the full application, which is recorded from the person’s record."
)


@require_safe
def grants(request: HttpRequest) -> HttpResponse:
    """The applications, late first."""
    place, account = place_or_404(request), account_of(request)
    page = page_of(request, grant_list(account, closed=wants_closed(request)))
    standing = numbers_of(grants_standing(place.council, timezone.localdate())) if place.is_council_staff else None
    return show_list(
        request,
        place,
        {
            "title": "Disabled facilities grants",
            "lead": LEAD,
            "figures": [(standing.open, "not decided"), (standing.late, "late")] if standing else [],
            "columns": ["Application", "Works", "Applied", "Decide by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: GrantApplication) -> list[tuple[str, dict[str, Any]]]:
    due = _falling(one)
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    if one.decided_at is None and due.colour == "red":
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    return [
        ("Application", {"text": one.ref, "href": reverse("casework:grant", args=[one.ref])}),
        ("Works", {"text": one.get_purpose_display()}),
        ("Applied", {"text": day(one.applied_on), "whole": True}),
        (
            "Decide by",
            {
                "text": day(one.decide_by),
                "whole": True,
                "below": due.left,
            },
        ),
        ("How it stands", stands),
    ]


def _falling(held: GrantApplication) -> Falling:
    return Falling(what="Decision", day=held.decide_by, source="Section 34(1): six months", done_on=held.decided_on)


@require_safe
def grant(request: HttpRequest, ref: str) -> HttpResponse:
    """One application: where it stands, the confirmation, the decision."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(grant_of(account, ref))
    record_reading(by=account, council=held.council, subject_kind=KIND, subject=held.ref)

    def question(verb: str) -> Question:
        return grant_question(verb, account, held.council, held.provider, held.ref)

    may_confirm = bool(account.worker and number_of(account.worker, timezone.localdate()))
    return show_record(
        request,
        place,
        {
            "title": f"Grant application {held.ref}",
            "caption": f"{held.council}, about {held.person.ref}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "nexts": nexts_of(held, STARTS_FROM, question, PAGES if may_confirm else PAGES[1:]),
            "falling": [_falling(held)],
            "panels": [("The application", _application(held)), ("Need and decision", _decision(held))],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("casework:grants"),
            "back_text": "Disabled facilities grants",
        },
    )


def _application(held: GrantApplication) -> list[dict[str, Any]]:
    return told(("Purpose", held.get_purpose_display()), ("Works", held.works), ("Applied", day(held.applied_on)))


def _decision(held: GrantApplication) -> list[dict[str, Any]]:
    registration = f"{held.registration_body} {held.registration_number}"
    return told(
        ("Necessary and appropriate", {True: "Yes", False: "No", None: ""}[held.is_necessary]),
        ("Why", held.confirmed_because),
        ("Confirmed by", f"{held.confirmed_by}, {registration}" if held.confirmed_by else ""),
        ("Amount", money(held.amount) if held.amount else ""),
        ("Reasons of the decision", held.reasons),
        ("Payment put off to", day(held.pay_from) if held.pay_from else ""),
        ("Decided by", f"{held.decided_by}, {day(held.decided_on)}" if held.decided_by else ""),
    )


class RecordGrantApplication(AboutPersonPage):
    """A full application came in."""

    form_class = GrantForm
    title = "Record an application for a disabled facilities grant"
    button = "Record"
    record_name = "casework:grant"

    def question(self) -> Question:
        return grant_question("record_grant_application", self.by, self.person.council, self.person.provider)

    def act(self, form: GrantForm) -> GrantApplication:
        return record_grant_application(by=self.by, person=self.person.ref, **form.cleaned_data)

    def done(self, result: GrantApplication) -> str:
        return f"{result.ref} is recorded. It is decided by {day(result.decide_by)}."


class GrantActPage(RecordActPage):
    """An act on an application."""

    record_name = "casework:grant"
    starts_from = STARTS_FROM
    held: GrantApplication

    def find(self, **named: Any) -> None:
        self.held = found_or_404(grant_of(self.by, named["ref"]))

    def question(self) -> Question:
        return grant_question(self.verb, self.by, self.held.council, self.held.provider, self.held.ref)


class ConfirmNecessaryAndAppropriate(GrantActPage):
    """A registered professional says whether the works are needed."""

    form_class = ConfirmForm
    verb = "confirm_necessary_and_appropriate"
    title = "Confirm the need"
    button = "Confirm"
    lead = "You confirm it under your own registration, which is kept with your answer."

    def act(self, form: ConfirmForm) -> GrantApplication:
        return confirm_necessary_and_appropriate(by=self.by, grant=self.held.ref, **form.cleaned_data)

    def done(self, result: GrantApplication) -> str:
        return f"Kept: {result.get_state_display().lower()}."


class ApproveGrant(GrantActPage):
    """The housing authority approves."""

    form_class = ApproveForm
    verb = "approve_grant"
    title = "Approve the grant"
    button = "Approve"

    def act(self, form: ApproveForm) -> GrantApplication:
        return approve_grant(by=self.by, grant=self.held.ref, **form.cleaned_data)

    def done(self, result: GrantApplication) -> str:
        return "The grant is approved."


class RefuseGrant(GrantActPage):
    """The housing authority refuses."""

    form_class = RefuseForm
    verb = "refuse_grant"
    title = "Refuse the grant"
    button = "Refuse"

    def act(self, form: RefuseForm) -> GrantApplication:
        return refuse_grant(by=self.by, grant=self.held.ref, **form.cleaned_data)

    def done(self, result: GrantApplication) -> str:
        return "The grant is refused."
