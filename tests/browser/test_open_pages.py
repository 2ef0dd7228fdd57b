"""The pages that ask for no log-in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import must_be_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPEN = ["/log-in/", "/accessibility/", "/privacy/", "/source-code/"]


@pytest.mark.parametrize("width", [1100, 375])
@pytest.mark.parametrize("address", OPEN)
def test_open_page_is_accessible(
    live_server: LiveServer, new_page: Callable[..., Page], address: str, width: int
) -> None:
    page = new_page(width)
    page.goto(live_server.url + address)
    must_be_accessible(page)


def test_a_wrong_password_is_told_in_the_error_summary_with_and_without_scripts(
    live_server: LiveServer, new_page: Callable[..., Page]
) -> None:
    for scripts in (True, False):
        page = new_page(scripts=scripts)
        page.goto(live_server.url + "/log-in/")
        page.fill("[name=username]", "nobody")
        page.fill("[name=password]", "nothing")
        page.click("main button[type=submit]")
        assert page.title().startswith("Error: ")
        assert page.locator(".govuk-error-summary").is_visible()


def test_keyboard_reaches_the_content_past_the_header(live_server: LiveServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(live_server.url + "/privacy/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
