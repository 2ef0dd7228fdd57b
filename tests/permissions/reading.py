"""Reads the tables here: a row a page and a method, a column a role, and in each cell what that role is answered.

The words of a cell:

    page        the page is shown (200)
    log in      sent to the log-in page (302)
    not found   told that there is no such thing, in the words of a true 404
    refused     told why not, by what source and who may (403)
    done        the act is done and the page after it follows (303)
    file        a file is handed over (200)
    taken in    what is sent is read, and each plan in it is told of (200)
    refused inside   what is sent is read, and each plan in it is refused with its reason (422)
    signed in   logged in, or already so, and sent on (302); signed out: logged out and sent on (302)
    as ours     the answer of the row "ours" to the same page: refused where that is, found where that is
    their own   it is this role's own organisation's

A page with no POST row takes no POST: 405. Rows of a star stand for every page that names such a thing.
"""

import csv
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from tests.permissions.world import ACCOUNTS
from tests.registers.kit import pages

TABLES = Path(__file__).parent / "tables"
OURS = ("ours", "none")
WORDS = {"page": 200, "log in": 302, "not found": 404, "refused": 403, "done": 303}
WORDS |= {"refused inside": 422, "taken in": 200, "file": 200, "signed in": 302, "signed out": 302}
HARMLESS = ("PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass(frozen=True)
class Address:
    """A URL pattern of the product: its name, its route, and what it names."""

    name: str
    route: str
    named: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What the address names: a plan, a person, ..., or nothing."""
        if self.name in pages():
            return pages()[self.name].kind
        first = self.route.partition("/")[0]
        if "username" in self.named:
            return "account"
        if self.name == "delegation:revoke":
            return "authorisation"
        return KINDS.get(first, "none") if self.named else "none"


KINDS = {
    "plans": "plan",
    "people": "person",
    "safeguarding-concerns": "concern",
    "organisations": "organisation",
    "posts": "post",
    "cover": "cover",
    "schedule": "function",
    "register": "line of the register",
    "queues": "queue",
}


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    page: str
    address: str
    method: str
    whose: str
    answers: dict[str, str]


@dataclass(frozen=True)
class Cell:
    """One role asking for one page in one way, and what the table says it is answered."""

    page: str
    method: str
    whose: str
    role: str
    answer: str

    def __str__(self) -> str:
        return f"{self.method} {self.page} ({self.whose}) as {self.role}: {self.answer}"

    @property
    def is_everyday(self) -> bool:
        """Whether every run walks the cell: one in forty of what is shown or done, fewer of others' things."""
        share = 320 if self.method not in ("GET", "POST") else 40 if self.whose in OURS else 160
        return zlib.crc32(f"{self.method} {self.page} {self.whose} {self.role}".encode()) % share == 0


def addresses() -> dict[str, Address]:
    """Every URL pattern of the product by its name."""
    found = {address.name: address for address in _walk(get_resolver(), "", "")}
    assert len(found) == sum(1 for _ in _walk(get_resolver(), "", "")), "two URL patterns have one name"
    return found


def _walk(resolver: URLResolver, route: str, namespace: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        whole = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            named = tuple(pattern.pattern.regex.groupindex)
            yield Address(name=f"{namespace}{pattern.name}", route=whole, named=named)
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, whole, inner)


@cache
def rows() -> tuple[Row, ...]:
    """The tables as they are written, one after another."""
    return tuple(row for table in sorted(TABLES.glob("*.csv")) for row in _rows_of(table))


def _rows_of(table: Path) -> Iterator[Row]:
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            answers = {role: row[role] for role in ACCOUNTS}
            yield Row(
                page=row["page"],
                address=row["address"],
                method=row["method"],
                whose=row["whose"],
                answers=answers,
            )


def row_of(page: str, method: str, whose: Sequence[str] = OURS) -> Row | None:
    """The row of a page and a method, if the table has one."""
    return next((row for row in rows() if (row.page, row.method) == (page, method) and row.whose in whose), None)


def cells(address: Address) -> Iterator[Cell]:
    """Every cell of one page: GET, HEAD and POST by its rows, the harmless methods, and others' things."""
    for whose in _whose(address):
        for method in ("GET", "HEAD", "POST", *HARMLESS):
            if whose not in OURS and method not in ("GET", "POST"):
                continue
            for role in ACCOUNTS:
                if (answer := _answer(address, method, whose, role)) is not None:
                    yield Cell(address.name, method, whose, role, answer)


def _whose(address: Address) -> list[str]:
    own = next(row.whose for row in rows() if row.page == address.name)
    star = [row.whose for row in rows() if row.page == f"* {address.kind}"]
    return [own, *dict.fromkeys(star)]


def _answer(address: Address, method: str, whose: str, role: str) -> str | None:
    if method in HARMLESS:
        return "harmless"
    asked = "GET" if method == "HEAD" else method
    own = row_of(address.name, asked)
    if whose not in OURS:
        star = row_of(f"* {address.kind}", "any", (whose,))
        assert star is not None
        answer = star.answers[role]
        if own is None or answer == "their own":
            return None
        if answer != "as ours":
            return answer
    if own is None:
        return "no such method" if row_of(address.name, "GET") and whose in OURS else None
    answer = own.answers[role]
    if whose not in OURS:
        return "as ours: refused" if answer == "refused" else "as ours: found" if answer != "not found" else answer
    return answer
