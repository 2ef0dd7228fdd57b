"""How the pages of the contract show what they hold: a table whose cells know their heading, for phones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from delegation.wording import long_day

Cell = Any


@dataclass(frozen=True, kw_only=True)
class Column:
    """A heading; numbers stand to the right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A caption, headings and rows. A cell is a text, or a dict of text with href, tag, small or whole."""

    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    nothing: str = "There are none."

    @property
    def labelled(self) -> Iterator[list[tuple[Column, Cell]]]:
        """Each row with the heading of each cell."""
        for row in self.rows:
            yield list(zip(self.columns, row, strict=True))


def columns(*titles: str) -> tuple[Column, ...]:
    """Headings; one that begins with "#" is of numbers."""
    return tuple(Column(title=title.removeprefix("#"), numeric=title.startswith("#")) for title in titles)


def day(of: date | None, otherwise: str = "–") -> dict[str, Any]:
    """A day that does not break."""
    return {"text": long_day(of) if of else otherwise, "whole": True}


def fte(number: Decimal | None) -> str:
    """Full-time equivalents, with no more figures than they have."""
    return "–" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def link(text: Any, href: str, small: str = "") -> dict[str, Any]:
    """A way to another page."""
    return {"text": text, "href": href, "small": small}


def tag(text: str, colour: str, small: str = "") -> dict[str, Any]:
    """A state in its colour."""
    return {"text": text, "tag": colour, "small": small}
