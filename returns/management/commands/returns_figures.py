"""Compute tables of the returns from Client Level Data: `manage.py returns_figures TABLE --cld FILE --year Y --out D`.

Exit status 0 when the files are written, 2 with a sentence when a file or a word cannot be used.
"""

from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import polars as pl
from django.core.management.base import BaseCommand, CommandError

from returns.cld.reading import read_extract
from returns.cld.release_2 import as_release_1, in_words, values_of_release_2
from returns.figures.changes import changes, faults_mended
from returns.figures.counting import Files
from returns.figures.tables import PUBLISHED, TABLES, Workings
from returns.figures.window import window_of
from returns.figures.writing import write_files
from returns.intake.ahead import ahead
from returns.refusals import UnusableInput

AS_WRITTEN, AS_RELEASE_1 = "as-written", "as-release-1"


class Command(BaseCommand):
    help = "Compute tables of SALT and ASCOF from Client Level Data, with the records behind each figure."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "tables", nargs="+", metavar="TABLE", help=f"all (LTS002a and b apart), or: {', '.join(TABLES)}"
        )
        parser.add_argument("--cld", action="append", required=True, type=Path, metavar="FILE", help="CSV, or gzip")
        parser.add_argument("--year", required=True, help="the financial year, such as 2023-24")
        parser.add_argument("--period-start", metavar="D", help="first day, where not 1 April (2023-04-01)")
        parser.add_argument("--period-end", metavar="D", help="last day, where not 31 March (2023-12-31)")
        parser.add_argument(
            "--submitted-to", metavar="T", help="the last day, or moment, of the submission window (2024-05-01)"
        )
        parser.add_argument("--method", default="published", choices=("published", "corrected"))
        parser.add_argument(
            "--release-2",
            default=AS_WRITTEN,
            choices=(AS_WRITTEN, AS_RELEASE_1),
            help="how values that only Release 2 has are taken: as written, which the published method does not know, "
            "or as the values of Release 1 they stand for",
        )
        parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the files go")

    def handle(self, *args: Any, tables: list[str], **words: Any) -> None:
        try:
            self._compute(_known(tables), **words)
        except UnusableInput as sentence:
            raise CommandError(str(sentence), returncode=2) from None
        except OSError as error:
            raise CommandError(
                f"The files cannot be written to {words['out']}: {error.strerror}.", returncode=2
            ) from None

    def _compute(self, tables: list[str], **words: Any) -> None:
        window = window_of(
            words["year"],
            start=_day(words["period_start"]),
            end=_day(words["period_end"]),
            to=_day_or_moment(words["submitted_to"]),
        )
        began = monotonic()
        self._tell(f"Reading {len(words['cld'])} file(s).")
        rows = read_extract(words["cld"], tables=tables, submitted=window.taken_as_submitted, tell=self._tell)
        self._tell(f"{rows.height:,} rows read in {monotonic() - began:.1f} s.")
        rows = self._of_release_1(rows, words["release_2"])
        published = Workings(rows, window)
        corrected = Workings(rows, window, corrected=True) if words["method"] == "corrected" else None
        made = (
            (table, published.files_of(table), corrected.files_of(table) if corrected else None) for table in tables
        )
        # While one table is written, the next is worked out.
        for table, files, mended in ahead(made):
            written = self._write(table, files, mended, words["out"])
            self._tell(f"{table}: {written} files, {monotonic() - began:.1f} s since the beginning.")

    def _of_release_1(self, rows: pl.DataFrame, how: str) -> pl.DataFrame:
        """The rows as they are counted; says how many values of Release 2 there are and what became of them."""
        told = values_of_release_2(rows)
        if not told.number_read and not told.number_left:
            return rows
        if how == AS_WRITTEN:
            self._tell(
                f"Values of Release 2, which the published method takes for unknown: {in_words(told)}. "
                f"--release-2 {AS_RELEASE_1} reads those that have one as the value of Release 1."
            )
            return rows
        self._tell(f"Values of Release 2, read as those of Release 1 where there is one: {in_words(told)}.")
        return as_release_1(rows)[0]

    def _write(self, table: str, files: Files, mended: Files | None, out: Path) -> int:
        """The files of one table, and by the corrected method one more that says what that changes."""
        if mended is None:
            return len(write_files(files, out))
        changed = changes(files, mended)
        rules = ", ".join(faults_mended(table))
        self._tell(f"{table}: {changed.height:,} figures change (in {table}_changes.csv); mended: rules {rules}.")
        return len(write_files(mended | {f"{table}_changes": changed}, out))

    def _tell(self, sentence: str) -> None:
        self.stderr.write(sentence, style_func=str)


def _known(tables: list[str]) -> list[str]:
    """The tables asked for, each once, in the order of the registry."""
    names = {name.lower(): name for name in TABLES}
    for table in tables:
        if table.lower() not in {"all", *names}:
            raise UnusableInput(f"There is no table {table}. There are: all, {', '.join(TABLES)}.")
    asked = {table.lower() for table in tables}
    return [name for key, name in names.items() if key in asked or ("all" in asked and name in PUBLISHED)]


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnusableInput(f"{text} is not a day such as 2024-03-31.") from None


def _day_or_moment(text: str | None) -> date | None:
    """A day, or a moment of a day: some tables of the published method look at the hour."""
    try:
        moment = datetime.fromisoformat(text or "").replace(tzinfo=None)
    except ValueError:
        return _day(text)
    return moment if ":" in (text or "") else moment.date()
