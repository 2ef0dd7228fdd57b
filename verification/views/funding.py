"""The council's decisions on the money."""

from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponse

from casework.models import PlannedSupport
from delegation.authority import Permission
from verification.forms.funding import DecisionForm
from verification.forms.words import AgreeForm, EscalateForm, QuestionForm, RefuseForm
from verification.models import ChangeRequest
from verification.page_selectors import needs_of, verifications_of
from verification.plan_acts import Money, may_they, money_to_decide
from verification.rules import NOUGHT, fund_lines
from verification.selectors import already_receives, line_costs, open_change
from verification.services import changes, funding
from verification.views.plan_act import PlanActPage


class MoneyPage(PlanActPage):
    """A decision that shows what it commits, what the person already receives and how far one's limit goes."""

    limit_for = "record_funding_decision"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        money = money_to_decide(self.plan)
        return super().get_context_data(
            already=already_receives(self.plan),
            money=money,
            limit=may_they(self.limit_for, self.plan, self.request.user, money),
            recommendation=next((v for v in verifications_of(self.plan) if v.outcome == v.Outcome.RECOMMENDED), None),
            **context,
        )


class Decide(MoneyPage):
    act_name = "record_funding_decision"
    service = funding.record_funding_decision
    form_class = DecisionForm
    template_name = "verification/decide.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        prefetch_related_objects([self.plan], Prefetch("lines", PlannedSupport.objects.select_related("need")))
        return super().get_form_kwargs() | {"lines": list(self.plan.lines.all()), "costs": line_costs(self.plan)}

    def form_valid(self, form: DecisionForm) -> HttpResponse:
        """“Work out the total” shows what the decision would commit and decides nothing."""
        if "work_out" not in self.request.POST:
            return super().form_valid(form)
        funded, _ = fund_lines(line_costs(self.plan), {line.key: line for line in form.decisions()})
        already = already_receives(self.plan)
        weekly = sum((line.weekly for line in funded), NOUGHT)
        whole = sum((line.whole_life for line in funded), NOUGHT)
        money = Money(weekly + already.weekly, whole + already.whole_life)
        answer = may_they(self.act_name, self.plan, self.request.user, money)
        worked_out = {
            "weekly": weekly,
            "one_off": sum((line.one_off for line in funded), NOUGHT),
            "whole_life": whole,
            "with_already": money,
            "answer": answer,
            "is_within": isinstance(answer, Permission),
        }
        return self.render_to_response(self.get_context_data(form=form, worked_out=worked_out))

    def given(self, form: DecisionForm) -> dict[str, Any]:
        typed = form.cleaned_data
        return {"lines": form.decisions(), "conditions": typed["conditions"], "reasons": typed["reasons"]}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        titles = {shown.need.pk: shown.title for shown in needs_of(self.plan)}
        may_pass_up = isinstance(may_they("escalate_funding_decision", self.plan, self.request.user), Permission)
        return super().get_context_data(titles=titles, may_pass_up=may_pass_up, **context)


class Escalate(MoneyPage):
    act_name = "escalate_funding_decision"
    service = funding.escalate_funding_decision
    form_class = EscalateForm
    lead = "The decision waits for the level you name until they decide, return it or refuse it."


class Refuse(PlanActPage):
    act_name = "refuse_funding"
    service = funding.refuse_funding
    form_class = RefuseForm
    warning = "The person gets a letter with your reasons and how to challenge the decision."


class ReturnFromFunding(PlanActPage):
    act_name = "return_from_funding"
    service = funding.return_from_funding
    form_class = QuestionForm
    lead = "The plan goes back to the verifier who recommended it, with your question, instead of being decided."


class ChangePage(MoneyPage):
    """Yes or no to one open change of money."""

    form_class = AgreeForm
    template_name = "verification/decide_change.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        change = open_change(self.plan)
        return super().get_context_data(change=change, changed=changed_lines(change), **context)


class DecideEnvelope(ChangePage):
    act_name = "record_envelope_decision"
    service = changes.record_envelope_decision
    limit_for = "record_envelope_decision"


class DecideChange(ChangePage):
    act_name = "record_change_decision"
    service = changes.record_change_decision
    limit_for = "record_change_decision"


def changed_lines(change: ChangeRequest | None) -> list[dict[str, Any]]:
    """The lines a change touches: pounds a week before, after, and the difference."""
    if change is None:
        return []
    return [
        {"key": key, "before": Decimal(before), "after": Decimal(after), "difference": Decimal(after) - Decimal(before)}
        for key, (before, after) in change.lines.items()
    ]
