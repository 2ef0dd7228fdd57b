"""Files nobody meant to send: the command gives figures or one sentence, by either release, and never a traceback."""

import csv
import gzip
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from returns.cld.columns import COLUMNS
from returns.figures.tables import TABLES
from returns.specification import specification

ADDED = ("Record ID", "Import Date", "LA Name")
HEADINGS = {release: (*ADDED, *specification("cld", release).headings) for release in ("1", "2")}
Row = dict[str, str]
EVENTS = {
    "Request": {"Request: Route of Access": "Community / other route", "Event Outcome": "NFA: Other"},
    "Assessment": {"Assessment Type": "Long term assessment", "Eligible Needs Identified": "No eligible needs"},
    "Service": {
        "Service Type": "Long term support: Community",
        "Delivery Mechanism": "Direct payment",
        "Unit Cost": "12.50",
    },
    "Review": {"Review Reason": "Planned", "Event Outcome": "No change in package"},
}


def row(release: str, number: int, kind: str = "Service", **others: str) -> Row:
    """An event of one person in the year of 2025-26."""
    told = dict.fromkeys(HEADINGS[release], "") | {
        "Record ID": str(number),
        "Import Date": "2026-04-20 10:00:00",
        "LA Name": "Northmoor",
        "LA Code": "901",
        "Reporting Period Start Date": "2025-04-01",
        "Reporting Period End Date": "2026-03-31",
        "NHS Number": str(9_990_000_000 + number),
        "LA Person Unique Identifier": f"P{number}",
        "Date of Birth": "1950-05-10",
        "Gender": "Female",
        "Client Type": "Service user",
        "Primary Support Reason": "Mental health support",
        "Event Type": kind,
        "Event Reference": f"E{number}",
        "Event Start Date": "2025-06-01",
        "Event End Date": "" if kind == "Service" else "2025-06-02",
    }
    told |= EVENTS[kind] | others
    return {name: text for name, text in told.items() if name in HEADINGS[release]}


def year(release: str) -> list[Row]:
    return [row(release, 10 * person + place, kind) for person in range(3) for place, kind in enumerate(EVENTS)]


def table(headings: Sequence[str], rows: Sequence[Row], encoding: str = "utf-8", ending: str = "\n") -> bytes:
    text = StringIO()
    writer = csv.DictWriter(text, headings, extrasaction="ignore", lineterminator=ending)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def without(release: str, *names: str) -> bytes:
    return table([name for name in HEADINGS[release] if name not in names], year(release))


def with_all(release: str, **cells: str) -> bytes:
    return table(HEADINGS[release], [one | cells for one in year(release)])


# A sentence or figures: both are right.
EITHER = "?"
NEEDED = {column.field for column in COLUMNS if column.needed_by}
# By name: the file, and what the sentence says where figures cannot be made of it.
ODD: dict[str, tuple[Callable[[str], bytes], str]] = {
    "a year": (lambda of: table(HEADINGS[of], year(of)), ""),
    "nothing": (lambda of: b"", "is empty"),
    "headings alone": (lambda of: table(HEADINGS[of], []), "no rows"),
    "one row": (lambda of: table(HEADINGS[of], year(of)[:1]), ""),
    "one row without a line end": (lambda of: table(HEADINGS[of], year(of)[:1]).rstrip(b"\n"), ""),
    "one person alone": (lambda of: table(HEADINGS[of], year(of)[:4]), ""),
    "no row of any person": (
        lambda of: with_all(of, **{"NHS Number": "", "LA Person Unique Identifier": ""}),
        "",
    ),
    "no optional column": (lambda of: without(of, *(set(HEADINGS[of]) - NEEDED)), ""),
    "no column that is needed": (lambda of: without(of, *NEEDED), "which these figures need"),
    "no column at all that was added": (lambda of: without(of, *ADDED), ""),
    "one Record ID for all": (lambda of: with_all(of, **{"Record ID": "7"}), ""),
    "no Record ID in some rows": (
        lambda of: table(HEADINGS[of], [one | {"Record ID": "" if n % 2 else "5"} for n, one in enumerate(year(of))]),
        "",
    ),
    "rows backwards": (lambda of: table(HEADINGS[of], year(of)[::-1]), ""),
    "columns backwards": (lambda of: table(HEADINGS[of][::-1], year(of)), ""),
    "gzip": (lambda of: gzip.compress(table(HEADINGS[of], year(of))), ""),
    "half a gzip": (lambda of: gzip.compress(table(HEADINGS[of], year(of)))[:60], "gzip"),
    "a line end in quotes": (
        lambda of: with_all(of, **{"Event Description": 'two\r\nlines, and "marks"'}),
        "",
    ),
    "CRLF": (lambda of: table(HEADINGS[of], year(of), ending="\r\n"), ""),
    "a byte order mark": (lambda of: table(HEADINGS[of], year(of), "utf-8-sig"), ""),
    "Windows text": (
        lambda of: table(HEADINGS[of], [one | {"Event Description": "caf\u00e9"} for one in year(of)], "cp1252"),
        EITHER,
    ),
    "UTF-16": (lambda of: table(HEADINGS[of], year(of), "utf-16"), "UTF-8"),
    "bytes that are no text": (lambda of: table(HEADINGS[of], year(of)) + b"\0" * 40, EITHER),
    "a quotation mark never closed": (lambda of: table(HEADINGS[of], year(of)) + b'"901,', "CSV"),
    "a row too long": (lambda of: table(HEADINGS[of], year(of)) + b"x," * 80, "more fields"),
    "an authority nobody knows": (lambda of: with_all(of, **{"LA Code": "000", "LA Name": "Nowhere"}), ""),
    "no authority": (lambda of: with_all(of, **{"LA Code": "", "LA Name": ""}), EITHER),
    "words of no list": (
        lambda of: with_all(of, **dict.fromkeys(("Client Type", "Gender", "Service Type", "Event Outcome"), "x")),
        "",
    ),
    "days that are none": (
        lambda of: with_all(of, **dict.fromkeys(("Event Start Date", "Event End Date", "Date of Birth"), "soon")),
        "",
    ),
    "days far away": (
        lambda of: with_all(of, **{"Event Start Date": "0001-01-01", "Event End Date": "9999-12-31"}),
        "",
    ),
    "an import long ago": (lambda of: with_all(of, **{"Import Date": "1999-01-01"}), ""),
    "an import of no day": (lambda of: with_all(of, **{"Import Date": "yesterday"}), ""),
    "another year": (
        lambda of: with_all(
            of, **{"Reporting Period Start Date": "2019-04-01", "Reporting Period End Date": "2020-03-31"}
        ),
        "",
    ),
    "every cell blank": (lambda of: table(HEADINGS[of], [dict.fromkeys(HEADINGS[of], " ")] * 3), EITHER),
    "every cell NULL": (lambda of: table(HEADINGS[of], [dict.fromkeys(HEADINGS[of], "NULL")] * 3), EITHER),
    "a heading twice": (lambda of: table((*HEADINGS[of], "Gender"), year(of)), ""),
    "another table": (lambda of: b"a,b\n1,2\n", "which these figures need"),
}
CASES = [f"{name}, Release {release}" for name in ODD for release in HEADINGS]


def sentence_of(words: Sequence[str]) -> str:
    """The sentence with which the command ends, with exit status 2; blank where it writes its files."""
    try:
        call_command("returns_figures", *words, stderr=StringIO())
    except CommandError as refused:
        refusal = refused
    else:
        return ""
    assert refusal.returncode == 2
    assert str(refusal).endswith(".")
    assert "\n" not in str(refusal)
    return str(refusal)


@pytest.mark.parametrize("case", CASES)
def test_an_odd_file_gives_figures_or_one_sentence(case: str, tmp_path: Path) -> None:
    name, release = case.split(", Release ")
    make, told = ODD[name]
    path, out = tmp_path / "cld.csv", tmp_path / "out"
    path.write_bytes(make(release))
    sentence = sentence_of([*TABLES, "--cld", str(path), "--year", "2025-26", "--out", str(out)])
    if told != EITHER:
        assert told in sentence
        assert bool(told) == bool(sentence), sentence
    assert bool(sentence) != out.exists()


@pytest.mark.parametrize("release", HEADINGS)
def test_the_figures_do_not_depend_on_the_order_of_rows_and_columns(release: str, tmp_path: Path) -> None:
    path, found = tmp_path / "cld.csv", []
    rows, headings = year(release), HEADINGS[release]
    for number, (told, order) in enumerate([(headings, rows), (headings, rows[::-1]), (headings[::-1], rows)]):
        path.write_bytes(table(told, order))
        out = tmp_path / str(number)
        assert not sentence_of([*TABLES, "--cld", str(path), "--year", "2025-26", "--out", str(out)])
        found.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert found[0] == found[1] == found[2]
    assert b"901,Mental Health Support,Long term support: Community,Direct payment,3" in found[0]["LTS001b_T1b.csv"]
