"""Plans at every step, walked there by the services."""

from collections.abc import Iterator

import pytest

from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from tests.delegation.conftest import (
    _demo_loaded,
    _django_db_helper,
    append_only_tables_can_be_emptied_between_tests,
    begun,
    demo,
    people,
)
from tests.once import Begun
from tests.scenarios import BegunStory
from verification.demo import BY_NUMBER, Character, Storyteller, load_settings

__all__ = [
    "_demo_loaded",
    "_django_db_helper",
    "append_only_tables_can_be_emptied_between_tests",
    "begun",
    "demo",
    "people",
]


@pytest.fixture
def story(demo: DemoOrganisations, begun: Begun) -> Storyteller:
    """The demo council's people, ready to walk a plan."""
    begun("settings", lambda: load_settings(demo))
    return BegunStory(demo)


@pytest.fixture(autouse=True)
def every_promise_holds_after_the_journey(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test did to a plan by the services, no promise may be broken by it."""
    yield
    if "story" in request.fixturenames:
        assert broken_promises() == []


@pytest.fixture
def character() -> Character:
    return BY_NUMBER[1]
