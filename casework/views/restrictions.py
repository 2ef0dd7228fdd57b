"""Who may read a person's record: restricted to people by name, and opened again."""

from typing import Any

from casework.colleagues import named_readers_of, possible_readers_of
from casework.forms.people import LiftForm, RestrictForm
from casework.models import Person
from casework.services import lift_restriction, restrict_record
from casework.views.acting import PersonPage


class RestrictRecord(PersonPage):
    """Restrict a record to named people, or name others. Source: UK GDPR Art 5(1)(f)."""

    act_name = "restrict_record"
    title = "Restrict the record"
    button = "Restrict the record"
    form_class = RestrictForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "accounts": list(possible_readers_of(self.person))}

    def get_initial(self) -> dict[str, Any]:
        named = named_readers_of(self.person)
        return {"because": self.person.restricted_because, "readers": [str(reader.pk) for reader in named]}

    def act(self, form: RestrictForm) -> Person:
        because = form.cleaned_data["because"]
        return restrict_record(by=self.account, person=self.person.ref, because=because, readers=form.named())

    def done(self, result: Person) -> str:
        return "The record is restricted to the people named."


class LiftRestriction(PersonPage):
    """Open a restricted record again. Source: UK GDPR Art 5(1)(f)."""

    act_name = "lift_restriction"
    title = "Lift the restriction"
    button = "Lift the restriction"
    form_class = LiftForm

    def act(self, form: LiftForm) -> Person:
        return lift_restriction(by=self.account, person=self.person.ref, **form.cleaned_data)

    def done(self, result: Person) -> str:
        return "The record is open again to all who see this caseload."
