"""Who may open the pages of the returns, and what the pages of one round share."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from delegation.authority import Question, would_permit, would_permit_each
from delegation.directory import Place
from delegation.refusals import Refused
from delegation.views.places import SetUpPage, council_place_or_404, found_or_404, place_or_404, question_of
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
    check(question_of(request, place, _seeing(place)))


def _seeing(place: Place) -> str:
    return "see_returns" if place.is_council_staff else "see_collection"


def open_to_reader(request: HttpRequest, place: Place, verbs: Iterable[str], *others: Question) -> frozenset[str]:
    """Of these acts, and of these other questions, those this person may do, all asked together.

    Raises the guard's refusal where they may not see the returns.
    """
    questions = [question_of(request, place, verb) for verb in (_seeing(place), *verbs)]
    questions += others
    seeing, *answers = would_permit_each(questions)
    if isinstance(seeing, Refused):
        raise seeing
    told = zip(questions[1:], answers, strict=True)
    return frozenset(question.act for question, answer in told if not isinstance(answer, Refused))


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
