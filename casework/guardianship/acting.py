"""Somebody else does a private guardian's work while illness or another cause keeps the guardian from it.

The guardian stays guardian. The council does it, or whoever the council approves for the purpose.
Source: Mental Health Act 1983 s.10(2) (general knowledge).
"""

from datetime import date

from django.utils import timezone

from casework.details import field_faults
from casework.guardianship.lock import (
    KIND,
    ask,
    check_in_force,
    guardian_of,
    lock_guardianship,
    say,
    settle,
    stop_acting,
)
from casework.guardianship.words import ACTING
from casework.models import ActingGuardian, Guardian, Guardianship
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from delegation.models import Account
from delegation.refusals import Fault, WrongDates
from delegation.register import act, keep, record


@act
def approve_acting_guardian(
    *, by: Account, guardianship: str, kind: str, name: str, address: str, from_day: date, because: str
) -> ActingGuardian:
    """Have the council, or somebody it approves, act for a private guardian who is incapacitated.

    Args: whether the council or a person acts; what keeps the guardian from acting. Raises AlreadyRecorded, NotKept.
    Source: s.10(2).
    """
    held = lock_guardianship(guardianship)
    permission = ask("approve_acting_guardian", held, by)
    check_in_force(held, from_day)
    guardian = guardian_of(held)
    if guardian.acted_for.filter(to_day__isnull=True).exists():
        raise AlreadyRecorded("Somebody acts for this guardian already.")
    acting = ActingGuardian(
        guardian=guardian,
        kind=kind,
        name=held.council.name if kind == "council" else name.strip(),
        address="" if kind == "council" else address.strip(),
        incapacitated_because=say(because, "Write what keeps the guardian from acting."),
        from_day=from_day,
        approved_at=timezone.now(),
        approved_by=by,
    )
    refuse_faults(_faults(acting, guardian, held), "This cannot be approved")
    keep(acting, by=by, why=acting.incapacitated_because)
    settle(held, by=by, why="somebody acts for the guardian", guardian=guardian)
    detail = {"kind": kind, "from_day": from_day}
    record(permission, subject_kind=KIND, subject=held.ref, reason=acting.incapacitated_because, detail=detail)
    return acting


def _faults(acting: ActingGuardian, guardian: Guardian, held: Guardianship) -> list[Fault]:
    faults = field_faults(acting, ["name", "address", "incapacitated_because"])
    if guardian.kind != "private":
        faults.append(Fault("", "The council itself is guardian: this is for a private guardian (s.10(2))."))
    if acting.kind not in ACTING:
        faults.append(Fault("kind", "Choose who acts for the guardian."))
    if guardian.from_day and acting.from_day < guardian.from_day:
        faults.append(Fault("from_day", "The guardian was not guardian yet on that day."))
    return faults


@act
def end_acting_guardian(*, by: Account, guardianship: str, on: date, because: str) -> ActingGuardian:
    """Record that the guardian can act again, or that the council withdrew its approval. Source: s.10(2)."""
    held = lock_guardianship(guardianship)
    permission = ask("end_acting_guardian", held, by)
    check_in_force(held, on)
    acting = guardian_of(held).acted_for.select_for_update().filter(to_day__isnull=True).first()
    if acting is None:
        raise NotKept("Nobody acts for the guardian.")
    if on < acting.from_day:
        raise WrongDates("It ended after it began.")
    stop_acting(acting, on=on, by=by, because=say(because, "Write why it ends."))
    settle(held, by=by, why=acting.ended_because)
    record(permission, subject_kind=KIND, subject=held.ref, reason=acting.ended_because, detail={"on": on})
    return acting
