"""The council's verification: taking it up, the checklist, findings, return, recommendation, handing over."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from delegation.refusals import NotFound
from verification.forms.verifying import ChecklistForm, FindingForm
from verification.forms.words import AnswerForm, HandOverForm, ReasonForm, RecommendForm, ReturnForm
from verification.models import Finding, Verification
from verification.page_selectors import findings_of, needs_of, open_verification, other_verifiers
from verification.rules import checklist_gaps
from verification.selectors import eligible_needs
from verification.services import verifying
from verification.views.plan_act import PlanActPage


class TakeUp(PlanActPage):
    act_name = "take_up_verification"
    service = verifying.take_up_verification
    lead = "The plan is yours to verify until you recommend it, return it or hand it over. You do not edit it."


class Checklist(PlanActPage):
    act_name = "complete_checklist"
    service = verifying.complete_checklist
    form_class = ChecklistForm
    template_name = "verification/checklist.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        self.verification = open_verification(self.plan)
        needs = [shown for shown in needs_of(self.plan) if shown.need.eligible]
        saved = self.verification.checklist if self.verification else {}
        return super().get_form_kwargs() | {"needs": needs, "saved": saved}

    def given(self, form: ChecklistForm) -> dict[str, Any]:
        return {"answers": form.answers()}

    def done(self, result: Verification) -> str:
        left = len(checklist_gaps(result.checklist, {need.pk: need.need_key for need in eligible_needs(self.plan)}))
        return "Saved. The checklist is complete." if not left else f"Saved. {left} still to answer or to settle."

    def next_url(self, result: Any) -> str:
        return reverse("verification:complete_checklist", args=[self.plan.ref])

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        saved = self.verification.checklist if self.verification else {}
        gaps = checklist_gaps(saved, {need.pk: need.need_key for need in eligible_needs(self.plan)})
        return context | {"verification": self.verification, "left": len(gaps)}


class FindingPage(PlanActPage):
    """An act on one finding, named by its number in the address."""

    back_to = "verification:findings"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.number = kwargs["number"]
        return super().dispatch(request, *args, **kwargs)

    @property
    def finding(self) -> Finding:
        for finding in findings_of(self.plan):
            if finding.number == self.number:
                return finding
        raise NotFound(f"Plan {self.plan.ref} has no finding {self.number}.")

    def given(self, form: Any) -> dict[str, Any]:
        return {"number": self.number, **form.cleaned_data}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(finding=self.finding, **context)


class RaiseFinding(PlanActPage):
    act_name = "raise_finding"
    service = verifying.raise_finding
    form_class = FindingForm
    back_to = "verification:findings"
    lead = "The provider answers each finding when the plan is returned. A finding once answered is not asked again."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"needs": needs_of(self.plan)}

    def given(self, form: FindingForm) -> dict[str, Any]:
        return form.given()


class WithdrawFinding(FindingPage):
    act_name = "withdraw_finding"
    service = verifying.withdraw_finding
    form_class = ReasonForm
    lead = "The finding is closed without the provider’s answer; your reason stands in its place."


class AnswerFinding(FindingPage):
    act_name = "answer_finding"
    service = verifying.answer_finding
    form_class = AnswerForm


class ReturnToProvider(PlanActPage):
    act_name = "return_plan_to_provider"
    service = verifying.return_plan_to_provider
    form_class = ReturnForm
    lead = "The plan goes back with its open findings. The council’s clock stops while the provider holds it."

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        going = [finding for finding in findings_of(self.plan) if finding.closed_at is None]
        return super().get_context_data(findings=going, shows_findings=True, **context)


class Recommend(PlanActPage):
    act_name = "recommend_plan"
    service = verifying.recommend_plan
    form_class = RecommendForm
    lead = "You say that the checklist is complete and no finding is open. An officer of the council decides the money."

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        verification = open_verification(self.plan)
        saved = verification.checklist if verification else {}
        gaps = checklist_gaps(saved, {need.pk: need.need_key for need in eligible_needs(self.plan)})
        return super().get_context_data(left=len(gaps), shows_gaps=True, **context)


class HandOver(PlanActPage):
    act_name = "hand_over_verification"
    service = verifying.hand_over_verification
    form_class = HandOverForm
    lead = "Another verifier of the council takes the plan on, with the checklist and the findings as they are."

    def get_form_kwargs(self) -> dict[str, Any]:
        verification = open_verification(self.plan)
        holder = verification.verifier_id if verification else None
        return super().get_form_kwargs() | {"others": other_verifiers(self.plan, holder)}
