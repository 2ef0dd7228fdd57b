"""The figures of a cut, the records behind each, and the figures each record counts in. The council's staff alone."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from delegation.register import record_reading
from delegation.views.places import account_of, council_place_or_404, found_or_404
from returns.catalogue import catalogue
from returns.cld.release_2 import Told, in_words
from returns.compiling import LINES
from returns.handling import unconfirmed_of
from returns.lineage import SUMS, behind, columns_of
from returns.models import Figure, FigureCut
from returns.rounds import reading, selectors
from returns.rounds.corrected import changes_of
from returns.views.places import check_reader, cut_or_404

A_PAGE = 50


def _about(cut: FigureCut) -> dict[str, Any]:
    held = cut.round
    return {"cut": cut, "held": held, "entry": catalogue()[held.kind], "signed": getattr(cut, "sign_off", None)}


@require_safe
def figures(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The figures of a cut, one table at a time."""
    place = council_place_or_404(request)
    cut = cut_or_404(place, ref, number)
    check_reader(request, place)
    tables = selectors.tables_of(cut)
    names = [str(one["table"]) for one in tables]
    asked = request.GET.get("table", "")
    table = asked if asked in names else (names[0] if names else "")
    page = Paginator(selectors.figures_of(cut, table), A_PAGE).get_page(request.GET.get("page"))
    changes = changes_of(cut, table)
    told = _about(cut) | {
        "tables": tables,
        "table": table,
        "page": page,
        "rows": [(one, said(one), opens(one), changes.of(one)) for one in page],
        "changes": changes,
        "added": [(one, said_of(one.file, one.says)) for one in changes.added] if not page.has_next() else [],
        "release_2": in_words(Told(**cut.content["release_2"])) if "release_2" in cut.content else "",
        "unconfirmed": unconfirmed_of(cut.round.kind),
        "may_publish": cut.round.kind == "CLD",
        "place": place,
        "back_href": reverse("returns:round", args=[ref]),
        "back_text": "Back to the round",
    }
    return render(request, "returns/figures.html", told)


def said(figure: Figure) -> str:
    """What a figure is of."""
    return said_of(figure.file, figure.says)


def said_of(file: str, says: Mapping[str, str]) -> str:
    """The same, in the order of its file's columns; a blank is said to be one."""
    columns = [column for column in columns_of(file) if column in says and column.upper() != "LA_CODE"]
    return "; ".join(says[column] or f"no {column.replace('_', ' ').lower()}" for column in columns) or "Total"


def opens(figure: Figure) -> bool:
    """Whether the records behind it can be shown: a count's, and those of a sum."""
    told = (one for one in behind()[figure.file] if one.measure == figure.measure)
    return figure.sources is not None or any(one.counts == SUMS and one.lineage for one in told)


@require_safe
def figure(request: HttpRequest, ref: str, number: int, at: int) -> HttpResponse:
    """The records behind one figure, fifty to a page; that they were opened is in the register."""
    place = council_place_or_404(request)
    cut = cut_or_404(place, ref, number)
    check_reader(request, place)
    one = found_or_404(selectors.figure_of(cut, at))
    records = reading.records_behind(cut, one)
    page = Paginator(records or [], A_PAGE).get_page(request.GET.get("page"))
    record_reading(
        by=account_of(request), council=cut.round.council, subject_kind="return_figure", subject=f"{ref}:{number}:{at}"
    )
    told = _about(cut) | {
        "figure": one,
        "said": said(one),
        "note": next((each.note for each in behind()[one.file] if each.measure == one.measure), ""),
        "named": records is not None,
        "page": page,
        "rows": reading.rows_of_records(cut, list(page)),
        "place": place,
        "back_href": f"{reverse('returns:figures', args=[ref, number])}?table={one.table}",
        "back_text": "Back to the figures",
    }
    return render(request, "returns/figure.html", told)


@require_safe
def record(request: HttpRequest, ref: str, number: int, record: int) -> HttpResponse:
    """One record as it was sent, and every figure it counts in; that it was opened is in the register."""
    place, account = council_place_or_404(request), account_of(request)
    cut = cut_or_404(place, ref, number)
    check_reader(request, place)
    file, says = found_or_404(reading.record_of(cut, record))
    closed = reading.is_closed_to(account, cut.round.council, says)
    subject = f"{ref}:{record}"
    record_reading(by=account, council=cut.round.council, subject_kind="return_record", subject=subject)
    told = _about(cut) | {
        "file": file,
        "line": record % LINES,
        "says": [] if closed else [(field, text) for field, text in says.items() if text],
        "blank": [] if closed else [field for field, text in says.items() if not text],
        "closed": closed,
        "origin": None if closed else reading.origin_of(account, cut.round.council, file, record % LINES),
        "rows": [(one, said(one)) for one in reading.figures_of_record(cut, record)],
        "place": place,
        "back_href": reverse("returns:figures", args=[ref, number]),
        "back_text": "Back to the figures",
    }
    return render(request, "returns/record.html", told)
