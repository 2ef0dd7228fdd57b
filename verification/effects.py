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
        one="of these plans is past its day",
        many="of these plans are past their day",
    )
    yield Effect(
        key="urgent",
        number=entries.filter(urgent_until__isnull=False).count(),
        one="of these plans has urgent support running",
        many="of these plans have urgent support running",
    )


tell_of_effects(queues_under)
