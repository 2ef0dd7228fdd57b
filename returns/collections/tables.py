"""The tables of every other return, and what all of them share: rows in, files of figures and of lineage out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import polars as pl

from returns.collections import (
    deferred_payments,
    deprivation_of_liberty,
    finance,
    guardianship,
    safeguarding,
    sight_registers,
    surveys,
    workforce,
)
from returns.collections.counting import Counted, Measured, Period, Ratios, Summed
from returns.collections.reading import read
from returns.collections.specification import Collection
from returns.figures.counting import Files
from returns.reference import rows_of
from returns.refusals import UnusableInput

Table = Counted | Measured | Ratios | Summed | surveys.Weighted
Tables = Callable[[pl.DataFrame, Period], Sequence[Table]]
TABLES: Mapping[str, Tables] = {
    "sac": safeguarding.tables,
    "dols": deprivation_of_liberty.tables,
    "guardianship": guardianship.tables,
    "ssda902": sight_registers.tables,
    "asc-fr": finance.tables,
    "dpa": deferred_payments.tables,
    "asc-wds": workforce.tables,
    "ascs": surveys.users_tables,
    "sace": surveys.carers_tables,
}


@dataclass(frozen=True, kw_only=True)
class FigureFile:
    """A file of figures: its table, its columns, what its numbers are, and what is not confirmed of it.

    `counts` is people or lines (each figure is as many as the lineage has), sums, measure or weighted.
    """

    collection: str
    table: str
    file: str
    columns: tuple[str, ...]
    measures: tuple[str, ...]
    counts: str
    confidence: str
    says: str
    source: str

    @property
    def shares(self) -> tuple[str, ...]:
        """Those of its numbers that are worked out of the others beside them."""
        return tuple(name for name in self.measures if name == "Outcome" or name.endswith(" share"))


@cache
def figure_files() -> Mapping[str, FigureFile]:
    """Every file of figures of the other returns, by its name."""
    return {
        row["file"]: FigureFile(
            collection=row["collection"],
            table=row["table"],
            file=row["file"],
            columns=tuple(row["columns"].split(";")),
            measures=tuple(row["measures"].split(";")),
            counts=row["counts"],
            confidence=row["confidence"],
            says=row["says"],
            source=row["source"],
        )
        for row in rows_of("collection_figures")
    }


def has_tables(collection: Collection) -> bool:
    """Whether tables are made of it: none are of who may be drawn into a survey."""
    return collection.key in TABLES


def tables_of(collection: Collection, texts: pl.DataFrame, period: Period) -> Files:
    """Every file of a return's figures with its lineage, from rows of texts with their `Record ID`.

    Raises UnusableInput where a return has no tables.
    """
    if not has_tables(collection):
        raise UnusableInput(f"No tables are made of {collection.title}.")
    files: Files = {}
    for table in TABLES[collection.key](read(collection, texts), period):
        files |= table.files()
    return files


def as_csv(frame: pl.DataFrame) -> bytes:
    """A file of figures or lineage as it is kept, in the order of its table."""
    out = BytesIO()
    frame.write_csv(out)
    return out.getvalue()


def write_tables(files: Files, folder: Path) -> list[Path]:
    """Write each file, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, frame in files.items():
        path = folder / f"{name}.csv"
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(as_csv(frame))
        written.append(part.replace(path))
    return written
