"""What is typed about direct payments."""

from collections.abc import Sequence
from typing import Any

from django import forms

from casework.complaints.forms import FOR_EXAMPLE, words
from casework.rules import DIRECT_PAYMENT_CONDITIONS
from delegation.govuk import Checkboxes, DayField, MoneyField, Radios
from delegation.records import SHORT
from verification.models import DirectPayment

Choices = Sequence[tuple[Any, Any]]


def conditions_met(section: str, *, required: bool = False) -> forms.MultipleChoiceField:
    """The conditions of one section, to be ticked where they are met."""
    rows = [row for row in DIRECT_PAYMENT_CONDITIONS if row["section"] == section]
    return forms.MultipleChoiceField(
        label=f"Which conditions of section {section} are met",
        choices=[(row["key"], row["title"]) for row in rows],
        widget=Checkboxes(hints={row["key"]: row["source"] for row in rows}),
        required=required,
    )


class SellerForm(forms.Form):
    """Whose care a payment buys."""

    sold_by = forms.ChoiceField(
        label="Whose care it buys",
        choices=DirectPayment.SoldBy.choices,
        widget=Radios(
            hints={
                "organisation": "It does not decide on its own services. Choose it below.",
                "elsewhere": "For example a personal assistant",
                "unknown": "Then only the council decides.",
            }
        ),
    )
    seller = forms.ChoiceField(
        label="Which organisation", required=False, help_text="Where one that is known here sells the care"
    )

    def __init__(self, *args: Any, sellers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seller"].choices = [("", "None of them"), *sellers]  # type: ignore[attr-defined]


class NameSellerForm(SellerForm):
    """The same, once it is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [choice for choice in DirectPayment.SoldBy.choices if choice[0] != DirectPayment.SoldBy.UNKNOWN]
        self.fields["sold_by"].choices = known  # type: ignore[attr-defined]


class RequestForm(SellerForm):
    """Who asks for a direct payment."""

    section = forms.ChoiceField(label="Who asks", choices=DirectPayment.Section.choices, widget=Radios())
    asked_by = forms.CharField(
        label="In words",
        max_length=SHORT,
        help_text="For example, the adult; or their deputy by order of the Court of Protection. Name nobody.",
    )
    requested_on = DayField(label="Day it was asked for", help_text=FOR_EXAMPLE)
    field_order = ("section", "asked_by", "sold_by", "seller", "requested_on")


class ApproveForm(forms.Form):
    """What was found of each condition."""

    marks_optional = True
    not_excluded = forms.TypedChoiceField(
        label="Whether Schedule 1 excludes anybody who would be paid",
        help_text="It excludes people whom a court or a licence requires to be treated for drugs or alcohol (reg 2).",
        choices=[("yes", "Nobody is excluded"), ("no", "Somebody is excluded")],
        coerce=lambda said: said == "yes",
        widget=Radios(),
    )
    relative = forms.ChoiceField(
        label="Whether a close relative of the household is paid",
        choices=DirectPayment.Relative.choices,
        widget=Radios(),
    )
    relative_because = words("Why that is necessary", required=False, rows=3)
    consulted = words("Who was consulted", hint="Under section 32, regulation 5", required=False, rows=3)
    certificate_on = DayField(
        label="Day of the enhanced criminal record certificate",
        help_text="Under section 32, where the one who is paid is neither a close relative nor a friend",
        required=False,
    )
    first_paid_on = DayField(label="Day of the first payment", help_text=FOR_EXAMPLE)
    reasons = words("Reasons")

    def __init__(self, *args: Any, section: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["conditions"] = conditions_met(section, required=True)
        self.order_fields(["conditions"])
        if section == DirectPayment.Section.CAPACITY:
            del self.fields["consulted"], self.fields["certificate_on"]


class ReviewForm(forms.Form):
    """The conditions as they are found."""

    findings = words("What was found")

    def __init__(self, *args: Any, section: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["conditions"] = conditions_met(section)
        self.order_fields(["conditions"])


class RefuseForm(forms.Form):
    """Why a payment is refused."""

    reasons = words("Reasons", hint="The person is told them")


class CallReviewForm(forms.Form):
    """Why a review is called now."""

    because = words("What the doubt is", hint="It is kept in the register. Name nobody.", rows=3)


class TerminateForm(forms.Form):
    """On which ground, from when and why a payment ends."""

    ground = forms.ChoiceField(label="Ground", choices=DirectPayment.Ground.choices, widget=Radios())
    ended_on = DayField(label="Last day it is paid", help_text=FOR_EXAMPLE)
    because = words("Why it ends", hint="The person is told")


class RepayForm(forms.Form):
    """How much is repaid and why."""

    amount = MoneyField(label="Amount to be repaid")
    because = words("Why, and how it is reckoned")
