"""The pages of after-care: of one person, and the acts that record it, and end it by both bodies together."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework import asking
from casework.aftercare import services
from casework.aftercare.forms import BoardForm, EndForm, RecordForm
from casework.aftercare.selectors import (
    aftercare_for_reading,
    aftercare_found,
    aftercare_list,
    aftercare_of,
    aftercare_standing,
    decide_by,
)
from casework.charging.views import reader_or_404
from casework.models import AfterCare
from casework.services import person_for_reading
from casework.views.records import BeginPage, RecordPage
from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.templatetags.govuk import day
from delegation.views.places import account_of
from delegation.views.records import page_of, show_list, wants_closed

LEAD = (
    "Nobody is charged for it, and neither body ends it alone: once the integrated care board has decided that "
    "somebody no longer needs it, the council says whether it is satisfied too. It is recorded from the "
    "person’s record."
)


@require_safe
def aftercares(request: HttpRequest) -> HttpResponse:
    """Who has after-care: where the board has decided first, then the oldest."""
    place, account, today = reader_or_404(request), account_of(request), timezone.localdate()
    page = page_of(request, aftercare_list(account, closed=wants_closed(request)))
    standing = numbers_of(aftercare_standing(place.council, today)) if place.is_council_staff else None
    return show_list(
        request,
        place,
        {
            "title": "After-care under section 117",
            "lead": LEAD,
            "figures": [(standing.open, "go on"), (standing.late, "late")] if standing else [],
            "columns": ["Person", "Since", "Integrated care board", "Council decides by", "How it stands"],
            "rows": [_row(one, today) for one in page],
            "page": page,
        },
    )


def _row(one: AfterCare, today: date) -> list[tuple[str, dict[str, Any]]]:
    due = decide_by(one)
    if one.ended_on:
        stands: dict[str, Any] = {"text": "Ended", "colour": "grey", "below": day(one.ended_on)}
    elif due is None:
        stands = {"text": "Goes on", "colour": "green"}
    elif due < today:
        stands = {"text": "Late", "colour": "red", "below": "The board has decided, the council not yet"}
    else:
        stands = {"text": "The board has decided", "colour": "yellow"}
    return [
        ("Person", {"text": one.person.name, "href": reverse("casework:aftercare", args=[one.person.ref])}),
        ("Since", {"text": day(one.from_day), "whole": True}),
        ("Integrated care board", {"text": one.icb_name}),
        ("Council decides by", {"text": day(due) if due and not one.ended_on else "–", "whole": True}),
        ("How it stands", stands),
    ]


@require_safe
def person_aftercare(request: HttpRequest, ref: str) -> HttpResponse:
    """The after-care of one person, and what each body decided."""
    account = account_of(request)
    person = person_for_reading(by=account, ref=ref)
    found = aftercare_of(account, person)
    live = next((each for each in found if not each.ended_on), None)
    may_end = live is not None and asking.may(question_of("end_aftercare", account, live))
    told = {
        "person": person,
        "found": found,
        "live": live,
        "may_record": live is None and asking.may(asking.about("record_aftercare", account, person)),
        "may_end": may_end,
        "back_href": reverse("casework:person", args=[person.ref]),
        "back_text": "Back to the record",
    }
    return render(request, "casework/aftercare/person.html", told)


def question_of(verb: str, account: Any, held: AfterCare) -> Question:
    """The question the service will ask."""
    return asking.question(verb, account, held.council, subject_kind=services.KIND, subject=held.ref)


class Record(BeginPage):
    """Record after-care. Source: Mental Health Act 1983 s.117."""

    verb = "record_aftercare"
    title = "Record after-care under section 117"
    form_class = RecordForm

    def get_initial(self) -> dict[str, Any]:
        return {"from_day": timezone.localdate()}

    def act(self, form: RecordForm) -> AfterCare:
        return services.record_aftercare(by=self.account, person=self.person.ref, **form.cleaned_data)

    def done(self, result: AfterCare) -> str:
        return "The after-care is recorded. It is never charged for."

    def next_url(self, result: Any) -> str:
        return reverse("casework:aftercare", args=[self.person.ref])


class AfterCarePage(RecordPage):
    """A page that acts on the after-care of a person."""

    kind = services.KIND
    record: AfterCare

    def read(self, ref: str) -> AfterCare:
        return aftercare_for_reading(by=self.account, ref=ref)

    def found(self, ref: str) -> AfterCare | None:
        return aftercare_found(self.account, ref)

    def question(self) -> Question:
        return question_of(self.verb, self.account, self.record)

    def back_href(self) -> str:
        return reverse("casework:aftercare", args=[self.record.person.ref])


class BoardDecision(AfterCarePage):
    """Record what the board decided. Source: Mental Health Act 1983 s.117(2)."""

    verb = "record_board_decision"
    title = "Record the board’s decision"
    form_class = BoardForm

    def get_initial(self) -> dict[str, Any]:
        return {"decided_on": timezone.localdate()}

    def act(self, form: BoardForm) -> AfterCare:
        return services.record_board_decision(by=self.account, aftercare=self.record.ref, **form.cleaned_data)

    def done(self, result: AfterCare) -> str:
        return "The board’s decision is recorded. After-care goes on until the council decides too."


class End(AfterCarePage):
    """End after-care with the board. Source: Mental Health Act 1983 s.117(2)."""

    verb = "end_aftercare"
    title = button = "End the after-care"
    form_class = EndForm

    def act(self, form: EndForm) -> AfterCare:
        return services.end_aftercare(by=self.account, aftercare=self.record.ref, **form.cleaned_data)

    def done(self, result: AfterCare) -> str:
        return "The after-care has ended, by both bodies together."
