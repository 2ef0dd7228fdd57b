"""Journeys of people as they really work: by keyboard alone, on a phone without scripts, two at once, and refused."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from delegation.demo import DEMO_PASSWORD
from tests.browser.conftest import must_be_accessible
from tests.browser.keyboard import Keyboard
from tests.browser.site import Site, served
from tests.browser.walking import PHONE, WIDE, log_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with served() as site:
        yield site


def state_of(site: Site, ref: str) -> str:
    return site.states()[ref]


# -- by keyboard alone ------------------------------------------------------------------------------------------------


def begin(site: Site, page: Page, username: str) -> Keyboard:
    keys = Keyboard(page)
    page.goto(f"{site.url}/log-in/")
    keys.log_in(username, DEMO_PASSWORD)
    return keys


def tick_each_group(keys: Keyboard, last: str) -> int:
    """Tab down a form and choose the first answer of each group of radio buttons, until the button `last`."""
    chosen = 0
    for _ in range(200):
        stop = keys.tab()
        if stop["kind"] == "submit" and last in stop["words"]:
            return chosen
        if stop["kind"] == "radio" and not stop["group"]:
            keys.press("Space")
            assert keys.here()["chosen"], stop
            chosen += 1
    raise AssertionError(f"the button {last} is not reached")


def test_a_verifier_takes_a_plan_from_the_queue_to_funding_by_keyboard_alone(
    site: Site, new_page: Callable[..., Page]
) -> None:
    ref, page = site.plan_in("submitted", -1), new_page()
    keys = begin(site, page, "verifier")
    keys.to("Verification", kind="a")
    keys.go()
    assert page.locator("h1").inner_text() == "Verification"
    keys.to(ref)
    keys.go()
    keys.to("Take up verification")
    keys.go("Space")  # a link that looks like a button is pressed like one
    keys.to("Take up verification", kind="submit")
    keys.go("Space")
    assert state_of(site, ref) == "in_verification"

    # The skip link leads past the header; from below, Shift+Tab leads back up.
    keys.to("Skip to main content")
    keys.press("Enter")
    keys.to("Complete the checklist")
    main = page.locator("main .govuk-button:not(.govuk-button--secondary)")
    assert main.all_inner_texts() == ["Complete the checklist"]
    keys.to("Raise a finding")
    keys.to("Complete the checklist", back=True)
    keys.go()
    assert tick_each_group(keys, "Save") == 13
    keys.go()
    assert "The checklist is complete" in page.locator("main").inner_text()

    keys.to("Recommend for funding")
    keys.go()
    keys.to("", kind="textarea")
    keys.type("Each eligible need is met at a usual cost.")
    keys.to("Recommend for funding", kind="submit")
    keys.go()
    assert state_of(site, ref) == "awaiting_funding_decision"
    assert keys.unseen == [], "these stops are not to be seen"


def test_a_verifier_writes_a_finding_and_arrows_choose_what_it_is_about(
    site: Site, new_page: Callable[..., Page]
) -> None:
    ref, page = site.plan_in("in_verification"), new_page()
    keys = begin(site, page, "verifier")
    keys.to(ref)
    keys.go()
    keys.to("Raise a finding")
    keys.go()
    keys.until(lambda stop: stop["kind"] == "radio", "what the finding is about")
    keys.press("Space")
    keys.press("ArrowDown")
    assert keys.here()["chosen"]
    about = page.locator("input[type=radio]:checked + label").inner_text()
    keys.to("", kind="textarea")
    keys.type("Why each morning?")
    keys.to("Raise a finding", kind="submit")
    keys.go()
    assert "Why each morning?" in page.locator("main").inner_text()
    assert about.startswith("Line"), "the arrow moved from the need to its line"
    assert keys.unseen == [], "these stops are not to be seen"


def test_a_team_manager_decides_the_funding_by_keyboard_alone(site: Site, new_page: Callable[..., Page]) -> None:
    plan = "their_reference = 'DEMO-11'"
    ref = str(site.rows(f"SELECT ref FROM casework_supportplan WHERE {plan}")[0][0])
    page = new_page()
    keys = begin(site, page, "teammanager")
    keys.to("Funding decisions", kind="a")
    keys.go()
    keys.to(ref)
    keys.go()
    keys.to("Decide the funding")
    keys.go()
    keys.until(lambda stop: stop["kind"] == "radio", "the first line's decision")
    keys.press("Space")
    keys.press("ArrowRight")
    keys.press("ArrowLeft")
    assert keys.here()["words"] == "Fund"
    tick_each_group(keys, "Record the decision")
    keys.go()
    assert state_of(site, ref) == "funded"
    assert keys.unseen == [], "these stops are not to be seen"


def test_a_broker_invites_takes_offers_and_awards_by_keyboard_alone(site: Site, new_page: Callable[..., Page]) -> None:
    sent_elsewhere = "their_reference = 'DEMO-11'"  # decided by the team manager above
    ref = str(site.rows(f"SELECT ref FROM casework_supportplan WHERE state = 'funded' AND NOT {sent_elsewhere}")[0][0])
    page = new_page()
    keys = begin(site, page, "broker")
    keys.to("Brokerage", kind="a")
    keys.go()
    keys.to(ref)
    keys.go()
    keys.to("Take up brokerage")
    keys.go()
    keys.to("Take up brokerage", kind="submit")
    keys.go()
    for line in ("L1", "L2"):
        to_brokerage(keys)
        keys.to(f"Invite offers for line {line}")
        keys.go()
        keys.until(lambda stop: stop["kind"] == "checkbox", "the first care provider")
        keys.press("Space")
        keys.to("Invite", kind="submit")
        keys.go()
        to_brokerage(keys)
        keys.to(f"Record an offer for line {line}")
        keys.go()
        keys.until(lambda stop: stop["kind"] == "select-one", "the care provider")
        keys.press("ArrowDown")
        keys.until(lambda stop: stop["kind"] == "radio", "what they answered")
        keys.press("Space")
        keys.to("Price of one", kind="text")
        keys.type("20")
        keys.to("Record", kind="submit")
        keys.go()
    keys.to("Award the package")
    keys.go()
    for line in ("L1", "L2"):
        keys.until(lambda stop: stop["kind"] == "radio", f"the offer taken for line {line}")
        keys.press("Space")
        keys.to("What the person chose", kind="textarea")
        keys.type("Whoever can come from Monday.")
    keys.to("Award the package", kind="submit")
    keys.go()
    assert state_of(site, ref) == "package_arranged"
    assert keys.unseen == [], "these stops are not to be seen"


def to_brokerage(keys: Keyboard) -> None:
    """The plan's page of brokerage, by its tab, wherever on the plan this is."""
    keys.to("Brokerage", kind="a")
    keys.go()


# -- on a phone, without scripts --------------------------------------------------------------------------------------


def test_a_practitioner_writes_and_comes_back_without_scripts(site: Site, new_page: Callable[..., Page]) -> None:
    ref, page = site.plan_in("draft"), new_page(PHONE, scripts=False)
    log_in(page, site, "practitioner")
    page.goto(f"{site.url}/plans/{ref}/prepare/")
    page.get_by_role("link", name="What matters to the person’s wellbeing").click()
    said = "To see the sea again,\nand to sleep without fear of the stairs."
    page.get_by_label("What matters to the person").fill(said)
    page.get_by_role("button", name="Save").click()
    assert page.locator(".govuk-notification-banner--success").is_visible()
    page.goto(f"{site.url}/")
    page.get_by_role("link", name=ref).last.click()
    page.get_by_role("button", name="Write the plan").click()
    page.get_by_role("link", name="What matters to the person’s wellbeing").click()
    assert page.get_by_label("What matters to the person").input_value() == said


def test_a_broker_starts_a_package_without_scripts(site: Site, new_page: Callable[..., Page]) -> None:
    ref, page = site.plan_in("package_arranged"), new_page(PHONE, scripts=False)
    log_in(page, site, "broker")
    page.get_by_role("link", name=ref).first.click()
    page.get_by_role("button", name="Start the package").click()
    page.get_by_role("button", name="Start the package").click()
    if page.locator(".govuk-error-summary").count():
        today = datetime.now(tz=UTC).date()
        for part, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
            page.get_by_label(part, exact=True).fill(str(value))
        page.get_by_role("button", name="Start the package").click()
    assert state_of(site, ref) == "active"


# -- two at once ------------------------------------------------------------------------------------------------------


def test_the_second_of_two_writers_is_told_who_changed_what_and_loses_nothing(
    site: Site, new_page: Callable[..., Page]
) -> None:
    ref = site.plan_in("draft", 1)
    first, second = new_page(), new_page(PHONE)
    for page, username in ((first, "practitioner"), (second, "secondpractitioner")):
        log_in(page, site, username)
        page.goto(f"{site.url}/plans/{ref}/prepare/involvement/")
    first.get_by_label("The person").fill("Chose the days herself.")
    first.get_by_role("button", name="Save").click()
    second.get_by_label("The person").fill("Her brother spoke for her.")
    second.get_by_role("button", name="Save").click()
    told = second.locator("main").inner_text()
    assert second.title().startswith("Error: ")
    assert "Amara Okafor" in told, "who"
    assert "Chose the days herself." in told, "what"
    assert second.get_by_label("The person").input_value() == "Her brother spoke for her."
    second.get_by_role("button", name="Save mine over it").click()
    assert second.locator(".govuk-notification-banner--success").is_visible()
    second.goto(f"{site.url}/plans/{ref}/prepare/involvement/")
    assert second.get_by_label("The person").input_value() == "Her brother spoke for her."


# -- refused ----------------------------------------------------------------------------------------------------------


def test_a_practitioner_is_told_why_a_decision_is_not_hers(site: Site, new_page: Callable[..., Page]) -> None:
    ref, page = site.plan_in("awaiting_funding_decision"), new_page()
    log_in(page, site, "practitioner")
    answer = page.goto(f"{site.url}/plans/{ref}/decide-funding/")
    assert answer
    assert answer.status == 403
    page.get_by_role("link", name="Why can’t I do this?").click()
    told = page.locator("main").inner_text()
    assert "You may not exercise this function" in told
    assert "Verification: statutory needs met and funding agreed" in told
    assert "team manager of Exampleshire Council" in told


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_refusal_a_page_not_there_and_a_step_already_taken_are_accessible(
    site: Site, new_page: Callable[..., Page], width: int
) -> None:
    page = new_page(width)
    log_in(page, site, "practitioner")
    ref = site.plan_in("awaiting_funding_decision")
    for address, status in ((f"/plans/{ref}/decide-funding/", 403), ("/plans/SP-0000-0000/", 404)):
        answer = page.goto(site.url + address)
        assert answer
        assert answer.status == status
        must_be_accessible(page)
    ref = site.plan_in("submitted")
    first, second = new_page(width), new_page(width)
    for browser_of, username in ((first, "verifier"), (second, "secondverifier")):
        log_in(browser_of, site, username)
        browser_of.goto(f"{site.url}/plans/{ref}/take-up-verification/")
    first.get_by_role("button", name="Take up verification").click()
    with second.expect_response(lambda answer: answer.request.method == "POST") as answered:
        second.get_by_role("button", name="Take up verification").click()
    assert answered.value.status == 409
    must_be_accessible(second)


@pytest.mark.parametrize("address", ["/limits/set/", "/guide-prices/", "/organisations/open/"])
def test_a_page_of_the_council_is_not_there_for_a_practitioner(
    site: Site, new_page: Callable[..., Page], address: str
) -> None:
    page = new_page()
    log_in(page, site, "practitioner")
    answer = page.goto(site.url + address)
    assert answer
    assert answer.status in (403, 404)
    assert page.locator("h1").inner_text() in ("You cannot do this", "Page not found")


def test_another_providers_plan_is_not_found(site: Site, new_page: Callable[..., Page]) -> None:
    page = new_page()
    log_in(page, site, "otherpractitioner")
    for part in ("", "needs/", "prepare/", "prepare/wellbeing/"):
        answer = page.goto(f"{site.url}/plans/{site.plan_in('draft')}/{part}")
        assert answer
        assert answer.status == 404, part
        assert page.locator("h1").inner_text() == "Page not found"
