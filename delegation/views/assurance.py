"""The Director's assurance: every function with its evidence, the reviews signed, the exceptions with their owners."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.assurance import (
    WORDS,
    Line,
    assurance_of,
    changed_since,
    exception_by_number,
    review_of,
    reviews_of,
)
from delegation.assuring import (
    close_assurance_exception,
    hash_of_content,
    raise_assurance_exception,
    sign_assurance_review,
)
from delegation.authority import would_permit
from delegation.directory import Place, worker_of
from delegation.forms import AsAtForm, CloseExceptionForm, ExceptionForm, ReviewForm
from delegation.models import AssuranceException, AssuranceReview
from delegation.refusals import Refused
from delegation.schedule import FUNCTIONS
from delegation.views.money import people_of
from delegation.views.places import SetUpPage, council_place_or_404, found_or_404, may, question_of
from delegation.wording import long_day

SHOWN = ("red", "amber", "green", "none")


def overseer_or_refused(request: HttpRequest) -> Place:
    """Where somebody stands who sees to it that the council keeps what it must; others are told who does."""
    place = council_place_or_404(request)
    answer = would_permit(question_of(request, place, "see_assurance"))
    if isinstance(answer, Refused):
        raise answer
    return place


@require_safe
def assurance(request: HttpRequest) -> HttpResponse:
    """Every function of the schedule with its evidence since the last review, as at a day."""
    place = overseer_or_refused(request)
    form = AsAtForm(request.GET if request.GET else None)
    as_at = form.cleaned_data["as_at"] if form.is_bound and form.is_valid() else None
    seen = assurance_of(place.council, as_at)
    show = request.GET.get("show", "")
    show = show if show in SHOWN else ""
    told = {
        "seen": seen,
        "past": seen.as_at < timezone.localdate(),
        "rows": [
            (line, acts_href(line.function.key, seen.from_line, seen.to_line))
            for line in worst_first(seen.lines)
            if show in ("", line.colour)
        ],
        "colours": [(colour, words, seen.counts[colour]) for colour, words in WORDS.items()],
        "show": show,
        "form": form,
        "reviews": reviews_of(place.council),
        "place": place,
        "may_sign": may(request, place, "sign_assurance_review"),
    }
    return render(request, "delegation/assurance.html", told)


def worst_first(lines: Iterable[Line]) -> list[Line]:
    """What needs somebody, then the rest, each in the order of the schedule."""
    return sorted(lines, key=lambda line: SHOWN.index(line.colour) if line.troubles else len(SHOWN))


def acts_href(function: str, from_line: int, to_line: int) -> dict[str, str]:
    """Where the numbers of a function open into its acts between two lines of the register."""
    asked = {"function": function, "from_line": from_line, "to_line": to_line}
    register = reverse("delegation:register")
    return {outcome: f"{register}?{urlencode(asked | {'outcome': outcome})}" for outcome in ("exercised", "refused")}


@require_safe
def assurance_review(request: HttpRequest, number: int) -> HttpResponse:
    """A review as it was signed: what was seen then, whether it is still so written, and what had changed."""
    place = overseer_or_refused(request)
    review, before = found_or_404(review_of(place.council, number))
    between = (review.content["from_line"], review.content["to_line"])
    told = {
        "review": review,
        "before": before,
        "changed": changed_since(review, before),
        "agrees": hash_of_content(review.content) == review.sha256,
        "lines": [line | {"href": acts_href(line["function"], *between)} for line in review.content["lines"]],
        "place": place,
        "back_href": reverse("delegation:assurance"),
        "back_text": "Assurance",
    }
    return render(request, "delegation/assurance_review.html", told)


class SignAssuranceReview(SetUpPage):
    """The Director signs that they saw each function with its evidence; what was seen is frozen."""

    form_class = ReviewForm
    verb = "sign_assurance_review"
    title = "Sign the review"
    button = "Sign"
    lead = "Your signature freezes every function as the assurance page shows it now. The next review begins after it."

    def act(self, form: ReviewForm) -> AssuranceReview:
        return sign_assurance_review(by=self.by, council=self.place.council, **form.cleaned_data)

    def done(self, result: AssuranceReview) -> str:
        return f"Review {result.number} is signed."

    def next_url(self, result: AssuranceReview | None) -> str:
        if result is None:
            return reverse("delegation:assurance")
        return reverse("delegation:assurance_review", args=[result.number])


class RaiseAssuranceException(SetUpPage):
    """Something is not as it must be: it gets an owner and a day."""

    form_class = ExceptionForm
    verb = "raise_assurance_exception"
    title = "Raise an exception"
    button = "Raise exception"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"people": people_of(self.place, self.today)}

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("function", "")
        return {"function": asked if asked in FUNCTIONS else ""}

    def act(self, form: ExceptionForm) -> AssuranceException:
        typed = dict(form.cleaned_data)
        owner = found_or_404(worker_of(self.place.council, int(typed.pop("owner")), self.today))
        return raise_assurance_exception(by=self.by, council=self.place.council, owner=owner, **typed)

    def done(self, result: AssuranceException) -> str:
        return f"{result.owner} mends it by {long_day(result.due_on)}."

    def next_url(self, result: AssuranceException | None) -> str:
        return reverse("delegation:assurance")


class CloseAssuranceException(SetUpPage):
    """An exception is mended."""

    form_class = CloseExceptionForm
    verb = "close_assurance_exception"
    title = "Close an exception"
    button = "Close exception"
    exception: AssuranceException

    def find(self, **named: Any) -> None:
        self.exception = found_or_404(exception_by_number(self.place.council, named["pk"]))

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        of = FUNCTIONS[self.exception.function].title
        return super().get_context_data(caption=of, lead=self.exception.what, **named)

    def act(self, form: CloseExceptionForm) -> AssuranceException:
        return close_assurance_exception(by=self.by, exception=self.exception, **form.cleaned_data)

    def done(self, result: AssuranceException) -> str:
        return "The exception is closed."

    def next_url(self, result: AssuranceException | None) -> str:
        return reverse("delegation:assurance")
