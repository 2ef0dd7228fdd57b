"""The provider's own check, and submission to the council."""

from typing import Any

from casework.content import Content, difference, read_content
from casework.rules import missing_of_section_25
from casework.selectors import versions_of
from verification.forms.words import MendForm, NoteForm
from verification.page_selectors import path_in_words
from verification.services import quality
from verification.views.plan_act import PlanActPage


class SendToQualityAssurance(PlanActPage):
    act_name = "send_to_quality_assurance"
    service = quality.send_to_quality_assurance
    lead = "A colleague who did not write the plan checks it before it leaves the provider."

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        missing = missing_of_section_25(read_content(self.plan))
        return super().get_context_data(missing=missing, **context)


class PassQualityAssurance(PlanActPage):
    act_name = "pass_quality_assurance"
    service = quality.pass_quality_assurance
    form_class = NoteForm
    lead = "You say that you checked the plan and that it is ready for the council. You are not its author."


class ReturnFromQualityAssurance(PlanActPage):
    act_name = "return_from_quality_assurance"
    service = quality.return_from_quality_assurance
    form_class = MendForm
    lead = "The plan goes back to its author as a draft."


class Submit(PlanActPage):
    act_name = "submit_plan_for_verification"
    service = quality.submit_plan_for_verification
    lead = (
        "A version of the plan is sealed and put before the council. From then on the provider reads it and "
        "cannot change it, unless the council returns it."
    )


class Resubmit(PlanActPage):
    act_name = "resubmit_plan"
    service = quality.resubmit_plan
    lead = "A new version is sealed and put before the council. This is what differs from the last."

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        last = versions_of(self.plan).first()
        now: Content = read_content(self.plan)
        changes = difference(last.content, now) if last else []
        shown = [(path_in_words(change.path), change) for change in changes]
        return super().get_context_data(changes=shown, shows_changes=True, **context)
