"""The package in force: change, suspension, review, end."""

from typing import Any

from verification.forms.brokerage import ChangeForm, lines_paid
from verification.forms.words import BeginReviewForm, ConcludeReviewForm, EndPackageForm, ResumeForm, SuspendForm
from verification.page_selectors import line_words
from verification.selectors import decision_in_force
from verification.services import packages
from verification.views.plan_act import PlanActPage


class AskForChange(PlanActPage):
    act_name = "request_package_change"
    service = packages.request_package_change
    form_class = ChangeForm
    lead = "Nothing changes until the council decides."

    def get_form_kwargs(self) -> dict[str, Any]:
        decision = decision_in_force(self.plan)
        lines = list(decision.lines.all()) if decision else []
        return super().get_form_kwargs() | {
            "lines": lines_paid(lines, line_words(self.plan)),
            "reason": "What changed for the person, and why the cost should.",
        }

    def given(self, form: ChangeForm) -> dict[str, Any]:
        typed = form.cleaned_data
        return {"lines": form.prices(), "reason": typed["reason"], "effective_on": typed["effective_on"]}


class Suspend(PlanActPage):
    act_name = "suspend_package"
    service = packages.suspend_package
    form_class = SuspendForm


class Resume(PlanActPage):
    act_name = "resume_package"
    service = packages.resume_package
    form_class = ResumeForm
    lead = "The support resumes as it was decided."


class BeginReview(PlanActPage):
    act_name = "review_plan"
    service = packages.review_plan
    form_class = BeginReviewForm
    lead = "You review the plan with the person. The support goes on meanwhile."


class ConcludeReview(PlanActPage):
    act_name = "conclude_review"
    service = packages.conclude_review
    form_class = ConcludeReviewForm


class End(PlanActPage):
    act_name = "end_package"
    service = packages.end_package
    form_class = EndPackageForm
    lead = "The support ends from the day you give. The person is written to with your reason."
    warning = "This cannot be undone."
