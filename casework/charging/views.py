"""The pages of charging: what waits, one charge with its sum, the letter, and the policy in its versions."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework import asking
from casework.charging import services
from casework.charging.forms import (
    CalculateForm,
    ConfirmForm,
    DecideForm,
    WaiveForm,
)
from casework.charging.rules import STATES
from casework.charging.selectors import (
    charge_for_reading,
    charge_found,
    charges_of,
    charges_page,
    counted,
)
from casework.models import Charge
from casework.selectors import plans_visible_to
from casework.services import person_for_reading
from casework.views.records import BeginPage, Offer, RecordPage, acts_of
from delegation.authority import Question
from delegation.directory import Place
from delegation.models import Account
from delegation.selectors import organisations_seen_by
from delegation.templatetags.govuk import day, money
from delegation.views.places import account_of, place_or_404

COLOURS = {
    "calculated": "blue",
    "decided": "yellow",
    "issued": "green",
    "waived": "purple",
    "replaced": "grey",
    "barred": "grey",
}
ENDED_BY_AFTERCARE = (
    "The person has after-care under section 117, which is never charged for. Where they paid for days since it began, "
    "the council repays it. If this support is no part of the after-care, the provider works it out anew and says why."
)
ACTS = (
    ("decide_charge", ("calculated",), "charge-decide", "Decide the charge"),
    ("issue_charge_notice", ("decided",), "charge-issue", "Issue the notice"),
    ("waive_charge", ("decided", "issued"), "charge-waive", "Waive the charge"),
)


def reader_or_404(request: HttpRequest) -> Place:
    """Where somebody stands who reads casework at all."""
    place = place_or_404(request)
    if not organisations_seen_by(account_of(request)):
        raise Http404
    return place


@require_safe
def charges(request: HttpRequest) -> HttpResponse:
    """The charges that wait for the council, the longest overdue first; or those at one state."""
    place, account, today = reader_or_404(request), account_of(request), timezone.localdate()
    state = request.GET.get("state", "")
    page = charges_page(account, place.council, state, request.GET.get("page", ""))
    late, states = counted(account, place.council, today)
    told = {
        "page": page,
        "late": late,
        "states": [(key, words, states[key]) for key, words in STATES.items()],
        "state": state if state in STATES else "",
        "rows": [(each, COLOURS[each.state], bool(each.due_on and each.due_on < today)) for each in page],
        "place": place,
    }
    return render(request, "casework/charging/charges.html", told)


@require_safe
def person_charges(request: HttpRequest, ref: str) -> HttpResponse:
    """The charges of one person, the newest first."""
    account = account_of(request)
    person = person_for_reading(by=account, ref=ref)
    told = {
        "person": person,
        "rows": [(each, COLOURS[each.state]) for each in charges_of(account, person)],
        "may_calculate": asking.may(asking.about("calculate_charge", account, person)),
        "back_href": reverse("casework:person", args=[person.ref]),
        "back_text": "Back to the record",
    }
    return render(request, "casework/charging/person.html", told)


@require_safe
def charge_record(request: HttpRequest, ref: str) -> HttpResponse:
    """One charge: where it stands, what may be done next, every step of its sum, its days and its acts."""
    account, today = account_of(request), timezone.localdate()
    held = charge_for_reading(by=account, ref=ref)
    told = {
        "held": held,
        "state": STATES[held.state],
        "colour": COLOURS[held.state],
        "is_late": bool(held.due_on and held.due_on < today),
        "offers": offers_of(account, held),
        "facts": facts_of(held),
        "decision": decision_of(held),
        "steps": steps_of(held),
        "policy": held.calculation.policy,
        "acts": acts_of(account, held.council, services.KIND, held.ref),
        "place": {"council": held.council},
        "back_href": reverse("casework:charges"),
        "back_text": "Charging",
    }
    return render(request, "casework/charging/charge.html", told)


def question_of(verb: str, account: Account, held: Charge) -> Question:
    """The question the service will ask."""
    return asking.question(verb, account, held.council, subject_kind=services.KIND, subject=held.ref)


def offers_of(account: Account, held: Charge) -> list[Offer]:
    """What this account may do now; the council's three acts are one question of the guard."""
    if held.state not in ("calculated", "decided", "issued") or not asking.may(
        question_of("decide_charge", account, held)
    ):
        return []
    return [
        Offer(text=text, href=reverse(f"casework:{name}", args=[held.ref]), is_first=verb != "waive_charge")
        for verb, states, name, text in ACTS
        if held.state in states
    ]


def steps_of(held: Charge) -> list[dict[str, str]]:
    """Every step of the sum as it was kept."""
    return [{**step, "amount": money(step["amount"])} for step in held.calculation.steps]


def facts_of(held: Charge) -> list[dict[str, Any]]:
    """For what, from when and by whom it was worked out."""
    rows = [
        ("Person", held.person.name, reverse("casework:person", args=[held.person.ref])),
        ("For", held.get_support_display(), ""),
        ("From", day(held.from_day), ""),
        ("Cost of the support", f"{money(held.weekly_cost)} a week", ""),
        ("What was seen", held.calculation.evidence, ""),
        ("Worked out by", f"{held.calculated_by}, {day(held.calculated_at)}, {held.provider}", ""),
    ]
    if held.plan:
        rows.insert(2, ("Plan", held.plan.ref, ""))
    if held.outside_aftercare_because:
        rows.append(("No part of after-care", held.outside_aftercare_because, ""))
    return [{"key": key, "value": value, "link": link} for key, value, link in rows]


def decision_of(held: Charge) -> list[dict[str, Any]]:
    """What the council decided, told and waived."""
    rows: list[tuple[str, str]] = []
    if held.decided_at and held.weekly is not None:
        rows.append(("Decided", f"{money(held.weekly)} a week, by {held.decided_by}, {day(held.decided_at)}"))
        if held.weekly != held.calculated_weekly:
            rows.append(("Corrected because", held.reasons))
    if held.issued_at:
        rows.append(("Notice issued", f"{day(held.issued_at)}, by {held.issued_by}"))
    if held.waived_at:
        rows.append(("Waived", f"{day(held.waived_at)}, by {held.waived_by}: {held.waived_because}"))
    if held.state == "barred":
        rows.append(("Ended", ENDED_BY_AFTERCARE))
    return [{"key": key, "value": value} for key, value in rows]


@require_safe
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """The notice to the person: what they pay, how it was worked out, how to challenge it."""
    held = charge_for_reading(by=account_of(request), ref=ref)
    told = {
        "held": held,
        "steps": steps_of(held),
        "is_corrected": held.weekly is not None and held.weekly != held.calculated_weekly,
        "back_href": reverse("casework:charge", args=[held.ref]),
        "back_text": "Back to the charge",
    }
    return render(request, "casework/charging/letter.html", told)


# -- an act a page ----------------------------------------------------------------------------------------------------


class Calculate(BeginPage):
    """Work out a charge with the policy in force. Source: Care Act 2014 s.17; SI 2014/2672."""

    verb = "calculate_charge"
    title = "Work out a charge"
    button = "Work it out"
    form_class = CalculateForm

    def get_form_kwargs(self) -> dict[str, Any]:
        plans = plans_visible_to(self.account).filter(person=self.person).order_by("-pk")[:20]
        return {**super().get_form_kwargs(), "plans": plans}

    def get_initial(self) -> dict[str, Any]:
        return {"from_day": timezone.localdate()}

    def act(self, form: CalculateForm) -> Charge:
        return services.calculate_charge(by=self.account, person=self.person.ref, details=form.details())

    def done(self, result: Charge) -> str:
        return f"It comes to {money(result.calculated_weekly)} a week. The council decides."

    def next_url(self, result: Any) -> str:
        return reverse("casework:charge", args=[result.ref])


class ChargePage(RecordPage):
    """A page that acts on a charge."""

    kind = services.KIND
    home = "casework:charge"
    back_text = "Back to the charge"
    record: Charge

    def read(self, ref: str) -> Charge:
        return charge_for_reading(by=self.account, ref=ref)

    def found(self, ref: str) -> Charge | None:
        return charge_found(self.account, ref)

    def question(self) -> Question:
        return question_of(self.verb, self.account, self.record)

    def check(self) -> None:
        services.check_state(self.record, *next(states for verb, states, *_ in ACTS if verb == self.verb))


class Decide(ChargePage):
    """Decide the charge. Source: Care Act 2014 s.14."""

    verb = "decide_charge"
    title = "Decide the charge"
    button = "Decide"
    form_class = DecideForm

    def get_initial(self) -> dict[str, Any]:
        return {"weekly": self.record.calculated_weekly}

    def act(self, form: DecideForm) -> Charge:
        return services.decide_charge(by=self.account, charge=self.record.ref, **form.cleaned_data)

    def done(self, result: Charge) -> str:
        return f"Decided: {money(result.weekly)} a week. Issue the notice."


class Issue(ChargePage):
    """Issue the notice. Source: Care Act 2014 s.17(6)."""

    verb = "issue_charge_notice"
    title = button = "Issue the notice"
    form_class = ConfirmForm

    def act(self, form: ConfirmForm) -> Charge:
        return services.issue_charge_notice(by=self.account, charge=self.record.ref)

    def done(self, result: Charge) -> str:
        return "The notice is issued. Send the letter below."

    def next_url(self, result: Any) -> str:
        return reverse("casework:charge-letter", args=[self.record.ref])


class Waive(ChargePage):
    """Waive the charge. Source: Care Act 2014 s.14(1)."""

    verb = "waive_charge"
    title = button = "Waive the charge"
    form_class = WaiveForm

    def act(self, form: WaiveForm) -> Charge:
        return services.waive_charge(by=self.account, charge=self.record.ref, **form.cleaned_data)

    def done(self, result: Charge) -> str:
        return "The charge is waived."
