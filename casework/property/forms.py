"""What is typed about the protection of property."""

from typing import Any

from django import forms

from casework.complaints.forms import FOR_EXAMPLE, words
from casework.forms.fields import yes_or_no
from casework.models import PropertyProtection
from casework.property.rules import NO_OFFICER
from casework.property.services import Entry
from delegation.govuk import DayField, MoneyField, Radios


class ProposeForm(forms.Form):
    """Why somebody's property must be protected."""

    whereabouts = forms.ChoiceField(
        label="Where the person is", choices=PropertyProtection.Whereabouts.choices, widget=Radios()
    )
    danger = words("What is in danger of loss or damage, and why")
    no_other_arrangement = words(
        "Why no other arrangement is made", hint="Who was asked: family, friends, the landlord"
    )


class AuthoriseForm(forms.Form):
    """Who may enter, on which basis and when."""

    basis = forms.ChoiceField(label="Basis", choices=PropertyProtection.Basis.choices, widget=Radios())
    basis_record = words("Who consented and when, or the best-interests record")
    notice_on = DayField(label="Day notice was given", help_text=FOR_EXAMPLE)
    enter_from = DayField(label="Entry from", help_text=FOR_EXAMPLE)
    enter_until = DayField(label="Entry until", help_text=FOR_EXAMPLE)
    officer = forms.TypedChoiceField(
        label="Officer who enters", coerce=int, error_messages={"invalid_choice": NO_OFFICER}
    )
    social_worker = forms.TypedChoiceField(label="Provider’s social worker who is available", coerce=int)

    def __init__(self, *args: Any, officers: Any, social_workers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = [("", "Choose one"), *officers]  # type: ignore[attr-defined]
        self.fields["social_worker"].choices = [("", "Choose one"), *social_workers]  # type: ignore[attr-defined]

    def entry(self) -> Entry:
        """What was typed, as the service takes it."""
        return Entry(**self.cleaned_data)


class EntryForm(forms.Form):
    """The entry as it was made."""

    marks_optional = True
    entered_on = DayField(label="Day of the entry", help_text=FOR_EXAMPLE)
    inventory = words("Inventory", hint="What is protected, in what state, and where it is kept", rows=10)
    social_worker_attended = yes_or_no(label="Whether the social worker was there")
    away_because = words(
        "Why the social worker was not there",
        hint="Where they were not. It is kept in the register. Name nobody.",
        required=False,
    )

    def __init__(self, *args: Any, social_worker: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = f"{social_worker}, the provider’s social worker,"
        self.fields["social_worker_attended"].label = f"Whether {named} was there"


class EndForm(forms.Form):
    """Why it ends, and what it cost."""

    marks_optional = True
    because = words("Why it ends", hint="It is kept in the register. Name nobody.")
    costs = MoneyField(label="Reasonable expenses to recover", required=False)
