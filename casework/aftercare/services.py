"""The acts of after-care. Source: Mental Health Act 1983 s.117(2); Care Act 2014 s.79(1)(b)."""

from datetime import date

from django.utils import timezone

from casework import asking
from casework.aftercare.flows import BOARD_DECIDED, ENDED, RECORDED, AfterCareFlow
from casework.charging.services import bar_charges
from casework.details import field_faults, unfit_text
from casework.models import AfterCare
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from casework.services.people import lock_person
from delegation import route
from delegation.authority import Permission, permit
from delegation.models import Account
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound, NothingSaid
from delegation.register import act, keep, record

KIND = "aftercare"


@act
def record_aftercare(*, by: Account, person: str, from_day: date, needs: str, icb_name: str) -> AfterCare:
    """Record that a person has after-care, for which needs and with which integrated care board.

    What they are charged ends with it, unless it was said why that support is no part of after-care.
    Raises AlreadyRecorded where theirs has not ended. Source: Mental Health Act 1983 s.117(1)-(2).
    """
    held = lock_person(person)
    permission = asking.ask("record_aftercare", by, held)
    aftercare = AfterCare(
        ref=new_reference("AC"),
        council=held.council,
        provider=held.provider,
        person=held,
        from_day=from_day,
        needs=needs,
        icb_name=icb_name,
        recorded_at=timezone.now(),
        recorded_by=by,
    )
    faults = field_faults(aftercare, ["from_day", "needs", "icb_name"])
    if from_day > timezone.localdate():
        faults.append(Fault("from_day", "After-care began today or before."))
    refuse_faults(faults, "This after-care cannot be kept")
    if held.aftercare.filter(ended_on__isnull=True).exists():
        raise AlreadyRecorded("The person’s after-care is already recorded.")
    keep(aftercare, by=by, why="recorded")
    route.begin(AfterCareFlow, KIND, aftercare.ref, state=RECORDED)
    barred = bar_charges(held, by=by, aftercare=aftercare.ref)
    detail = {"person": held.ref, "charges_ended": barred}
    record(permission, subject_kind=KIND, subject=aftercare.ref, detail=detail)
    return aftercare


@act
def record_board_decision(
    *, by: Account, aftercare: str, decided_on: date, signed_by: str, reference: str = ""
) -> AfterCare:
    """Record that the integrated care board has decided that after-care is no longer needed. It ends nothing alone.

    Source: Mental Health Act 1983 s.117(2).
    """
    held = _lock(aftercare)
    permission = _ask("record_board_decision", held, by)
    _check_live(held)
    is_first = held.icb_decided_on is None
    held.icb_decided_on, held.icb_signed_by, held.icb_reference = decided_on, signed_by, reference
    faults = field_faults(held, ["icb_decided_on", "icb_signed_by", "icb_reference"])
    if not signed_by.strip():
        faults.append(Fault("icb_signed_by", "Write who signed for the board."))
    if not held.from_day <= decided_on <= timezone.localdate():
        faults.append(Fault("icb_decided_on", "The board decided today or before, and after the after-care began."))
    refuse_faults(faults, "This decision cannot be kept")
    keep(held, by=by, why="the board decided")
    if is_first:
        route.finish(AfterCareFlow, KIND, held.ref, "board", state=BOARD_DECIDED, by=by)
    record(permission, subject_kind=KIND, subject=held.ref, detail={"decided_on": decided_on})
    return held


@act
def end_aftercare(*, by: Account, aftercare: str, because: str) -> AfterCare:
    """End after-care, the council being satisfied with the board that it is no longer needed.

    Raises NotKept where the board has not decided: neither body ends it alone.
    Source: Mental Health Act 1983 s.117(2).
    """
    held = _lock(aftercare)
    permission = _ask("end_aftercare", held, by)
    _check_live(held)
    if held.icb_decided_on is None:
        raise NotKept(f"{held.icb_name} has not decided yet. Neither body ends after-care alone (s.117(2)).")
    if not because.strip() or unfit_text(because):
        raise NothingSaid("Write why the person no longer needs it.")
    held.ended_on, held.ended_at, held.ended_by = timezone.localdate(), timezone.now(), by
    held.ended_because = because.strip()
    keep(held, by=by, why=because.strip())
    route.finish(AfterCareFlow, KIND, held.ref, "council", state=ENDED, by=by)
    record(permission, subject_kind=KIND, subject=held.ref, reason=because.strip())
    return held


def _lock(ref: str) -> AfterCare:
    try:
        found = AfterCare.objects.select_for_update(of=("self",)).select_related("council", "person")
        return found.get(ref=ref)
    except AfterCare.DoesNotExist:
        raise NotFound(f"There is no after-care {ref}.") from None


def _check_live(held: AfterCare) -> None:
    if held.ended_on:
        raise AlreadyRecorded("This after-care has ended.")


def _ask(verb: str, held: AfterCare, by: Account) -> Permission:
    return permit(asking.question(verb, by, held.council, subject_kind=KIND, subject=held.ref))
