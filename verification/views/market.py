"""What the council sets: guide prices, and what urgent support may cost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from delegation.models import Organisation
from delegation.pages import ActPage
from delegation.refusals import NotFound
from verification.forms.market import GuidePriceForm, UrgentAmountForm
from verification.page_selectors import council_of, guide_prices_of, urgent_amounts_of
from verification.services import market


class SettingPage(ActPage):
    """What the council set before, and the form that sets it anew. Somebody of no council finds no such page."""

    council: Organisation

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = council_of(request.user)
        if found is None:
            raise NotFound("There is no such page for your organisation.")
        self.council = found
        return super().dispatch(request, *args, **kwargs)


class GuidePrices(SettingPage):
    form_class = GuidePriceForm
    template_name = "verification/guide_prices.html"

    def act(self, form: Any) -> Any:
        return market.set_guide_price(council=self.council, by=self.request.user, **form.cleaned_data)

    def done(self, result: Any) -> str:
        return f"Guide price set: {result.service_component}, £{result.price} a {result.unit}."

    def next_url(self, result: Any) -> str:
        return reverse("verification:guide_prices")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(rows=guide_prices_of(self.council), **context)


class UrgentAmounts(SettingPage):
    form_class = UrgentAmountForm
    template_name = "verification/urgent_amounts.html"

    def act(self, form: Any) -> Any:
        return market.set_urgent_amount(council=self.council, by=self.request.user, **form.cleaned_data)

    def done(self, result: Any) -> str:
        return f"Urgent support may cost £{result.weekly:,.2f} a week, for {result.days} days at most."

    def next_url(self, result: Any) -> str:
        return reverse("verification:urgent_amounts")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(rows=urgent_amounts_of(self.council), **context)
