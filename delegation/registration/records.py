"""The rows of a registration: entered, suspended, lifted, ended. Called by services, with the worker's row locked.

Everything about one worker's registrations and approvals waits at that one row, so that a suspension and an approval
cannot pass each other.
"""

from datetime import date

from django.utils import timezone

from delegation.models import Account, ProfessionalRegistration, RegistrationSuspension, Worker
from delegation.professions import PROFESSIONS
from delegation.references import new_reference
from delegation.refusals import AlreadyThere, NothingSaid, WrongDates
from delegation.register import keep
from delegation.wording import long_day


def lock_worker(pk: int) -> Worker:
    """The worker's row, held until the act is whole."""
    return Worker.objects.select_for_update(no_key=True).get(pk=pk)


def enter(
    *,
    by: Account | None,
    worker: Worker,
    profession: str,
    number: str,
    live_from: date,
    live_to: date | None = None,
    checked_on: date | None = None,
    source: str = "",
) -> ProfessionalRegistration:
    """Enter a registration, or what a later look in the body's register found of one already entered.

    Raises:
        NothingSaid: the profession, the number or where it was looked up is not said.
        WrongDates: it would run out before it begins, or was looked up tomorrow.
        AlreadyThere: the number is another person's, or is entered with another profession.
    """
    today = timezone.localdate()
    checked_on = checked_on or today
    if profession not in PROFESSIONS:
        raise NothingSaid("Choose the profession.")
    if not number.strip():
        raise NothingSaid("Enter the registration number.")
    if live_to is not None and live_to < live_from:
        raise WrongDates(f"It would run out on {long_day(live_to)}, before it begins on {long_day(live_from)}.")
    if checked_on > today:
        raise WrongDates("It cannot have been looked up after today.")
    body = PROFESSIONS[profession].body
    registration = _entered_before(worker, profession, body, number.strip())
    is_new = registration.pk is None
    if is_new:
        _refuse_behind_an_end(registration, live_from)
    registration.profession = profession
    registration.live_from, registration.live_to = live_from, live_to
    registration.checked_on, registration.checked_by = checked_on, by
    registration.source = source.strip() or f"The register of {body}"
    keep(registration, by=by, why="Entered" if is_new else f"Looked up again on {long_day(checked_on)}")
    return registration


def _entered_before(worker: Worker, profession: str, body: str, number: str) -> ProfessionalRegistration:
    """The row of this number that has not ended, or a new one."""
    if worker.pk is None:
        raise ValueError("the worker is kept before their registration")
    same = ProfessionalRegistration.objects.filter(body=body, number__iexact=number, ended_on=None)
    for one in same:
        if one.worker_id != worker.pk:
            raise AlreadyThere(f"The number {number} of {body} is entered for somebody else. Look it up again.")
        if one.profession not in ("", profession):
            raise AlreadyThere(f"It is entered with the profession {one.profession_title}. End that entry first.")
        return one
    return ProfessionalRegistration(ref=new_reference("PR"), worker=worker, body=body, number=number)


def _refuse_behind_an_end(registration: ProfessionalRegistration, live_from: date) -> None:
    """An entry of a number that ended begins after that end: what was taken away stays so for the days it was."""
    ended = ProfessionalRegistration.objects.filter(
        worker_id=registration.worker_id, body=registration.body, number__iexact=registration.number
    )
    last = ended.order_by("-ended_on").values_list("ended_on", flat=True).first()
    if last is not None and live_from <= last:
        raise WrongDates(
            f"{registration.body} {registration.number} ended on {long_day(last)}. Enter the day after that from which "
            "it is registered again."
        )


def open_suspension(registration: ProfessionalRegistration) -> RegistrationSuspension | None:
    """The suspension of this registration that was not lifted."""
    return registration.suspensions.filter(lifted_on=None).first()


def suspend(
    registration: ProfessionalRegistration, *, by: Account, from_day: date, because: str
) -> RegistrationSuspension:
    """Write that the body suspended the registration from a day, today or before.

    Raises: AlreadyThere, NothingSaid, WrongDates.
    """
    if registration.ended_on:
        raise AlreadyThere(f"The registration ended on {long_day(registration.ended_on)}.")
    if open_suspension(registration):
        raise AlreadyThere("The registration is suspended already.")
    _check(because, from_day, registration.live_from)
    if registration.suspensions.filter(lifted_on__gt=from_day).exists():
        raise WrongDates("It was suspended on that day already, and the suspension lifted later.")
    suspension = RegistrationSuspension(
        registration=registration, from_day=from_day, because=because.strip(), suspended_by=by
    )
    keep(suspension, by=by, why=because.strip())
    return suspension


def lift(registration: ProfessionalRegistration, *, by: Account, on: date, because: str) -> RegistrationSuspension:
    """Write that the body lifted the suspension: that day is the first on which the registration is live again.

    Raises: AlreadyThere, NothingSaid, WrongDates.
    """
    suspension = open_suspension(registration)
    if suspension is None:
        raise AlreadyThere("The registration is not suspended.")
    _check(because, on, suspension.from_day)
    suspension.lifted_on, suspension.lifted_by, suspension.lifted_because = on, by, because.strip()
    keep(suspension, by=by, why=because.strip())
    return suspension


def end(registration: ProfessionalRegistration, *, by: Account, on: date, because: str) -> None:
    """Write that the registration ended: that day is the first without it.

    Raises: AlreadyThere, NothingSaid, WrongDates.
    """
    if registration.ended_on:
        raise AlreadyThere(f"The registration ended on {long_day(registration.ended_on)} already.")
    _check(because, on, registration.live_from)
    registration.ended_on, registration.ended_by, registration.ended_because = on, by, because.strip()
    keep(registration, by=by, why=because.strip())


def _check(because: str, on: date, not_before: date | None) -> None:
    if not because.strip():
        raise NothingSaid("Write why, and where it is said.")
    if on > timezone.localdate():
        raise WrongDates("It is entered on its day or after, not before.")
    if not_before and on < not_before:
        raise WrongDates(f"It cannot be before {long_day(not_before)}.")
