"""Brokerage: the council's search for the package that meets the funded lines at value for money."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from casework.models import PlannedSupport, SupportPlan
from casework.plans import ask, check_state, lock_plan, move
from delegation.models import Account, Organisation
from delegation.register import act, keep, keep_many, record
from verification import route
from verification.models import Award, ChangeRequest, FundingDecision, Invitation, Offer, Package, Requirement
from verification.refusals import AboveTheEnvelope, AwardNotMade, BadDate, UnknownRecord
from verification.rules import NOUGHT, first_review_day, is_cheapest, pounds
from verification.selectors import paid_by_the_week, standing_decision
from verification.services.quality import require_reason
from verification.services.sourcing import open_requirements
from verification.services.urgent import end_running_support


@dataclass(frozen=True, kw_only=True)
class AwardChoice:
    """The offer a broker takes for a requirement, with the reasons the law and the council ask for."""

    offer: int
    persons_choice: str
    value_for_money_reason: str = ""


@act
def take_up_brokerage(*, plan: str, by: Account) -> list[Requirement]:
    """Take a funded plan in hand and open a requirement for each funded line the market must supply.

    Source: seed 001 "Verification Model"; Care Act 2014 ss.5, 8, 18.
    """
    held = lock_plan(plan)
    permission = ask("take_up_brokerage", held, by)
    move(held, act="take_up_brokerage", permission=permission)
    requirements = open_requirements(held, standing_decision(held), by=by)
    record(permission, subject_kind="plan", subject=held.ref, detail={"requirements": len(requirements)})
    return requirements


@act
def invite_offers(*, plan: str, by: Account, requirement: int, organisations: Sequence[int]) -> list[Invitation]:
    """Ask care providers for an offer on a requirement; one already asked is not asked twice.

    Raises:
        UnknownRecord: the requirement is not the plan's, or an organisation is no care provider of this council.
    """
    held = lock_plan(plan)
    permission = ask("invite_offers", held, by)
    move(held, act="invite_offers", permission=permission)
    wanted = _requirement_of(held, requirement)
    market = set(care_providers(held).filter(pk__in=organisations).values_list("pk", flat=True))
    if not organisations or market != set(organisations):
        raise UnknownRecord("Choose at least one care provider registered with the council.")
    asked = set(wanted.invitations.values_list("organisation_id", flat=True))
    moment = timezone.now()
    invitations = keep_many(
        [
            Invitation(requirement=wanted, organisation_id=pk, invited_at=moment, invited_by=by)
            for pk in dict.fromkeys(organisations)
            if pk not in asked
        ],
        by=by,
        why="invite_offers",
    )
    record(permission, subject_kind="plan", subject=held.ref, detail={"requirement": requirement})
    return invitations


@act
def record_offer(
    *,
    plan: str,
    by: Account,
    requirement: int,
    organisation: int,
    kind: str,
    unit_price: Decimal | None = None,
    one_off: Decimal = NOUGHT,
    available_from: date | None = None,
    note: str = "",
) -> Offer:
    """Record what a care provider answered: an offer with its price, "declined", or "none".

    Args:
        unit_price: pounds for one unit of the requirement (an hour, a day, a week); offers only.
        one_off: one-off pounds.

    Raises:
        UnknownRecord: the requirement or the care provider is not known, or the price is missing.
    """
    held = lock_plan(plan)
    permission = ask("record_offer", held, by)
    move(held, act="record_offer", permission=permission)
    wanted = _requirement_of(held, requirement)
    if not care_providers(held).filter(pk=organisation).exists():
        raise UnknownRecord("Choose a care provider registered with the council.")
    if kind not in Offer.Kind.values:
        raise UnknownRecord("Say whether it is an offer, declined, or no answer.")
    is_offer = kind == Offer.Kind.OFFER
    if is_offer and (unit_price is None or unit_price < 0 or one_off < 0):
        raise UnknownRecord("Enter the price asked for one unit, in pounds and pence, like 18.50.")
    offer = Offer(
        requirement=wanted,
        organisation_id=organisation,
        kind=kind,
        unit_price=pounds(unit_price) if is_offer and unit_price is not None else None,
        weekly=_weekly(wanted, unit_price) if is_offer and unit_price is not None else None,
        one_off=pounds(one_off) if is_offer else NOUGHT,
        available_from=available_from,
        note=note.strip(),
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    keep(offer, by=by, why="record_offer")
    record(permission, subject_kind="plan", subject=held.ref, detail={"requirement": requirement, "kind": kind})
    return offer


@act
def request_envelope_change(*, plan: str, by: Account, prices: Mapping[str, Decimal], reason: str) -> ChangeRequest:
    """Ask for a higher envelope because the market asks more: only the difference goes back to be decided.

    Args:
        prices: line key to the weekly pounds now asked.
        reason: why no offer within the envelope will do.

    Raises:
        UnknownRecord: a line is not being sourced, or nothing is above the envelope.
    """
    held = lock_plan(plan)
    permission = ask("request_envelope_change", held, by)
    check_state(held, "request_envelope_change")
    require_reason(reason, "Write why the price is above the envelope and what was tried.")
    current = standing_decision(held)
    envelopes = {row.line_key: row.weekly_envelope for row in held.requirements.filter(live=True)}
    unknown = sorted(set(prices) - (set(envelopes) & paid_by_the_week(held, current)))
    if unknown:
        raise UnknownRecord(f"Line {', '.join(unknown)} is not being sourced by the week for this plan.")
    lines = {key: [str(envelopes[key]), str(pounds(price))] for key, price in prices.items() if price > envelopes[key]}
    if not lines:
        raise UnknownRecord("No price is above its envelope, so there is nothing to decide.")
    difference = sum((Decimal(after) - Decimal(before) for before, after in lines.values()), NOUGHT)
    change = ChangeRequest(
        plan=held,
        kind=ChangeRequest.Kind.ENVELOPE,
        weekly_before=current.weekly,
        weekly_after=current.weekly + difference,
        one_off_before=current.one_off,
        one_off_after=current.one_off,
        reason=reason.strip(),
        lines=lines,
        requested_at=timezone.now(),
        requested_by=by,
    )
    move(held, act="request_envelope_change", permission=permission, why=reason)
    keep(change, by=by, why=reason)
    route.finish(held, "brokerage", by=by)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, weekly=difference)
    return change


@act
def award_package(*, plan: str, by: Account, choices: Sequence[AwardChoice]) -> Package:
    """Award every requirement of the plan within its envelope, and arrange the package.

    Raises:
        AboveTheEnvelope: an offer costs more than its envelope; ask for the difference first.
        AwardNotMade: a requirement has no award, or a reason or the person's choice is not written.

    Source: seed 001 "Verification Model" (value for money); Care Act 2014 s.5; SI 2014/2670 (choice).
    """
    held = lock_plan(plan)
    permission = ask("award_package", held, by)
    check_state(held, "award_package")
    requirements = {row.pk: row for row in held.requirements.filter(live=True).prefetch_related("offers")}
    offers = {offer.pk: offer for row in requirements.values() for offer in row.offers.all()}
    awards = [_award(choice, requirements, offers, plan=held, by=by) for choice in choices]
    awarded = {award.requirement_id for award in awards}
    if len(awarded) != len(awards):
        raise AwardNotMade("A requirement is awarded twice. Choose one offer for each.")
    missing = [row.line_key for pk, row in requirements.items() if pk not in awarded]
    if missing:
        raise AwardNotMade(f"Choose an offer for line {', '.join(missing)}.")
    decision = standing_decision(held)
    move(held, act="award_package", permission=permission)
    keep_many(awards, by=by, why="award_package")
    package = Package.objects.filter(plan=held).first() or Package(plan=held)
    package.state, package.decision = Package.State.ARRANGED, decision
    package.ends_on = package.ended_at = package.ended_by = None
    package.ended_because = ""
    package.weekly = _package_weekly(decision, requirements, awards)
    package.one_off = _package_one_off(decision, requirements, awards)
    package.arranged_at, package.arranged_by = timezone.now(), by
    keep(package, by=by, why="award_package")
    route.finish(held, "brokerage", by=by)
    record(permission, subject_kind="plan", subject=held.ref, weekly=package.weekly)
    return package


@act
def start_package(*, plan: str, by: Account, starts_on: date) -> Package:
    """Record that the support began, and set the day its first review falls due.

    Raises:
        BadDate: the day is before the decision, or more than a year off.

    Source: Care Act 2014 s.27; statutory guidance ch. 13 (first review at 6 to 8 weeks).
    """
    held = lock_plan(plan)
    permission = ask("start_package", held, by)
    check_state(held, "start_package")
    package = held.package
    package_day_can_be(starts_on)
    package.state = Package.State.ACTIVE
    package.starts_on, package.started_at, package.started_by = starts_on, timezone.now(), by
    package.review_due_on = first_review_day(starts_on, held.review_on)
    keep(package, by=by, why="start_package")
    end_running_support(held, by=by, reason="The package took its place")
    move(held, act="start_package", permission=permission)
    route.finish(held, "package_start", by=by)
    record(permission, subject_kind="plan", subject=held.ref, weekly=package.weekly)
    return package


def package_day_can_be(day: date) -> None:
    """Raise `BadDate` for a day more than a year from today: a slip of the hand."""
    if abs((day - timezone.localdate()).days) > 366:
        raise BadDate("The day is more than a year from today. Check the year.")


def care_providers(plan: SupportPlan) -> QuerySet[Organisation]:
    """The care providers in the market of the plan's council."""
    return Organisation.objects.filter(
        kind=Organisation.Kind.CARE_PROVIDER, council_id=plan.council_id, closed_on__isnull=True
    )


def _requirement_of(plan: SupportPlan, pk: int) -> Requirement:
    wanted = plan.requirements.filter(pk=pk, live=True).first()
    if wanted is None:
        raise UnknownRecord("The plan has no such requirement to source.")
    return wanted


def _weekly(requirement: Requirement, unit_price: Decimal) -> Decimal:
    """What an offer asks a week: £0 where the line is paid once, whatever its envelope."""
    once = PlannedSupport.objects.filter(
        plan_id=requirement.plan_id, line_key=requirement.line_key, kind=PlannedSupport.Kind.ONE_OFF
    )
    return NOUGHT if once.exists() else pounds(requirement.quantity * unit_price)


def _award(
    choice: AwardChoice,
    requirements: Mapping[int, Requirement],
    offers: Mapping[int, Offer],
    *,
    plan: SupportPlan,
    by: Account,
) -> Award:
    offer = offers.get(choice.offer)
    if offer is None or offer.weekly is None or offer.unit_price is None:
        raise UnknownRecord("Choose one of the offers recorded for this plan.")
    wanted = requirements[offer.requirement_id]
    if offer.weekly > wanted.weekly_envelope or offer.one_off > wanted.one_off_envelope:
        raise AboveTheEnvelope(
            f"Line {wanted.line_key}: £{offer.weekly} a week and £{offer.one_off} once is above the envelope of "
            f"£{wanted.weekly_envelope} a week and £{wanted.one_off_envelope} once. "
            "Ask for the difference to be decided first."
        )
    cheapest = is_cheapest(
        offer.weekly + offer.one_off,
        [other.weekly + other.one_off for other in wanted.offers.all() if other.weekly is not None],
    )
    if not cheapest and not choice.value_for_money_reason.strip():
        raise AwardNotMade(f"Line {wanted.line_key}: a cheaper offer was made. Write why this one is value for money.")
    if not choice.persons_choice.strip():
        raise AwardNotMade(f"Line {wanted.line_key}: write what the person chose, or why they could not be asked.")
    return Award(
        requirement=wanted,
        offer=offer,
        is_cheapest=cheapest,
        value_for_money_reason=choice.value_for_money_reason.strip(),
        persons_choice=choice.persons_choice.strip(),
        council_id=plan.council_id,
        service_component=wanted.service_component,
        unit=wanted.unit,
        unit_price=offer.unit_price,
        awarded_at=timezone.now(),
        awarded_by=by,
    )


def _package_weekly(
    decision: FundingDecision, requirements: Mapping[int, Requirement], awards: Sequence[Award]
) -> Decimal:
    sourced = sum((row.weekly_envelope for row in requirements.values()), NOUGHT)
    return decision.weekly - sourced + sum((award.offer.weekly or NOUGHT for award in awards), NOUGHT)


def _package_one_off(
    decision: FundingDecision, requirements: Mapping[int, Requirement], awards: Sequence[Award]
) -> Decimal:
    sourced = sum((row.one_off_envelope for row in requirements.values()), NOUGHT)
    return decision.one_off - sourced + sum((award.offer.one_off for award in awards), NOUGHT)
