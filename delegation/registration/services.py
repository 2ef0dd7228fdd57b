"""The acts by which the council records professional registrations; an AMHP's approval follows in the same transaction.

The council alone records them (its administrators and its director), because the guard rests on them: a provider that
recorded its own people's would qualify its own hands. Nobody records their own.
Source: the schedule's conditions that ask registration; SI 2008/1206 regs 6 and 7.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils import timezone

from delegation.amhp import records as amhp
from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, AmhpApproval, Organisation, ProfessionalRegistration, Worker
from delegation.register import act, note, record
from delegation.registration import records
from delegation.wording import long_day


@act
def record_registration(
    *,
    by: Account,
    council: Organisation,
    worker: Worker,
    profession: str,
    number: str,
    live_from: date,
    live_to: date | None = None,
    checked_on: date | None = None,
    source: str = "",
) -> ProfessionalRegistration:
    """Record what the register of a professional body says of somebody, or what a later look in it found.

    Args:
        profession: one of `delegation.professions`; it says which body registers it.
        source: where it was looked up; the body's own register when left out.

    An approval as an AMHP ends where its holder turns out to be a medical practitioner.

    Raises: NothingSaid; WrongDates; AlreadyThere when the number is another person's.
    """
    worker = records.lock_worker(worker.pk)
    permission = _permit("record_registration", by, council, worker, f"worker:{worker.pk}")
    registration = records.enter(
        by=by,
        worker=worker,
        profession=profession,
        number=number,
        live_from=live_from,
        live_to=live_to,
        checked_on=checked_on,
        source=source,
    )
    if ended := amhp.registration_was_looked_up(registration, by=by):
        _note(ended, "end_amhp_approval", by, "and s.114(2): its holder is registered as a medical practitioner.")
    _record(permission, registration, detail={"profession": profession, "from": live_from, "to": live_to})
    return registration


@act
def suspend_registration(
    *, by: Account, council: Organisation, registration: ProfessionalRegistration, from_day: date, reason: str
) -> ProfessionalRegistration:
    """Record that the body suspended a registration; the holder's approval as an AMHP is suspended with it.

    Raises: AlreadyThere; NothingSaid; WrongDates.
    Source: SI 2008/1206 reg 6.
    """
    registration, permission = _begin("suspend_registration", by, council, registration)
    suspension = records.suspend(registration, by=by, from_day=from_day, because=reason)
    because = _because("suspended", from_day)
    approval = amhp.follow_suspension(registration, by=by, suspension=suspension, because=because)
    if approval and approval.state == "suspended":
        _note(approval, "suspend_amhp_approval", by, "reg 6: its registration is suspended.")
    elif approval:
        _note(approval, "end_amhp_approval", by, "reg 7: its five years ended.")
    _record(permission, registration, reason=reason, detail={"from": from_day})
    return registration


@act
def lift_registration_suspension(
    *, by: Account, council: Organisation, registration: ProfessionalRegistration, on: date, reason: str
) -> ProfessionalRegistration:
    """Record that the body lifted the suspension; an AMHP's approval then waits for the council's word on competence.

    Raises: AlreadyThere; NothingSaid; WrongDates.
    Source: SI 2008/1206 reg 6(3): the approving council lifts it unless it is not satisfied of competence.
    """
    registration, permission = _begin("lift_registration_suspension", by, council, registration)
    records.lift(registration, by=by, on=on, because=reason)
    amhp.registration_is_live_again(registration, by=by)
    _record(permission, registration, reason=reason, detail={"on": on})
    return registration


@act
def end_registration(
    *, by: Account, council: Organisation, registration: ProfessionalRegistration, on: date, reason: str
) -> ProfessionalRegistration:
    """Record that a registration ended; the holder's approval as an AMHP ends with it.

    Raises: AlreadyThere; NothingSaid; WrongDates.
    Source: SI 2008/1206 reg 7: immediately, on becoming aware that a professional requirement is no longer met.
    """
    registration, permission = _begin("end_registration", by, council, registration)
    records.end(registration, by=by, on=on, because=reason)
    approval = amhp.standing_of(registration)
    if approval:
        amhp.end(approval, by=by, cause="profession", reasons=_because("ended", on))
        _note(approval, "end_amhp_approval", by, "reg 7: its registration ended.")
    _record(permission, registration, reason=reason, detail={"on": on})
    return registration


# -- the steps the services share -------------------------------------------------------------------------


def _begin(
    verb: str, by: Account, council: Organisation, registration: ProfessionalRegistration
) -> tuple[ProfessionalRegistration, Permission]:
    worker = records.lock_worker(registration.worker_id)
    found = ProfessionalRegistration.objects.select_related("worker").get(pk=registration.pk)
    return found, _permit(verb, by, council, worker, found.ref)


def _permit(verb: str, by: Account, council: Organisation, worker: Worker, subject: str) -> Permission:
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    hands = {worker.pk: "its holder"}
    return permit(replace(question, hands=hands, subject_kind="registration", subject=subject))


def _record(
    permission: Permission,
    registration: ProfessionalRegistration,
    *,
    reason: str = "",
    detail: Mapping[str, object] | None = None,
) -> None:
    told = {"body": registration.body, **(detail or {})}
    record(permission, subject_kind="registration", subject=registration.ref, reason=reason.strip(), detail=told)


def _because(what: str, on: date) -> str:
    return f"The professional registration was {what} from {long_day(on)}."


def _note(approval: AmhpApproval, verb: str, by: Account, reason: str) -> None:
    """What followed in law from an act on a registration, in the register of the council that approved."""
    said = f"SI 2008/1206 {reason}"
    note(council=approval.council, verb=verb, subject_kind="amhp", subject=approval.ref, reason=said, by=by)
