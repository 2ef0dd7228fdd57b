"""The report of a check: kept small beside its file, shown page by page, and handed over as CSV or as a workbook.

A report never holds what stood in a cell, only what kind of thing it was.
"""

import io
from pathlib import Path
from typing import Any

import polars as pl
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from returns.checking import FAULTS

HEADINGS = {
    "row": "Row",
    "column": "Column",
    "value_class": "What stands there",
    "rule_id": "Rule",
    "severity": "Severity",
    "consequence": "What follows",
    "message": "What is wrong",
}
# A sheet of a workbook has no room for more.
MOST_LINES_OF_A_SHEET = 1_000_000


def as_bytes(frame: pl.DataFrame) -> bytes:
    """A frame as it is kept: small, and typed."""
    out = io.BytesIO()
    frame.write_parquet(out, compression="zstd")
    return out.getvalue()


def faults_of(path: Path, *, first: int = 0, number: int | None = None) -> pl.DataFrame:
    """Some of the faults of a kept report, in the order of the rows."""
    return pl.scan_parquet(path).slice(first, number).select(list(FAULTS)).collect()


def as_csv(faults: pl.DataFrame) -> bytes:
    """The report as CSV in UTF-8, with a mark that spreadsheets know it by."""
    return faults.rename(HEADINGS).write_csv(include_bom=True).encode("utf-8")


def as_workbook(faults: pl.DataFrame) -> bytes:
    """The report as a workbook of one sheet; every text is a text, so that none is read as a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Faults")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFG", (10, 32, 18, 12, 12, 14, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_bold(sheet, heading) for heading in HEADINGS.values()])
    for row in faults.head(MOST_LINES_OF_A_SHEET).iter_rows():
        sheet.append([_text(sheet, cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _bold(sheet: Any, heading: str) -> Any:
    cell = WriteOnlyCell(sheet, value=heading)
    cell.font = Font(bold=True)
    return cell


def _text(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
