"""Counting and timing: queries by kind, seconds of the wall and of the processor, in alternated rounds."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from django.db import connection


@dataclass
class Counted:
    """The statements sent to the database: those that read or write rows, and those that mark a transaction."""

    rows: int = 0
    marks: int = 0
    texts: Counter = field(default_factory=Counter)


@contextmanager
def counting() -> Iterator[Counted]:
    """Count every statement while inside."""
    counted = Counted()

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")):
            counted.marks += 1
        else:
            counted.rows += 1
        counted.texts[sql] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield counted


@dataclass
class Timed:
    """The seconds of each round."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """Medians and least, in milliseconds."""
        return {
            "wall_ms": 1000 * median(self.wall),
            "wall_least_ms": 1000 * min(self.wall),
            "processor_ms": 1000 * median(self.processor),
            "processor_least_ms": 1000 * min(self.processor),
        }


def alternated(ways: Mapping[str, Callable[[], Any]], *, rounds: int) -> dict[str, Timed]:
    """Time each way once a round, in an order that turns about, so that another's load falls on all alike."""
    times = {name: Timed() for name in ways}
    for number in range(rounds):
        for name in list(ways)[:: 1 if number % 2 == 0 else -1]:
            wall, processor = time.perf_counter(), time.process_time()
            ways[name]()
            times[name].processor.append(time.process_time() - processor)
            times[name].wall.append(time.perf_counter() - wall)
    return times


def ratio(one: list[float], other: list[float]) -> dict[str, float]:
    """How many times the other: of medians, of the least, and the median of the rounds' own ratios."""
    return {
        "of_medians": median(one) / median(other),
        "of_least": min(one) / min(other),
        "of_rounds": median(a / b for a, b in zip(one, other, strict=True)),
    }
