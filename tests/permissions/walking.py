"""Asks every cell of the table of the product, and says what was answered otherwise.

Beside the answer itself it looks at what no cell may do: break, show a traceback, write to a case record on a GET or a
refused POST, or put a person's details into an address, a message or a log line.
"""

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpResponse
from django.urls import reverse

from casework.models import SupportPlan
from config.logs import NoPersonalDetails
from delegation.models import Act
from tests.permissions.forms import STAGES, TYPED, Boxes, Typed, ready
from tests.permissions.reading import HARMLESS, OURS, WORDS, Address, Cell, row_of
from tests.permissions.world import NOBODY, PERSONAL, World, undone
from tests.proof.failing import OF_A_SAVEPOINT
from tests.registers.kit import pages

# What reading may write: the line that says so, the end of the register, and the session's own time.
WRITTEN_BY_READING = {"delegation_act", "delegation_registerhead", "django_session"}
# Answers that change something, or may.
MAY_WRITE = {"done", "taken in", "refused inside", "signed in", "signed out", "as ours: found"}
# Pages that are there only once a plan was decided; the others' plans are drafts.
ONCE_DECIDED = {"verification:letter"}
WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)"?', re.IGNORECASE)
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
# The most statements an act may take, session and account included.
MOST_STATEMENTS = 30
# What an address may name that is not there at all.
NOTHING: dict[str, Any] = {
    "plan": SimpleNamespace(ref="SP-0000-0000"),
    "person": SimpleNamespace(ref="PE-0000-0000"),
    "contact": SimpleNamespace(ref="CO-0000-0000"),
    "concern": SimpleNamespace(ref="SC-0000-0000"),
    "assessment": SimpleNamespace(ref="AS-0000-0000"),
    "organisation": SimpleNamespace(key="no-such"),
    "account": SimpleNamespace(username="no-such"),
    "post": SimpleNamespace(pk=999_999),
    "cover": SimpleNamespace(pk=999_999),
    "authorisation": SimpleNamespace(pk=999_999, function="support_plan_development"),
    "council": SimpleNamespace(key="no-such"),
    "act": SimpleNamespace(seq=999_999),
    "exception": SimpleNamespace(pk=999_999),
}


class Written:
    """Which tables were written to, and how many statements there were.

    The act's own transaction is a savepoint of the walk's: its first and last statement stand for BEGIN and COMMIT,
    and are not counted.
    """

    def __init__(self) -> None:
        self.tables: set[str] = set()
        self.statements = 0
        self._outermost = len(connection.savepoint_ids)

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not (sql.startswith(OF_A_SAVEPOINT) and len(connection.savepoint_ids) == self._outermost):
            self.statements += 1
        if found := WRITES.match(sql):
            self.tables.add(found[1])
        return execute(sql, params, many, context)


class Lines(logging.Handler):
    """Every log line as it would be written, and as it was told."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(NoPersonalDetails("%(name)s %(message)s"))
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))


@contextmanager
def log_lines() -> Iterator[list[str]]:
    """What every logger says meanwhile, those of Django's own that do not pass it on included."""
    handler = Lines()
    named = [logger for logger in logging.Logger.manager.loggerDict.values() if isinstance(logger, logging.Logger)]
    loggers = [logging.getLogger(), *(logger for logger in named if not logger.propagate)]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield handler.said
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


def address_of(address: Address, things: dict[str, Any], plan: SupportPlan) -> str:
    """The address of a page, naming these things."""
    if address.name in pages():
        return reverse(address.name, kwargs=pages()[address.name].named(things))
    kind = address.kind
    first = address.route.partition("/")[0]
    numbered = {"posts": "post", "cover": "cover", "schedule": "authorisation", "assurance": "exception"}
    named = {
        "ref": {"plan": plan, "person": things["person"], "concern": things["concern"]}.get(kind, plan).ref,
        "contact": things["contact"].ref,
        "assessment": things["assessment"].ref,
        "need": "N1",
        "line": "L1",
        "line_key": "L1",
        "number": 1,
        "queue": "verification",
        "key": things["organisation"].key if first == "organisations" else things["authorisation"].function,
        "username": things["account"].username,
        "pk": things[numbered[first]].pk if first in numbered else 0,
        "council": things["council"].key,
        "seq": things["act"].seq,
    }
    return reverse(address.name, kwargs={name: named[name] for name in address.named})


def typed_for(world: World, address: Address, path: str, plan: SupportPlan) -> Typed:
    """What somebody who may would send from the page: its form as it opens, and the words it lacks."""
    row = row_of(address.name, "POST")
    may = [role for role, answer in row.answers.items() if answer in ("done", "file")] if row else []
    boxes: Typed = {}
    if may and row_of(address.name, "GET"):
        boxes = Boxes(world.client(may[0]).get(path).content.decode()).values
    told = pages()[address.name].typed if address.name in pages() else TYPED.get(address.name, lambda w, p: {})
    return boxes | told(world, plan)


class Walk:
    """One page walked for a choice of cells."""

    def __init__(self, world: World, address: Address) -> None:
        self.world, self.address = world, address
        self.faults: list[str] = []
        self.asked = 0
        self._said: list[str] = []

    def go(self, cells: Iterable[Cell]) -> list[str]:
        """Ask each cell, and return what was answered otherwise."""
        by_whose: dict[str, list[Cell]] = defaultdict(list)
        for cell in cells:
            by_whose[cell.whose].append(cell)
        for whose, own in by_whose.items():
            stage = STAGES.get(self.address.name, "draft") if whose in OURS else "draft"
            self.world.base(stage)
            with undone():
                self._go(whose, own, stage)
        return self.faults

    def _go(self, whose: str, cells: list[Cell], stage: str) -> None:
        if whose in OURS:
            plan = self.world.plan(stage)
            things = ready(self.world, self.address.name)
        else:
            things, plan = self.world.others[whose], self.world.others[whose]["plan"]
        path = address_of(self.address, things, plan)
        sends = any(cell.method == "POST" for cell in cells) and row_of(self.address.name, "POST")
        self.typed = typed_for(self.world, self.address, path, plan) if sends else {}
        with log_lines() as self._said:
            for cell in cells:
                with undone():
                    self._ask(cell, path)

    def _ask(self, cell: Cell, path: str) -> None:
        self.asked += 1
        client = self.world.client(cell.role)
        last = Act.objects.order_by("-pk").values_list("pk", flat=True).first()
        written = Written()
        said = self._said
        del said[:]
        with connection.execute_wrapper(written):
            try:
                answer = client.generic(cell.method, path) if cell.method in HARMLESS else None
                if answer is None:
                    answer = getattr(client, cell.method.lower())(path, self._form(cell))
                body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            except Exception as fault:
                self._told(cell, f"it broke: {type(fault).__name__}: {fault}")
                return
        self._check_answer(cell, answer, body)
        self._check_nothing_personal(cell, path, answer, said)
        if cell.answer == "done" and written.statements > MOST_STATEMENTS:
            self._told(cell, f"it took {written.statements} statements, and {MOST_STATEMENTS} are the most")
        strange = written.tables - WRITTEN_BY_READING
        if strange and cell.answer not in MAY_WRITE:
            self._told(cell, f"it wrote to {', '.join(sorted(strange))}")
        if cell.method == "POST" and answer.status_code == 403:
            refused = Act.objects.filter(pk__gt=last or 0, outcome="refused")
            if not refused.filter(account=self.world.accounts[cell.role]).exists():
                self._told(cell, "the register has no line of the refusal")

    def _form(self, cell: Cell) -> Typed | None:
        if cell.method != "POST":
            return None
        for value in self.typed.values():
            if hasattr(value, "seek"):
                value.seek(0)  # a file was read by whoever sent it before
        return self.typed

    def _told(self, cell: Cell, what: str) -> None:
        self.faults.append(f"{cell}; but {what}")

    def _check_answer(self, cell: Cell, answer: HttpResponse, body: bytes) -> None:
        status = answer.status_code
        if status >= 500 or b"Traceback (most recent call last)" in body:
            self._told(cell, f"the answer is {status}")
            return
        expected = self._expected(cell)
        if status not in expected:
            self._told(cell, f"the answer is {status}{_why(answer)}")
            return
        if (
            status == 404
            and cell.answer != "as ours: found"
            and cell.method in ("GET", "POST")
            and cell.whose != "none"
            and not self._is_true_404(cell, body)
        ):
            self._told(cell, "its 404 is not a true 404's")
        if cell.answer == "log in" and not answer.headers["Location"].startswith("/log-in/?next="):
            self._told(cell, f"it is sent to {answer.headers['Location']}")
        if status == 403 and cell.method in ("GET", "POST") and not _sentence(answer):
            self._told(cell, "the refusal says nothing")
        if cell.method == "HEAD" and body and status != 405:
            self._told(cell, "HEAD has a body")

    def _expected(self, cell: Cell) -> tuple[int, ...]:
        if cell.answer == "harmless":
            return (200, 302, 403, 404, 405) if cell.method == "OPTIONS" else (302, 403, 404, 405)
        if cell.answer == "no such method":
            return (302,) if cell.role in NOBODY and not self._is_open() else (405, 404, 403)
        # Where the address also names a part that the other's plan has not, there is nothing to refuse or to find.
        has_no_such_part = (404,) if len(self.address.named) > 1 or cell.page in ONCE_DECIDED else ()
        if cell.answer == "as ours: refused":
            return (403, *has_no_such_part)
        if cell.answer == "as ours: found":
            return (200, 303, 403, 409, 422, *has_no_such_part)
        return (WORDS[cell.answer],)

    def _is_open(self) -> bool:
        row = row_of(self.address.name, "GET") or row_of(self.address.name, "POST")
        return bool(row) and row.answers["anonymous"] != "log in"

    def _is_true_404(self, cell: Cell, body: bytes) -> bool:
        """Whether the body is that of the same address naming what is not there at all, for the same role.

        The bodies of one part of the product are the same, so they are kept; the exact one is asked for where not.
        """
        key = (cell.role, cell.method, self.address.route.partition("/")[0])
        if self.world.true_404s.get(key) == _plain(body):
            return True
        path = address_of(self.address, NOTHING, NOTHING["plan"])
        answer = getattr(self.world.client(cell.role), cell.method.lower())(path, self._form(cell))
        self.world.true_404s[key] = _plain(answer.content)
        return self.world.true_404s[key] == _plain(body)

    def _check_nothing_personal(self, cell: Cell, path: str, answer: HttpResponse, said: list[str]) -> None:
        request = getattr(answer, "wsgi_request", None)
        messages = [str(message) for message in get_messages(request)] if request else []
        told = {"address": [path, answer.headers.get("Location", "")], "message": messages, "log line": said}
        for where, words in told.items():
            for word in words:
                if found := [each for each in PERSONAL if each.lower() in word.lower()]:
                    self._told(cell, f"{found[0]!r} stands in a {where}")


def _plain(body: bytes) -> bytes:
    return TOKEN.sub(b"", body)


def _sentence(answer: HttpResponse) -> str:
    context = answer.context
    refusal = context.get("refusal") if context else None
    return str(getattr(refusal, "sentence", "") or "")


def _why(answer: HttpResponse) -> str:
    if answer.status_code in (302, 303):
        return f" to {answer.headers['Location']}"
    if said := _sentence(answer):
        return f": {said}"
    form = answer.context.get("form") if answer.context else None
    return f": {dict(form.errors)}" if form is not None and form.is_bound and form.errors else ""
