"""A file from outside is checked in a process of its own: its memory and its time end it, and never the service."""

import gzip
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from returns import apart
from returns.apart import check_apart
from returns.cld.checking.specification import NAMES
from returns.handling import handling_of
from returns.intake.limits import PAGE, Limits
from returns.refusals import UnusableInput
from tests.returns.hostile import texts

WORDS: dict[str, Any] = {"kind": "CLD", "period_start": date(2025, 4, 1), "period_end": date(2026, 3, 31)}
LITTLE = replace(PAGE, most_memory=150_000_000, most_ratio=10_000)


def refused(path: Path, limits: Limits = PAGE) -> str:
    with pytest.raises(UnusableInput) as refusal:
        check_apart(path, limits=limits, **WORDS)
    return str(refusal.value)


def wide_bomb(path: Path, rows: int) -> Path:
    """Two hundred columns of one letter: a frame of it is many times the file, and the file many times what is sent."""
    headings = ",".join([*NAMES, *(f"x{number}" for number in range(150))])
    path.write_bytes(gzip.compress(f"{headings}\n".encode() + (b"a," * 199 + b"a\n") * rows))
    return path


def test_a_file_is_checked_apart_as_it_is_here(tmp_path: Path) -> None:
    path = tmp_path / "sent.csv"
    path.write_bytes(texts.GOOD)
    told: list[int] = []
    there = check_apart(path, limits=PAGE, tell=lambda share, rows: told.append(rows), **WORDS)
    here = handling_of("CLD").check(
        path, limits=PAGE, period_start=WORDS["period_start"], period_end=WORDS["period_end"]
    )
    assert there.accepted.equals(here.accepted)
    assert there.faults.equals(here.faults)
    assert there.counts_by_rule == here.counts_by_rule
    assert told == [here.rows]


def test_a_file_that_needs_more_memory_than_its_limit_is_refused_and_one_that_does_not_is_read(tmp_path: Path) -> None:
    assert check_apart(wide_bomb(tmp_path / "small.gz", 500), limits=LITTLE, **WORDS).rows == 500
    bomb = wide_bomb(tmp_path / "bomb.gz", 60_000)
    assert bomb.stat().st_size < 200_000
    told = refused(bomb, LITTLE)
    assert told == "The file bomb.gz needs more than 150,000,000 bytes of memory to be checked. Send it in parts."


def test_a_file_that_holds_the_process_longer_than_its_time_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sent.csv"
    path.write_bytes(texts.GOOD)
    monkeypatch.setattr(apart, "SECONDS_TO_START", 0)
    assert "takes longer than 0 seconds" in refused(path, replace(PAGE, most_seconds=0))


def test_a_sentence_of_the_check_comes_back_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "sent.csv"
    path.write_bytes(b"a,b\n1,2\n")
    assert "of the 50 columns" in refused(path)


def test_a_process_that_dies_otherwise_is_a_sentence_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sent.csv"
    path.write_bytes(texts.GOOD)
    start = subprocess.Popen
    for ending in ("import os; os.kill(os.getpid(), 11)", "import sys; sys.exit(3)", "print('odd')"):
        monkeypatch.setattr(
            subprocess,
            "Popen",
            lambda words, ending=ending, **others: start([sys.executable, "-c", ending], **others),
        )
        assert "ended the program that read it" in refused(path)


def test_the_process_is_told_no_key_and_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sent.csv"
    path.write_bytes(texts.GOOD)
    given: dict[str, str] = {}
    start = subprocess.Popen

    def seen(words: list[str], *, env: dict[str, str], **others: Any) -> Any:
        given.update(env)
        return start(words, env=env, **others)

    monkeypatch.setenv("COUNTERSIGN_SECRET_KEY", "not to be passed on")
    monkeypatch.setattr(subprocess, "Popen", seen)
    check_apart(path, limits=PAGE, **WORDS)
    assert given
    assert not [name for name in given if name.startswith(("COUNTERSIGN", "DJANGO"))]
