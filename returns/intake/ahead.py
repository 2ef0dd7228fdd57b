"""Reads one batch ahead, so that one core reads while the other checks."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Batch = TypeVar("Batch")


def ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The same batches in the same order; what stops the reading is raised here."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake") as reader:
        following = reader.submit(next, batches, None)
        while (batch := following.result()) is not None:
            following = reader.submit(next, batches, None)
            yield batch
