"""A whole plan, from draft to started package, the product's way and the plain way: the same 21 acts.

Six needs, four lines, two of them commissioned. The person, the assessment and its needs are there before the clock
starts. Both ways keep history, check authority once an act, and run one transaction an act.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from django.utils import timezone

from bench.plain import services as plain
from casework.models import Assessment
from casework.services.assessments import determine_eligibility, record_assessment
from casework.services.people import record_person
from casework.services.plans import agree_plan_with_person, prepare_plan, set_personal_budget
from delegation.demo import DemoOrganisations
from delegation.register import whole
from verification.checklist import NEED_ITEMS, PLAN_ITEMS
from verification.demo import assessment_details, budget_of, four_lines, person_details, plan_details, read_characters
from verification.rules import LineDecision
from verification.services import brokerage, funding, quality, verifying

REASON, WISH = "Fifty pence dearer; can come at the times asked for.", "The person met both and chose this one."


def assessed(world: DemoOrganisations, number: int) -> list[str]:
    """As many people as asked, assessed and eligible: six needs, two of them met by family."""
    by, details = world.accounts["practitioner"], assessment_details()
    needs = tuple(
        replace(need, met_otherwise_because="Her daughter does this and goes on doing it.") if place > 4 else need
        for place, need in enumerate(details.needs, 1)
    )
    references = []
    with whole():
        for _ in range(number):
            who = replace(person_details(read_characters()[0]), nhs_number="")
            person = record_person(by=by, provider=world.northgate, details=who)
            assessment = record_assessment(by=by, person=person.ref, details=replace(details, needs=needs))
            determine_eligibility(
                by=by,
                assessment=assessment.ref,
                need_from_impairment=True,
                significant_effect=True,
                reasons="Cannot achieve six outcomes without help.",
            )
            references.append(assessment.ref)
    return references


def _lines() -> tuple:
    """Four lines for the first four needs: two commissioned, one voluntary, one family."""
    lines = four_lines()
    return tuple(
        replace(line, need=need) for line, need in zip((*lines[:2], *lines[2:4]), ("N1", "N2", "N3", "N4"), strict=True)
    )


def _answers(assessment: str) -> dict:
    needs = Assessment.objects.get(ref=assessment).needs.values_list("pk", flat=True)
    answers: dict = {str(pk): {item.key: {"answer": "met", "reason": ""} for item in NEED_ITEMS} for pk in needs}
    answers["plan"] = {item.key: {"answer": "yes", "reason": ""} for item in PLAN_ITEMS}
    return answers


def _prices() -> tuple[Decimal, Decimal]:
    """What the two commissioned lines are offered at, below their envelope."""
    first, second = _lines()[:2]
    return first.unit_cost, second.unit_cost


def countersign_way(world: DemoOrganisations, assessment: str) -> str:
    """The product's own services, as its pages and its import call them."""
    who, today, lines, answers = world.accounts, timezone.localdate(), _lines(), _answers(assessment)
    plan = prepare_plan(by=who["practitioner"], assessment=assessment, details=plan_details(), lines=lines)
    ref = plan.ref
    held = set_personal_budget(by=who["practitioner"], plan=ref, seen_revision=plan.revision, budget=budget_of(lines))
    agree_plan_with_person(
        by=who["practitioner"],
        plan=ref,
        seen_revision=held.revision,
        agreed_on=today,
        agreed_with="The person",
        steps_to_agree="Read together at home.",
        copy_offered=True,
    )
    quality.send_to_quality_assurance(by=who["practitioner"], plan=ref)
    quality.pass_quality_assurance(by=who["quality"], plan=ref, note="Each need has its support.")
    quality.submit_plan_for_verification(by=who["providermanager"], plan=ref)
    verifying.take_up_verification(by=who["verifier"], plan=ref)
    verifying.complete_checklist(by=who["verifier"], plan=ref, answers=answers)
    verifying.recommend_plan(by=who["verifier"], plan=ref, recommendation="Each eligible need is met.")
    decisions = [LineDecision(key=f"L{number}", outcome="fund") for number in range(1, 5)]
    funding.record_funding_decision(by=who["teammanager"], plan=ref, lines=decisions, reasons="Meets the needs.")
    requirements = brokerage.take_up_brokerage(by=who["broker"], plan=ref)
    choices = []
    for requirement, price in zip(requirements, _prices(), strict=True):
        first, second, third = (provider.pk for provider in world.care_providers)
        brokerage.invite_offers(
            by=who["broker"], plan=ref, requirement=requirement.pk, organisations=[first, second, third]
        )
        taken = None
        for provider, below in ((first, "1.00"), (second, "0.50")):
            taken = brokerage.record_offer(
                by=who["broker"],
                plan=ref,
                requirement=requirement.pk,
                organisation=provider,
                kind="offer",
                unit_price=price - Decimal(below),
                available_from=today,
            )
        brokerage.record_offer(
            by=who["broker"],
            plan=ref,
            requirement=requirement.pk,
            organisation=third,
            kind="declined",
            note="No staff in the area.",
        )
        choices.append(brokerage.AwardChoice(offer=taken.pk, value_for_money_reason=REASON, persons_choice=WISH))
    brokerage.award_package(by=who["broker"], plan=ref, choices=choices)
    brokerage.start_package(by=who["broker"], plan=ref, starts_on=today)
    return ref


def plain_way(world: DemoOrganisations, assessment: str) -> str:
    """The same acts by hand."""
    who, today, lines, answers = world.accounts, timezone.localdate(), _lines(), _answers(assessment)
    ref = plain.prepare(by=who["practitioner"], assessment=assessment, details=plan_details(), lines=lines).ref
    plain.set_budget(by=who["practitioner"], ref=ref, budget=budget_of(lines))
    plain.agree(
        by=who["practitioner"],
        ref=ref,
        agreed_on=today,
        agreed_with="The person",
        steps_to_agree="Read together at home.",
    )
    plain.send_to_quality_assurance(by=who["practitioner"], ref=ref)
    plain.pass_quality_assurance(by=who["quality"], ref=ref, note="Each need has its support.")
    plain.submit(by=who["providermanager"], ref=ref)
    plain.take_up_verification(by=who["verifier"], ref=ref)
    plain.complete_checklist(by=who["verifier"], ref=ref, answers=answers)
    plain.recommend(by=who["verifier"], ref=ref, recommendation="Each eligible need is met.")
    decisions = [LineDecision(key=f"L{number}", outcome="fund") for number in range(1, 5)]
    plain.decide(by=who["teammanager"], ref=ref, lines=decisions, reasons="Meets the needs.")
    requirements = plain.take_up_brokerage(by=who["broker"], ref=ref)
    choices = {}
    for requirement, price in zip(requirements, _prices(), strict=True):
        first, second, third = (provider.pk for provider in world.care_providers)
        plain.invite(by=who["broker"], ref=ref, requirement=requirement.pk, organisations=[first, second, third])
        taken = None
        for provider, below in ((first, "1.00"), (second, "0.50")):
            taken = plain.offer(
                by=who["broker"],
                ref=ref,
                requirement=requirement.pk,
                organisation=provider,
                kind="offer",
                unit_price=price - Decimal(below),
                available_from=today,
            )
        plain.offer(
            by=who["broker"],
            ref=ref,
            requirement=requirement.pk,
            organisation=third,
            kind="declined",
            note="No staff in the area.",
        )
        choices[taken.pk] = (REASON, WISH)
    plain.award(by=who["broker"], ref=ref, choices=choices)
    plain.start(by=who["broker"], ref=ref, starts_on=today)
    return ref


def sparing_way(world: DemoOrganisations, assessment: str) -> str:
    """By hand, and the plan's row written only where the plan moves."""
    plain.sparing = True
    try:
        return plain_way(world, assessment)
    finally:
        plain.sparing = False


WAYS: dict[str, Callable[[DemoOrganisations, str], str]] = {
    "countersign": countersign_way,
    "plain": plain_way,
    "plain, sparing": sparing_way,
}
