"""What the pages of the registers here share: one record opened, its acts offered, its lines in the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from casework import asking
from casework.views.acting import CaseworkPage, PersonPage, account_of, read_again
from delegation.authority import Question, permit
from delegation.models import Account, Act, Organisation
from delegation.selectors import acts_visible_to

MOST_ACTS = 50


@dataclass(frozen=True, kw_only=True)
class Offer:
    """An act that may be done now on a record, and where."""

    text: str
    href: str
    is_first: bool = False


class RecordPage(CaseworkPage):
    """A page that acts on one record of a register. Subclasses say how it is found, and what is asked of the guard."""

    verb = ""
    kind: ClassVar[str]
    home: ClassVar[str]
    back_text = "Back to the record"
    record: Any

    def read(self, ref: str) -> Any:
        """The record, its reading registered; raises NotFound."""
        raise NotImplementedError

    def found(self, ref: str) -> Any:
        """The record where this account may see it, with no line of reading; None otherwise."""
        raise NotImplementedError

    def question(self) -> Question:
        """What the service will ask of the guard."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise the refusal of the record's own state, so that nobody fills a form in vain."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.account = account_of(request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.record = (self.found(kwargs["ref"]) if request.method == "POST" else None) or self.read(kwargs["ref"])
        self.caption = f"{self.record.person.name}, {self.record.ref}"
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        self.may()
        self.check()

    def may(self) -> None:
        permit(self.question())

    def back_href(self) -> str:
        return reverse(self.home, args=[self.record.ref])

    def next_url(self, result: Any) -> str:
        return self.back_href()

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if self.request.method == "POST":
            read_again(self.account, self.kind, self.record.ref, self.record.council)
        return super().render_to_response(context, **kwargs)


class BeginPage(PersonPage):
    """A page that begins a record about a person, by an act told in `delegation.guarded`."""

    verb = ""

    def permit(self) -> None:
        permit(asking.about(self.verb, self.account, self.person))


def acts_of(account: Account, council: Organisation, kind: str, ref: str) -> Sequence[Act]:
    """The last acts on a record, the newest first, without its readings. One query, along the register by reference."""
    acts = acts_visible_to(account).filter(council=council, subject_kind=kind, subject=ref)
    acts = acts.exclude(outcome=Act.Outcome.READ)
    return list(acts.select_related("account__worker", "organisation", "post").order_by("-seq")[:MOST_ACTS])
