"""The calendar: what is due, by whom, and what is late; and the catalogue of the returns."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.views.places import SetUpPage, account_of, may
from returns.catalogue import catalogue, first_day, in_force, year_of
from returns.forms import OpenRoundForm, day_or
from returns.models import ReturnRound
from returns.rounds.selectors import calendar_of
from returns.rounds.services import open_return_round
from returns.views.places import council_reader_or_refused, reader_or_refused
from returns.wording import row_of

# The first year of the catalogue; there is no last.
FIRST_YEAR = 2014


def years_shown(request: HttpRequest) -> tuple[str, list[str]]:
    """The year asked for, else the last whole one; and the years one can choose."""
    today = timezone.localdate()
    now = first_day(year_of(today)).year
    years = [f"{first}-{(first + 1) % 100:02d}" for first in range(now + 1, FIRST_YEAR - 1, -1)]
    asked = request.GET.get("year", "")
    return (asked if asked in years else years[1]), years


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Every return of a year with its days: what is late first."""
    place, today = reader_or_refused(request), timezone.localdate()
    year, years = years_shown(request)
    rows = [row_of(row, place, today) for row in calendar_of(place, year, today)]
    told = {
        "rows": rows,
        "late": sum(row.is_late for row in rows),
        "open": sum(row.is_open for row in rows),
        "year": year,
        "years": years,
        "place": place,
        "today": today,
        "may_open": place.is_council_staff and may(request, place, "open_return_round"),
    }
    return render(request, "returns/calendar.html", told)


@require_safe
def catalogue_page(request: HttpRequest) -> HttpResponse:
    """The returns of a year: who submits what for which period, by what route, and where that is written."""
    place = council_reader_or_refused(request)
    year, years = years_shown(request)
    told = {
        "entries": in_force(year),
        "gone": [one for one in catalogue().values() if one.to_year and one.to_year < year],
        "year": year,
        "years": years,
        "place": place,
        "back_href": reverse("returns:calendar"),
        "back_text": "Statutory returns",
    }
    return render(request, "returns/catalogue.html", told)


class OpenRound(SetUpPage):
    """The returns officer opens a round of a return for a period."""

    form_class = OpenRoundForm
    verb = "open_return_round"
    title = "Open a round of a return"
    button = "Open the round"
    lead = "Its days are the catalogue’s; where no source confirms them the round says so until you set them."

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET
        return {
            "kind": asked.get("kind", ""),
            "period_start": day_or(asked.get("start", ""), None),
            "period_end": day_or(asked.get("end", ""), None),
        }

    def act(self, form: OpenRoundForm) -> ReturnRound:
        return open_return_round(by=account_of(self.request), council=self.place.council, **form.cleaned_data)

    def done(self, result: ReturnRound) -> str:
        return f"Round {result.ref} is open."

    def next_url(self, result: ReturnRound | None) -> str:
        return reverse("returns:round", args=[result.ref]) if result else reverse("returns:calendar")

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(back_text="Statutory returns", **named)
