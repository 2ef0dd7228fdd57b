"""The demo council: Exampleshire, the two providers it authorises, three care providers, and the people in them.

Everything here goes through the services, so it stands in the register like anything else. Loading it again changes
nothing.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.auth.hashers import make_password

from delegation.contract.demo import RUNS_OUT, TEAM, signed_due_diligence
from delegation.models import Account, Organisation, Worker
from delegation.register import whole
from delegation.schedule import FUNCTIONS
from delegation.services import (
    APPOINTED_BY_THE_DIRECTOR,
    appoint_to_post,
    authorise_function,
    open_account,
    open_council,
    open_organisation,
)

DEMO_PASSWORD = "countersign-demo"  # noqa: S105 (printed by the demo)
FIRST_DAY = date(2015, 4, 1)
# Care Act 2014 s.79(5)(a): for the period specified.
LAST_DAY_AUTHORISED = date(2031, 3, 31)
COUNCIL = "exampleshire"
NORTHGATE = "northgate"
RIVERSIDE = "riverside"
CARE_PROVIDERS = (
    ("harbour-home-care", "Harbour Home Care", "1-9900000001", "Good"),
    ("moorview-care", "Moorview Care", "1-9900000002", "Outstanding"),
    ("tidewater-support", "Tidewater Support", "1-9900000003", "Requires improvement"),
)

# Username, name, organisation, role. The director and the administrator come with the council itself.
PEOPLE = (
    ("practitioner", "Amara Okafor", NORTHGATE, "practitioner"),
    ("quality", "Ben Hughes", NORTHGATE, "quality_assurer"),
    ("providermanager", "Carol Whitfield", NORTHGATE, "provider_manager"),
    ("dataofficer", "Dev Patel", NORTHGATE, "data_officer"),
    ("otherpractitioner", "Elin Rees", RIVERSIDE, "practitioner"),
    ("verifier", "Farah Khan", COUNCIL, "verifier"),
    ("teammanager", "George Mills", COUNCIL, "team_manager"),
    ("head", "Helen Marsh", COUNCIL, "head_of_service"),
    ("strategicdirector", "Grace Holloway", COUNCIL, "strategic_director"),
    ("broker", "Jamal Wright", COUNCIL, "broker"),
    ("safeguarding", "Karen Osei", COUNCIL, "safeguarding_manager"),
    ("chair", "Ruth Adeyemi", COUNCIL, "independent_chair"),
    ("amhplead", "Liam Byrne", COUNCIL, "amhp_lead"),
    ("guardianship", "Mei Tan", COUNCIL, "guardianship_officer"),
    ("information", "Noah Ellis", COUNCIL, "information_officer"),
    ("returns", "Olivia Grant", COUNCIL, "returns_officer"),
    ("auditor", "Peter Shaw", COUNCIL, "auditor"),
)
SOCIAL_WORKERS = frozenset({"practitioner", "quality", "otherpractitioner"})

# Plymouth's 2014 schedule in its lawful position. What s.79 reaches Northgate holds under s.79; Riverside is an
# NHS body and holds it under s.75. The rest are activities carried out for the council.
UNDER_AN_ACT = (
    "single_access_point_advice",
    "care_support_assessment",
    "carer_assessment",
    "eligibility_determination",
    "support_plan_development",
    "personal_budget_provision",
    "carer_provision",
    "direct_payment_decision",
    "charging_policy_apply",
    "s117_aftercare",
)
ACTIVITIES = (
    "safeguarding_alert_capture",
    "safeguarding_information_gathering",
    "safeguarding_investigation",
    "property_entry_protection",
    "dfg_necessary_appropriate",
    "complaint_initial_handling",
    "statutory_return_data_collection",
    "provider_plan_quality_assurance",
    "minimum_workforce_fte",
    "principal_social_worker_post",
    "senior_social_care_posts",
)

# Pounds a week and pounds over the whole life, by the council's scheme. The director's has no limit.
LIMITS = {
    "verifier": (Decimal(0), Decimal(0)),
    "team_manager": (Decimal(500), Decimal(26_000)),
    "head_of_service": (Decimal(1_500), Decimal(78_000)),
}


@dataclass(frozen=True, kw_only=True)
class DemoOrganisations:
    """The demo council and who is in it; accounts by username."""

    council: Organisation
    northgate: Organisation
    riverside: Organisation
    care_providers: tuple[Organisation, ...]
    accounts: dict[str, Account]


def load_demo_organisations() -> DemoOrganisations:
    """The demo council with its providers, people, authorisations and limits, made once."""
    if not Organisation.objects.filter(key=COUNCIL).exists():
        with whole():
            _open_everything()
    return _found()


def _found() -> DemoOrganisations:
    usernames = [username for username, *_ in PEOPLE] + ["dass", "administrator"]
    accounts = Account.objects.filter(username__in=usernames).select_related("worker")
    care_providers = Organisation.objects.filter(key__in=[key for key, *_ in CARE_PROVIDERS]).order_by("key")
    return DemoOrganisations(
        council=Organisation.objects.get(key=COUNCIL),
        northgate=Organisation.objects.get(key=NORTHGATE),
        riverside=Organisation.objects.get(key=RIVERSIDE),
        care_providers=tuple(care_providers),
        accounts={account.username: account for account in accounts},
    )


def _open_everything() -> None:
    council = open_council(
        key=COUNCIL,
        name="Exampleshire Council",
        director_name="Imogen Clarke",
        director_username="dass",
        administrator_name="Quinn Foster",
        administrator_username="administrator",
        password=None,
        from_day=FIRST_DAY,
        limits=LIMITS,
    )
    administrator = Account.objects.get(username="administrator")
    dass = Account.objects.get(username="dass")
    organisations = _open_organisations(council, administrator)
    _appoint_people(council, administrator, dass, organisations)
    _look_into(council, organisations)
    _authorise(council, dass, organisations)
    # One slow hash for all of them: it is the same password, and it is printed.
    Account.objects.filter(worker__posts__organisation__in=organisations.values()).update(
        password=make_password(DEMO_PASSWORD)
    )


def _open_organisations(council: Organisation, administrator: Account) -> dict[str, Organisation]:
    opened = {COUNCIL: council}
    opened[NORTHGATE] = open_organisation(
        by=administrator,
        council=council,
        key=NORTHGATE,
        name="Northgate Care Partnership",
        kind="provider",
        ods_code="XNG01",
    )
    opened[RIVERSIDE] = open_organisation(
        by=administrator,
        council=council,
        key=RIVERSIDE,
        name="Riverside Community Health",
        kind="provider",
        ods_code="XRV01",
        is_nhs_body=True,
    )
    for key, name, location, rating in CARE_PROVIDERS:
        open_organisation(
            by=administrator,
            council=council,
            key=key,
            name=name,
            kind="care_provider",
            cqc_location_id=location,
            cqc_rating=rating,
        )
    return opened


def _appoint_people(
    council: Organisation, administrator: Account, dass: Account, organisations: dict[str, Organisation]
) -> None:
    for number, (username, name, organisation, role) in enumerate(PEOPLE, start=1):
        registration = {
            "profession": "social_worker",
            "number": f"SW{number:06}",
            "live_from": date(2019, 12, 2),
        }
        account = open_account(
            by=administrator,
            council=council,
            username=username,
            name=name,
            registration=registration if username in SOCIAL_WORKERS else None,
        )
        appoint_to_post(
            by=dass if role in APPOINTED_BY_THE_DIRECTOR else administrator,
            worker=Worker.objects.get(accounts=account),
            organisation=organisations[organisation],
            role=role,
            from_day=FIRST_DAY,
        )


def _look_into(council: Organisation, organisations: dict[str, Organisation]) -> None:
    """Due diligence on both providers, of which Riverside's insurance runs out within the quarter."""
    team = {discipline: Account.objects.get(username=name) for discipline, name in TEAM.items()}
    for key, runs_out in ((NORTHGATE, RUNS_OUT), (RIVERSIDE, RUNS_OUT | {"finance_insurance": 80})):
        signed_due_diligence(
            council=council,
            organisation=organisations[key],
            opened_by=team["commissioning"],
            director=Account.objects.get(username="strategicdirector"),
            team=team,
            runs_out=runs_out,
        )


def _authorise(council: Organisation, dass: Account, organisations: dict[str, Organisation]) -> None:
    for key, power, instrument in (
        (NORTHGATE, "care_act_s79", "Section 79 authorisation, Exampleshire and Northgate, 2015"),
        (RIVERSIDE, "nhs_act_s75", "Section 75 partnership agreement, Exampleshire and Riverside, 2015"),
    ):
        functions = [(function, power) for function in UNDER_AN_ACT]
        functions += [(function, "activity") for function in ACTIVITIES]
        for function, under in functions:
            authorise_function(
                by=dass,
                council=council,
                organisation=organisations[key],
                function=function,
                power=under,
                from_day=FIRST_DAY,
                to_day=LAST_DAY_AUTHORISED,
                scope="Adults ordinarily resident in Exampleshire",
                conditions=FUNCTIONS[function].condition,
                instrument=instrument,
                signed_by="Director of Adult Social Services",
                signed_on=date(2015, 3, 27),
            )
