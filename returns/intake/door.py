"""The door: looks at a file in the order of reliability R8, and gives it on as a table of texts.

Size, first bytes, the directory of an archive before it is unpacked, its parts, then rows, columns, cells and
encoding. Nothing is given to the caller's records before the last row was read: a caller keeps what it reads apart
until the batches end.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import polars as pl

from returns.intake.csv_tables import CsvTable
from returns.intake.kinds import kind_of
from returns.intake.limits import COMMAND, Limits
from returns.intake.packed import opened
from returns.intake.workbooks import opened_workbook


class Table(Protocol):
    """What stands behind the door: headings, batches of rows, and sentences worth knowing (whole at the end)."""

    headings: list[str]
    warnings: list[str]

    def batches(self, repeated: Collection[int] = (), days: Collection[int] = ()) -> Iterator[pl.DataFrame]: ...

    @property
    def done(self) -> float: ...


@contextmanager
def open_file(path: Path, *, limits: Limits = COMMAND) -> Iterator[Table]:
    """A file as a table of texts. Raises UnusableInput, with one sentence, here or while the batches are read."""
    kind = kind_of(path, limits)
    if kind == "xlsx":
        with opened_workbook(path, limits) as workbook:
            yield workbook
        return
    with opened(path, packed=kind == "gzip", limits=limits) as stream:
        yield CsvTable(stream, limits)
