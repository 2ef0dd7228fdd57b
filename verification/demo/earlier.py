"""What the demonstration did on earlier days and nobody finished since: it is past its day today.

Where a clock begins with the act itself nothing is late on the day it is made, and no service makes a day past. So the
demo council is opened before, and a few things are begun then, through the services like everything else: the line of
the register, the record and its history say one day.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from unittest import mock

from django.utils import timezone

from casework.charging import demo as charging
from casework.property import demo as protections
from casework.safeguarding_board import demo as safeguarding_board
from delegation.demo import COUNCIL, DemoOrganisations, load_demo_organisations
from delegation.models import RegisterHead
from delegation.schedule_change import demo as schedule_change
from verification.demo.loading import load_settings
from verification.demo.year import live_through

# How long ago each was begun, the longest first, as the register keeps them. The council is opened first, and the due
# diligence on its providers signed; that on Riverside ran out since. The last two plans stand alone, so that in every
# month that is over something was decided.
BEGUN: tuple[tuple[timedelta, Callable[[DemoOrganisations], None]], ...] = (
    (timedelta(days=400), load_settings),
    (timedelta(days=399), partial(live_through, plans=range(14))),
    (timedelta(days=40), safeguarding_board.begin),
    (timedelta(days=39), partial(live_through, plans=(14,))),
    (timedelta(days=26), charging.begin),
    (timedelta(days=25), partial(live_through, plans=(15,))),
    (timedelta(days=12), protections.begin),
    (timedelta(days=9), schedule_change.begin),
)


def begin() -> None:
    """Open the demo council and begin these, each on its day, once."""
    now = timezone.now()
    for ago, begun in BEGUN:
        with _on(now - ago) as may:
            if may:
                begun(load_demo_organisations())


@contextmanager
def _on(moment: datetime) -> Iterator[bool]:
    """What is done within is done at this moment, for the demonstration only: the product has one clock.

    Gives whether it may be: time does not run backwards along a council's register (I9).
    """
    written_since = RegisterHead.objects.filter(council__key=COUNCIL, at__gt=moment).exists()
    with mock.patch.object(timezone, "now", return_value=moment):
        yield not written_since
