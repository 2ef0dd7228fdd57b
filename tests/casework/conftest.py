"""The demo council, loaded once; each test's changes are undone."""

import pytest

from delegation.demo import DemoOrganisations
from tests.delegation.conftest import (
    _demo_loaded,
    _django_db_helper,
    append_only_tables_can_be_emptied_between_tests,
    begun,
    demo,
)

__all__ = ["_demo_loaded", "_django_db_helper", "append_only_tables_can_be_emptied_between_tests", "begun", "demo"]


@pytest.fixture
def here(demo: DemoOrganisations) -> DemoOrganisations:
    return demo
