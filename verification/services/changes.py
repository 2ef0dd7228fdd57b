"""Decisions on a change of money: a price above the envelope, or a change of a running package."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils import timezone

from casework.plans import ask, check_state, lock_plan, move
from delegation.models import Account
from delegation.register import act, keep, record
from verification import route
from verification.models import ChangeRequest, FundingDecision
from verification.refusals import UnknownRecord
from verification.rules import LineFunding, pounds, weeks_of
from verification.selectors import DecidedLine, change_to_decide, cost_of, lines_decided, paid_now
from verification.services.funding import decide, totals_of
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
    waiting = change_to_decide(held)
    if waiting is None:
        ask(act_name, held, by)
        check_state(held, act_name)
        raise UnknownRecord("No change of this plan waits for a decision.")
    change, current, already = waiting.change, waiting.current, waiting.already
    decided = lines_decided(current)
    lines = lines_after(current, decided, change)
    totals = totals_of(lines)
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
        version = write_agreed_costs(held, waiting, decided, by=by)
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
            instead_of=current,
        )
        apply_change(change, decided, decision, by=by)
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


def lines_after(current: FundingDecision, decided: Sequence[DecidedLine], change: ChangeRequest) -> list[LineFunding]:
    """The lines as the change would leave them: what it names at its new cost, the others at what is paid now."""
    paid = paid_now(current, decided) if change.kind == ChangeRequest.Kind.PACKAGE else {}
    after = []
    for line in decided:
        was = line.funded
        weekly = paid.get(line.key, was.weekly)
        if line.key in change.lines:
            weekly = Decimal(change.lines[line.key][1])
        weeks = weeks_of(cost_of(line.planned), was.until)
        after.append(
            LineFunding(
                key=line.key,
                outcome=was.outcome,
                weekly=weekly,
                one_off=was.one_off,
                whole_life=pounds(weekly * weeks + was.one_off),
                until=was.until,
                condition=was.condition,
                reason=was.reason,
            )
        )
    return after
