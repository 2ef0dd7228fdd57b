"""The council's decisions on the money, by someone whose limit covers it and whose hands were not on the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from casework.models import PlanVersion, SupportPlan
from casework.plans import ask, check_state, lock_plan, move
from delegation.authority import Permission
from delegation.models import Account
from delegation.register import act, keep, keep_each, keep_many, record
from verification import route
from verification.models import Escalation, FundedLine, FundingDecision, Verification
from verification.refusals import DecisionNotMade, UnknownRecord
from verification.rules import NOUGHT, LineDecision, LineFunding, fund_lines
from verification.selectors import (
    Receives,
    already_receives,
    latest_version,
    line_costs,
)
from verification.services.quality import require_reason
from verification.services.urgent import end_running_support


@dataclass(frozen=True)
class Totals:
    """What a decision commits: pounds a week, one-off pounds, pounds over the planned life."""

    weekly: Decimal
    one_off: Decimal
    whole_life: Decimal


@act
def record_funding_decision(
    *, plan: str, by: Account, lines: Sequence[LineDecision], conditions: str = "", reasons: str = ""
) -> FundingDecision:
    """Decide the funding of the sealed version, line by line: fund, in part, until a day, or refuse a line.

    The decider's limit of the day must cover the new weekly and whole-life cost together with what the
    person already receives. The author, quality assurer and verifier of the plan never decide it.

    Args:
        plan: the plan's reference.
        by: the decider.
        lines: one `LineDecision` for each line of the version.
        conditions: conditions on the whole decision.
        reasons: the decider's reasons, which the letter gives.

    Raises:
        BeyondLimit: the decider's limit does not cover it.
        SameHands: the decider's hands were on the plan.
        DecisionNotMade: a line is not decided, or not possibly so; every line is named.

    Source: Care Act 2014 ss.18, 26; seed 001 "Verification Model"; the council's scheme of delegation.
    """
    held = lock_plan(plan, for_money=True)
    costs = line_costs(held)
    funded, problems = fund_lines(costs, {line.key: line for line in lines})
    totals = totals_of(funded)
    already = already_receives(held)
    permission = ask(
        "record_funding_decision",
        held,
        by,
        weekly=totals.weekly + already.weekly,
        whole_life=totals.whole_life + already.whole_life,
    )
    check_state(held, "record_funding_decision")
    if problems:
        raise DecisionNotMade(" ".join(problems))
    if costs and all(line.outcome == "refuse" for line in funded):
        raise DecisionNotMade("Every line is refused. Use “Refuse funding” so that the person gets the reasons.")
    decision = decide(
        held,
        permission,
        by,
        kind=FundingDecision.Kind.FUNDING,
        totals=totals,
        already=already,
        reasons=reasons,
        conditions=conditions,
        lines=funded,
    )
    move(held, act="record_funding_decision", permission=permission, why=reasons)
    route.finish(held, "funding_decision", by=by)
    record(
        permission,
        subject_kind="plan",
        subject=held.ref,
        reason=reasons,
        weekly=totals.weekly,
        whole_life=totals.whole_life,
        detail={"decision": decision.pk},
    )
    return decision


@act
def refuse_funding(*, plan: str, by: Account, reasons: str) -> FundingDecision:
    """Refuse the plan with reasons; the person's letter gives them and the route to challenge.

    Source: Care Act 2014 s.24(2) (written reasons); SI 2009/309 (complaints).
    """
    held = lock_plan(plan)
    permission = ask("refuse_funding", held, by)
    check_state(held, "refuse_funding")
    require_reason(reasons, "Write the reasons. The person has a right to them in writing (Care Act 2014 s.24(2)).")
    end_running_support(held, by=by, reason="Funding was refused")
    decision = decide(
        held,
        permission,
        by,
        kind=FundingDecision.Kind.FUNDING,
        totals=Totals(NOUGHT, NOUGHT, NOUGHT),
        already=Receives(NOUGHT, NOUGHT),
        reasons=reasons,
        outcome=FundingDecision.Outcome.REFUSE,
    )
    move(held, act="refuse_funding", permission=permission, why=reasons)
    route.finish(held, "funding_decision", by=by)
    route.close(held)
    record(permission, subject_kind="plan", subject=held.ref, reason=reasons, detail={"decision": decision.pk})
    return decision


@act
def escalate_funding_decision(*, plan: str, by: Account, to_role: str, reason: str) -> SupportPlan:
    """Pass a decision up to the next level, named, because it is beyond the actor's limit or judgement.

    Raises:
        UnknownRecord: `to_role` is not a level above.
    """
    held = lock_plan(plan)
    permission = ask("escalate_funding_decision", held, by)
    levels = ("team_manager", "head_of_service", "dass")
    if to_role not in levels or levels.index(to_role) <= levels.index(permission.post.role):
        raise UnknownRecord("Choose a level above your own: head of service, or the DASS.")
    require_reason(reason, "Write why the decision goes up.")
    check_state(held, "escalate_funding_decision")
    end_escalation(held, by=by)
    escalation = Escalation(
        plan=held, to_role=to_role, reason=reason.strip(), escalated_at=timezone.now(), escalated_by=by
    )
    keep(escalation, by=by, why=reason)
    move(held, act="escalate_funding_decision", permission=permission, why=reason)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, detail={"to_role": to_role})
    return held


@act
def return_from_funding(*, plan: str, by: Account, question: str) -> SupportPlan:
    """Send the plan back to its verifier with a named question, instead of deciding.

    Source: statutory guidance 10.85 (a decider does not amend the plan).
    """
    held = lock_plan(plan)
    permission = ask("return_from_funding", held, by)
    require_reason(question, "Write the question the verifier should answer.")
    check_state(held, "return_from_funding")
    end_escalation(held, by=by)
    last = Verification.objects.filter(plan=held, outcome=Verification.Outcome.RECOMMENDED).latest("concluded_at")
    again = Verification(
        plan=held,
        version_id=last.version_id,
        verifier=last.verifier,
        checklist=last.checklist,
        recommendation=last.recommendation,
        taken_up_at=timezone.now(),
        taken_up_by=by,
    )
    keep(again, by=by, why=question)
    move(held, act="return_from_funding", permission=permission, why=question)
    route.finish(held, "funding_decision", by=by)
    record(permission, subject_kind="plan", subject=held.ref, reason=question)
    return held


def decide(
    plan: SupportPlan,
    permission: Permission,
    by: Account,
    *,
    kind: str,
    totals: Totals,
    already: Receives,
    reasons: str,
    conditions: str = "",
    lines: Sequence[LineFunding] = (),
    outcome: str = FundingDecision.Outcome.FUND,
    version: PlanVersion | None = None,
    instead_of: FundingDecision | None = None,
) -> FundingDecision:
    """Write a decision with its lines, on the version just sealed or the latest. The caller has asked the guard.

    Args:
        instead_of: the decision in force that it replaces, if any.
    """
    if kind == FundingDecision.Kind.FUNDING:
        end_escalation(plan, by=by)
    moment = timezone.now()
    decision = FundingDecision(
        plan=plan,
        version=version or latest_version(plan),
        person_id=plan.person_id,
        kind=kind,
        outcome=outcome,
        weekly=totals.weekly,
        one_off=totals.one_off,
        whole_life=totals.whole_life,
        already_weekly=already.weekly,
        already_whole_life=already.whole_life,
        reasons=reasons.strip(),
        conditions=conditions.strip(),
        decided_on=timezone.localdate(),
        decided_at=moment,
        decided_by=by,
        decider=permission.post.worker,
        post=permission.post,
    )
    kept = [(decision, str(kind))]
    if instead_of is not None:
        because = f"Replaced by the {kind} decision"
        _end(instead_of, because, moment)
        kept.insert(0, (instead_of, because))
    keep_each(kept, by=by)
    keep_many(
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
            for line in lines
        ],
        by=by,
        why=kind,
    )
    return decision


def end_escalation(plan: SupportPlan, *, by: Account) -> None:
    """The level a decision waited for no longer matters."""
    for escalation in Escalation.objects.filter(plan=plan, live=True):
        close_escalation(escalation, by=by)


def close_escalation(escalation: Escalation, *, by: Account) -> None:
    """Nobody waits for that level any longer."""
    escalation.live = False
    keep(escalation, by=by, why="decided or returned")


def end_decision(decision: FundingDecision, *, by: Account, because: str) -> None:
    """Mark a decision as no longer in force; it is kept as it was made."""
    _end(decision, because, timezone.now())
    keep(decision, by=by, why=because)


def _end(decision: FundingDecision, because: str, moment: datetime) -> None:
    decision.in_force, decision.ended_at, decision.ended_because = False, moment, because


def totals_of(lines: Sequence[LineFunding]) -> Totals:
    """What some lines commit together."""
    return Totals(
        sum((line.weekly for line in lines), NOUGHT),
        sum((line.one_off for line in lines), NOUGHT),
        sum((line.whole_life for line in lines), NOUGHT),
    )
