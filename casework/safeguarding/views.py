"""The council's pages of safeguarding: the list, one concern, and each act on it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.colleagues import council_of_account
from casework.models import (
    InformationRequest,
    SafeguardingClosure,
    SafeguardingConcern,
    SafeguardingEnquiry,
    SafeguardingScrutiny,
    ThresholdDecision,
)
from casework.safeguarding.about import record_who_it_is_about
from casework.safeguarding.answering import record_desired_outcomes
from casework.safeguarding.asking import check_state, hands_on, question_of
from casework.safeguarding.beginning import SUBJECT
from casework.safeguarding.causing import cause_enquiry, name_another_enquirer
from casework.safeguarding.enquirers import GATHERING, INVESTIGATION, posts_that_may
from casework.safeguarding.forms import (
    AnotherEnquirerForm,
    CauseForm,
    ChallengeForm,
    CloseForm,
    DesiredForm,
    NarrowForm,
    RaiseForm,
    RequestForm,
    ScrutiniseForm,
    ThresholdForm,
    WhoItIsAboutForm,
)
from casework.safeguarding.raising import question_to_raise, raise_safeguarding_concern
from casework.safeguarding.record import acts_on, next_acts, record_of
from casework.safeguarding.selectors import Narrowed, concerns_known_to, concerns_of, left_to_scrutinise
from casework.safeguarding.services import (
    challenge_enquiry,
    close_concern,
    record_threshold_decision,
    request_information,
    scrutinise_outcome,
)
from casework.safeguarding_board.guarded import may_read_board
from casework.selectors import people_visible_to
from casework.views.acting import CaseworkPage, PersonPage, account_of, read_again
from delegation.authority import permit
from delegation.directory import place_of, providers_of
from delegation.guarded import ACTS
from delegation.models import Account, Organisation, Post
from delegation.refusals import NoPost
from delegation.wording import long_day

PAGE = 50
UNTIL_SCRUTINISED = ("under_enquiry", "awaiting_scrutiny")


def council_or_refused(account: Account) -> Organisation:
    """The council whose concerns this account reads; others are told who does."""
    council = council_of_account(account)
    if council is None:
        raise NoPost("You hold no post today.")
    permit(ACTS["read_safeguarding_concerns"].question(by=account, council=council, on=timezone.localdate()))
    return council


@require_safe
def concerns(request: HttpRequest) -> HttpResponse:
    """The concerns of the council: the open ones, late first, fifty at a time."""
    account = account_of(request)
    council = council_or_refused(account)
    place = place_of(account)
    form = NarrowForm(request.GET or None, providers=providers_of(place) if place else [])
    wanted = Narrowed(**form.cleaned_data) if form.is_bound and form.is_valid() else Narrowed()
    found = concerns_of(account, council, wanted).select_related("person", "provider", "about_organisation")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    told = {
        "form": form,
        "page": page,
        "today": timezone.localdate(),
        "reads_board": may_read_board(account, council),
        "is_narrowed": wanted != Narrowed(),
        "council": council,
    }
    return render(request, "casework/safeguarding/concerns.html", told)


@require_safe
def concern(request: HttpRequest, ref: str) -> HttpResponse:
    """One concern: where it stands, what may be done next by this person, and all that was done. A reading."""
    account = account_of(request)
    held = concern_or_404(account, ref)
    permit(question_of("read_safeguarding_concerns", held, account))
    read_again(account, SUBJECT, held.ref, held.council)
    told = {
        "concern": held,
        "acts": next_acts(account, held),
        "today": timezone.localdate(),
        "reads_record": people_visible_to(account).filter(pk=held.person_id).exists(),
        "lines": acts_on(account, held),
        "left": left_to_scrutinise(held) if held.state in UNTIL_SCRUTINISED else None,
        "place": place_of(account),
        "back_href": reverse("casework:safeguarding"),
        "back_text": "Safeguarding",
        **record_of(held),
    }
    return render(request, "casework/safeguarding/concern.html", told)


def concern_or_404(account: Account, ref: str) -> SafeguardingConcern:
    """The concern where this account may know of it; the guard then says who may do what."""
    known = concerns_known_to(account).select_related(
        "person", "provider", "council", "contact", "about_organisation", "raised_by__worker", "seen_by__worker"
    )
    return get_object_or_404(known, ref=ref)


class RaiseConcern(PersonPage):
    """Raise a safeguarding concern about a person. Source: Care Act 2014 s.42(1)."""

    title = "Raise a safeguarding concern"
    button = "Raise the concern"
    form_class = RaiseForm

    def permit(self) -> None:
        permit(question_to_raise(self.account, self.person))

    def get_initial(self) -> dict[str, Any]:
        return {"about": SafeguardingConcern.About.NOT_KNOWN, "told_on": timezone.localdate()}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "organisations": organisations_that_may_be_named(self.person.council)}

    def act(self, form: RaiseForm) -> SafeguardingConcern:
        return raise_safeguarding_concern(by=self.account, person=self.person.ref, **form.cleaned_data)

    def done(self, result: SafeguardingConcern) -> str:
        return f"Concern {result.ref} stands before the council."


def organisations_that_may_be_named(council: Organisation) -> list[Organisation]:
    """The council, the providers and the care providers that work for it, by name."""
    found = Organisation.objects.filter(council=council) | Organisation.objects.filter(pk=council.pk)
    return list(found.order_by("name"))


class ConcernPage(CaseworkPage):
    """A page that acts on a concern for the council."""

    act_name = ""
    back_text = "Back to the concern"
    concern: SafeguardingConcern

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.account = account_of(request)
        self.concern = concern_or_404(self.account, kwargs["ref"])
        self.caption = f"{self.concern.person.name}, {self.concern.ref}"
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        self.may()
        check_state(self.concern, self.act_name)

    def may(self) -> None:
        permit(question_of(self.act_name, self.concern, self.account, **self.further()))

    def further(self) -> dict[str, Any]:
        """What the guard is told beside the act and the concern."""
        return {}

    def back_href(self) -> str:
        return reverse("casework:safeguarding-record", args=[self.concern.ref])

    def next_url(self, result: Any) -> str:
        return self.back_href()

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        read_again(self.account, SUBJECT, self.concern.ref, self.concern.council)
        return super().render_to_response(context, **kwargs)


class TakingPart(ConcernPage):
    """A page whose act keeps the one who does it from scrutinising what is found: it says who is left to."""

    template_name = "casework/safeguarding/act.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        left = left_to_scrutinise(self.concern, without=[self.account.worker_id])
        return super().get_context_data(**{"tells_who_is_left": True, "left": left, **kwargs})


class AboutPage(ConcernPage):
    """A page that says who the concern is about, as it stands until it is said otherwise."""

    template_name = "casework/safeguarding/act.html"

    def get_initial(self) -> dict[str, Any]:
        held = self.concern
        organisation = held.about_organisation.key if held.about_organisation else ""
        return {"about": held.about, "about_organisation": organisation, "about_whom": held.about_whom}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "organisations": organisations_that_may_be_named(self.concern.council)}


class DecideThreshold(TakingPart, AboutPage):
    """The council decides on the three limbs of section 42(1)."""

    act_name = "record_threshold_decision"
    title = "Decide the threshold"
    button = "Record the decision"
    form_class = ThresholdForm

    def act(self, form: ThresholdForm) -> ThresholdDecision:
        return record_threshold_decision(by=self.account, concern=self.concern.ref, **form.cleaned_data)

    def done(self, result: ThresholdDecision) -> str:
        return f"{result.get_decision_display()}."


class RecordWhoItIsAbout(AboutPage):
    """The council records who or what the concern is about, now that more is known."""

    act_name = "record_who_it_is_about"
    title = "Record who it is about"
    button = "Record"
    form_class = WhoItIsAboutForm

    def get_initial(self) -> dict[str, Any]:
        enquiry = self.concern.enquiries.filter(live=True).first()
        return super().get_initial() | {"despite_that_because": enquiry.despite_that_because if enquiry else ""}

    def act(self, form: WhoItIsAboutForm) -> SafeguardingConcern:
        return record_who_it_is_about(by=self.account, concern=self.concern.ref, **form.cleaned_data)

    def done(self, result: SafeguardingConcern) -> str:
        return "Who the concern is about is recorded."


class CauseEnquiry(TakingPart):
    """The council makes an enquiry, or causes it to be made."""

    act_name = "cause_enquiry"
    title = "Make or cause the enquiry"
    button = "Cause the enquiry"
    form_class = CauseForm

    def get_form_kwargs(self) -> dict[str, Any]:
        posts = posts_that_may(self.concern, INVESTIGATION, council_too=True)
        return {**super().get_form_kwargs(), "posts": posts}

    def act(self, form: CauseForm) -> SafeguardingEnquiry:
        return cause_enquiry(by=self.account, concern=self.concern.ref, **self.named(form))

    def named(self, form: CauseForm) -> dict[str, Any]:
        """What was typed, the post chosen told as its worker and its organisation."""
        typed = dict(form.cleaned_data)
        post: Post = typed.pop("enquirer")
        return typed | {"enquirer": post.worker, "organisation": post.organisation}

    def done(self, result: SafeguardingEnquiry) -> str:
        return f"{result.enquirer} enquires by {long_day(result.due_on)}."


class NameAnotherEnquirer(CauseEnquiry):
    """Somebody else goes on with the enquiry."""

    act_name = "name_another_enquirer"
    title = "Name another to enquire"
    button = "Name them"
    form_class = AnotherEnquirerForm

    def act(self, form: CauseForm) -> SafeguardingEnquiry:
        return name_another_enquirer(by=self.account, concern=self.concern.ref, **self.named(form))


class RequestInformation(TakingPart):
    """The council asks the provider for information."""

    act_name = "request_information"
    title = "Ask for information"
    button = "Ask"
    form_class = RequestForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "posts": posts_that_may(self.concern, GATHERING, council_too=False)}

    def act(self, form: RequestForm) -> InformationRequest:
        typed = dict(form.cleaned_data)
        post: Post = typed.pop("lead")
        typed |= {"lead": post.worker, "organisation": post.organisation}
        return request_information(by=self.account, concern=self.concern.ref, **typed)

    def done(self, result: InformationRequest) -> str:
        return f"{result.lead} answers by {long_day(result.due_on)}."


class DesiredOutcomes(TakingPart):
    """What the person wants of the enquiry, asked at the start."""

    act_name = "record_desired_outcomes"
    title = "What the person wants"
    button = "Record"
    form_class = DesiredForm

    def act(self, form: DesiredForm) -> SafeguardingConcern:
        return record_desired_outcomes(by=self.account, concern=self.concern.ref, **form.cleaned_data)

    def done(self, result: SafeguardingConcern) -> str:
        return "What the person wants is recorded."


class WithOtherHands(ConcernPage):
    """A page for whoever took no part."""

    template_name = "casework/safeguarding/scrutinise.html"

    def further(self) -> dict[str, Any]:
        return {"hands": hands_on(self.concern)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        enquiry = self.concern.enquiries.filter(live=True).select_related("enquirer", "organisation").first()
        outcomes = self.concern.desired_outcomes.order_by("number")
        return super().get_context_data(**{"enquiry": enquiry, "outcomes": outcomes, **kwargs})


class ScrutiniseOutcome(WithOtherHands):
    """Other hands accept what was found and decide the action."""

    act_name = "scrutinise_outcome"
    title = "Accept the findings and decide the action"
    button = "Accept the findings"
    form_class = ScrutiniseForm

    def act(self, form: ScrutiniseForm) -> SafeguardingScrutiny:
        return scrutinise_outcome(by=self.account, concern=self.concern.ref, **form.cleaned_data)

    def done(self, result: SafeguardingScrutiny) -> str:
        return "The findings are accepted and the action is decided."


class ChallengeEnquiry(WithOtherHands):
    """Other hands send the findings back for more."""

    act_name = "challenge_enquiry"
    title = "Send the enquiry back"
    button = "Send it back"
    form_class = ChallengeForm

    def act(self, form: ChallengeForm) -> SafeguardingScrutiny:
        return challenge_enquiry(by=self.account, concern=self.concern.ref, **form.cleaned_data)

    def done(self, result: SafeguardingScrutiny) -> str:
        return "The enquiry is sent back."


class CloseConcern(ConcernPage):
    """The council closes with what the person said and the risk left."""

    act_name = "close_concern"
    title = "Close the concern"
    button = "Close the concern"
    form_class = CloseForm
    template_name = "casework/safeguarding/act.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        wanted = self.concern.desired_outcomes.order_by("number")
        return {**super().get_form_kwargs(), "wanted": list(wanted)}

    def act(self, form: CloseForm) -> SafeguardingClosure:
        return close_concern(by=self.account, concern=self.concern.ref, **form.typed())

    def done(self, result: SafeguardingClosure) -> str:
        return "The concern is closed."
