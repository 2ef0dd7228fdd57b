"""The file a provider fills in, made of the specification: CSV, or a workbook with the codes on a sheet of their own.

Every cell of the workbook is text, so that no spreadsheet makes a number of a code or a day of another day; a column
with a list of values offers them. Any return whose specification is data can be made with it.
"""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from returns.specification import Field, Specification

# So many rows can be filled in with the lists beside them; more can be pasted below.
ROWS_OFFERED = 10_000
AS_TEXT = "@"
ROWS_SHEET, CODES_SHEET, FIELDS_SHEET = "Rows", "Codes", "Fields"
MANDATORY = PatternFill("solid", start_color="FFDCE9F5")
WIDEST, NARROWEST = 45, 12
HOW_WRITTEN = {
    "text": "text",
    "list": "one of the values on the sheet Codes, letter for letter",
    "several": "values of the sheet Codes, parted by semicolons",
    "date": "a day as 31/03/2026",
    "number": "a number with at most two decimals, without a currency sign",
    "whole number": "a whole number",
}


def blank_csv(spec: Specification) -> bytes:
    """A line of headings, nothing below."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(spec.headings)
    return out.getvalue().encode()


def blank_workbook(spec: Specification, title: str) -> bytes:
    """A workbook of three sheets: the rows to fill in, the codes of every list, and what each field asks."""
    book = Workbook()
    book.properties.title, book.properties.creator = title, ""
    rows = book.active or book.create_sheet()
    rows.title = ROWS_SHEET
    _fill_rows(rows, spec)
    _fill_codes(book.create_sheet(CODES_SHEET), spec)
    _fill_fields(book.create_sheet(FIELDS_SHEET), spec, title)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def lists_of(spec: Specification) -> dict[str, tuple[str, ...]]:
    """Every list of the specification once, by name, in the order in which the fields ask for it."""
    return {field.list_name: field.values for field in spec.fields if field.values}


def _fill_rows(sheet: Worksheet, spec: Specification) -> None:
    letters = {name: get_column_letter(place) for place, name in enumerate(lists_of(spec), 1)}
    for place, field in enumerate(spec.fields, 1):
        heading = _put(sheet, 1, place, field.heading)
        heading.font = Font(bold=True)
        heading.comment = Comment(_told_of(field), "")
        if field.filled == "mandatory":
            heading.fill = MANDATORY
        column = get_column_letter(place)
        sheet.column_dimensions[column].number_format = AS_TEXT
        sheet.column_dimensions[column].width = _width([field.heading])
        if field.values and field.kind != "several":
            sheet.add_data_validation(_offered(field, letters[field.list_name], column))
    sheet.freeze_panes = "A2"


def _offered(field: Field, codes: str, column: str) -> DataValidation:
    """The list beside a column; another value can be typed after a warning, for a list may be unconfirmed."""
    offered = DataValidation(
        type="list",
        formula1=f"{CODES_SHEET}!${codes}$2:${codes}${len(field.values) + 1}",
        allow_blank=True,
        errorStyle="warning",
        errorTitle=field.heading[:32],
        error="This is not a value of the list on the sheet Codes.",
        showErrorMessage=True,
    )
    offered.add(f"{column}2:{column}{ROWS_OFFERED + 1}")
    return offered


def _fill_codes(sheet: Worksheet, spec: Specification) -> None:
    for place, (name, values) in enumerate(lists_of(spec).items(), 1):
        _put(sheet, 1, place, name).font = Font(bold=True)
        for row, value in enumerate(values, 2):
            _put(sheet, row, place, value)
        sheet.column_dimensions[get_column_letter(place)].width = _width([name, *values])
    sheet.freeze_panes = "A2"


def _fill_fields(sheet: Worksheet, spec: Specification, title: str) -> None:
    _put(sheet, 1, 1, f"{title}, Release {spec.release}" if spec.release else title).font = Font(bold=True)
    for row, line in enumerate(_field_lines(spec), 2):
        for place, text in enumerate(line, 1):
            _put(sheet, row, place, text)


def _field_lines(spec: Specification) -> Iterator[Sequence[str]]:
    yield ("Field", "How it is written", "Filled", "When", "List", "How sure this is", "Source")
    for field in spec.fields:
        written = HOW_WRITTEN[field.kind]
        yield field.heading, written, field.filled, field.when_filled, field.list_name, field.confidence, field.source


def _told_of(field: Field) -> str:
    told = f"{field.filled.capitalize()}: {HOW_WRITTEN[field.kind]}."
    return f"{told} {field.when_filled}." if field.when_filled else told


def _put(sheet: Worksheet, row: int, place: int, text: str) -> Cell:
    """A cell that is text, whatever it looks like."""
    cell = sheet.cell(row=row, column=place)
    cell.value, cell.data_type, cell.number_format = text, "s", AS_TEXT
    assert isinstance(cell, Cell)  # noqa: S101 - nothing here is merged
    return cell


def _width(texts: Sequence[str]) -> int:
    return max(NARROWEST, min(WIDEST, max(map(len, texts)) + 2))
