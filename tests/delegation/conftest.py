"""The demo council, as every test of authority finds it: loaded once, and each test's changes undone."""

import pytest
from pytest_django.plugin import DjangoDbBlocker

from delegation.demo import DemoOrganisations, load_demo_organisations
from delegation.models import Account
from tests.append_only import append_only_tables_can_be_emptied_between_tests

__all__ = ["append_only_tables_can_be_emptied_between_tests"]


@pytest.fixture(scope="session")
def _demo_loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        load_demo_organisations()


@pytest.fixture
def demo(_demo_loaded: None, db: None) -> DemoOrganisations:
    return load_demo_organisations()


@pytest.fixture
def people(demo: DemoOrganisations) -> dict[str, Account]:
    return demo.accounts
