"""What may be read of verification, funding and brokerage. Lists start from who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, FilteredRelation, Max, Min, Q, QuerySet
from django.utils import timezone

from casework.charging.share import charged_weekly
from casework.models import Need, PlannedSupport, PlanVersion, SupportPlan
from casework.plans import hands_beside, know_hands
from casework.rules import PAID_BY_THE_COUNCIL
from casework.way import FUNDED_STATES
from delegation.models import Post
from verification.models import (
    Award,
    ChangeRequest,
    Escalation,
    Finding,
    FundedLine,
    FundingDecision,
    GuidePrice,
    Package,
    Requirement,
    UrgentSupport,
    Verification,
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
    return [cost_of(line) for line in plan.lines.all()]


def cost_of(line: PlannedSupport) -> LineCost:
    """What one line of a plan costs, and for how long."""
    return LineCost(
        key=line.line_key,
        weekly=line.weekly_cost,
        one_off=line.one_off_cost,
        starts_on=line.starts_on,
        planned_weeks=line.planned_weeks,
    )


def already_receives(plan: SupportPlan) -> Receives:
    """What the plan's person receives by other plans: decisions in force on funded plans, and live urgent support."""
    return _received(_plans_with_money(plan.person_id).exclude(pk=plan.pk))


def _plans_with_money(person_id: int) -> QuerySet[SupportPlan]:
    """The plans of a person, each with its decision in force as `in_force` and its live urgent support as `urgent`.

    The database lets a plan have one of either at most, so a plan is one row.
    """
    in_force, urgent = Q(funding_decisions__in_force=True), Q(urgent_supports__live=True)
    plans: Any = SupportPlan.objects.filter(person_id=person_id).annotate(
        in_force=FilteredRelation("funding_decisions", condition=in_force),
        urgent=FilteredRelation("urgent_supports", condition=urgent),
    )
    return plans.select_related("in_force", "urgent")


def _received(plans: Iterable[SupportPlan]) -> Receives:
    weekly = whole_life = NOUGHT
    for plan in plans:
        decision, urgent = _beside(plan, "in_force"), _beside(plan, "urgent")
        if decision and plan.state in FUNDED_STATES:
            weekly, whole_life = weekly + decision.weekly, whole_life + decision.whole_life
        if urgent:
            weekly, whole_life = weekly + urgent.weekly, whole_life + urgent.weekly * 2
    return Receives(weekly, whole_life)


def _beside(row: Any, name: str) -> Any:
    """What was read beside a row under this name; None where there is none, for which Django sets nothing."""
    return getattr(row, name, None)


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
    """The change of money that waits for a decision, if any."""
    return ChangeRequest.objects.filter(plan=plan, outcome=ChangeRequest.Outcome.OPEN).first()


@dataclass(frozen=True)
class ChangeToDecide:
    """A change of money, the decision it would replace, and what the person receives by other plans.

    `charged` is what the council charges the adult for the plan, pounds a week; None where it told no charge for it.
    """

    change: ChangeRequest
    current: FundingDecision
    already: Receives
    charged: Decimal | None


def change_to_decide(plan: SupportPlan) -> ChangeToDecide | None:
    """What deciding the open change of a locked plan needs; None where none waits. One query.

    The decision comes with its version, and the plan with its package and whose hands were on it.
    """
    open_one = Q(change_requests__outcome=ChangeRequest.Outcome.OPEN)
    plans: Any = _plans_with_money(plan.person_id).annotate(
        change=FilteredRelation("change_requests", condition=open_one),
        charged=charged_weekly(),
        every_hand=hands_beside(),
    )
    plans = plans.select_related("in_force__version", "urgent", "change", "package")
    rows = {row.pk: row for row in plans}
    own = rows.pop(plan.pk)
    know_hands(plan, own.every_hand)
    change, current, package = (_beside(own, name) for name in ("change", "in_force", "package"))
    if change is None or current is None:
        return None
    if package is not None:
        package.plan = plan  # which then has its package in hand
    change.plan = current.plan = plan
    return ChangeToDecide(change, current, _received(rows.values()), own.charged)


@dataclass(frozen=True)
class OpenOnPlan:
    """What runs or waits on a plan: of each but the requirements the database lets a plan have one at most."""

    verification: Verification | None
    change: ChangeRequest | None
    escalation: Escalation | None
    urgent: UrgentSupport | None
    package: Package | None
    decision: FundingDecision | None
    requirements: list[Requirement]

    @property
    def awards(self) -> list[Award]:
        """What was awarded for the live requirements and is still paid for."""
        awards = [each.award for each in self.requirements if hasattr(each, "award")]
        return [award for award in awards if award.paid_until is None]


def open_on(plan: SupportPlan) -> OpenOnPlan:
    """What runs or waits on a locked plan: a row for each live requirement, with its award. One query."""
    plans: Any = _plans_with_money(plan.person_id).annotate(
        verification=FilteredRelation("verifications", condition=Q(verifications__outcome=Verification.Outcome.OPEN)),
        change=FilteredRelation("change_requests", condition=Q(change_requests__outcome=ChangeRequest.Outcome.OPEN)),
        escalation=FilteredRelation("escalations", condition=Q(escalations__live=True)),
        sourced=FilteredRelation("requirements", condition=Q(requirements__live=True)),
    )
    names = ("verification", "change", "escalation", "urgent", "package", "in_force")
    rows = list(plans.select_related(*names, "sourced__award").filter(pk=plan.pk).order_by("sourced__pk"))
    verification, change, escalation, urgent, package, decision = (_beside(rows[0], name) for name in names)
    if package is not None and package.state == Package.State.ENDED:
        package = None
    if package is not None and decision is not None and package.decision_id == decision.pk:
        package.decision = decision
    requirements = [row.sourced for row in rows if _beside(row, "sourced")]
    return OpenOnPlan(verification, change, escalation, urgent, package, decision, requirements)


@dataclass(frozen=True)
class DecidedLine:
    """A line of a decision, the plan's line it decides, and the live requirement sourced for it, if any."""

    funded: FundedLine
    planned: PlannedSupport
    sourced: Requirement | None

    @property
    def key(self) -> str:
        return self.funded.line_key


def lines_decided(decision: FundingDecision) -> list[DecidedLine]:
    """The lines of a decision in their order, what is sourced with its award and its offer. One query."""
    same_line = Q(decision__plan__lines__line_key=F("line_key"))
    sourced = Q(decision__requirements__line_key=F("line_key"), decision__requirements__live=True)
    lines: Any = FundedLine.objects.filter(decision=decision).annotate(
        planned=FilteredRelation("decision__plan__lines", condition=same_line),
        sourced=FilteredRelation("decision__requirements", condition=sourced),
    )
    found = lines.select_related("planned", "sourced__award__offer").order_by("pk")
    return [DecidedLine(line, line.planned, _beside(line, "sourced")) for line in found]


def paid_by_the_week(plan: SupportPlan, decision: FundingDecision) -> set[str]:
    """The keys of the lines whose weekly cost a decision can change: paid by the council, weekly, and not refused."""
    refused = decision.lines.filter(outcome=FundedLine.Outcome.REFUSE).values("line_key")
    weekly = plan.lines.filter(kind=PlannedSupport.Kind.WEEKLY, how__in=PAID_BY_THE_COUNCIL)
    return set(weekly.exclude(line_key__in=refused).values_list("line_key", flat=True))


def paid_now(decision: FundingDecision, lines: Iterable[DecidedLine]) -> dict[str, Decimal]:
    """What each line of a decision costs a week now: what was awarded, or what was decided where nothing is sourced.

    A decision on a change already speaks of what is paid.
    """
    if decision.kind == FundingDecision.Kind.CHANGE:
        return {line.key: line.funded.weekly for line in lines}
    return {line.key: _awarded(line) for line in lines}


def _awarded(line: DecidedLine) -> Decimal:
    award: Award | None = _beside(line.sourced, "award")
    return (award.offer.weekly or NOUGHT) if award else line.funded.weekly


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
