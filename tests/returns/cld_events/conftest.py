"""A council whose plans were walked by the services, so that its casework is what the product can really hold."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from delegation.demo import DemoOrganisations
from returns.cld.events.casework_frames import casework_of
from returns.cld.events.compiling import Compiled, compiled
from returns.cld.events.period import Period
from tests.delegation.conftest import _demo_loaded, append_only_tables_can_be_emptied_between_tests, demo
from verification.demo import BY_NUMBER, Storyteller, four_lines, load_settings

__all__ = ["_demo_loaded", "append_only_tables_can_be_emptied_between_tests", "demo"]

TODAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))


@pytest.fixture
def clock(demo: DemoOrganisations):  # type: ignore[no-untyped-def]
    """The days pass only when a test says so."""
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def story(demo: DemoOrganisations, clock: object) -> Storyteller:
    load_settings(demo)
    return Storyteller(demo)


@pytest.fixture
def active_plan(story: Storyteller) -> str:
    """The reference of a plan whose package runs."""
    return story.active(BY_NUMBER[1], four_lines())


def told(demo: DemoOrganisations, period: Period = YEAR, release: str = "2") -> Compiled:
    """The file of the demo council's casework."""
    return compiled(casework_of(demo.council, period), period, release=release, la_code="901")
