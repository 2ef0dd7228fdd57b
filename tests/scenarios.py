"""Worlds to test in, built by calling the services: no test starts from a state the product cannot reach."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework import services as casework
from casework.details import AssessmentDetails, Budget, LineDetails, NeedDetails, PersonDetails, PlanDetails, Shares
from casework.models import Assessment, Person, SupportPlan
from casework.outcomes import outcomes_of
from casework.rules import Answer
from delegation.contract.areas import DISCIPLINES
from delegation.contract.demo import signed_due_diligence
from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.models import Account, DueDiligence, Organisation, Post
from delegation.services import appoint_to_post, open_account
from tests.once import once
from verification.demo import Storyteller

UNABLE = (
    "nutrition",
    "personal_hygiene",
    "using_home_safely",
    "habitable_home",
    "relationships",
    "community_facilities",
)


def world() -> DemoOrganisations:
    """The demo council, its two providers, everyone in them, their authorisations and limits."""
    return load_demo_organisations()


def _walked_once(stage: str) -> Any:
    """A stage of the storyteller's, walked once by a worker and copied for whoever begins with the same."""
    walk = getattr(Storyteller, stage)

    def begun(self: Storyteller, *what: Any, **how: Any) -> str:
        key = f"{stage} by {self.practitioner}: {what} {sorted(how.items())}"
        return str(once(key, lambda: walk(self, *what, **how)))

    return begun


class BegunStory(Storyteller):
    """The storyteller for tests, of which many begin at the same step of the same plan."""

    drafted = _walked_once("drafted")
    agreed = _walked_once("agreed")
    submitted = _walked_once("submitted")
    returned = _walked_once("returned")
    recommended = _walked_once("recommended")
    funded = _walked_once("funded")
    active = _walked_once("active")


def looked_into(
    council: Organisation, organisation: Organisation, administrator: Account, director: Account
) -> DueDiligence:
    """Due diligence on a provider, evaluated by six further people of the council and signed by who signs there."""
    team = {}
    for discipline in DISCIPLINES:
        username = f"{council.key}-{organisation.key}-{discipline}".replace("_", "-")
        account = open_account(by=administrator, council=council, username=username, name=f"Evaluator {discipline}")
        assert account.worker
        appoint_to_post(
            by=administrator,
            worker=account.worker,
            organisation=council,
            role="information_officer",
            from_day=date(2015, 4, 1),
        )
        team[discipline] = account
    return signed_due_diligence(
        council=council,
        organisation=organisation,
        opened_by=director,
        director=strategic_director(council, administrator, director),
        team=team,
    )


def strategic_director(council: Organisation, administrator: Account, director: Account) -> Account:
    """Who signs due diligence: whoever holds the post, or the director, who then holds both."""
    held = {"organisation": council, "role": "strategic_director"}
    post = Post.objects.filter(**held).first()
    if post is None:
        post = appoint_to_post(by=administrator, worker=director.worker, from_day=date(2015, 4, 1), **held)
    return post.worker.accounts.get()


def person_details(**but: Any) -> PersonDetails:
    """An ordinary adult, with whatever should differ."""
    details: dict[str, Any] = {
        "first_name": "Margaret",
        "last_name": "Hollis",
        "date_of_birth": date(1944, 3, 9),
        "gender": "Female",
        "ethnicity": "White: Irish",
        "accommodation_status": "Owner occupier or shared ownership scheme",
        "has_unpaid_carer": "Yes",
        "primary_support_reason": "Physical support: Personal care support",
        "address": "4 Quay Lane, Exampleton",
        "postcode": "EX1 2AB",
    }
    return PersonDetails(**{**details, **but})


def a_person(here: DemoOrganisations, by: str = "practitioner", **but: Any) -> Person:
    """A person on the caseload of the provider `by` works for."""
    provider = here.riverside if by == "otherpractitioner" else here.northgate
    return casework.record_person(by=here.accounts[by], provider=provider, details=person_details(**but))


def assessment_details(needs: int = 6, **but: Any) -> AssessmentDetails:
    """An adult's assessment with as many needs as asked (at most six), each on an outcome they cannot achieve."""
    today = timezone.localdate()
    unable = UNABLE[:needs]
    answers = tuple(
        Answer(
            outcome=outcome.key,
            can_achieve=outcome.key not in unable,
            unable_because=("not_without_help",) if outcome.key in unable else (),
        )
        for outcome in outcomes_of("adult")
    )
    found = tuple(
        NeedDetails(
            need=f"N{number}",
            outcome=outcome,
            description=f"Needs help with {outcome.replace('_', ' ')}.",
            how_far="Cannot achieve it without help.",
        )
        for number, outcome in enumerate(unable, 1)
    )
    details: dict[str, Any] = {
        "started_on": today - timedelta(days=3),
        "completed_on": today - timedelta(days=1),
        "method": "Service user only",
        "capacity": "has_capacity",
        "advocacy": "not_needed",
        "answers": answers,
        "needs": found,
        "wellbeing": "Mornings are hard; she is low when she cannot get out.",
        "desired_outcomes": "To stay at home and see her friends.",
        "involvement": "She told her own story; her daughter was there.",
    }
    return AssessmentDetails(**{**details, **but})


def an_assessment(
    here: DemoOrganisations, by: str = "practitioner", person: Person | None = None, needs: int = 6
) -> Assessment:
    """An assessment with eligibility determined."""
    person = person or a_person(here, by)
    account = here.accounts[by]
    assessment = casework.record_assessment(by=account, person=person.ref, details=assessment_details(needs))
    casework.determine_eligibility(
        by=account,
        assessment=assessment.ref,
        need_from_impairment=True,
        significant_effect=True,
        reasons="Arthritis; cannot manage mornings alone; her wellbeing suffers for it.",
        advice="" if needs > 1 else "Ask the falls clinic; the community kitchen delivers.",
    )
    return assessment


def line_details(number: int = 1, **but: Any) -> LineDetails:
    """A line of home care for need N<number>: 7 hours a week at £22.50, from next week, open-ended."""
    details: dict[str, Any] = {
        "need": f"N{number}",
        "how": "commissioned",
        "service_component": "Home support or domiciliary care",
        "description": "A care worker in the morning.",
        "quantity": Decimal("7.00"),
        "unit": "hour",
        "unit_cost": Decimal("22.50"),
        "starts_on": timezone.localdate() + timedelta(days=7),
    }
    return LineDetails(**{**details, **but})


def ordinary_lines(needs: int = 6) -> tuple[LineDetails, ...]:
    """Four kinds of line, so that every need has one: commissioned, one-off equipment, voluntary, family."""
    kinds: tuple[dict[str, Any], ...] = (
        {},
        {
            "kind": "one_off",
            "unit": "item",
            "quantity": Decimal("1.00"),
            "unit_cost": Decimal("180.00"),
            "service_component": "Equipment",
            "description": "A bath lift.",
        },
        {
            "how": "voluntary",
            "unit": "session",
            "quantity": Decimal("1.00"),
            "unit_cost": Decimal("0.00"),
            "service_component": "",
        },
        {
            "how": "friends_and_family",
            "unit": "day",
            "quantity": Decimal("2.00"),
            "unit_cost": Decimal("0.00"),
            "service_component": "",
        },
    )
    return tuple(line_details(number, **kinds[number - 1]) for number in range(1, min(needs, 4) + 1))


def plan_details(**but: Any) -> PlanDetails:
    """What an ordinary plan says beside its lines."""
    details: dict[str, Any] = {
        "wellbeing_matters": "Dignity, and being in the community; to stay at home and see her friends.",
        "prevention_advice": "Falls prevention class; a key safe.",
        "person_involvement": "Written with her at her own table.",
        "carer_involvement": "Her daughter was asked what she can go on doing.",
        "review_on": timezone.localdate() + timedelta(weeks=7),
    }
    return PlanDetails(**{**details, **but})


def a_draft_plan(
    here: DemoOrganisations,
    by: str = "practitioner",
    *,
    person: Person | None = None,
    needs: int = 6,
    lines: tuple[LineDetails, ...] | None = None,
    adult_share: Decimal = Decimal("20.00"),
) -> SupportPlan:
    """A plan in draft that lacks nothing but the person's agreement."""
    assessment = an_assessment(here, by, person, needs)
    account = here.accounts[by]
    lines = ordinary_lines(needs) if lines is None else lines
    plan = casework.prepare_plan(by=account, assessment=assessment.ref, details=plan_details(), lines=lines)
    for number in range(len(lines) + 1, needs + 1):
        casework.explain_need(
            by=account,
            plan=plan.ref,
            seen_revision=SupportPlan.objects.get(pk=plan.pk).revision,
            need_key=f"N{number}",
            met_otherwise_because="Her daughter does this and is willing and able to go on.",
        )
    return a_budget_that_fits(here, by, plan, adult_share)


def a_budget_that_fits(
    here: DemoOrganisations, by: str, plan: SupportPlan, adult_share: Decimal = Decimal("20.00")
) -> SupportPlan:
    """Set the personal budget to what the lines cost, the adult paying `adult_share` pounds a week of it."""
    now = SupportPlan.objects.get(pk=plan.pk)
    weekly = sum((line.weekly_cost for line in now.lines.all()), Decimal("0.00"))
    one_off = sum((line.one_off_cost for line in now.lines.all()), Decimal("0.00"))
    adult = min(adult_share, weekly)
    return casework.set_personal_budget(
        by=here.accounts[by],
        plan=now.ref,
        seen_revision=now.revision,
        budget=Budget(
            weekly=Shares(total=weekly, adult_share=adult, council_share=weekly - adult),
            one_off=Shares(total=one_off, adult_share=Decimal("0.00"), council_share=one_off),
        ),
    )


def agree(here: DemoOrganisations, plan: SupportPlan, by: str = "practitioner") -> SupportPlan:
    """The person agrees the plan as it now stands."""
    return casework.agree_plan_with_person(
        by=here.accounts[by],
        plan=plan.ref,
        seen_revision=SupportPlan.objects.get(pk=plan.pk).revision,
        agreed_on=timezone.localdate(),
        agreed_with="The person herself",
        steps_to_agree="Read through together twice; changed the morning call to eight.",
        copy_offered=True,
    )


def a_plan_agreed_with_person(here: DemoOrganisations, by: str = "practitioner", **but: Any) -> SupportPlan:
    """A complete plan the person agreed, ready for quality assurance."""
    return agree(here, a_draft_plan(here, by, **but), by)


# ---- from here on: the verification, the money and the package -------------------------------------------------
