"""The first sheet of an XLSX workbook as frames of texts, row by row as it lies in the file.

openpyxl fills the rows and columns between two distant cells, which for one cell in the last corner are sixteen
thousand million; so its parser is asked for the cells that are there, and nothing between them is built.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import polars as pl
from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.worksheet._reader import WorkSheetParser

from returns.intake.archives import check_archive
from returns.intake.csv_tables import texts_schema
from returns.intake.kinds import refusal
from returns.intake.limits import Limits
from returns.refusals import UnusableInput

ROWS_A_BATCH = 20_000
# Whatever a damaged part makes of the parser, one sentence is said of it.
DAMAGED = (
    AttributeError,
    ArithmeticError,
    DefusedXmlException,
    EOFError,
    LookupError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    MemoryError,
)
NUMBER_OF_A_DAY = r"^[0-9]{3,5}(\.[0-9]+)?$"
NOT_READ = "cannot be read as XLSX: it is damaged inside. Save it again, or send CSV."
# What a cell shows where its formula failed.
ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#N/A")


@contextmanager
def opened_workbook(path: Path, limits: Limits) -> Iterator["WorkbookTable"]:
    """The first sheet of a workbook, once the archive and its parts were looked at."""
    check_archive(path, limits)
    # A file and not its name: openpyxl looks at names, and the first bytes were looked at already.
    with path.open("rb") as file:
        with _damage_told(path):
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            yield WorkbookTable(path, book, limits)
        finally:
            book.close()


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    try:
        yield
    except UnusableInput:
        raise
    except DAMAGED:
        raise refusal(path, NOT_READ) from None


class WorkbookTable:
    """One sheet. `headings` is its first row; `batches` reads the others, once."""

    def __init__(self, path: Path, book: Any, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._deadline = limits.deadline()
        # A workbook counts days from 1900 or, where it says so, from 1904.
        self._first_day = book.epoch.date()
        self.warnings: list[str] = []
        self.done = 0.0
        with _damage_told(path):
            if not book.worksheets:
                raise self._refusal("holds no sheet of cells.")
            sheet = book.worksheets[0]
            if len(book.worksheets) > 1:
                self.warnings.append("The workbook has several sheets; the first was read.")
            self._rows = self._sheet_rows(book, sheet)
            number, cells = next(self._rows, (0, {}))
        if number != 1 or not cells:
            raise self._refusal("does not begin with a row of headings.")
        self.headings = [cells.get(place) or "" for place in range(max(cells) + 1)]

    def batches(self, repeated: Collection[int] = (), days: Collection[int] = ()) -> Iterator[pl.DataFrame]:
        """The rows as texts, as CsvTable gives them; in columns of days the number of a day is that day."""
        width = len(self.headings)
        schema = texts_schema(width, repeated)
        numbers: list[int] = []
        columns: list[list[str | None]] = [[] for _ in range(width)]
        with _damage_told(self._path):
            for number, cells in self._rows:
                if cells and max(cells) >= width:
                    raise self._refusal(f"cannot be read: row {number:,} has cells beyond the headings.")
                if not cells:
                    continue
                numbers.append(number)
                for place, column in enumerate(columns):
                    column.append(cells.get(place))
                if len(numbers) == ROWS_A_BATCH:
                    yield self._frame(numbers, columns, schema, days)
                    numbers, columns = [], [[] for _ in range(width)]
            self.done = 1.0
            if numbers:
                yield self._frame(numbers, columns, schema, days)

    def _frame(
        self,
        numbers: list[int],
        columns: list[list[str | None]],
        schema: dict[str, pl.DataType],
        days: Collection[int],
    ) -> pl.DataFrame:
        rows = pl.Series("row", numbers, dtype=pl.UInt32)
        cells = zip(schema, columns, strict=True)
        texts = pl.DataFrame([pl.Series(name, column, dtype=pl.String) for name, column in cells])
        texts = texts.with_columns(_days(str(place), self._first_day) for place in days)
        return texts.cast(schema).insert_column(0, rows)  # type: ignore[arg-type]

    def _sheet_rows(self, book: Any, sheet: Any) -> Iterator[tuple[int, dict[int, str]]]:
        """Each row that is there: its number, and its filled cells as texts by place from 0."""
        with sheet._get_source() as source:
            parser = WorkSheetParser(
                source,
                sheet._shared_strings,
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )
            last = 0
            for number, cells in parser.parse():
                self._check_row(number, last)
                last = number
                yield number, self._texts(number, cells)

    def _check_row(self, number: int, last: int) -> None:
        self._deadline.keep()
        if number <= last:
            raise self._refusal("cannot be read: its rows are not in order.")
        if number - 1 > self._limits.most_rows:
            raise self._refusal(f"holds more than {self._limits.most_rows:,} rows. Send it in parts.")

    def _texts(self, number: int, cells: list[dict[str, Any]]) -> dict[int, str]:
        texts = {}
        for cell in cells:
            text = _text(cell["value"])
            if text == "":
                continue
            if cell["column"] > self._limits.most_columns:
                raise self._refusal(f"has more than {self._limits.most_columns} columns.")
            if len(text) > self._limits.longest_cell:
                raise self._refusal(
                    f"holds a cell of more than {self._limits.longest_cell:,} letters in row {number:,}."
                )
            if text in ERRORS:
                raise self._refusal(f"holds a formula that failed in row {number:,}.")
            texts[cell["column"] - 1] = text
        return texts

    def _refusal(self, told: str) -> UnusableInput:
        return refusal(self._path, told)


def _days(name: str, first: date) -> pl.Expr:
    """A day's number as a day; whatever else stands there is left."""
    text = pl.col(name)
    number = pl.when(text.str.contains(NUMBER_OF_A_DAY)).then(text).cast(pl.Float64, strict=False).cast(pl.Int32)
    return pl.coalesce((pl.lit(first) + pl.duration(days=number)).dt.to_string("%Y-%m-%d"), text).alias(name)


def _text(value: Any) -> str:
    """A cell as it would stand in a CSV file: days as 2026-03-31, whole numbers without a point."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime():
            return str(value.date()) if value.time() == time() else value.isoformat(sep=" ", timespec="seconds")
        case date() | time() | timedelta():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case _:
            return str(value)
