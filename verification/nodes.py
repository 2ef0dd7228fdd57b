"""The lock of the plan's flow: what viewflow's default leaves unsafe.

See docs/decisions/viewflow-is-the-route.md for what was measured.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from viewflow.workflow import lock

from casework.models import SupportPlan
from delegation.register import whole


class LockPlanFirst(lock.SelectForUpdateLock):
    """Locks the plan, then the process: the order every service keeps, so a clock cannot deadlock one.

    What happens under it is one whole act, like a service.
    """

    @contextmanager
    def __call__(self, flow_class: Any, process_pk: int) -> Iterator[None]:
        with whole():
            list(SupportPlan.objects.select_for_update().filter(routes__process_id=process_pk).values_list("pk"))
            with super().__call__(flow_class, process_pk):
                yield
