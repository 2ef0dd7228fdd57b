"""The register of acts as pages: newest first, one line with its proof, and a file to take away."""

import csv
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.directory import Place, acting_organisations
from delegation.forms import RegisterForm
from delegation.register import record_reading
from delegation.register_reading import (
    MOST_LINES,
    Wanted,
    line_at,
    lines_as_cells,
    lines_wanted,
    page_of_lines,
)
from delegation.selectors import organisations_seen_by
from delegation.views.places import account_of, found_or_404, place_or_404


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register, newest first, narrowed by what was asked; a page costs the same at any length."""
    place = place_or_404(request)
    form = _form(request, place)
    wanted = _wanted(form)
    lines = page_of_lines(
        account_of(request),
        lines_wanted(account_of(request), place.council, wanted),
        before=_place_in(request, "before"),
        after=_place_in(request, "after"),
    )
    told = {
        "form": form,
        "lines": lines,
        "place": place,
        "sees_all": place.council.pk in organisations_seen_by(account_of(request)),
        "is_narrowed": wanted != Wanted(),
        "refusals_only": wanted.outcome == "refused",
        "most": MOST_LINES,
        "asked": _without_places(request),
        "older_href": _beside(request, "before", lines.older_than),
        "newer_href": _beside(request, "after", lines.newer_than),
    }
    return render(request, "delegation/register.html", told)


@require_safe
def register_line(request: HttpRequest, council: str, seq: int) -> HttpResponse:
    """One line of the register, whole, with what its hashes say today."""
    place = place_or_404(request)
    line, proof = found_or_404(
        line_at(account_of(request), place.council, seq) if place.council.key == council else None
    )
    told = {
        "line": line,
        "proof": proof,
        "back_href": reverse("delegation:register"),
        "back_text": "Register",
    }
    return render(request, "delegation/register_line.html", told)


@require_safe
def register_download(request: HttpRequest) -> StreamingHttpResponse:
    """The lines asked for, at most ten thousand, as CSV. That they were taken away is a line of the register too."""
    place, account = place_or_404(request), account_of(request)
    acts = lines_wanted(account, place.council, _wanted(_form(request, place)))
    before = _place_in(request, "before")
    acts = acts if before is None else acts.filter(seq__lt=before)
    record_reading(by=account, council=place.council, subject_kind="register", subject=place.council.key)
    name = f"register-{place.council.key}-{timezone.localdate():%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        _csv(lines_as_cells(account, acts)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


class _Line:
    """What csv.writer writes to: it hands each line straight on."""

    def write(self, line: str) -> str:
        return line


def _csv(rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    writer: Any = csv.writer(_Line())
    yield "\ufeff"  # so that a spreadsheet reads it as UTF-8
    for row in rows:
        yield writer.writerow(row)


def _form(request: HttpRequest, place: Place) -> RegisterForm:
    return RegisterForm(request.GET, organisations=acting_organisations(place))


def _wanted(form: RegisterForm) -> Wanted:
    form.is_valid()
    return form.wanted()


def _place_in(request: HttpRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else None


def _without_places(request: HttpRequest) -> str:
    return _asked(request).urlencode()


def _beside(request: HttpRequest, name: str, place: int | None) -> str:
    if place is None:
        return ""
    asked = _asked(request)
    asked[name] = str(place)
    return f"?{asked.urlencode()}"


def _asked(request: HttpRequest) -> QueryDict:
    """What narrows the register, without the place and without empty boxes."""
    asked = QueryDict(mutable=True)
    for name, value in request.GET.items():
        if value and name not in ("before", "after"):
            asked[name] = str(value)
    return asked
