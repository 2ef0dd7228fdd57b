"""Check a file of a return: `manage.py returns_check cld FILE --period-start D --period-end D --out report.csv`.

`cld` is Client Level Data; the other returns go by their names in data/collections.csv (`sac`, `dols`, ...).

Exit status 0 where there is no error (warnings may be), 1 where there are errors, 2 with a sentence where the file
cannot be read. docs/formats/returns-check.md is the report's format.
"""

import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from returns.cld.checking import Report, check
from returns.collections import checking as others
from returns.collections.reading import read, rows_of_file
from returns.collections.specification import collection, collections
from returns.intake.limits import COMMAND
from returns.refusals import UnusableInput

CLD = "cld"
EVERY_SECONDS = 1.0


class Command(BaseCommand):
    help = "Check a file of a return by every rule of its specification: a row for each fault."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=(CLD, *collections()), help="the return; cld is Client Level Data")
        parser.add_argument("file", type=Path, metavar="FILE", help="CSV, plain or gzip, or XLSX")
        parser.add_argument("--period-start", required=True, metavar="D", help="first day of the period (2025-04-01)")
        parser.add_argument("--period-end", required=True, metavar="D", help="last day of the period (2026-03-31)")
        parser.add_argument("--release", type=int, choices=(1, 2), help="of the specification, where not the period's")
        parser.add_argument(
            "--last-year", type=Path, metavar="FILE", help="last year's file, to compare with (not cld)"
        )
        parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="where the report goes, as CSV")

    def handle(self, *args: Any, what: str, file: Path, out: Path, **words: Any) -> None:
        try:
            report = self._report(what, file, words)
            report.write(out)
        except UnusableInput as sentence:
            raise CommandError(str(sentence), returncode=2) from None
        except OSError as error:
            raise CommandError(f"The report cannot be written to {out}: {error.strerror}.", returncode=2) from None
        self._sum_up(report)
        if report.has_errors:
            sys.exit(1)

    def _report(self, what: str, file: Path, words: dict[str, Any]) -> Report:
        start, end = _day(words["period_start"]), _day(words["period_end"])
        if what == CLD:
            return check(file, period_start=start, period_end=end, release=words["release"], tell=Bar(self))
        asked, before = collection(what), words["last_year"]
        last_year = read(asked, rows_of_file(asked, before, COMMAND)) if before else None
        self.tell(f"{asked.title}. {asked.unconfirmed}")
        return others.check(asked, file, period_start=start, period_end=end, last_year=last_year)

    def _sum_up(self, report: Report) -> None:
        for sentence in report.warnings:
            self.tell(sentence)
        for rule_id, faults in report.counts_by_rule.items():
            self.tell(f"{rule_id}: {faults:,}")
        counts = report.counts_by_severity
        release = f" by Release {report.release}" if report.release else ""
        self.tell(
            f"{report.rows:,} rows checked{release}: {report.rows - report.refused_rows:,} without "
            f"error, {report.refused_rows:,} with; {counts['error']:,} errors, {counts['warning']:,} warnings, "
            f"{counts['info']:,} remarks."
        )

    def tell(self, sentence: str, ending: str = "\n") -> None:
        self.stderr.write(sentence, style_func=str, ending=ending)


class Bar:
    """How far the reading is: a bar that moves where a person looks, a line now and then elsewhere."""

    def __init__(self, command: Command) -> None:
        self._command = command
        self._moves = command.stderr.isatty()
        self._said = monotonic()

    def __call__(self, share: float, rows: int) -> None:
        if share < 1 and monotonic() - self._said < EVERY_SECONDS:
            return
        self._said = monotonic()
        told = f"[{'#' * round(20 * share):20}] {share:4.0%}, {rows:,} rows"
        self._command.tell("\r" + told if self._moves else told, ending="" if self._moves and share < 1 else "\n")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnusableInput(f"{text} is not a day such as 2026-03-31.") from None
