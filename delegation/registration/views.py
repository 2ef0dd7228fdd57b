"""The administrator's acts on the professional registrations of whoever holds an account."""

from typing import Any

from django.urls import reverse

from delegation.directory import account_by_username
from delegation.forms import RegistrationDayForm, RegistrationForm, SuspendRegistrationForm
from delegation.models import Account, ProfessionalRegistration, Worker
from delegation.registration.selectors import registration_by_ref
from delegation.registration.services import (
    end_registration,
    lift_registration_suspension,
    record_registration,
    suspend_registration,
)
from delegation.views.places import SetUpPage, found_or_404


class Record(SetUpPage):
    """A registration is recorded, or looked up again."""

    form_class = RegistrationForm
    verb = "record_registration"
    title = "Record a registration"
    button = "Record registration"
    lead = "As the body’s own register has it. Entering the same number again records that you looked it up anew."
    account: Account
    worker: Worker

    def find(self, **named: Any) -> None:
        self.account = found_or_404(account_by_username(self.place, named["username"]))
        self.worker = found_or_404(self.account.worker)

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(caption=str(self.account), **named)

    def act(self, form: RegistrationForm) -> ProfessionalRegistration:
        typed = form.cleaned_data
        return record_registration(by=self.by, council=self.place.council, worker=self.worker, **typed)

    def done(self, result: ProfessionalRegistration) -> str:
        return f"The registration with {result.body} is recorded."

    def next_url(self, result: ProfessionalRegistration | None) -> str:
        return reverse("delegation:account", args=[self.account.username])


class RegistrationPage(SetUpPage):
    """An act on one registration."""

    registration: ProfessionalRegistration
    username = ""

    def find(self, **named: Any) -> None:
        self.username = named["username"]
        self.registration = found_or_404(registration_by_ref(self.place, self.username, named["ref"]))

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        of = f"{self.registration.worker}: {self.registration}"
        return super().get_context_data(caption=of, is_warning=True, **named)

    def next_url(self, result: ProfessionalRegistration | None) -> str:
        return reverse("delegation:account", args=[self.username])


class Suspend(RegistrationPage):
    """The body suspended the registration."""

    form_class = SuspendRegistrationForm
    verb = "suspend_registration"
    title = "Suspend a registration"
    button = "Record suspension"
    lead = "From that day the guard no longer finds it. An approval as an AMHP is suspended with it at once."

    def act(self, form: SuspendRegistrationForm) -> ProfessionalRegistration:
        return suspend_registration(
            by=self.by, council=self.place.council, registration=self.registration, **form.cleaned_data
        )

    def done(self, result: ProfessionalRegistration) -> str:
        return "The suspension is recorded."


class Lift(RegistrationPage):
    """The body lifted the suspension."""

    form_class = RegistrationDayForm
    verb = "lift_registration_suspension"
    title = "Lift the suspension of a registration"
    button = "Record"
    lead = "An approval as an AMHP stays suspended until the AMHP lead lifts it."

    def act(self, form: RegistrationDayForm) -> ProfessionalRegistration:
        return lift_registration_suspension(
            by=self.by, council=self.place.council, registration=self.registration, **form.cleaned_data
        )

    def done(self, result: ProfessionalRegistration) -> str:
        return "The registration is live again."


class End(RegistrationPage):
    """The registration ended."""

    form_class = RegistrationDayForm
    verb = "end_registration"
    title = "End a registration"
    button = "Record end"
    lead = "From that day the guard no longer finds it. An approval as an AMHP ends with it at once."

    def act(self, form: RegistrationDayForm) -> ProfessionalRegistration:
        return end_registration(
            by=self.by, council=self.place.council, registration=self.registration, **form.cleaned_data
        )

    def done(self, result: ProfessionalRegistration) -> str:
        return "The end of the registration is recorded."
