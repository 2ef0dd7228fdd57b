"""The file a provider fills in has the headings and codes of the specification, and nothing a sheet reckons with."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import polars as pl
import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook, load_workbook

from returns.blank_file import ROWS_OFFERED, blank_csv, blank_workbook, lists_of
from returns.cld.export import as_file
from returns.specification import Specification, specification
from tests.returns.cld_events.rows import rows

RELEASES = pytest.mark.parametrize("release", ["1", "2"])


def opened(spec: Specification) -> Workbook:
    return load_workbook(BytesIO(blank_workbook(spec, "Client Level Data")))


@RELEASES
def test_the_csv_has_the_headings_of_the_file_for_the_centre_byte_for_byte(release: str) -> None:
    spec = specification("cld", release)
    exported = as_file(rows({}).clear(), release)
    assert blank_csv(spec) == exported


@RELEASES
def test_the_workbook_has_the_fifty_headings_and_no_row(release: str) -> None:
    sheet = opened(specification("cld", release))["Rows"]
    assert [cell.value for cell in sheet[1]] == list(specification("cld", release).headings)
    assert (sheet.max_column, sheet.max_row) == (50, 1)


@RELEASES
def test_every_list_stands_on_the_codes_sheet_and_is_offered_beside_each_of_its_columns(release: str) -> None:
    spec = specification("cld", release)
    book = opened(spec)
    codes = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["Codes"].columns}
    assert codes == {name: list(values) for name, values in lists_of(spec).items()}
    offered = {str(one.sqref): one.formula1 for one in book["Rows"].data_validations.dataValidation}
    assert len(offered) == len([field for field in spec.fields if field.values])
    assert offered[f"J2:J{ROWS_OFFERED + 1}"] == "Codes!$A$2:$A$5"


@RELEASES
def test_every_cell_of_the_workbook_is_text(release: str) -> None:
    book = opened(specification("cld", release))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert {book["Rows"].column_dimensions[letter].number_format for letter in ("A", "L", "AX")} == {"@"}


def test_a_field_tells_how_it_is_written_and_how_sure_that_is() -> None:
    sheet = opened(specification("cld", "2"))["Fields"]
    told = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=3)}
    assert told["Date of Birth"][1:3] == ["a day as 31/03/2026", "mandatory"]
    assert all(line[5] and line[6] for line in told.values())


def test_the_blank_file_filled_in_and_saved_is_what_was_typed() -> None:
    book = opened(specification("cld", "2"))
    book["Rows"].append(["901", "01/04/2025", "31/03/2026", "0000000000"])
    saved = BytesIO()
    book.save(saved)
    read = load_workbook(BytesIO(saved.getvalue()))["Rows"]
    assert [cell.value for cell in read[2]][:4] == ["901", "01/04/2025", "31/03/2026", "0000000000"]


def test_the_command_writes_either_and_says_which_endings_there_are(tmp_path: Path) -> None:
    told = StringIO()
    for name in ("cld.csv", "cld.xlsx"):
        call_command("returns_template", "cld", f"--out={tmp_path / name}", stdout=told)
    with (tmp_path / "cld.csv").open(encoding="utf-8", newline="") as lines:
        assert next(csv.reader(lines))[-3] == "Unit cost"
    assert load_workbook(tmp_path / "cld.xlsx").sheetnames == ["Rows", "Codes", "Fields"]
    with pytest.raises(CommandError, match=r"neither \.xlsx nor \.csv") as refusal:
        call_command("returns_template", "cld", f"--out={tmp_path / 'cld.txt'}")
    assert refusal.value.returncode == 2


def test_a_folder_that_is_not_there_ends_the_command_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written") as refusal:
        call_command("returns_template", "cld", f"--out={tmp_path / 'none' / 'cld.csv'}")
    assert refusal.value.returncode == 2


def test_rows_made_by_hand_are_of_the_specification() -> None:
    assert isinstance(rows({}), pl.DataFrame)
    assert rows({}).columns == list(specification("cld", "2").names)
