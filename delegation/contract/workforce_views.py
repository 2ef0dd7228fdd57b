"""The pages of the workforce: how each provider stands against its contract, the monthly returns, the named posts."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question, permit, would_permit
from delegation.contract.forms import (
    DeclareForm,
    MinimumForm,
)
from delegation.contract.tables import Table, columns, fte, link, tag
from delegation.contract.workforce import declare_workforce, set_workforce_minimum
from delegation.contract.workforce_rules import ROLES_OF_A_CONTRACT, first_of_month, is_red
from delegation.contract.workforce_selectors import (
    RoleSeen,
    lines_of,
    members_of,
    missing_returns,
    posts_seen,
    providers_seen,
    return_by_ref,
    returns_seen,
    roles_seen,
    staff_of,
    unregistered,
)
from delegation.directory import Place, organisation_by_key, providers_of
from delegation.models import Organisation, SeniorPost, WorkforceMinimum, WorkforceReturn
from delegation.pages import ActPage
from delegation.refusals import Refused
from delegation.register import whole
from delegation.register_reading import Wanted, last_lines
from delegation.views.places import SetUpPage, account_of, found_or_404, may, place_or_404, question_of
from delegation.wording import long_day

A_PAGE = 50
LEAD = (
    "Of a registered role no more counts than the named staff whose registration was live at the month's end. A "
    "shortfall is on the Director's page of assurance the moment it is declared."
)


@require_safe
def workforce(request: HttpRequest) -> HttpResponse:
    """How each provider stands against its contract, what is missing, the returns and the named posts."""
    place, today = place_or_404(request), timezone.localdate()
    page = Paginator(returns_seen(place), A_PAGE).get_page(request.GET.get("page"))
    tables = [_standing(roles_seen(place, today)), _posts(posts_seen(place), today), _returns(page.object_list)]
    if missing := _missing(place, today):
        tables.insert(0, missing)
    possible = [
        ("declare_workforce", "Declare a month", not place.is_council_staff),
        ("set_workforce_minimum", "Set a minimum", place.is_council_staff),
        ("name_senior_post", "Name a post", place.is_council_staff),
    ]
    told = {
        "title": "Workforce of the providers" if place.is_council_staff else "Workforce",
        "lead": LEAD,
        "ways": [
            {"text": text, "href": reverse(f"delegation:{verb}")}
            for verb, text, fits in possible
            if fits and may(request, place, verb)
        ],
        "tables": tables,
        "page": page,
        "place": place,
    }
    return render(request, "delegation/contract/list.html", told)


def _standing(seen: list[RoleSeen]) -> Table:
    rows = [
        (
            {"text": one.minimum.get_role_display(), "small": one.minimum.organisation.name},
            fte(one.minimum.fte),
            {
                "text": fte(one.line.counted if one.line else None),
                "small": f"{one.line.workforce_return.month:%B %Y}" if one.line else "",
            },
            fte(one.line.declared if one.line else None),
            f"{one.agency_share:.0f}%" if one.agency_share is not None else "–",
            _is_kept(one),
        )
        for one in seen
    ]
    headings = columns("Role", "#Asked, FTE", "#Counted", "#Declared", "#Agency", "State")
    return Table(
        caption="Against the contract", columns=headings, rows=rows, nothing="The contract asks no minimum yet."
    )


def _is_kept(one: RoleSeen) -> dict[str, str]:
    if one.line is None:
        return tag("Nothing declared", "grey")
    if one.is_short:
        return tag("Short", "red", f"{fte(one.minimum.fte - one.line.counted)} FTE missing")
    return tag("Kept", "green")


def _missing(place: Place, on: date) -> Table | None:
    seen = set(providers_seen(place).values_list("pk", flat=True)) if not place.is_council_staff else None
    rows = [
        (
            f"{one.month:%B %Y}",
            one.organisation.name,
            {"text": long_day(one.due_on), "whole": True},
            tag("Late", "red", f"{(on - one.due_on).days} days"),
        )
        for one in missing_returns(place.council, on)
        if seen is None or one.organisation.pk in seen
    ]
    if not rows:
        return None
    return Table(caption="Not declared by their day", columns=columns("Month", "Provider", "Due", "State"), rows=rows)


def _returns(found: Any) -> Table:
    rows = [
        (
            link(f"{one.month:%B %Y}", reverse("delegation:workforce_return", args=[one.ref]), _numbered(one)),
            one.organisation.name,
            {
                "text": long_day(one.declared_on),
                "whole": True,
                "small": f"after its day, {long_day(one.due_on)}" if one.declared_on > one.due_on else "",
            },
            str(one.declared_by),
            tag("Short", "red") if one.is_short else tag("Kept", "green"),
        )
        for one in found
    ]
    headings = columns("Month", "Provider", "Declared", "By", "State")
    return Table(caption="Returns", columns=headings, rows=rows, nothing="No month was declared yet.")


def _numbered(one: WorkforceReturn) -> str:
    return f"correction {one.number - 1}" if one.number > 1 else ""


def _posts(found: Any, on: date) -> Table:
    lapsed = unregistered(found, on)
    rows = [
        (
            link(one.title, reverse("delegation:senior_post", args=[one.ref]), one.organisation.name),
            one.get_kind_display(),
            str(one.holder or "–"),
            state_of_post(one, on, is_registered=one.pk not in lapsed),
        )
        for one in found
    ]
    headings = columns("Post", "Kind", "Who holds it", "State")
    return Table(caption="Named posts", columns=headings, rows=rows, nothing="The contract names no post yet.")


def state_of_post(one: SeniorPost, on: date, *, is_registered: bool) -> dict[str, str]:
    """A named post as a tag: filled, covered, held without the registration it asks, vacant, or vacant too long."""
    if one.ended_on:
        return tag("No longer asked", "grey")
    if not is_registered:
        return tag("Not registered", "red", f"{one.holder or one.covered_by} has no live registration")
    if one.vacant_since is None:
        return tag("Filled", "green", f"since {long_day(one.held_since)}")
    if one.covered_by:
        return tag("Covered", "yellow", f"by {one.covered_by} since {long_day(one.covered_since)}")
    days = (on - one.vacant_since).days
    return tag("Vacant", "red" if is_red(one.vacant_since, None, on) else "yellow", f"{max(days, 0)} days")


@require_safe
def workforce_return(request: HttpRequest, ref: str) -> HttpResponse:
    """One return: each role as declared and counted, and the named staff with their registration then."""
    place, account = place_or_404(request), account_of(request)
    made = found_or_404(return_by_ref(place, ref))
    lines, members = lines_of(made), members_of(made)
    roles = Table(
        caption="The roles",
        columns=columns("Role", "#Declared, FTE", "#Of them agency", "#Counted", "#Asked", "State"),
        rows=[
            (
                one.get_role_display(),
                fte(one.declared),
                fte(one.agency),
                fte(one.counted),
                fte(one.minimum),
                tag("Short", "red", f"{fte(one.minimum - one.counted)} FTE missing")
                if one.counted < one.minimum
                else tag("Kept", "green"),
            )
            for one in lines
        ],
    )
    staff = Table(
        caption="Named staff in registered roles",
        columns=columns("Name", "Role", "#FTE", "Registration then"),
        rows=[
            (
                str(one.worker),
                one.get_role_display(),
                fte(one.fte),
                tag("Live", "green") if one.was_registered else tag("Not live: not counted", "red"),
            )
            for one in members
        ],
        nothing="Nobody was named, so no registered role counts.",
    )
    facts = [
        {"key": "Declared", "value": f"{long_day(made.declared_on)}, by {made.declared_by}, {made.post.role_title}"},
        {"key": "Due", "value": long_day(made.due_on)},
        *([{"key": "Remarks", "value": made.remarks}] if made.remarks else []),
    ]
    told = {
        "title": f"{made.month:%B %Y}",
        "caption": f"{made.organisation}, {made.ref}",
        "state": {"text": "Short", "colour": "red"} if made.is_short else {"text": "Kept", "colour": "green"},
        "facts": facts,
        "tables": [roles, staff],
        "acts": last_lines(account, place.council, Wanted(kind="workforce_return", subject=made.ref), 50),
        "place": place,
        "back_href": reverse("delegation:workforce"),
        "back_text": "Workforce",
    }
    return render(request, "delegation/contract/record.html", told)


# -- the council's acts -------------------------------------------------------------------------------------------


class ProviderChoice(SetUpPage):
    """An act of the council on one of its providers, chosen from a list."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"providers": [(one.key, one.name) for one in providers_of(self.place)]}

    def organisation(self, typed: dict[str, Any]) -> Organisation:
        found: Organisation = found_or_404(organisation_by_key(self.place, typed.pop("organisation")))
        return found

    def next_url(self, result: Any) -> str:
        return reverse("delegation:workforce")


class SetMinimum(ProviderChoice):
    """The contract asks at least so many of a role."""

    form_class = MinimumForm
    verb = "set_workforce_minimum"
    title = "Set a minimum"
    button = "Set minimum"
    lead = "Months declared already keep what was asked of them."

    def act(self, form: MinimumForm) -> WorkforceMinimum:
        typed = dict(form.cleaned_data)
        organisation = self.organisation(typed)
        return set_workforce_minimum(by=self.by, council=self.place.council, organisation=organisation, **typed)

    def done(self, result: WorkforceMinimum) -> str:
        title = ROLES_OF_A_CONTRACT[result.role].title.lower()
        return f"{fte(result.fte)} FTE of {title} are asked from {long_day(result.from_day)}."


# -- acts on a named post, and the provider's ---------------------------------------------------------------------


class EitherSidePage(SetUpPage):
    """An act whose page the staff of a provider reach too; each is asked for authority on the act's own side."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.place = place_or_404(request)
        self.find(**kwargs)
        return ActPage.dispatch(self, request, *args, **kwargs)  # type: ignore[return-value]

    def question(self) -> Question:
        """What the service will ask."""
        return question_of(self.request, self.place, self.verb)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = would_permit(self.question())
        if isinstance(answer, Refused):
            raise answer
        return ActPage.get(self, request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        with whole():
            permit(self.question())
        return ActPage.form_invalid(self, form)


class Declare(EitherSidePage):
    """The provider declares a month of its workforce."""

    form_class = DeclareForm
    verb = "declare_workforce"
    title = "Declare a month"
    button = "Declare"
    lead = LEAD
    organisation: Organisation | None

    def find(self, **named: Any) -> None:
        self.organisation = None if self.place.is_council_staff else providers_seen(self.place).order_by("pk").first()

    def get_initial(self) -> dict[str, Any]:
        return {"month": first_of_month(date.fromordinal(first_of_month(self.today).toordinal() - 1))}

    def get_form_kwargs(self) -> dict[str, Any]:
        staff = staff_of(self.organisation.pk, self.get_initial()["month"]) if self.organisation else []
        return super().get_form_kwargs() | {"staff": staff}

    def act(self, form: DeclareForm) -> WorkforceReturn:
        if self.organisation is None:
            with whole():
                permit(self.question())  # refused, and in the register
            raise Http404
        return declare_workforce(
            by=self.by,
            organisation=self.organisation,
            month=form.cleaned_data["month"],
            roles=form.roles(),
            staff=form.named(),
            remarks=form.cleaned_data["remarks"],
        )

    def done(self, result: WorkforceReturn) -> str:
        return f"{result.month:%B %Y} is declared."

    def next_url(self, result: WorkforceReturn | None) -> str:
        if result is None:
            return reverse("delegation:workforce")
        return reverse("delegation:workforce_return", args=[result.ref])
