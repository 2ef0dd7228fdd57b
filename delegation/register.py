"""The register of acts: one line for every function exercised or refused and for every record read.

A line is written in the transaction of the change it tells of. A refused act rolls its change back and is written
afterwards, in a transaction of its own, so it survives. Lines of one council are chained by hash; the database
itself refuses to change or remove one.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from delegation.authority import Permission, Question, answered
from delegation.models import Account, Act, Organisation, Post, RegisterHead
from delegation.refusals import Refused
from delegation.schedule import FUNCTIONS
from delegation.unfit import made_fit, refuse_unfit, refuse_unfit_words

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)

# Two servers' clocks may differ by a moment; a larger step back is written as it is, and a promise shows it.
CLOCK_TOLERANCE = timedelta(seconds=1)

# What the hash holds, in this order; the order and the words are part of the format and never change.
HASHED = (
    "council_id",
    "seq",
    "at",
    "day",
    "outcome",
    "verb",
    "function",
    "source",
    "account_id",
    "worker_id",
    "post_id",
    "organisation_id",
    "authorisation_id",
    "subject_kind",
    "subject",
    "amount_weekly",
    "amount_whole_life",
    "refusal",
    "reason",
    "detail",
)


@dataclass
class _Whole:
    """What one whole act has met on its way: what was refused, and the lines that wait for its end."""

    refusals: list[Refused] = field(default_factory=list)
    lines: list[Act] = field(default_factory=list)


_under_way: ContextVar[_Whole | None] = ContextVar("whole_under_way", default=None)


@contextmanager
def whole() -> Iterator[None]:
    """Make several services one: all of it is kept or none, and what was refused is written to the register after.

    The outermost one opens the transaction and refuses (RuntimeError) to be inside a plain `transaction.atomic()`,
    because a rollback out there would lose the refusal.
    """
    outer = _under_way.get()
    if outer is not None:
        written = len(outer.lines)
        try:
            with _remembering(outer), transaction.atomic():
                yield
        except BaseException:
            del outer.lines[written:]  # what was undone leaves no line
            raise
        return
    own = _Whole()
    token = _under_way.set(own)
    asked = answered.set(None)
    try:
        with _remembering(own), transaction.atomic(durable=True):
            yield
            _write_lines(own.lines)
    finally:
        answered.reset(asked)
        _under_way.reset(token)
        _write_refusals(own.refusals)


def act(service: Callable[P, R]) -> Callable[P, R]:
    """Make a service one whole: a refusal undoes its change, is written to the register, and is raised again."""

    @wraps(service)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        with whole():
            return service(*args, **kwargs)

    wrapped.is_act = True  # type: ignore[attr-defined]
    return wrapped


def record(
    permission: Permission,
    *,
    subject_kind: str,
    subject: str,
    reason: str = "",
    weekly: Decimal | None = None,
    whole_life: Decimal | None = None,
    detail: Mapping[str, Any] | None = None,
) -> Act:
    """Write that a function was exercised. The line gets its place and its hash when the outermost whole ends.

    Args:
        permission: the guard's answer.
        subject_kind, subject: what it was done to, by public reference, never by name.
        reason: the person's own reason, where the act asks one.
        weekly, whole_life: pounds, where money was agreed.
        detail: anything else worth proving later; plain JSON values.
    """
    refuse_unfit_words(reason, detail)
    question = permission.question
    return _write(
        council=question.council,
        outcome=Act.Outcome.EXERCISED,
        verb=question.act,
        function=question.function,
        source=permission.source,
        account_id=question.by.pk,
        worker_id=question.by.worker_id,
        post_id=permission.post.pk,
        organisation_id=permission.post.organisation_id,
        authorisation_id=permission.authorisation.pk if permission.authorisation else None,
        subject_kind=subject_kind,
        subject=subject,
        amount_weekly=_pence(question.weekly if weekly is None else weekly),
        amount_whole_life=_pence(question.whole_life if whole_life is None else whole_life),
        reason=reason,
        detail={"because": permission.reason, **_plain(detail)},
        day=question.on,
    )


@act
def record_reading(*, by: Account, council: Organisation, subject_kind: str, subject: str) -> Act:
    """Write that somebody read a person's record, and in which post."""
    today = timezone.localdate()
    post = Post.objects.live_on(today).filter(worker_id=by.worker_id).order_by("pk").first() if by.worker_id else None
    return _write(
        council=council,
        outcome=Act.Outcome.READ,
        verb="read",
        account_id=by.pk,
        worker_id=by.worker_id,
        post_id=post.pk if post else None,
        organisation_id=post.organisation_id if post else None,
        subject_kind=subject_kind,
        subject=subject,
    )


@act
def note(
    *,
    council: Organisation,
    verb: str,
    subject_kind: str,
    subject: str,
    reason: str,
    by: Account | None = None,
    post: Post | None = None,
    detail: Mapping[str, Any] | None = None,
) -> Act:
    """Write what exercised no function but must be known: the setting-up of a council, a fuse that burnt."""
    refuse_unfit_words(reason, detail)
    return _write(
        council=council,
        outcome=Act.Outcome.NOTED,
        verb=verb,
        account_id=by.pk if by else None,
        worker_id=by.worker_id if by else None,
        post_id=post.pk if post else None,
        organisation_id=post.organisation_id if post else None,
        subject_kind=subject_kind,
        subject=subject,
        reason=reason,
        detail=_plain(detail),
    )


def keep(instance: models.Model, *, by: Account | None, why: str) -> None:
    """Save a record, and in its history who changed it and why. Raises NotKept for what no database keeps."""
    refuse_unfit([instance], why)
    instance._history_user = by  # type: ignore[attr-defined]
    instance._change_reason = why  # type: ignore[attr-defined]
    instance.save()


def keep_each(records: Sequence[tuple[M, str]], *, by: Account) -> None:
    """Save records of one kind, one after another in this order, each with its own why; their history in one statement.

    For what ends and what stands in its place, where the first must be saved before the second can be.
    """
    refuse_unfit([instance for instance, _ in records], [why for _, why in records])
    lines = []
    for instance, why in records:
        lines.append((instance, "+" if instance._state.adding else "~", why))
        instance.skip_history_when_saving = True  # type: ignore[attr-defined]
        instance.save()
        del instance.skip_history_when_saving  # type: ignore[attr-defined]
    _write_history(lines, by=by)


def _write_history(lines: Sequence[tuple[models.Model, str, str]], *, by: Account) -> None:
    history, moment = lines[0][0].history.model, timezone.now()  # type: ignore[attr-defined]
    history.objects.bulk_create(
        history(
            history_date=moment,
            history_type=kind,
            history_user=by,
            history_change_reason=why,
            **{field.attname: getattr(instance, field.attname) for field in history.tracked_fields},
        )
        for instance, kind, why in lines
    )


def keep_many(instances: Sequence[M], *, by: Account | None, why: str) -> list[M]:
    """Add several new records of one kind in one statement, each with its line of history."""
    if not instances:
        return []
    refuse_unfit(instances, why)
    return list(
        bulk_create_with_history(list(instances), type(instances[0]), default_user=by, default_change_reason=why)
    )


def keep_changed(instances: Sequence[M], fields: Sequence[str], *, by: Account | None, why: str) -> None:
    """Save some fields of several records of one kind in one statement, each with its line of history."""
    if instances:
        refuse_unfit(instances, why)
        kind = type(instances[0])
        bulk_update_with_history(list(instances), kind, fields, default_user=by, default_change_reason=why)


def hash_of(previous_hash: str, values: Mapping[str, Any]) -> str:
    """The hash of one line: SHA-256 over the hash before it and the line as canonical JSON."""
    line = _as_one_line([values[name] for name in HASHED])
    return hashlib.sha256((previous_hash + line).encode()).hexdigest()


def _write(*, council: Organisation, **values: Any) -> Act:
    """A line of the council's register: written at the end of the whole under way, or at once where there is none."""
    line = Act(council_id=council.pk, **values)
    under_way = _under_way.get()
    if under_way is None:
        _write_lines([line])
    else:
        under_way.lines.append(line)
    return line


def _write_lines(lines: Sequence[Act]) -> None:
    """Give each line its place behind the last of its council; councils in order, so that none waits for another."""
    councils: dict[int, list[Act]] = {}
    for line in lines:
        councils.setdefault(line.council_id, []).append(line)
    for council_id in sorted(councils):
        _append(council_id, councils[council_id])


def _append(council_id: int, lines: Sequence[Act]) -> None:
    head = _lock_head(council_id)
    now = timezone.now()
    if head.at and now < head.at <= now + CLOCK_TOLERANCE:
        now = head.at
    seq, before = head.seq, head.hash
    for line in lines:
        seq += 1
        line.seq, line.at, line.previous_hash = seq, now, before
        line.day = line.day or timezone.localdate(now)
        line.hash = before = hash_of(before, {name: getattr(line, name) for name in HASHED})
    Act.objects.bulk_create(lines)
    RegisterHead.objects.filter(pk=head.pk).update(seq=seq, hash=before, at=now)


def _lock_head(council_id: int) -> RegisterHead:
    heads = RegisterHead.objects.select_for_update().filter(council_id=council_id)
    for head in heads:
        return head
    RegisterHead.objects.get_or_create(council_id=council_id)
    return heads.get()


@contextmanager
def _remembering(whole_act: _Whole) -> Iterator[None]:
    """Keep each refusal once, with the question it answers, while it passes on its way out."""
    try:
        yield
    except Refused as refused:
        permission = answered.get()
        if refused.question is None and permission is not None:
            refused.question, refused.post = permission.question, permission.post
        if not any(known is refused for known in whole_act.refusals):
            whole_act.refusals.append(refused)
        raise


def _write_refusals(refusals: list[Refused]) -> None:
    """Each in the register of the council whose function was asked; without a question there is no such council."""
    for refused in refusals:
        if refused.question is not None:
            with transaction.atomic():
                _write_refusal(refused, refused.question)


def _write_refusal(refused: Refused, question: Question) -> Act:
    function = FUNCTIONS.get(question.function)
    return _write(
        council=question.council,
        outcome=Act.Outcome.REFUSED,
        verb=question.act,
        function=question.function if function else "",
        source=function.source if function else "",
        account_id=question.by.pk,
        worker_id=question.by.worker_id,
        post_id=refused.post.pk if refused.post else None,
        organisation_id=refused.post.organisation_id if refused.post else None,
        subject_kind=question.subject_kind,
        subject=question.subject,
        amount_weekly=_pence(question.weekly),
        amount_whole_life=_pence(question.whole_life),
        refusal=refused.name,
        reason=made_fit(refused.sentence),
        day=question.on,
    )


def _pence(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else Decimal(amount).quantize(Decimal("0.01"))


def _plain(detail: Mapping[str, Any] | None) -> dict[str, Any]:
    """The detail as JSON gives it back, so that the hash is over what will be read."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(detail or {}), default=str))
    return plain


def _canonical(value: Any) -> str:
    """What JSON has no word for, in the one way the hash knows."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    raise TypeError(f"a line of the register cannot hold {value!r}")


_as_one_line = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_canonical).encode
