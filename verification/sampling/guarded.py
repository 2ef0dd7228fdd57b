"""Tells the guard's pages which acts sampling has, and the Director how its work stands."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from delegation.authority import Permission, would_permit
from delegation.counting import NONE, Counting
from delegation.guarded import COUNCIL_STAFF, OVERSEERS, GuardedAct, tell_of_acts
from delegation.models import Account, Organisation, Post
from delegation.registers import Register, tell_of_register
from delegation.schedule import ROLES
from delegation.services import OVERSIGHT
from delegation.work import Work, tell_of_work
from verification.models import AuditAction, SampledFile


def _own(verb: str, roles: frozenset[str] = OVERSEERS) -> GuardedAct:
    return GuardedAct(verb=verb, function=OVERSIGHT, side="council", roles=roles)


tell_of_acts(
    (
        _own("see_samples"),
        _own("draw_sample"),
        _own("name_file_auditor"),
        _own("replace_drawn_file"),
        # The council's named auditor of the file, whatever their role; the service says who that is.
        _own("save_file_audit", COUNCIL_STAFF),
        # Overseers; also the auditor of the file and, to close, whoever of the council owns the action.
        _own("raise_audit_action"),
        _own("close_audit_action"),
    )
)


def _is_open_to(account: Account, council: Organisation) -> bool:
    question = _own("see_samples").question(by=account, council=council, on=timezone.localdate())
    return isinstance(would_permit(question), Permission)


def _standing(council: Organisation, on: date) -> list[Counting]:
    """Files drawn and not yet audited, and actions not yet done."""
    files = SampledFile.objects.filter(sample__council=council, state=SampledFile.State.DRAWN, audit=None)
    actions = AuditAction.objects.filter(council=council, closed_on=None)
    return [Counting(rows=files, late=NONE), Counting(rows=actions, late=Q(due_on__lt=on))]


def _of_holder(post: Post, on: date) -> list[Counting]:
    """The files somebody is to audit, and the actions that are theirs."""
    files = SampledFile.objects.filter(auditor=post.worker_id, state=SampledFile.State.DRAWN, audit=None)
    actions = AuditAction.objects.filter(owner=post.worker_id, closed_on=None)
    return [Counting(rows=files, late=NONE), Counting(rows=actions, late=Q(due_on__lt=on))]


tell_of_register(
    Register(
        key="sampling",
        title="Case-file sampling",
        says="Files drawn by chance, audited by the council’s own people, and what is done about what they find.",
        function=OVERSIGHT,
        sections="Care Act 2014 s.79(6)",
        address="verification:samples",
        is_open_to=_is_open_to,
        standing=_standing,
    )
)
tell_of_work(
    Work(
        title="Case-file audits: files and actions of yours",
        address="verification:my_sampling",
        roles=frozenset(ROLES),
        standing=_of_holder,
    )
)
