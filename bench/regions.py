"""Where the time of a journey goes: each moment belongs to the innermost region it is spent in.

Regions are entered by wrapping the functions that begin them. The database driver is told apart inside each region.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any
from unittest import mock

from django.db import connection
from django.db.backends.utils import CursorWrapper
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

from casework import plans
from delegation import authority, register
from verification import route

OURS = ("delegation", "casework", "verification", "bench")


class Regions:
    """Exclusive seconds by region, of Python and of the driver."""

    def __init__(self) -> None:
        self.python: dict[str, float] = defaultdict(float)
        self.driver: dict[str, float] = defaultdict(float)
        self.statements: dict[str, int] = defaultdict(int)
        self._stack = ["domain"]
        self._in_driver = 0
        self._since = time.perf_counter()

    def _charge(self) -> None:
        now = time.perf_counter()
        into = self.driver if self._in_driver else self.python
        into[self._stack[-1]] += now - self._since
        self._since = now

    def enter(self, region: str) -> None:
        self._charge()
        self._stack.append(region)

    def leave(self) -> None:
        self._charge()
        self._stack.pop()

    def wrapped(self, region: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """`call`, its time charged to `region`."""

        @wraps(call)
        def inside(*args: Any, **kwargs: Any) -> Any:
            self.enter(region)
            try:
                return call(*args, **kwargs)
            finally:
                self.leave()

        return inside

    def driven(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """`call`, its time charged to the driver of the region it is called in."""

        @wraps(call)
        def inside(*args: Any, **kwargs: Any) -> Any:
            self._charge()
            self._in_driver += 1
            self.statements[self._stack[-1]] += 1
            try:
                return call(*args, **kwargs)
            finally:
                self._charge()
                self._in_driver -= 1

        return inside


@contextmanager
def watching() -> Iterator[Regions]:
    """Charge all that happens inside to its region."""
    regions = Regions()
    with ExitStack() as undo:
        for region, function in (
            ("guard", authority.permit),
            ("register", register.record),
            ("register", register._write_lines),
            ("history", register._write_history),
            ("flow", route.begin),
            ("flow", route.finish),
            ("guard", plans._barred),
            ("hands", plans._leave_hand),
        ):
            _replace_everywhere(undo, function, regions.wrapped(region, function))
        for holder, name, region in (
            (plans.plan_moved, "send", "queue"),
            (HistoricalRecords, "create_historical_record", "history"),
            (HistoryManager, "bulk_history_create", "history"),
            (type(register.Account()), "has_perm", "guard"),
        ):
            undo.enter_context(mock.patch.object(holder, name, regions.wrapped(region, getattr(holder, name))))
        for holder, name in (
            (CursorWrapper, "_execute"),
            (CursorWrapper, "_executemany"),
            (type(connection._wrapped if hasattr(connection, "_wrapped") else connection), "_commit"),
        ):
            if hasattr(holder, name):
                undo.enter_context(mock.patch.object(holder, name, regions.driven(getattr(holder, name))))
        regions._since = time.perf_counter()
        yield regions
        regions._charge()


def _replace_everywhere(undo: ExitStack, function: Any, other: Any) -> None:
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").split(".")[0] in OURS:
            for name, value in list(vars(module).items()):
                if value is function:
                    undo.enter_context(mock.patch.object(module, name, other))
