"""The commands of the other returns: what they write, with which exit status, and what they say instead."""

import csv
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook, load_workbook

from returns.collections.specification import collection, collections
from returns.collections.tables import TABLES, figure_files
from tests.returns.others.rows import WHOLE, Row, row, written

PERIOD = ("--period-start=2025-04-01", "--period-end=2026-03-31")
HEADINGS = ["row", "column", "rule_id", "severity", "message"]


def check(key: str, path: Path, report: Path, *words: str) -> int:
    """The exit status of a check."""
    try:
        call_command("returns_check", key, str(path), *PERIOD, f"--out={report}", *words)
    except CommandError as error:
        return error.returncode
    except SystemExit as end:
        return int(end.code or 0)
    return 0


@pytest.mark.parametrize("key", list(collections()))
def test_a_file_without_error_is_told_of_with_status_0(key: str, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    assert check(key, written(key, [WHOLE[key]], tmp_path / "rows.csv"), report) == 0
    assert report.read_text(encoding="utf-8").splitlines() == [",".join(HEADINGS)]


def test_errors_give_status_1_and_a_row_each_by_row_and_column(tmp_path: Path) -> None:
    rows = [
        row("sac", Date_concern_raised="yesterday", Enquiry="Section 43", Concern_reference="=1+1"),
        row("sac", Person_reference="", Date_of_birth="1801-01-01"),
        row("sac", Concern_reference="C2", Gender="NULL", Types_of_risk="Physical; Weather"),
        row("sac"),
    ]
    report = tmp_path / "report.csv"
    assert check("sac", written("sac", rows, tmp_path / "rows.csv"), report) == 1
    with report.open(encoding="utf-8", newline="") as lines:
        told = [(line["row"], line["column"], line["rule_id"], line["severity"]) for line in csv.DictReader(lines)]
    assert told == [
        ("2", "Concern reference", "ANY006", "error"),
        ("2", "Date concern raised", "ANY001", "error"),
        ("2", "Enquiry", "ANY004", "error"),
        ("3", "Person reference", "ANY005", "error"),
        ("3", "Date of birth", "ANY011", "error"),
        ("4", "Gender", "ANY010", "warning"),
        ("4", "Types of risk", "ANY004", "warning"),
        ("5", "Concern reference", "ANY012", "error"),
    ]
    assert "1801" not in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "changes", "rule_id"),
    [
        ("asc-fr", {"Own provision": "1,000"}, "ANY002"),
        ("asc-fr", {"Own provision": "100.001"}, "ANY002"),
        ("asc-wds", {"Staff": "40.5"}, "ANY003"),
        ("sac", {"Person reference": "P\u200b1"}, "ANY007"),
    ],
)
def test_how_a_cell_is_written_is_checked(key: str, changes: Row, rule_id: str, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    check(key, written(key, [WHOLE[key] | changes], tmp_path / "rows.csv"), report)
    assert rule_id in set(pl.read_csv(report)["rule_id"])


def test_a_column_that_is_missing_or_not_known_is_told_of_the_file(tmp_path: Path) -> None:
    path, report = tmp_path / "rows.csv", tmp_path / "report.csv"
    kept = {name: text for name, text in row("dols").items() if name not in ("Council code", "Disability")}
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, [*kept, "Shoe size"])
        lines.writeheader()
        lines.writerow(kept | {"Shoe size": "9"})
    assert check("dols", path, report) == 1
    told = pl.read_csv(report).filter(pl.col("row") == 1)
    assert told.select("column", "rule_id", "severity").rows() == [
        ("Council code", "ANY008", "error"),
        ("Disability", "ANY008", "warning"),
        ("", "ANY009", "warning"),
    ]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"a,b\n1,2\n", b"Concern reference,Person reference\n"])
def test_what_cannot_be_read_gives_status_2_with_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    assert check("sac", path, tmp_path / "report.csv") == 2
    assert not (tmp_path / "report.csv").exists()
    with pytest.raises(CommandError) as refused:
        call_command("return_tables", "sac", f"--file={path}", "--year=2025-26", f"--out={tmp_path / 'out'}")
    assert (refused.value.returncode, str(refused.value).endswith(".")) == (2, True)
    assert not (tmp_path / "out").exists()


def test_last_years_file_is_compared_where_it_is_named(tmp_path: Path) -> None:
    now = written("asc-wds", [WHOLE["asc-wds"]], tmp_path / "now.csv")
    before = written("asc-wds", [row("asc-wds", Staff="20")], tmp_path / "before.csv")
    report = tmp_path / "report.csv"
    assert check("asc-wds", now, report, f"--last-year={before}") == 0
    assert pl.read_csv(report).select("column", "rule_id").rows() == [("Staff", "WDS005")]


@pytest.mark.parametrize("key", list(TABLES))
def test_the_tables_and_their_lineage_are_written(key: str, tmp_path: Path) -> None:
    path = written(key, [WHOLE[key]], tmp_path / "rows.csv")
    call_command("return_tables", key, f"--file={path}", "--year=2025-26", f"--out={tmp_path / 'out'}")
    named = {name for name, told in figure_files().items() if told.collection == key}
    assert {one.name for one in (tmp_path / "out").iterdir()} == {
        f"{name}{ending}.csv" for name in named for ending in ("", "_rows")
    }


def test_rows_with_an_error_count_nowhere(tmp_path: Path) -> None:
    rows = [row("sac"), row("sac", Concern_reference="C2", Date_enquiry_concluded="2025-05-01")]
    path = written("sac", rows, tmp_path / "rows.csv")
    call_command("return_tables", "sac", f"--file={path}", "--year=2025-26", f"--out={tmp_path}")
    assert pl.read_csv(tmp_path / "SAC_SG1_cases.csv")["Count"].to_list() == [1, 1, 0, 1, 0]


@pytest.mark.parametrize("key", list(collections()))
def test_the_blank_file_has_the_headings_the_check_asks_for(key: str, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        call_command("returns_template", key, f"--out={tmp_path / f'blank.{ending}'}")
    assert (tmp_path / "blank.csv").read_text(encoding="utf-8").count("\n") == 1
    book = load_workbook(BytesIO((tmp_path / "blank.xlsx").read_bytes()))
    assert [cell.value for cell in book["Rows"][1]] == list(collection(key).names)
    assert "not" in str(book["Fields"]["A1"].value)


def test_a_filled_workbook_is_checked_like_a_file_of_text(tmp_path: Path) -> None:
    call_command("returns_template", "sac", f"--out={tmp_path / 'blank.xlsx'}")
    book: Workbook = load_workbook(tmp_path / "blank.xlsx")
    book["Rows"].append(list(row("sac").values()))
    book.save(tmp_path / "filled.xlsx")
    report = tmp_path / "report.csv"
    assert check("sac", tmp_path / "filled.xlsx", report) == 0
    assert pl.read_csv(report).is_empty()
