"""What every test is given."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.db import connection

from tests import migrated
from tests.sharing import is_everyday

PROOFS = Path(__file__).parent / "proof"
# Few tests, and the longest.
MINUTES = {
    Path(__file__).parent / "returns/checking/test_two_ways.py",
    Path(__file__).parent / "permissions/test_the_rest_of_the_table.py",
}

# How long an example takes says how busy the machine is, not whether the product is right.
hypothesis.settings.register_profile("untimed", deadline=None)
# Where the whole proof is run, the examples are the same each time: red says that a change broke something, and not
# that chance found an old fault today. At a developer's own machine new ones are looked for.
hypothesis.settings.register_profile("proof", deadline=None, derandomize=True)
hypothesis.settings.load_profile("proof" if os.environ.get("CI") else "untimed")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Most of many like tests are left to `--all`; the rest in an order in which little is made twice.

    Long files first, and what commits last, for it empties the database and with it what others loaded once. The proofs
    share a world. On SQLite they are the longest of all and begin; on PostgreSQL, where a worker holds its world open,
    they come after everything that wants none.
    """
    for item in items:
        if not is_everyday(item.nodeid, connection.vendor):
            item.add_marker(pytest.mark.long)
    yield
    tests_in = Counter(item.path for item in items)
    late = {item.path for item in items if commits(item)}
    sqlite = connection.vendor == "sqlite"

    def place(item: pytest.Item) -> tuple[Any, ...]:
        first = item.path in MINUTES or (PROOFS in item.path.parents and sqlite)
        held = PROOFS in item.path.parents and not sqlite
        return item.path in late, held, not first, -tests_in[item.path], item.path

    items.sort(key=place)


def commits(item: pytest.Item) -> bool:
    """Whether a test leaves rows in the database, which is emptied after it."""
    return bool(
        item.get_closest_marker("postgres")
        or any(mark.kwargs.get("transaction") for mark in item.iter_markers("django_db"))
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    if connection.vendor == "sqlite":
        connection.creation.create_test_db = migrated.create_test_db  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _pass_over_postgres_tests_on_sqlite(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: python3 run.py test --postgres")
