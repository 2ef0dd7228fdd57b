"""How large a file may be: on a page, where many wait for one machine, and by command, where one person does."""

from dataclasses import dataclass
from time import monotonic

from returns.refusals import UnusableInput


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one file may ask of the machine. Bytes, rows without the heading, letters of a cell, seconds.

    `most_memory` is what the process that reads it may need besides what it has at its start (returns/apart)."""

    most_bytes: int
    most_unpacked: int
    most_ratio: int
    most_members: int
    most_rows: int
    most_columns: int
    longest_cell: int
    most_seconds: int
    most_memory: int

    def deadline(self) -> "Deadline":
        return Deadline(monotonic() + self.most_seconds, self.most_seconds)


@dataclass(frozen=True)
class Deadline:
    """The moment by which a file must have been read."""

    moment: float
    seconds: int

    def keep(self) -> None:
        if monotonic() > self.moment:
            raise UnusableInput(f"The file takes longer than {self.seconds} seconds to read. Send it in parts.")


MILLION = 1_000_000
# Reliability R8; a spreadsheet holds no more than 32,767 letters in a cell.
PAGE = Limits(
    most_bytes=10 * MILLION,
    most_unpacked=100 * MILLION,
    most_ratio=100,
    most_members=50,
    most_rows=100_000,
    most_columns=200,
    longest_cell=32_767,
    most_seconds=30,
    # The largest file the others let through, 100,000 rows of 50 columns, needs under 600 MB (docs/measurements.md).
    most_memory=768 * MILLION,
)
# A council's whole year is a hundredth of it.
COMMAND = Limits(
    most_bytes=4_000 * MILLION,
    most_unpacked=8_000 * MILLION,
    most_ratio=200,
    most_members=50,
    most_rows=10 * MILLION,
    most_columns=200,
    longest_cell=32_767,
    most_seconds=3_600,
    most_memory=8_000 * MILLION,
)
