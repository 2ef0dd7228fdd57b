"""The day every test of AMHPs begins on."""

from typing import Any

import pytest
import time_machine

from tests.delegation.amhp.people import TODAY


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(TODAY, tick=True) as clock:
        yield clock
