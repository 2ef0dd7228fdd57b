"""Who may open the pages of the returns, and what the pages of one round share."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from delegation.authority import Question, would_permit
from delegation.directory import Place
from delegation.guarded import ACTS
from delegation.refusals import Refused
from delegation.views.places import SetUpPage, account_of, council_place_or_404, found_or_404, place_or_404, question_of
from returns.models import FigureCut, ReturnRound
from returns.rounds import selectors
from returns.rounds.words import KIND


def reader_or_refused(request: HttpRequest) -> Place:
    """Where somebody stands who may see the returns: of the council, or of a provider that collects for them."""
    place = place_or_404(request)
    check_reader(request, place)
    return place


def check_reader(request: HttpRequest, place: Place) -> None:
    """Raise the guard's refusal where this person may not see the returns; what is another's was not found before."""
    verb = "see_returns" if place.is_council_staff else "see_collection"
    check(ACTS[verb].question(by=account_of(request), council=place.council, on=timezone.localdate()))


def council_reader_or_refused(request: HttpRequest) -> Place:
    """The same for what only the council sees: the figures and the records behind them."""
    council_place_or_404(request)
    return reader_or_refused(request)


def check(question: Question) -> None:
    """Raise the guard's refusal, where it refuses."""
    answer = would_permit(question)
    if isinstance(answer, Refused):
        raise answer


def round_or_404(place: Place, ref: str) -> ReturnRound:
    """A round of this council."""
    return found_or_404(selectors.round_of(place, ref))


def cut_or_404(place: Place, ref: str, number: int) -> FigureCut:
    """A cut of a round of this council; its round comes with it."""
    held = round_or_404(place, ref)
    cut: FigureCut = found_or_404(selectors.cut_of(held, number))
    cut.round = held
    return cut


class RoundPage(SetUpPage):
    """A page of one act on one round."""

    held: ReturnRound
    back_text = "Back to the round"

    def find(self, **named: Any) -> None:
        self.held = round_or_404(self.place, named["ref"])

    def question(self) -> Question:
        question = question_of(self.request, self.place, self.verb)
        return replace(question, subject_kind=KIND, subject=self.held.ref)

    def next_url(self, result: Any) -> str:
        return reverse("returns:round", args=[self.held.ref])

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        caption = f"{self.held.kind}, {self.held.ref}"
        return super().get_context_data(**({"caption": caption, "back_text": self.back_text} | named))


def answer_file(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to be saved, never shown in the browser as a page."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
