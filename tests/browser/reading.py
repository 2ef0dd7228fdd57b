"""What a page is made of: where it leads, its headings, and its parts, which pages built alike share."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Attributes whose value is part of how a page is built; of any other only that it is there.
BUILT_BY = frozenset({"class", "role", "type", "scope", "tabindex", "aria-current", "aria-hidden", "hidden"})
# A word longer than this may not fit a phone, so its length belongs to how a part is built.
LONG_WORD = 20


@dataclass
class Element:
    """An element of a page with what is in it."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def every(self, *tags: str) -> list["Element"]:
        """Every element inside with one of these tags, in order."""
        found = [each for each in self.inside if each.tag in tags]
        return [inner for each in self.inside for inner in ([each] if each in found else []) + each.every(*tags)]

    def text(self) -> str:
        return " ".join([*self.words, *(each.text() for each in self.inside)]).strip()

    def look(self) -> str:
        """Its tag and its classes, which decide how it looks."""
        return f"{self.tag}.{self.attributes.get('class', '')}"

    def parts(self, outside: tuple[str, ...] = ()) -> set[int]:
        """A number for every element inside by how it is built: where it stands, its attributes, what is right in it.

        Two pages with the same numbers are built alike; a label left out or a class more is another number.
        """
        said = [f"{name}={value}" if name in BUILT_BY else name for name, value in sorted(self.attributes.items())]
        longest = max((len(word) for line in self.words for word in line.split()), default=0)
        right_in_it = tuple(dict.fromkeys(each.look() for each in self.inside))
        here = (*outside, self.look())
        number = hash((here, tuple(said), bool(self.words), longest if longest > LONG_WORD else 0, right_in_it))
        return {number}.union(*(each.parts(here) for each in self.inside))

    def colours(self, outside: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
        """What decides the colours of each text inside: the chain of tags and classes it stands in."""
        here = (*outside, self.look())
        found = {here} if self.words else set()
        return found.union(*(each.colours(here) for each in self.inside))


class PageRead(HTMLParser):
    """A page read from its source."""

    def __init__(self, source: str, address: str) -> None:
        super().__init__()
        self.address = address
        self.whole = Element("page", {})
        self._open = [self.whole]
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1:
            if self._open.pop().tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open[-1].words.append(data.strip())

    def parts(self) -> set[int]:
        return self.whole.parts()

    def colours(self) -> set[tuple[str, ...]]:
        return self.whole.colours()

    def faults(self) -> list[str]:
        """What is wrong with the page without looking at it."""
        titles = [each.text() for each in self.whole.every("head")[0].every("title")]
        headings = [each.text() for each in self.whole.every("h1")]
        ids = Counter(each.attributes["id"] for each in self._with_ids(self.whole))
        found = [f"the id {name} stands {times} times" for name, times in ids.items() if times > 1]
        if len(headings) != 1 or not headings[0]:
            found.append(f"{len(headings)} first headings: {headings}")
        if len(titles) != 1 or not titles[0] or titles[0].startswith("–"):
            found.append(f"the title is {titles}")
        return found

    def _with_ids(self, element: Element) -> list[Element]:
        return [
            *([element] if "id" in element.attributes else []),
            *(found for each in element.inside for found in self._with_ids(each)),
        ]

    def sends(self) -> bool:
        """Whether the page has a form of its own that acts."""
        return any(self._is_post(form) for main in self.whole.every("main") for form in main.every("form"))

    def leads_to(self) -> list[str]:
        """Every address it leads to by GET: its links, and its GET forms as they stand."""
        links = [each.attributes["href"] for each in self.whole.every("a") if "href" in each.attributes]
        forms = [self._as_it_stands(form) for form in self.whole.every("form") if not self._is_post(form)]
        return [urljoin(self.address, each).partition("#")[0] for each in [*links, *forms]]

    def _is_post(self, form: Element) -> bool:
        return form.attributes.get("method", "").lower() == "post"

    def _as_it_stands(self, form: Element) -> str:
        sent = []
        for box in form.every("input", "select", "textarea"):
            name, value = box.attributes.get("name", ""), box.attributes.get("value", "")
            if box.attributes.get("type") in ("radio", "checkbox") and "checked" not in box.attributes:
                continue
            if box.tag == "select":
                options = box.every("option")
                chosen = [option for option in options if "selected" in option.attributes] or options[:1]
                value = chosen[0].attributes.get("value", chosen[0].text()) if chosen else ""
            if name:
                sent.append((name, value))
        return f"{form.attributes.get('action') or self.address.partition('?')[0]}?{urlencode(sent)}"
