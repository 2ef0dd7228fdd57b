"""The pages of the charging policy: its versions, one version, and how it is drafted, approved and withdrawn."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework import asking
from casework.charging import policies
from casework.charging.forms import ApproveForm, PolicyForm, WithdrawForm
from casework.charging.rules import FIGURES
from casework.charging.selectors import policies_of, policy_by_number, policy_in_force
from casework.charging.views import reader_or_404
from casework.models import ChargingPolicy
from casework.views.acting import CaseworkPage
from delegation.authority import permit
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, found_or_404


@require_safe
def policy_versions(request: HttpRequest) -> HttpResponse:
    """Every version of the policy, and which is in force today."""
    place, account = reader_or_404(request), account_of(request)
    asked = asking.question("draft_charging_policy", account, place.council, subject_kind=policies.KIND, subject="")
    told = {
        "versions": list(policies_of(place.council)[:50]),
        "in_force": policy_in_force(place.council, timezone.localdate()),
        "place": place,
        "may_draft": asking.may(asked),
        "back_href": reverse("casework:charges"),
        "back_text": "Charging",
    }
    return render(request, "casework/charging/policies.html", told)


@require_safe
def policy_version(request: HttpRequest, number: int) -> HttpResponse:
    """One version, each figure with the council's source and the law."""
    place, account = reader_or_404(request), account_of(request)
    policy = found_or_404(policy_by_number(place.council, number))
    kept = {figure.key: figure for figure in policy.figures.all()}
    asked = asking.question(
        "approve_charging_policy",
        account,
        place.council,
        subject_kind=policies.KIND,
        subject=policies.subject_of(policy),
    )
    is_draft = not policy.approved_at and not policy.withdrawn_at
    told = {
        "policy": policy,
        "figures": [(one, kept.get(key)) for key, one in FIGURES.items()],
        "is_draft": is_draft,
        "may_approve": is_draft and asking.may(asked),
        "back_href": reverse("casework:charging-policies"),
        "back_text": "Charging policy",
    }
    return render(request, "casework/charging/policy.html", told)


class PolicyPage(CaseworkPage):
    """A page that acts on the policy."""

    verb = ""
    policy: ChargingPolicy | None = None
    back_text = "Charging policy"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.place, self.account = reader_or_404(request), account_of(request)
        if "number" in kwargs:
            self.policy = found_or_404(policy_by_number(self.place.council, kwargs["number"]))
            self.caption = f"{self.policy}, from {day(self.policy.from_day)}"
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        subject = policies.subject_of(self.policy) if self.policy else ""
        permit(
            asking.question(self.verb, self.account, self.place.council, subject_kind=policies.KIND, subject=subject)
        )

    def back_href(self) -> str:
        return reverse("casework:charging-policies")

    def next_url(self, result: Any) -> str:
        return reverse("casework:charging-policy", args=[result.number])


class DraftPolicy(PolicyPage):
    """Draft a version. Source: Care Act 2014 s.14."""

    verb = "draft_charging_policy"
    title = "Draft a version of the charging policy"
    button = "Keep the draft"
    form_class = PolicyForm

    def get_initial(self) -> dict[str, Any]:
        """The figures of the version in force, each to be confirmed; the sources are written anew."""
        policy = policy_in_force(self.place.council, timezone.localdate())
        return policy.figures_by_key() | {"choices_made": policy.choices_made} if policy else {}

    def act(self, form: PolicyForm) -> ChargingPolicy:
        return policies.draft_charging_policy(
            by=self.account,
            council=self.place.council,
            from_day=form.cleaned_data["from_day"],
            choices_made=form.cleaned_data["choices_made"],
            figures=form.figures(),
        )

    def done(self, result: ChargingPolicy) -> str:
        return f"{result} is kept as a draft. It is in force when the council approves it."


class ApprovePolicy(PolicyPage):
    """Approve a draft. Source: Care Act 2014 s.14; the council's scheme."""

    verb = "approve_charging_policy"
    title = button = "Approve the charging policy"
    form_class = ApproveForm
    policy: ChargingPolicy

    def act(self, form: ApproveForm) -> ChargingPolicy:
        return policies.approve_charging_policy(by=self.account, policy=self.policy, **form.cleaned_data)

    def done(self, result: ChargingPolicy) -> str:
        return f"{result} is approved, and will never change."


class WithdrawPolicy(PolicyPage):
    """Withdraw a draft."""

    verb = "withdraw_charging_policy"
    title = button = "Withdraw the draft"
    form_class = WithdrawForm
    policy: ChargingPolicy

    def act(self, form: WithdrawForm) -> ChargingPolicy:
        return policies.withdraw_charging_policy(by=self.account, policy=self.policy, **form.cleaned_data)

    def done(self, result: ChargingPolicy) -> str:
        return "The draft is withdrawn."
