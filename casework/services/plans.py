"""The support plan while the provider writes it: prepared, amended, budgeted, agreed with the person.

Every change names the revision its writer saw; where another wrote in between, the writer is told who and what.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError
from django.utils import timezone

from casework.charging.share import refuse_another_share
from casework.content import agreed_part, content_hash, content_of, read_content
from casework.details import (
    PLAN_FIELDS,
    Agreement,
    Budget,
    LineDetails,
    PlanDetails,
    budget_faults,
    line_faults,
    line_of,
    plan_faults,
    said,
    unfit_text,
)
from casework.models import Assessment, EligibilityDetermination, Need, PlanHand, PlannedSupport, SupportPlan
from casework.plans import ask, ask_before_plan, check_state, lock_plan, move, plan_moved
from casework.refusals import AlreadyRecorded, NotEligible, NotKept, NotOnThisPlan, PlanNotComplete, refuse_faults
from casework.revisions import refuse_stale
from casework.rules import missing_of_section_25
from casework.services.assessments import lock_assessment
from delegation.authority import Permission
from delegation.models import Account, Post
from delegation.references import new_reference
from delegation.refusals import Fault
from delegation.register import act, keep, keep_many, record

DIRECT_PAYMENT_FIELDS = frozenset(name for name in PLAN_FIELDS if name.startswith("direct_payment"))


@act
def prepare_plan(
    *,
    by: Account,
    assessment: str,
    details: PlanDetails | None = None,
    lines: Collection[LineDetails] = (),
    their_reference: str = "",
    import_hash: str = "",
) -> SupportPlan:
    """Begin the support plan of somebody with eligible needs; what is already known may come with it.

    Args: the assessment's reference; `their_reference` and `import_hash` from the provider's own system.
    Raises NotEligible, NotKept, AlreadyRecorded, NotFound. Source: Care Act 2014 ss.24(1)(a), 25.
    """
    held = lock_assessment(assessment)
    determination = EligibilityDetermination.objects.filter(assessment=held).first()
    return prepare_locked(
        held,
        by=by,
        determination=determination,
        needs=list(held.needs.all()),
        details=details or PlanDetails(),
        lines=lines,
        their_reference=their_reference,
        import_hash=import_hash,
    ).plan


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A plan just prepared, with its lines."""

    plan: SupportPlan
    lines: list[PlannedSupport]


def prepare_locked(
    held: Assessment,
    *,
    by: Account,
    determination: EligibilityDetermination | None,
    needs: Collection[Need],
    details: PlanDetails,
    lines: Collection[LineDetails],
    their_reference: str,
    import_hash: str,
) -> Prepared:
    """Begin the plan of an assessment already locked, inside a whole under way.

    Args: its determination, where there is one, and its needs.
    """
    permission = ask_before_plan(
        "prepare_plan",
        by,
        council=held.council,
        provider_id=held.provider_id,
        subject_kind="assessment",
        subject=held.ref,
    )
    if determination is None or not determination.eligible:
        raise NotEligible(
            f"No eligible need was determined on assessment {held.ref}, so no plan is prepared from it. "
            "Determine eligibility first; where nothing is eligible the person is given written advice (s.13(5))."
        )
    by_key = {need.need_key: need for need in needs}
    refuse_faults([*plan_faults(details), *_faults_of_lines(lines, by_key)], "This plan cannot be kept yet")
    today = timezone.localdate()
    plan = SupportPlan(
        ref=new_reference("SP"),
        council=held.council,
        provider=held.provider,
        person=held.person,
        assessment=held,
        worker=permission.post.worker,
        held_since=today,
        lines_numbered=len(lines),
        their_reference=their_reference,
        import_hash=import_hash,
        prepared_at=timezone.now(),
        prepared_by=by,
    )
    _write_details(plan, said(details))
    _keep_new(plan, by=by)
    kept = _keep_new_lines(plan, lines, by_key, by=by)
    PlanHand.objects.create(plan=plan, worker_id=permission.post.worker_id, hand="author", first_on=today)
    plan_moved.send(SupportPlan, plan=plan, act="prepare_plan", by=by, was="")
    record(permission, subject_kind="plan", subject=plan.ref, detail={"assessment": held.ref})
    return Prepared(plan=plan, lines=kept)


def _write_details(plan: SupportPlan, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(plan, name, list(value) if name == "direct_payment_conditions" else value)


def _keep_new(plan: SupportPlan, *, by: Account) -> None:
    # No savepoint: the refusal ends the whole act, and its transaction with it.
    try:
        keep(plan, by=by, why="prepared")
    except IntegrityError as error:
        if "their_reference" in str(error) or "a_providers_reference" in str(error):
            sentence = f"A plan with your reference {plan.their_reference} is already here."
            raise AlreadyRecorded(sentence, faults=[Fault("their_reference", sentence)]) from None
        if "assessment" in str(error):
            raise AlreadyRecorded(f"Assessment {plan.assessment.ref} already has a live plan.") from None
        raise


def _faults_of_lines(lines: Collection[LineDetails], needs: Mapping[str, Need]) -> list[Fault]:
    faults = []
    for index, line in enumerate(lines):
        path = f"support[{index}]."
        faults += line_faults(line, path)
        if line.need not in needs:
            faults.append(Fault(f"{path}need", f"The assessment has no need ‘{line.need[:20]}’."))
    return faults


def _keep_new_lines(
    plan: SupportPlan, lines: Collection[LineDetails], needs: Mapping[str, Need], *, by: Account
) -> list[PlannedSupport]:
    rows = []
    for number, details in enumerate(lines, 1):
        line = line_of(details)
        line.plan, line.line_key, line.need = plan, f"L{number}", needs[details.need]
        rows.append(line)
    return keep_many(rows, by=by, why="prepared")


def _open(plan: str, by: Account, seen_revision: int, act_name: str = "amend_plan") -> tuple[SupportPlan, Permission]:
    """The plan locked for a change: who may, from where, and whether the writer saw what is there now."""
    held = lock_plan(plan)
    permission = _may(act_name, held, by)
    refuse_stale(held, seen_revision)
    return held, permission


def _may(act_name: str, held: SupportPlan, by: Account) -> Permission:
    permission = ask(act_name, held, by)
    check_state(held, act_name)
    return permission


def _agreement_lapses(plan: SupportPlan) -> None:
    """The person agreed to other support than this: s.25(5) asks that they agree again."""
    plan.agreed_on, plan.agreed_with, plan.copy_offered, plan.agreed_content_hash = None, "", False, ""


@act
def amend_plan(*, by: Account, plan: str, seen_revision: int, changes: Mapping[str, Any]) -> SupportPlan:
    """Amend what a plan says beside its lines and its budget. Saving what is already there changes nothing.

    Args: the revision the writer saw; the fields of PlanDetails to change. Raises StaleRevision, NotKept.
    Source: Care Act 2014 s.25(3)-(5).
    """
    held, permission = _open(plan, by, seen_revision)
    strange = set(changes) - set(PLAN_FIELDS)
    refuse_faults([Fault(name, "This is not a field of a plan.") for name in sorted(strange)], "Nothing was changed")
    before = {name: getattr(held, name) for name in PLAN_FIELDS}
    before["direct_payment_conditions"] = tuple(before["direct_payment_conditions"])
    details = PlanDetails(**{**before, **changes})
    refuse_faults(plan_faults(details), "This amendment cannot be kept yet")
    changed = sorted(name for name in changes if getattr(details, name) != before[name])
    if not changed:
        return held
    _write_details(held, {name: changes[name] for name in changed})
    if DIRECT_PAYMENT_FIELDS & set(changed):
        _agreement_lapses(held)
    move(held, act="amend_plan", permission=permission, why="amended: " + ", ".join(changed).replace("_", " "))
    record(permission, subject_kind="plan", subject=held.ref, detail={"changed": changed})
    return held


def _needs_of(plan: SupportPlan) -> dict[str, Need]:
    return {need.need_key: need for need in Need.objects.filter(assessment_id=plan.assessment_id)}


@act
def add_line(*, by: Account, plan: str, seen_revision: int, line: LineDetails) -> PlannedSupport:
    """Add a line of support to a plan. Raises StaleRevision, NotKept. Source: Care Act 2014 s.25(1)(c)."""
    held, permission = _open(plan, by, seen_revision)
    needs = _needs_of(held)
    refuse_faults(_faults_of_lines([line], needs), "This line cannot be kept yet")
    held.lines_numbered += 1
    new = line_of(line)
    new.plan, new.line_key, new.need = held, f"L{held.lines_numbered}", needs[line.need]
    keep(new, by=by, why="added")
    _changed_line(held, permission, new.line_key, "added")
    return new


def _changed_line(plan: SupportPlan, permission: Permission, key: str, what: str) -> None:
    _agreement_lapses(plan)
    move(plan, act="amend_plan", permission=permission, why=f"line {key} {what}")
    record(permission, subject_kind="plan", subject=plan.ref, detail={"line": key, "what": what})


def _line(plan: SupportPlan, key: str) -> PlannedSupport:
    line = PlannedSupport.objects.filter(plan=plan, line_key=key).first()
    if line is None:
        raise NotOnThisPlan(f"Plan {plan.ref} has no line {key}.")
    return line


@act
def change_line(*, by: Account, plan: str, seen_revision: int, line_key: str, line: LineDetails) -> PlannedSupport:
    """Change a line of support; it keeps its key. Raises StaleRevision, NotKept, NotOnThisPlan."""
    held, permission = _open(plan, by, seen_revision)
    old = _line(held, line_key)
    needs = _needs_of(held)
    refuse_faults(_faults_of_lines([line], needs), "This line cannot be kept yet")
    new = line_of(line)
    new.pk, new.plan, new.line_key, new.need = old.pk, held, line_key, needs[line.need]
    new._state.adding = False
    keep(new, by=by, why="changed")
    _changed_line(held, permission, line_key, "changed")
    return new


@act
def remove_line(*, by: Account, plan: str, seen_revision: int, line_key: str) -> SupportPlan:
    """Take a line off a plan; its history stays, and its key is not used again. Raises StaleRevision."""
    held, permission = _open(plan, by, seen_revision)
    line = _line(held, line_key)
    line._history_user, line._change_reason = by, "removed"  # type: ignore[attr-defined]
    line.delete()
    _changed_line(held, permission, line_key, "removed")
    return held


@act
def explain_need(
    *, by: Account, plan: str, seen_revision: int, need_key: str, met_otherwise_because: str, how_far: str | None = None
) -> Need:
    """Say why no line meets a need (a carer meets it, say), and how far it meets the criteria.

    Raises StaleRevision, NotKept, NotOnThisPlan. Source: Care Act 2014 s.25(1)(b)-(c), s.18(7).
    """
    held, permission = _open(plan, by, seen_revision)
    need = _needs_of(held).get(need_key)
    if need is None:
        raise NotOnThisPlan(f"Plan {held.ref} has no need {need_key}.")
    if unfit_text(met_otherwise_because + (how_far or "")):
        raise NotKept("The text holds a character that cannot be kept.")
    need.met_otherwise_because = met_otherwise_because
    need.how_far = need.how_far if how_far is None else how_far
    keep(need, by=by, why="explained")
    move(held, act="amend_plan", permission=permission, why=f"need {need_key} explained")
    record(permission, subject_kind="plan", subject=held.ref, detail={"need": need_key})
    return need


@act
def set_personal_budget(*, by: Account, plan: str, seen_revision: int, budget: Budget) -> SupportPlan:
    """Set the personal budget: cost, the adult's share, the council's share, which must reconcile.

    Where the council charges for the plan, the adult's share is that charge.
    Args: pounds a week and pounds once. Raises StaleRevision, NotKept. Source: Care Act 2014 s.26(1).
    """
    held, permission = _open(plan, by, seen_revision, "set_personal_budget")
    refuse_another_share(held, budget.weekly.adult_share, budget.weekly.total)
    return _set_budget(held, permission, budget)


def set_budget_locked(held: SupportPlan, *, by: Account, budget: Budget) -> SupportPlan:
    """Set the personal budget of a plan just prepared, inside the whole that prepares it; nothing is charged for it."""
    return _set_budget(held, _may("set_personal_budget", held, by), budget)


def _set_budget(held: SupportPlan, permission: Permission, budget: Budget) -> SupportPlan:
    refuse_faults(budget_faults(budget), "This personal budget cannot be kept")
    figures = {
        f"budget_{part}_{kind}": getattr(shares, part)
        for kind, shares in (("weekly", budget.weekly), ("one_off", budget.one_off))
        for part in ("total", "adult_share", "council_share")
    }
    if all(getattr(held, name) == value for name, value in figures.items()):
        return held
    for name, value in figures.items():
        setattr(held, name, value)
    _agreement_lapses(held)
    move(held, act="set_personal_budget", permission=permission, why="personal budget set")
    detail = {name: str(value) for name, value in figures.items()}
    record(permission, subject_kind="plan", subject=held.ref, detail=detail)
    return held


@act
def agree_plan_with_person(
    *,
    by: Account,
    plan: str,
    seen_revision: int,
    agreed_on: date,
    agreed_with: str,
    steps_to_agree: str,
    copy_offered: bool,
) -> SupportPlan:
    """Record that the person agreed the plan, complete as section 25 asks, and was offered a copy.

    Args: `agreed_with`, the person or who agreed on their behalf. Raises StaleRevision, PlanNotComplete, NotKept.
    Source: Care Act 2014 s.25(1)(a)-(f), (5), (9).
    """
    held, permission = _open(plan, by, seen_revision, "agree_plan_with_person")
    agreement = Agreement(
        agreed_on=agreed_on, agreed_with=agreed_with, steps_to_agree=steps_to_agree, copy_offered=copy_offered
    )
    return _agree(held, permission, agreement)


def agree_locked(prepared: Prepared, *, by: Account, needs: Collection[Need], agreement: Agreement) -> SupportPlan:
    """Record the agreement to a plan already locked, inside a whole under way. Args: its needs, with its lines."""
    permission = _may("agree_plan_with_person", prepared.plan, by)
    return _agree(prepared.plan, permission, agreement, needs=needs, lines=prepared.lines)


def _agree(
    held: SupportPlan,
    permission: Permission,
    agreement: Agreement,
    *,
    needs: Collection[Need] | None = None,
    lines: Collection[PlannedSupport] = (),
) -> SupportPlan:
    """Args: needs and lines where they are known already; otherwise they are read."""
    agreed_with, steps_to_agree = agreement.agreed_with, agreement.steps_to_agree
    if agreement.agreed_on > timezone.localdate():
        raise NotKept("The plan was agreed today or before.", faults=[Fault("agreed_on", "A day not after today.")])
    if unfit_text(agreed_with + steps_to_agree) or not agreed_with or len(agreed_with) > 200:
        raise NotKept("Say who agreed, in up to 200 letters.", faults=[Fault("agreed_with", "Say who agreed.")])
    for name, value in said(agreement).items():
        setattr(held, name, value)
    content = read_content(held) if needs is None else content_of(held, needs, lines)
    missing = missing_of_section_25(content)
    if missing:
        raise PlanNotComplete(
            f"Plan {held.ref} is not complete: of section 25, {len(missing)} are missing. First: {missing[0].sentence}",
            faults=[
                Fault(each.path, f"{each.sentence.removesuffix('.')} (Care Act 2014 {each.section}).")
                for each in missing
            ],
        )
    held.agreed_content_hash = content_hash(agreed_part(content))
    move(held, act="agree_plan_with_person", permission=permission, why="agreed with the person")
    record(permission, subject_kind="plan", subject=held.ref, detail={"agreed": held.agreed_content_hash})
    return held


@act
def transfer_plan_to_worker(*, by: Account, plan: str, to_worker: int, reason: str) -> SupportPlan:
    """Give a plan to another practitioner of the same provider, who becomes the one whose work it is.

    Args: the worker's id. Raises NotKept where they hold no live post there or no reason is given.
    """
    held = lock_plan(plan)
    permission = ask("transfer_plan_to_worker", held, by)
    check_state(held, "transfer_plan_to_worker")
    if not reason.strip():
        raise NotKept("Say why the plan is transferred.", faults=[Fault("reason", "Say why.")])
    posts = Post.objects.live_on(timezone.localdate()).filter(
        worker_id=to_worker, organisation_id=held.provider_id, role="practitioner"
    )
    if not posts.exists():
        sentence = f"That worker holds no post as practitioner with {held.provider} today."
        raise NotKept(sentence, faults=[Fault("to_worker", sentence)])
    before, held.worker_id = held.worker_id, to_worker
    move(held, act="transfer_plan_to_worker", permission=permission, why=reason)
    detail = {"from_worker": before, "to_worker": to_worker}
    record(permission, subject_kind="plan", subject=held.ref, reason=reason, detail=detail)
    return held
