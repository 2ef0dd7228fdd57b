"""What many tests begin with is walked once by the services and brought back for each of them.

On SQLite such a test commits for real and the database is then copied back as it was before. So a beginning that one
test of a worker walked is a copy for the next, as long as nothing was written before it. PostgreSQL, where a database
is not copied in a few milliseconds, walks each beginning and rolls each test back, and so does a test without one.
"""

from __future__ import annotations

import copy
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone

Way = tuple[str, ...]
Begun = Callable[[str, Callable[[], Any]], Any]


class Kept:
    """The database as it was at one moment, to be brought back as often as wanted."""

    def __init__(self) -> None:
        self._copy: sqlite3.Connection | None = None
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            assert not connection.connection.in_transaction, "an open transaction would be waited for without end"
            self._copy = sqlite3.connect(":memory:")
            connection.connection.backup(self._copy)

    def restore(self) -> None:
        assert self._copy is not None
        self._copy.backup(connection.connection)
        ContentType.objects.clear_cache()

    def close(self) -> None:
        if self._copy is not None:
            self._copy.close()


@dataclass(frozen=True)
class Beginning:
    """The database after a walk, what the walk returned, and the moment it ended."""

    kept: Kept
    result: Any
    ended: datetime


@dataclass
class Beginnings:
    """Every beginning this worker walked, by the way that led to it, and where the test at hand stands."""

    made: dict[Way, Beginning] = field(default_factory=dict)
    base: Kept | None = None
    stands: Way = ()
    written: int = -1

    @contextmanager
    def one_test(self) -> Iterator[None]:
        """The database as it was between tests; afterwards it is so again."""
        self.base = self.base or Kept()
        self._stand(())
        try:
            yield
        finally:
            connection.connection.rollback()  # a savepoint that a test set by hand has opened a transaction
            self.base.restore()
            self.written = -1

    def once(self, key: str, walk: Callable[[], Any]) -> Any:
        """What `walk` makes and returns: a copy of it where an earlier test walked the same from the same."""
        if connection.vendor != "sqlite" or self.written != connection.connection.total_changes:
            return walk()
        way = (*self.stands, f"{key} on {timezone.localdate()}")
        there = self.made.get(way)
        if there is not None and there.ended <= timezone.now():
            there.kept.restore()
        else:
            result = walk()
            there = self.made[way] = Beginning(Kept(), copy.deepcopy(result), timezone.now())
        self._stand(way)
        return copy.deepcopy(there.result)

    def _stand(self, way: Way) -> None:
        self.stands, self.written = way, connection.connection.total_changes


beginnings = Beginnings()
once = beginnings.once
