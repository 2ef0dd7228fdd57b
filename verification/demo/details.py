"""What is said of an invented person: who they are, their needs, their plan and its lines, a checklist of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from casework.demo_people import invented_nhs_number
from casework.details import AssessmentDetails, Budget, LineDetails, NeedDetails, PersonDetails, PlanDetails, Shares
from casework.models import SupportPlan
from casework.outcomes import outcomes_of
from casework.rules import Answer
from delegation.working_days import add_working_days
from verification.checklist import NEED_ITEMS, PLAN_ITEMS
from verification.demo.characters import Character
from verification.selectors import eligible_needs

HOME_SUPPORT = "Home support or domiciliary care"
DAY_SUPPORT = "Day support"
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
