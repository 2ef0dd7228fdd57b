"""What every act on an approval begins and ends with: the lock, the guard, the state, the line of the register."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils import timezone

from delegation.amhp.records import KIND
from delegation.amhp.words import STATES
from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, AmhpApproval, Organisation, Worker
from delegation.records import said
from delegation.refusals import WrongDates, WrongState
from delegation.register import record
from delegation.registration.records import lock_worker


def lock(approval: AmhpApproval) -> AmhpApproval:
    """The approval as it stands now; whatever else concerns its worker waits until the act is whole."""
    lock_worker(approval.worker_id)
    found = AmhpApproval.objects.select_related("council", "worker", "registration")
    return found.get(pk=approval.pk)


def permit_on(verb: str, by: Account, approval: AmhpApproval) -> Permission:
    """The guard's answer for an act on this approval."""
    return permit_to(verb, by, approval.council, approval.worker, approval.ref)


def permit_to(verb: str, by: Account, council: Organisation, worker: Worker, subject: str = "") -> Permission:
    """The guard's answer; nobody acts on their own approval."""
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    return permit(replace(question, hands={worker.pk: "the applicant"}, subject_kind=KIND, subject=subject))


def check_state(approval: AmhpApproval, *states: str) -> None:
    """Raises WrongState where the approval stands elsewhere."""
    if approval.state not in states:
        raise WrongState(f"The record is now: {STATES[approval.state].lower()}. This cannot be done to it.")


def refuse_past(day: date) -> None:
    """Raises WrongDates for a day that has not come."""
    if day > timezone.localdate():
        raise WrongDates("The day cannot be after today.")


def say(words: str) -> str:
    """The reasons as they are kept; NothingSaid where there are none, NotKept where no database keeps them."""
    return said(words, "Write the reasons: the notice gives them.")


def tell(
    permission: Permission,
    approval: AmhpApproval,
    *,
    reason: str = "",
    detail: Mapping[str, object] | None = None,
) -> None:
    """The act in the register."""
    record(permission, subject_kind=KIND, subject=approval.ref, reason=reason.strip(), detail=detail)
