"""Figures and lineage from the accepted rows of a round: frames in, files out, by the published derivation.

Each record gets a number that says where it came from: the file's number in its round, and the line in that file.
Beside the figures goes a file a table of what the corrected method would say, where that is something else.
"""

import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from returns.catalogue import year_of
from returns.cld.checking.specification import release_of
from returns.cld.reading import read_extract
from returns.cld.release_2 import Told, as_release_1
from returns.comparing import Difference, differences
from returns.figures.faults import behind, met_by
from returns.figures.tables import TABLES, Workings
from returns.figures.window import window_of
from returns.figures.writing import write_files
from returns.lineage import Line, lines_of
from returns.reference import rows_of
from returns.refusals import UnusableInput

# A file has fewer lines than this, so that a record's number parts into the file's and the line's.
LINES = 10_000_000
METHOD = "published"
# What a file of changes has: a line for each figure that the corrected method gives otherwise, blank where it is none.
CHANGES = ("file", "says", "measure", "published", "corrected", "faults")


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
    # How many figures of each table the corrected method gives otherwise; nothing where that was not worked out.
    changes: Mapping[str, int] | None = field(default=None)
    # Which values of Release 2 were read as values of Release 1, and which have no equal; nothing where none was read.
    release_2: Told | None = field(default=None)


def record_number(file: int, line: int) -> int:
    """The number of the record on a line of a file."""
    return file * LINES + line


def whence(record: int) -> tuple[int, int]:
    """The file's number in its round, and the line."""
    return divmod(record, LINES)


def compile_figures(
    rows_by_file: Mapping[int, pl.DataFrame], *, start: date, end: date, with_corrected: bool = True
) -> Compiled:
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
        return _compiled(rows, Path(folder), start, end, with_corrected=with_corrected)


def _compiled(rows: pl.DataFrame, folder: Path, start: date, end: date, *, with_corrected: bool) -> Compiled:
    window = window_of(year_of(start), start=start, end=end)
    source = folder / "cld.csv"
    rows.write_csv(source)
    read = read_extract([source], tables=list(TABLES), submitted=window.taken_as_submitted, tell=_say_nothing)
    source.unlink()  # nothing of a person's stays longer than it must
    told = None
    if str(release_of(end)) == "2":  # the published scripts know the values of Release 1 alone
        read, told = as_release_1(read)
    files = list(_files_of(Workings(read, window), folder))
    lines = tuple(lines_of(files_by_name(files)))
    if not with_corrected:
        return Compiled(files=tuple(files), lines=lines, rows=rows.height, release_2=told)
    mended = list(_files_of(Workings(read, window, corrected=True), folder, kinds=("figures",)))
    changed = differences(lines, lines_of(files_by_name(mended)))
    counts = {
        table: sum(one.table == table for one in changed) for table in dict.fromkeys(one.table for one in changed)
    }
    files += _files_of_changes(changed, met_by(read))
    return Compiled(files=tuple(files), lines=lines, rows=rows.height, changes=counts, release_2=told)


def _files_of(
    work: Workings, folder: Path, *, kinds: tuple[str, ...] = ("figures", "lineage")
) -> Iterable[CompiledFile]:
    """Every file of these kinds of every table, one table after another."""
    kind_of = {row["file"].removesuffix(".csv"): row["kind"] for row in rows_of("figure_files")}
    for table in TABLES:
        files = {name: frame for name, frame in work.files_of(table).items() if kind_of[name] in kinds}
        for path in write_files(files, folder):
            content = path.read_bytes()
            lines = content.count(b"\n") - 1
            yield CompiledFile(table=table, name=path.stem, kind=kind_of[path.stem], content=content, lines=lines)


def _files_of_changes(changed: list[Difference], met: frozenset[str]) -> Iterable[CompiledFile]:
    """A file for each table in which the corrected method gives a figure otherwise, with the faults it can be for."""
    for table in dict.fromkeys(one.table for one in changed):
        rows = [
            (one.file, json.dumps(one.says), one.measure, one.before, one.after, " ".join(behind(table, one.file, met)))
            for one in changed
            if one.table == table
        ]
        content = pl.DataFrame(rows, schema=list(CHANGES), orient="row").write_csv().encode()
        yield CompiledFile(table=table, name=f"{table}_changes", kind="changes", content=content, lines=len(rows))


def files_by_name(files: list[CompiledFile]) -> dict[str, bytes]:
    """The bytes of each file by its name, figures first as the tables come."""
    return {file.name: file.content for file in files}


def _say_nothing(sentence: str) -> None:
    """What reading tells of missing columns was told when the file was checked."""
