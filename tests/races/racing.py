"""Two people at the same moment, on a real PostgreSQL: threads, a barrier, and what became of each."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.core.management import call_command
from django.db import connection, connections
from django.db.models.query import QuerySet

from casework.models import SupportPlan
from delegation.append_only import guards_lifted
from delegation.refusals import Refused

Call = Callable[[], Any]


def at_once(*calls: Call) -> list[Any]:
    """What each call came to when all began at the same moment: its result, or the exception it raised."""
    start = threading.Barrier(len(calls))
    came: list[Any] = [None] * len(calls)

    def run(index: int, call: Call) -> None:
        try:
            with connection.cursor() as cursor:
                # A lock waited for longer than this is a deadlock in all but name.
                cursor.execute("SET lock_timeout = '10s'")
            start.wait(timeout=30)
            came[index] = call()
        except Exception as error:
            came[index] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
        assert not thread.is_alive(), "one of them waits for ever"
    return came


def winners(came: list[Any]) -> list[int]:
    """Who did what they asked."""
    return [index for index, each in enumerate(came) if not isinstance(each, BaseException)]


def others_were_told(came: list[Any]) -> None:
    """Whoever lost was refused by name, with a sentence."""
    for each in came:
        if isinstance(each, BaseException):
            assert isinstance(each, Refused), repr(each)
            assert each.sentence.strip()


@contextmanager
def without_locks() -> Iterator[None]:
    """No plan is locked any more, and the two meet where the lock would have been waited for."""
    meet = threading.Barrier(2)
    lock = QuerySet.select_for_update

    def unlocked(self: QuerySet[Any], *args: Any, **kwargs: Any) -> QuerySet[Any]:
        if self.model is not SupportPlan:
            return lock(self, *args, **kwargs)
        try:
            meet.wait(timeout=0.5)
        except threading.BrokenBarrierError:
            meet.reset()
        return self._chain()  # type: ignore[attr-defined]

    with patch.object(QuerySet, "select_for_update", unlocked):
        yield


def empty_the_database() -> None:
    """Nothing of what was really committed stays for the tests after these."""
    with guards_lifted(connection):
        call_command("flush", verbosity=0, interactive=False)
