"""A person in guardianship has died: the end is to be recorded at once, and stands as due until it is.

The law ends the guardianship with the death; that it ended is recorded in a post of the council that holds the
function, and whoever records the death on a plan need hold none.
Source: Mental Health Act 1983 Part II; SI 2008/1184 reg 22 (a private guardian tells of the death).
"""

from typing import Any

from casework.guardianship.lock import settle
from casework.guardianship.words import LIVE
from casework.models import Guardianship, Person
from casework.services.people import person_died
from delegation.models import Account


def call_for_the_end(sender: type[Person], *, person: Person, by: Account, **_: Any) -> None:
    """What is live of the person's falls due on the day of the death."""
    live = Guardianship.objects.select_for_update(of=("self",)).select_related("person")
    for held in live.filter(person=person, state__in=sorted(LIVE)):
        settle(held, by=by, why="The person died: the end is to be recorded")


person_died.connect(call_for_the_end, dispatch_uid="casework.guardianship.death")
