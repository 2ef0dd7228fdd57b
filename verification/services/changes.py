"""Decisions on a change of money: a price above the envelope, or a change of a running package."""

from decimal import Decimal

from django.db.models import prefetch_related_objects
from django.utils import timezone

from casework.models import SupportPlan
from casework.plans import ask, check_state, lock_plan, move
from delegation.models import Account
from delegation.register import act, keep, record
from verification import route
from verification.models import ChangeRequest, FundingDecision
from verification.refusals import UnknownRecord
from verification.rules import LineFunding, pounds, weeks_of
from verification.selectors import (
    already_receives,
    decision_in_force,
    line_costs,
    open_change,
    paid_now,
)
from verification.services.funding import decide, end_decision, totals_of
from verification.services.quality import require_reason
from verification.services.sourcing import apply_change, write_agreed_costs


@act
def record_envelope_decision(*, plan: str, by: Account, agree: bool, reasons: str) -> ChangeRequest:
    """Decide a price above the funding envelope, on the difference; the limit must cover the new total.

    Raises:
        BeyondLimit, SameHands: as record_funding_decision; the broker never decides it either.
    """
    return _answer_change(
        plan,
        by=by,
        agree=agree,
        reasons=reasons,
        act_name="record_envelope_decision",
        step="envelope_decision",
        kind=FundingDecision.Kind.ENVELOPE,
    )


@act
def record_change_decision(*, plan: str, by: Account, agree: bool, reasons: str) -> ChangeRequest:
    """Decide a change of a package's cost: it takes effect only on this decision.

    Raises:
        BeyondLimit, SameHands: as record_funding_decision.

    Source: Care Act 2014 s.27(4)-(5).
    """
    return _answer_change(
        plan,
        by=by,
        agree=agree,
        reasons=reasons,
        act_name="record_change_decision",
        step="change_decision",
        kind=FundingDecision.Kind.CHANGE,
    )


def _answer_change(
    ref: str, *, by: Account, agree: bool, reasons: str, act_name: str, step: str, kind: str
) -> ChangeRequest:
    held = lock_plan(ref, for_money=True)
    change = open_change(held)
    current = decision_in_force(held)
    if change is None or current is None:
        ask(act_name, held, by)
        check_state(held, act_name)
        raise UnknownRecord("No change of this plan waits for a decision.")
    prefetch_related_objects([held], "lines")
    prefetch_related_objects([current], "lines")
    lines = lines_after(held, current, change)
    totals = totals_of(lines)
    already = already_receives(held)
    permission = ask(
        act_name,
        held,
        by,
        weekly=totals.weekly + already.weekly if agree else None,
        whole_life=totals.whole_life + already.whole_life if agree else None,
    )
    check_state(held, act_name)
    require_reason(reasons, "Write the reasons.")
    decision = None
    if agree:
        end_decision(current, by=by, because=f"Replaced by the {kind} decision")
        version = write_agreed_costs(held, change, current.version, by=by)
        decision = decide(
            held,
            permission,
            by,
            kind=kind,
            totals=totals,
            already=already,
            reasons=reasons,
            lines=lines,
            version=version,
        )
        apply_change(held, change, decision, by=by)
    change.outcome = ChangeRequest.Outcome.AGREED if agree else ChangeRequest.Outcome.REFUSED
    change.decision = decision
    change.answered_at, change.answered_by, change.answer_reason = timezone.now(), by, reasons
    keep(change, by=by, why=act_name)
    move(held, act=act_name, permission=permission, why=reasons)
    route.finish(held, step, by=by)
    record(
        permission,
        subject_kind="plan",
        subject=held.ref,
        reason=reasons,
        weekly=totals.weekly if agree else None,
        whole_life=totals.whole_life if agree else None,
        detail={"change": change.pk, "agreed": agree},
    )
    return change


def lines_after(plan: SupportPlan, current: FundingDecision, change: ChangeRequest) -> list[LineFunding]:
    """The lines as the change would leave them: what it names at its new cost, the others at what is paid now."""
    costs = {line.key: line for line in line_costs(plan)}
    paid = paid_now(current) if change.kind == ChangeRequest.Kind.PACKAGE else {}
    after = []
    for line in current.lines.all():
        weekly = paid.get(line.line_key, line.weekly)
        if line.line_key in change.lines:
            weekly = Decimal(change.lines[line.line_key][1])
        weeks = weeks_of(costs[line.line_key], line.until)
        after.append(
            LineFunding(
                key=line.line_key,
                outcome=line.outcome,
                weekly=weekly,
                one_off=line.one_off,
                whole_life=pounds(weekly * weeks + line.one_off),
                until=line.until,
                condition=line.condition,
                reason=line.reason,
            )
        )
    return after
