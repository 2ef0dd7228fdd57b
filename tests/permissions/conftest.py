"""The world of the permission table, for each of its files."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.permissions import world
from tests.permissions.world import World, undone


@pytest.fixture(scope="module")
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database, open for the whole module, with what the module did undone at its end."""
    with django_db_blocker.unblock(), undone():
        yield


@pytest.fixture(scope="module")
def here(db: None) -> World:
    """The world of the walk, built once; every test undoes what it does to it."""
    return world.build()
