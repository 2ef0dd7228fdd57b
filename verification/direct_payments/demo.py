"""The demonstration of direct payments: one late for its review, one refused and asked for again, past its day.

Everything goes through the services, from the assessment on. Loading it again changes nothing.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from casework.details import LineDetails
from casework.models import SupportPlan
from casework.services.plans import prepare_plan, set_personal_budget
from delegation.demo import DemoOrganisations
from delegation.refusals import Refused
from delegation.register import whole
from delegation.working_days import add_working_days
from verification.demo import Character, Storyteller, budget_of, four_lines, plan_details, reference_of
from verification.direct_payments.rules import conditions_of
from verification.direct_payments.services import (
    Found,
    approve_direct_payment,
    refuse_direct_payment,
    request_direct_payment,
    terminate_direct_payment,
)
from verification.models import DirectPayment
from verification.services.brokerage import award_package, start_package, take_up_brokerage

PAID_WEEKLY = Decimal("345.00")
PEOPLE = (
    Character(
        number=61,
        first_name="Marjorie",
        last_name="Bell",
        date_of_birth=date(1949, 5, 30),
        gender="Female",
        postcode="EX9 6LL",
    ),
    Character(
        number=62,
        first_name="Sunil",
        last_name="Rao",
        date_of_birth=date(1972, 1, 8),
        gender="Male",
        postcode="EX9 6MM",
    ),
)


def paid_lines() -> tuple[LineDetails, ...]:
    """The usual four needs, with all that the council pays for bought by a direct payment."""
    lines = four_lines()
    return tuple(replace(line, how="direct_payment") if line.how == "commissioned" else line for line in lines)


@dataclass(frozen=True)
class PaymentTeller(Storyteller):
    """Walks a plan whose support is bought with a direct payment."""

    def drafted(self, character: Character, lines: tuple[LineDetails, ...]) -> str:
        """A plan with the terms of its direct payment; its reference."""
        terms = replace(
            plan_details(),
            direct_payment_amount=PAID_WEEKLY,
            direct_payment_frequency="weekly",
            direct_payment_managed_by="The adult, with a supported account",
            direct_payment_conditions=conditions_of("31"),
        )
        plan: SupportPlan = self.do(
            prepare_plan,
            self.practitioner,
            assessment=self.assessed(character),
            details=terms,
            lines=lines,
            their_reference=reference_of(character),
        )
        budget = budget_of(lines)
        self.do(set_personal_budget, self.practitioner, plan=plan.ref, seen_revision=plan.revision, budget=budget)
        return str(plan.ref)

    def running(self, character: Character, *, started_on: date) -> str:
        """A package that has run from a day, with nothing for the market to supply; the plan's reference."""
        ref = self.funded(character, paid_lines())
        self.do(take_up_brokerage, "broker", plan=ref)
        self.do(award_package, "broker", plan=ref, choices=[])
        self.do(start_package, "broker", plan=ref, starts_on=started_on)
        return ref


def asked_for(
    teller: Storyteller, plan: str, *, requested_on: date, sold_by: str = DirectPayment.SoldBy.ELSEWHERE
) -> DirectPayment:
    """The adult asks, for a personal assistant where nothing else is said, and the provider's manager records it."""
    payment: DirectPayment = teller.do(
        request_direct_payment,
        "providermanager",
        plan=plan,
        section="31",
        asked_by="The adult, at the planning visit",
        requested_on=requested_on,
        sold_by=sold_by,
    )
    return payment


def found() -> Found:
    """Every condition of section 31 met, nobody excluded."""
    return Found(conditions=conditions_of("31"), not_excluded=True)


def load(here: DemoOrganisations) -> None:
    """Two plans with their payments, made once."""
    if DirectPayment.objects.filter(council=here.council).exists():
        return
    teller = PaymentTeller(here)
    with whole():
        late = _late_for_its_review(teller)
        _refused_and_asked_again(teller)
    # The refusal stands in the register: to end a payment is the council's.
    with suppress(Refused):
        terminate_direct_payment(
            by=here.accounts["providermanager"],
            payment=late,
            ground="condition",
            ended_on=timezone.localdate(),
            because="The account is not kept.",
        )


def _late_for_its_review(teller: PaymentTeller) -> str:
    """In payment for seven months and more, and not yet reviewed."""
    began = timezone.localdate() - timedelta(days=225)
    ref = asked_for(teller, teller.running(PEOPLE[0], started_on=began), requested_on=began).ref
    teller.do(
        approve_direct_payment,
        "providermanager",
        payment=ref,
        found=found(),
        first_paid_on=began,
        reasons="She employed a carer before and keeps a supported account.",
    )
    return ref


def _refused_and_asked_again(teller: PaymentTeller) -> None:
    """Refused by the council first; asked for again with the seller still to be found, and past the council's day."""
    today = timezone.localdate()
    plan = teller.running(PEOPLE[1], started_on=today - timedelta(days=60))
    first = asked_for(teller, plan, requested_on=today - timedelta(days=50))
    reasons = "Nobody can yet help him to manage it; asked again once the support service has begun."
    teller.do(refuse_direct_payment, "teammanager", payment=first.ref, reasons=reasons)
    again = add_working_days(today, -13)
    asked_for(teller, plan, requested_on=again, sold_by=DirectPayment.SoldBy.UNKNOWN)
