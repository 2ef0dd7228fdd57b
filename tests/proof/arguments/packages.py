"""What the services take from brokerage to the end of a package, and by every way out."""

from decimal import Decimal

from casework import code_lists
from casework.models import SupportPlan
from tests.proof.arguments.values import Given, Values
from verification.models import FundingDecision, Offer, Requirement
from verification.services.brokerage import AwardChoice


class OfPackages(Values):
    """Brokerage, the package, urgent support and the ways out."""

    def take_up_brokerage(self, plan: SupportPlan) -> Given:
        return {}

    def _requirement(self, plan: SupportPlan) -> int:
        own = list(plan.requirements.filter(live=True).order_by("pk").values_list("pk", flat=True))
        others = list(Requirement.objects.values_list("pk", flat=True)) or [0]
        return self.either(self.one_of(own) if own else 0, 0, self.one_of(others))

    def _care_provider(self) -> int:
        return self.either(self.one_of(self.world.demo.care_providers).pk, 0, self.organisation().pk)

    def invite_offers(self, plan: SupportPlan) -> Given:
        asked = [self._care_provider() for _ in range(self.one_of([1, 2, 3]))]
        return {"requirement": self._requirement(plan), "organisations": self.either(asked, [])}

    def record_offer(self, plan: SupportPlan) -> Given:
        return {
            "requirement": self._requirement(plan),
            "organisation": self._care_provider(),
            "kind": self.either(self.one_of(["offer", "offer", "declined", "none"]), "perhaps"),
            "unit_price": self.either(Decimal(self.one_of(["19.00", "21.50", "22.00", "56.00"])), None, Decimal("-1")),
            "one_off": self.either(Decimal("0.00"), Decimal("5.00"), Decimal("-2.00")),
            "available_from": self.one_of([None, self.day()]),
            "note": self.words(),
        }

    def request_envelope_change(self, plan: SupportPlan) -> Given:
        live = list(plan.requirements.filter(live=True).order_by("pk"))
        prices = {row.line_key: row.weekly_envelope + self.one_of([1, 9, 200]) for row in live[: self.one_of([1, 2])]}
        return {
            "prices": self.either(prices, {}, {"L99": Decimal(5)}, {key: Decimal(0) for key in prices}),
            "reason": self.words(),
        }

    def award_package(self, plan: SupportPlan) -> Given:
        choices = []
        for requirement in plan.requirements.filter(live=True).order_by("pk"):
            offers = [
                offer
                for offer in requirement.offers.filter(kind="offer")
                if offer.weekly <= requirement.weekly_envelope and offer.one_off <= requirement.one_off_envelope
            ]
            any_offer = self.one_of(list(Offer.objects.values_list("pk", flat=True)) or [0])
            offer = self.either(self.one_of(offers).pk if offers else any_offer, 0, any_offer)
            choices.append(
                AwardChoice(
                    offer=offer,
                    persons_choice=self.words("They met both."),
                    value_for_money_reason=self.words("Can come at eight."),
                )
            )
        return {"choices": self.either(choices, [], choices + choices, choices[:1])}

    def start_package(self, plan: SupportPlan) -> Given:
        return {"starts_on": self.day(self.one_of([0, 3]))}

    def request_package_change(self, plan: SupportPlan) -> Given:
        decision = FundingDecision.objects.filter(plan=plan, in_force=True).first()
        lines = list(decision.lines.order_by("pk")) if decision else []
        paid = [line for line in lines if line.weekly] or lines
        prices = {line.line_key: line.weekly + self.one_of([-20, 5, 60]) for line in paid[: self.one_of([1, 2])]}
        odd = {line.line_key: Decimal(7) for line in lines if not line.weekly}
        return {
            "lines": self.either(prices, {}, {"L99": Decimal(5)}, odd, {key: Decimal(0) for key in prices}),
            "reason": self.words(),
            "effective_on": self.either(self.one_of([None, self.today()]), self.today(7)),
        }

    def suspend_package(self, plan: SupportPlan) -> Given:
        return {"on": self.day(), "reason": self.words(), "expected_return_on": self.one_of([None, self.day(14)])}

    def resume_package(self, plan: SupportPlan) -> Given:
        return {"on": self.day()}

    def review_plan(self, plan: SupportPlan) -> Given:
        return {"reason": self.listed("review_reason")}

    def conclude_review(self, plan: SupportPlan) -> Given:
        listed = {"achieved": self.listed("review_outcomes_achieved"), "method": self.listed("method_of_review")}
        return {"outcome": self.words(), "next_review_on": self.day(180), **listed}

    def listed(self, name: str) -> str:
        return self.either(self.one_of(code_lists.values(name)), "", "Nothing of the list")

    def end_package(self, plan: SupportPlan) -> Given:
        return {"on": self.day(), "reason": self.words()}

    # -- the ways out --------------------------------------------------------------------------------------------------

    def withdraw_plan(self, plan: SupportPlan) -> Given:
        return {"reason": self.words()}

    def withdraw_plan_by_council(self, plan: SupportPlan) -> Given:
        return {"reason": self.words()}

    def return_to_brokerage(self, plan: SupportPlan) -> Given:
        return {"reason": self.words("The care provider fell through.")}

    def reopen_plan(self, plan: SupportPlan) -> Given:
        return {"reason": self.words()}

    def record_death_or_move(self, plan: SupportPlan) -> Given:
        return {"what": self.either(self.one_of(["died", "moved"]), "flew"), "on": self.day()}

    def start_urgent_support(self, plan: SupportPlan) -> Given:
        return {
            "weekly": self.money("200.00", "420.00"),
            "reason": self.words(),
            "starts_on": self.day(self.one_of([0, 2])),
        }

    def end_urgent_support(self, plan: SupportPlan) -> Given:
        return {"reason": self.words()}
