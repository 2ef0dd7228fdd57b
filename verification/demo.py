"""The demonstration: invented people whose plans stand at every step, and one plan walked the whole way.

Everything goes through the services, so it stands in the register like anything else. Loading it again changes
nothing. NHS numbers begin with 999, which the NHS keeps for tests.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.module_loading import import_string

from casework.charging import demo as charging
from casework.co_operation import demo as co_operation
from casework.complaints import demo as complaints
from casework.demo_people import invented_nhs_number
from casework.details import AssessmentDetails, Budget, LineDetails, NeedDetails, PersonDetails, PlanDetails, Shares
from casework.dols import demo as dols
from casework.grants import demo as grants
from casework.guardianship import demo as guardianship
from casework.models import Person, SupportPlan
from casework.outcomes import outcomes_of
from casework.property import demo as protections
from casework.rules import Answer
from casework.safeguarding import demo as safeguarding
from casework.safeguarding_board import demo as safeguarding_board
from casework.services.assessments import determine_eligibility, record_assessment
from casework.services.contacts import record_contact
from casework.services.people import record_person
from casework.services.plans import agree_plan_with_person, prepare_plan, set_personal_budget
from delegation.amhp import demo as amhp
from delegation.assurance import RED
from delegation.assuring import raise_assurance_exception, sign_assurance_review
from delegation.contract import demo as contract
from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.information import demo as information
from delegation.models import Account, AssuranceReview, Worker
from delegation.register import whole
from delegation.rest_centres import demo as rest_centres
from delegation.schedule_change import demo as schedule_change
from delegation.working_days import add_working_days
from verification.checklist import NEED_ITEMS, PLAN_ITEMS
from verification.models import GuidePrice, Requirement
from verification.rules import LineDecision
from verification.sampling.demo import load as load_sample
from verification.selectors import eligible_needs
from verification.services.brokerage import (
    AwardChoice,
    award_package,
    invite_offers,
    record_offer,
    start_package,
    take_up_brokerage,
)
from verification.services.funding import escalate_funding_decision, record_funding_decision, refuse_funding
from verification.services.market import set_guide_price, set_urgent_amount
from verification.services.quality import (
    pass_quality_assurance,
    resubmit_plan,
    send_to_quality_assurance,
    submit_plan_for_verification,
)
from verification.services.urgent import start_urgent_support
from verification.services.verifying import (
    answer_finding,
    complete_checklist,
    raise_finding,
    recommend_plan,
    return_plan_to_provider,
    take_up_verification,
)

PEOPLE = Path(__file__).parent / "data" / "demo_people.csv"
HOME_SUPPORT = "Home support or domiciliary care"
DAY_SUPPORT = "Day support"
GUIDE_PRICES = ((HOME_SUPPORT, "hour", "22.50"), (DAY_SUPPORT, "day", "58.00"), ("Equipment", "item", "180.00"))
URGENT_WEEKLY = Decimal("600.00")
OWNED_REDS = 3
UNABLE = (
    "nutrition",
    "personal_hygiene",
    "being_clothed",
    "using_home_safely",
    "relationships",
    "community_facilities",
)

NEEDS = {
    "N1": ("nutrition", "Cannot prepare a hot meal or carry it safely since the stroke"),
    "N2": ("personal_hygiene", "Needs help to wash and to get in and out of the shower"),
    "N3": ("being_clothed", "Cannot manage buttons and stockings with one hand"),
    "N4": ("using_home_safely", "Has fallen twice on the stairs this autumn"),
    "N5": ("relationships", "Has not seen friends since giving up driving"),
    "N6": ("community_facilities", "Cannot reach the shops or the surgery alone"),
}


@dataclass(frozen=True, kw_only=True)
class Character:
    """An invented person, by the number of the story that tells of them."""

    number: int
    first_name: str
    last_name: str
    date_of_birth: date
    gender: str
    postcode: str


def read_characters(path: Path = PEOPLE) -> tuple[Character, ...]:
    """The invented people, in the order of their numbers."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Character(
                **{
                    **row,
                    "number": int(row["number"]),
                    "date_of_birth": date.fromisoformat(row["date_of_birth"]),
                }
            )
            for row in csv.DictReader(file)
        )


BY_NUMBER = {character.number: character for character in read_characters()}

# Told of each act as it is done: who, what, and the record it left.
Teller = Callable[[str, Account, Any], None]


def _silent(act_name: str, by: Account, result: Any) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Storyteller:
    """Walks a plan along the way with the demo council's people, telling each act as it is done."""

    world: DemoOrganisations
    tell: Teller = _silent
    practitioner: str = "practitioner"

    def do(self, service: Callable[..., Any], who: str, **what: Any) -> Any:
        """One act by one person, told when it is done."""
        by = self.world.accounts[who]
        result = service(by=by, **what)
        self.tell(service.__name__, by, result)
        return result

    def assessed(self, character: Character) -> str:
        """A person recorded, in contact, assessed and found eligible; the assessment's reference."""
        who = self.practitioner
        provider = self.world.riverside if who == "otherpractitioner" else self.world.northgate
        person = self.do(record_person, who, provider=provider, details=person_details(character))
        contact = self.do(
            record_contact,
            who,
            person=person.ref,
            made_on=timezone.localdate(),
            made_by="Daughter",
            route_of_access="Community or other route",
            summary="Struggling at home since coming out of hospital.",
            outcome="assessment",
        )
        assessment = self.do(
            record_assessment, who, person=person.ref, contact=contact.ref, details=assessment_details()
        )
        self.do(
            determine_eligibility,
            who,
            assessment=assessment.ref,
            need_from_impairment=True,
            significant_effect=True,
            reasons="Cannot achieve six outcomes without help; the effect on wellbeing is significant.",
        )
        return str(assessment.ref)

    def drafted(self, character: Character, lines: tuple[LineDetails, ...]) -> str:
        """A plan written and its budget set; the plan's reference."""
        who = self.practitioner
        plan = self.do(
            prepare_plan,
            who,
            assessment=self.assessed(character),
            details=plan_details(),
            lines=lines,
            their_reference=reference_of(character),
        )
        budget = budget_of(lines)
        self.do(set_personal_budget, who, plan=plan.ref, seen_revision=plan.revision, budget=budget)
        return str(plan.ref)

    def agreed(self, character: Character, lines: tuple[LineDetails, ...]) -> str:
        """A plan agreed with the person."""
        ref = self.drafted(character, lines)
        self.agree(ref)
        return ref

    def agree(self, ref: str) -> None:
        """The person agrees what the plan says now."""
        revision = SupportPlan.objects.values_list("revision", flat=True).get(ref=ref)
        self.do(
            agree_plan_with_person,
            self.practitioner,
            plan=ref,
            seen_revision=revision,
            agreed_on=timezone.localdate(),
            agreed_with="The person, with their daughter",
            steps_to_agree="Read the plan together at home; two changes were made at their wish.",
            copy_offered=True,
        )

    def submitted(self, character: Character, lines: tuple[LineDetails, ...]) -> str:
        """A plan quality assured and submitted."""
        ref = self.agreed(character, lines)
        self.assure(ref)
        self.do(submit_plan_for_verification, "providermanager", plan=ref)
        return ref

    def assure(self, ref: str) -> None:
        """A colleague passes the plan."""
        self.do(send_to_quality_assurance, self.practitioner, plan=ref)
        self.do(pass_quality_assurance, "quality", plan=ref, note="Each need has its support; costs add up.")

    def returned(self, character: Character, lines: tuple[LineDetails, ...]) -> str:
        """A plan the verifier returned with one finding."""
        ref = self.submitted(character, lines)
        self.do(take_up_verification, "verifier", plan=ref)
        self.do(
            raise_finding,
            "verifier",
            plan=ref,
            line_key="L1",
            reason="Why seven visits a week when the daughter is there at weekends?",
        )
        self.do(return_plan_to_provider, "verifier", plan=ref, reason="One question on the morning visits.")
        return ref

    def recommended(self, character: Character, lines: tuple[LineDetails, ...]) -> str:
        """A plan verified without a question and recommended."""
        ref = self.submitted(character, lines)
        self.do(take_up_verification, "verifier", plan=ref)
        self.verify(ref)
        return ref

    def verify(self, ref: str) -> None:
        """Complete the checklist and recommend."""
        self.do(complete_checklist, "verifier", plan=ref, answers=full_checklist(ref))
        self.do(recommend_plan, "verifier", plan=ref, recommendation="Each eligible need is met; the cost is usual.")

    def funded(self, character: Character, lines: tuple[LineDetails, ...], by: str = "teammanager") -> str:
        """A plan whose every line the council funds."""
        ref = self.recommended(character, lines)
        self.fund(ref, by=by)
        return ref

    def fund(self, ref: str, *, by: str) -> None:
        """Fund every line of the plan."""
        keys = SupportPlan.objects.get(ref=ref).lines.values_list("line_key", flat=True)
        decisions = [LineDecision(key=key, outcome="fund") for key in keys]
        self.do(record_funding_decision, by, plan=ref, lines=decisions, reasons="Meets the eligible needs.")

    def active(self, character: Character, lines: tuple[LineDetails, ...], by: str = "teammanager") -> str:
        """A plan whose package runs."""
        ref = self.funded(character, lines, by=by)
        self.source(ref)
        return ref

    def source(self, ref: str) -> None:
        """Find offers for each requirement, award, and start the package."""
        requirements = self.do(take_up_brokerage, "broker", plan=ref)
        choices = [self.offers_for(ref, requirement) for requirement in requirements]
        self.do(award_package, "broker", plan=ref, choices=choices)
        self.do(start_package, "broker", plan=ref, starts_on=timezone.localdate())

    def offers_for(self, ref: str, requirement: Requirement) -> AwardChoice:
        """Three providers asked: one declines, two offer; the dearer is chosen, with its reason."""
        harbour, moorview, tidewater = self.world.care_providers
        self.do(
            invite_offers,
            "broker",
            plan=ref,
            requirement=requirement.pk,
            organisations=[harbour.pk, moorview.pk, tidewater.pk],
        )
        asked = requirement.weekly_envelope or requirement.one_off_envelope
        unit = (asked / requirement.quantity).quantize(Decimal("0.01"))
        offers = [
            self.do(
                record_offer,
                "broker",
                plan=ref,
                requirement=requirement.pk,
                organisation=provider.pk,
                kind="offer",
                unit_price=price,
                one_off=price * requirement.quantity if requirement.one_off_envelope else Decimal(0),
                available_from=timezone.localdate(),
            )
            for provider, price in ((harbour, unit - Decimal("1.50")), (moorview, unit - Decimal("0.50")))
        ]
        self.do(
            record_offer,
            "broker",
            plan=ref,
            requirement=requirement.pk,
            organisation=tidewater.pk,
            kind="declined",
            note="No staff in the area before January.",
        )
        return AwardChoice(
            offer=offers[1].pk,
            value_for_money_reason="A pound dearer, rated Outstanding, and can come at the times asked for.",
            persons_choice="The person met both and chose Moorview: the carer speaks their first language.",
        )


def person_details(character: Character) -> PersonDetails:
    """Who the character is."""
    return PersonDetails(
        first_name=character.first_name,
        last_name=character.last_name,
        date_of_birth=character.date_of_birth,
        gender=character.gender,
        ethnicity="No data: Undeclared or not known",
        accommodation_status="Tenant: Private landlord",
        has_unpaid_carer="Yes",
        nhs_number=invented_nhs_number(character.number),
        address=f"{character.number} Quay Street, Exampleton",
        postcode=character.postcode,
        primary_support_reason="Physical support: Personal care support",
        # Until a charge is worked out there is none (Care Act 2014 ss.14, 17), and the council pays it all.
        client_funding_status="Fully social care funded",
    )


def assessment_details() -> AssessmentDetails:
    """What the assessment found: six outcomes out of reach without help."""
    today = timezone.localdate()
    return AssessmentDetails(
        started_on=today,
        completed_on=today,
        method="Service user and unpaid carer",
        capacity="has_capacity",
        advocacy="not_needed",
        answers=tuple(_answer(outcome.key) for outcome in outcomes_of("adult")),
        needs=tuple(
            NeedDetails(need=key, outcome=outcome, description=words, how_far="Fully eligible")
            for key, (outcome, words) in NEEDS.items()
        ),
        wellbeing="Anxious about falling; misses company and getting about.",
        desired_outcomes="To wash and dress each morning, eat well, and see friends twice a week.",
        involvement="Seen at home with her daughter; both spoke for themselves.",
        other_help="A grab rail and the lunch club were considered; the club meets part of the need for company.",
    )


def _answer(outcome: str) -> Answer:
    if outcome in UNABLE:
        return Answer(
            outcome=outcome,
            can_achieve=False,
            unable_because=("not_without_help",),
            wellbeing_impact="Goes without, or depends on family who work.",
        )
    return Answer(outcome=outcome, can_achieve=True)


def plan_details() -> PlanDetails:
    """What the plan says beside its lines."""
    return PlanDetails(
        wellbeing_matters="Company, and not being afraid of the stairs.",
        prevention_advice="Falls clinic, balance class on Tuesdays, and a key safe.",
        person_involvement="Chose the times of the visits and the day of the club.",
        carer_involvement="Her daughter does the weekends and asked for one free.",
        others_involvement="The occupational therapist saw the stairs.",
        review_on=timezone.localdate() + timedelta(weeks=7),
    )


def four_lines(hourly: str = "22.00", hours: str = "10.5", *, starts_on: date | None = None) -> tuple[LineDetails, ...]:
    """Four lines that meet six needs: two commissioned, one at the lunch club, one by family."""
    starts = starts_on or add_working_days(timezone.localdate(), 5)
    return (
        LineDetails(
            need="N2",
            how="commissioned",
            service_component=HOME_SUPPORT,
            unit="hour",
            description="Help to wash and dress each morning",
            quantity=Decimal(hours),
            unit_cost=Decimal(hourly),
            starts_on=starts,
        ),
        LineDetails(
            need="N6",
            how="commissioned",
            service_component=DAY_SUPPORT,
            unit="day",
            description="Day centre with transport",
            quantity=Decimal(2),
            unit_cost=Decimal("57.00"),
            starts_on=starts,
            planned_weeks=26,
        ),
        LineDetails(
            need="N5",
            how="voluntary",
            unit="session",
            description="Lunch club on Thursdays",
            quantity=Decimal(1),
            starts_on=starts,
        ),
        LineDetails(
            need="N1",
            how="friends_and_family",
            unit="day",
            description="Daughter cooks and freezes meals",
            quantity=Decimal(2),
            starts_on=starts,
        ),
        LineDetails(
            need="N3",
            how="friends_and_family",
            unit="day",
            description="Daughter helps at weekends",
            quantity=Decimal(2),
            starts_on=starts,
        ),
        LineDetails(
            need="N4",
            how="universal",
            unit="session",
            description="Falls clinic at the surgery",
            quantity=Decimal(1),
            starts_on=starts,
        ),
    )


def budget_of(lines: tuple[LineDetails, ...], adult_share: str = "60.00") -> Budget:
    """The personal budget of some lines: the adult pays a share, the council the rest."""
    total = sum(((line.quantity * line.unit_cost).quantize(Decimal("0.01")) for line in lines), Decimal("0.00"))
    share = min(Decimal(adult_share), total)
    return Budget(weekly=Shares(total=total, adult_share=share, council_share=total - share))


def full_checklist(ref: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """A checklist answered well for every eligible need of the plan."""
    plan = SupportPlan.objects.get(ref=ref)
    answers: dict[str, dict[str, dict[str, str]]] = {
        str(need.pk): {item.key: {"answer": "met", "reason": ""} for item in NEED_ITEMS}
        for need in eligible_needs(plan)
    }
    answers["plan"] = {item.key: {"answer": "yes", "reason": ""} for item in PLAN_ITEMS}
    return answers


def reference_of(character: Character) -> str:
    """The plan's reference in the provider's own system."""
    return f"DEMO-{character.number:02d}"


def load_settings(world: DemoOrganisations) -> None:
    """Guide prices and the urgent amount, set once."""
    if GuidePrice.objects.filter(council=world.council).exists():
        return
    first = date(timezone.localdate().year, 1, 1)
    for kind, unit, price in GUIDE_PRICES:
        set_guide_price(
            council=world.council,
            by=world.accounts["broker"],
            service_component=kind,
            unit=unit,
            price=Decimal(price),
            from_day=first,
        )
    set_urgent_amount(council=world.council, by=world.accounts["dass"], weekly=URGENT_WEEKLY, days=14, from_day=first)


def load_assurance(world: DemoOrganisations) -> None:
    """The Director's first review, and two exceptions with their owners; made once."""
    council, accounts = world.council, world.accounts
    if AssuranceReview.objects.filter(council=council).exists():
        return
    sign_assurance_review(by=accounts["dass"], council=council, remarks="The schedule as it stands at the beginning.")
    for function, what, owner, days in (
        ("principal_social_worker_post", "Riverside names no principal social worker yet.", "head", 30),
        ("amhp_approval", "The register of approvals is still kept on paper.", "amhplead", 60),
    ):
        raise_assurance_exception(
            by=accounts["auditor"],
            council=council,
            function=function,
            what=what,
            owner=Worker.objects.get(accounts=accounts[owner]),
            due_on=timezone.localdate() + timedelta(days=days),
        )


def load_signed_review(world: DemoOrganisations) -> AssuranceReview:
    """The review the Director signs when the registers stand: three of its reds get an owner and a day; made once."""
    council, director = world.council, world.accounts["dass"]
    signed = AssuranceReview.objects.filter(council=council, number__gt=1).order_by("number").first()
    if signed is not None:
        return signed
    review = sign_assurance_review(
        by=director, council=council, remarks="Each line seen and opened. What is red has an owner and a day below."
    )
    for line in reds_of(review)[:OWNED_REDS]:
        raise_assurance_exception(
            by=director,
            council=council,
            function=line["function"],
            what=f"Red in review {review.number}: {' '.join(line['why'])}",
            owner=Worker.objects.get(accounts=world.accounts["head"]),
            due_on=timezone.localdate() + timedelta(days=30),
        )
    return review


def reds_of(review: AssuranceReview) -> list[dict[str, Any]]:
    """The lines of a signed review that need action, as they were frozen, those with most to say first."""
    red = [line for line in review.content["lines"] if line["colour"] == RED]
    return sorted(red, key=lambda line: -len(line["why"]))


# What each register shows in the demonstration, in this order.
REGISTERS = {
    "approved mental health professionals": amhp.load,
    "due diligence, workforce and named posts": contract.load,
    "a change of the schedule": schedule_change.load,
    "safeguarding concerns": safeguarding.load,
    "the Safeguarding Adults Board": safeguarding_board.load,
    "charging": charging.load,
    "deprivation of liberty": dols.load,
    "guardianship": guardianship.load,
    "requests for information, the Ombudsman, press and members": information.load,
    "complaints": complaints.load,
    "disabled facilities grants": grants.load,
    "protection of property": protections.load,
    "rest centres": rest_centres.load,
    "co-operation with partners": co_operation.load,
}


def load_registers(world: DemoOrganisations, told: Callable[[str], None] = lambda _: None) -> None:
    """The registers and procedures beside the way of a plan, each with a few records, some late and some refused."""
    for title, load in REGISTERS.items():
        load(world)
        told(title)
    # What stands above this app tells its own by name, because nothing here may know of it.
    for app in apps.get_app_configs():
        for title, named in getattr(app, "demonstrates", {}).items():
            import_string(named)(world)
            told(title)


def load_world() -> DemoOrganisations:
    """The demo council with its settings and its first review, made once."""
    world = load_demo_organisations()
    load_settings(world)
    load_assurance(world)
    return world


def load_stories(world: DemoOrganisations, told: Callable[[str], None] = lambda line: None) -> None:
    """Plans at every step of the way, so that each queue has something in it; each made once."""
    for number, (title, story) in STORIES.items():
        character = BY_NUMBER[number]
        if not Person.objects.filter(nhs_number=invented_nhs_number(number)).exists():
            with whole():
                story(Storyteller(world), character)
            told(title)
    load_sample(world)


def _resubmitted(teller: Storyteller, character: Character) -> None:
    ref = teller.returned(character, four_lines())
    teller.do(
        answer_finding, "practitioner", plan=ref, number=1, answer="The daughter starts a weekend job in January."
    )
    teller.assure(ref)
    teller.do(resubmit_plan, "practitioner", plan=ref)


def _escalated(teller: Storyteller, character: Character) -> None:
    ref = teller.recommended(character, four_lines(hours="42"))
    teller.do(
        escalate_funding_decision,
        "teammanager",
        plan=ref,
        to_role="head_of_service",
        reason="Above my limit of £500 a week.",
    )


def _refused(teller: Storyteller, character: Character) -> None:
    ref = teller.recommended(character, four_lines())
    teller.do(
        refuse_funding,
        "head",
        plan=ref,
        reasons="NHS continuing healthcare was agreed yesterday and meets these needs.",
    )


def _urgent(teller: Storyteller, character: Character) -> None:
    ref = teller.drafted(character, four_lines())
    teller.do(
        start_urgent_support,
        "head",
        plan=ref,
        weekly=Decimal("420.00"),
        starts_on=timezone.localdate(),
        reason="Home from hospital tonight; her daughter is unwell.",
    )


def _in_brokerage(teller: Storyteller, character: Character) -> None:
    ref = teller.funded(character, four_lines())
    requirements = teller.do(take_up_brokerage, "broker", plan=ref)
    teller.offers_for(ref, requirements[0])


STORIES: Mapping[int, tuple[str, Callable[[Storyteller, Character], Any]]] = {
    2: ("a draft", lambda teller, who: teller.drafted(who, four_lines())),
    3: ("submitted", lambda teller, who: teller.submitted(who, four_lines())),
    4: ("returned to the provider", lambda teller, who: teller.returned(who, four_lines())),
    5: ("waiting for the head of service", _escalated),
    6: ("urgent support before verification", _urgent),
    7: ("in brokerage", _in_brokerage),
    8: ("resubmitted with its answer", _resubmitted),
    9: ("refused", _refused),
    10: ("active", lambda teller, who: teller.active(who, four_lines())),
    11: ("waiting for a team manager", lambda teller, who: teller.recommended(who, four_lines())),
}

WALKED, REFUSED = BY_NUMBER[1], BY_NUMBER[12]


def walk(teller: Storyteller) -> str:
    """The walked plan: returned once with a finding, answered, verified, funded, sourced and started."""
    ref: str = teller.returned(WALKED, four_lines(hourly="22.00", hours="14"))
    teller.do(
        answer_finding,
        "practitioner",
        plan=ref,
        number=1,
        answer="She works from Friday to Sunday; the visits are needed each morning.",
    )
    teller.assure(ref)
    teller.do(resubmit_plan, "practitioner", plan=ref)
    teller.do(take_up_verification, "verifier", plan=ref)
    teller.verify(ref)
    teller.fund(ref, by="teammanager")
    teller.source(ref)
    return ref
