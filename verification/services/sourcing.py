"""What a decision asks of brokerage: requirements opened from funded lines, envelopes moved by a decision."""

from decimal import Decimal

from django.utils import timezone

from casework.models import SupportPlan
from delegation.models import Account
from delegation.register import keep, keep_many
from verification.models import ChangeRequest, FundedLine, FundingDecision, Package, Requirement

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


def apply_change(plan: SupportPlan, change: ChangeRequest, decision: FundingDecision, *, by: Account) -> None:
    """Put an agreed change into effect: on the envelopes before the package, or on the package."""
    if change.kind == ChangeRequest.Kind.PACKAGE:
        package = Package.objects.get(plan=plan)
        package.weekly, package.one_off, package.decision = change.weekly_after, change.one_off_after, decision
        keep(package, by=by, why="record_change_decision")
        return
    for requirement in Requirement.objects.filter(plan=plan, live=True):
        requirement.decision = decision
        if requirement.line_key in change.lines:
            requirement.weekly_envelope = Decimal(change.lines[requirement.line_key][1])
        keep(requirement, by=by, why="record_envelope_decision")
