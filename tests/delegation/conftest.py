"""The demo council, as every test of authority finds it: loaded once, and each test's changes undone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.models import Account
from tests.append_only import append_only_tables_can_be_emptied_between_tests
from tests.once import beginnings

LOADED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

__all__ = ["append_only_tables_can_be_emptied_between_tests"]


@pytest.fixture(scope="session")
def _demo_loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        loaded_long_ago()


def loaded_long_ago() -> DemoOrganisations:
    """The demo council, loaded now if a test that commits has emptied the database since.

    Long before any moment a test travels to: what it decides then was not before the council had its limits, and time
    does not run backwards along its register.
    """
    with time_machine.travel(LOADED_AT, tick=True):
        return load_demo_organisations()


@pytest.fixture
def demo(_demo_loaded: None, db: None) -> DemoOrganisations:
    return loaded_long_ago()


@pytest.fixture
def people(demo: DemoOrganisations) -> dict[str, Account]:
    return demo.accounts


@pytest.fixture
def _django_db_helper(
    request: pytest.FixtureRequest, _demo_loaded: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Where a test has a beginning on SQLite, the database is copied back after it; else its transaction is undone."""
    if connection.vendor != "sqlite" or "begun" not in request.fixturenames:
        request.getfixturevalue("_django_db_helper")
        yield
        return
    with django_db_blocker.unblock(), beginnings.one_test():
        yield


@pytest.fixture
def begun(db: None) -> Callable[[str, Callable[[], Any]], Any]:
    """`begun("AMHPs", walk)` walks once for all tests of a worker that begin so, and gives the others a copy."""
    return beginnings.once
