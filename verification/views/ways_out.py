"""What real life needs beside the straight way: withdrawal, death, a move, reopening, urgent support."""

from typing import Any

from django.utils import timezone

from verification.forms.words import DeathOrMoveForm, ReasonForm, UrgentForm
from verification.selectors import already_receives
from verification.services import urgent, ways_out
from verification.views.plan_act import PlanActPage


class Withdraw(PlanActPage):
    act_name = "withdraw_plan"
    service = ways_out.withdraw_plan
    form_class = ReasonForm
    lead = "The plan leaves the way. A manager of the council may reopen it."


class WithdrawByCouncil(PlanActPage):
    act_name = "withdraw_plan_by_council"
    service = ways_out.withdraw_plan_by_council
    form_class = ReasonForm
    lead = (
        "The plan goes no further: the person declined, or nothing could be arranged. What was decided is kept, and "
        "no longer counts. A manager of the council may reopen it."
    )


class ReturnToBrokerage(PlanActPage):
    act_name = "return_to_brokerage"
    service = ways_out.return_to_brokerage
    form_class = ReasonForm
    lead = "The award fell through before the support began. Every line is sourced again, within what was decided."


class Reopen(PlanActPage):
    act_name = "reopen_plan"
    service = ways_out.reopen_plan
    form_class = ReasonForm
    lead = "The plan becomes a draft of the provider’s again. What was decided is kept, and no longer counts."


class DeathOrMove(PlanActPage):
    act_name = "record_death_or_move"
    service = ways_out.record_death_or_move
    form_class = DeathOrMoveForm
    lead = "Every live plan of the person ends, with whatever runs or waits on it."
    warning = "This cannot be undone."


class StartUrgentSupport(PlanActPage):
    act_name = "start_urgent_support"
    service = urgent.start_urgent_support
    form_class = UrgentForm
    lead = (
        "Support starts now, on your authority, for at most 14 days and up to the amount the council set. "
        "The plan must be verified by its last day, and is shown as late on every page if it is not."
    )

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        allowed = urgent.urgent_amount(self.plan.council_id, timezone.localdate())
        return super().get_context_data(
            allowed=allowed, shows_allowed=True, already=already_receives(self.plan), **context
        )


class EndUrgentSupport(PlanActPage):
    act_name = "end_urgent_support"
    service = urgent.end_urgent_support
    form_class = ReasonForm
    lead = "The urgent support ends: the package took its place, or it is no longer needed."
