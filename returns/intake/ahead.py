"""Work side by side: one batch ahead, so that one core reads while the other checks; or several things at once.

It is polars that works, and it lets other threads run meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import polars as pl

Batch = TypeVar("Batch")
Thing = TypeVar("Thing")
# What is looked at together, in bytes of the frame: each look at a batch costs the same, be it large or small.
TOGETHER = 50_000_000


def ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The same batches in the same order; what stops the reading is raised here."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake") as reader:
        following = reader.submit(next, batches, None)
        while (batch := following.result()) is not None:
            following = reader.submit(next, batches, None)
            yield batch


def together(batches: Iterator[pl.DataFrame], most: int = TOGETHER) -> Iterator[pl.DataFrame]:
    """The same rows in the same order in batches of about so many bytes."""
    some: list[pl.DataFrame] = []
    held = 0.0
    for batch in batches:
        some.append(batch)
        held += batch.estimated_size()
        if held >= most:
            yield pl.concat(some, rechunk=True)
            some, held = [], 0.0
    if some:
        yield pl.concat(some, rechunk=True)


def at_once(work: Callable[[Thing], Batch], things: Iterable[Thing]) -> list[Batch]:
    """What the work makes of each thing, in their order."""
    with ThreadPoolExecutor(thread_name_prefix="intake") as workers:
        return list(workers.map(work, things))
