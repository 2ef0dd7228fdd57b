"""Client Level Data checked by every rule of its specification: `check` reads a file and tells its faults."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from returns.cld.checking import columns, whole_file
from returns.cld.checking.checker import Checker
from returns.cld.checking.prepared import REPEATED
from returns.cld.checking.report import Report
from returns.cld.checking.specification import Asked, release_of
from returns.cld.checking.traits import DATES
from returns.intake.ahead import ahead, together
from returns.intake.door import Table, open_file
from returns.intake.limits import COMMAND, Limits
from returns.refusals import UnusableInput

__all__ = ["Report", "check"]
Progress = Callable[[float, int], None]


def check(
    path: Path,
    *,
    period_start: date,
    period_end: date,
    release: int | None = None,
    limits: Limits = COMMAND,
    tell: Progress | None = None,
) -> Report:
    """Every fault of a file of Client Level Data, for a reporting period; asks no database.

    `release` is 1 or 2; where it is not said, the end of the period tells it. `tell` is given the share of the file
    that was read and the rows so far. Raises UnusableInput where the file cannot be read: then nothing is told of it.
    """
    if period_end < period_start:
        raise UnusableInput("The period ends before it begins.")
    asked = Asked(period_start, period_end, release or release_of(period_end))
    with open_file(path, limits=limits) as table:
        return _checked(table, path, asked, tell or (lambda share, rows: None))


def _checked(table: Table, path: Path, asked: Asked, tell: Progress) -> Report:
    places = dict(columns.places_of(table.headings, path))
    checker = Checker(asked, missing=[name for name in columns.NAMES if name not in places])
    whole, rows = whole_file.WholeFile(asked), 0
    pairs: list[pl.DataFrame] = []
    repeated = [place for name, place in places.items() if name in REPEATED]
    days = [places[name] for name in DATES.values() if name in places]
    for batch in ahead(together(table.batches(repeated, days))):
        prepared, found = checker.look_at(batch, places)
        pairs += found
        whole.gather(prepared)
        rows += batch.height
        tell(table.done, rows)
    if not rows:
        raise UnusableInput(f"The file {path.name} has headings and no rows.")
    pairs += _of_the_file(checker, whole, columns.findings_of(table.headings, places))
    empty = pl.DataFrame(schema={"row": pl.UInt32, "finding": pl.UInt16})
    return Report(rows, asked.release, tuple(table.warnings), checker.findings, pl.concat([empty, *pairs]))


def _of_the_file(checker: Checker, whole: whole_file.WholeFile, headings: list) -> list[pl.DataFrame]:
    """What the headings and the rows together show, as pairs of row and number of the finding."""
    found = [(finding, pl.Series("row", [whole_file.FILE], dtype=pl.UInt32)) for finding in headings]
    found += whole.told()
    return [
        pl.DataFrame({"row": rows}).with_columns(finding=pl.lit(checker.number(finding), dtype=pl.UInt16))
        for finding, rows in found
        if rows.len()
    ]
