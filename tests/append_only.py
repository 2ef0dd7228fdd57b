"""Lets a transactional test end: the database refuses to empty an append-only table, so the guard is lifted for that.

Imported by tests/conftest.py. Only the emptying between tests is let through; during a test the guard stands.
"""

from collections.abc import Iterator

import pytest
from django.db import connections
from django.test import TransactionTestCase

from delegation.append_only import guards_lifted


@pytest.fixture(autouse=True, scope="session")
def append_only_tables_can_be_emptied_between_tests() -> Iterator[None]:
    empty = TransactionTestCase._fixture_teardown

    def empty_with_guards_lifted(self: TransactionTestCase) -> None:
        with guards_lifted(connections["default"]):
            empty(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_with_guards_lifted)
        yield
