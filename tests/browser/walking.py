"""Walks the whole product in a real browser as one person: from the first page along every link that is shown.

One page is kept for each address of the product, for each kind of thing it names and for each set of filters,
so that the walk ends. Its source is read for everyone; it is looked at in the browser, by axe and at three widths,
where it has any part that is built as none looked at before.
"""

from collections import deque
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from delegation.demo import DEMO_PASSWORD
from tests.browser.conftest import found_by_axe
from tests.browser.reading import PageRead
from tests.browser.site import Site

WIDE, PHONE, ZOOMED = 1100, 375, 320  # 320 is a window of 1280 at 400 %
HEIGHT = 800
WITH_ERRORS = " with errors"
# What the browser itself writes when a page answers with its refusal or its mistakes, which is what was asked.
EXPECTED_IN_CONSOLE = "Failed to load resource: the server responded with a status of 4"

# The button that sends a form as finished, and not what stands beside it.
FINISHES = "button[type=submit]:not([name=later]):not([name=discard])"

# Everything typed or chosen is taken out, so that a form is sent empty.
EMPTIED = """form => {
  for (const box of form.querySelectorAll('input:not([type=hidden]), textarea')) {
    if (['checkbox', 'radio'].includes(box.type)) box.checked = false
    else box.value = ''
  }
  for (const list of form.querySelectorAll('select')) {
    list.selectedIndex = [...list.options].findIndex(option => option.value === '')
  }
}"""


@dataclass(frozen=True)
class Place:
    """A page as the walk tells pages apart."""

    name: str
    kind: str
    asked: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What came back: its status, where one arrived, and the page, where it is one."""

    status: int
    address: str
    page: PageRead | None


@dataclass
class Walk:
    """The walk of the product by everyone in turn, and what was found. Each person walks once."""

    browser: Browser
    site: Site
    kinds: dict[str, str]
    faults: dict[str, list[str]] = field(default_factory=dict)
    reached: dict[str, set[str]] = field(default_factory=dict)
    forms_met: set[str] = field(default_factory=set)
    parts_seen: set[int] = field(default_factory=set)
    colours_seen: set[tuple[str, ...]] = field(default_factory=set)
    seen_wide: set[str] = field(default_factory=set)
    pages_read: int = 0
    pages_looked_at: int = 0

    def by(self, username: str) -> list[str]:
        """What is wrong on the pages this person meets; "" walks without logging in."""
        if username not in self.faults:
            self.faults[username] = []
            self.reached[username] = set()
            _Walker(self, username).go()
        return self.faults[username]


class _Walker:
    """One person in one browser window."""

    def __init__(self, walk: Walk, username: str) -> None:
        self.walk, self.username = walk, username
        self.faults = walk.faults[username]
        self.context = walk.browser.new_context(viewport={"width": WIDE, "height": HEIGHT})
        self.page = self.context.new_page()
        self.page.on("console", self.console)
        self.page.on("pageerror", lambda error: self.fault(f"script error: {error}"))
        self.page.on("request", self.request)
        self.known: set[Place] = set()
        self.asked: set[str] = set()
        self.waiting: deque[tuple[str, str]] = deque()
        self.forms: list[tuple[str, str]] = []
        self.cookie = ""

    # -- what goes wrong ------------------------------------------------------------------------------------------

    def fault(self, sentence: str) -> None:
        self.faults.append(f"{self.inside(self.page.url)}: {sentence}")

    def console(self, line: ConsoleMessage) -> None:
        if line.type in ("error", "warning") and not line.text.startswith(EXPECTED_IN_CONSOLE):
            self.fault(f"console: {line.text}")

    def request(self, request: Request) -> None:
        if not request.url.startswith((self.walk.site.url, "data:")):
            self.fault(f"asks another host: {request.url}")

    # -- the way --------------------------------------------------------------------------------------------------

    def go(self) -> None:
        """Log in where there is somebody, then open page after page until none is new."""
        if self.username:
            log_in(self.page, self.walk.site, self.username)
            self.cookie = "; ".join(f"{each['name']}={each['value']}" for each in self.context.cookies())
            self.meet("/", "the start")
            self.search()
        else:
            for address in ("/", "/no/such/page/", "/register/"):
                self.meet(address, "typed")
        while self.waiting:
            address, origin = self.waiting.popleft()
            self.open(address, origin)
        for address, name in self.forms:
            self.send_empty(address, name)
        self.context.close()

    def search(self) -> None:
        """People are found by a search, which is posted; whoever may search meets those found."""
        if self.page.goto(f"{self.walk.site.url}/people/").status != 200:
            return
        for words in SEARCHED:
            self.page.locator("main input[type=text], main input[type=search]").first.fill(words)
            self.page.locator("main button[type=submit]").first.click()
            for link in PageRead(self.page.content(), "/people/").leads_to():
                self.meet(link, "a search")
        self.look("casework:people found")

    def meet(self, address: str, origin: str) -> None:
        """Keep an address for later where its page is a new one; else ask only whether it opens."""
        address = self.inside(address)
        if not address.startswith("/") or address in self.asked:
            return
        self.asked.add(address)
        place = self.place_of(address)
        if place in self.known:
            return
        self.known.add(place)
        self.waiting.append((address, origin))

    def inside(self, address: str) -> str:
        """An address within the site, without its host."""
        return address.removeprefix(self.walk.site.url)

    def place_of(self, address: str) -> Place:
        """The pattern, the kind of thing it names, and the filters set."""
        parts = urlsplit(address)
        asked = tuple(sorted({name for name, value in parse_qsl(parts.query)}))
        try:
            match = resolve(parts.path)
        except Resolver404:
            return Place("404", "", asked)
        by = next((name for name in NAMED_BY if name in match.kwargs), "")
        named = str(match.kwargs.get(by, ""))
        kind = self.walk.kinds.get(named, "kept" if by == "key" else named)
        return Place(match.view_name, kind if match.view_name in TOLD_APART else kind.partition(" ")[0], asked)

    def open(self, address: str, origin: str) -> None:
        """One page: read its source, look at it where something in it is new, and meet what it leads to."""
        name = self.place_of(address).name
        answer = self.ask(address)
        if answer.status != (404 if name == "404" else 200):
            self.faults.append(f"{address}: {answer.status}, though {origin} leads there")
        if name in NOT_A_PAGE or not answer.page:
            return
        arrived = self.place_of(answer.address).name
        self.walk.pages_read += 1
        self.faults += [f"{answer.address}: {sentence}" for sentence in answer.page.faults()]
        if answer.status == 200:
            self.walk.reached[self.username].add(arrived)
            if answer.page.sends() and arrived not in self.walk.forms_met:
                self.walk.forms_met.add(arrived)
                self.forms.append((answer.address, arrived))
        parts, colours = answer.page.parts(), answer.page.colours()
        if not parts <= self.walk.parts_seen or arrived not in self.walk.seen_wide:
            self.walk.parts_seen |= parts
            self.page.goto(self.walk.site.url + answer.address)
            self.look(arrived, contrast=not colours <= self.walk.colours_seen)
            self.walk.colours_seen |= colours
        for link in answer.page.leads_to():
            self.meet(link, answer.address)

    def ask(self, address: str) -> "Answer":
        """The page as the server sends it, redirects followed."""
        for _ in range(4):
            with closing(HTTPConnection(urlsplit(self.walk.site.url).netloc)) as line:
                line.request("GET", address, headers={"Cookie": self.cookie})
                got = line.getresponse()
                body = got.read()
            if got.status not in (301, 302, 303):
                break
            address = self.inside(urljoin(address, got.headers["Location"]))
        is_page = got.headers.get_content_type() == "text/html"
        return Answer(got.status, address, PageRead(body.decode(), address) if is_page else None)

    def look(self, name: str, *, contrast: bool = True) -> None:
        """The page on a phone by axe, in a wide window by axe for the first who meets it, and its width in each."""
        self.walk.pages_looked_at += 1
        if name not in self.walk.seen_wide and not name.endswith(WITH_ERRORS):
            self.walk.seen_wide.add(name)
            self.ask_axe(WIDE, contrast=False)
        for width in (WIDE, ZOOMED, PHONE):
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            over = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if over > 0:
                self.fault(f"runs {over} px off the side of a window of {width} px")
        self.ask_axe(PHONE, contrast=contrast)
        self.page.set_viewport_size({"width": WIDE, "height": HEIGHT})

    def ask_axe(self, width: int, *, contrast: bool = True) -> None:
        for sentence in found_by_axe(self.page, contrast=contrast):
            self.fault(f"axe at {width} px: {sentence}")

    def send_empty(self, address: str, name: str) -> None:
        """Sent with nothing in it, a form changes nothing and says what is missing."""
        if name in EMPTY_IS_AN_ANSWER:
            return
        self.page.goto(self.walk.site.url + address)
        form = self.page.locator("main form[method=post]").last
        if not form.locator("input:not([type=hidden]), select, textarea").count():
            return  # a button, which is the whole act
        form.evaluate(EMPTIED)
        form.locator(FINISHES).last.click()
        if not self.page.locator(".govuk-error-summary").is_visible():
            self.fault(f"the empty form of {name} is not answered with what is missing")
            return
        if not self.page.title().startswith("Error: "):
            self.fault("the title does not say that there is an error")
        self.look(name + WITH_ERRORS)


def log_in(page: Page, site: Site, username: str) -> None:
    """Through the log-in page, as anybody."""
    page.goto(f"{site.url}/log-in/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", DEMO_PASSWORD)
    page.click("main button[type=submit]")


def addresses(patterns: list[URLPattern | URLResolver] | None = None, space: str = "") -> list[str]:
    """The name of every address of the product."""
    names: list[str] = []
    for each in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(each, URLResolver):
            names += addresses(each.url_patterns, f"{each.app_name}:" if each.app_name else space)
        else:
            names.append(f"{space}{each.name}")
    return names


# The parts of an address by which the things it names are told apart; others name things that are all alike.
NAMED_BY = ("queue", "ref", "username", "number", "key")
# The pages on which it matters what more a thing has than its state.
TOLD_APART = {"verification:plan", "verification:findings", "casework:person"}
# Parts of names by which everybody in the demonstration is found.
SEARCHED = ("Yusuf", "Clarke")
# What a link leads to that is no page: it is asked whether it opens.
NOT_A_PAGE = {
    "healthz": "for a load balancer",
    "readyz": "for a load balancer",
    "council_css": "a style sheet",
    "delegation:register_download": "a file",
    "casework:import-schema": "a file",
    "verification:diagram_svg": "a picture",
    "delegation:procedure_svg": "a picture",
    "verification:diagram_bpmn": "a file",
}
# Forms in which nothing has to be filled in, so that an empty one is a whole act.
WRITTEN_BIT_BY_BIT = "a plan is written bit by bit: what is not known yet is left open"
EMPTY_IS_AN_ANSWER: dict[str, str] = {
    "verification:pass_quality_assurance": "a note may be added",
    "verification:complete_checklist": "a checklist is answered bit by bit",
    "casework:wellbeing": WRITTEN_BIT_BY_BIT,
    "casework:prevention": WRITTEN_BIT_BY_BIT,
    "casework:direct-payment": WRITTEN_BIT_BY_BIT,
    "casework:review": WRITTEN_BIT_BY_BIT,
    "casework:involvement": WRITTEN_BIT_BY_BIT,
    "casework:explain-need": WRITTEN_BIT_BY_BIT,
    "casework:remove-line": "only asks whether it is meant",
}
