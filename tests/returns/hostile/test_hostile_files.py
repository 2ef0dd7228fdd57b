"""Files made to do harm, or made badly: each is checked, or refused with one sentence, within its limits."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns.cld.checking import Report, check
from returns.intake.limits import PAGE, Limits
from returns.refusals import UnusableInput
from tests.returns.hostile import texts, workbooks

CORPUS = texts.TEXTS | workbooks.WORKBOOKS
EITHER = texts.EITHER | workbooks.EITHER
LONGEST_SECONDS = 30
PERIOD = {"period_start": date(2025, 4, 1), "period_end": date(2026, 3, 31)}


def answer(content: bytes, path: Path, limits: Limits = PAGE) -> Report | str:
    """The report, or the sentence. Anything else that is raised fails the test."""
    path.write_bytes(content)
    try:
        report = check(path, limits=limits, **PERIOD)
    except UnusableInput as sentence:
        told = str(sentence)
        assert told.endswith(".")
        assert "\n" not in told
        assert str(path.parent) not in told
        return told
    assert report.rows > 0
    assert report.faults.height == report.pairs.height
    return report


def test_the_corpus_is_as_large_as_was_promised() -> None:
    assert len(CORPUS) >= 80
    assert set(CORPUS) >= EITHER


@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_file_is_read_or_refused_as_it_should_be(name: str, tmp_path: Path) -> None:
    make, expected = CORPUS[name]
    began = time.monotonic()
    told = answer(make(), tmp_path / "sent.dat")
    assert time.monotonic() - began < LONGEST_SECONDS
    if name in EITHER:
        return
    if expected:
        assert isinstance(told, str)
        assert expected in told
    else:
        assert isinstance(told, Report)


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ({"most_bytes": 100}, "more than 100"),
        ({"most_rows": 1}, "more than 1 rows"),
        ({"most_columns": 49}, "columns"),
        ({"longest_cell": 5}, "more than 5 letters"),
        ({"most_unpacked": 50}, "50 bytes|unpacked"),
        ({"most_seconds": -1}, "seconds"),
    ],
)
@pytest.mark.parametrize("content", [texts.GOOD, workbooks.good()], ids=["csv", "xlsx"])
def test_each_limit_refuses(limit: dict[str, int], told: str, content: bytes, tmp_path: Path) -> None:
    sentence = answer(content, tmp_path / "sent.dat", replace(PAGE, **limit))
    assert isinstance(sentence, str)
    assert any(part in sentence for part in told.split("|"))


def test_a_name_that_is_no_name_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / ("x" * 500), tmp_path / "a\0b"):
        with pytest.raises(UnusableInput):
            check(path, **PERIOD)


# Mutations of good files

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "double", "put", "swap"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 60),
        st.sampled_from(
            [b'"', b",", b"\n", b"\r\n", b"\0", b"\xff", b"\xc3\xa9", b"=", b" ", b"NULL", b"\x1b", b"9" * 40]
        ),
    ),
    min_size=1,
    max_size=6,
)


def mutated(content: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    for how, where, length, text in edits:
        at = int(where * len(content))
        piece = content[at : at + length]
        between = {"cut": b"", "double": piece * 2, "put": text + piece, "swap": piece[::-1]}[how]
        content = content[:at] + between + content[at + length :]
    return content


def _mutations(make: Callable[[], bytes], edits: list[tuple[str, float, int, bytes]], folder: Path) -> None:
    answer(mutated(make(), edits), folder / "sent.dat")


@given(edits=EDITS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_mutated_csv_file_is_read_or_refused(edits: list, tmp_path: Path) -> None:
    _mutations(lambda: texts.GOOD, edits, tmp_path)


@given(edits=EDITS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_mutated_workbook_is_read_or_refused(edits: list, tmp_path: Path) -> None:
    _mutations(workbooks.good, edits, tmp_path)


@pytest.mark.long
@given(edits=EDITS, name=st.sampled_from(["csv", "xlsx", "sheet"]))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_many_mutated_files_are_read_or_refused(edits: list, name: str, tmp_path: Path) -> None:
    if name == "sheet":
        part = mutated(workbooks.parts_of(workbooks.good())[workbooks.SHEET], edits)
        answer(workbooks.with_part(workbooks.SHEET, part), tmp_path / "sent.dat")
    else:
        _mutations((lambda: texts.GOOD) if name == "csv" else workbooks.good, edits, tmp_path)
