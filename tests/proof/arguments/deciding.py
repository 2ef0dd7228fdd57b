"""What the services take from the quality assurance of a plan to the decision on its money."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from casework.models import Need, SupportPlan
from tests.proof.arguments.values import Given, Values
from verification.demo import (
    full_checklist,
)
from verification.rules import LineDecision


class OfDeciding(Values):
    """Quality assurance, verification and the money."""

    def send_to_quality_assurance(self, plan: SupportPlan) -> Given:
        return {}

    def pass_quality_assurance(self, plan: SupportPlan) -> Given:
        return {"note": self.words()}

    def return_from_quality_assurance(self, plan: SupportPlan) -> Given:
        return {"reason": self.words()}

    def submit_plan_for_verification(self, plan: SupportPlan) -> Given:
        return {}

    def resubmit_plan(self, plan: SupportPlan) -> Given:
        return {}

    def take_up_verification(self, plan: SupportPlan) -> Given:
        return {}

    def hand_over_verification(self, plan: SupportPlan) -> Given:
        to = self.world.worker(self.one_of(["verifier", "otherverifier", "bothsides", "verifierandmanager"])).pk
        return {"to": self.either(to, 0, self.a_worker().pk), "reason": self.words()}

    def complete_checklist(self, plan: SupportPlan) -> Given:
        full = full_checklist(plan.ref)
        foolish: Any = {"plan": {"nonsense": {"answer": "perhaps"}}}
        no = {**full, "plan": {item: {"answer": "no", "reason": ""} for item in full["plan"]}}
        return {"answers": self.either(full, {}, foolish, {"0": {"met": {"answer": "met"}}}, no)}

    def _need(self, plan: SupportPlan) -> int | None:
        needs = Need.objects.filter(assessment_id=plan.assessment_id, eligible=True).order_by("pk")
        own = list(needs.values_list("pk", flat=True))
        return self.either(self.one_of([*own, None]), 0, self.one_of(list(Need.objects.values_list("pk", flat=True))))

    def raise_finding(self, plan: SupportPlan) -> Given:
        key = self.either(self.one_of(self._line_keys(plan)), "", "L99")
        return {"reason": self.words(), "line_key": key, "need": self._need(plan)}

    def _finding(self, plan: SupportPlan) -> int:
        open_ones = list(plan.findings.filter(closed_at=None).order_by("pk").values_list("number", flat=True))
        return self.either(self.one_of(open_ones) if open_ones else 1, 0, 99, -1)

    def withdraw_finding(self, plan: SupportPlan) -> Given:
        return {"number": self._finding(plan), "reason": self.words()}

    def answer_finding(self, plan: SupportPlan) -> Given:
        return {"number": self._finding(plan), "answer": self.words("She works at weekends.")}

    def return_plan_to_provider(self, plan: SupportPlan) -> Given:
        return {"reason": self.words()}

    def recommend_plan(self, plan: SupportPlan) -> Given:
        return {"recommendation": self.words()}

    # -- the money ---------------------------------------------------------------------------------------------------

    def _line_decision(self, line: Any) -> LineDecision:
        outcome = self.one_of(["fund", "fund", "fund", "part", "until", "refuse"])
        half = (line.weekly_cost / 2).quantize(Decimal("0.01"))
        return LineDecision(
            key=self.either(line.line_key, "L99"),
            outcome=self.either(outcome, "perhaps"),
            weekly=self.either(self.one_of([half, Decimal("0.00")]), None, Decimal("-1"), line.weekly_cost + 1)
            if outcome == "part"
            else None,
            one_off=self.either(None, Decimal("-1"), line.one_off_cost + 1),
            until=self.either(line.starts_on + timedelta(days=self.one_of([0, 30, 200])), None, date(2020, 1, 1))
            if outcome == "until"
            else None,
            reason=self.words("The rest is met by her daughter."),
        )

    def record_funding_decision(self, plan: SupportPlan) -> Given:
        lines = list(plan.lines.order_by("pk"))
        whole = [LineDecision(key=line.line_key, outcome="fund") for line in lines]
        mixed = [self._line_decision(line) for line in lines]
        # Free support has nothing to fund in part; a mixture is of the lines that cost something.
        mixed = [each if line.weekly_cost or line.one_off_cost else whole[at]
                 for at, (line, each) in enumerate(zip(lines, mixed, strict=True))]  # fmt: skip
        return {
            "lines": self.either(self.one_of([whole, mixed]), [], whole[:1], whole + whole),
            "conditions": self.words(),
            "reasons": self.words(),
        }

    def refuse_funding(self, plan: SupportPlan) -> Given:
        return {"reasons": self.words()}

    def escalate_funding_decision(self, plan: SupportPlan) -> Given:
        return {
            "to_role": self.either(self.one_of(["head_of_service", "dass"]), "king", "team_manager"),
            "reason": self.words(),
        }

    def return_from_funding(self, plan: SupportPlan) -> Given:
        return {"question": self.words()}

    def _agree(self) -> Given:
        return {"agree": self.random.randrange(3) > 0, "reasons": self.words()}

    def record_envelope_decision(self, plan: SupportPlan) -> Given:
        return self._agree()

    def record_change_decision(self, plan: SupportPlan) -> Given:
        return self._agree()
