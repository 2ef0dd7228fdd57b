"""What every page of casework that acts has in common: faults go to their fields, and a conflict loses nothing.

A page about a person or a plan is loaded from what its reader may see; showing it leaves an access line.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import is_valid_path, reverse
from django.utils import timezone

from casework.forms.fields import CaseworkForm, shown
from casework.models import Person, SupportPlan
from casework.plans import ask, ask_before_plan, check_state
from casework.selectors import people_visible_to, plan_visible_to
from casework.services import person_for_reading, plan_for_reading
from delegation.models import Account, Organisation
from delegation.pages import ActPage, status_of, why_href
from delegation.refusals import NotFound, Refused, RuleBroken, StaleRevision
from delegation.register import record_reading, whole

CHANGED_MEANWHILE = {
    "href": "#conflict-title",
    "sentence": "Somebody changed this while you were writing. Nothing you typed is lost, and nothing is saved yet.",
}


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field in which what was typed and what is now held differ."""

    label: str
    typed: str
    held: str


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Who changed what meanwhile, and where that differs from what was typed."""

    since: tuple[str, ...]
    differences: tuple[Difference, ...]


def merged(form: Form, before: dict[str, Any], held: dict[str, Any]) -> dict[str, Any]:
    """What the writer typed, and what is held now in every field the writer had left as it was."""
    values = {}
    for name, field in form.fields.items():
        typed = form.cleaned_data.get(name)
        untouched = name in before and name in held and shown(field, typed) == shown(field, before[name])
        values[name] = held[name] if untouched else typed
    return values


def differences_of(form: Form, mine: dict[str, Any], held: dict[str, Any]) -> tuple[Difference, ...]:
    """Each field whose value from the writer is not what is held now."""
    found = []
    for name, field in form.fields.items():
        if name in held and (typed := shown(field, mine[name])) != (theirs := shown(field, held[name])):
            found.append(Difference(label=str(form[name].label), typed=typed, held=theirs))
    return tuple(found)


class CaseworkPage(ActPage):
    """A page that acts on casework. Subclasses say its title, its button and where it came from."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "casework/act.html"
    title = ""
    caption = ""
    button = "Save"
    back_text = "Back"

    def permit(self) -> None:
        """Raise the guard's refusal before the page is shown to somebody who may not act on it."""

    def may(self) -> None:
        """Raise the guard's refusal alone, without what the state of the plan has against it."""
        self.permit()

    def back_href(self) -> str:
        """Where this page came from."""
        return reverse("casework:people")

    def held_now(self) -> dict[str, Any]:
        """What is held now of the fields of this page, read afresh, for showing beside what was typed."""
        return {}

    def held_before(self) -> dict[str, Any]:
        """What the fields of this page held when the writer opened it; empty where that cannot be told."""
        return {}

    def revision(self) -> int | None:
        """The revision this page shows; None where the thing has none."""
        return None

    @property
    def seen_revision(self) -> int:
        """The revision the writer saw; nought where the form did not say, which is never a revision."""
        told = self.request.POST.get("revision", "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.permit()
        return super().get(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Whoever may not act is told that and the register has it, whatever they typed; others, what to mend."""
        with whole():
            self.may()
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {
            "title": self.title,
            "caption": self.caption,
            "button": self.button,
            "back_href": self.back_href(),
            "back_text": self.back_text,
            "revision": self.seen_revision if self.request.method == "POST" else self.revision(),
        }
        return super().get_context_data(**{**told, **kwargs})

    def refuse(self, form: Any, refused: Refused) -> HttpResponse:
        """The page again: each fault beside its field, all that was typed still there."""
        if isinstance(refused, StaleRevision):
            return self.show_conflict(form, refused)
        if isinstance(refused, RuleBroken) and refused.faults and isinstance(form, CaseworkForm):
            form.place(refused.faults)
        else:
            form.add_error(refused.at if refused.at in form.fields else None, refused.sentence)
        told = {"refusal": refused, "why_href": why_href(refused)}
        response = self.render_to_response(self.get_context_data(form=form, **told))
        mistyped = isinstance(refused, NotFound)
        response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if mistyped else status_of(refused)
        return response

    def show_conflict(self, form: Any, refused: StaleRevision) -> HttpResponse:
        """The page again with who changed what: the writer's words beside what is held, nothing of either undone."""
        before, held = self.held_before(), self.held_now()
        mine = merged(form, before, held)
        afresh = self.form_class(**{**self.get_form_kwargs(), "data": None, "files": None, "initial": mine})
        conflict = Conflict(
            since=tuple(fault.sentence for fault in refused.faults), differences=differences_of(form, mine, held)
        )
        told = {"conflict": conflict, "revision": self.revision(), "faults": [CHANGED_MEANWHILE]}
        response = self.render_to_response(self.get_context_data(form=afresh, **told))
        response.status_code = HTTPStatus.CONFLICT
        return response


class PersonPage(CaseworkPage):
    """A page that acts on a person's record."""

    act_name = ""
    person: Person

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.account = account_of(request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.person = open_person(request, kwargs["ref"])
        self.caption = f"{self.person.name}, {self.person.ref}"
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        ask_about_person(self.act_name, self.account, self.person)

    def back_href(self) -> str:
        return reverse("casework:person", args=[self.person.ref])

    def next_url(self, result: Any) -> str:
        return reverse("casework:person", args=[self.person.ref])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"person": self.person, "back_text": "Back to the record", **kwargs})

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if self.request.method == "POST":
            read_again(self.account, "person", self.person.ref, self.person.council)
        return super().render_to_response(context, **kwargs)


class PlanPage(CaseworkPage):
    """A page that acts on a plan the provider writes; it carries the revision it was opened with."""

    act_name = "amend_plan"
    back_text = "Back to the plan’s tasks"
    plan: SupportPlan

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.account = account_of(request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.plan = open_plan(request, kwargs["ref"])
        self.caption = f"{self.plan.person.name}, {self.plan.ref}"
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        self.may()
        check_state(self.plan, self.act_name)

    def may(self) -> None:
        ask(self.act_name, self.plan, self.account)

    def revision(self) -> int:
        return self.plan.revision

    def plan_before(self) -> Any:
        """The plan as its history has it at the revision the writer opened; None where it has none."""
        return self.plan.history.filter(revision=self.seen_revision).order_by("-history_id").first()

    def values_of(self, plan: Any) -> dict[str, Any]:
        """The fields of this page as this plan, or a line of its history, has them."""
        return {}

    def get_initial(self) -> dict[str, Any]:
        return self.values_of(self.plan)

    def held_now(self) -> dict[str, Any]:
        return self.values_of(self.reload())

    def held_before(self) -> dict[str, Any]:
        before = self.plan_before()
        return self.values_of(before) if before else {}

    def reload(self) -> SupportPlan:
        """The plan as it is at this moment, for a page that met a conflict."""
        self.plan = plan_visible_to(self.account, self.plan.ref) or self.plan
        return self.plan

    def back_href(self) -> str:
        return reverse("casework:prepare", args=[self.plan.ref])

    def next_url(self, result: Any) -> str:
        return self.back_href()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"plan": self.plan, **kwargs})

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if self.request.method == "POST":
            read_again(self.account, "plan", self.plan.ref, self.plan.council)
        return super().render_to_response(context, **kwargs)


def account_of(request: HttpRequest) -> Account:
    """Who asks; every page but the open ones has somebody logged in."""
    if not isinstance(request.user, Account):
        raise NotFound("There is nobody logged in.")
    return request.user


def open_person(request: HttpRequest, ref: str) -> Person:
    """The person of a page. Showing leaves an access line; an act leaves its own. Raises NotFound."""
    account = account_of(request)
    if request.method == "POST":
        people = people_visible_to(account).select_related("council", "provider")
        if (person := people.filter(ref=ref).first()) is not None:
            return person
    return person_for_reading(by=account, ref=ref)


def open_plan(request: HttpRequest, ref: str) -> SupportPlan:
    """The plan of a page. Showing leaves an access line; an act leaves its own. Raises NotFound."""
    account = account_of(request)
    if request.method == "POST" and (plan := plan_visible_to(account, ref)) is not None:
        return plan
    return plan_for_reading(by=account, ref=ref)


def read_again(account: Account, kind: str, ref: str, council: Organisation) -> None:
    """A form that comes back shows the record again: that is a reading too."""
    record_reading(by=account, council=council, subject_kind=kind, subject=ref)


def ask_about_person(act: str, account: Account, person: Person) -> None:
    """Raise the guard's refusal where this account may not do this act about this person."""
    ask_before_plan(
        act,
        account,
        council=person.council,
        provider_id=person.provider_id,
        subject_kind="person",
        subject=person.ref,
        on=timezone.localdate(),
    )


def may_about_person(act: str, account: Account, person: Person) -> bool:
    """Whether to offer this act about this person on a page."""
    try:
        ask_about_person(act, account, person)
    except Refused:
        return False
    return True


def may_on_plan(act: str, account: Account, plan: SupportPlan) -> bool:
    """Whether to offer this act on this plan, as it stands, on a page."""
    try:
        ask(act, plan, account)
        check_state(plan, act)
    except Refused:
        return False
    return True


def plan_href(plan: SupportPlan) -> str:
    """A plan's own page; the page it is prepared on where the product has no other."""
    whole = f"/plans/{plan.ref}/"
    return whole if is_valid_path(whole) else reverse("casework:prepare", args=[plan.ref])
