"""The guard's answers for whoever is logged in: "Why can't I do this?" and "My authority"."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.closed import closed_to
from delegation.directory import place_of
from delegation.explain import Explanation, explain
from delegation.forms import WhyForm
from delegation.guarded import ACTS
from delegation.hands import PlanStanding, standing_of
from delegation.models import Account
from delegation.references import tidy_reference
from delegation.register_reading import own_refusal
from delegation.registration.selectors import registrations_of
from delegation.selectors import organisations_seen_by
from delegation.standing import standing_of as standing_of_person
from delegation.views.places import account_of


@require_safe
def why(request: HttpRequest) -> HttpResponse:
    """The guard's own answer: permitted or refused, why, the function and its source, and who may."""
    account = account_of(request)
    form = WhyForm(request.GET if "function" in request.GET else None)
    told: dict[str, object] = {"form": form, "place": place_of(account)}
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        told |= {
            "explanation": _explained(account, asked),
            "on": asked["on"] or timezone.localdate(),
            "weekly": asked["amount_weekly"],
            "guarded": ACTS.get(asked["act"]),
            "last_refusal": own_refusal(account, asked["act"], asked["subject"]),
        }
    return render(request, "delegation/why.html", told)


def _explained(account: Account, asked: dict[str, object]) -> Explanation:
    reference = tidy_reference(str(asked["subject"]))
    guarded = ACTS.get(str(asked["act"]))
    return explain(
        function=str(asked["function"]),
        by=account,
        on=asked["on"] or timezone.localdate(),  # type: ignore[arg-type]
        weekly=asked["amount_weekly"],  # type: ignore[arg-type]
        plan=_visible_plan(account, reference),
        plan_reference=reference,
        roles=guarded.roles if guarded and guarded.function == asked["function"] else None,
    )


def _visible_plan(account: Account, reference: str) -> PlanStanding | None:
    """The standing of a plan this account may see; of another's, or a closed one, not even that it is, is told."""
    if closed_to(account, {("plan", reference)}):
        return None
    standing = standing_of(reference) if reference else None
    seen = organisations_seen_by(account)
    return standing if standing and (standing.organisation_id in seen or standing.council.pk in seen) else None


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """My posts, my limits, my cover, and every function of the schedule answered for me today."""
    account = account_of(request)
    told = {
        "account": account,
        "standing": standing_of_person(account, timezone.localdate()),
        "registrations": registrations_of(account.worker) if account.worker else [],
        "place": place_of(account),
        "today": timezone.localdate(),
    }
    return render(request, "delegation/me.html", told)
