"""Who is registered with a body on a day: the one place the contract asks the register of registrations."""

from collections.abc import Iterable
from datetime import date

from delegation.models import ProfessionalRegistration, Worker


def registered_with(body: str, workers: Iterable[Worker], on: date) -> frozenset[int]:
    """Those of the workers whose registration with a body was live on the day, by their keys."""
    live = ProfessionalRegistration.objects.live_on(on).filter(body=body, worker__in=list(workers))
    return frozenset(live.values_list("worker_id", flat=True))
