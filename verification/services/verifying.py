"""The council's verification of a sealed version. The verifier edits nothing of the plan."""

from collections.abc import Mapping

from django.db.models import Max
from django.utils import timezone

from casework.charging.share import refuse_another_share
from casework.models import Need, SupportPlan
from casework.plans import ask, check_state, lock_plan, move
from delegation.models import Account
from delegation.register import act, keep, record
from verification import route
from verification.models import Finding, Verification
from verification.refusals import (
    ChecklistIncomplete,
    FindingsOpen,
    NoFinding,
    NothingToSay,
    NotTheHolder,
    UnknownRecord,
)
from verification.rules import checklist_gaps
from verification.selectors import eligible_needs, latest_version, live_posts, open_findings
from verification.services.quality import require_reason


@act
def take_up_verification(*, plan: str, by: Account) -> Verification:
    """Take a submitted plan in hand: one verifier holds it at a time.

    Raises:
        WrongState: it is not waiting for verification (someone else took it).

    Source: seed 001 "Verification Model".
    """
    held = lock_plan(plan)
    permission = ask("take_up_verification", held, by)
    check_state(held, "take_up_verification")
    verification = Verification(
        plan=held,
        version=latest_version(held),
        verifier=permission.post.worker,
        taken_up_at=timezone.now(),
        taken_up_by=by,
    )
    keep(verification, by=by, why="take_up_verification")
    move(held, act="take_up_verification", permission=permission)
    record(permission, subject_kind="plan", subject=held.ref)
    return verification


@act
def hand_over_verification(*, plan: str, by: Account, to: int, reason: str) -> Verification:
    """Pass a verification in hand to another verifier, who is absent or busy no longer.

    Args:
        to: the worker who takes it on.

    Raises:
        UnknownRecord: they hold no live verifier's post with this council.
    """
    held = lock_plan(plan)
    permission = ask("hand_over_verification", held, by)
    require_reason(reason, "Write why the verification is handed over.")
    check_state(held, "hand_over_verification")
    verification = Verification.objects.get(plan=held, outcome=Verification.Outcome.OPEN)
    taker = live_posts(held.council_id, "verifier").filter(worker_id=to).first()
    if taker is None:
        raise UnknownRecord("Choose someone who holds a verifier's post with this council today.")
    verification.verifier_id = taker.worker_id
    keep(verification, by=by, why=reason)
    move(held, act="hand_over_verification", permission=permission, why=reason)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return verification


@act
def complete_checklist(
    *, plan: str, by: Account, answers: Mapping[str, Mapping[str, Mapping[str, str]]]
) -> Verification:
    """Save answers to the verification checklist; it may be saved part by part.

    Args:
        plan: the plan's reference.
        answers: `{"plan": {item: {"answer", "reason"}}, "<need id>": {item: {...}}}`.

    Raises:
        UnknownRecord: an answer names a need that is not the plan's.
        NotTheHolder: another verifier holds the plan.
    """
    held = lock_plan(plan)
    permission = ask("complete_checklist", held, by)
    move(held, act="complete_checklist", permission=permission)
    verification = _open_verification(held, permission.post.worker_id)
    known = {"plan", *(str(need.pk) for need in eligible_needs(held))}
    unknown = sorted(set(answers) - known)
    if unknown:
        raise UnknownRecord(f"The plan has no need {', '.join(unknown)}.")
    for part, given in answers.items():
        verification.checklist.setdefault(part, {}).update({item: dict(answer) for item, answer in given.items()})
    keep(verification, by=by, why="complete_checklist")
    record(permission, subject_kind="plan", subject=held.ref)
    return verification


@act
def raise_finding(*, plan: str, by: Account, reason: str, line_key: str = "", need: int | None = None) -> Finding:
    """Write a question to the provider, tied to a line or a need, with its reason.

    Raises:
        UnknownRecord: neither a line nor a need of this plan is named.
        NothingToSay: no reason is written.
    """
    held = lock_plan(plan)
    permission = ask("raise_finding", held, by)
    move(held, act="raise_finding", permission=permission)
    verification = _open_verification(held, permission.post.worker_id)
    require_reason(reason, "Write what is in question and what would answer it.")
    need_row = _need_of(held, need)
    if line_key and line_key not in {line.line_key for line in held.lines.all()}:
        raise UnknownRecord(f"The plan has no line {line_key}.")
    if not line_key and need_row is None:
        raise UnknownRecord("Choose the line or the need the finding is about.")
    last = Finding.objects.filter(plan=held).aggregate(last=Max("number"))["last"] or 0
    finding = Finding(
        plan=held,
        version_id=verification.version_id,
        number=last + 1,
        line_key=line_key,
        need=need_row,
        reason=reason.strip(),
        raised_at=timezone.now(),
        raised_by=by,
    )
    keep(finding, by=by, why="raise_finding")
    record(permission, subject_kind="plan", subject=held.ref, detail={"finding": finding.number})
    return finding


@act
def withdraw_finding(*, plan: str, by: Account, number: int, reason: str) -> Finding:
    """Close a finding the verifier no longer needs answered, with the reason as its answer."""
    held = lock_plan(plan)
    permission = ask("withdraw_finding", held, by)
    move(held, act="withdraw_finding", permission=permission)
    _open_verification(held, permission.post.worker_id)
    require_reason(reason, "Write why the finding is withdrawn.")
    finding = finding_of(held, number)
    moment = timezone.now()
    if finding.answered_at is None:
        finding.answer, finding.answered_at, finding.answered_by = reason.strip(), moment, by
    finding.closed_at, finding.closed_by = moment, by
    keep(finding, by=by, why="withdraw_finding")
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, detail={"finding": number})
    return finding


@act
def answer_finding(*, plan: str, by: Account, number: int, answer: str) -> Finding:
    """Answer a finding of the council's. With the resubmission it is closed, and not asked again.

    Raises:
        UnknownRecord: the plan has no such open finding.
        NothingToSay: no answer is written.
    """
    held = lock_plan(plan)
    permission = ask("answer_finding", held, by)
    move(held, act="answer_finding", permission=permission)
    finding = finding_of(held, number)
    if not answer.strip():
        raise NothingToSay("Write the answer to the finding.")
    finding.answer, finding.answered_at, finding.answered_by = answer.strip(), timezone.now(), by
    keep(finding, by=by, why="answer_finding")
    record(permission, subject_kind="plan", subject=held.ref, detail={"finding": number})
    return finding


@act
def return_plan_to_provider(*, plan: str, by: Account, reason: str = "") -> SupportPlan:
    """Return the plan with its open findings. The council's clock stops while the provider holds it.

    Raises:
        NoFinding: no finding is open.

    Source: seed 001 "Verification Model"; statutory guidance 10.85.
    """
    held = lock_plan(plan)
    permission = ask("return_plan_to_provider", held, by)
    check_state(held, "return_plan_to_provider")
    verification = _open_verification(held, permission.post.worker_id)
    findings = list(open_findings(held))
    if not findings:
        raise NoFinding("Write at least one finding tied to a line or a need, so that the provider knows what to mend.")
    move(held, act="return_plan_to_provider", permission=permission, why=reason)
    _conclude(verification, Verification.Outcome.RETURNED, by=by, why=reason)
    route.finish(held, "verification", by=by)
    record(
        permission,
        subject_kind="plan",
        subject=held.ref,
        reason=reason,
        detail={"findings": [finding.number for finding in findings]},
    )
    return held


@act
def recommend_plan(*, plan: str, by: Account, recommendation: str = "") -> SupportPlan:
    """Recommend the plan for funding: the checklist is complete and no finding is open.

    Raises:
        ChecklistIncomplete: with what is missing.
        FindingsOpen: a finding is not closed.
        NotKept: the council has charged since for the plan, and the budget says another share of the adult's.

    Source: Care Act 2014 ss.18, 24-27; statutory guidance 10.85.
    """
    held = lock_plan(plan)
    permission = ask("recommend_plan", held, by)
    check_state(held, "recommend_plan")
    verification = _open_verification(held, permission.post.worker_id)
    gaps = checklist_gaps(verification.checklist, {need.pk: need.need_key for need in eligible_needs(held)})
    if gaps:
        raise ChecklistIncomplete("The checklist is not complete. " + " ".join(gaps))
    if open_findings(held).exists():
        raise FindingsOpen("A finding is open. Return the plan for its answer, or withdraw the finding with a reason.")
    refuse_another_share(held, held.budget_adult_share_weekly, held.budget_total_weekly)
    verification.recommendation = recommendation.strip()
    move(held, act="recommend_plan", permission=permission, why=recommendation)
    _conclude(verification, Verification.Outcome.RECOMMENDED, by=by, why=recommendation)
    route.finish(held, "verification", by=by)
    record(permission, subject_kind="plan", subject=held.ref, reason=recommendation)
    return held


def finding_of(plan: SupportPlan, number: int) -> Finding:
    """The open finding `number` of the plan. Raises UnknownRecord."""
    finding = open_findings(plan).filter(number=number).first()
    if finding is None:
        raise UnknownRecord(f"The plan has no open finding {number}.")
    return finding


def _need_of(plan: SupportPlan, need: int | None) -> Need | None:
    if need is None:
        return None
    for row in eligible_needs(plan):
        if row.pk == need:
            return row
    raise UnknownRecord(f"The plan has no need {need}.")


def _open_verification(plan: SupportPlan, worker_id: int) -> Verification:
    verification = Verification.objects.filter(plan=plan, outcome=Verification.Outcome.OPEN).first()
    if verification is None:
        raise NotTheHolder("Nobody has taken up the verification of this plan. Take it up first.")
    if verification.verifier_id != worker_id:
        raise NotTheHolder(f"{verification.verifier.name} holds this plan. Ask them to finish or hand it over.")
    return verification


def _conclude(verification: Verification, outcome: str, *, by: Account, why: str) -> None:
    verification.outcome = outcome
    verification.concluded_at, verification.concluded_by = timezone.now(), by
    keep(verification, by=by, why=why or outcome)
