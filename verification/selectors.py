"""What may be read of verification, funding and brokerage. Lists start from who asks."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Max, Min, QuerySet
from django.utils import timezone

from casework.models import Need, PlannedSupport, PlanVersion, SupportPlan
from casework.rules import PAID_BY_THE_COUNCIL
from casework.way import FUNDED_STATES
from delegation.models import Post
from verification.models import (
    Award,
    ChangeRequest,
    Finding,
    FundedLine,
    FundingDecision,
    GuidePrice,
    UrgentSupport,
)
from verification.refusals import UnknownRecord
from verification.rules import NOUGHT, LineCost, PricesPaid, prices_paid


@dataclass(frozen=True)
class Receives:
    """What a person already receives of the council by decisions in force: pounds a week, and over its life."""

    weekly: Decimal
    whole_life: Decimal


def latest_version(plan: SupportPlan) -> PlanVersion:
    """The version sealed last. Raises PlanVersion.DoesNotExist when none was."""
    return PlanVersion.objects.filter(plan=plan).latest("number")


def open_findings(plan: SupportPlan) -> QuerySet[Finding]:
    """The findings the council has not closed, in order."""
    return Finding.objects.filter(plan=plan, closed_at__isnull=True)


def eligible_needs(plan: SupportPlan) -> list[Need]:
    """The needs of the plan's assessment that are eligible, in their order."""
    return list(Need.objects.filter(assessment_id=plan.assessment_id, eligible=True).order_by("pk"))


def line_costs(plan: SupportPlan) -> list[LineCost]:
    """What each line of the plan costs, as sealed."""
    return [
        LineCost(
            key=line.line_key,
            weekly=line.weekly_cost,
            one_off=line.one_off_cost,
            starts_on=line.starts_on,
            planned_weeks=line.planned_weeks,
        )
        for line in plan.lines.all()
    ]


def already_receives(plan: SupportPlan) -> Receives:
    """What the plan's person receives by other plans: decisions in force on funded plans, and live urgent support."""
    decided = (
        FundingDecision.objects.filter(person_id=plan.person_id, in_force=True, plan__state__in=FUNDED_STATES)
        .exclude(plan=plan)
        .order_by()
        .values_list("weekly", "whole_life")
    )
    urgent = (
        UrgentSupport.objects.filter(person_id=plan.person_id, live=True)
        .exclude(plan=plan)
        .values_list("weekly", F("weekly") * 2)
    )
    money = list(decided.union(urgent, all=True))
    return Receives(sum((weekly for weekly, _ in money), NOUGHT), sum((whole for _, whole in money), NOUGHT))


def decision_in_force(plan: SupportPlan) -> FundingDecision | None:
    """The council's decision in force on the plan, if any, with the version it was made on."""
    return FundingDecision.objects.filter(plan=plan, in_force=True).select_related("version").first()


def standing_decision(plan: SupportPlan) -> FundingDecision:
    """The council's decision in force on the plan. Raises UnknownRecord where there is none."""
    decision = decision_in_force(plan)
    if decision is None:
        raise UnknownRecord("No decision of the council is in force on this plan.")
    return decision


def open_change(plan: SupportPlan) -> ChangeRequest | None:
    """The change of money that waits for a decision, if any, with the package it would change."""
    waiting = ChangeRequest.objects.filter(plan=plan, outcome=ChangeRequest.Outcome.OPEN)
    return waiting.select_related("plan__package").first()


def paid_by_the_week(plan: SupportPlan, decision: FundingDecision) -> set[str]:
    """The keys of the lines whose weekly cost a decision can change: paid by the council, weekly, and not refused."""
    refused = decision.lines.filter(outcome=FundedLine.Outcome.REFUSE).values("line_key")
    weekly = plan.lines.filter(kind=PlannedSupport.Kind.WEEKLY, how__in=PAID_BY_THE_COUNCIL)
    return set(weekly.exclude(line_key__in=refused).values_list("line_key", flat=True))


def paid_now(decision: FundingDecision) -> dict[str, Decimal]:
    """What each line of a decision costs a week now: what was awarded, or what was decided where nothing is sourced.

    A decision on a change already speaks of what is paid.
    """
    paid = {line.line_key: line.weekly for line in decision.lines.all()}
    if decision.kind != FundingDecision.Kind.CHANGE:
        awarded = Award.objects.filter(requirement__decision=decision).select_related("offer", "requirement")
        paid.update({award.requirement.line_key: award.offer.weekly or NOUGHT for award in awarded})
    return paid


def live_posts(organisation_id: int, role: str) -> QuerySet[Post]:
    """The posts of a role in an organisation that are held today."""
    return Post.objects.live_on(timezone.localdate()).filter(organisation_id=organisation_id, role=role)


def guide_price(council_id: int, service_component: str, unit: str) -> Decimal | None:
    """The council's guide price for a kind of support today, pounds a unit; None when it set none."""
    today = timezone.localdate()
    row = (
        GuidePrice.objects.filter(
            council_id=council_id, service_component=service_component, unit=unit, from_day__lte=today
        )
        .exclude(to_day__lt=today)
        .order_by("-from_day", "-pk")
        .first()
    )
    return row.price if row else None


def prices_now_paid(council_id: int, service_component: str, unit: str) -> PricesPaid | None:
    """How the prices the council now pays for a kind of support are spread; None when it pays none yet.

    The median is read at its place in the index, so that no list of prices is ever fetched.
    """
    paid = Award.objects.filter(
        council_id=council_id, service_component=service_component, unit=unit, paid_until__isnull=True
    )
    found = paid.aggregate(count=Count("pk"), lowest=Min("unit_price"), highest=Max("unit_price"))
    if not found["count"]:
        return None
    middle = (found["count"] - 1) // 2
    pair = list(paid.order_by("unit_price").values_list("unit_price", flat=True)[middle : middle + 2])
    return prices_paid(found["count"], found["lowest"], found["highest"], pair)
