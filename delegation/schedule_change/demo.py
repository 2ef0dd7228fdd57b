"""The demonstration's changes of the schedule: one waits for the Director, and one was not decided by its day."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from delegation.models import Organisation, ScheduleChange
from delegation.schedule_change.rules import REVOKE
from delegation.schedule_change.services import propose_schedule_change


def begin(here: Any) -> None:
    """On an earlier day: a change to be in force within a week, which nobody decides."""
    _proposed(
        here,
        here.riverside,
        "direct_payment_decision",
        days=7,
        reasons="Riverside's insurance has run out; until it is renewed the council decides direct payments.",
    )


def load(here: Any) -> None:
    """One change proposed by the head of service; loading again changes nothing."""
    _proposed(
        here,
        here.northgate,
        "personal_budget_provision",
        days=60,
        reasons="The council means to set personal budgets itself from the new contract year.",
    )


def _proposed(here: Any, organisation: Organisation, function: str, *, days: int, reasons: str) -> None:
    """A function to be taken back so many days on; once."""
    if ScheduleChange.objects.filter(organisation=organisation, function=function).exists():
        return
    propose_schedule_change(
        by=here.accounts["head"],
        council=here.council,
        organisation=organisation,
        function=function,
        kind=REVOKE,
        from_day=timezone.localdate() + timedelta(days=days),
        reasons=reasons,
    )
