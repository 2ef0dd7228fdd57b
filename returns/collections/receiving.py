"""What the check of another return's file gives a round, and the figures of a round from its accepted rows."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl

from returns.checking import HEADINGS, REFUSED, TO_LOOK_AT, Checked, of_the_file, with_classes
from returns.cld.checking import Report
from returns.collections.checking import check
from returns.collections.counting import RECORD, Period
from returns.collections.reading import read, rows_of_file
from returns.collections.specification import Collection
from returns.collections.tables import as_csv, figure_files, tables_of
from returns.compiling import LINES, Compiled, CompiledFile, files_by_name
from returns.intake.limits import Limits
from returns.lineage import lines_of
from returns.refusals import UnusableInput

LAYOUT = "layout"


def check_file(
    collection: Collection,
    path: Path,
    *,
    period_start: date,
    period_end: date,
    limits: Limits,
    last_year: pl.DataFrame | None = None,
) -> Checked:
    """Read a file by its only door and try every row. Raises UnusableInput where it cannot be read at all.

    `last_year` are the rows that were accepted a year before, as texts.
    """
    before = None if last_year is None else read(collection, last_year)
    report = check(collection, path, period_start=period_start, period_end=period_end, limits=limits, last_year=before)
    rows = rows_of_file(collection, path, limits)
    bad = report.faults.filter(pl.col("severity") == "error")["row"].unique()
    accepted = rows.head(0) if HEADINGS in bad else rows.filter(~pl.col("row").is_in(bad.implode()))
    return Checked(
        rows=rows.height,
        accepted=accepted,
        to_mend=0,
        faults=with_classes(_with_consequences(report), rows),
        warnings=[*report.warnings, *of_the_file(report)],
        counts_by_rule=dict(report.counts_by_rule),
        events_by_type={collection.a_row_is: accepted.height},
        months={},
    )


def _with_consequences(report: Report) -> pl.DataFrame:
    """The faults with what follows from each: a row with an error is refused, a warning asks for a look."""
    texts = [pl.col("column", "rule_id", "severity", "message").cast(pl.String), pl.col("row").cast(pl.Int64)]
    faults = report.faults.with_columns(*texts).with_row_index("place")
    follows = pl.col("severity").replace_strict({"error": REFUSED, "warning": TO_LOOK_AT}, default="")
    return faults.with_columns(follows.alias("consequence"))


def compile_tables(
    collection: Collection, rows_by_file: Mapping[int, pl.DataFrame], *, start: date, end: date
) -> Compiled:
    """Every table over the accepted rows of these files together. Of nothing at all where the return takes that.

    Raises UnusableInput where there is not one accepted row and a return of nothing is not taken.
    """
    together = pl.concat(
        [
            rows.with_columns((pl.col("row") + number * LINES).alias(RECORD)).drop("row")
            for number, rows in sorted(rows_by_file.items())
        ]
    )
    if not together.height and not collection.takes_nil:
        raise UnusableInput("No accepted row was sent, so there is nothing to compile.")
    files = [
        _file(name, frame) for name, frame in tables_of(collection, together, Period(start=start, end=end)).items()
    ]
    lines = tuple(lines_of(files_by_name(files)))
    return Compiled(files=tuple(files), lines=lines, rows=together.height)


def _file(name: str, frame: pl.DataFrame) -> CompiledFile:
    figures = figure_files()
    kind = "figures" if name in figures else "lineage"
    table = figures[name.removesuffix("_rows")].table
    return CompiledFile(table=table, name=name, kind=kind, content=as_csv(frame), lines=frame.height)
