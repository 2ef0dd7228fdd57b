"""The three pages every register here has: the list, late first; the record; and an act on it.

A subclass says which record, which question the guard is asked, and which state an act starts from; the service it
calls asks and checks again.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from delegation.authority import Question, permit, would_permit
from delegation.closed import veil
from delegation.directory import Place
from delegation.models import Account, Act
from delegation.pages import ActPage
from delegation.records import check_state
from delegation.refusals import Refused
from delegation.register import whole
from delegation.selectors import acts_visible_to
from delegation.views.places import account_of, place_or_404
from delegation.working_days import working_days_between

PAGE = 50
MOST_ACTS = 50


@dataclass(frozen=True, kw_only=True)
class Next:
    """One act that may follow, and its page."""

    text: str
    href: str
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class Falling:
    """A day by which something is done, and whether it was."""

    what: str
    day: date | None
    source: str
    done_on: date | None = None

    @property
    def text(self) -> str:
        return self._said[0]

    @property
    def colour(self) -> str:
        return self._said[1]

    @property
    def left(self) -> str:
        """How long there is, where it is neither done nor late."""
        return "" if self.day is None or self.done_on or self.colour == "red" else self.text

    @property
    def _said(self) -> tuple[str, str]:
        if self.day is None:
            return "No day yet", "grey"
        if self.done_on is not None:
            return ("In time", "green") if self.done_on <= self.day else ("Done late", "orange")
        today = timezone.localdate()
        if self.day < today:
            return "Late", "red"
        left = working_days_between(today, self.day)
        words = "Today" if not left else f"{left} working day{'s' if left > 1 else ''} left"
        return words, "yellow" if left <= 5 else "blue"


def see_or_refused(request: HttpRequest, place: Place, question: Callable[[Account], Question]) -> None:
    """The guard's answer to whether council staff may look; whoever may not is told who may."""
    if place.is_council_staff:
        answer = would_permit(question(account_of(request)))
        if isinstance(answer, Refused):
            raise answer


def acts_on(account: Account, kind: str, ref: str) -> list[Act]:
    """The lines of the register about one record that this account may see, the newest first. Two queries."""
    found = acts_visible_to(account).filter(subject_kind=kind, subject=ref).exclude(outcome=Act.Outcome.READ)
    acts = list(found.select_related("account__worker", "organisation", "post", "council").order_by("-seq")[:MOST_ACTS])
    veil(account, acts)
    return acts


def page_of(request: HttpRequest, found: QuerySet[Any]) -> Any:
    """The page of a list that was asked for."""
    return Paginator(found, PAGE).get_page(request.GET.get("page"))


def wants_closed(request: HttpRequest) -> bool:
    """Whether the closed ones are asked for."""
    return request.GET.get("show") == "closed"


def show_list(request: HttpRequest, place: Place, told: Mapping[str, Any]) -> HttpResponse:
    """A list of records: `title`, `lead`, `columns`, `rows`, `page`, and what may be begun."""
    given = {"place": place, "closed": wants_closed(request), "may_switch": True}
    return render(request, "delegation/records.html", given | dict(told))


def show_record(request: HttpRequest, place: Place, told: Mapping[str, Any]) -> HttpResponse:
    """A record: `title`, `caption`, `state`, `colour`, `nexts`, `panels`, `falling`, `acts`."""
    return render(request, "delegation/record.html", {"place": place} | dict(told))


def facts(*pairs: tuple[str, Any]) -> list[dict[str, Any]]:
    """Rows of a summary list; what is empty and optional is left out by the caller."""
    return [{"key": key, "value": value} for key, value in pairs]


def told(*pairs: tuple[str, Any]) -> list[dict[str, Any]]:
    """The same, without those that hold nothing."""
    return facts(*(pair for pair in pairs if pair[1] not in (None, "", False)))


class NewRecordPage(ActPage):
    """A page that begins a record. One who may not is told why instead of being shown the form."""

    template_name = "delegation/act.html"
    title = ""
    button = "Save"
    lead = ""
    list_name = ""
    back_text = "Back to the list"
    place: Place

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.place = self.find_place(request)
        self.find(**kwargs)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def find_place(self, request: HttpRequest) -> Place:
        """Where the person stands; a 404 for whoever stands nowhere."""
        return place_or_404(request)

    def find(self, **named: Any) -> None:
        """Look up what the address names, or raise Http404."""

    def question(self) -> Question | None:
        """What the service will ask; None where nobody is asked."""
        raise NotImplementedError

    def may_act(self) -> None:
        """Raise the refusal of the guard, or of the state the record stands in."""
        if (question := self.question()) is not None:
            answer = would_permit(question)
            if isinstance(answer, Refused):
                raise answer

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.may_act()
        return super().get(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Whoever may not act is told that and the register has it, whatever they typed; others, what to mend."""
        if (question := self.question()) is not None:
            with whole():
                permit(question)
        return super().form_invalid(form)

    def back_href(self) -> str:
        return reverse(self.list_name)

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        given = {
            "title": self.title,
            "button": self.button,
            "lead": self.lead,
            "back_href": self.back_href(),
            "back_text": self.back_text,
            "place": self.place,
        }
        return super().get_context_data(**(given | named))

    @property
    def by(self) -> Account:
        return account_of(self.request)

    @property
    def today(self) -> date:
        return timezone.localdate()


class RecordActPage(NewRecordPage):
    """A page that acts on one record."""

    verb = ""
    record_name = ""
    starts_from: Mapping[str, Collection[str]] = {}
    back_text = "Back to the record"
    held: Any

    def may_act(self) -> None:
        super().may_act()
        if self.starts_from:
            check_state(self.held, self.starts_from, self.verb)

    def back_href(self) -> str:
        return reverse(self.record_name, args=[self.held.ref])

    def next_url(self, result: Any) -> str:
        return self.back_href()

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(**({"caption": self.held.ref} | named))


def nexts_of(
    held: Any,
    starts_from: Mapping[str, Collection[str]],
    question: Callable[[str], Question],
    pages: Sequence[tuple[str, str, str]],
    *named: str,
) -> list[Next]:
    """The acts that may follow for this person now: from the record's state, and as the guard says.

    Args: `pages` as verb, text of the button, name of the address. The guard is asked once for each question that
    differs in more than the verb.
    """
    known: dict[Any, bool] = {}
    found: list[Next] = []
    for verb, text, address in pages:
        if held.state in starts_from[verb] and _may(question(verb), known):
            found.append(
                Next(text=text, href=reverse(address, args=[*named, held.ref]), kind="secondary" if found else "")
            )
    return found


def _may(question: Question, known: dict[Any, bool]) -> bool:
    alike = replace(question, act="", hands={})
    same = (alike.function, alike.side, alike.roles, alike.organisation_id, tuple(sorted(question.hands)))
    if same not in known:
        known[same] = not isinstance(would_permit(question), Refused)
    return known[same]


__all__ = [
    "Falling",
    "NewRecordPage",
    "Next",
    "RecordActPage",
    "acts_on",
    "facts",
    "nexts_of",
    "page_of",
    "see_or_refused",
    "show_list",
    "show_record",
    "told",
    "wants_closed",
]
