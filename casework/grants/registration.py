"""The professional registration behind the confirmation of a grant: its number today, and what was known of it then."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from delegation.models import ProfessionalRegistration, RegistrationSuspension, Worker
from delegation.professions import PROFESSIONS
from delegation.schedule import FUNCTIONS

BODY = FUNCTIONS["dfg_necessary_appropriate"].registration
# The same body registers others, who are not of the allied health professions.
ALLIED = frozenset(key for key, one in PROFESSIONS.items() if one.is_allied)


def number_of(worker: Worker, on: date) -> str:
    """The number under which somebody is registered on the day as an allied health professional; empty without one."""
    live = worker.registrations.live_on(on).filter(body=BODY, profession__in=ALLIED).order_by("pk")
    return live.values_list("number", flat=True).first() or ""


def was_registered(worker: Worker, number: str, at: datetime) -> bool:
    """Whether a registration under this number was live at the moment of an act, by what was recorded then."""
    entered = ProfessionalRegistration.objects.filter(worker=worker, number=number, body=BODY, profession__in=ALLIED)
    return any(_was_live(registration, at) for registration in entered)


def _was_live(registration: ProfessionalRegistration, at: datetime) -> bool:
    day = timezone.localdate(at)
    then = _as_recorded(registration.history.filter(history_date__lte=at))
    if then is None or (then.ended_on and then.ended_on <= day):
        return False
    if (then.live_from and then.live_from > day) or (then.live_to and then.live_to < day):
        return False
    return not any(_was_suspended(suspension, at, day) for suspension in registration.suspensions.all())


def _was_suspended(suspension: RegistrationSuspension, at: datetime, day: date) -> bool:
    then = _as_recorded(suspension.history.filter(history_date__lte=at))
    return then is not None and then.from_day <= day and (then.lifted_on is None or then.lifted_on > day)


def _as_recorded(history: Any) -> Any:
    return history.order_by("-history_date", "-history_id").first()
