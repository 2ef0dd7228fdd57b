"""What is late today in the work that a function guards, for the Director's assurance."""

from datetime import date

from django.urls import reverse

from delegation.assurance import LateWork, OverdueOf, tell_of_overdue
from delegation.counting import Counting
from delegation.models import Organisation
from verification.models import QueueEntry

# The queues in which the work of each function waits.
QUEUES = {
    "support_plan_development": ("preparation", "quality_assurance", "submission", "review", "package"),
    "plan_verification_and_funding": ("verification", "decision"),
    "brokerage_sourcing": ("brokerage",),
}


def overdue_in(queues: tuple[str, ...]) -> OverdueOf:
    """Counts the plans of a council that are past their day in some queues."""

    def count(council: Organisation, on: date) -> LateWork:
        late = QueueEntry.objects.filter(council=council, queue__in=queues, due_on__lt=on)
        return LateWork(told=[Counting(rows=late)], href=reverse("verification:queues"))

    return count


for function, queues in QUEUES.items():
    tell_of_overdue(function, overdue_in(queues))
