"""The personal budget and the direct payment of a plan."""

from typing import Any

from casework.charging.share import share_by_charge
from casework.content import read_content
from casework.forms.plans import BudgetForm, DirectPaymentForm, budget_initial, direct_payment_initial
from casework.models import SupportPlan
from casework.rules import cost_of_support
from casework.services import set_personal_budget
from casework.views.acting import PlanPage
from casework.views.prepare import AmendPlan


class PersonalBudget(PlanPage):
    """Three figures that must reconcile, beside what the lines cost. Source: Care Act 2014 s.26(1)."""

    act_name = "set_personal_budget"
    title = "The personal budget"
    template_name = "casework/budget.html"
    form_class = BudgetForm

    def cost(self) -> Any:
        """What the plan's lines cost now."""
        return cost_of_support(read_content(self.plan)["support"])

    def get_initial(self) -> dict[str, Any]:
        held, cost = budget_initial(self.plan), self.cost()
        if held["weekly_total"] is not None:
            return held
        once = {"one_off_total": cost.one_off}
        if not cost.one_off:
            once |= {"one_off_adult_share": cost.one_off, "one_off_council_share": cost.one_off}
        charged = share_by_charge(self.plan, total=cost.weekly)
        if charged:
            once |= {"weekly_adult_share": charged.weekly, "weekly_council_share": cost.weekly - charged.weekly}
        return {"weekly_total": cost.weekly, **once}

    def values_of(self, plan: Any) -> dict[str, Any]:
        return budget_initial(plan)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"cost": self.cost(), **kwargs})

    def act(self, form: BudgetForm) -> SupportPlan:
        return set_personal_budget(
            by=self.account, plan=self.plan.ref, seen_revision=self.seen_revision, budget=form.budget()
        )

    def done(self, result: SupportPlan) -> str:
        return "The personal budget is saved."


class DirectPayment(AmendPlan):
    """The terms of a direct payment. Source: Care Act 2014 ss.31-33."""

    title = "The direct payment"
    template_name = "casework/direct_payment.html"
    form_class = DirectPaymentForm

    def values_of(self, plan: Any) -> dict[str, Any]:
        return direct_payment_initial(plan)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = [line for line in self.plan.lines.order_by("pk") if line.how == "direct_payment"]
        return super().get_context_data(**{"paid_lines": lines, **kwargs})
