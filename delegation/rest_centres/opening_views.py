"""The pages of an open rest centre: where it stands, who is there, how many came, and each act."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question
from delegation.models import RestCentreAttendance, RestCentreOpening
from delegation.rest_centres.asking import OPENING, opening_question
from delegation.rest_centres.forms import AttendanceForm, CountForm, DebriefForm, LeavingForm, StandDownForm
from delegation.rest_centres.openings import (
    debrief_rest_centre,
    end_rest_centre_attendance,
    record_people_received,
    record_rest_centre_attendance,
    stand_down_rest_centre,
)
from delegation.rest_centres.rules import OPENING_STARTS_FROM
from delegation.rest_centres.selectors import attending, opening_of, staff_of
from delegation.rest_centres.views import COLOURS_OF_OPENINGS
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, found_or_404, place_or_404
from delegation.views.records import Falling, RecordActPage, acts_on, nexts_of, show_record, told

PAGES = (
    ("record_people_received", "Count the people", "delegation:record_people_received"),
    ("record_rest_centre_attendance", "Record who has come", "delegation:record_rest_centre_attendance"),
    ("end_rest_centre_attendance", "Record who has left", "delegation:end_rest_centre_attendance"),
    ("stand_down_rest_centre", "Stand it down", "delegation:stand_down_rest_centre"),
    ("debrief_rest_centre", "Write down what was learnt", "delegation:debrief_rest_centre"),
)


@require_safe
def rest_centre_opening(request: HttpRequest, ref: str) -> HttpResponse:
    """One opening: the incident, the people counted, who attends, and how it ended."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(opening_of(place, ref))
    nexts = nexts_of(held, OPENING_STARTS_FROM, lambda verb: opening_question(verb, account, held), PAGES)
    debrief = Falling(
        what="Debrief",
        day=held.debrief_due_on,
        source="The council’s own target after it is stood down",
        done_on=held.debriefed_on,
    )
    return show_record(
        request,
        place,
        {
            "title": f"Opening of {held.centre.name}",
            "caption": f"{held.council}, opening {held.ref}",
            "state": held.get_state_display(),
            "colour": COLOURS_OF_OPENINGS[held.state],
            "nexts": nexts,
            "falling": [debrief] if held.debrief_due_on else [],
            "panels": [
                ("The opening", _facts(held)),
                ("The people", _counted(held)),
                ("Who staffs it", _attendances(held)),
            ],
            "acts": acts_on(account, OPENING, held.ref),
            "back_href": reverse("delegation:rest_centre", args=[held.centre.ref]),
            "back_text": held.centre.name,
        },
    )


def _facts(held: RestCentreOpening) -> list[dict[str, Any]]:
    down = f"{_when(held.stood_down_at)}, by {held.stood_down_by}" if held.stood_down_by else ""
    return told(
        ("What happened", held.incident),
        ("Opened", f"{_when(held.opened_at)}, by {held.opened_by}"),
        ("Staffed by", held.provider or "The council’s own people"),
        ("Stood down", down),
        ("Where the people went", held.onward),
        ("What was learnt", held.lessons),
    )


def _counted(held: RestCentreOpening) -> list[dict[str, Any]]:
    if held.counted_at is None:
        return [{"key": "Counted", "value": "Not yet"}]
    return [
        {"key": "In the centre", "value": str(held.here_now)},
        {"key": "Received since it opened", "value": str(held.received)},
        {"key": "With care and support needs", "value": str(held.needing_care)},
        {"key": "Counted", "value": _when(held.counted_at)},
    ]


def _attendances(held: RestCentreOpening) -> list[dict[str, Any]]:
    found = held.attendances.select_related("worker").order_by("left_at", "arrived_at")
    return [{"key": str(one.worker), "value": f"{one.duty}: {_from_to(one)}"} for one in found]


def _from_to(one: RestCentreAttendance) -> str:
    return f"{_when(one.arrived_at)} to {_when(one.left_at)}" if one.left_at else f"since {_when(one.arrived_at)}"


def _when(moment: Any) -> str:
    local = timezone.localtime(moment)
    return f"{day(local.date())} at {local:%H:%M}"


class OpeningActPage(RecordActPage):
    """An act on an opening."""

    record_name = "delegation:rest_centre_opening"
    starts_from = OPENING_STARTS_FROM
    held: RestCentreOpening

    def find(self, **named: Any) -> None:
        self.held = found_or_404(opening_of(self.place, named["ref"]))

    def question(self) -> Question:
        return opening_question(self.verb, self.by, self.held)


class RecordRestCentreAttendance(OpeningActPage):
    """Somebody of the provider came."""

    form_class = AttendanceForm
    verb = "record_rest_centre_attendance"
    title = "Record who has come"
    button = "Record"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"workers": staff_of(self.held.provider, timezone.localdate())}

    def act(self, form: AttendanceForm) -> RestCentreAttendance:
        return record_rest_centre_attendance(by=self.by, opening=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentreAttendance) -> str:
        return "Recorded."


class EndRestCentreAttendance(OpeningActPage):
    """Somebody of the provider left."""

    form_class = LeavingForm
    verb = "end_rest_centre_attendance"
    title = "Record who has left"
    button = "Record"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"workers": attending(self.held)}

    def act(self, form: LeavingForm) -> RestCentreAttendance:
        return end_rest_centre_attendance(by=self.by, opening=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentreAttendance) -> str:
        return "Recorded."


class RecordPeopleReceived(OpeningActPage):
    """The people are counted."""

    form_class = CountForm
    verb = "record_people_received"
    title = "Count the people"
    button = "Save the count"
    lead = "Numbers only. Whoever needs care and support is told to the single access point in the ordinary way."

    def get_initial(self) -> dict[str, Any]:
        held = self.held
        return {"received": held.received, "here_now": held.here_now, "needing_care": held.needing_care}

    def act(self, form: CountForm) -> RestCentreOpening:
        return record_people_received(by=self.by, opening=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentreOpening) -> str:
        return f"{result.here_now} people are in the centre."


class StandDownRestCentre(OpeningActPage):
    """The council stands the centre down."""

    form_class = StandDownForm
    verb = "stand_down_rest_centre"
    title = "Stand the centre down"
    button = "Stand down"

    def act(self, form: StandDownForm) -> RestCentreOpening:
        return stand_down_rest_centre(by=self.by, opening=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentreOpening) -> str:
        return f"Stood down. Write down what was learnt by {day(result.debrief_due_on)}."


class DebriefRestCentre(OpeningActPage):
    """What the opening taught."""

    form_class = DebriefForm
    verb = "debrief_rest_centre"
    title = "Write down what was learnt"
    button = "Save"

    def act(self, form: DebriefForm) -> RestCentreOpening:
        return debrief_rest_centre(by=self.by, opening=self.held.ref, **form.cleaned_data)

    def done(self, result: RestCentreOpening) -> str:
        return "Kept. The plan of the centre is read again."
