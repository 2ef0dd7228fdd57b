"""A file as a stream of bytes, unpacked on the way where it is gzip, and never further than its limits."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from returns.intake.kinds import refusal
from returns.intake.limits import Limits


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


@contextmanager
def opened(path: Path, *, packed: bool, limits: Limits) -> Iterator["Counted"]:
    """The file's bytes, as text; `done` says how much of the file has been taken."""
    with path.open("rb") as file:
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file
        yield Counted(path, file, stream, limits)


class Counted:
    """A stream that refuses to give more than the limits allow."""

    def __init__(self, path: Path, file: BinaryIO, stream: Stream, limits: Limits) -> None:
        self.path = path
        self.size = path.stat().st_size
        self._file = file
        self._stream = stream
        self._limits = limits
        self._given = 0

    def read(self, size: int) -> bytes:
        try:
            block = self._stream.read(size)
        except (OSError, EOFError, zlib.error) as error:
            told = "it is not a whole gzip file" if _is_packing(error) else getattr(error, "strerror", "")
            raise refusal(self.path, f"cannot be read: {told}.") from None
        self._given += len(block)
        if self._given > self._limits.most_unpacked:
            raise refusal(self.path, "is too large once unpacked. Send it in parts.")
        # Below a megabyte a ratio says nothing.
        if self._given > max(1_000_000, self._limits.most_ratio * self.size):
            raise refusal(self.path, f"unpacks to more than {self._limits.most_ratio} times its size.")
        return block

    @property
    def done(self) -> float:
        """The share of the file that has been read, 0 to 1."""
        return min(1.0, self._file.tell() / max(1, self.size))


def _is_packing(error: Exception) -> bool:
    return isinstance(error, EOFError | zlib.error | gzip.BadGzipFile)
