"""The file for the centre is one text for the same rows, byte for byte; what may not travel stops it."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from returns.cld.export import as_file, read_file
from returns.refusals import UnusableInput
from returns.specification import Field, specification
from tests.returns.cld_events.rows import SCHEMA, rows

BLANK = dict.fromkeys(SCHEMA)
SPEC = specification("cld", "2")


def filled(**but: Any) -> pl.DataFrame:
    return pl.DataFrame([BLANK | but], schema=SCHEMA, orient="row")


def test_the_file_is_these_bytes() -> None:
    row = {
        "LA Code": "901",
        "Last Name": 'O\'Neill, "Pat"',
        "First Name": "Zoë",
        "Date of Birth": date(1950, 5, 1),
        "Unit Cost": 22.5,
        "No. of adults being cared for": 2,
    }
    file = as_file(filled(**row), "2")
    headings, line, nothing = file.split(b"\r\n")
    assert headings == ",".join(SPEC.headings).encode()
    person = b'901,,,,,Zo\xc3\xab,"O\'Neill, ""Pat""",,,,,01/05/1950'
    assert line == person + b"," * 24 + b"2" + b"," * 12 + b"22.50,,"
    assert nothing == b""


def test_the_two_releases_differ_in_their_heading_of_the_unit_cost() -> None:
    first, second = (specification("cld", release).headings for release in ("1", "2"))
    assert [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]] == [("Unit Cost", "Unit cost")]


def test_more_rows_than_are_written_at_a_time_have_one_line_of_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    several = rows({}, {}, {}, {}, {})
    whole = as_file(several, "2")
    monkeypatch.setattr("returns.cld.export.ROWS_AT_A_TIME", 2)
    assert as_file(several, "2") == whole


@pytest.mark.parametrize(
    "text", ["=1+1", "+44", "-Ann", "@here", "\tAnn", "\rAnn", "Ann\nBell", "An\x00n", "NULL", "Ann\x7f"]
)
@pytest.mark.parametrize("field", ["Last Name", "Event Description", "LA Person Unique Identifier", "Postcode"])
def test_a_text_that_may_not_travel_stops_the_file_and_is_not_repeated(field: str, text: str) -> None:
    with pytest.raises(UnusableInput) as refusal:
        as_file(filled(**{field: text}), "2")
    assert f"{field} (1 row)" in str(refusal.value)
    assert "Ann" not in str(refusal.value)
    assert "44" not in str(refusal.value)


def test_a_hyphen_inside_a_name_travels() -> None:
    assert b"Smith-Jones" in as_file(filled(**{"Last Name": "Smith-Jones"}), "2")


@pytest.mark.parametrize("file", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b'"'])
def test_what_was_not_written_here_is_refused_with_a_sentence(file: bytes) -> None:
    with pytest.raises(UnusableInput):
        read_file(file, "2")


def test_the_file_of_one_release_is_not_read_as_the_other() -> None:
    with pytest.raises(UnusableInput, match="Release 1"):
        read_file(as_file(rows({}), "2"), "1")


# Any row that may be written


def values(field: Field) -> st.SearchStrategy[Any]:
    texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "text": texts.filter(lambda text: text[0] not in "=+-@" and text != "NULL"),
        "list": st.sampled_from(field.values or ("x",)),
        "date": st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)),
        "number": st.integers(0, 10**9).map(lambda pence: pence / 100),
        "whole number": st.integers(0, 168),
    }
    return st.none() | kinds[field.kind]


A_ROW = st.fixed_dictionaries({field.name: values(field) for field in SPEC.fields})


@given(st.lists(A_ROW, max_size=4), st.sampled_from(["1", "2"]))
@settings(max_examples=60, deadline=None)
def test_every_file_written_reads_back_the_same(several: list[dict[str, Any]], release: str) -> None:
    told = pl.DataFrame(several, schema=SCHEMA, orient="row")
    assert read_file(as_file(told, release), release).equals(told)


@given(st.lists(A_ROW, max_size=4))
@settings(max_examples=30, deadline=None)
def test_a_file_read_and_written_again_is_the_same_bytes(several: list[dict[str, Any]]) -> None:
    file = as_file(pl.DataFrame(several, schema=SCHEMA, orient="row"), "2")
    assert as_file(read_file(file, "2"), "2") == file
