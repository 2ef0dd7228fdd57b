"""The demonstration's change of the schedule: one proposed, waiting for the Director."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from delegation.models import ScheduleChange
from delegation.schedule_change.rules import REVOKE
from delegation.schedule_change.services import propose_schedule_change


def load(here: Any) -> None:
    """One change proposed by the head of service; loading again changes nothing."""
    if ScheduleChange.objects.filter(council=here.council).exists():
        return
    propose_schedule_change(
        by=here.accounts["head"],
        council=here.council,
        organisation=here.northgate,
        function="personal_budget_provision",
        kind=REVOKE,
        from_day=timezone.localdate() + timedelta(days=60),
        reasons="The council means to set personal budgets itself from the new contract year.",
    )
