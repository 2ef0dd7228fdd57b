"""What leaves a round in another shape: the blank file to fill in, the published copy, the pictures of a file."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache

import polars as pl
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from delegation.views.places import council_place_or_404, found_or_404, place_or_404
from returns.blank_file import blank_csv, blank_workbook
from returns.catalogue import catalogue
from returns.cld.checking.specification import release_of
from returns.cld.typed_rows import typed_rows
from returns.handling import CLIENT_LEVEL_DATA, specification_of
from returns.keeping import path_of
from returns.models import CollectedFile, Figure, ReturnRound
from returns.pictures import (
    TIMED,
    YearFigure,
    completeness,
    completeness_picture,
    timeliness,
    timeliness_picture,
    years_picture,
)
from returns.published_cut import published_csv, published_of
from returns.rounds import selectors
from returns.specification import specification
from returns.views.figures import said
from returns.views.places import answer_file, check_reader, cut_or_404, round_or_404

CSV = "text/csv; charset=utf-8"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _pictured(held: ReturnRound, file: CollectedFile) -> tuple[pl.DataFrame, pl.DataFrame]:
    """How full the fields of the accepted rows are, a blank being nothing, and how long their events took."""
    if held.kind == CLIENT_LEVEL_DATA:
        return _of_client_level_data(file.rows_sha256, str(release_of(held.period_end)))
    spec, _ = found_or_404(specification_of(held.kind, held.period_end))
    kept = pl.read_parquet(path_of(file.rows_sha256))
    return completeness(kept.select(pl.col(spec.names).replace("", None)), spec), pl.DataFrame()


@lru_cache(maxsize=32)
def _of_client_level_data(rows_sha256: str, release: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The kept rows never change under their hash, so a few lines about a million of them are worked out once."""
    spec = specification("cld", release)
    rows = typed_rows(pl.read_parquet(path_of(rows_sha256)), spec)
    return completeness(rows, spec), timeliness(rows)


@require_safe
def blank_file(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """The file to fill in for this round, in the release of its period: CSV, or a workbook with the codes."""
    place = place_or_404(request)
    held = round_or_404(place, ref)
    check_reader(request, place)
    spec, title = found_or_404(specification_of(held.kind, held.period_end))
    name = f"{held.kind}-release-{spec.release}.{kind}" if spec.release else f"{held.kind}.{kind}"
    if kind == "csv":
        return answer_file(blank_csv(spec), name, CSV)
    return answer_file(blank_workbook(spec, title), name, WORKBOOK)


@require_safe
def file_pictures(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """How full the fields of a file are and, of Client Level Data, how long its assessments and reviews took.

    Each picture has its table beside it.
    """
    place = place_or_404(request)
    held = round_or_404(place, ref)
    file = found_or_404(selectors.file_of(place, held, number))
    check_reader(request, place)
    full, took = _pictured(held, file)
    timed = TIMED if held.kind == CLIENT_LEVEL_DATA else ()
    told = {
        "held": held,
        "file": file,
        "entry": catalogue()[held.kind],
        "charts": [
            completeness_picture(full, name="fields"),
            *(timeliness_picture(took, name=event.lower(), event=event) for event in timed),
        ],
        "place": place,
        "back_href": reverse("returns:file", args=[ref, number]),
        "back_text": f"File {number}",
    }
    return render(request, "returns/file_pictures.html", told)


@require_safe
def published_copy(request: HttpRequest, ref: str, number: int, table: str) -> HttpResponse:
    """One table of a cut as it may be published: small numbers suppressed, the others rounded."""
    place = council_place_or_404(request)
    cut = cut_or_404(place, ref, number)
    check_reader(request, place)
    if cut.round.kind != CLIENT_LEVEL_DATA:  # how the centre publishes the others was not found
        raise Http404
    if table not in [str(one["table"]) for one in selectors.tables_of(cut)]:
        raise Http404
    name = f"{cut.round.kind}-{table}-published-copy.csv"
    return answer_file(published_csv(cut, table, published_of(cut)), name, CSV)


@require_safe
def figure_years(request: HttpRequest, ref: str, number: int, at: int) -> HttpResponse:
    """One figure over the years: of every signed return of its kind, with the cut asked about."""
    place = council_place_or_404(request)
    cut = cut_or_404(place, ref, number)
    check_reader(request, place)
    one = found_or_404(selectors.figure_of(cut, at))
    years = [
        YearFigure(year=f"{each.cut.round.period_end:%d %b %Y}", value=_number(each))
        for each in selectors.same_figure(one)
    ]
    told = {
        "cut": cut,
        "held": cut.round,
        "figure": one,
        "said": said(one),
        "chart": years_picture(years, name="years", title=said(one)),
        "place": place,
        "back_href": f"{reverse('returns:figures', args=[ref, number])}?table={one.table}",
        "back_text": "Back to the figures",
    }
    return render(request, "returns/figure_years.html", told)


def _number(figure: Figure) -> Decimal | None:
    try:
        return Decimal(figure.value)
    except InvalidOperation:
        return None
