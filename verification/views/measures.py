"""The pages of a contract's measures: each against its target, its trend as a picture, and the targets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.contract.forms import TargetForm
from delegation.contract.measures import MEASURES
from delegation.contract.tables import Table, columns, tag
from delegation.contract.targets import set_contract_target
from delegation.contract.workforce_rules import first_of_month
from delegation.contract.workforce_selectors import providers_seen
from delegation.contract.workforce_views import ProviderChoice
from delegation.models import ContractTarget
from delegation.views.places import found_or_404, may, place_or_404
from delegation.wording import long_day
from verification.measures import MeasureSeen, last_months, measures_of, trend

MONTHS = 12


@require_safe
def contract_measures(request: HttpRequest) -> HttpResponse:
    """The measures of one provider, eleven whole months and the one under way; staff of a provider see their own."""
    place = place_or_404(request)
    providers = list(providers_seen(place).order_by("name", "pk"))
    asked = request.GET.get("provider", "")
    found = [one for one in providers if one.key == asked] if asked else providers
    provider = found[0] if found else None
    if asked:
        found_or_404(provider)
    today = timezone.localdate()
    months = [*last_months(MONTHS - 1, today), first_of_month(today)]
    seen = measures_of(provider, months) if provider else []
    told = {
        "provider": provider,
        "providers": providers,
        "table": _against_targets(seen),
        "trends": [(one.measure, trend(one)) for one in seen],
        "place": place,
        "may_set": place.is_council_staff and may(request, place, "set_contract_target"),
    }
    return render(request, "verification/contract_measures.html", told)


def _against_targets(seen: list[MeasureSeen]) -> Table:
    rows = [
        (
            {"text": one.measure.title, "small": one.measure.says},
            one.measure.in_words(one.last.value) if one.last.value is not None else "–",
            one.measure.in_words(one.last.target) if one.last.target is not None else "None set",
            f"{one.last.number:,}",
            _state(one),
        )
        for one in seen
    ]
    month = seen[0].last.label if seen else "this month"
    headings = columns("Measure", "#Figure", "#Target, at most", "#Made of", "State")
    return Table(caption=f"Against the contract in {month}, so far", columns=headings, rows=rows)


def _state(one: MeasureSeen) -> dict[str, str]:
    if one.last.value is None:
        return tag("None counted", "grey")
    if one.is_met is None:
        return tag("No target", "grey")
    return tag("Kept", "green") if one.is_met else tag("Missed", "red")


class SetTarget(ProviderChoice):
    """The contract asks a figure of a measure."""

    form_class = TargetForm
    verb = "set_contract_target"
    title = "Set a target"
    button = "Set target"
    lead = "What was measured before that day keeps the target it had."

    def act(self, form: TargetForm) -> ContractTarget:
        typed = dict(form.cleaned_data)
        organisation = self.organisation(typed)
        return set_contract_target(by=self.by, council=self.place.council, organisation=organisation, **typed)

    def done(self, result: ContractTarget) -> str:
        measure = MEASURES[result.measure]
        return f"{measure.title}: at most {measure.in_words(result.value)} from {long_day(result.from_day)}."

    def next_url(self, result: ContractTarget | None) -> str:
        return reverse("verification:contract_measures")
