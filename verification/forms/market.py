"""What the council sets for its market and for urgent support."""

from django import forms

from casework.code_lists import service_components
from casework.models import PlannedSupport
from delegation.govuk import DayField, MoneyField


def kinds_of_support() -> list[tuple[str, str]]:
    """The kinds of support, with an empty first choice."""
    return [("", "Choose a kind of support"), *service_components()]


class GuidePriceForm(forms.Form):
    """What one unit of a kind of support should cost."""

    service_component = forms.ChoiceField(label="Kind of support", choices=kinds_of_support)
    unit = forms.ChoiceField(label="Unit", choices=[("", "Choose a unit"), *PlannedSupport.Unit.choices])
    price = MoneyField(label="Price of one unit", help_text="Pounds and pence, like 21.50")
    from_day = DayField(label="First day", help_text="For example, 1 4 2026")


class UrgentAmountForm(forms.Form):
    """The most urgent support may cost and last."""

    weekly = MoneyField(label="The most a week", help_text="Pounds a week")
    days = forms.IntegerField(label="The most days", min_value=1, max_value=14, help_text="At most 14")
    from_day = DayField(label="First day", help_text="For example, 1 4 2026")
