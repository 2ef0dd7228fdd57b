"""The pages of the named posts: who holds each or since when it is vacant, and the acts on it."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question, would_permit
from delegation.contract.forms import (
    EndPostAskedForm,
    NamePostForm,
    VacateForm,
    WhoForm,
)
from delegation.contract.senior_posts import (
    cover_senior_post,
    end_senior_post,
    fill_senior_post,
    name_senior_post,
    vacate_senior_post,
)
from delegation.contract.workforce_rules import POST_KINDS, first_of_month
from delegation.contract.workforce_selectors import post_by_ref, staff_of, unregistered
from delegation.contract.workforce_views import EitherSidePage, ProviderChoice, state_of_post
from delegation.directory import Place
from delegation.models import SeniorPost
from delegation.refusals import Refused
from delegation.register_reading import Wanted, last_lines
from delegation.schedule import FUNCTIONS
from delegation.views.places import account_of, found_or_404, place_or_404, question_of
from delegation.wording import long_day


@require_safe
def senior_post(request: HttpRequest, ref: str) -> HttpResponse:
    """One named post: who holds it or since when it is vacant, and what was done."""
    place, account, today = place_or_404(request), account_of(request), timezone.localdate()
    held = found_or_404(post_by_ref(place, ref))
    is_registered, kind = not unregistered([held], today), POST_KINDS[held.kind]
    state = state_of_post(held, today, is_registered=is_registered)
    without = "" if is_registered else f". {held.holder or held.covered_by} has no live registration"
    vacant = held.vacant_since is not None
    possible = [
        ("fill_senior_post", "Say who holds it", vacant),
        ("cover_senior_post", "Say who covers", vacant),
        ("vacate_senior_post", "Say it is vacant", not vacant),
        ("end_senior_post", "No longer ask it", True),
    ]
    facts = [
        {"key": "Provider", "value": held.organisation.name},
        {"key": "Kind", "value": kind.title},
        {"key": "Asked from", "value": long_day(held.asked_from)},
        {"key": "Who holds it", "value": f"{held.holder}, since {long_day(held.held_since)}" if held.holder else ""},
        {"key": "Vacant since", "value": long_day(held.vacant_since)} if vacant else None,
        {"key": "Red from", "value": "31 days after that, without cover"} if vacant else None,
        {"key": "Registration it asks", "value": f"{kind.body}{without}"} if kind.body else None,
        {"key": "No longer asked", "value": f"{long_day(held.ended_on)}. {held.ended_because}"}
        if held.ended_on
        else None,
    ]
    told = {
        "title": held.title,
        "caption": f"{held.organisation}, {held.ref}",
        "state": {"text": state["text"], "colour": state["tag"]},
        "ways": [
            {"text": text, "href": reverse(f"delegation:{verb}", args=[held.ref]), "kind": "secondary"}
            for verb, text, fits in possible
            if fits and not held.ended_on and not isinstance(would_permit(_asked(request, place, verb, held)), Refused)
        ],
        "facts": [fact for fact in facts if fact],
        "tables": [],
        "acts": last_lines(account, place.council, Wanted(kind="senior_post", subject=held.ref), 50),
        "place": place,
        "back_href": reverse("delegation:workforce"),
        "back_text": "Workforce",
    }
    return render(request, "delegation/contract/record.html", told)


def _asked(request: HttpRequest, place: Place, verb: str, held: SeniorPost) -> Question:
    """The question the service asks of this post: its own function, in the schedule's roles."""
    question = question_of(request, place, verb)
    function = POST_KINDS[held.kind].function
    if question.side == "council":
        return replace(question, function=function, roles=FUNCTIONS[function].council_roles)
    return replace(question, function=function, organisation_id=held.organisation_id)


class NamePost(ProviderChoice):
    """The contract asks a named post of a provider."""

    form_class = NamePostForm
    verb = "name_senior_post"
    title = "Name a post"
    button = "Name post"
    lead = "It is vacant until the provider says who holds it; over 30 days without cover it shows red."

    def act(self, form: NamePostForm) -> SeniorPost:
        typed = dict(form.cleaned_data)
        organisation = self.organisation(typed)
        return name_senior_post(by=self.by, council=self.place.council, organisation=organisation, **typed)

    def done(self, result: SeniorPost) -> str:
        return f"{result.title} is asked of {result.organisation}."


class SeniorPostPage(EitherSidePage):
    """An act on one named post."""

    held: SeniorPost

    def find(self, **named: Any) -> None:
        self.held = found_or_404(post_by_ref(self.place, named["ref"]))

    def question(self) -> Question:
        return _asked(self.request, self.place, self.verb, self.held)

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(caption=f"{self.held.title}, {self.held.organisation}", **named)

    def next_url(self, result: Any) -> str:
        return reverse("delegation:senior_post", args=[self.held.ref])


class WhoPage(SeniorPostPage):
    """An act that names one of the provider's staff."""

    form_class = WhoForm

    def get_initial(self) -> dict[str, Any]:
        return {"since": self.today}

    def get_form_kwargs(self) -> dict[str, Any]:
        self.staff = {str(one.pk): one for one in staff_of(self.held.organisation_id, first_of_month(self.today))}
        return super().get_form_kwargs() | {"people": [(key, one.name) for key, one in self.staff.items()]}

    def typed(self, form: WhoForm) -> dict[str, Any]:
        return {
            "post": self.held.ref,
            "worker": self.staff[form.cleaned_data["worker"]],
            "since": form.cleaned_data["since"],
        }


class FillPost(WhoPage):
    """The provider says who holds a named post."""

    verb = "fill_senior_post"
    title = "Say who holds it"
    button = "Fill post"

    def act(self, form: WhoForm) -> SeniorPost:
        return fill_senior_post(by=self.by, **self.typed(form))

    def done(self, result: SeniorPost) -> str:
        return f"{result.holder} holds it since {long_day(result.held_since)}."


class CoverPost(WhoPage):
    """The provider says who covers a vacant post."""

    verb = "cover_senior_post"
    title = "Say who covers"
    button = "Cover post"

    def act(self, form: WhoForm) -> SeniorPost:
        return cover_senior_post(by=self.by, **self.typed(form))

    def done(self, result: SeniorPost) -> str:
        return f"{result.covered_by} covers it since {long_day(result.covered_since)}."


class VacatePost(SeniorPostPage):
    """The provider says that a named post is vacant."""

    form_class = VacateForm
    verb = "vacate_senior_post"
    title = "Say it is vacant"
    button = "Say it is vacant"

    def act(self, form: VacateForm) -> SeniorPost:
        return vacate_senior_post(by=self.by, post=self.held.ref, **form.cleaned_data)

    def done(self, result: SeniorPost) -> str:
        return f"It is vacant since {long_day(result.vacant_since)}."


class EndPostAsked(SeniorPostPage):
    """The council agrees that a post is no longer asked."""

    form_class = EndPostAskedForm
    verb = "end_senior_post"
    title = "No longer ask this post"
    button = "No longer ask it"

    def act(self, form: EndPostAskedForm) -> SeniorPost:
        return end_senior_post(by=self.by, post=self.held.ref, **form.cleaned_data)

    def done(self, result: SeniorPost) -> str:
        return "The contract no longer asks it."
