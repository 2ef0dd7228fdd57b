"""Reads one batch ahead, so that one core reads while the other checks; and puts small batches together."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import polars as pl

Batch = TypeVar("Batch")
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
