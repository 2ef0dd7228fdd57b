"""The acts of the years of an approval: training completed, and acting for another council.

Source: SI 2008/1206 reg 5(a) and (b).
"""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from delegation.amhp.asking import check_state, lock, permit_on, refuse_past, tell
from delegation.amhp.records import is_past_its_term, set_due
from delegation.models import Account, AmhpActing, AmhpApproval, AmhpTraining, Organisation
from delegation.models.amhp import STANDING
from delegation.records import said
from delegation.refusals import AlreadyThere, NothingSaid, WrongAmount, WrongDates, WrongState
from delegation.register import act, keep
from delegation.wording import long_day

MOST_HOURS = Decimal(100)
QUARTER_OF_AN_HOUR = Decimal("0.25")


@act
def record_amhp_training(
    *, by: Account, approval: AmhpApproval, completed_on: date, hours: Decimal, what: str
) -> AmhpTraining:
    """Record agreed training the AMHP completed; it counts in the approval year of its day (reg 5(a)).

    Args:
        hours: in quarters of an hour.

    Raises: WrongAmount; NothingSaid; WrongDates outside the approval; WrongState where it is not live.
    """
    approval = lock(approval)
    permission = permit_on("record_amhp_training", by, approval)
    check_state(approval, *STANDING)
    if not what.strip():
        raise NothingSaid("Write what the training was.")
    if not 0 < hours <= MOST_HOURS or hours % QUARTER_OF_AN_HOUR:
        raise WrongAmount("Enter the hours as more than 0 and at most 100, in quarters of an hour.")
    refuse_past(completed_on)
    _refuse_outside(approval, completed_on)
    training = AmhpTraining(
        approval=approval, completed_on=completed_on, hours=hours, what=what.strip(), recorded_by=by
    )
    keep(training, by=by, why="Training recorded")
    if set_due(approval):
        keep(approval, by=by, why="Training recorded")
    tell(permission, approval, detail={"completed": completed_on, "hours": hours})
    return training


@act
def record_amhp_acting(
    *, by: Account, approval: AmhpApproval, authority: str, from_day: date, told_on: date
) -> AmhpActing:
    """Record that the AMHP told the council of agreeing to act for another council (reg 5(b)).

    Args:
        authority: the name of the other council.
        told_on: when the AMHP told it.

    Raises: NothingSaid; WrongDates; WrongState where it is not in force; AlreadyThere.
    """
    approval = lock(approval)
    permission = permit_on("record_amhp_acting", by, approval)
    check_state(approval, "in_force")
    if is_past_its_term(approval, timezone.localdate()):
        raise WrongState(f"The five years ended on {long_day(approval.last_day)}.")
    name = said(authority, "Enter the name of another council.")
    if name.lower() == approval.council.name.lower():
        raise NothingSaid("Enter the name of another council.")
    refuse_past(told_on)
    _refuse_outside(approval, from_day)
    if approval.acting.filter(authority__iexact=name, to_day=None).exists():
        raise AlreadyThere(f"They act for {name} already.")
    acting = AmhpActing(
        approval=approval,
        number=approval.acting.count() + 1,
        authority=name,
        for_council=Organisation.objects.filter(kind=Organisation.Kind.COUNCIL, name__iexact=name).first(),
        from_day=from_day,
        told_on=told_on,
        recorded_by=by,
    )
    keep(acting, by=by, why="The AMHP told the council")
    tell(permission, approval, detail={"authority": name, "from": from_day, "told": told_on})
    return acting


@act
def end_amhp_acting(*, by: Account, acting: AmhpActing, to_day: date, end_told_on: date) -> AmhpActing:
    """Record that the AMHP told the council of no longer acting for another council (reg 5(b)).

    Raises: AlreadyThere; WrongDates.
    """
    approval = lock(acting.approval)
    permission = permit_on("end_amhp_acting", by, approval)
    acting = approval.acting.get(pk=acting.pk)
    if acting.to_day:
        raise AlreadyThere(f"It ended on {long_day(acting.to_day)} already.")
    refuse_past(end_told_on)
    if to_day < acting.from_day:
        raise WrongDates(f"It would end before it begins on {long_day(acting.from_day)}.")
    acting.to_day, acting.end_told_on = to_day, end_told_on
    keep(acting, by=by, why="The AMHP told the council")
    tell(permission, approval, detail={"authority": acting.authority, "to": to_day, "told": end_told_on})
    return acting


def _refuse_outside(approval: AmhpApproval, day: date) -> None:
    first, last = approval.decided_on, approval.last_day
    if first is None or last is None or not first <= day <= last:
        raise WrongDates(f"The approval runs from {long_day(first)} to {long_day(last)}.")
