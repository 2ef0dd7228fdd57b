"""The pages of the plan for rest centres: the list, a centre, and the acts on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.directory import organisation_by_key, providers_of
from delegation.models import RestCentre, RestCentreCheck, RestCentreOpening
from delegation.rest_centres.asking import CENTRE, centre_question
from delegation.rest_centres.forms import ActivateForm, CentreForm, CheckForm, StaffingForm, WithdrawForm
from delegation.rest_centres.openings import activate_rest_centre
from delegation.rest_centres.rules import COUNCIL, RESPONDERS, STARTS_FROM
from delegation.rest_centres.selectors import (
    centre_list,
    centre_of,
    centres_standing,
    checks_of,
    last_openings,
    openings_of,
)
from delegation.rest_centres.services import (
    arrange_rest_centre_staffing,
    record_rest_centre,
    record_rest_centre_check,
    withdraw_rest_centre,
)
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

COLOURS = {"planned": "green", "open": "purple", "withdrawn": "grey"}
COLOURS_OF_OPENINGS = {"open": "purple", "stood_down": "yellow", "debriefed": "grey"}
PAGES = (
    ("activate_rest_centre", "Open the centre", "delegation:activate_rest_centre"),
    ("record_rest_centre_check", "Record a test, exercise or review", "delegation:record_rest_centre_check"),
    ("arrange_rest_centre_staffing", "Arrange who staffs it", "delegation:arrange_rest_centre_staffing"),
    ("withdraw_rest_centre", "Take out of the plan", "delegation:withdraw_rest_centre"),
)
LEAD = (
    "The council keeps the duty to plan for emergencies. It opens and stands down its rest centres; a provider staffs "
    "them under a written arrangement, with a contact test on file."
)
NO_INTERVAL = "The council’s own target; SI 2005/2042 reg 25 sets no interval"


@require_safe
def rest_centres(request: HttpRequest) -> HttpResponse:
    """The centres of the plan, late first, with the last openings."""
    place = place_or_404(request)
    page = page_of(request, centre_list(place, closed=wants_closed(request)))
    standing = numbers_of(centres_standing(place.council, timezone.localdate())) if place.is_council_staff else None
    may_record = place.is_council_staff and may(request, place, "record_rest_centre")
    return show_list(
        request,
        place,
        {
            "title": "Rest centres",
            "lead": LEAD,
            "figures": [(standing.open, "waiting"), (standing.late, "late")] if standing else [],
            "begin_href": reverse("delegation:record_rest_centre") if may_record else "",
            "begin_text": "Put a centre into the plan",
            "columns": ["Centre", "Arranged by", "Staffed by", "Next day due", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
            "tables": [_openings_table(last_openings(place))],
        },
    )


def _row(one: RestCentre) -> list[tuple[str, dict[str, Any]]]:
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    due = Falling(what="", day=one.due_on, source="")
    if one.due_on and due.colour == "red":
        stands = {"text": "Late", "colour": "red", "below": one.get_state_display()}
    href = reverse("delegation:rest_centre", args=[one.ref])
    left = due.left if one.due_on else ""
    return [
        ("Centre", {"text": one.name, "href": href, "below": f"{one.ref}, {one.places} people"}),
        ("Arranged by", {"text": one.responder_name or "The council", "below": _category(one)}),
        ("Staffed by", {"text": one.provider.name if one.provider else "The council"}),
        ("Next day due", {"text": day(one.due_on) if one.due_on else "–", "whole": True, "below": left}),
        ("How it stands", stands),
    ]


def _category(one: RestCentre) -> str:
    return f"Category {RESPONDERS[one.responder_kind].category} responder"


def _openings_table(found: list[RestCentreOpening]) -> dict[str, Any]:
    columns = [{"title": title} for title in ("Opening", "Centre", "Opened", "People received", "How it stands")]
    return {"caption": "Openings", "columns": columns, "rows": [_opening_row(one) for one in found], "nothing": "None."}


def _opening_row(one: RestCentreOpening) -> list[Any]:
    late = one.state == "stood_down" and one.debrief_due_on and one.debrief_due_on < timezone.localdate()
    href = reverse("delegation:rest_centre_opening", args=[one.ref])
    tag = "red" if late else COLOURS_OF_OPENINGS[one.state]
    return [
        {"text": one.ref, "href": href, "whole": True},
        one.centre.name,
        day(one.opened_on),
        str(one.received),
        {"text": "Debrief late" if late else one.get_state_display(), "tag": tag},
    ]


def _falling(held: RestCentre) -> list[Falling]:
    if held.due_on is None:
        return []
    contact = Falling(
        what="Contact test out of hours", day=held.contact_test_due_on, source="The schedule asks one on file"
    )
    exercise = Falling(what="Exercise", day=held.exercise_due_on, source=NO_INTERVAL)
    review = Falling(what="Review of the plan", day=held.review_due_on, source="Section 2(1)(e): as the risk changes")
    return [contact, exercise, review] if held.provider else [exercise, review]


@require_safe
def rest_centre(request: HttpRequest, ref: str) -> HttpResponse:
    """One centre: who arranges and staffs it, its days, its tests and its openings."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(centre_of(place, ref))

    def question(verb: str) -> Question:
        return centre_question(verb, account, held.council, held.ref)

    return show_record(
        request,
        place,
        {
            "title": held.name,
            "caption": f"{held.council}, rest centre {held.ref}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "nexts": nexts_of(held, STARTS_FROM, question, PAGES) if place.is_council_staff else [],
            "falling": _falling(held),
            "panels": [
                ("The centre", _facts(held)),
                ("Tests, exercises and reviews", [_check_told(one) for one in checks_of(held)]),
                ("Openings", [_opening_told(one) for one in openings_of(place, held)]),
            ],
            "acts": acts_on(account, CENTRE, held.ref),
            "back_href": reverse("delegation:rest_centres"),
            "back_text": "Rest centres",
        },
    )


def _facts(held: RestCentre) -> list[dict[str, Any]]:
    listed = RESPONDERS[held.responder_kind]
    arranged = held.responder_name or f"{held.council}, itself"
    made = f"{held.agreement}, {day(held.agreed_on)}" if held.agreement else ""
    staffed = f"{held.contract}, {day(held.contracted_on)}" if held.contract else ""
    tested = day(held.contact_tested_on) if held.contact_tested_on else "None that was answered is on file"
    return told(
        ("Where it is", held.address),
        ("How many people it takes", held.places),
        ("Arranged by", arranged),
        ("As", f"{listed.label}: {listed.source}"),
        ("Written arrangement", made),
        ("Staffed by", held.provider or "The council’s own people"),
        ("Under", staffed),
        ("Last contact test", tested if held.provider else ""),
        ("Taken out because", held.withdrawn_because),
    )


def _check_told(one: RestCentreCheck) -> dict[str, Any]:
    went = "passed" if one.passed else "failed"
    return {"key": f"{one.get_kind_display()}, {day(one.done_on)}", "value": f"{went.capitalize()}. {one.findings}"}


def _opening_told(one: RestCentreOpening) -> dict[str, Any]:
    href = reverse("delegation:rest_centre_opening", args=[one.ref])
    return {"key": day(one.opened_on), "value": f"{one.ref}, {one.get_state_display().lower()}", "link": href}


class RecordRestCentre(NewRecordPage):
    """A centre comes into the plan."""

    form_class = CentreForm
    title = "Put a rest centre into the plan"
    button = "Save"
    list_name = "delegation:rest_centres"

    def question(self) -> Question:
        return centre_question("record_rest_centre", self.by, self.place.council)

    def get_initial(self) -> dict[str, Any]:
        return {"responder_kind": COUNCIL}

    def act(self, form: CentreForm) -> RestCentre:
        return record_rest_centre(by=self.by, council=self.place.council, **form.cleaned_data)

    def done(self, result: RestCentre) -> str:
        return f"{result.ref} is in the plan."

    def next_url(self, result: RestCentre) -> str:
        return reverse("delegation:rest_centre", args=[result.ref])


class CentreActPage(RecordActPage):
    """An act on a centre of the plan."""

    record_name = "delegation:rest_centre"
    starts_from = STARTS_FROM
    held: RestCentre

    def find(self, **named: Any) -> None:
        self.held = found_or_404(centre_of(self.place, named["ref"]))

    def question(self) -> Question:
        return centre_question(self.verb, self.by, self.held.council, self.held.ref)


class ArrangeRestCentreStaffing(CentreActPage):
    """A provider staffs the centre as a contractor."""

    form_class = StaffingForm
    verb = "arrange_rest_centre_staffing"
    title = "Arrange who staffs the centre"
    button = "Save"
    lead = "The provider comes as a contractor; the duty stays the council’s. Its contact is tested next."

    def get_form_kwargs(self) -> dict[str, Any]:
        choices = [(one.key, one.name) for one in providers_of(self.place)]
        return super().get_form_kwargs() | {"providers": choices}

    def act(self, form: StaffingForm) -> RestCentre:
        typed = dict(form.cleaned_data)
        provider = found_or_404(organisation_by_key(self.place, typed.pop("provider")))
        return arrange_rest_centre_staffing(by=self.by, centre=self.held.ref, provider=provider, **typed)

    def done(self, result: RestCentre) -> str:
        return f"{result.provider} staffs it. Test its contact out of hours."


class RecordRestCentreCheck(CentreActPage):
    """A test, an exercise or a review was done."""

    form_class = CheckForm
    verb = "record_rest_centre_check"
    title = "Record a test, exercise or review"
    button = "Record"

    def act(self, form: CheckForm) -> RestCentreCheck:
        return record_rest_centre_check(by=self.by, centre=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentreCheck) -> str:
        return f"{result.get_kind_display()} recorded."


class ActivateRestCentre(CentreActPage):
    """The council opens the centre."""

    form_class = ActivateForm
    verb = "activate_rest_centre"
    title = "Open the rest centre"
    button = "Open it now"
    lead = "The provider is called in where a written arrangement, a contact test and its authorisation are on file."

    def act(self, form: ActivateForm) -> RestCentreOpening:
        return activate_rest_centre(by=self.by, centre=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentreOpening) -> str:
        who = f"{result.provider} is called in" if result.provider else "The council’s own people staff it"
        return f"{result.centre.name} is open. {who}."

    def next_url(self, result: RestCentreOpening) -> str:
        return reverse("delegation:rest_centre_opening", args=[result.ref])


class WithdrawRestCentre(CentreActPage):
    """The centre is taken out of the plan."""

    form_class = WithdrawForm
    verb = "withdraw_rest_centre"
    title = "Take the centre out of the plan"
    button = "Take out"

    def act(self, form: WithdrawForm) -> RestCentre:
        return withdraw_rest_centre(by=self.by, centre=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentre) -> str:
        return f"{result.name} is out of the plan."
