"""Which of many like tests every run does, and which are left to `run.py test --all`."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest


def shared(names: Iterable[Any], *, one_in: int, key: Callable[[Any], str] = str) -> Sequence[Any]:
    """Parameters of which one in so many, always the same, is in every run; the others carry the mark `long`."""
    return [pytest.param(name, marks=() if is_everyday(key(name), one_in) else (pytest.mark.long,)) for name in names]


def is_everyday(name: str, one_in: int) -> bool:
    """Whether a test of this name is in every run; the same on every machine."""
    return zlib.crc32(name.encode()) % one_in == 0
