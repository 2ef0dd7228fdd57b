"""Walks a plan along the way with the demo council's people, through the services alone."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.details import LineDetails
from casework.models import SupportPlan
from casework.services.assessments import determine_eligibility, record_assessment
from casework.services.contacts import record_contact
from casework.services.people import record_person
from casework.services.plans import agree_plan_with_person, prepare_plan, set_personal_budget
from delegation.demo import DemoOrganisations
from delegation.models import Account
from verification.demo.characters import Character
from verification.demo.details import (
    assessment_details,
    budget_of,
    full_checklist,
    person_details,
    plan_details,
    reference_of,
)
from verification.models import Requirement
from verification.rules import LineDecision
from verification.services.brokerage import (
    AwardChoice,
    award_package,
    invite_offers,
    record_offer,
    start_package,
    take_up_brokerage,
)
from verification.services.funding import record_funding_decision
from verification.services.quality import (
    pass_quality_assurance,
    send_to_quality_assurance,
    submit_plan_for_verification,
)
from verification.services.verifying import (
    complete_checklist,
    raise_finding,
    recommend_plan,
    return_plan_to_provider,
    take_up_verification,
)

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
