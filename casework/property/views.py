"""The pages of the protection of property."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.complaints.forms import BecauseForm
from casework.models import PropertyProtection
from casework.property.forms import AuthoriseForm, EndForm, EntryForm, ProposeForm
from casework.property.rules import EXPLAINED, STARTS_FROM
from casework.property.selectors import (
    officers_in,
    property_standing,
    protection_list,
    protection_of,
    social_workers_in,
)
from casework.property.services import (
    KIND,
    authorise_property_entry,
    check_officer,
    end_property_protection,
    property_question,
    propose_property_protection,
    record_property_entry,
    refuse_property_entry,
)
from casework.views.about_person import AboutPersonPage
from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.directory import Place
from delegation.models import Account
from delegation.records import check_state
from delegation.register import record_reading
from delegation.templatetags.govuk import day, money
from delegation.views.places import account_of, found_or_404, place_or_404
from delegation.views.records import (
    Falling,
    Next,
    RecordActPage,
    acts_on,
    nexts_of,
    page_of,
    show_list,
    show_record,
    told,
    wants_closed,
)

COLOURS = {"proposed": "blue", "authorised": "yellow", "protected": "green", "ended": "grey", "refused": "grey"}
PAGES = (
    ("authorise_property_entry", "Authorise entry", "casework:authorise_property_entry"),
    ("refuse_property_entry", "Refuse entry", "casework:refuse_property_entry"),
    ("end_property_protection", "End it", "casework:end_property_protection"),
)
LEAD = (
    "Movable property in danger of loss, of somebody in hospital or in arranged accommodation. A provider proposes it "
    "from the person’s record; the council authorises a named officer, and nobody else enters."
)


@require_safe
def property_protections(request: HttpRequest) -> HttpResponse:
    """The protections that go on, the oldest first."""
    place, account = place_or_404(request), account_of(request)
    page = page_of(request, protection_list(account, closed=wants_closed(request)))
    standing = numbers_of(property_standing(place.council, timezone.localdate())) if place.is_council_staff else None
    return show_list(
        request,
        place,
        {
            "title": "Protection of property",
            "lead": LEAD,
            "figures": [(standing.open, "going on"), (standing.late, "not entered in time")] if standing else [],
            "columns": ["Protection", "Provider", "Proposed", "Enter by", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: PropertyProtection) -> list[tuple[str, dict[str, Any]]]:
    entry = _falling(one)
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    if one.state == "authorised" and entry.colour == "red":
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    return [
        ("Protection", {"text": one.ref, "href": reverse("casework:property_protection", args=[one.ref])}),
        ("Provider", {"text": one.provider.name}),
        ("Proposed", {"text": day(one.proposed_on), "whole": True}),
        ("Enter by", {"text": day(one.enter_until) if one.enter_until else "–", "whole": True}),
        ("How it stands", stands),
    ]


def _falling(held: PropertyProtection) -> Falling:
    source = "The last day of the authorisation"
    return Falling(what="Entry", day=held.enter_until, source=source, done_on=held.entered_on or held.ended_on)


@require_safe
def property_protection(request: HttpRequest, ref: str) -> HttpResponse:
    """One protection: where it stands, the authorisation, the inventory."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(protection_of(account, ref))
    record_reading(by=account, council=held.council, subject_kind=KIND, subject=held.ref)
    return show_record(
        request,
        place,
        {
            "title": f"Protection of property {held.ref}",
            "caption": f"Care Act 2014 s.47, about {held.person.ref}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "nexts": _nexts(place, account, held),
            "falling": [_falling(held)],
            "panels": [
                ("Why", _why(held)),
                ("The authorisation", _authorisation(held)),
                ("What was done", _done(held)),
            ],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("casework:property_protections"),
            "back_text": "Protection of property",
        },
    )


def _nexts(place: Place, account: Account, held: PropertyProtection) -> list[Next]:
    def question(verb: str) -> Question:
        return property_question(verb, account, held.council, held.provider, held.ref)

    found = nexts_of(held, STARTS_FROM, question, PAGES) if place.is_council_staff else []
    if held.state == "authorised" and account.worker_id == held.officer_id:
        href = reverse("casework:record_property_entry", args=[held.ref])
        found = [Next(text="Record the entry", href=href), *found]
    return found


def _why(held: PropertyProtection) -> list[dict[str, Any]]:
    return told(
        ("Where the person is", held.get_whereabouts_display()),
        ("In danger", held.danger),
        ("No other arrangement", held.no_other_arrangement),
        ("Not authorised because", held.refused_because),
    )


def _authorisation(held: PropertyProtection) -> list[dict[str, Any]]:
    if held.authorised_at is None:
        return []
    return told(
        ("Number", held.ref),
        ("Officer", held.officer),
        ("Social worker available", f"{held.social_worker}, {held.provider}"),
        ("Basis", f"{held.get_basis_display()}\n{held.basis_record}"),
        ("Notice given", day(held.notice_on)),
        ("Entry", f"{day(held.enter_from)} to {day(held.enter_until)}"),
        ("Authorised by", held.authorised_by),
        ("It says", EXPLAINED),
    )


def _done(held: PropertyProtection) -> list[dict[str, Any]]:
    return told(
        ("Entered", f"{day(held.entered_on)}, {held.entered_by}" if held.entered_on else ""),
        (f"Social worker {held.social_worker}", f"{held.get_attendance_display()}\n{held.away_because}".strip()),
        ("Inventory", held.inventory),
        ("Expenses", money(held.costs) if held.costs else ""),
        ("Ended", f"{day(held.ended_on)}: {held.ended_because}" if held.ended_on else ""),
    )


class ProposePropertyProtection(AboutPersonPage):
    """A provider's social worker says that property is in danger."""

    form_class = ProposeForm
    title = "Propose to protect property"
    button = "Propose"
    record_name = "casework:property_protection"

    def question(self) -> Question:
        return property_question("propose_property_protection", self.by, self.person.council, self.person.provider)

    def act(self, form: ProposeForm) -> PropertyProtection:
        return propose_property_protection(by=self.by, person=self.person.ref, **form.cleaned_data)

    def done(self, result: PropertyProtection) -> str:
        return f"{result.ref} waits for the council’s authorisation."


class PropertyActPage(RecordActPage):
    """An act on a protection."""

    record_name = "casework:property_protection"
    starts_from = STARTS_FROM
    held: PropertyProtection

    def find(self, **named: Any) -> None:
        self.held = found_or_404(protection_of(self.by, named["ref"]))

    def question(self) -> Question:
        return property_question(self.verb, self.by, self.held.council, self.held.provider, self.held.ref)


class AuthorisePropertyEntry(PropertyActPage):
    """The council authorises a named officer."""

    form_class = AuthoriseForm
    verb = "authorise_property_entry"
    title = "Authorise entry"
    button = "Authorise"
    lead = EXPLAINED

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "officers": officers_in(self.held.council, self.today),
            "social_workers": social_workers_in(self.held.provider, self.today),
        }

    def act(self, form: AuthoriseForm) -> PropertyProtection:
        return authorise_property_entry(by=self.by, protection=self.held.ref, entry=form.entry())

    def done(self, result: PropertyProtection) -> str:
        return "The entry is authorised."


class RefusePropertyEntry(PropertyActPage):
    """The council decides against entering."""

    form_class = BecauseForm
    verb = "refuse_property_entry"
    title = "Refuse entry"
    button = "Refuse"

    def act(self, form: BecauseForm) -> PropertyProtection:
        return refuse_property_entry(by=self.by, protection=self.held.ref, **form.cleaned_data)

    def done(self, result: PropertyProtection) -> str:
        return "The entry is not authorised."


class RecordPropertyEntry(PropertyActPage):
    """The officer records the entry and the inventory."""

    form_class = EntryForm
    verb = "record_property_entry"
    title = "Record the entry"
    button = "Record"
    starts_from: Mapping[str, frozenset[str]] = {}

    def may_act(self) -> None:
        """Who it is before where it stands, as the service asks."""
        super().may_act()
        check_officer(self.by, self.held)
        check_state(self.held, STARTS_FROM, self.verb)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"social_worker": self.held.social_worker}

    def act(self, form: EntryForm) -> PropertyProtection:
        return record_property_entry(by=self.by, protection=self.held.ref, **form.cleaned_data)

    def done(self, result: PropertyProtection) -> str:
        return "The entry and the inventory are recorded."


class EndPropertyProtection(PropertyActPage):
    """The protection ends."""

    form_class = EndForm
    verb = "end_property_protection"
    title = "End the protection"
    button = "End it"

    def act(self, form: EndForm) -> PropertyProtection:
        return end_property_protection(by=self.by, protection=self.held.ref, **form.cleaned_data)

    def done(self, result: PropertyProtection) -> str:
        return "The protection has ended."
