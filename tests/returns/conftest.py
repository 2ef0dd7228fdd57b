"""The demo council for the tests of rounds: loaded once, and each test's changes undone."""

from datetime import UTC, datetime

import pytest
import time_machine
from pytest_django.plugin import DjangoDbBlocker

from delegation.demo import DemoOrganisations, load_demo_organisations
from tests.append_only import append_only_tables_can_be_emptied_between_tests

LOADED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

__all__ = ["append_only_tables_can_be_emptied_between_tests"]


@pytest.fixture(scope="session")
def _council_loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock(), time_machine.travel(LOADED_AT, tick=True):
        load_demo_organisations()


@pytest.fixture
def here(_council_loaded: None, db: None) -> DemoOrganisations:
    return load_demo_organisations()
