"""A person who has only a keyboard: finds things by Tab, sees where they are at every stop, and never clicks."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 120
# How the thing with the focus looks: what a person who does not use a mouse goes by. Radio buttons and tick boxes are
# drawn by their labels.
LOOK = """window.lookOf = element => {
  const seen = (style) => [
    style.outlineStyle === 'none' || /^rgba.*, 0\\)$/.test(style.outlineColor) || style.outlineColor === 'transparent'
      ? '' : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`,
    style.boxShadow, style.backgroundColor,
    style.borderWidth === '0px' ? '' : `${style.borderWidth} ${style.borderColor}`,
  ].join('|')
  const drawn = [getComputedStyle(element)]
  for (const label of element.labels ?? []) drawn.push(getComputedStyle(label, '::before'))
  return drawn.map(seen).join('||')
}"""
KEEP = f"""() => {{
  {LOOK}
  window.was = document.activeElement
  window.lookedLike = window.was === document.body ? '' : lookOf(window.was)
}}"""
# The stop that was just left, where it looks no other without the focus than it did with it. What only a skip link or a
# script can put the focus on is no stop.
UNSEEN = """() => {
  const was = window.was
  if (!was || was.tabIndex < 0 || !was.isConnected || was === document.activeElement) return ''
  return lookOf(was) === window.lookedLike ? was.outerHTML.slice(0, 160) : ''
}"""
HERE = """() => {
  const element = document.activeElement
  if (element === document.body) return {words: '', kind: 'body', name: '', chosen: false, group: false}
  const label = element.labels?.[0]?.innerText
  return {
    words: (label ?? element.innerText ?? element.value ?? '').trim(),
    kind: element.type || element.tagName.toLowerCase(),
    name: element.name ?? '',
    chosen: element.checked ?? false,
    group: [...document.querySelectorAll('input')].some(e => e.name === element.name && e.checked),
  }
}"""
Stop = dict[str, Any]


class Keyboard:
    """The keys, pressed on one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.unseen: list[str] = []

    def here(self) -> Stop:
        """What has the focus."""
        found: Stop = self.page.evaluate(HERE)
        return found

    def tab(self, *, back: bool = False) -> Stop:
        """One stop on, or back; whether the stop that is left was to be seen is kept."""
        self.page.evaluate(KEEP)
        self.page.keyboard.press("Shift+Tab" if back else "Tab")
        if unseen := self.page.evaluate(UNSEEN):
            self.unseen.append(f"{self.page.url}: {unseen}")
        return self.here()

    def to(self, words: str, *, kind: str = "", back: bool = False) -> None:
        """Tab until something of these words has the focus; not a region that scrolls, which holds many."""
        self.until(lambda stop: words in stop["words"] and kind in stop["kind"] and stop["kind"] != "div", words, back)

    def until(self, found: Callable[[Stop], bool], sought: str, back: bool = False) -> None:
        """Tab until a stop is the one sought."""
        met: list[str] = []
        for _ in range(MOST_STOPS):
            stop = self.tab(back=back)
            if found(stop):
                return
            met.append(stop["words"][:40])
        raise AssertionError(f"{sought} is not to be reached on {self.page.url} by keyboard; met {met}")

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def go(self, key: str = "Enter") -> None:
        """Press what leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def log_in(self, username: str, password: str) -> None:
        self.to("Username")
        self.type(username)
        self.to("Password")
        self.type(password)
        self.go()
