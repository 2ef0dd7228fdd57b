"""The command `returns_check`: its report, its exit status, its sentences; never a traceback."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.returns.checking.rows import a_row, written

EVENTS = ("Request", "Assessment", "Service", "Review")


def run(file: Path, out: Path, *words: str) -> tuple[int, list[dict[str, str]], str]:
    """The exit status, the report and what was said."""
    said = StringIO()
    status = 0
    period = ("--period-start", "2025-04-01", "--period-end", "2026-03-31")
    try:
        call_command("returns_check", "cld", str(file), *period, "--out", str(out), *words, stderr=said)
    except SystemExit as end:
        status = int(str(end.code))
    with out.open(encoding="utf-8", newline="") as lines:
        return status, list(csv.DictReader(lines)), said.getvalue()


def refused(*words: Any) -> str:
    with pytest.raises(CommandError) as refusal:
        call_command("returns_check", *map(str, words), stderr=StringIO())
    assert refusal.value.returncode == 2
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_a_file_without_error_ends_with_nought(tmp_path: Path) -> None:
    file = written([a_row(event) for event in EVENTS], tmp_path / "cld.csv")
    status, faults, said = run(file, tmp_path / "new" / "report.csv")
    assert status == 0
    assert [fault for fault in faults if fault["severity"] == "error"] == []
    assert "4 rows checked by Release 2: 4 without error" in said


def test_an_error_ends_with_one_and_stands_in_the_report(tmp_path: Path) -> None:
    rows = [a_row(), a_row("Review", **{"Event End Date": "2025-05-01", "Last Name": "Unmistakable"})]
    out = tmp_path / "report.csv"
    status, faults, said = run(written(rows, tmp_path / "cld.csv"), out)
    assert status == 1
    assert out.read_text(encoding="utf-8").splitlines()[0] == "row,column,rule_id,severity,message"
    assert {
        "row": "3",
        "column": "Event End Date",
        "rule_id": "CLD028",
        "severity": "error",
        "message": "The event ends before it began.",
    } in faults
    assert "Unmistakable" not in out.read_text(encoding="utf-8") + said


def test_words_and_files_that_cannot_be_used_end_with_two(tmp_path: Path) -> None:
    file, out = written([a_row()], tmp_path / "cld.csv"), tmp_path / "report.csv"
    ends = ("--period-end", "2026-03-31", "--out", out)
    assert "not a day" in refused("cld", file, "--period-start", "yesterday", *ends)
    assert "before it begins" in refused("cld", file, "--period-start", "2026-04-01", *ends)
    assert "cannot be read" in refused("cld", tmp_path / "none.csv", "--period-start", "2025-04-01", *ends)
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    words = ("--period-start", "2025-04-01", "--period-end", "2026-03-31", "--out", blocked / "report.csv")
    assert "cannot be written" in refused("cld", file, *words)
    assert not out.exists()
