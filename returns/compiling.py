"""Figures and lineage from the accepted rows of a round: frames in, files out, by the published derivation.

Each record gets a number that says where it came from: the file's number in its round, and the line in that file.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from returns.catalogue import year_of
from returns.cld.reading import read_extract
from returns.figures.tables import TABLES, Workings
from returns.figures.window import window_of
from returns.figures.writing import write_files
from returns.lineage import Line, lines_of
from returns.reference import rows_of
from returns.refusals import UnusableInput

# A file has fewer lines than this, so that a record's number parts into the file's and the line's.
LINES = 10_000_000
METHOD = "published"


@dataclass(frozen=True, kw_only=True)
class CompiledFile:
    """One file of figures or of lineage: its name, its kind, its bytes and how many lines it has."""

    table: str
    name: str
    kind: str
    content: bytes
    lines: int


@dataclass(frozen=True, kw_only=True)
class Compiled:
    """Everything computed for a round, before it is kept."""

    files: tuple[CompiledFile, ...]
    lines: tuple[Line, ...]
    rows: int


def record_number(file: int, line: int) -> int:
    """The number of the record on a line of a file."""
    return file * LINES + line


def whence(record: int) -> tuple[int, int]:
    """The file's number in its round, and the line."""
    return divmod(record, LINES)


def compile_figures(rows_by_file: Mapping[int, pl.DataFrame], *, start: date, end: date) -> Compiled:
    """Every table over the accepted rows of these files together.

    All of them count as one submission: the centre gets one file from the council. Raises UnusableInput where there is
    not one accepted row.
    """
    together = [
        rows.with_columns((pl.col("row") + number * LINES).cast(pl.String).alias("Record ID")).drop("row")
        for number, rows in sorted(rows_by_file.items())
        if rows.height
    ]
    if not together:
        raise UnusableInput("No accepted row was sent, so there is nothing to compile.")
    rows = pl.concat(together)
    with tempfile.TemporaryDirectory(prefix="countersign-figures-") as folder:
        return _compiled(rows, Path(folder), start, end)


def _compiled(rows: pl.DataFrame, folder: Path, start: date, end: date) -> Compiled:
    window = window_of(year_of(start), start=start, end=end)
    source = folder / "cld.csv"
    rows.write_csv(source)
    read = read_extract([source], tables=list(TABLES), submitted=window.taken_as_submitted, tell=_say_nothing)
    source.unlink()  # nothing of a person's stays longer than it must
    work = Workings(read, window)
    kinds = {row["file"]: row for row in rows_of("figure_files")}
    files: list[CompiledFile] = []
    for table in TABLES:
        for path in write_files(work.files_of(table), folder):
            content = path.read_bytes()
            lines = content.count(b"\n") - 1
            kind = kinds[path.name]["kind"]
            files.append(CompiledFile(table=table, name=path.stem, kind=kind, content=content, lines=lines))
    return Compiled(files=tuple(files), lines=tuple(lines_of(files_by_name(files))), rows=rows.height)


def files_by_name(files: list[CompiledFile]) -> dict[str, bytes]:
    """The bytes of each file by its name, figures first as the tables come."""
    return {file.name: file.content for file in files}


def _say_nothing(sentence: str) -> None:
    """What reading tells of missing columns was told when the file was checked."""
