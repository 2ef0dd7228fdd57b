"""The record of one AMHP and every act on it; each act is one service."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.amhp.approving import earlier_day_it_could_be_approved, what_stands_against
from delegation.amhp.forms import (
    ActingForm,
    ApproveForm,
    CompetenceForm,
    EndActingForm,
    EndForm,
    LiftForm,
    RefuseForm,
    SuspendForm,
    TrainingForm,
)
from delegation.amhp.rules import kept_until, last_day_of_term
from delegation.amhp.selectors import acting_by_number, amhp_by_ref, notice_by_number, whole_of
from delegation.amhp.services import (
    approve_amhp,
    end_amhp_approval,
    lift_amhp_suspension,
    record_amhp_competence,
    refuse_amhp,
    suspend_amhp_approval,
)
from delegation.amhp.training import end_amhp_acting, record_amhp_acting, record_amhp_training
from delegation.amhp.views import refuse_unless_reader
from delegation.amhp.wording import all_that_falls_due, approved_before, profession_of, stands
from delegation.amhp.words import CAUSES
from delegation.models import AmhpActing, AmhpApproval, AmhpTraining
from delegation.register_reading import Wanted, last_lines
from delegation.views.places import SetUpPage, account_of, council_place_or_404, found_or_404, may
from delegation.wording import long_day

# What may be done next to a record, by its state: the address, the words on the button, its kind.
NEXT = {
    "applied": (
        ("amhp_approve", "Approve", ""),
        ("amhp_competence", "Record competence", "secondary"),
        ("amhp_refuse", "Refuse", "secondary"),
    ),
    # An application that lacks something before it can be approved.
    "lacking": (
        ("amhp_competence", "Record competence", ""),
        ("amhp_refuse", "Refuse", "secondary"),
    ),
    "in_force": (
        ("amhp_training", "Record training", "secondary"),
        ("amhp_acting", "Record acting for another council", "secondary"),
        ("amhp_suspend", "Suspend", "warning"),
        ("amhp_end", "End", "warning"),
    ),
    "suspended": (
        ("amhp_training", "Record training", "secondary"),
        ("amhp_lift", "Lift the suspension", ""),
        ("amhp_end", "End", "warning"),
    ),
}
# What is not done once its five years are over: it only ends.
NOT_PAST_ITS_TERM = frozenset({"amhp_acting", "amhp_suspend"})
MOST_LINES = 20


@require_safe
def amhp(request: HttpRequest, ref: str) -> HttpResponse:
    """One record: where it stands, what may be done, everything reg 8 asks to be kept, and the acts on it."""
    place, today = council_place_or_404(request), timezone.localdate()
    approval: AmhpApproval = found_or_404(amhp_by_ref(place, ref))
    refuse_unless_reader(request, place)
    mine = approval.worker_id == account_of(request).worker_id
    may_act = may(request, place, "end_amhp_approval") and not mine
    waits, cannot_be_approved = waits_for(approval, today)
    told = {
        "whole": whole_of(approval),
        "approval": approval,
        "profession": profession_of(approval),
        "stands": stands(approval, today),
        "dues": all_that_falls_due(approval, today),
        "approved_before": approved_before(approval),
        "waits": waits,
        "cause": CAUSES.get(approval.end_cause, ""),
        "next": _next(approval, today, lacks=cannot_be_approved) if may_act else [],
        "may_act": may_act,
        "mine": mine,
        "place": place,
        "today": today,
        "lines": last_lines(account_of(request), place.council, Wanted(kind="amhp", subject=ref), MOST_LINES),
        "back_href": reverse("delegation:amhps"),
        "back_text": "AMHPs",
    }
    return render(request, "delegation/amhp/record.html", told)


def waits_for(approval: AmhpApproval, today: date) -> tuple[list[str], bool]:
    """What an application lacks before it can be approved, in sentences, and whether it cannot be approved at all.

    One that could be on an earlier day can: that decision is entered now.
    """
    faults = what_stands_against(approval, today) if approval.state == "applied" else []
    told = [fault.sentence for fault in faults]
    then = earlier_day_it_could_be_approved(approval) if faults else None
    if then:
        told.append(f"Or enter a decision of an earlier day: on {long_day(then)} nothing of this stood against it.")
    return told, bool(faults) and then is None


def _next(approval: AmhpApproval, today: date, *, lacks: bool) -> list[tuple[str, str, str]]:
    is_past = approval.last_day is not None and approval.last_day < today
    offered = NEXT.get("lacking" if lacks else approval.state, ())
    return [each for each in offered if not (is_past and each[0] in NOT_PAST_ITS_TERM)]


@require_safe
def notice(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """A notice as it was given, to print or to copy."""
    place = council_place_or_404(request)
    found = found_or_404(notice_by_number(place, ref, number))
    refuse_unless_reader(request, place)
    told = {
        "notice": found,
        "back_href": reverse("delegation:amhp", args=[ref]),
        "back_text": "The record",
    }
    return render(request, "delegation/amhp/notice.html", told)


class AmhpPage(SetUpPage):
    """An act on one record."""

    approval: AmhpApproval
    said = ""

    def find(self, **named: Any) -> None:
        self.approval = found_or_404(amhp_by_ref(self.place, named["ref"]))

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        told = {"caption": self.approval.worker.name, "back_text": "The record"}
        return super().get_context_data(**(told | named))

    def done(self, result: Any) -> str:
        return self.said

    def next_url(self, result: Any) -> str:
        return reverse("delegation:amhp", args=[self.approval.ref])


class RecordCompetence(AmhpPage):
    """What shows the five areas of competence."""

    form_class = CompetenceForm
    verb = "record_amhp_competence"
    title = "Record competence"
    button = "Record competence"
    lead = "Fill the areas you assessed. An area recorded before is written anew; one left empty stays as it was."
    said = "The competence is recorded."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "applied_on": self.approval.applied_on}

    def get_initial(self) -> dict[str, Any]:
        known = {row.area: row.evidence for row in self.approval.competence.all()}
        return {"assessed_on": self.today} | known

    def act(self, form: CompetenceForm) -> AmhpApproval:
        assessed_on = form.cleaned_data["assessed_on"]
        return record_amhp_competence(
            by=self.by, approval=self.approval, evidence=form.evidence(), assessed_on=assessed_on
        )


class Approve(AmhpPage):
    """The council approves the applicant for five years."""

    form_class = ApproveForm
    verb = "approve_amhp"
    title = "Approve as an AMHP"
    button = "Approve"

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        waits, _ = waits_for(self.approval, self.today)
        told = super().get_context_data(waits=waits, **named)
        day = _day_typed(told["form"], "approved_on")
        until = f"approved on {long_day(day)}, until the end of {long_day(last_day_of_term(day))}" if day else ""
        first = f"For five years: {until}." if until else "For five years from the day of approval."
        return told | {"lead": f"{first} An approval by any council that stands on that day ends with it."}

    def act(self, form: ApproveForm) -> AmhpApproval:
        return approve_amhp(by=self.by, approval=self.approval, **form.cleaned_data)

    def done(self, result: AmhpApproval) -> str:
        return f"Approved until the end of {long_day(result.last_day)}. The notice is below."


def _day_typed(form: forms.Form, name: str) -> date | None:
    """The day typed in a form that comes back; None where none was, or none could be read."""
    return form.cleaned_data.get(name) if form.is_bound else None


class Refuse(AmhpPage):
    """The council refuses the application."""

    form_class = RefuseForm
    verb = "refuse_amhp"
    title = "Refuse the application"
    button = "Refuse"
    said = "The application is refused. The notice is below."

    def act(self, form: RefuseForm) -> AmhpApproval:
        return refuse_amhp(by=self.by, approval=self.approval, **form.cleaned_data)


class RecordTraining(AmhpPage):
    """Training completed."""

    form_class = TrainingForm
    verb = "record_amhp_training"
    title = "Record training"
    button = "Record training"
    lead = "At least 18 hours of agreed training each approval year, counted from the anniversary of the approval."

    def act(self, form: TrainingForm) -> AmhpTraining:
        return record_amhp_training(by=self.by, approval=self.approval, **form.cleaned_data)

    def done(self, result: AmhpTraining) -> str:
        return f"{result.hours.normalize():f} hours are recorded."


class Suspend(AmhpPage):
    """The registration is suspended, and the approval with it."""

    form_class = SuspendForm
    verb = "suspend_amhp_approval"
    title = "Suspend the approval"
    button = "Suspend"
    lead = "An approval is suspended while the registration is (reg 6). The five years run on and are not extended."
    said = "The approval is suspended. The notice is below."

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(is_warning=True, **named)

    def act(self, form: SuspendForm) -> AmhpApproval:
        return suspend_amhp_approval(by=self.by, approval=self.approval, **form.cleaned_data)


class Lift(AmhpPage):
    """The registration is live again."""

    form_class = LiftForm
    verb = "lift_amhp_suspension"
    title = "Lift the suspension"
    button = "Record decision"
    lead = "The suspension is lifted once the registration is live, unless the council is not satisfied of competence."

    def act(self, form: LiftForm) -> AmhpApproval:
        typed = dict(form.cleaned_data)
        satisfied = typed.pop("satisfied") == "yes"
        return lift_amhp_suspension(by=self.by, approval=self.approval, satisfied_of_competence=satisfied, **typed)

    def done(self, result: AmhpApproval) -> str:
        if result.state == "in_force":
            return f"The suspension is lifted. The approval still ends on {long_day(result.last_day)}."
        return "The suspension stands. The notice is below."


class RecordActing(AmhpPage):
    """The AMHP agreed to act for another council."""

    form_class = ActingForm
    verb = "record_amhp_acting"
    title = "Acting for another council"
    button = "Record"
    said = "It is recorded."

    def act(self, form: ActingForm) -> AmhpActing:
        return record_amhp_acting(by=self.by, approval=self.approval, **form.cleaned_data)


class EndActing(AmhpPage):
    """The AMHP no longer acts for another council."""

    form_class = EndActingForm
    verb = "end_amhp_acting"
    title = "No longer acting for another council"
    button = "Record"
    said = "It is recorded."
    acting: AmhpActing

    def find(self, **named: Any) -> None:
        self.acting = found_or_404(acting_by_number(self.place, named["ref"], named["number"]))
        self.approval = self.acting.approval

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        lead = f"They act for {self.acting.authority} since {long_day(self.acting.from_day)}."
        return super().get_context_data(lead=lead, **named)

    def act(self, form: EndActingForm) -> AmhpActing:
        return end_amhp_acting(by=self.by, acting=self.acting, **form.cleaned_data)


class End(AmhpPage):
    """The approval ends."""

    form_class = EndForm
    verb = "end_amhp_approval"
    title = "End the approval"
    button = "End approval"
    said = "The approval is ended. The notice is below."

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        last_day = self.approval.last_day
        is_past = last_day is not None and last_day < self.today
        ends = f"It ended with its five years on {long_day(last_day)}." if is_past else "It ends today."
        until = long_day(kept_until(last_day if last_day and is_past else self.today))
        lead = f"{ends} The record is kept until {until} at the least (reg 8(2))."
        return super().get_context_data(lead=lead, is_warning=True, **named)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "last_day": self.approval.last_day or self.today}

    def act(self, form: EndForm) -> AmhpApproval:
        return end_amhp_approval(by=self.by, approval=self.approval, **form.cleaned_data)
