"""The forms of charging and of its policy."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from casework.charging.policies import PolicyFigure
from casework.charging.rules import CATEGORIES, FIGURES, SUPPORT, Means
from casework.charging.services import ChargeDetails
from casework.forms.fields import CaseworkForm, Group, Passage, short, yes_or_no
from casework.models import SupportPlan
from delegation.govuk import DayField, MoneyField, Radios

NOT_ASKED = "Leave it at nought where the person would not tell, or agreed without a full assessment."


class CalculateForm(CaseworkForm):
    """For what, from when and on which means a charge is worked out."""

    groups = (
        Group(
            title="What it is for", fields=("support", "plan", "from_day", "weekly_cost", "outside_aftercare_because")
        ),
        Group(
            title="The person’s means",
            fields=(
                "has_declined",
                "is_light_touch",
                "category",
                "weekly_income",
                "allowances",
                "disability_expenditure",
                "capital",
                "evidence",
            ),
        ),
    )
    support = forms.ChoiceField(
        label="What the charge is for",
        choices=[(key, one.title) for key, one in SUPPORT.items()],
        widget=Radios(
            hints={key: f"Never charged for: {one.law}" for key, one in SUPPORT.items() if not one.is_chargeable}
        ),
    )
    plan = forms.ChoiceField(label="Plan the support is of", required=False)
    from_day = DayField(label="Charged from", help_text="The policy in force on this day is used.")
    weekly_cost = MoneyField(label="Cost of the support a week")
    outside_aftercare_because = Passage(
        label="Why it is no part of after-care",
        required=False,
        rows=2,
        help_text="Only where the person also has after-care under section 117.",
    )
    has_declined = yes_or_no(label="Did the person decline to tell their means?")
    is_light_touch = yes_or_no(label="Did the person agree to be charged without a full assessment?")
    category = forms.ChoiceField(
        label="Whose minimum income guarantee", choices=list(CATEGORIES.items()), widget=Radios()
    )
    weekly_income = MoneyField(label="Income a week", help_text=NOT_ASKED, initial="0.00")
    allowances = MoneyField(label="Rent, council tax and other allowances a week", initial="0.00")
    disability_expenditure = MoneyField(label="Disability-related expenditure a week", initial="0.00")
    capital = MoneyField(label="Capital in all", help_text=NOT_ASKED, initial="0.00")
    evidence = Passage(label="What was seen", rows=2)

    def __init__(self, *args: Any, plans: Iterable[SupportPlan] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "No plan yet"), *((plan.ref, f"{plan.ref}, {plan.get_state_display()}") for plan in plans)]
        self.fields["plan"].choices = choices  # type: ignore[attr-defined]

    def details(self) -> ChargeDetails:
        """What was typed."""
        typed = self.cleaned_data
        told = {name: typed[name] for name in Means.__dataclass_fields__}
        rest = ("support", "plan", "from_day", "evidence", "outside_aftercare_because")
        return ChargeDetails(means=Means(**told), **{name: typed[name] for name in rest})


class DecideForm(CaseworkForm):
    """What the council decides."""

    weekly = MoneyField(label="Charge a week", help_text="As worked out, or what the council decides instead.")
    reasons = Passage(label="Reasons", required=False, rows=3, help_text="Where it is not what was worked out.")


class WaiveForm(CaseworkForm):
    """Why a charge is waived."""

    because = Passage(label="Reason", rows=3)


class ConfirmForm(CaseworkForm):
    """One act with nothing to type."""


class PolicyForm(CaseworkForm):
    """A version of the policy: each figure with its source."""

    from_day = DayField(label="In force from")
    choices_made = Passage(label="Choices the council made", rows=5, help_text="What the figures alone do not say.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, one in FIGURES.items():
            self.fields[key] = forms.DecimalField(
                label=f"{one.title} ({one.unit})",
                min_value=one.least,
                max_value=one.most,
                decimal_places=2,
                max_digits=12,
                help_text=f"Law: {one.law}",
                widget=forms.TextInput({"class": "govuk-input--width-10", "inputmode": "decimal"}),
            )
            self.fields[f"source_{key}"] = forms.CharField(
                label=f"Source: {one.title[:1].lower()}{one.title[1:]}",
                help_text="Where the council decided this figure.",
                widget=short(20),
                max_length=300,
            )

    def figures(self) -> Mapping[str, PolicyFigure]:
        """What was typed."""
        typed = self.cleaned_data
        return {key: PolicyFigure(amount=typed[key], source=typed[f"source_{key}"]) for key in FIGURES}


class ApproveForm(CaseworkForm):
    """By which decision of the council."""

    decision = forms.CharField(
        label="The council’s decision", max_length=300, help_text="Which body or officer, when and under which minute."
    )


class WithdrawForm(CaseworkForm):
    """Why a draft is withdrawn."""

    because = Passage(label="Reason", rows=2)
