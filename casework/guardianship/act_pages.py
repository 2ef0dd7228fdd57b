"""The pages by which something is done about a guardianship: an act a page."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from casework.guardianship import acting, applying, ending, leaving, running
from casework.guardianship.forms import (
    AbsenceForm,
    AcceptForm,
    ActingForm,
    AmendmentForm,
    ApplicationForm,
    AttendantForm,
    BecauseForm,
    ChangeGuardianForm,
    DischargedForm,
    DischargeForm,
    DisplacementForm,
    EndActingForm,
    EndForm,
    NothingForm,
    NoticeForm,
    ReceptionForm,
    RenewalForm,
    ReportOfReturnForm,
    ReturnForm,
    VisitForm,
)
from casework.guardianship.leaving_form import TransferForm
from casework.guardianship.lock import KIND, check_state
from casework.guardianship.selectors import amhps_to_name, guardianship_for_reading, guardianship_found
from casework.guardianship.views import ACTS, STATES_OF, question_of
from casework.models import Guardianship
from casework.views.records import BeginPage, RecordPage
from delegation.authority import Question
from delegation.templatetags.govuk import day


class LogApplication(BeginPage):
    """Log an application that reached the council. Source: ss.7, 8, 11."""

    verb = "record_guardianship_application"
    title = "Log a guardianship application"
    button = "Log the application"
    form_class = ApplicationForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "amhps": amhps_to_name(self.person.council, timezone.localdate())}

    def get_initial(self) -> dict[str, Any]:
        return {"received_on": timezone.localdate()}

    def act(self, form: ApplicationForm) -> Guardianship:
        return applying.record_guardianship_application(by=self.account, person=self.person.ref, details=form.details())

    def done(self, result: Guardianship) -> str:
        return f"Application {result.ref} is logged. The council decides whether to accept it."

    def next_url(self, result: Any) -> str:
        return reverse("casework:guardianship", args=[result.ref])


class Receive(BeginPage):
    """Receive into guardianship from a court, another guardian or a hospital. Source: ss.19, 37."""

    verb = "receive_into_guardianship"
    title = "Receive into guardianship"
    button = "Receive"
    form_class = ReceptionForm

    def get_initial(self) -> dict[str, Any]:
        return {"received_on": timezone.localdate()}

    def act(self, form: ReceptionForm) -> Guardianship:
        return applying.receive_into_guardianship(by=self.account, person=self.person.ref, details=form.details())

    def done(self, result: Guardianship) -> str:
        return f"Guardianship {result.ref} is in force until {day(result.term_to)}."

    def next_url(self, result: Any) -> str:
        return reverse("casework:guardianship", args=[result.ref])


class GuardianshipPage(RecordPage):
    """A page that does one service on a guardianship. Subclasses name it, and the days filled in with today."""

    service: Callable[..., Any]
    kind = KIND
    home = "casework:guardianship"
    record: Guardianship
    today_in: tuple[str, ...] = ()
    said = "Recorded."

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.verb = cls.service.__name__

    def read(self, ref: str) -> Guardianship:
        return guardianship_for_reading(by=self.account, ref=ref)

    def found(self, ref: str) -> Guardianship | None:
        return guardianship_found(self.account, ref)

    def question(self) -> Question:
        return question_of(self.verb, self.account, self.record)

    def check(self) -> None:
        state = next(state for verb, state, *_ in ACTS if verb == self.verb)
        check_state(self.record, *STATES_OF.get(state, (state,)))

    def get_initial(self) -> dict[str, Any]:
        return dict.fromkeys(self.today_in, timezone.localdate())

    def done(self, result: Any) -> str:
        return self.said

    def typed(self, form: Any) -> dict[str, Any]:
        """What was typed, as the service takes it."""
        return form.cleaned_data

    def act(self, form: Any) -> Any:
        return self.service(by=self.account, guardianship=self.record.ref, **self.typed(form))


class Accept(GuardianshipPage):
    """Accept on Form G5. Source: s.8(1); reg 5(2)."""

    service = staticmethod(applying.accept_guardianship_application)
    title = button = "Accept the application (Form G5)"
    form_class = AcceptForm
    today_in = ("accepted_on",)

    def done(self, result: Guardianship) -> str:
        return f"Accepted. The first term runs until {day(result.term_to)}."


class Refuse(GuardianshipPage):
    """Do not accept. Source: ss.7(5), 8(1)."""

    service = staticmethod(applying.refuse_guardianship_application)
    title = button = "Do not accept the application"
    form_class = BecauseForm
    said = "The application is not accepted."


class Withdraw(GuardianshipPage):
    """Note a withdrawal."""

    service = staticmethod(applying.withdraw_guardianship_application)
    title = button = "Record that it was withdrawn"
    form_class = BecauseForm


class Amend(GuardianshipPage):
    """Consent to the mending of a paper. Source: s.8(4)."""

    service = staticmethod(applying.consent_to_amendment)
    title = button = "Consent to an amendment"
    form_class = AmendmentForm
    today_in = ("amended_on",)


class Renew(GuardianshipPage):
    """Receive the report that renews. Source: s.20(6)-(8); reg 13."""

    service = staticmethod(running.receive_guardianship_renewal)
    title = "Receive a renewal report (Form G9)"
    button = "Receive the report"
    form_class = RenewalForm
    today_in = ("received_on",)

    def typed(self, form: RenewalForm) -> dict[str, Any]:
        return {"details": form.details()}

    def done(self, result: Any) -> str:
        return f"Renewed until {day(result.to_day)}."


class Visit(GuardianshipPage):
    """Record a visit. Source: reg 23."""

    service = staticmethod(running.record_guardianship_visit)
    title = "Record a visit"
    form_class = VisitForm
    today_in = ("visited_on",)

    def typed(self, form: VisitForm) -> dict[str, Any]:
        return {"details": form.details()}


class Attendant(GuardianshipPage):
    """Record the nominated medical attendant. Source: reg 22."""

    service = staticmethod(running.name_medical_attendant)
    title = "Record the nominated medical attendant"
    form_class = AttendantForm
    today_in = ("told_on",)


class Notice(GuardianshipPage):
    """Record what the private guardian told. Source: reg 22."""

    service = staticmethod(running.record_guardian_notice)
    title = "Record what the guardian told"
    form_class = NoticeForm
    today_in = ("happened_on", "told_on")


class ChangeGuardian(GuardianshipPage):
    """Bring it to another guardian. Source: ss.10, 19; reg 8(1)."""

    service = staticmethod(running.change_guardian)
    title = button = "Change the guardian"
    form_class = ChangeGuardianForm
    today_in = ("on",)

    def typed(self, form: ChangeGuardianForm) -> dict[str, Any]:
        return {name: form.cleaned_data[name] for name in ("why", "on", "because")} | {"guardian": form.guardian()}


class ApproveActing(GuardianshipPage):
    """Have somebody act for an incapacitated guardian. Source: s.10(2)."""

    service = staticmethod(acting.approve_acting_guardian)
    title = "Have somebody act for the guardian"
    form_class = ActingForm
    today_in = ("from_day",)

    def done(self, result: Any) -> str:
        return f"{result.name} acts for the guardian from {day(result.from_day)}."


class EndActing(GuardianshipPage):
    """End that somebody acts for the guardian. Source: s.10(2)."""

    service = staticmethod(acting.end_acting_guardian)
    title = "The guardian acts again"
    form_class = EndActingForm
    today_in = ("on",)


class Displacement(GuardianshipPage):
    """Record that the nearest relative was displaced. Source: s.29."""

    service = staticmethod(running.record_displacement)
    title = "Record a displaced nearest relative"
    form_class = DisplacementForm


class Absence(GuardianshipPage):
    """Record an absence without leave. Source: s.18(3)."""

    service = staticmethod(running.record_absence)
    title = "Record an absence without leave"
    form_class = AbsenceForm
    today_in = ("left_on",)


class Return(GuardianshipPage):
    """Record the return. Source: s.21B (general knowledge)."""

    service = staticmethod(running.record_return)
    title = "Record the return"
    form_class = ReturnForm
    today_in = ("returned_on",)


class ReportOfReturn(GuardianshipPage):
    """Receive the report on Form G10. Source: s.21B (general knowledge)."""

    service = staticmethod(running.receive_report_of_return)
    title = "Receive the report on the return (Form G10)"
    form_class = ReportOfReturnForm
    today_in = ("reported_on",)


class Discharge(GuardianshipPage):
    """Discharge by three or more members. Source: s.23(4)."""

    service = staticmethod(ending.discharge_guardianship)
    title = "Discharge for the council"
    button = "Record the discharge"
    form_class = DischargeForm
    today_in = ("ordered_on",)
    said = "The guardianship is discharged."

    def typed(self, form: DischargeForm) -> dict[str, Any]:
        told = ("sitting_as", "ordered_on", "reasons")
        return {name: form.cleaned_data[name] for name in told} | {"members": form.members()}


class Discharged(GuardianshipPage):
    """Record another's order of discharge. Source: s.23(2)."""

    service = staticmethod(ending.record_discharge_by_another)
    title = "Record another’s order of discharge"
    form_class = DischargedForm
    today_in = ("ordered_on",)
    said = "The guardianship is discharged."


class Transfer(GuardianshipPage):
    """Agree to a transfer away. Source: s.19; reg 8."""

    service = staticmethod(leaving.transfer_guardianship_away)
    title = button = "Transfer the guardianship away"
    form_class = TransferForm
    today_in = ("moved_on",)
    said = "The guardianship is transferred."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "amhps": amhps_to_name(self.record.council, timezone.localdate())}

    def typed(self, form: TransferForm) -> dict[str, Any]:
        told = ("to", "to_name", "moved_on", "because", "council_agreed_by", "council_agreed_on")
        return {name: form.cleaned_data[name] for name in told} | {"hospital": form.hospital()}


class Expire(GuardianshipPage):
    """Record that the term ended. Source: s.20."""

    service = staticmethod(ending.record_guardianship_expiry)
    title = button = "Record that it expired"
    form_class = NothingForm
    said = "The end of the guardianship is recorded."


class End(GuardianshipPage):
    """Record another end. Source: ss.6(4), 8(5), 18(4), 22 (general knowledge)."""

    service = staticmethod(ending.end_guardianship)
    title = "Record what ended it"
    form_class = EndForm
    today_in = ("on",)

    def get_initial(self) -> dict[str, Any]:
        died_on = self.record.person.date_of_death
        return {"on": died_on, "ending": "died"} if died_on else super().get_initial()
