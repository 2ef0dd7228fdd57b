"""The demo council for the tests of rounds: loaded once, and each test's changes undone."""

from tests.casework.conftest import here
from tests.delegation.conftest import _demo_loaded, append_only_tables_can_be_emptied_between_tests, demo

__all__ = ["_demo_loaded", "append_only_tables_can_be_emptied_between_tests", "demo", "here"]
