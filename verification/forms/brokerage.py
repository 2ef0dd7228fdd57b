"""What a broker types: who is asked, what they answered, which offer is taken, what more it costs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from delegation.govuk import Checkboxes, DayField, MoneyField, Radios
from delegation.models import Organisation
from delegation.wording import pounds
from verification.forms.words import words
from verification.models import FundedLine, Offer
from verification.page_selectors import Comparison, OfferShown
from verification.services.brokerage import AwardChoice


class InviteForm(forms.Form):
    """Which care providers are asked."""

    organisations = forms.TypedMultipleChoiceField(label="Care providers", coerce=int, widget=Checkboxes)

    def __init__(self, *args: Any, market: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisations"]
        field.choices = [(each.pk, each.name) for each in market]
        field.widget.hints = {str(each.pk): f"CQC: {each.cqc_rating or 'not rated'}" for each in market}


class OfferForm(forms.Form):
    """What one care provider answered."""

    organisation = forms.TypedChoiceField(label="Care provider", coerce=int)
    kind = forms.ChoiceField(
        label="Answer",
        choices=[("offer", "They made an offer"), ("declined", "They declined"), ("none", "No answer by the day")],
        widget=Radios,
    )
    unit_price = MoneyField(label="Price of one unit", required=False)
    one_off = MoneyField(label="One-off cost (optional)", required=False)
    available_from = DayField(label="Available from (optional)", required=False)
    note = words("Note (optional)", required=False, rows=3)

    def __init__(self, *args: Any, market: Sequence[Organisation], unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.choices = [("", "Choose a care provider"), *((each.pk, each.name) for each in market)]
        self.fields["unit_price"].label = f"Price of one {unit}"
        self.fields["unit_price"].help_text = "Only for an offer. Pounds and pence, like 21.50"

    def clean(self) -> dict[str, Any]:
        """An offer has a price."""
        is_offer = self.cleaned_data.get("kind") == Offer.Kind.OFFER
        if is_offer and self.cleaned_data.get("unit_price") is None and "unit_price" not in self.errors:
            self.add_error("unit_price", "Enter the price, in pounds and pence, like 21.50")
        self.cleaned_data["one_off"] = self.cleaned_data.get("one_off") or Decimal("0.00")
        return self.cleaned_data


class WeeklyPricesForm(forms.Form):
    """A new weekly price for each of some lines, and why."""

    def __init__(self, *args: Any, lines: Sequence[tuple[str, str, Decimal]], reason: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = [key for key, _, _ in lines]
        for key, said, now in lines:
            self.fields[f"weekly_{key}"] = MoneyField(
                label=f"Line {key}: {said}",
                help_text=f"Pounds a week. Now {pounds(now)}. Leave empty where it stays.",
                required=False,
            )
        self.fields["reason"] = words("Reason", hint=reason)

    def prices(self) -> dict[str, Decimal]:
        """The weekly pounds typed, by line."""
        typed = {key: self.cleaned_data.get(f"weekly_{key}") for key in self.keys}
        return {key: price for key, price in typed.items() if price is not None}


class ChangeForm(WeeklyPricesForm):
    """A change of a running package, from a day."""

    effective_on = DayField(label="From what day", required=False, help_text="Nothing changes until it is decided")


@dataclass(frozen=True)
class AwardGroup:
    """A requirement with its market, and the boxes that award it."""

    comparison: Comparison
    boxes: Sequence[BoundField]


class AwardForm(forms.Form):
    """One offer for each requirement, what the person chose, and why where it is not the cheapest."""

    def __init__(self, *args: Any, comparisons: Sequence[Comparison], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.comparisons = [each for each in comparisons if each.requirement.live and each.offers]
        for each in self.comparisons:
            key = each.requirement.line_key
            self.fields[f"{key}_offer"] = forms.TypedChoiceField(
                label=f"Offer taken for line {key}",
                choices=[(shown.offer.pk, _offer_said(shown)) for shown in each.offers],
                coerce=int,
                widget=Radios(hints={str(shown.offer.pk): _offer_hint(shown) for shown in each.offers}),
            )
            self.fields[f"{key}_choice"] = words(
                "What the person chose", hint="Or why they could not be asked.", rows=3
            )
            self.fields[f"{key}_value"] = words(
                "Why it is value for money", hint="Where a cheaper offer was made.", required=False, rows=3
            )

    def groups(self) -> Iterator[AwardGroup]:
        """The requirements in order with their boxes, for the page."""
        for each in self.comparisons:
            key = each.requirement.line_key
            yield AwardGroup(each, [self[f"{key}_{box}"] for box in ("offer", "choice", "value")])

    def choices(self) -> list[AwardChoice]:
        """What was chosen, as the service takes it."""
        typed = self.cleaned_data
        return [
            AwardChoice(
                offer=typed[f"{each.requirement.line_key}_offer"],
                persons_choice=typed[f"{each.requirement.line_key}_choice"],
                value_for_money_reason=typed[f"{each.requirement.line_key}_value"],
            )
            for each in self.comparisons
        ]


def _offer_said(shown: OfferShown) -> str:
    return f"{shown.offer.organisation.name}, {pounds(shown.offer.weekly or Decimal(0))} a week"


def _offer_hint(shown: OfferShown) -> str:
    if not shown.is_within:
        return "Above the envelope: ask for the difference to be decided first."
    return "The cheapest offer" if shown.is_cheapest else ""


def lines_paid(lines: Sequence[FundedLine], said: Any) -> list[tuple[str, str, Decimal]]:
    """The funded lines with their words and what is paid a week now."""
    return [(line.line_key, said.get(line.line_key, ""), line.weekly) for line in lines if line.outcome != "refuse"]
