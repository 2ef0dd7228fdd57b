"""The provider's own check and the submission: by other hands than the author's, then a sealed version."""

from django.utils import timezone

from casework.content import Content, agreed_part, content_hash, read_content
from casework.models import SupportPlan
from casework.plans import ask, check_state, lock_plan, move, seal_version
from casework.rules import missing_of_section_25
from delegation.models import Account
from delegation.register import act, keep, record
from verification import route
from verification.refusals import AgreementLapsed, FindingsUnanswered, NothingToSay, PlanIncomplete
from verification.selectors import open_findings


@act
def send_to_quality_assurance(*, plan: str, by: Account) -> SupportPlan:
    """Hand a plan agreed with the person to a colleague's check before it leaves the provider.

    A returned plan may go straight back when its support did not change since the person agreed to it.

    Args:
        plan: the plan's reference.
        by: who sends it.

    Raises:
        PlanIncomplete: something of s.25(1)(a)-(f) is missing.
        AgreementLapsed: the support changed after the person agreed.
        FindingsUnanswered: a finding of the council's has no answer yet.

    Source: seed 001 "Verification Model"; Care Act 2014 s.25.
    """
    held = lock_plan(plan)
    permission = ask("send_to_quality_assurance", held, by)
    check_state(held, "send_to_quality_assurance")
    content = refuse_incomplete(held)
    if content_hash(agreed_part(content)) != held.agreed_content_hash:
        raise AgreementLapsed("The support changed after the person agreed. Agree the plan with the person again.")
    unanswered = open_findings(held).filter(answered_at__isnull=True).count()
    if unanswered:
        raise FindingsUnanswered(f"{unanswered} of the council's findings have no answer yet. Answer each one first.")
    on_its_way = held.routes.filter(live=True).exists()
    move(held, act="send_to_quality_assurance", permission=permission)
    if on_its_way:
        route.finish(held, "preparation", by=by)
    else:
        route.begin(held)
    record(permission, subject_kind="plan", subject=held.ref)
    return held


@act
def pass_quality_assurance(*, plan: str, by: Account, note: str = "") -> SupportPlan:
    """Record that someone other than the author checked the plan and found it ready for the council.

    Source: seed 001 "Verification Model" (internal quality assurance process).
    """
    held = lock_plan(plan)
    permission = ask("pass_quality_assurance", held, by)
    move(held, act="pass_quality_assurance", permission=permission, why=note)
    route.finish(held, "quality_assurance", by=by)
    record(permission, subject_kind="plan", subject=held.ref, reason=note)
    return held


@act
def return_from_quality_assurance(*, plan: str, by: Account, reason: str) -> SupportPlan:
    """Give the plan back to its author with the reason.

    Raises:
        NothingToSay: no reason was written.
    """
    held = lock_plan(plan)
    permission = ask("return_from_quality_assurance", held, by)
    require_reason(reason, "Write what the author should mend, and on which line or need.")
    move(held, act="return_from_quality_assurance", permission=permission, why=reason)
    route.finish(held, "quality_assurance", by=by)
    record(permission, subject_kind="plan", subject=held.ref, reason=reason)
    return held


@act
def submit_plan_for_verification(*, plan: str, by: Account) -> SupportPlan:
    """Seal a version of the plan and put it before the council. From here the provider reads and cannot touch it.

    Raises:
        PlanIncomplete: something of s.25(1)(a)-(f) is missing.

    Source: Care Act 2014 s.25(1); seed 001 "Verification Model".
    """
    return _submit(plan, by=by, act_name="submit_plan_for_verification")


@act
def resubmit_plan(*, plan: str, by: Account) -> SupportPlan:
    """Put a returned plan before the council again as a new sealed version, each finding closed with its answer.

    Raises:
        FindingsUnanswered: a finding has no answer.
        PlanIncomplete: something of s.25(1)(a)-(f) is missing.
    """
    return _submit(plan, by=by, act_name="resubmit_plan")


def _submit(ref: str, *, by: Account, act_name: str) -> SupportPlan:
    held = lock_plan(ref)
    permission = ask(act_name, held, by)
    check_state(held, act_name)
    refuse_incomplete(held)
    findings = list(open_findings(held))
    if any(finding.answered_at is None for finding in findings):
        raise FindingsUnanswered("A finding of the council's has no answer yet. Answer each one first.")
    version = seal_version(held, by=by)
    for finding in findings:
        finding.closed_at, finding.closed_by = timezone.now(), by
        keep(finding, by=by, why="answered, and closed with its answer")
    move(held, act=act_name, permission=permission)
    route.finish(held, "submission", by=by)
    record(
        permission,
        subject_kind="plan",
        subject=held.ref,
        detail={"version": version.number, "sha256": version.sha256},
    )
    return held


def refuse_incomplete(plan: SupportPlan) -> Content:
    """The plan's content; raises `PlanIncomplete` with every missing part of s.25(1)(a)-(f)."""
    content = read_content(plan)
    missing = missing_of_section_25(content)
    if missing:
        raise PlanIncomplete("The plan is not complete: " + " ".join(part.sentence for part in missing))
    return content


def require_reason(reason: str, sentence: str) -> None:
    """Raise `NothingToSay` with `sentence` when no reason is written."""
    if not reason.strip():
        raise NothingToSay(sentence)
