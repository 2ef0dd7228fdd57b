"""The control of the races, on PostgreSQL: with the lock off, the race is shown to be lost."""

from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests.proof.worlds import World, people_of_a_world
from tests.races.racing import at_once, empty_the_database, others_were_told, winners, without_locks
from tests.races.test_races import PAIRS, Pair, all_is_well

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def here(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The people, made anew for each race: what a lost one leaves behind must not be taken for the next one's."""
    with django_db_blocker.unblock():
        if connection.vendor != "postgresql":
            pytest.skip("needs PostgreSQL: python3 run.py test --postgres")
        yield people_of_a_world()
        empty_the_database()


# Where a step of the drawn flow is finished, its own compare-and-set still tells the loser; these have only the lock.
BY_THE_LOCK_ALONE = ("decide and decide", "edit and edit", "two verifiers take up")


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.name in BY_THE_LOCK_ALONE], ids=lambda pair: pair.name)
def test_without_the_lock_the_race_happens(here: World, pair: Pair) -> None:
    """The control: unlocked, both get in, or one falls on a constraint of the database instead of a sentence."""
    for _ in range(5):
        ref = pair.make(here)
        calls = pair.one(here, ref), pair.other(here, ref)
        with without_locks():
            came = at_once(*calls)
        try:
            assert len(winners(came)) == 1
            others_were_told(came)
            all_is_well()
        except AssertionError:
            return
    pytest.fail("five races without a lock, and none was lost: this proof is blind")
