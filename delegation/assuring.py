"""The acts of assurance: the Director signs a review; an exception gets an owner and a day, and is closed.

Source: Local Authority Social Services Act 1970 s.6; Care Act 2014 s.79(6).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from delegation.assurance import OVERDUE_COUNTED, Assurance, assurance_of, overdue_today
from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, Act, AssuranceException, AssuranceReview, Organisation, Post, Worker
from delegation.records import said
from delegation.refusals import AlreadyThere, NothingSaid, NotTheDirector, RoleNotOfThisOrganisation, WrongDates
from delegation.register import act, keep, note, record
from delegation.schedule import FUNCTIONS


@act
def sign_assurance_review(*, by: Account, council: Organisation, remarks: str) -> AssuranceReview:
    """Sign that the Director saw each function with its evidence; what was seen is frozen, with its SHA-256.

    The Director alone signs, in person: whoever covers for them does not.

    Raises:
        NotTheDirector: the authority was another's, through cover.
        NothingSaid: no remarks are written.
    """
    permission = _permit("sign_assurance_review", by, council, "assurance_review", council.key)
    if permission.cover is not None:
        raise NotTheDirector("The Director signs the review in person. Cover does not reach it.")
    found = said(remarks, "Write what you found, or that there was nothing to find.")
    Organisation.objects.select_for_update(no_key=True).get(pk=council.pk)  # two signatures are numbered in turn
    seen = assurance_of(council)
    content = content_of(seen)
    review = AssuranceReview.objects.create(
        council=council,
        number=seen.since.number + 1 if seen.since else 1,
        until_line=seen.to_line,
        remarks=found,
        content=content,
        sha256=hash_of_content(content),
        signed_at=timezone.now(),
        signed_by=by,
        post=permission.post,
    )
    record(
        permission,
        subject_kind="assurance_review",
        subject=f"{council.key}:{review.number}",
        detail={"sha256": review.sha256, **seen.counts},
    )
    return review


@act
def raise_assurance_exception(
    *, by: Account, council: Organisation, function: str, what: str, owner: Worker, due_on: date
) -> AssuranceException:
    """Say what is not as it must be, who of the council mends it, and by which day.

    Raises:
        WrongDates: the day is past.
        RoleNotOfThisOrganisation: the owner holds no post in the council today.
    """
    permission = _permit("raise_assurance_exception", by, council, "function", function)
    today = timezone.localdate()
    if function not in FUNCTIONS:
        raise NothingSaid("Choose a function of the schedule.")
    if not what.strip():
        raise NothingSaid("Write what is not as it must be.")
    if due_on < today:
        raise WrongDates("The day by which it is mended cannot be past.")
    if not Post.objects.live_on(today).filter(worker=owner, organisation=council).exists():
        raise RoleNotOfThisOrganisation(f"{owner} holds no post in {council} today.")
    exception = AssuranceException(
        council=council,
        function=function,
        what=what.strip(),
        owner=owner,
        due_on=due_on,
        raised_on=today,
        raised_by=by,
    )
    keep(exception, by=by, why=what.strip())
    detail = {"exception": exception.pk, "owner": owner.pk, "due": due_on}
    record(permission, subject_kind="function", subject=function, reason=what.strip(), detail=detail)
    return exception


@act
def close_assurance_exception(*, by: Account, exception: AssuranceException, because: str) -> AssuranceException:
    """Close an exception with what was done about it.

    Raises:
        AlreadyThere: it was closed before.
    """
    exception = AssuranceException.objects.select_for_update().select_related("council").get(pk=exception.pk)
    permission = _permit("close_assurance_exception", by, exception.council, "function", exception.function)
    if exception.closed_on:
        raise AlreadyThere("The exception is closed already.")
    if not because.strip():
        raise NothingSaid("Write what was done about it.")
    exception.closed_on, exception.closed_by, exception.closed_because = timezone.localdate(), by, because.strip()
    keep(exception, by=by, why=because.strip())
    detail = {"exception": exception.pk}
    record(permission, subject_kind="function", subject=exception.function, reason=because.strip(), detail=detail)
    return exception


def count_overdue_work(council: Organisation) -> Act:
    """Write into the register what is past its day today in the work of each function, for who looks back later.

    Meant for every night (`manage.py count_overdue_work`): queues and registers keep no past of their own.
    """
    late = {function: overdue.number for function, overdue in overdue_today(council).items()}
    return note(
        council=council,
        verb=OVERDUE_COUNTED,
        subject_kind="assurance",
        subject=council.key,
        reason="What was past its day was counted.",
        detail={"late": late},
    )


def content_of(seen: Assurance) -> dict[str, Any]:
    """What a review freezes of what was seen, as plain JSON values."""
    return {
        "council": seen.council.key,
        "as_at": seen.as_at.isoformat(),
        "from_line": seen.from_line,
        "to_line": seen.to_line,
        "register_hash": seen.register_hash,
        "lines": [
            {
                "function": line.function.key,
                "title": line.function.title,
                "source": line.function.source,
                "position": line.function.lawful_position,
                "held": sorted(one.organisation.name for one in line.held),
                "done": line.evidence.done,
                "done_outside": line.evidence.done_outside,
                "refused": line.evidence.refused,
                "sampled": line.sampled.files,
                "sampled_partly": line.sampled.partly,
                "sampled_not_met": line.sampled.not_met,
                "overdue": line.overdue.number if line.overdue else None,
                "colour": line.colour,
                "why": line.why,
            }
            for line in seen.lines
        ],
    }


def hash_of_content(content: Mapping[str, Any]) -> str:
    """The SHA-256 of a review's content as canonical JSON, in hexadecimal."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _permit(verb: str, by: Account, council: Organisation, subject_kind: str, subject: str) -> Permission:
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    return permit(replace(question, subject_kind=subject_kind, subject=subject))
