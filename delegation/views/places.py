"""What the pages here share: where the person stands, and the one shape of an act by which authority is set up."""

from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from delegation.authority import Question, permit, would_permit
from delegation.directory import Place, place_of
from delegation.guarded import ACTS
from delegation.models import Account
from delegation.pages import ActPage
from delegation.refusals import Refused
from delegation.register import whole


def account_of(request: HttpRequest) -> Account:
    """The account that is logged in; every page here asks for one."""
    if isinstance(request.user, AnonymousUser):
        raise Http404
    return request.user


def place_or_404(request: HttpRequest) -> Place:
    """Where the person stands today; without a live post there is nothing to see."""
    place = place_of(account_of(request))
    if place is None:
        raise Http404
    return place


def council_place_or_404(request: HttpRequest) -> Place:
    """The same for pages of the council's own staff."""
    place = place_or_404(request)
    if not place.is_council_staff:
        raise Http404
    return place


def found_or_404(found: Any) -> Any:
    """What was looked up; a 404 says the same of what is not there and of what is another's."""
    if found is None:
        raise Http404
    return found


def may(request: HttpRequest, place: Place, verb: str) -> bool:
    """Whether to show the way to an act; the service decides again."""
    return not isinstance(would_permit(question_of(request, place, verb)), Refused)


def question_of(request: HttpRequest, place: Place, verb: str) -> Question:
    """The question the service of that name will ask, as far as it is known before the form is filled."""
    return ACTS[verb].question(by=account_of(request), council=place.council, on=timezone.localdate())


class SetUpPage(ActPage):
    """A page that sets up who may do what. One who may not is told why instead of being shown the form."""

    template_name = "delegation/act.html"
    verb = ""
    title = ""
    button = ""
    lead = ""
    place: Place

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.place = council_place_or_404(request)
        self.find(**kwargs)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def find(self, **named: Any) -> None:
        """Look up what the address names, or raise Http404."""

    def question(self) -> Question:
        """What the guard is asked before the page is shown and when a form cannot be read."""
        return question_of(self.request, self.place, self.verb)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = would_permit(self.question())
        if isinstance(answer, Refused):
            raise answer
        return super().get(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Whoever may not act is told that and the register has it, whatever they typed; others, what to mend."""
        with whole():
            permit(self.question())
        return super().form_invalid(form)

    def back_href(self) -> str:
        """The page the act belongs to."""
        return self.next_url(None)

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        told = {"title": self.title, "button": self.button, "lead": self.lead, "back_href": self.back_href()}
        return super().get_context_data(**(told | named))

    @property
    def by(self) -> Account:
        return account_of(self.request)

    @property
    def today(self) -> date:
        return timezone.localdate()
