"""What the services take by which a provider's people record a person and write the plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from casework.details import Budget, LineDetails, Shares
from casework.models import Assessment, Contact, Person, SafeguardingConcern, SupportPlan
from tests.proof.arguments.values import Given, Values
from verification.demo import (
    BY_NUMBER,
    HOME_SUPPORT,
    assessment_details,
    budget_of,
    four_lines,
    person_details,
    plan_details,
)


class OfTheProvider(Values):
    """People, contacts, assessments and plans."""

    def record_person(self) -> Given:
        details = replace(
            person_details(BY_NUMBER[1]),
            nhs_number=self.either("", "9990002008", "9990002009"),
            date_of_birth=self.either(date(1944, 3, 9), date(1700, 1, 1), self.today(5)),
            last_name=self.either("Poe", "", "x" * 500),
            gender=self.either("Female", "Nonsense"),
        )
        return {"provider": self.provider(), "details": details}

    def correct_person(self) -> Given:
        changes = self.either(
            {"telephone": "01632 960000"}, {}, {"shoe_size": 4}, {"last_name": ""}, {"postcode": "EX1"}
        )
        return {"person": self._a(Person), "changes": changes, "reason": self.words()}

    def link_carer(self) -> Given:
        return {
            "carer": self._a(Person),
            "cared_for": self._a(Person),
            "relationship": self.words("Daughter")[:60],
            "from_day": self.day(-30),
            "hours_a_week": self.either(self.one_of([None, 20]), 169, -1),
        }

    def restrict_record(self) -> Given:
        return {"person": self._a(Person), "because": self.words(), "readers": [self.account(), self.account()]}

    def lift_restriction(self) -> Given:
        return {"person": self._a(Person), "because": self.words()}

    def record_contact(self) -> Given:
        return {
            "person": self._a(Person),
            "made_on": self.day(),
            "made_by": self.either("Daughter", "", "x" * 200),
            "route_of_access": self.either("Community or other route", "By balloon"),
            "summary": self.words(),
            "outcome": self.either(self.one_of(["assessment", "clinic"]), "information_and_advice", "nonsense"),
            "safeguarding_concern": self.either("", "Bruises on both arms."),
        }

    def see_safeguarding_concern(self) -> Given:
        return {"concern": self._a(SafeguardingConcern)}

    def record_assessment(self) -> Given:
        details = replace(
            assessment_details(),
            completed_on=self.day(),
            method=self.either("Service user only", "By guessing"),
            capacity=self.either("has_capacity", "lacks_capacity", "nonsense"),
            wellbeing=self.words(),
            answers=self.either(assessment_details().answers, ()),
        )
        return {"person": self._a(Person), "details": details, "contact": self.either("", self._a(Contact))}

    def record_carer_assessment(self) -> Given:
        details = replace(
            assessment_details(),
            answers=(),
            needs=(),
            refusal=self.either("ends_the_duty", "", "best_interests"),
            carer_willing=True,
            carer_able=True,
        )
        return {"person": self._a(Person), "details": details}

    def determine_eligibility(self) -> Given:
        return {
            "assessment": self._a(Assessment, determination__isnull=True),
            "need_from_impairment": self.either(True, False),
            "significant_effect": self.either(True, False),
            "reasons": self.words(),
            "advice": self.words("A balance class on Tuesdays."),
        }

    def prepare_plan(self) -> Given:
        free = Assessment.objects.filter(determination__eligible=True).exclude(
            plans__in=SupportPlan.objects.exclude(state__in=("refused", "withdrawn", "ended"))
        )
        found = list(free.order_by("-pk").values_list("ref", flat=True)[:5])
        return {
            "assessment": self.either(self.one_of(found) if found else "XX", self._a(Assessment)),
            "details": self.either(plan_details(), replace(plan_details(), direct_payment_frequency="hourly"), None),
            "lines": self.either(four_lines(), (), (self._line(),), (replace(self._line(), need="N99"),)),
            "their_reference": self.either("", "DEMO-20"),
        }

    def _line(self) -> LineDetails:
        return LineDetails(
            need=self.either(self.one_of(["N1", "N2", "N3"]), "N99", ""),
            how=self.either("commissioned", "universal", "direct_payment", "telepathy"),
            service_component=self.either(HOME_SUPPORT, "", "Gold"),
            description=self.words("Help at noon"),
            kind=self.either("weekly", "one_off", "yearly"),
            quantity=self.either(Decimal("3.5"), Decimal(0), Decimal("-1"), Decimal("1E+9"), Decimal("0.005")),
            unit=self.either("hour", "furlong"),
            unit_cost=self.money("22.00"),
            starts_on=self.day(7),
            planned_weeks=self.either(self.one_of([None, 12]), 0, -2),
        )

    def amend_plan(self, plan: SupportPlan) -> Given:
        changes = self.either(
            {"wellbeing_matters": f"Company, {self.random.randrange(10**6)}"},
            {"prevention_advice": ""},
            {},
            {"shoe_size": 4},
            {"wellbeing_matters": plan.wellbeing_matters},
            {"direct_payment_amount": Decimal("-4")},
        )
        return {"seen_revision": self.seen(plan), "changes": changes}

    def add_line(self, plan: SupportPlan) -> Given:
        return {"seen_revision": self.seen(plan), "line": self._line()}

    def change_line(self, plan: SupportPlan) -> Given:
        key = self.either(self.one_of(self._line_keys(plan)), "L99", "")
        return {"seen_revision": self.seen(plan), "line_key": key, "line": self._line()}

    def remove_line(self, plan: SupportPlan) -> Given:
        return {"seen_revision": self.seen(plan), "line_key": self.either(self.one_of(self._line_keys(plan)), "L99")}

    def explain_need(self, plan: SupportPlan) -> Given:
        return {
            "seen_revision": self.seen(plan),
            "need_key": self.either(self.one_of(["N1", "N2", "N6"]), "N99"),
            "met_otherwise_because": self.words("Her daughter does this."),
        }

    def set_personal_budget(self, plan: SupportPlan) -> Given:
        weekly = sum((line.weekly_cost for line in plan.lines.all()), Decimal("0.00"))
        one_off = sum((line.one_off_cost for line in plan.lines.all()), Decimal("0.00"))
        share = min(Decimal(self.one_of(["60.00", "12.34"])), weekly)
        good = Budget(
            weekly=Shares(total=weekly, adult_share=share, council_share=weekly - share),
            one_off=Shares(total=one_off, adult_share=Decimal("0.00"), council_share=one_off),
        )
        wrong = Shares(total=Decimal("10.00"), adult_share=Decimal("1.00"), council_share=Decimal("8.00"))
        return {
            "seen_revision": self.seen(plan),
            "budget": self.either(good, Budget(weekly=wrong), budget_of(four_lines())),
        }

    def agree_plan_with_person(self, plan: SupportPlan) -> Given:
        return {
            "seen_revision": self.seen(plan),
            "agreed_on": self.day(),
            "agreed_with": self.words("The person"),
            "steps_to_agree": self.words(),
            "copy_offered": self.either(True, False),
        }

    def transfer_plan_to_worker(self, plan: SupportPlan) -> Given:
        to = self.world.worker(self.one_of(["practitioner", "bothsides", "twohats"])).pk
        return {"to_worker": self.either(to, 0, self.a_worker().pk), "reason": self.words()}
