"""Brokerage: taking it up, invitations, offers, the price above the envelope, the award, the start."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from delegation.charts import BarChart, bar_chart
from delegation.refusals import NotFound
from delegation.wording import pounds
from verification.forms.brokerage import AwardForm, InviteForm, OfferForm, WeeklyPricesForm
from verification.forms.words import StartForm
from verification.page_selectors import Comparison, comparison_of, comparisons_of, market_of
from verification.services import brokerage
from verification.views.plan_act import PlanActPage
from verification.wording import a_or_an


class TakeUpBrokerage(PlanActPage):
    act_name = "take_up_brokerage"
    service = brokerage.take_up_brokerage
    lead = "A requirement is opened for each funded line that the market must supply."


class RequirementPage(PlanActPage):
    """An act on the requirement of one line, named by the line's key in the address."""

    back_to = "verification:brokerage"
    comparison: Comparison

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.line_key = kwargs["line_key"]
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        found = comparison_of(self.plan, self.line_key)
        if found is None:
            raise NotFound(f"Line {self.line_key} of plan {self.plan.ref} is not being sourced.")
        self.comparison = found
        return super().get_form_kwargs() | {"market": list(market_of(self.plan))}

    def given(self, form: Any) -> dict[str, Any]:
        return {"requirement": self.comparison.requirement.pk, **form.cleaned_data}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        return context | {"comparison": self.comparison, "shows_requirement": True}


class Invite(RequirementPage):
    act_name = "invite_offers"
    service = brokerage.invite_offers
    form_class = InviteForm


class RecordOffer(RequirementPage):
    act_name = "record_offer"
    service = brokerage.record_offer
    form_class = OfferForm

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return kwargs | {"unit": self.comparison.requirement.unit}


class AskForEnvelope(PlanActPage):
    act_name = "request_envelope_change"
    service = brokerage.request_envelope_change
    form_class = WeeklyPricesForm
    back_to = "verification:brokerage"
    lead = "Only the difference goes back to be decided, by someone whose limit covers the new total."

    def get_form_kwargs(self) -> dict[str, Any]:
        live = [each.requirement for each in comparisons_of(self.plan) if each.requirement.live]
        return super().get_form_kwargs() | {
            "lines": [(row.line_key, row.description, row.weekly_envelope) for row in live],
            "reason": "What was tried, and why no offer within the envelope will do.",
        }

    def given(self, form: WeeklyPricesForm) -> dict[str, Any]:
        return {"prices": form.prices(), "reason": form.cleaned_data["reason"]}


class Award(PlanActPage):
    act_name = "award_package"
    service = brokerage.award_package
    form_class = AwardForm
    template_name = "verification/award.html"
    back_to = "verification:brokerage"

    def get_form_kwargs(self) -> dict[str, Any]:
        self.comparisons = comparisons_of(self.plan)
        return super().get_form_kwargs() | {"comparisons": self.comparisons}

    def given(self, form: AwardForm) -> dict[str, Any]:
        return {"choices": form.choices()}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        live = [each for each in self.comparisons if each.requirement.live]
        return context | {
            "without_offer": [each for each in live if not each.offers],
            "charts": {each.requirement.line_key: prices_chart(each) for each in live},
        }


class Start(PlanActPage):
    act_name = "start_package"
    service = brokerage.start_package
    form_class = StartForm
    lead = "Its first review falls due six to eight weeks after the start."


def prices_chart(comparison: Comparison) -> BarChart | None:
    """The offers against the guide price and what the council pays now for the same support; None with no offer."""
    if not comparison.offers:
        return None
    unit = comparison.requirement.unit
    values: list[tuple[str, Any, str]] = [
        (shown.offer.organisation.name, shown.offer.unit_price, pounds(shown.offer.unit_price))
        for shown in comparison.offers
        if shown.offer.unit_price is not None
    ]
    if comparison.guide is not None:
        values.append(("Guide price", comparison.guide, pounds(comparison.guide)))
    if comparison.paid is not None:
        for label, price in (
            ("Lowest paid now", comparison.paid.lowest),
            ("Half paid now are this or less", comparison.paid.median),
            ("Highest paid now", comparison.paid.highest),
        ):
            values.append((label, price, pounds(price)))
    return bar_chart(
        name=f"prices-{comparison.requirement.line_key.lower()}",
        finding=_finding(comparison),
        values=values,
        label_heading="Price",
        value_heading=f"Pounds a {unit}",
    )


def _finding(comparison: Comparison) -> str:
    cheapest = comparison.offers[0]
    said = f"The cheapest offer is {pounds(cheapest.offer.unit_price)} {a_or_an(comparison.requirement.unit)}"
    if cheapest.against_guide is None:
        return f"{said}; the council has set no guide price"
    if cheapest.against_guide == 0:
        return f"{said}, the guide price"
    side = "above" if cheapest.against_guide > 0 else "below"
    return f"{said}, {abs(cheapest.against_guide)}% {side} the guide price"
