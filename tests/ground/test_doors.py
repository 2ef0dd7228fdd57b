"""What anyone may open without a log-in, what every answer tells the browser, and what is said when it goes wrong."""

import logging
import sys

import pytest
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from config import views
from config.logs import NoPersonalDetails

OPEN_PAGES = {
    "healthz",
    "readyz",
    "council_css",
    "accessibility_statement",
    "privacy_notice",
    "source_code",
    "login",
}


def every_pattern(resolver: URLResolver) -> list[URLPattern]:
    found: list[URLPattern] = []
    for one in resolver.url_patterns:
        found.extend(every_pattern(one) if isinstance(one, URLResolver) else [one])
    return found


def test_only_the_listed_pages_ask_for_no_log_in() -> None:
    open_now = {
        pattern.name or str(pattern.pattern)
        for pattern in every_pattern(get_resolver())
        if not getattr(pattern.callback, "login_required", True)
    }
    assert open_now == OPEN_PAGES


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(OPEN_PAGES))
def test_open_page_answers_anyone_with_a_strict_policy(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 200
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_a_page_about_people_is_kept_by_no_cache(client: Client) -> None:
    assert "no-store" in client.get(reverse("login")).headers["Cache-Control"]


def test_there_is_no_admin_site() -> None:
    assert all("admin" not in str(pattern.pattern) for pattern in get_resolver().url_patterns)


@pytest.mark.django_db
def test_an_unknown_address_says_so_without_telling_more(client: Client) -> None:
    response = client.get("/nowhere-at-all/")
    assert response.status_code == 404
    assert b"not yours to see" in response.content


def test_fault_page_says_what_to_do_and_touches_no_database() -> None:
    response = views.fault(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"was not saved" in response.content


def test_log_line_of_a_fault_names_the_place_and_not_the_person() -> None:
    try:
        raise ValueError("Amina Yusuf, NHS number 943 476 5919")
    except ValueError:
        record = logging.LogRecord("countersign", logging.ERROR, __file__, 1, "It failed", (), sys.exc_info())
    line = NoPersonalDetails("{message}", style="{").format(record)
    assert "ValueError" in line
    assert "test_doors.py" in line
    assert "Amina" not in line
    assert "943" not in line
