"""The pages of a person's record: found, registered, read, corrected, linked to a carer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View
from django.views.generic import TemplateView

from casework import asking
from casework.beside import begun_about, registers_beside
from casework.colleagues import council_of_account, named_readers_of, providers_of
from casework.details import PersonDetails
from casework.forms.people import CarerForm, CorrectForm, RegisterForm, SearchForm, initial_of
from casework.models import Assessment, CarerLink, Person, SupportPlan
from casework.plans import ask_before_plan
from casework.safeguarding.raising import may_raise_concern
from casework.selectors import (
    MOST_FOUND,
    assessments_visible_to,
    cared_for_shown,
    carers_shown,
    contacts_visible_to,
    drafts_shown,
    people_visible_to,
    plans_visible_to,
    search_people,
)
from casework.services import correct_person, link_carer, person_for_reading, record_person
from casework.views.acting import CaseworkPage, PersonPage, account_of, may_about_person, plan_href
from casework.views.contacts import ask_to_read_concerns
from casework.way import LIVE_STATES, STATES, WAY
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.references import tidy_reference
from delegation.refusals import NoPost, Refused
from delegation.register import whole
from delegation.selectors import posts_of
from delegation.templatetags.govuk import day

MOST_SHOWN = 50
BESIDE_THE_WAY = ("record_dols_request",)


class People(View):
    """Search by name, NHS number or reference; the words are posted, and never stand in an address."""

    def get(self, request: HttpRequest) -> HttpResponse:
        account = account_of(request)
        return render(request, "casework/people.html", {"form": SearchForm(), **also_here(account)})

    def post(self, request: HttpRequest) -> HttpResponse:
        account, form = account_of(request), SearchForm(request.POST)
        context: dict[str, Any] = {"form": form}
        if not form.is_valid():
            return render(request, "casework/people.html", context | also_here(account), status=422)
        words = form.cleaned_data["words"]
        found = search_people(account, words)
        context |= {"found": found, "most": MOST_FOUND, "is_cut": len(found) >= MOST_FOUND, "words": words}
        reference = tidy_reference(words)
        if reference.startswith("SP-") and (plan := plans_visible_to(account).filter(ref=reference).first()):
            context |= {"plan": plan, "plan_href": plan_href(plan)}
        return render(request, "casework/people.html", context)


def also_here(account: Account) -> dict[str, Any]:
    """Which other pages to offer beside the search: those that would open to this person."""
    council, providers = council_of_account(account), providers_of(account)
    return {
        "may_register": would_open(lambda: ask_to_begin("record_person", account, council, providers)),
        "may_import": would_open(lambda: ask_to_begin("prepare_plan", account, council, providers)),
        "sees_concerns": not providers and would_open(lambda: ask_to_read_concerns(account)),
        "registers": registers_beside(account),
    }


def would_open(ask: Callable[[], None]) -> bool:
    """Whether the guard would let this person in; nothing is registered of the question."""
    try:
        ask()
    except Refused:
        return False
    return True


def ask_to_begin(act: str, account: Account, council: Organisation | None, providers: Sequence[Organisation]) -> None:
    """The guard's answer before anything is typed; each record is asked for again."""
    if council is None:
        raise NoPost("You hold no post today, so there is no caseload to register somebody on.")
    first = providers[0].pk if providers else None
    ask_before_plan(act, account, council=council, provider_id=first, subject_kind="person", subject="")


class RegisterPerson(CaseworkPage):
    """Register an adult or a carer who appears to have needs. Source: Care Act 2014 s.9(1)."""

    title = "Register a person"
    button = "Register"
    form_class = RegisterForm
    back_text = "Back to people"

    def permit(self) -> None:
        account = account_of(self.request)
        ask_to_begin("record_person", account, council_of_account(account), providers_of(account))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "providers": providers_of(account_of(self.request))}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not providers_of(account_of(request)):
            with whole():
                self.permit()
        return super().post(request, *args, **kwargs)

    def act(self, form: RegisterForm) -> Person:
        details = PersonDetails(**form.details())
        return record_person(by=account_of(self.request), provider=form.provider(), details=details)

    def done(self, result: Person) -> str:
        return f"Registered as {result.ref}."

    def next_url(self, result: Person) -> str:
        return reverse("casework:person", args=[result.ref])


@dataclass(frozen=True, kw_only=True)
class AssessmentRow:
    """One assessment of a record, with what was determined and what may follow."""

    assessment: Assessment
    answer: str
    colour: str
    next_href: str
    next_text: str


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """One plan of a record, with where it stands."""

    plan: SupportPlan
    state: str
    colour: str
    href: str


class Offers:
    """What this account may do about one person, asked of the guard only where the page would offer it."""

    def __init__(self, account: Account, person: Person) -> None:
        self.account, self.person = account, person
        kinds = {post.organisation.kind for post in posts_of(account, timezone.localdate())}
        self.sides = {"council" if kind == Organisation.Kind.COUNCIL else "provider" for kind in kinds}
        self.known: dict[tuple[str, frozenset[str]], bool] = {}

    def __getitem__(self, act: str) -> bool:
        step = WAY[act]
        same = (step.function, step.roles)
        if same not in self.known:
            self.known[same] = step.side in self.sides and may_about_person(act, self.account, self.person)
        return self.known[same]

    def beside(self) -> dict[str, bool]:
        """The acts that begin a record beside the way of a plan."""
        return {verb: self._may_begin(verb) for verb in BESIDE_THE_WAY}

    def _may_begin(self, verb: str) -> bool:
        return ACTS[verb].side in self.sides and asking.may(asking.about(verb, self.account, self.person))


class PersonRecord(TemplateView):
    """The record of one person. Reading it leaves an access line. Source: P5."""

    template_name = "casework/person.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account = account_of(self.request)
        person = person_for_reading(by=account, ref=kwargs["ref"])
        may = Offers(account, person)
        plans = list(
            plans_visible_to(account).filter(person=person).select_related("worker").order_by("-pk")[:MOST_SHOWN]
        )
        return super().get_context_data(
            person=person,
            age=age_on(person, timezone.localdate().isoformat()),
            may=may,
            may_raise=may_raise_concern(account, person),
            beside=may.beside(),
            panels=panels_of(person),
            begun=begun_about(account, person),
            readers=named_readers_of(person) if person.restricted else [],
            contacts=contacts_visible_to(account).filter(person=person).order_by("-made_on", "-pk")[:MOST_SHOWN],
            assessments=assessment_rows(account, person, plans, may),
            drafts=drafts_shown(account, person)[:MOST_SHOWN],
            plans=[plan_row(plan) for plan in plans],
            carers=carers_shown(account, person)[:MOST_SHOWN],
            cares_for=cared_for_shown(account, person)[:MOST_SHOWN],
            **kwargs,
        )


def plans_of(account: Account, person: Person) -> QuerySet[SupportPlan]:
    """The plans of a record, newest first."""
    return plans_visible_to(account).filter(person=person).select_related("worker").order_by("-pk")[:MOST_SHOWN]


def age_on(person: Person, today: str) -> int:
    """Whole years, on the day of death where the person has died."""
    last = person.date_of_death.isoformat() if person.date_of_death else today
    born = person.date_of_birth.isoformat()
    return int(last[:4]) - int(born[:4]) - (last[5:] < born[5:])


def panels_of(person: Person) -> list[tuple[str, list[dict[str, Any]]]]:
    """What is recorded of a person, a heading and its rows at a time."""
    number = person.nhs_number
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}" if number else ""
    return [
        (
            "About the person",
            _rows(
                ("Name", person.name),
                ("Preferred name", person.preferred_name),
                ("Date of birth", day(person.date_of_birth)),
                ("Gender", person.gender),
                ("Ethnicity", person.ethnicity),
                ("Service user or carer", person.client_type),
                ("NHS number", spaced),
                ("Council’s own identifier", person.council_identifier),
            ),
        ),
        (
            "How to reach them",
            _rows(
                ("Address", f"{person.address}\n{person.postcode}".strip()),
                ("Telephone", person.telephone),
                ("Communication needs", person.communication_needs),
                ("GP practice", f"{person.gp_practice_name} {person.gp_practice_code}".strip()),
            ),
        ),
        (
            "Living, health and support",
            _rows(
                ("Accommodation", person.accommodation_status),
                ("Employment", person.employment_status),
                ("Somebody cares for them without pay", person.has_unpaid_carer),
                ("Primary support reason", person.primary_support_reason),
                ("Who pays for their care", person.client_funding_status),
                ("Autism spectrum disorder", person.autism),
                ("Dementia", person.dementia),
                ("Visual impairment", person.visual_impairment),
                ("Hearing impairment", person.hearing_impairment),
            ),
        ),
    ]


def _rows(*pairs: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"key": key, "value": value} for key, value in pairs]


def assessment_rows(account: Account, person: Person, plans: list[SupportPlan], may: Offers) -> list[AssessmentRow]:
    """The assessments of a record, newest first, each with its next step where this account may take it."""
    found = assessments_visible_to(account).filter(person=person).select_related("determination", "assessor")
    planned = {plan.assessment_id for plan in plans if plan.state in LIVE_STATES}
    return [
        _assessment_row(assessment, person, assessment.pk in planned, may)
        for assessment in found.order_by("-completed_on", "-pk")[:MOST_SHOWN]
    ]


def _assessment_row(assessment: Assessment, person: Person, is_planned: bool, may: Offers) -> AssessmentRow:
    determination = getattr(assessment, "determination", None)
    place, text = "", ""
    if determination is None:
        answer, colour = "Not yet determined", "blue"
        if assessment.refusal == Assessment.Refusal.ENDS_THE_DUTY:
            answer, colour = "Assessment refused", "grey"
        elif may["determine_eligibility"]:
            place, text = "determine-eligibility", "Determine eligibility"
    elif determination.eligible:
        answer, colour = "Eligible needs", "green"
        if not is_planned and may["prepare_plan"]:
            place, text = "prepare-plan", "Start a plan"
    else:
        answer, colour = "No eligible needs", "grey"
    href = reverse(f"casework:{place}", args=[person.ref, assessment.ref]) if place else ""
    return AssessmentRow(assessment=assessment, answer=answer, colour=colour, next_href=href, next_text=text)


def plan_row(plan: SupportPlan) -> PlanRow:
    """A plan with the words and the colour of where it stands."""
    state = STATES[plan.state]
    colour = "green" if state.funded else "grey" if not state.live else "blue"
    return PlanRow(plan=plan, state=state.title, colour=colour, href=plan_href(plan))


class CorrectPerson(PersonPage):
    """Correct what is recorded; what was there before stays. Source: UK GDPR Art 5(1)(d)."""

    act_name = "correct_person"
    title = "Correct the record"
    form_class = CorrectForm

    def get_initial(self) -> dict[str, Any]:
        return initial_of(self.person)

    def held_now(self) -> dict[str, Any]:
        return initial_of(self.person)

    def held_before(self) -> dict[str, Any]:
        lines = self.person.history.order_by("history_id")
        then = next(iter(lines[self.seen_revision - 1 : self.seen_revision]), None) if self.seen_revision else None
        return initial_of(then) if then else {}

    def revision(self) -> int:
        return self.person.history.count()

    def act(self, form: CorrectForm) -> Person:
        return correct_person(
            by=self.account,
            person=self.person.ref,
            seen_revision=self.seen_revision,
            changes=form.changes(),
            reason=form.cleaned_data["reason"],
        )

    def done(self, result: Person) -> str:
        return "The record is corrected."


class LinkCarer(PersonPage):
    """Record that somebody cares for this person without pay. Source: Care Act 2014 s.10(3)."""

    act_name = "link_carer"
    title = "Add a carer"
    button = "Add the carer"
    form_class = CarerForm

    def act(self, form: CarerForm) -> CarerLink:
        told = {**form.cleaned_data, "carer": self.carer_ref(form.cleaned_data["carer"])}
        return link_carer(by=self.account, cared_for=self.person.ref, **told)

    def carer_ref(self, typed: str) -> str:
        """The reference of a person this account may see; another's is no reference at all."""
        reference = tidy_reference(typed)
        seen = people_visible_to(self.account).filter(ref=reference).exists()
        return reference if seen else "PE-"

    def done(self, result: CarerLink) -> str:
        return "The carer is added."
