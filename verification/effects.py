"""What of the queues falls under a function in an organisation, for a change of the schedule; nothing is written."""

from collections.abc import Iterable

from django.utils import timezone

from casework.effects import states_under
from delegation.models import Organisation
from delegation.schedule_change.effects import Effect, tell_of_effects
from verification.models import QueueEntry


def queues_under(council: Organisation, organisation: Organisation, function: str) -> Iterable[Effect]:
    """Of the live plans under the function, those past their day and those with urgent support running."""
    states = states_under(function)
    if not states:
        return
    entries = QueueEntry.objects.filter(provider=organisation, state__in=states)
    yield Effect(
        key="late",
        number=entries.filter(due_on__lt=timezone.localdate()).count(),
        one="such plan past its day",
        many="such plans past their day",
    )
    yield Effect(
        key="urgent",
        number=entries.filter(urgent_until__isnull=False).count(),
        one="such plan with urgent support running",
        many="such plans with urgent support running",
    )


tell_of_effects(queues_under)
