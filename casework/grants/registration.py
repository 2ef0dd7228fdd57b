"""The one place that knows how a professional registration is kept, for the confirmation of a grant.

Everything else asks here, so that another way of keeping registrations changes this module alone.
"""

from datetime import datetime

from django.utils import timezone

from delegation.models import Worker
from delegation.schedule import FUNCTIONS

BODY = FUNCTIONS["dfg_necessary_appropriate"].registration


def number_of(worker: Worker) -> str:
    """The number under which somebody is registered with the body the schedule asks."""
    return worker.registration_number


def was_registered(worker: Worker, number: str, at: datetime) -> bool:
    """Whether the registration under this number was live at the moment of an act, as then recorded."""
    then = worker.history.filter(history_date__lte=at).order_by("-history_date", "-history_id").first()
    held = then.instance if then else worker
    return held.registration_number == number and held.is_registered_with(BODY, timezone.localdate(at))
