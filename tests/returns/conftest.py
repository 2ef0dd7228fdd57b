"""The demo council for the tests of rounds: loaded once, and each test's changes undone."""

from tests.casework.conftest import here
from tests.delegation.conftest import (
    _demo_loaded,
    _django_db_helper,
    append_only_tables_can_be_emptied_between_tests,
    begun,
    demo,
)

__all__ = [
    "_demo_loaded",
    "_django_db_helper",
    "append_only_tables_can_be_emptied_between_tests",
    "begun",
    "demo",
    "here",
]
