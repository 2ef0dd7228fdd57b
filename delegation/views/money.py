"""Financial limits, and cover for absence with the limit that goes with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.directory import cover_by_number, covers_of, limits_of, worker_of, workers_of
from delegation.forms import CoverForm, LimitForm, ReasonForm
from delegation.models import Cover, FinancialLimit
from delegation.services import end_cover, give_cover, set_financial_limit
from delegation.views.places import SetUpPage, account_of, council_place_or_404, found_or_404, may
from delegation.wording import long_day


@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """Who may agree how much today, and the limits there were. No limit means nought."""
    place = council_place_or_404(request)
    now, over = limits_of(place.council, timezone.localdate())
    told = {
        "now": now,
        "over": over,
        "place": place,
        "today": timezone.localdate(),
        "may_set": may(request, place, "set_financial_limit"),
    }
    return render(request, "delegation/limits.html", told)


@require_safe
def cover(request: HttpRequest) -> HttpResponse:
    """Who covers for whom now, and did."""
    place = council_place_or_404(request)
    now, over = covers_of(place.council, timezone.localdate())
    told = {
        "now": now,
        "over": over,
        "place": place,
        "today": timezone.localdate(),
        "ends_any": may(request, place, "set_financial_limit"),
        "mine": account_of(request).worker_id,
    }
    return render(request, "delegation/cover.html", told)


class SetLimit(SetUpPage):
    """The Director sets how much a role or a person may agree from a day."""

    form_class = LimitForm
    verb = "set_financial_limit"
    title = "Set a financial limit"
    button = "Set limit"
    lead = "It follows the one in force, which ends the day before. Nobody sets their own."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"people": people_of(self.place, self.today)}

    def act(self, form: LimitForm) -> FinancialLimit:
        typed = dict(form.cleaned_data)
        worker = worker_of(self.place.council, int(typed["worker"]), self.today) if typed["worker"] else None
        typed |= {"worker": worker, "weekly": typed["weekly"] or 0, "whole_life": typed["whole_life"] or 0}
        return set_financial_limit(by=self.by, council=self.place.council, **typed)

    def done(self, result: FinancialLimit) -> str:
        return f"The limit is set from {long_day(result.from_day)}."

    def next_url(self, result: FinancialLimit | None) -> str:
        return reverse("delegation:limits")


class GiveCover(SetUpPage):
    """The one who will be away, or the Director, lets somebody act in their place."""

    form_class = CoverForm
    verb = "give_cover"
    title = "Give cover for an absence"
    button = "Give cover"
    lead = "Whoever covers acts with the other’s role and limit, and never on what either had a hand in."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"people": people_of(self.place, self.today)}

    def get_initial(self) -> dict[str, Any]:
        return {"covered": self.by.worker_id}

    def act(self, form: CoverForm) -> Cover:
        typed = dict(form.cleaned_data)
        for name in ("covered", "covering"):
            typed[name] = found_or_404(worker_of(self.place.council, int(typed[name]), self.today))
        return give_cover(by=self.by, council=self.place.council, **typed)

    def done(self, result: Cover) -> str:
        return f"{result.covering} covers for {result.covered} until {long_day(result.to_day)}."

    def next_url(self, result: Cover | None) -> str:
        return reverse("delegation:cover")


class EndCover(SetUpPage):
    """The one away, the one covering, or the Director ends a cover from today."""

    form_class = ReasonForm
    verb = "end_cover"
    title = "End cover"
    button = "End cover"
    cover: Cover

    def find(self, **named: Any) -> None:
        self.cover = found_or_404(cover_by_number(self.place.council, named["pk"]))

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        of = f"{self.cover.covering} for {self.cover.covered}, to {long_day(self.cover.to_day)}"
        return super().get_context_data(caption=of, **named)

    def act(self, form: ReasonForm) -> Cover:
        return end_cover(by=self.by, cover=self.cover, **form.cleaned_data)

    def done(self, result: Cover) -> str:
        return "The cover is ended from today."

    def next_url(self, result: Cover | None) -> str:
        return reverse("delegation:cover")


def people_of(place: Any, on: Any) -> list[tuple[int, str]]:
    """Those who hold a post in the council, to choose from."""
    return [(worker.pk, worker.name) for worker in workers_of(place.council, on)]
