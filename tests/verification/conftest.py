"""Plans at every step, walked there by the services."""

import pytest

from delegation.demo import DemoOrganisations
from tests.delegation.conftest import (
    _demo_loaded,
    append_only_tables_can_be_emptied_between_tests,
    demo,
    people,
)
from verification.demo import BY_NUMBER, Character, Storyteller, load_settings

__all__ = ["_demo_loaded", "append_only_tables_can_be_emptied_between_tests", "demo", "people"]


@pytest.fixture
def story(demo: DemoOrganisations) -> Storyteller:
    """The demo council's people, ready to walk a plan."""
    load_settings(demo)
    return Storyteller(demo)


@pytest.fixture
def character() -> Character:
    return BY_NUMBER[1]
