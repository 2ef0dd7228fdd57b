"""The acts of a plan in the plainest hand-written Django: open a transaction, lock, one permission check, save.

The rules of the domain (completeness, sums, checklist, envelope) are the product's own pure functions, so what differs
is the guard, the register, the queue, the flow and the hands. Nothing here is clever and nothing is wasteful.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from bench.plain.models import (
    Award,
    Decision,
    FundedLine,
    Invitation,
    Line,
    Offer,
    Package,
    Plan,
    Requirement,
    Verification,
    Version,
)
from casework.content import agreed_part, content_hash, content_of
from casework.details import Budget, LineDetails, PlanDetails, budget_faults, line_faults, line_of, plan_faults
from casework.models import Assessment, Need
from casework.rules import missing_of_section_25
from delegation.models import Account, Organisation
from delegation.references import new_reference
from verification.rules import LineCost, LineDecision, checklist_gaps, first_review_day, fund_lines, is_cheapest, pounds

# Whether the plan's own row is left alone by acts that do not move it: fewer writes than the product promises.
sparing = False


class Refused(Exception):  # noqa: N818
    """A rule was broken."""


def _check(by: Account, organisation: Organisation) -> None:
    if not by.has_perm("delegation.see_casework", organisation):
        raise PermissionDenied


def _refuse(why: Any) -> None:
    if why:
        raise Refused(why)


def _open(ref: str, by: Account, side: str, *states: str) -> Plan:
    plan = Plan.objects.select_for_update(of=("self",)).select_related("council", "provider").get(ref=ref)
    _check(by, plan.provider if side == "provider" else plan.council)
    _refuse("" if plan.state in states else f"The plan is {plan.state}.")
    return plan


def _save(instance: models.Model, by: Account, why: str) -> None:
    instance._history_user = by
    instance._change_reason = why
    instance.save()


def _save_all(rows: Sequence[models.Model], by: Account, why: str) -> list[Any]:
    return bulk_create_with_history(list(rows), type(rows[0]), default_user=by, default_change_reason=why)


def _move(plan: Plan, state: str, by: Account, why: str) -> None:
    plan.state = state
    plan.revision += 1
    _save(plan, by, why)


def _touch(plan: Plan, by: Account, why: str) -> None:
    """An act that leaves the plan where it is still counts as one of its revisions, as the product has it."""
    if not sparing:
        _move(plan, plan.state, by, why)


def _side(plan: Plan, side: str) -> None:
    plan.held_by, plan.held_since = side, timezone.localdate()


def _complete(plan: Plan) -> dict[str, Any]:
    content = content_of(plan, Need.objects.filter(assessment_id=plan.assessment_id), plan.lines.all())
    _refuse(missing_of_section_25(content))
    return content


@transaction.atomic
def prepare(*, by: Account, assessment: str, details: PlanDetails, lines: Sequence[LineDetails]) -> Plan:
    held = Assessment.objects.select_related("council", "provider", "determination").get(ref=assessment)
    _check(by, held.provider)
    _refuse("" if held.determination.eligible else "No need is eligible.")
    needs = {need.need_key: need for need in Need.objects.filter(assessment=held)}
    _refuse([*plan_faults(details), *(fault for line in lines for fault in line_faults(line, ""))])
    plan = Plan(
        ref=new_reference("SP"),
        council=held.council,
        provider=held.provider,
        person_id=held.person_id,
        assessment=held,
        worker_id=by.worker_id,
        held_since=timezone.localdate(),
        prepared_at=timezone.now(),
        prepared_by=by,
        wellbeing_matters=details.wellbeing_matters,
        prevention_advice=details.prevention_advice,
        person_involvement=details.person_involvement,
        carer_involvement=details.carer_involvement,
        others_involvement=details.others_involvement,
        review_on=details.review_on,
    )
    _save(plan, by, "prepared")
    rows = []
    for number, line in enumerate(lines, 1):
        costed = line_of(line)
        rows.append(
            Line(
                plan=plan,
                line_key=f"L{number}",
                need=needs[line.need],
                how=line.how,
                service_component=line.service_component,
                description=line.description,
                kind=line.kind,
                quantity=line.quantity,
                unit=line.unit,
                unit_cost=line.unit_cost,
                weekly_cost=costed.weekly_cost,
                one_off_cost=costed.one_off_cost,
                starts_on=line.starts_on,
                planned_weeks=line.planned_weeks,
            )
        )
    _save_all(rows, by, "prepared")
    return plan


@transaction.atomic
def set_budget(*, by: Account, ref: str, budget: Budget) -> Plan:
    plan = _open(ref, by, "provider", "draft")
    _refuse(budget_faults(budget))
    for kind, shares in (("weekly", budget.weekly), ("one_off", budget.one_off)):
        for part in ("total", "adult_share", "council_share"):
            setattr(plan, f"budget_{part}_{kind}", getattr(shares, part))
    _move(plan, "draft", by, "personal budget set")
    return plan


@transaction.atomic
def agree(*, by: Account, ref: str, agreed_on: date, agreed_with: str, steps_to_agree: str) -> Plan:
    plan = _open(ref, by, "provider", "draft")
    plan.agreed_on, plan.agreed_with, plan.steps_to_agree, plan.copy_offered = (
        agreed_on,
        agreed_with,
        steps_to_agree,
        True,
    )
    plan.agreed_content_hash = content_hash(agreed_part(_complete(plan)))
    _move(plan, "agreed_with_person", by, "agreed")
    return plan


@transaction.atomic
def send_to_quality_assurance(*, by: Account, ref: str) -> Plan:
    plan = _open(ref, by, "provider", "agreed_with_person")
    if content_hash(agreed_part(_complete(plan))) != plan.agreed_content_hash:
        raise Refused("The support changed after the person agreed.")
    _move(plan, "in_quality_assurance", by, "sent to quality assurance")
    return plan


@transaction.atomic
def pass_quality_assurance(*, by: Account, ref: str, note: str) -> Plan:
    plan = _open(ref, by, "provider", "in_quality_assurance")
    _move(plan, "quality_assured", by, note)
    return plan


@transaction.atomic
def submit(*, by: Account, ref: str) -> Plan:
    plan = _open(ref, by, "provider", "quality_assured")
    content = _complete(plan)
    plan.sealed_version += 1
    Version.objects.create(
        plan=plan,
        number=plan.sealed_version,
        content=content,
        sha256=content_hash(content),
        sealed_at=timezone.now(),
        sealed_by=by,
    )
    _side(plan, "council")
    _move(plan, "submitted", by, "submitted")
    return plan


@transaction.atomic
def take_up_verification(*, by: Account, ref: str) -> Verification:
    plan = _open(ref, by, "council", "submitted")
    verification = Verification(
        plan=plan,
        version=plan.versions.latest("number"),
        verifier_id=by.worker_id,
        taken_up_at=timezone.now(),
        taken_up_by=by,
    )
    _save(verification, by, "taken up")
    _move(plan, "in_verification", by, "taken up")
    return verification


@transaction.atomic
def complete_checklist(*, by: Account, ref: str, answers: Mapping[str, Any]) -> Verification:
    plan = _open(ref, by, "council", "in_verification")
    verification = plan.verifications.get(outcome="open")
    known = {"plan", *(str(need.pk) for need in Need.objects.filter(assessment_id=plan.assessment_id))}
    _refuse(sorted(set(answers) - known))
    verification.checklist.update(answers)
    _save(verification, by, "checklist")
    _touch(plan, by, "checklist")
    return verification


@transaction.atomic
def recommend(*, by: Account, ref: str, recommendation: str) -> Plan:
    plan = _open(ref, by, "council", "in_verification")
    verification = plan.verifications.get(outcome="open")
    needs = dict(Need.objects.filter(assessment_id=plan.assessment_id, eligible=True).values_list("pk", "need_key"))
    _refuse(checklist_gaps(verification.checklist, needs))
    verification.recommendation, verification.outcome = recommendation, "recommended"
    verification.concluded_at, verification.concluded_by = timezone.now(), by
    _save(verification, by, "recommended")
    _move(plan, "awaiting_funding_decision", by, recommendation)
    return plan


@transaction.atomic
def decide(*, by: Account, ref: str, lines: Sequence[LineDecision], reasons: str) -> Decision:
    plan = _open(ref, by, "council", "awaiting_funding_decision")
    costs = [
        LineCost(
            key=line.line_key,
            weekly=line.weekly_cost,
            one_off=line.one_off_cost,
            starts_on=line.starts_on,
            planned_weeks=line.planned_weeks,
        )
        for line in plan.lines.all()
    ]
    funded, problems = fund_lines(costs, {line.key: line for line in lines})
    _refuse(problems)
    decision = Decision(
        plan=plan,
        version=plan.versions.latest("number"),
        person_id=plan.person_id,
        outcome="fund",
        weekly=sum(line.weekly for line in funded),
        one_off=sum(line.one_off for line in funded),
        whole_life=sum(line.whole_life for line in funded),
        reasons=reasons,
        decided_on=timezone.localdate(),
        decided_at=timezone.now(),
        decided_by=by,
        decider_id=by.worker_id,
    )
    _save(decision, by, "decided")
    _save_all(
        [
            FundedLine(
                decision=decision,
                line_key=line.key,
                outcome=line.outcome,
                weekly=line.weekly,
                one_off=line.one_off,
                until=line.until,
                condition=line.condition,
                reason=line.reason,
            )
            for line in funded
        ],
        by,
        "decided",
    )
    plan.funding_decided_at, plan.funding_decided_by = timezone.now(), by
    _move(plan, "funded", by, reasons)
    return decision


@transaction.atomic
def take_up_brokerage(*, by: Account, ref: str) -> list[Requirement]:
    plan = _open(ref, by, "council", "funded")
    decision = plan.decisions.prefetch_related("lines").get(in_force=True)
    lines = {line.line_key: line for line in plan.lines.all()}
    requirements = _save_all(
        [
            Requirement(
                plan=plan,
                decision=decision,
                line_key=funded.line_key,
                service_component=lines[funded.line_key].service_component,
                description=lines[funded.line_key].description,
                quantity=lines[funded.line_key].quantity,
                unit=lines[funded.line_key].unit,
                weekly_envelope=funded.weekly,
                one_off_envelope=funded.one_off,
                starts_on=lines[funded.line_key].starts_on,
                opened_at=timezone.now(),
                opened_by=by,
            )
            for funded in decision.lines.all()
            if lines[funded.line_key].how == "commissioned"
        ],
        by,
        "taken up",
    )
    _move(plan, "in_brokerage", by, "taken up")
    return requirements


@transaction.atomic
def invite(*, by: Account, ref: str, requirement: int, organisations: Sequence[int]) -> None:
    plan = _open(ref, by, "council", "in_brokerage")
    wanted = plan.requirements.get(pk=requirement)
    market = Organisation.objects.filter(pk__in=organisations, kind="care_provider", council_id=plan.council_id)
    _refuse(set(organisations) - set(market.values_list("pk", flat=True)))
    moment = timezone.now()
    _save_all(
        [Invitation(requirement=wanted, organisation_id=pk, invited_at=moment, invited_by=by) for pk in organisations],
        by,
        "invited",
    )
    _touch(plan, by, "invited")


@transaction.atomic
def offer(
    *,
    by: Account,
    ref: str,
    requirement: int,
    organisation: int,
    kind: str,
    unit_price: Decimal | None = None,
    available_from: date | None = None,
    note: str = "",
) -> Offer:
    plan = _open(ref, by, "council", "in_brokerage")
    wanted = plan.requirements.get(pk=requirement)
    market = Organisation.objects.filter(pk=organisation, kind="care_provider", council_id=plan.council_id)
    _refuse("" if market.exists() else "Choose a care provider.")
    answer = Offer(
        requirement=wanted,
        organisation_id=organisation,
        kind=kind,
        unit_price=unit_price,
        weekly=None if unit_price is None else pounds(wanted.quantity * unit_price),
        available_from=available_from,
        note=note,
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    _save(answer, by, "offer")
    _touch(plan, by, "offer")
    return answer


@transaction.atomic
def award(*, by: Account, ref: str, choices: Mapping[int, tuple[str, str]]) -> Package:
    """`choices`: the offer's id to the reason of value for money and what the person chose."""
    plan = _open(ref, by, "council", "in_brokerage")
    awards = []
    for wanted in plan.requirements.prefetch_related("offers"):
        offers = [answer for answer in wanted.offers.all() if answer.kind == "offer"]
        taken = next(answer for answer in offers if answer.pk in choices)
        _refuse("Above the envelope." if taken.weekly > wanted.weekly_envelope else "")
        reason, wish = choices[taken.pk]
        awards.append(
            Award(
                requirement=wanted,
                offer=taken,
                is_cheapest=is_cheapest(taken.weekly, [answer.weekly for answer in offers]),
                value_for_money_reason=reason,
                persons_choice=wish,
                council_id=plan.council_id,
                service_component=wanted.service_component,
                unit=wanted.unit,
                unit_price=taken.unit_price,
                awarded_at=timezone.now(),
                awarded_by=by,
            )
        )
    decision = plan.decisions.get(in_force=True)
    _save_all(awards, by, "awarded")
    sourced = sum(one.requirement.weekly_envelope for one in awards)
    package = Package(
        plan=plan,
        decision=decision,
        weekly=decision.weekly - sourced + sum(one.offer.weekly for one in awards),
        one_off=decision.one_off,
        arranged_at=timezone.now(),
        arranged_by=by,
    )
    _save(package, by, "awarded")
    _move(plan, "package_arranged", by, "awarded")
    return package


@transaction.atomic
def start(*, by: Account, ref: str, starts_on: date) -> Package:
    plan = _open(ref, by, "council", "package_arranged")
    package = plan.package
    package.state, package.starts_on = "active", starts_on
    package.started_at, package.started_by = timezone.now(), by
    package.review_due_on = first_review_day(starts_on, plan.review_on)
    _save(package, by, "started")
    _move(plan, "active", by, "started")
    return package
