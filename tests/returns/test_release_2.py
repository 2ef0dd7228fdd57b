"""A file of Release 2 counts as the same file in the words of Release 1; what has no equal is counted and said."""

from pathlib import Path

import polars as pl
import pytest

from returns.cld.collation import as_compared
from returns.cld.reading import read_extract
from returns.cld.release_2 import as_release_1, columns, values_of_release_2
from returns.figures.tables import TABLES, Workings
from returns.reference import rows_of
from tests.returns.computing import YEAR, Table, written
from tests.returns.test_command import ROW, run, words_for

CARER = {"Client Type": "Carer", "Service Type": "Carer Support: Direct to Carer"}
REQUEST = {
    "Event Type": "Request",
    "Event End Date": "2023-06-03",
    "Service Type": "",
    "Delivery Mechanism": "",
    "Event Outcome": "NFA - Information & Advice / Signposting only",
    "Request: Route of Access": "Community / Other route",
}
FIRST = [
    ROW | {"Primary Support Reason": "Support with Memory & Cognition"},
    ROW | CARER | {"Record ID": "8", "NHS Number": "9990000002"},
    ROW | REQUEST | {"Record ID": "9", "NHS Number": "9990000003"},
]
OTHER_CARER = {"Client Type": "Unpaid carer", "Service Type": "Unpaid carer support: Direct to unpaid carer"}
OTHER_REQUEST = {
    "Event Outcome": "NFA: Information and advice or signposting",
    "Request: Route of Access": "Community or other route",
}
SECOND = [
    FIRST[0]
    | {
        "Client Type": "Service user",
        "Primary Support Reason": "Support with memory and cognition",
        "Service Type": "Long term support: Community",
        "Delivery Mechanism": "Direct payment",
    },
    FIRST[1] | OTHER_CARER | {"Delivery Mechanism": "Direct payment"},
    FIRST[2] | OTHER_REQUEST,
]


def read(table: Table, folder: Path) -> pl.DataFrame:
    path = written(table, folder / "cld.csv")
    return read_extract([path], tables=list(TABLES), submitted=YEAR.taken_as_submitted, tell=lambda _sentence: None)


def figures(rows: pl.DataFrame) -> dict[str, list[tuple[object, ...]]]:
    work = Workings(rows, YEAR)
    return {name: sorted(map(str, frame.rows())) for table in TABLES for name, frame in work.files_of(table).items()}  # type: ignore[misc]


def test_a_file_of_release_2_counts_as_the_same_in_release_1(tmp_path: Path) -> None:
    first, second = read(FIRST, tmp_path), read(SECOND, tmp_path)
    assert figures(second) != figures(first)
    again, told = as_release_1(second)
    assert figures(again) == figures(first)
    assert figures(first)["LTS003_total"]
    assert set(told.read) == {
        *("Client_Type", "Primary_Support_Reason", "Service_Type", "Event_Outcome", "Request_Route_of_Access"),
    }
    assert told.number_left == 0


def test_rows_of_release_1_are_left_as_they_are(tmp_path: Path) -> None:
    rows = read(FIRST, tmp_path)
    again, told = as_release_1(rows)
    assert figures(again) == figures(rows)
    assert (told.number_read, told.number_left) == (0, 0)


def test_what_goes_on_is_read_by_its_kind_of_event_and_what_has_no_equal_stays_and_is_counted(tmp_path: Path) -> None:
    goes_on, other = "Continuation of support or services", "NFA: Referral to other service within the local authority"
    table = [
        ROW | {"Event Outcome": goes_on},
        ROW | {"Record ID": "8", "Event Type": "Review", "Event Outcome": goes_on, "Service Type": ""},
        ROW | {"Record ID": "9", "Event Outcome": other},
        ROW | {"Record ID": "10", "Event Outcome": "Something nobody lists"},
    ]
    rows, told = as_release_1(read(table, tmp_path))
    assert rows["Event_Outcome"].to_list() == [
        "Provision of service",
        "No change in package",
        other,
        "Something nobody lists",
    ]
    assert told.read == {"Event_Outcome": 2}
    assert told.left == {"Event_Outcome": {other: 1}}


def test_every_value_of_release_2_has_a_reading_in_release_1_or_is_known_to_have_none() -> None:
    lists = {row["column"]: row["list"] for row in rows_of("release_2_readings")}
    listed = [(row["list"], row["release"], as_compared(row["value"])) for row in rows_of("cld_code_lists")]
    without = {}
    for column in columns():
        first = {value for name, release, value in listed if (name, release) == (lists[column.name], "1")}
        for value in (value for name, release, value in listed if (name, release) == (lists[column.name], "2")):
            reading = column.readings.get(value)
            if reading is None:
                without[value] = column.without[value]
            else:
                assert as_compared(reading) in first, value
    assert sorted(without) == [
        "nfa: referral to other service within the local authority",
        "review of short term support",
    ]
    assert all(row["source"] for row in rows_of("release_2_readings"))


@pytest.mark.parametrize(("words", "carers"), [([], 0), (["--release-2", "as-release-1"], 1)])
def test_the_command_counts_as_published_and_says_what_it_does_not_know(
    tmp_path: Path, words: list[str], carers: int
) -> None:
    said = run(*words_for(written(SECOND, tmp_path / "cld.csv"), tmp_path / "out", "LTS003"), *words)
    assert "Values of Release 2" in said
    assert "Client Type 1" in said
    assert ("--release-2 as-release-1 reads" in said) == (not words)
    total = pl.read_csv(tmp_path / "out" / "LTS003_persons.csv")
    assert total.height == carers


def test_nothing_is_said_of_release_2_where_there_is_nothing_of_it(tmp_path: Path) -> None:
    assert "Release 2" not in run(*words_for(written(FIRST, tmp_path / "cld.csv"), tmp_path / "out", "LTS003"))
    assert values_of_release_2(read(FIRST, tmp_path)).number_read == 0
