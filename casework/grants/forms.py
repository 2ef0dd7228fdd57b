"""What is typed about a disabled facilities grant."""

from django import forms

from casework.complaints.forms import FOR_EXAMPLE, words
from casework.models import GrantApplication
from delegation.govuk import DayField, MoneyField, Radios


class GrantForm(forms.Form):
    """A full application."""

    purpose = forms.ChoiceField(label="Purpose of the works", choices=GrantApplication.Purpose.choices, widget=Radios())
    works = words("The works applied for")
    applied_on = DayField(label="Day of the full application", help_text=FOR_EXAMPLE)


class ConfirmForm(forms.Form):
    """Whether the works are necessary and appropriate."""

    is_necessary = forms.TypedChoiceField(
        label="Whether the works are necessary and appropriate",
        choices=[("yes", "Necessary and appropriate"), ("no", "Not necessary and appropriate")],
        coerce=lambda said: said == "yes",
        widget=Radios(),
    )
    because = words("Why", hint="From the assessment of the person and of the dwelling", rows=6)


class ApproveForm(forms.Form):
    """How much is granted, and why."""

    marks_optional = True
    amount = MoneyField(label="Amount", help_text="At most £30,000")
    reasons = words("Why the works are reasonable and practicable")
    pay_from = DayField(label="Payment put off to", required=False, help_text="Leave out where it is not put off")


class RefuseForm(forms.Form):
    """Why a grant is refused."""

    reasons = words("Reasons", hint="The applicant is notified of them")
