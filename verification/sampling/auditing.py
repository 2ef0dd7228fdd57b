"""The auditor of a file answers the form; what was not met becomes an action with an owner and a day.

Source: Care Act 2014 s.79(6).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import timezone

from delegation.authority import Permission
from delegation.guarded import COUNCIL_STAFF, OVERSEERS
from delegation.models import Account, Post, Worker
from delegation.refusals import AlreadyThere, NotFound, NothingSaid, RoleNotOfThisOrganisation, WrongDates
from delegation.register import act, keep, keep_changed, keep_many
from verification.models import AuditAction, AuditAnswer, FileAudit, SampledFile
from verification.refusals import AuditIncomplete, NotAFinding, NotDrawn, NotTheAuditor
from verification.sampling.questions import BY_KEY
from verification.sampling.rules import FINDINGS, Answer, faults_of_audit
from verification.sampling.selectors import is_open_to
from verification.sampling.services import check_named, lock_file, permit_on_file, record_on_file


@act
def save_file_audit(
    *, by: Account, file: SampledFile, answers: Mapping[str, Answer], overall: str, remarks: str = ""
) -> FileAudit:
    """Save the audit of a file, every question answered; saved again, what was said before stays in its history.

    Args:
        answers: by the key of the question; what was met in part or not at all with its reason.
        overall: "good", "needs_improvement" or "inadequate".

    Raises:
        SameHands: the auditor's hands were on the plan.
        NotTheAuditor: somebody else is named to audit it, or nobody yet.
        NotFound: the record is restricted and they are not named to it.
        AuditIncomplete: a question is not answered, or the answers and the judgement disagree.
    """
    file = lock_file(file)
    permission = permit_on_file("save_file_audit", by, file, other_hands=True)
    _check_auditor(permission, by, file)
    if file.state != SampledFile.State.DRAWN:
        raise NotDrawn("The file is not one of those drawn.")
    if faults := faults_of_audit(answers, overall):
        first = next(iter(faults))
        about = f"{BY_KEY[first].question} " if first in BY_KEY else ""
        raise AuditIncomplete(f"{about}{faults[first]}")
    audit = getattr(file, "audit", None) or FileAudit(file=file, council=file.sample.council)
    audit.auditor_id, audit.overall, audit.remarks = by.worker_id, overall, remarks.strip()
    audit.audited_at, audit.audited_by = timezone.now(), by
    keep(audit, by=by, why="save_file_audit")
    _keep_answers(audit, answers, by)
    found = sorted(key for key, given in answers.items() if given.answer in FINDINGS)
    record_on_file(permission, file, {"overall": overall, "findings": found})
    return audit


def _check_auditor(permission: Permission, by: Account, file: SampledFile) -> None:
    if by.worker_id != file.auditor_id:
        named = f"{file.auditor} audits this file." if file.auditor else "Nobody is named to audit this file yet."
        raise NotTheAuditor(named, question=permission.question, who_may="Who may: the auditor named for the file.")
    _check_open(permission, by, file)


def _check_open(permission: Permission, by: Account, file: SampledFile) -> None:
    """Restricted records stay closed to whoever is not named to them. Source: UK GDPR Art 5(1)(f)."""
    if not is_open_to(by, file):
        raise NotFound(f"There is no plan {file.plan.ref}.", question=permission.question)


def _keep_answers(audit: FileAudit, answers: Mapping[str, Answer], by: Account) -> None:
    """New answers are added; of those before, the changed ones are saved."""
    before = {row.question: row for row in AuditAnswer.objects.filter(audit=audit)}
    new: list[AuditAnswer] = []
    changed: list[AuditAnswer] = []
    for key, given in answers.items():
        row = before.get(key) or AuditAnswer(audit=audit, question=key)
        reason = given.reason.strip()
        if (row.answer, row.reason) != (given.answer, reason):
            (changed if row.pk else new).append(row)
            row.answer, row.reason = given.answer, reason
    keep_many(new, by=by, why="save_file_audit")
    keep_changed(changed, ["answer", "reason"], by=by, why="save_file_audit")


@act
def raise_audit_action(
    *, by: Account, file: SampledFile, question: str, what: str, owner: Worker, due_on: date
) -> AuditAction:
    """Say what is to be done about something an audit found, who does it, and by which day.

    Args:
        owner: somebody who works for the council, or for the provider of the file, today.

    Raises:
        NotAFinding: the question was met, did not apply, or the file is not audited.
        WrongDates: the day is past.
        RoleNotOfThisOrganisation: the owner works neither for the council nor for the file's provider.
    """
    file = lock_file(file)
    permission = permit_on_file("raise_audit_action", by, file, roles=_roles_for(by, file.auditor_id))
    _check_open(permission, by, file)
    today = timezone.localdate()
    found = AuditAnswer.objects.filter(audit__file=file, question=question, answer__in=FINDINGS)
    if not found.exists():
        raise NotAFinding("Choose something that the audit found not met, or met in part.")
    if not what.strip():
        raise NothingSaid("Write what is to be done.")
    if due_on < today:
        raise WrongDates("The day by which it is done cannot be past.")
    _check_owner(owner, [file.sample.council_id, file.plan.provider_id], today)
    check_named(file, owner)
    action = AuditAction(
        file=file,
        council=file.sample.council,
        question=question,
        what=what.strip(),
        owner=owner,
        due_on=due_on,
        raised_on=today,
        raised_by=by,
    )
    keep(action, by=by, why="raise_audit_action")
    detail = {"action": action.pk, "question": question, "owner": owner.pk, "due": due_on}
    record_on_file(permission, file, detail)
    return action


@act
def close_audit_action(*, by: Account, action: AuditAction, what_was_done: str) -> AuditAction:
    """Close an action with what was done; the council closes it, whoever did it.

    Raises:
        AlreadyThere: it was closed before.
        NothingSaid: it is not said what was done.
    """
    action = AuditAction.objects.select_for_update(of=("self",)).select_related("owner").get(pk=action.pk)
    file = lock_file(SampledFile(pk=action.file_id))
    roles = _roles_for(by, file.auditor_id, action.owner_id)
    permission = permit_on_file("close_audit_action", by, file, roles=roles)
    _check_open(permission, by, file)
    if action.closed_on:
        raise AlreadyThere("The action is closed already.")
    if not what_was_done.strip():
        raise NothingSaid("Write what was done.")
    action.closed_on, action.closed_by, action.what_was_done = timezone.localdate(), by, what_was_done.strip()
    keep(action, by=by, why="close_audit_action")
    record_on_file(permission, file, {"action": action.pk})
    return action


def _roles_for(by: Account, *own: int | None) -> frozenset[str]:
    """Whoever it is the own work of, in any role of the council; of others only those who oversee."""
    return COUNCIL_STAFF if by.worker_id in own and by.worker_id is not None else OVERSEERS


def _check_owner(owner: Worker, organisations: Sequence[int], today: date) -> None:
    posts = Post.objects.live_on(today).filter(worker=owner, organisation__in=organisations)
    if not posts.exists():
        raise RoleNotOfThisOrganisation(f"{owner} works neither for the council nor for the provider of this file.")
