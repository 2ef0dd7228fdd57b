"""Sensible and foolish arguments for every public service, made from what the database holds at that moment.

Each method is named for its service and gives what it takes beside `by`. Types are right, as a page's form makes
them; values may be anything. A service without a method here fails `test_every_service_is_driven`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from django.utils import timezone

from casework import code_lists
from casework.code_lists import service_components
from casework.details import Budget, LineDetails, Shares
from casework.models import Assessment, Contact, Need, Person, SafeguardingConcern, SupportPlan
from casework.way import WAY
from delegation.models import Account, AssuranceException, Authorisation, Cover, Organisation, Post, Worker
from delegation.schedule import FUNCTIONS, POWERS, ROLES
from tests.proof.worlds import World
from tests.registers.kit import services
from verification.demo import (
    BY_NUMBER,
    HOME_SUPPORT,
    assessment_details,
    budget_of,
    four_lines,
    full_checklist,
    person_details,
    plan_details,
)
from verification.models import FundingDecision, Offer, Requirement
from verification.rules import LineDecision
from verification.services.brokerage import AwardChoice

T = TypeVar("T")
Given = dict[str, Any]
# The act of the way each service does, where the service has another name.
ACT_OF = dict.fromkeys(("add_line", "change_line", "remove_line", "explain_need"), "amend_plan")
PLAN_SERVICES_OF_CASEWORK = (
    "add_line",
    "agree_plan_with_person",
    "amend_plan",
    "change_line",
    "explain_need",
    "remove_line",
    "set_personal_budget",
    "transfer_plan_to_worker",
)


def act_of(service: str) -> str:
    """The verb the register knows a service by."""
    return ACT_OF.get(service, service)


def is_on_a_plan(service: str) -> bool:
    """Whether the service acts on a plan that is there already."""
    step = WAY.get(act_of(service))
    return step is not None and not step.from_states <= {"-", "contact", "assessed", "eligible"}


def is_told(service: str) -> bool:
    """Whether somebody said how the service is called."""
    return service in services() or hasattr(Arguments, service)


class Arguments:
    """Makes what services take; `folly` of a hundred of its values are foolish."""

    def __init__(self, world: World, random: Random, folly: int = 0) -> None:
        self.world, self.random, self.folly = world, random, folly

    def give(self, service: str, plan: SupportPlan | None) -> Given:
        """What the service takes beside `by`."""
        if service in services():
            return services()[service].given(self)
        given: Given = getattr(self, service)(plan) if is_on_a_plan(service) else getattr(self, service)()
        return {"plan": self.ref(plan), **given} if plan is not None and is_on_a_plan(service) else given

    # -- values --------------------------------------------------------------------------------------------------

    def is_foolish(self) -> bool:
        return self.random.randrange(100) < self.folly

    def either(self, good: T, *bad: T) -> T:
        return self.random.choice(bad) if bad and self.is_foolish() else good

    def one_of(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def words(self, good: str = "Because of what changed at home.") -> str:
        return self.either(good, "", "   ", "x" * 3000, "Ünïcode £ ‘quoted’ \n <b>")

    def today(self, days: int = 0) -> date:
        return timezone.localdate() + timedelta(days=days)

    def day(self, days: int = 0) -> date:
        good = self.today(days)
        return self.either(
            good, good + timedelta(days=500), good - timedelta(days=500), date(1800, 1, 1), self.today(1)
        )

    def money(self, *good: str) -> Decimal:
        bad = (Decimal("-0.01"), Decimal(0), Decimal("9999999.99"), Decimal("0.004"), Decimal("1E+3"))
        return self.either(Decimal(self.one_of(good)), *bad)

    def ref(self, plan: SupportPlan | None) -> str:
        good = plan.ref if plan else ""
        return good if self.random.randrange(5) else self.either(good, "SP-0000-0000", "")

    def seen(self, plan: SupportPlan) -> int:
        return self.either(plan.revision, plan.revision - 1, plan.revision + 1, 0, -1)

    def account(self) -> Account:
        return self.one_of([self.world.accounts[name] for name in sorted(self.world.accounts)])

    def a_worker(self) -> Worker:
        return self.one_of(list(Worker.objects.order_by("pk")))

    def organisation(self) -> Organisation:
        return self.one_of(list(Organisation.objects.order_by("pk")))

    def a_council(self) -> Organisation:
        return self.either(self.world.council, Organisation.objects.get(key="othershire"))

    def provider(self) -> Organisation:
        return self.either(
            self.world.demo.northgate, self.world.demo.riverside, self.world.council, self.organisation()
        )

    def _a(self, model: Any, name: str = "ref", **such: Any) -> str:
        found = list(model.objects.filter(**such).order_by("-pk").values_list(name, flat=True)[:12])
        good = self.one_of(found) if found else "XX-0000-0000"
        return good if self.random.randrange(5) else self.either(good, "XX-0000-0000", "")

    def _line_keys(self, plan: SupportPlan) -> list[str]:
        return list(plan.lines.order_by("pk").values_list("line_key", flat=True)) or ["L1"]

    # -- the council's setting up ----------------------------------------------------------------------------------

    def open_council(self) -> Given:
        name = f"shire{self.random.randrange(10**9)}"
        return {
            "key": self.either(name, "exampleshire"),
            "name": name,
            "director_name": "A Director",
            "director_username": f"d{name}",
            "administrator_name": "An Administrator",
            "administrator_username": self.either(f"a{name}", "administrator"),
            "password": None,
            "from_day": self.day(-10),
        }

    def open_organisation(self) -> Given:
        return {
            "council": self.a_council(),
            "key": self.either(f"org{self.random.randrange(10**9)}", "northgate"),
            "name": self.words("A provider"),
            "kind": self.either(self.one_of(["provider", "care_provider"]), "council", "shop"),
            "is_nhs_body": self.one_of([True, False]),
        }

    def open_account(self) -> Given:
        worker = self.a_worker() if self.random.randrange(3) == 0 else None
        return {
            "council": self.a_council(),
            "username": self.either(f"u{self.random.randrange(10**9)}", "practitioner", "PRACTITIONER"),
            "name": "Somebody New",
            "worker": worker,
        }

    def close_account(self) -> Given:
        # Not those the others need: a house without its practitioner shows little.
        account = self.world.accounts[self.one_of(["auditor", "amhplead", "smalllimit", "riversidequality", "nobody"])]
        return {"council": self.a_council(), "account": account, "reason": self.words()}

    def change_own_password(self) -> Given:
        return {"council": self.world.council, "new_password": f"quite long {self.random.randrange(10**9)}"}

    def appoint_to_post(self) -> Given:
        organisation = self.one_of([self.world.council, self.world.demo.northgate, self.world.demo.riverside])
        roles = sorted(role.key for role in ROLES.values() if role.side == organisation.kind)
        return {
            "worker": self.a_worker(),
            "organisation": organisation,
            "role": self.either(self.one_of(roles), "king", "practitioner", "verifier"),
            "from_day": self.day(),
            "to_day": self.one_of([None, self.day(30)]),
        }

    def end_post(self) -> Given:
        kept = ["practitioner", "verifier", "broker", "dass", "administrator", "providermanager"]
        posts = Post.objects.exclude(worker__accounts__username__in=kept).order_by("pk")
        return {
            "post": self.one_of(list(posts)),
            "last_day": self.day(self.random.randrange(3)),
            "reason": self.words(),
        }

    def authorise_function(self) -> Given:
        function = self.one_of(sorted(FUNCTIONS))
        return {
            "council": self.a_council(),
            "organisation": self.one_of([self.world.demo.northgate, self.world.demo.riverside, self.organisation()]),
            "function": self.either(function, "astrology"),
            "power": self.either(self.one_of(sorted(POWERS)), "magic"),
            "from_day": self.day(),
            "to_day": self.one_of([None, self.day(60)]),
            "conditions": self.words("As the schedule says"),
            "instrument": "Variation",
            "signed_by": "Director",
        }

    def revoke_authorisation(self) -> Given:
        given = Authorisation.objects.order_by("pk")
        # Mostly what no journey here needs, so that the others can go on.
        spare = given.exclude(function__in=("support_plan_development", "provider_plan_quality_assurance"))
        return {
            "authorisation": self.one_of(list(given if self.random.randrange(12) == 0 else spare)),
            "because": self.words(),
            "from_day": self.one_of([None, self.day()]),
        }

    def set_financial_limit(self) -> Given:
        by_role = self.random.randrange(3) > 0
        return {
            "council": self.a_council(),
            "role": self.either(
                self.one_of(["team_manager", "head_of_service", "verifier"]), "", "king", "practitioner"
            )
            if by_role
            else "",
            "worker": None if by_role else self.a_worker(),
            "weekly": self.either(Decimal(self.one_of([100, 345, 400, 500, 900])), Decimal("0.00"), Decimal("-1.00")),
            "whole_life": Decimal(self.one_of([5000, 15000, 26000, 60000])),
            "unlimited": self.either(False, True),
            "from_day": self.day(self.one_of([0, 0, 1, 7])),
            "to_day": self.one_of([None, None, self.day(20)]),
        }

    def give_cover(self) -> Given:
        covered = self.one_of(["head", "teammanager", "dass", "verifier", "broker"])
        covering = self.one_of(
            ["bothsides", "verifierandmanager", "otherverifier", "otherbroker", "verifier", "auditor"]
        )
        return {
            "council": self.a_council(),
            "covered": self.either(self.world.worker(covered), self.a_worker()),
            "covering": self.either(self.world.worker(covering), self.a_worker()),
            "from_day": self.day(),
            "to_day": self.day(self.one_of([0, 3, 10])),
            "reason": self.words("Leave"),
        }

    def sign_assurance_review(self) -> Given:
        return {"council": self.a_council(), "remarks": self.words("Each function seen.")}

    def raise_assurance_exception(self) -> Given:
        return {
            "council": self.a_council(),
            "function": self.either("brokerage_sourcing", "no_such_function"),
            "what": self.words("Too few offers."),
            "owner": self.either(self.world.worker("broker"), self.a_worker()),
            "due_on": self.day(self.one_of([0, 7, 30])),
        }

    def close_assurance_exception(self) -> Given:
        return {
            "exception": self.one_of(list(AssuranceException.objects.order_by("-pk")[:3])),
            "because": self.words("Two more providers registered."),
        }

    def end_cover(self) -> Given:
        return {"cover": self.one_of(list(Cover.objects.order_by("-pk")[:5])), "reason": self.words()}

    def set_guide_price(self) -> Given:
        return {
            "council": self.a_council(),
            "service_component": self.either(HOME_SUPPORT, "Gold", self.one_of([k for k, _ in service_components()])),
            "unit": self.either("hour", "fathom"),
            "price": self.money("21.50"),
            "from_day": self.day(),
        }

    def set_urgent_amount(self) -> Given:
        return {
            "council": self.a_council(),
            "weekly": self.money("300", "600"),
            "days": self.either(self.one_of([7, 14]), 0, 15, -3),
            "from_day": self.day(),
        }

    # -- people and plans of the provider --------------------------------------------------------------------------

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

    # -- quality assurance and verification --------------------------------------------------------------------------

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

    # -- brokerage and the package -----------------------------------------------------------------------------------

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
