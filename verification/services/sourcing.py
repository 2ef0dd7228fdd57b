"""What a decision asks of brokerage: requirements opened from funded lines, envelopes moved by a decision."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils import timezone

from casework.content import content_with
from casework.models import PlanVersion, SupportPlan
from casework.plans import seal_version
from delegation.models import Account
from delegation.register import keep, keep_changed, keep_many
from verification.models import ChangeRequest, FundedLine, FundingDecision, Requirement
from verification.rules import NOUGHT, pounds
from verification.selectors import ChangeToDecide, DecidedLine

SOURCED = "commissioned"


def open_requirements(plan: SupportPlan, decision: FundingDecision, *, by: Account) -> list[Requirement]:
    """A requirement for each funded line that the market must supply; direct payments and friends are not sourced."""
    lines = {line.line_key: line for line in plan.lines.all()}
    wanted = [
        funded
        for funded in decision.lines.all()
        if funded.outcome != FundedLine.Outcome.REFUSE and lines[funded.line_key].how == SOURCED
    ]
    requirements = [
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
        for funded in wanted
    ]
    return keep_many(requirements, by=by, why="take_up_brokerage")


def write_agreed_costs(
    plan: SupportPlan, waiting: ChangeToDecide, decided: Sequence[DecidedLine], *, by: Account
) -> PlanVersion:
    """Write the agreed costs on the plan's lines and its budget, and seal the version they make of the one before.

    The adult's share is what the council charges for the plan; where it charges nothing for it yet, the share stays,
    and the council's share takes the difference.

    Args:
        decided: the lines of the decision that is changed.
    """
    change, agreed_on = waiting.change, waiting.current.version
    lines = [line.planned for line in decided]
    changed = [line for line in lines if line.line_key in change.lines]
    for line in changed:
        line.weekly_cost = Decimal(change.lines[line.line_key][1])
        line.unit_cost = pounds(line.weekly_cost / line.quantity)
    keep_changed(changed, ["weekly_cost", "unit_cost"], by=by, why=change.reason)
    plan.budget_total_weekly = sum((line.weekly_cost for line in lines), NOUGHT)
    share = plan.budget_adult_share_weekly or NOUGHT if waiting.charged is None else waiting.charged
    plan.budget_adult_share_weekly = min(share, plan.budget_total_weekly)
    plan.budget_council_share_weekly = plan.budget_total_weekly - plan.budget_adult_share_weekly
    return seal_version(plan, by=by, content=content_with(agreed_on.content, plan, changed))


def apply_change(
    change: ChangeRequest, decided: Sequence[DecidedLine], decision: FundingDecision, *, by: Account
) -> None:
    """Put an agreed change into effect: on the envelopes before the package, or on the package."""
    if change.kind == ChangeRequest.Kind.PACKAGE:
        package = change.plan.package
        package.weekly, package.one_off, package.decision = change.weekly_after, change.one_off_after, decision
        keep(package, by=by, why="record_change_decision")
        return
    requirements = [line.sourced for line in decided if line.sourced]
    for requirement in requirements:
        requirement.decision = decision
        if requirement.line_key in change.lines:
            requirement.weekly_envelope = Decimal(change.lines[requirement.line_key][1])
    keep_changed(requirements, ["decision", "weekly_envelope"], by=by, why="record_envelope_decision")


def close_requirements(plan: SupportPlan, *, by: Account, why: str) -> list[Requirement]:
    """Nothing is sourced for the plan any longer; what was, each with its award where it had one."""
    requirements = list(Requirement.objects.filter(plan=plan, live=True).select_related("award"))
    stop_sourcing(requirements, by=by, why=why)
    return requirements


def stop_sourcing(requirements: Sequence[Requirement], *, by: Account, why: str) -> None:
    """These requirements are no longer sourced."""
    for requirement in requirements:
        requirement.live = False
    keep_changed(requirements, ["live"], by=by, why=why)
