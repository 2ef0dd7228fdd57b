"""The pages of a change of the schedule: the list, what a change would stop or start today, and the acts on it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from delegation.authorising import check_none_in_force
from delegation.contract.selectors import check_due_diligence
from delegation.contract.tables import Table, columns, day, link, tag
from delegation.directory import organisation_by_key, providers_of
from delegation.models import ScheduleChange
from delegation.refusals import RuleBroken
from delegation.register_reading import Wanted, last_lines
from delegation.schedule import FUNCTIONS, POWERS
from delegation.schedule_change.effects import Effect, effects_of
from delegation.schedule_change.forms import ApproveForm, DecideForm, ProposeForm
from delegation.schedule_change.rules import AUTHORISE, PROPOSED, REVOKE, why_cabinet
from delegation.schedule_change.selectors import change_by_ref, changes_of
from delegation.schedule_change.services import (
    approve_schedule_change,
    propose_schedule_change,
    refuse_schedule_change,
    withdraw_schedule_change,
)
from delegation.views.places import SetUpPage, account_of, council_place_or_404, found_or_404, may
from delegation.wording import long_day

COLOURS = {"proposed": "blue", "approved": "green", "refused": "red", "withdrawn": "grey"}
A_PAGE = 50
STANDS = (
    "What was done before that day stands. From that day each act is asked of the schedule as it then is, in the "
    "middle of a journey too."
)


@require_safe
def schedule_changes(request: HttpRequest) -> HttpResponse:
    """Every change of the council's schedule, the last proposed first."""
    place, today = council_place_or_404(request), timezone.localdate()
    page = Paginator(changes_of(place.council), A_PAGE).get_page(request.GET.get("page"))
    rows = [
        (
            link(FUNCTIONS[one.function].title, reverse("delegation:schedule_change", args=[one.ref]), one.ref),
            one.organisation.name,
            one.get_kind_display(),
            day(one.from_day),
            _stands(one, today),
        )
        for one in page.object_list
    ]
    headings = columns("Function", "Provider", "Change", "In force from", "State")
    proposes = {"text": "Propose a change", "href": reverse("delegation:propose_schedule_change")}
    told = {
        "title": "Changes of the schedule",
        "lead": "A change is checked against the law, tried on the live work without changing anything, and decided "
        f"by the Director. {STANDS}",
        "ways": [proposes] if may(request, place, "propose_schedule_change") else [],
        "tables": [Table(caption="Changes", columns=headings, rows=rows, nothing="No change was proposed yet.")],
        "page": page,
        "place": place,
        "back_href": reverse("delegation:procedures"),
        "back_text": "Procedures",
    }
    return render(request, "delegation/contract/list.html", told)


def _stands(one: ScheduleChange, today: date) -> dict[str, Any]:
    """The state; late where the change was to be in force and is not decided."""
    if one.state == PROPOSED and one.from_day < today:
        return tag("Late", "red", small=one.get_state_display())
    return tag(one.get_state_display(), COLOURS[one.state])


@require_safe
def schedule_change(request: HttpRequest, ref: str) -> HttpResponse:
    """One change: where it stands, what it would stop or start, and what stands against it."""
    place, account = council_place_or_404(request), account_of(request)
    held = found_or_404(change_by_ref(place.council, ref))
    against = _stands_against(held)
    told = {
        "title": f"{held.get_kind_display()}: {FUNCTIONS[held.function].title}",
        "caption": f"{held.organisation}, {held.ref}",
        "state": {"text": held.get_state_display(), "colour": COLOURS[held.state]},
        "lead": STANDS,
        "waits_title": "Before it can be approved:",
        "waits": _waits(held, against),
        "ways": _ways(request, place, held, is_approvable=not against),
        "facts": _facts(held),
        "tables": [effects_table(held)],
        "acts": last_lines(account, place.council, Wanted(kind="schedule_change", subject=held.ref), 50),
        "place": place,
        "back_href": reverse("delegation:schedule_changes"),
        "back_text": "Changes of the schedule",
    }
    return render(request, "delegation/contract/record.html", told)


def effects_table(held: ScheduleChange) -> Table:
    """What the change touches: counted now while it is proposed, as the Director saw it once approved."""
    verb = "stop" if held.kind == REVOKE else "start"
    if held.state == PROPOSED:
        effects = effects_of(held.council, held.organisation, held.function)
        caption = f"What it would {verb} today"
    else:
        effects = [Effect(**one) for one in held.effects]
        caption = f"What it was to {verb}, as counted on deciding"
    rows = [(capfirst(one.one if one.number == 1 else one.many), f"{one.number:,}") for one in effects]
    return Table(caption=caption, columns=columns("What", "#How many"), rows=rows, nothing="Nothing was counted.")


def _waits(held: ScheduleChange, against: list[str]) -> list[str]:
    """What is asked before approval, and what stands against it, as it is known now."""
    if held.state != PROPOSED:
        return []
    why = why_cabinet(held.kind, held.power)
    return [*([f"Cabinet’s reference is asked ({why})."] if why else []), *against]


def _stands_against(held: ScheduleChange) -> list[str]:
    """Why a proposed change would be refused to whoever may approve it; nothing of one that is decided."""
    return list(_reasons_against(held)) if held.state == PROPOSED else []


def _reasons_against(held: ScheduleChange) -> Iterable[str]:
    if held.from_day < timezone.localdate():
        yield f"Its day, {long_day(held.from_day)}, is past: it has to be proposed again."
    if held.kind == AUTHORISE:
        for check, asked in (
            (check_due_diligence, (held.council, held.organisation, timezone.localdate())),
            (check_none_in_force, (held.organisation, held.function, held.from_day, held.to_day)),
        ):
            try:
                check(*asked)
            except RuleBroken as broken:
                yield broken.sentence


def _facts(held: ScheduleChange) -> list[dict[str, str]]:
    found = {
        "Source": FUNCTIONS[held.function].source,
        "In force from": long_day(held.from_day),
        "Last day": long_day(held.to_day) if held.to_day else "",
        "Power": POWERS.get(held.power, ""),
        "Scope": held.scope,
        "Conditions": held.conditions,
        "Instrument": held.instrument or (held.authorisation.instrument if held.authorisation else ""),
        "Why": held.reasons,
        "Proposed": f"{long_day(held.proposed_on)}, by {held.proposed_by}",
    }
    if held.decided_on and held.post:
        found |= {
            "Decided": f"{long_day(held.decided_on)}, by {held.decided_by}, {held.post.role_title}",
            "Reasons": held.decision_reasons,
            "Cabinet’s reference": held.cabinet_reference,
        }
    return [{"key": key, "value": value} for key, value in found.items() if value]


def _ways(request: HttpRequest, place: Any, held: ScheduleChange, *, is_approvable: bool) -> list[dict[str, str]]:
    if held.state != PROPOSED:
        return []
    own = held.proposed_by.worker_id == account_of(request).worker_id
    possible = [
        ("approve_schedule_change", "Approve", not own and is_approvable),
        ("refuse_schedule_change", "Refuse", not own),
        ("withdraw_schedule_change", "Withdraw", True),
    ]
    return [
        {"text": text, "href": reverse(f"delegation:{verb}", args=[held.ref]), "kind": "secondary"}
        for verb, text, fits in possible
        if fits and may(request, place, verb)
    ]


class Propose(SetUpPage):
    """Somebody who commissions, or watches the scheme, proposes a change; what the law keeps is refused by section."""

    form_class = ProposeForm
    verb = "propose_schedule_change"
    title = "Propose a change"
    button = "Propose change"
    lead = "Nothing changes yet. The next page says what it would stop or start today."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"providers": [(one.key, one.name) for one in providers_of(self.place)]}

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("function", "")
        return {"from_day": self.today, "function": asked if asked in FUNCTIONS else ""}

    def act(self, form: ProposeForm) -> ScheduleChange:
        typed = dict(form.cleaned_data)
        organisation = found_or_404(organisation_by_key(self.place, typed.pop("organisation")))
        return propose_schedule_change(by=self.by, council=self.place.council, organisation=organisation, **typed)

    def done(self, result: ScheduleChange) -> str:
        return "The change is proposed. Nothing has changed yet."

    def next_url(self, result: ScheduleChange | None) -> str:
        if result is None:
            return reverse("delegation:schedule_changes")
        return reverse("delegation:schedule_change", args=[result.ref])


class ChangePage(SetUpPage):
    """An act on one change."""

    held: ScheduleChange

    def find(self, **named: Any) -> None:
        self.held = found_or_404(change_by_ref(self.place.council, named["ref"]))

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        caption = f"{self.held.organisation}: {FUNCTIONS[self.held.function].title}"
        return super().get_context_data(caption=caption, **named)

    def next_url(self, result: Any) -> str:
        return reverse("delegation:schedule_change", args=[self.held.ref])


class Approve(ChangePage):
    """The Director approves; it is in force from its day."""

    form_class = ApproveForm
    verb = "approve_schedule_change"
    title = "Approve the change"
    button = "Approve"
    lead = STANDS

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"why_cabinet": why_cabinet(self.held.kind, self.held.power)}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        shown = {
            "facts": _facts(self.held),
            "waits": _waits(self.held, _stands_against(self.held)),
            "tables": [effects_table(self.held)],
        }
        return super().get_context_data(**shown, **named)

    def act(self, form: ApproveForm) -> ScheduleChange:
        return approve_schedule_change(by=self.by, change=self.held.ref, **form.cleaned_data)

    def done(self, result: ScheduleChange) -> str:
        return f"The change is in force from {long_day(result.from_day)}."


class Refuse(ChangePage):
    """The Director refuses; nothing changes."""

    form_class = DecideForm
    verb = "refuse_schedule_change"
    title = "Refuse the change"
    button = "Refuse"

    def act(self, form: DecideForm) -> ScheduleChange:
        return refuse_schedule_change(by=self.by, change=self.held.ref, **form.cleaned_data)

    def done(self, result: ScheduleChange) -> str:
        return "The change is refused. Nothing has changed."


class Withdraw(ChangePage):
    """The change is withdrawn; nothing changes."""

    form_class = DecideForm
    verb = "withdraw_schedule_change"
    title = "Withdraw the change"
    button = "Withdraw"

    def act(self, form: DecideForm) -> ScheduleChange:
        return withdraw_schedule_change(by=self.by, change=self.held.ref, **form.cleaned_data)

    def done(self, result: ScheduleChange) -> str:
        return "The change is withdrawn. Nothing has changed."
