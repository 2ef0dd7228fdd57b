"""The schedule of delegated and retained functions, and the Director's taking back of an authorisation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.directory import (
    authorisation_to_revoke,
    authorisations_of_function,
    by_section,
    schedule_in,
)
from delegation.forms import RevokeForm
from delegation.guarded import acts_guarded_by
from delegation.models import Authorisation
from delegation.register_reading import Wanted, last_lines
from delegation.rules import why_kept
from delegation.schedule import FUNCTIONS, Function
from delegation.services import revoke_authorisation
from delegation.views.places import SetUpPage, account_of, found_or_404, may, place_or_404
from delegation.wording import long_day

SHOWN = {"differ": "where the 2014 plan differs", "held": "held by a provider today"}


@require_safe
def schedule(request: HttpRequest) -> HttpResponse:
    """All the functions by section: the law's position beside the 2014 plan's, and who holds each today."""
    place = place_or_404(request)
    rows = schedule_in(place, timezone.localdate())
    counts = {
        position: sum(row.function.lawful_position == position for row in rows)
        for position in ("retained", "conditional", "delegable")
    }
    told = {
        "sections": by_section(row for row in rows if _is_shown(row, request.GET.get("show", ""))),
        "counts": counts | {"all": len(rows), "differ": sum(row.function.seed_differs for row in rows)},
        "held": sum(bool(row.live) for row in rows),
        "show": request.GET.get("show", ""),
        "place": place,
    }
    return render(request, "delegation/schedule.html", told)


def _is_shown(row: Any, show: str) -> bool:
    return (show != "differ" or row.function.seed_differs) and (show != "held" or bool(row.live))


@require_safe
def function(request: HttpRequest, key: str) -> HttpResponse:
    """One function: the law, the condition, what it guards, who holds and held it, and what was done under it."""
    place, account = place_or_404(request), account_of(request)
    row = function_or_404(key)
    live, past = authorisations_of_function(place, key)
    told = {
        "function": row,
        "kept": why_kept(row),
        "guarded": acts_guarded_by(key),
        "live": live,
        "past": past,
        "acts": last_lines(account, place.council, Wanted(function=key, outcome="exercised"), 5),
        "refusals": last_lines(account, place.council, Wanted(function=key, outcome="refused"), 5),
        "may_propose": place.is_council_staff and may(request, place, "propose_schedule_change"),
        "place": place,
        "back_href": reverse("delegation:schedule"),
        "back_text": "Schedule",
    }
    return render(request, "delegation/function.html", told)


def function_or_404(key: str) -> Function:
    if key not in FUNCTIONS:
        raise Http404
    return FUNCTIONS[key]


class Revoke(SetUpPage):
    """The Director takes an authorisation back, from today or a later day."""

    form_class = RevokeForm
    verb = "revoke_authorisation"
    title = "Revoke an authorisation"
    button = "Revoke"
    authorisation: Authorisation

    def find(self, **named: Any) -> None:
        function_or_404(named["key"])
        self.authorisation = found_or_404(authorisation_to_revoke(self.place, named["key"], named["pk"]))

    def get_initial(self) -> dict[str, Any]:
        return {"from_day": self.today}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        of = f"{FUNCTIONS[self.authorisation.function].title}: {self.authorisation.organisation}"
        lead = "From that day its staff can no longer do this. What they did until then stands."
        return super().get_context_data(caption=of, lead=lead, is_warning=True, **named)

    def act(self, form: RevokeForm) -> Authorisation:
        return revoke_authorisation(by=self.by, authorisation=self.authorisation, **form.cleaned_data)

    def done(self, result: Authorisation) -> str:
        return f"The authorisation of {self.authorisation.organisation} is revoked from {long_day(result.revoked_on)}."

    def next_url(self, result: Authorisation | None) -> str:
        return reverse("delegation:function", args=[self.authorisation.function])
