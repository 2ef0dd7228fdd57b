"""The demo council, loaded once; each test's changes are undone."""

from tests.delegation.conftest import _demo_loaded, append_only_tables_can_be_emptied_between_tests, demo

__all__ = ["_demo_loaded", "append_only_tables_can_be_emptied_between_tests", "demo"]
