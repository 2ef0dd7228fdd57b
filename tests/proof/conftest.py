"""One world for each worker of the suite, and the way back to it."""

from collections.abc import Iterator

import pytest
import time_machine
from pytest_django.plugin import DjangoDbBlocker

from tests.proof.worlds import BEGINS_AT, Restorer, World, one_world


@pytest.fixture
def _django_db_helper() -> None:
    """No transaction of pytest's around a test: each proof restores its own world, and most commit for real.

    The mark `django_db` stays on the modules, because by it a test database is made at all.
    """


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Made once for all proofs a worker does, which is why they come one after another (tests/conftest.py)."""
    with django_db_blocker.unblock(), one_world() as made:
        yield made


@pytest.fixture(scope="package")
def restorer(world: World) -> Restorer:
    return Restorer()


@pytest.fixture
def again(world: World, restorer: Restorer) -> Iterator[World]:
    """The world as it was made and a day after, whatever a test does to it: terms run out as real days pass."""
    with time_machine.travel(BEGINS_AT, tick=True), restorer.one_try():
        yield world
