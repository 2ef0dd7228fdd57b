"""The approval before an application: by which council, from which day to which, or its record in this register.

Source: SI 2008/1206 regs 3(3), 4 and 8(1).
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from delegation.amhp.rules import why_no_earlier_approval
from delegation.models import AmhpApproval, Organisation, Worker
from delegation.models.amhp import APPROVED
from delegation.refusals import NotApprovable, NothingSaid, WrongDates
from delegation.wording import long_day, tidy_name


@dataclass(frozen=True, kw_only=True)
class Before:
    """The latest approval before an application: its record here, or its council and its days."""

    earlier: AmhpApproval | None = None
    earlier_council: str = ""
    earlier_from: date | None = None
    earlier_to: date | None = None

    @property
    def is_said(self) -> bool:
        return any((self.earlier, self.earlier_council, self.earlier_from, self.earlier_to))


def refuse_unless_it_was(before: Before, worker: Worker, council: Organisation, applied_on: date) -> None:
    """Raises NothingSaid, NotApprovable or WrongDates where the approval before cannot have been as it is told."""
    if before.earlier and before != Before(earlier=before.earlier):
        said = "Choose the earlier approval from this register, or name its council and days, not both."
        raise NothingSaid(said, at="earlier_council")
    if before.earlier:
        _refuse_unless_theirs(before.earlier, worker, council, applied_on)
    elif before.is_said:
        _refuse_unless_told_whole(before, council, applied_on)


def _refuse_unless_theirs(earlier: AmhpApproval, worker: Worker, council: Organisation, applied_on: date) -> None:
    theirs = earlier.worker_id == worker.pk and earlier.council_id == council.pk
    if not theirs or earlier.decided_on is None or earlier.state not in APPROVED:
        said = f"{earlier.ref} is no approval of {worker.name} by {council}. Choose one of theirs, or none."
        raise NotApprovable(said, at="earlier")
    if earlier.decided_on > applied_on:
        said = f"{earlier.ref} was approved on {long_day(earlier.decided_on)}, after this application. Choose another."
        raise WrongDates(said, at="earlier")


def _refuse_unless_told_whole(before: Before, council: Organisation, applied_on: date) -> None:
    if not before.earlier_council:
        raise NothingSaid("Enter the name of the council that approved them before.", at="earlier_council")
    if before.earlier_to is None and tidy_name(before.earlier_council) == tidy_name(council.name):
        said = (
            f"Where {council} approves them still, choose the approval from this register. Otherwise say its last day."
        )
        raise NothingSaid(said, at="earlier_to")
    wrong = why_no_earlier_approval(
        from_day=before.earlier_from, to_day=before.earlier_to, applied_on=applied_on, today=timezone.localdate()
    )
    if wrong:
        raise WrongDates(wrong[1], at=wrong[0])
