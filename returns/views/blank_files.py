"""The blank file of a round's return, to be filled in: a line of headings, or a workbook with the codes."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from delegation.views.places import found_or_404, place_or_404
from returns.blank_file import blank_csv, blank_workbook
from returns.handling import specification_of
from returns.views.places import answer_file, check_reader, round_or_404

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def blank_file(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """The headings of the file as CSV, or a workbook; it holds nobody's data. Not found where no file is collected."""
    place = place_or_404(request)
    held = round_or_404(place, ref)
    check_reader(request, place)
    asked, title = found_or_404(specification_of(held.kind, held.period_end))
    if kind == "xlsx":
        return answer_file(blank_workbook(asked, title), f"{held.kind}.xlsx", SHEET)
    return answer_file(blank_csv(asked), f"{held.kind}.csv", "text/csv; charset=utf-8")
