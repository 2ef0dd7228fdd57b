"""A database that cannot be used is refused with a sentence before anything is asked of it."""

import sqlite3

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from delegation.checks import databases_can_be_used

pytestmark = pytest.mark.django_db
LAST = "0008_guardianship_by_absence_and_death"


def test_a_database_that_has_run_all_or_none_of_the_squashed_migrations_can_be_used() -> None:
    assert databases_can_be_used(["default"]) == []
    MigrationRecorder(connection).flush()
    assert databases_can_be_used(["default"]) == []


def test_a_database_that_has_run_only_some_of_them_says_which_it_lacks_and_what_to_do() -> None:
    MigrationRecorder(connection).record_unapplied("casework", LAST)
    with pytest.raises(SystemCheckError, match=f"casework.{LAST}") as refused:
        call_command("migrate", verbosity=0, skip_checks=False)
    assert "begin a new one" in str(refused.value)


def test_an_sqlite_too_old_to_answer_an_update_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    said = [one.msg for one in databases_can_be_used(["default"])]
    assert ["3.35" in one for one in said] == ([True] if connection.vendor == "sqlite" else [])
