"""A cut beside another, or beside what the files would now give: which figures differ, and who entered, left, moved."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from delegation.register import record_reading
from delegation.views.places import account_of, council_place_or_404, found_or_404
from returns.catalogue import catalogue
from returns.comparing import ENTERED, Difference, differences, moves
from returns.models import FigureCut
from returns.refusals import UnusableInput
from returns.rounds import selectors, signing
from returns.rounds.comparisons import TITLES, Compared, as_computed, as_kept, others
from returns.views.figures import said_of
from returns.views.places import check_reader, cut_or_404

A_PAGE = 50


def _pair(cut: FigureCut, name: str, found: Mapping[str, FigureCut]) -> tuple[Compared, Compared] | None:
    """What is looked at, before and after, among what was found; None where there is nothing of that name."""
    this = as_kept(cut, f"Cut {cut.number}")
    if name == "now":
        if signing.nothing_came_since(cut):
            return this, as_kept(cut, TITLES["now"])
        try:
            return this, as_computed(signing.figure(cut.round, with_corrected=False), TITLES["now"])
        except UnusableInput:
            return None
    return (as_kept(found[name], TITLES[name]), this) if name in found else None


def _cut(request: HttpRequest, ref: str, number: int) -> tuple[FigureCut, dict[str, Any]]:
    place = council_place_or_404(request)
    cut = cut_or_404(place, ref, number)
    check_reader(request, place)
    told = {"cut": cut, "held": cut.round, "entry": catalogue()[cut.round.kind], "place": place}
    return cut, told | {"back_href": reverse("returns:figures", args=[ref, number]), "back_text": "Back to the figures"}


@require_safe
def compare(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The figures that differ, fifty to a page."""
    cut, told = _cut(request, ref, number)
    to_compare = others(cut)
    choices = [(name, TITLES[name]) for name in [*to_compare, "now"]]
    asked = request.GET.get("with", choices[0][0])
    name = asked if asked in dict(choices) else choices[0][0]
    pair = _pair(cut, name, to_compare)
    found = differences(pair[0].figures, pair[1].figures) if pair else []
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    hrefs = _hrefs(cut, list(page), name)
    told |= {
        "choices": choices,
        "name": name,
        "pair": pair,
        "page": page,
        "rows": [(one, said_of(one.file, one.says), href) for one, href in zip(page, hrefs, strict=True)],
    }
    return render(request, "returns/compare.html", told)


def _hrefs(cut: FigureCut, shown: list[Difference], name: str) -> list[str]:
    """Where each difference opens into the people behind it, by the figure's place in this cut, where it has one."""
    places = selectors.places_of(cut, {one.file for one in shown})
    found = [places.get((one.file, one.measure, tuple(sorted(one.says.items())))) for one in shown]
    asked = urlencode({"with": name})
    return [f"{reverse('returns:moves', args=[cut.round.ref, cut.number, at])}?{asked}" if at else "" for at in found]


@require_safe
def moves_page(request: HttpRequest, ref: str, number: int, at: int) -> HttpResponse:
    """Who entered and who left one figure, by their records; that they were opened is in the register."""
    cut, told = _cut(request, ref, number)
    figure = found_or_404(selectors.figure_of(cut, at))
    to_compare = others(cut)
    name = request.GET.get("with", next(iter([*to_compare, "now"])))
    pair = _pair(cut, name, to_compare)
    if pair is None:
        raise Http404
    found = moves(figure.file, figure.measure, figure.says, pair[0].lineage, pair[1].lineage)
    page = Paginator(found or [], A_PAGE).get_page(request.GET.get("page"))
    record_reading(
        by=account_of(request), council=cut.round.council, subject_kind="return_figure", subject=f"{ref}:{number}:{at}"
    )
    told |= {
        "figure": figure,
        "said": said_of(figure.file, figure.says),
        "pair": pair,
        "page": page,
        "named": found is not None,
        "entered": sum(one.kind == ENTERED for one in found or []),
        "left": sum(one.kind != ENTERED for one in found or []),
        "rows": [(one, pair[1 if one.kind == ENTERED else 0].cut) for one in page],
        "back_href": f"{reverse('returns:compare', args=[ref, number])}?{urlencode({'with': name})}",
        "back_text": "Back to the comparison",
    }
    return render(request, "returns/moves.html", told)
