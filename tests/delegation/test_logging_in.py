"""Guessing a password is slowed, by name and by address, and neither is told more than that."""

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from delegation import login_tries
from delegation.demo import DemoOrganisations
from delegation.login_tries import address_of
from delegation.models import LoginTries

pytestmark = pytest.mark.django_db
GOOD, BAD = "countersign-demo", "not-the-password"
START = datetime(2026, 6, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock(demo: DemoOrganisations) -> Any:
    verifier = demo.accounts["verifier"]
    verifier.set_password(GOOD)
    verifier.save()
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def log_in(name: str = "verifier", password: str = BAD, **told: str) -> HttpResponse:
    return Client().post(reverse("login"), {"username": name, "password": password}, **told)


def said(answer: HttpResponse) -> str:
    return answer.context["form"].non_field_errors()[0]


def test_after_five_bad_tries_even_the_right_password_waits_and_the_page_says_how_long(clock: Any) -> None:
    assert [log_in().status_code for _ in range(5)] == [200] * 5
    clock.shift(timedelta(minutes=3))
    answer = log_in(password=GOOD)
    assert answer.status_code == 429
    assert "Wait 13 minutes" in said(answer)
    assert int(answer.headers["Retry-After"]) == 12 * 60 + 1
    assert "_auth_user_id" not in answer.client.session


def test_the_wait_ends_by_itself_however_often_it_is_tried_meanwhile(clock: Any) -> None:
    for _ in range(14):
        log_in()
        clock.shift(timedelta(minutes=1))
    assert log_in(password=GOOD).status_code == 429
    clock.shift(timedelta(minutes=1))
    assert log_in(password=GOOD).status_code == 302


def test_a_good_log_in_clears_the_count_of_its_name(clock: Any) -> None:
    for _ in range(3):
        assert [log_in().status_code for _ in range(4)] == [200] * 4
        assert log_in(password=GOOD).status_code == 302


def test_a_name_that_is_nobodys_is_answered_as_one_that_is(clock: Any) -> None:
    theirs, nobodys = ([log_in(name) for _ in range(7)] for name in ("verifier", "nobody-at-all"))
    assert [each.status_code for each in theirs] == [each.status_code for each in nobodys]
    assert [said(each) for each in theirs] == [said(each) for each in nobodys]


def test_another_name_and_another_way_of_writing_it(clock: Any) -> None:
    for name in ("verifier", "Verifier", " VERIFIER", "verifier ", "ｖｅｒｉｆｉｅｒ"):
        log_in(name)
    assert log_in(password=GOOD).status_code == 429
    assert log_in("broker", "anything").status_code == 200


def test_many_names_from_one_address_wait_and_another_address_does_not(clock: Any, settings: Any) -> None:
    settings.LOGIN_ADDRESS_TRIES = 8
    assert [log_in(f"guess{number}").status_code for number in range(9)] == [200] * 8 + [429]
    assert log_in(password=GOOD).status_code == 429
    assert log_in(password=GOOD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_good_log_ins_do_not_count_against_their_address(clock: Any, settings: Any) -> None:
    settings.LOGIN_ADDRESS_TRIES = 2
    assert [log_in(password=GOOD).status_code for _ in range(5)] == [302] * 5


def test_neither_name_nor_address_nor_password_is_kept_or_logged(clock: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as asked:
        for _ in range(6):
            log_in("verifier", "secret-guess", REMOTE_ADDR="192.0.2.7")
    kept = " ".join(each["sql"] for each in asked if "logintries" in each["sql"])
    for word in ("verifier", "secret-guess", "192.0.2.7"):
        assert word not in kept
        assert word not in caplog.text
    assert caplog.text.count("Too many tries at logging in") == 1


def test_old_rows_are_removed_by_the_next_bad_try(clock: Any) -> None:
    for number in range(10):
        log_in(f"guess{number}")
    clock.shift(timedelta(minutes=16))
    log_in("another")
    assert LoginTries.objects.count() == 2  # of this try: its name, its address


@pytest.mark.parametrize(("password", "more"), [(GOOD, 2), (BAD, 2)])
def test_a_try_takes_two_statements_more_and_opening_the_page_none(
    clock: Any, password: str, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_tries(act: Any) -> int:
        with CaptureQueriesContext(connection) as asked:
            act()
        return sum("logintries" in each["sql"] for each in asked)

    assert of_tries(lambda: log_in(password=password)) == more
    assert of_tries(lambda: Client().get(reverse("login"))) == 0
    for _ in range(6):
        log_in()
    assert of_tries(lambda: log_in()) == 1


def test_with_counting_off_guessing_goes_on(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login_tries, "_wait", lambda *told: None)
    assert [log_in().status_code for _ in range(9)] == [200] * 9


# Whose address it is


@pytest.mark.parametrize(
    ("proxies", "behind", "forwarded", "remote", "address"),
    [
        (0, False, "198.51.100.1", "192.0.2.7", "192.0.2.7"),
        (0, True, "198.51.100.1", "127.0.0.1", ""),
        (1, True, "made-up, 198.51.100.1", "127.0.0.1", "198.51.100.1"),
        (2, True, "6.6.6.6, 198.51.100.1, 10.0.0.2", "127.0.0.1", "198.51.100.1"),
        (2, True, "198.51.100.1", "127.0.0.1", ""),
        (1, True, "", "127.0.0.1", ""),
        (1, True, "198.51.100.1:4711", "127.0.0.1", "198.51.100.1"),
        (1, True, "not an address", "127.0.0.1", ""),
        (0, False, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (0, False, "", "::ffff:192.0.2.7", "192.0.2.7"),
        (0, False, "", "", ""),
    ],
)
def test_the_address_is_the_one_a_trusted_proxy_wrote(
    settings: Any, proxies: int, behind: bool, forwarded: str, remote: str, address: str
) -> None:
    settings.PROXIES, settings.IS_BEHIND_A_PROXY = proxies, behind
    assert address_of(forwarded, remote) == address
