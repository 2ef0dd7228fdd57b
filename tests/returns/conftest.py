"""The demo council for the tests of rounds: loaded once, and each test's changes undone."""

from datetime import UTC, datetime

import pytest
import time_machine
from pytest_django.plugin import DjangoDbBlocker

from delegation.demo import DemoOrganisations, load_demo_organisations
from tests.append_only import append_only_tables_can_be_emptied_between_tests
from tests.sharing import is_everyday

# What is tried here by the hundred: of these one in so many is in every run, the rest in the continuous one.
BY_THE_HUNDRED = ("/checking/", "/hostile/", "/others/", "/cld_events/", "test_rounds.py", "test_published_copy.py")
ONE_IN = 4
LOADED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

__all__ = ["append_only_tables_can_be_emptied_between_tests"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave most of many like tests to the continuous run, always the same ones."""
    for item in items:
        by_the_hundred = "tests/returns/" in item.nodeid and any(part in item.nodeid for part in BY_THE_HUNDRED)
        if by_the_hundred and not is_everyday(item.nodeid, ONE_IN):
            item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def _council_loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock(), time_machine.travel(LOADED_AT, tick=True):
        load_demo_organisations()


@pytest.fixture
def here(_council_loaded: None, db: None) -> DemoOrganisations:
    return load_demo_organisations()
