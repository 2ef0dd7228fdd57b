"""The check of a file in many small batches tells what it tells of the file in one."""

from datetime import date
from pathlib import Path

import pytest

from bench.council_file import make
from returns.cld.checking import check
from returns.intake import ahead, records


def test_the_size_of_a_batch_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = make(tmp_path / "cld.csv", 2_000, 79)
    period = {"period_start": date(2025, 4, 1), "period_end": date(2026, 3, 31)}
    at_once = check(file, **period)
    seen: list[int] = []
    monkeypatch.setattr(records, "BLOCK", 1 << 16)
    for most in (1, 200_000):
        monkeypatch.setattr(ahead.together, "__defaults__", (most,))
        in_parts = check(file, tell=lambda share, rows: seen.append(rows), **period)
        assert in_parts.faults.rows() == at_once.faults.rows()
    assert at_once.faults.height
    assert len(seen) > 10
