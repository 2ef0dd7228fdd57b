"""Compute the tables of another return from its file: `manage.py return_tables sac --file FILE --year Y --out DIR`.

Each file of figures has beside it a file of lineage, with the row of each record in FILE. Exit status 0 when the files
are written, 2 with a sentence when a file or a word cannot be used. Rows with an error are left out, and counted.
"""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from django.core.management.base import BaseCommand, CommandError

from returns.collections.checking import check
from returns.collections.counting import RECORD, Period
from returns.collections.reading import rows_of_file
from returns.collections.specification import Collection, collection
from returns.collections.tables import TABLES, tables_of, write_tables
from returns.figures.window import window_of
from returns.intake.limits import COMMAND
from returns.refusals import UnusableInput

UNUSABLE = 2


class Command(BaseCommand):
    help = "Compute the tables of a return beside Client Level Data, with the records behind each figure."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("return", choices=list(TABLES), help="which return")
        parser.add_argument("--file", required=True, type=Path, metavar="FILE", help="CSV, plain or gzip, or XLSX")
        parser.add_argument("--year", required=True, help="the financial year, such as 2025-26")
        parser.add_argument("--period-start", metavar="D", help="first day, where not 1 April (2025-04-01)")
        parser.add_argument("--period-end", metavar="D", help="last day, where not 31 March (2025-12-31)")
        parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the files go")

    def handle(self, *args: Any, file: Path, out: Path, **words: Any) -> None:
        try:
            held, period = collection(words["return"]), _period(words)
            texts = self._without_errors(held, file, period)
            written = write_tables(tables_of(held, texts, period), out)
        except UnusableInput as sentence:
            raise CommandError(str(sentence), returncode=UNUSABLE) from None
        except OSError as error:
            raise CommandError(
                f"The files cannot be written to {out}: {error.strerror}.", returncode=UNUSABLE
            ) from None
        self._tell(f"{held.title}: {len(written)} files from {texts.height:,} rows. {held.unconfirmed}")

    def _without_errors(self, held: Collection, file: Path, period: Period) -> pl.DataFrame:
        report = check(held, file, period_start=period.start, period_end=period.end)
        wrong = report.faults.filter(pl.col("severity") == "error")["row"].unique()
        if 1 in wrong:
            raise UnusableInput(
                f"The file {file.name} lacks a column that every row must fill; returns_check says which."
            )
        if report.refused_rows:
            self._tell(f"{report.refused_rows:,} of {report.rows:,} rows have an error and are left out.")
        texts = rows_of_file(held, file, COMMAND).filter(~pl.col("row").is_in(wrong.implode()))
        return texts.rename({"row": RECORD})

    def _tell(self, sentence: str) -> None:
        self.stderr.write(sentence, style_func=str)


def _period(words: dict[str, Any]) -> Period:
    window = window_of(words["year"], start=_day(words["period_start"]), end=_day(words["period_end"]))
    return Period(start=window.start, end=window.end)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnusableInput(f"{text} is not a day such as 2026-03-31.") from None
