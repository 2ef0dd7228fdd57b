"""Every page of the product in a real browser, as everyone in the demonstration meets it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from delegation.demo import PEOPLE
from tests.browser.site import served
from tests.browser.walking import NOT_A_PAGE, Walk, addresses

pytestmark = pytest.mark.browser
EVERYONE = [*(username for username, *_ in PEOPLE), "dass", "administrator"]
NOT_REACHED = {
    "logout": "takes a POST alone",
}


@pytest.fixture(scope="session")
def walk(browser: Browser) -> Iterator[Walk]:
    with served() as site:
        yield Walk(browser=browser, site=site, kinds=site.kinds())


@pytest.mark.parametrize("username", ["", *EVERYONE])
def test_every_page_that_is_led_to_is_whole(walk: Walk, username: str) -> None:
    faults = walk.by(username)
    assert not faults, "\n".join(faults)


@pytest.mark.slow  # everybody walks first: asked for by name, `run.py browser -m "browser and slow"`
def test_every_address_is_met_by_somebody(walk: Walk) -> None:
    for username in ["", *EVERYONE]:
        walk.by(username)
    met = set().union(*walk.reached.values())
    expected = set(addresses()) - set(NOT_A_PAGE) - set(NOT_REACHED)
    unmet = expected - met
    assert not unmet, f"nobody is led to {', '.join(sorted(unmet))}"
    assert not met & set(NOT_REACHED), "these are reached after all"
