"""A CSV file in blocks of whole rows, so that a file of any length is read in a room of one size."""

from collections.abc import Iterator

import polars as pl

from returns.intake.kinds import refusal
from returns.intake.limits import Limits
from returns.intake.packed import Counted

# Larger ones are given fresh pages by the system each time, which costs more than to read them.
BLOCK = 12 << 20
# A block that has no end of a row in so many bytes is no table.
LONGEST_ROW = 1 << 23
NEVER_CLOSED = "cannot be read as CSV: a quotation mark is never closed."
# Below, Python counts as fast.
LONG = 1 << 16
TOO_LONG = f"cannot be read as CSV: one row is longer than {LONGEST_ROW:,} bytes, or a quotation mark is never closed."


def blocks(stream: Counted, limits: Limits) -> Iterator[bytes]:
    """The file in blocks that end where a row ends; the last may lack its line end."""
    deadline = limits.deadline()
    kept = b""
    while read := stream.read(BLOCK):
        deadline.keep()
        end = _end_of_rows(read, count(b'"', kept))
        if len(read) - end + (0 if end else len(kept)) > LONGEST_ROW:
            raise refusal(stream.path, TOO_LONG)
        if end:
            yield b"".join((kept, memoryview(read)[:end]))
        kept = read[end:] if end else kept + read
    if count(b'"', kept) % 2:
        raise refusal(stream.path, NEVER_CLOSED)
    if kept:
        yield kept


def _end_of_rows(block: bytes, marks: int) -> int:
    """Where the last row ends that is whole: after a line end outside quotation marks. 0 where none is.

    `marks` is the number of quotation marks in what lies before the block.
    """
    marks += count(b'"', block)
    end = len(block)
    while (line_end := block.rfind(b"\n", 0, end)) >= 0:
        marks -= block.count(b'"', line_end, end)
        if not marks % 2:
            return line_end + 1
        end = line_end
        if len(block) - end > LONGEST_ROW:
            break
    return 0


def count(mark: bytes, block: bytes) -> int:
    """How often an ASCII mark stands in a block.

    polars counts the rows that end with it, five times as fast as `bytes.count` and while others run.
    """
    if len(block) < LONG:
        return block.count(mark)
    rows = pl.scan_csv(block, has_header=False, schema={"": pl.String}, quote_char=None, eol_char=mark.decode())
    return int(rows.select(pl.len()).collect().item()) - (not block.endswith(mark))


def first_row(block: bytes) -> int:
    """Where the first row of a block ends."""
    end = -1
    marks = 0
    while (line_end := block.find(b"\n", end + 1)) >= 0:
        marks += block.count(b'"', end + 1, line_end)
        end = line_end
        if not marks % 2:
            return end + 1
    return len(block)
