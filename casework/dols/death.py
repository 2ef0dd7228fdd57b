"""A person with a live request or authorisation has died: it is to be ended at once, and stands as due until it is.

Source: Mental Capacity Act 2005 Sch A1. An authorisation is of the person; nothing ends it by itself in the register.
"""

from typing import Any

from django.utils import timezone

from casework.models import DolsRequest, Person
from casework.services.people import person_died
from delegation.models import Account
from delegation.register import keep


def call_for_the_end(sender: type[Person], *, person: Person, by: Account, **_: Any) -> None:
    """What is live of the person's falls due today."""
    today = timezone.localdate()
    for request in DolsRequest.objects.select_for_update().filter(person=person, due_on__gt=today):
        request.due_on = today
        keep(request, by=by, why="The person died: it is to be ended")


person_died.connect(call_for_the_end, dispatch_uid="casework.dols.death")
