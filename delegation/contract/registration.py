"""Who is registered with a body on a day: the one place the contract asks, so that a register of registrations answers.

Today the registration stands on the worker; where the council keeps a register of professional registrations, this
function alone is pointed at it.
"""

from collections.abc import Iterable
from datetime import date

from delegation.models import Worker


def registered_with(body: str, workers: Iterable[Worker], on: date) -> frozenset[int]:
    """Those of the workers whose registration with a body was live on the day, by their keys."""
    return frozenset(worker.pk for worker in workers if worker.is_registered_with(body, on))
