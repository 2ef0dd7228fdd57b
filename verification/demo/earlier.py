"""What the demonstration did on earlier days and nobody finished since: it is past its day today.

Where a clock begins with the act itself nothing is late on the day it is made, and no service makes a day past. So the
demo council is opened before, and a few things are begun then, through the services like everything else: the line of
the register, the record and its history say one day.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest import mock

from django.utils import timezone

from casework.charging import demo as charging
from casework.property import demo as protections
from casework.safeguarding_board import demo as safeguarding_board
from delegation.demo import COUNCIL, DemoOrganisations, load_demo_organisations
from delegation.models import RegisterHead
from delegation.schedule_change import demo as schedule_change

# How long ago each was begun, the longest first, as the register keeps them.
BEGUN: tuple[tuple[timedelta, Callable[[DemoOrganisations], None]], ...] = (
    (timedelta(days=40), safeguarding_board.begin),
    (timedelta(days=30), charging.begin),
    (timedelta(days=12), protections.begin),
    (timedelta(days=9), schedule_change.begin),
)
# When the council was opened and the due diligence on its providers signed; that on Riverside ran out since.
OPENED = timedelta(days=90)


def begin() -> None:
    """Open the demo council and begin these, each on its day, once."""
    now = timezone.now()
    with _on(now - OPENED) as may:
        if may:
            load_demo_organisations()
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
