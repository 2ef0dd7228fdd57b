"""A real browser, and what every page must satisfy in it."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

# Django must answer in its own thread while the browser's loop runs in this one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe().axe_script
ASK_AXE = """options => axe.run(document, options).then(
    told => told.violations.map(one => [one.id, one.help, one.nodes[0].html.slice(0, 200)]))"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that COUNTERSIGN_CHROMIUM names."""
    chromium = os.environ.get("COUNTERSIGN_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("no Chromium on this machine: apt install chromium")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a given width, with or without scripts, that fails the test on any error in its console."""
    faults: list[str] = []
    contexts = []

    def opened(width: int = 1100, *, scripts: bool = True) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults


def found_by_axe(page: Page, *, contrast: bool = True) -> list[str]:
    """What axe finds, a line a rule. Contrast takes it as long as all its other rules together."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate(ASK_AXE, options | {"rules": {"color-contrast": {"enabled": contrast}}})
    return [f"{rule}: {words}: {html}" for rule, words, html in found]


def must_be_accessible(page: Page) -> None:
    """axe finds nothing, and the page does not run off the side of the window."""
    told = found_by_axe(page)
    assert not told, f"{page.url}\n" + "\n".join(told)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, page.url
