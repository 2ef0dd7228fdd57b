"""The demonstration of charging: two versions of a policy, and charges agreed, corrected, waived and refused.

The figures are the invented council's own, not the country's. Loading again changes nothing.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.charging.policies import PolicyFigure, approve_charging_policy, draft_charging_policy
from casework.charging.rules import Means
from casework.charging.selectors import policy_in_force
from casework.charging.services import (
    ChargeDetails,
    NeverCharged,
    calculate_charge,
    decide_charge,
    issue_charge_notice,
    waive_charge,
)
from casework.demo_people import Invented, invented_nhs_number, somebody
from casework.models import Charge, ChargingPolicy, Person
from delegation.demo import DemoOrganisations
from delegation.register import whole

DECISION = "Cabinet, minute 14"
FIGURES = {
    "minimum_income_guarantee_pension_age": "230.00",
    "minimum_income_guarantee_working_age": "116.00",
    "minimum_income_guarantee_couple": "176.00",
    "disposable_income_share": "90",
    "lower_capital_limit": "14000.00",
    "upper_capital_limit": "23000.00",
    "capital_for_each_pound": "250.00",
    "standard_disability_expenditure": "20.00",
    "smallest_charge": "3.00",
    "charges_carers": "0",
    "working_days_to_decide": "10",
}
CHOICES = (
    "Charges begin with the support, never before it. Up to ninety per cent of disposable income is charged. "
    "Carers are not charged for their own support."
)
# Where the invented NHS numbers of these people begin.
FIRST_NUMBER = 7000
PEOPLE = tuple(
    Invented(
        identifier=f"CHARGE-{number}",
        first_name=first,
        last_name=last,
        date_of_birth=born,
        gender=gender,
        client_type=kind,
        nhs_number=invented_nhs_number(FIRST_NUMBER + number),
        primary_support_reason="Physical support: Personal care support",
    )
    for number, (first, last, born, gender, kind) in enumerate(
        (
            ("Mavis", "Copley", date(1943, 4, 18), "Female", "Service user"),
            ("Reginald", "Stace", date(1939, 12, 1), "Male", "Service user"),
            ("Dilys", "Howarth", date(1948, 7, 9), "Female", "Service user"),
            ("Olive", "Brand", date(1950, 10, 27), "Female", "Service user"),
            ("Peter", "Copley", date(1946, 2, 14), "Male", "Unpaid carer"),
            ("Enid", "Farrow", date(1937, 9, 3), "Female", "Service user"),
        ),
        1,
    )
)


def begin(here: DemoOrganisations) -> None:
    """On an earlier day: the version in force, and a charge that the council does not decide in its time."""
    if not ChargingPolicy.objects.filter(council=here.council).exists():
        with whole():
            policy(here, timezone.localdate())
            calculated(here, somebody(here, PEOPLE[-1]), weekly_income="301.00")


def load(here: DemoOrganisations) -> None:
    """Two versions, and a charge at each place of the procedure."""
    if Charge.objects.filter(council=here.council, person__council_identifier=PEOPLE[0].identifier).exists():
        return
    today = timezone.localdate()
    if policy_in_force(here.council, today) is None:
        policy(here, today)
    policy(here, date(today.year + 1, 4, 5), disposable_income_share="95", smallest_charge="5.00")
    mavis, reginald, dilys, olive, peter = (somebody(here, who) for who in PEOPLE[:-1])
    with whole():
        calculated(here, mavis)
        corrected = calculated(here, reginald, weekly_income="310.00")
        decide_charge(
            by=here.accounts["head"],
            charge=corrected.ref,
            weekly=Decimal("30.00"),
            reasons="His heating costs more than the standard allowance because of his illness; receipts were seen.",
        )
        issue_charge_notice(by=here.accounts["head"], charge=corrected.ref)
        waived = calculated(here, dilys, weekly_income="264.00")
        decide_charge(by=here.accounts["head"], charge=waived.ref, weekly=waived.calculated_weekly)
        waive_charge(
            by=here.accounts["dass"],
            charge=waived.ref,
            because="She would stop the support and be at risk.",
        )
        whole_cost = calculated(here, olive, capital="41000.00")
        decide_charge(by=here.accounts["head"], charge=whole_cost.ref, weekly=whole_cost.calculated_weekly)
    refused_for_a_carer(here, peter)


def policy(here: DemoOrganisations, from_day: date, **but: str) -> ChargingPolicy:
    """An approved version of the invented council's policy."""
    head = here.accounts["head"]
    figures = {
        key: PolicyFigure(amount=Decimal(amount), source=f"{DECISION}, schedule of charges")
        for key, amount in {**FIGURES, **but}.items()
    }
    draft = draft_charging_policy(
        by=head, council=here.council, from_day=from_day, choices_made=CHOICES, figures=figures
    )
    return approve_charging_policy(by=here.accounts["dass"], policy=draft, decision=DECISION)


def means(**but: str) -> Means:
    """An ordinary pensioner's means."""
    told = {"weekly_cost": "210.00", "weekly_income": "290.00", "capital": "15100.00", **but}
    amounts: dict[str, Any] = {name: Decimal(amount) for name, amount in told.items()}
    return Means(category="pension_age", **amounts)


def details(support: str = "care_and_support", **but: str) -> ChargeDetails:
    """A charge from today for support at home."""
    return ChargeDetails(
        support=support,
        from_day=timezone.localdate(),
        means=means(**but),
        evidence="Pension letter and three bank statements.",
    )


def calculated(here: DemoOrganisations, person: Person, **but: str) -> Charge:
    """A charge worked out by the provider."""
    return calculate_charge(by=here.accounts["practitioner"], person=person.ref, details=details(**but))


def refused_for_a_carer(here: DemoOrganisations, carer: Person) -> None:
    """Somebody tries to charge a carer for the adult's care; the register has the refusal, and there is no charge."""
    try:
        calculate_charge(
            by=here.accounts["practitioner"], person=carer.ref, details=details(support="given_to_the_adult")
        )
    except NeverCharged:
        return
