"""Many guesses at one moment, on PostgreSQL: no more than five come as far as the password."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.backends import ModelBackend
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from tests.races.racing import at_once, empty_the_database

pytestmark = pytest.mark.postgres


@pytest.fixture
def _committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        empty_the_database()
        yield
        empty_the_database()


@pytest.mark.usefixtures("_committed")
def test_of_forty_guesses_at_once_five_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def look(self: ModelBackend, request: Any, username: str = "", **_: Any) -> None:
        looked_at.append(username)

    monkeypatch.setattr(ModelBackend, "authenticate", look)
    guess = {"username": "verifier", "password": "a guess"}
    came = at_once(*[lambda: Client().post(reverse("login"), guess).status_code for _ in range(40)])
    assert sorted(came) == [200] * 5 + [429] * 35
    assert len(looked_at) == 5
