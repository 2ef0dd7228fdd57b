"""Who is registered in a profession on a day: the one place the contract asks the register of registrations."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from delegation.models import ProfessionalRegistration, Worker
from delegation.professions import PROFESSIONS


def registered_as(profession: str, workers: Iterable[Worker], on: date) -> frozenset[int]:
    """Those of the workers whose registration in a profession was live on the day, by their keys.

    One entered before the profession was asked counts by its body.
    """
    entered = Q(profession=profession) | Q(profession="", body=PROFESSIONS[profession].body)
    live = ProfessionalRegistration.objects.live_on(on).filter(entered, worker__in=list(workers))
    return frozenset(live.values_list("worker_id", flat=True))
