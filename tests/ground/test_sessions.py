"""The session of somebody at work: kept alive, ended when idle, and not written at every page."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from delegation.models import Account

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 6, 2, 8, 0, tzinfo=UTC)


def test_a_page_within_the_minute_writes_nothing_and_a_later_one_moves_the_end_on(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        client.force_login(Account.objects.create_user("someone"))
        client.get("/")
        first = Session.objects.get().expire_date
        clock.shift(timedelta(seconds=59))
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        assert not [each["sql"] for each in asked if each["sql"].startswith(("UPDATE", "INSERT"))]
        clock.shift(timedelta(seconds=1))
        client.get("/")
        assert Session.objects.get().expire_date - first == timedelta(minutes=1)


def test_a_session_idle_for_half_an_hour_is_over(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        client.force_login(Account.objects.create_user("someone"))
        for _ in range(3):
            clock.shift(timedelta(minutes=29))
            assert client.get("/").status_code == 200
        clock.shift(timedelta(minutes=30, seconds=1))
        assert client.get("/").status_code == 302
