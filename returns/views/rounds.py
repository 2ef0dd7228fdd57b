"""One round: where it stands, what may be done next, its files, its cuts, its history."""

import contextlib
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question
from delegation.directory import Place
from delegation.models import Organisation
from delegation.pages import ActPage
from delegation.register import record_reading
from delegation.register_reading import Wanted, last_lines
from delegation.views.places import account_of, found_or_404, may, place_or_404
from returns.catalogue import catalogue
from returns.forms import DaysForm, SendFileForm
from returns.handling import CLIENT_LEVEL_DATA, specification_of, unconfirmed_of
from returns.keeping import path_of
from returns.models import CollectedFile, ReturnRound
from returns.refusals import UnusableInput
from returns.reports import as_csv, as_workbook, faults_of
from returns.rounds import reading, selectors
from returns.rounds.asking import collection_question
from returns.rounds.refusals import ClosedRecord
from returns.rounds.rules import lateness
from returns.rounds.services import Prepared, collect_return_file, prepare, set_return_days
from returns.rounds.words import KIND
from returns.views.places import RoundPage, answer_file, check_reader, open_to_reader, round_or_404
from returns.wording import counts_of, tag_of

A_PAGE = 50
MOST_LINES = 20
# What may be done next, where the round stands: the address, the words, the kind of button, and the act.
NEXT = {
    "collecting": (("compile", "Compile the figures", "", "compile_return"),),
    "compiled": (
        ("review", "Record the review", "", "review_return"),
        ("back", "Send back", "secondary", "send_return_back"),
    ),
    "reviewed": (
        ("sign", "Sign off", "", "sign_return"),
        ("back", "Send back", "secondary", "send_return_back"),
    ),
    "signed": (
        ("submit", "Record the submission", "", "submit_return"),
        ("back", "Send back", "secondary", "send_return_back"),
    ),
    "submitted": (("reopen", "Submit again", "secondary", "reopen_return"),),
}
# What only the council does with a round, wherever it stands.
COUNCILS_OWN = ("collect_casework", "set_return_days")


@require_safe
def round_page(request: HttpRequest, ref: str) -> HttpResponse:
    """A round with its days, files, cuts and acts; buttons only for what this person may do."""
    place, today = place_or_404(request), timezone.localdate()
    held = round_or_404(place, ref)
    acts = _acts_open(request, place, held, today)
    files = list(selectors.files_of(place, held)[:A_PAGE])
    cuts = list(selectors.cuts_of(held)) if place.is_council_staff else []
    told = {
        "held": held,
        "entry": catalogue()[held.kind],
        "tag": tag_of(held),
        "late": lateness(held.state, held.due_on, held.cut_off_on, bool(files), today),
        "files": files,
        "blank": specification_of(held.kind, held.period_end) is not None,
        "cuts": cuts,
        "next": _next(acts, held, bool(files)),
        "may_send": "collect_return_file" in acts,
        "may_take_casework": held.kind == CLIENT_LEVEL_DATA and "collect_casework" in acts,
        "has_casework": place.is_council_staff and any(one.is_of_casework for one in files),
        "may_set_days": "set_return_days" in acts,
        "lines": last_lines(account_of(request), place.council, Wanted(kind=KIND, subject=ref), MOST_LINES),
        "place": place,
        "today": today,
        "back_href": reverse("returns:calendar"),
        "back_text": "Statutory returns",
    }
    return render(request, "returns/round.html", told)


def _acts_open(request: HttpRequest, place: Place, held: ReturnRound, today: date) -> frozenset[str]:
    """The acts on this round that are open to this person; the council's alone are not asked of a provider's."""
    verbs = [*COUNCILS_OWN, *(verb for *_, verb in NEXT[held.state])] if place.is_council_staff else []
    senders = [place.council] if place.is_council_staff else selectors.organisations_sending(place, today)
    by = account_of(request)
    sending = [collection_question("collect_return_file", by, held.council, one, held.ref) for one in senders[:1]]
    return open_to_reader(request, place, verbs, *sending)


def _next(acts: frozenset[str], held: ReturnRound, has_files: bool) -> list[tuple[str, str, str]]:
    if held.state == "collecting" and not has_files:
        return []
    return [(name, text, kind) for name, text, kind, verb in NEXT[held.state] if verb in acts]


class SetDays(RoundPage):
    """The returns officer sets by when the provider sends and the council submits."""

    form_class = DaysForm
    verb = "set_return_days"
    title = "Set the days of the round"
    button = "Set the days"

    def get_initial(self) -> dict[str, Any]:
        return {"due_on": self.held.due_on, "cut_off_on": self.held.cut_off_on}

    def act(self, form: DaysForm) -> ReturnRound:
        return set_return_days(by=self.by, round_ref=self.held.ref, **form.cleaned_data)

    def done(self, result: ReturnRound) -> str:
        return "The days are set."


class SendFile(RoundPage):
    """A provider's data officer, or the council's returns officer, sends a file of data."""

    form_class = SendFileForm
    verb = "collect_return_file"
    template_name = "returns/send.html"
    title = "Send a file"
    button = "Send the file"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.place = place_or_404(request)
        self.find(**kwargs)
        self.organisations = selectors.organisations_sending(self.place, timezone.localdate())
        return ActPage.dispatch(self, request, *args, **kwargs)  # type: ignore[return-value]

    def question(self) -> Question:
        first = self.organisations[0] if self.organisations else self.place.council
        return collection_question(self.verb, self.by, self.place.council, first, self.held.ref)

    def get_form_kwargs(self) -> dict[str, Any]:
        named = [(one.pk, one.name) for one in self.organisations]
        return super().get_form_kwargs() | {"organisations": named}

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        has_layout = specification_of(self.held.kind, self.held.period_end) is not None
        told = {"unconfirmed": unconfirmed_of(self.held.kind), "held": self.held, "has_layout": has_layout}
        return super().get_context_data(**(told | named))

    def act(self, form: SendFileForm) -> CollectedFile:
        organisation = found_or_404(self._chosen(form.cleaned_data["organisation"]))
        with _on_the_disk(form.cleaned_data["file"]) as path:
            prepared = _prepared(path, form.cleaned_data["file"].name, self.held)
            return collect_return_file(
                by=self.by, round_ref=self.held.ref, organisation=organisation, prepared=prepared
            )

    def _chosen(self, chosen: str) -> Organisation | None:
        return next((one for one in self.organisations if str(one.pk) == chosen), None)

    def done(self, result: CollectedFile) -> str:
        return f"File {result.number}: {counts_of(result)}"

    def next_url(self, result: CollectedFile | None) -> str:
        if result is None:
            return reverse("returns:round", args=[self.held.ref])
        return reverse("returns:file", args=[self.held.ref, result.number])


def _prepared(path: Path, name: str, held: ReturnRound) -> Prepared | UnusableInput:
    try:
        return prepare(path, name, held=held)
    except UnusableInput as sentence:
        return sentence


@contextlib.contextmanager
def _on_the_disk(file: Any) -> Any:
    """The sent file as a file on the disk, gone afterwards; its name has the ending it was sent with."""
    with tempfile.TemporaryDirectory(prefix="countersign-sent-") as folder:
        path = Path(folder) / f"sent{Path(file.name).suffix.lower()[:8]}"
        with path.open("wb") as out:
            for chunk in file.chunks():
                out.write(chunk)
        yield path


# -- the report of a file ------------------------------------------------------------------------------------------


@require_safe
def file_page(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The report of a file: what was accepted, what was refused and why, and what changed since the last."""
    file, told = _file(request, ref, number)
    page = Paginator(range(file.faults), A_PAGE).get_page(request.GET.get("page"))
    first = (page.number - 1) * A_PAGE
    told |= {
        "page": page,
        "pictures": specification_of(told["held"].kind, told["held"].period_end) is not None,
        "shown": list(faults_of(path_of(file.report_sha256), first=first, number=A_PAGE).iter_rows(named=True)),
        "changes": _changes(file),
        "counts": sorted(file.counts_by_rule.items(), key=lambda pair: -pair[1]),
    }
    return render(request, "returns/file.html", told)


def _changes(file: CollectedFile) -> list[tuple[str, list[tuple[str, int]]]]:
    kinds = sorted({kind for counts in file.changes.values() for kind in counts})
    names = ("entered", "left", "changed", "same")
    return [(kind, [(name, file.changes.get(name, {}).get(kind, 0)) for name in names]) for kind in kinds]


@require_safe
def report(request: HttpRequest, ref: str, number: int, kind: str) -> HttpResponse:
    """The whole report as CSV or as a workbook."""
    file, _ = _file(request, ref, number)
    faults = faults_of(path_of(file.report_sha256))
    if kind == "xlsx":
        sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return answer_file(as_workbook(faults), f"report-{ref}-{number}.xlsx", sheet)
    return answer_file(as_csv(faults), f"report-{ref}-{number}.csv", "text/csv; charset=utf-8")


@require_safe
def sent_file(request: HttpRequest, ref: str, number: int) -> FileResponse:
    """The file exactly as it was sent; that it was opened is in the register.

    Whoever submits must know what is submitted, and a sender what was sent. Another reader, the auditor, does not come
    by it to a restricted record that is closed to them.
    """
    file, told = _file(request, ref, number)
    held, place = told["held"], told["place"]
    only_reads = place.is_council_staff and not may(request, place, "submit_return")
    if only_reads and reading.tells_of_the_closed(account_of(request), held.council, file):
        raise ClosedRecord(
            "The file tells of somebody whose record is restricted. Its report, and every other record, stay open.",
            who_may="Those who submit the return may open it, and whoever is named to the restricted record.",
        )
    record_reading(
        by=account_of(request), council=held.council, subject_kind="return_file", subject=f"{held.ref}:{number}"
    )
    opened = path_of(file.sha256).open("rb")
    suffix = Path(file.name).suffix
    return FileResponse(
        opened, as_attachment=True, filename=f"{ref}-{number}{suffix}", content_type="application/octet-stream"
    )


def _file(request: HttpRequest, ref: str, number: int) -> tuple[CollectedFile, dict[str, Any]]:
    place = place_or_404(request)
    held = round_or_404(place, ref)
    file = found_or_404(selectors.file_of(place, held, number))
    check_reader(request, place)
    told = {"file": file, "held": held, "place": place, "entry": catalogue()[held.kind]}
    return file, told | {"back_href": reverse("returns:round", args=[ref]), "back_text": "Back to the round"}
