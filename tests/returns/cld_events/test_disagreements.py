"""Casework and a provider's file are laid side by side by two identifiers; what differs is told with both values."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from returns.cld.disagreements import disagreements, keyed, people_matched
from returns.cld.typed_rows import typed_rows
from tests.returns.cld_events.rows import SPEC, rows


def found(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    told = disagreements(rows(*ours), rows(*theirs), SPEC)
    return told.select("about", "our_row", "their_row", "field", "ours", "theirs", "how").rows()


def test_the_same_rows_agree() -> None:
    assert found([{}], [{}]) == []


def test_a_detail_of_a_person_that_differs_is_told_with_both_values() -> None:
    assert found([{}], [{"Postcode": "EX9 2ZZ"}]) == [("person", 0, 0, "Postcode", "EX9 1AA", "EX9 2ZZ", "differs")]


def test_a_detail_only_one_of_them_has_says_whose_it_is() -> None:
    told = found([{"Postcode": None}], [{"Last Name": None}])
    assert [(field, how) for _, _, _, field, _, _, how in told] == [
        ("Last Name", "only in casework"),
        ("Postcode", "only in the file"),
    ]


def test_a_field_of_the_same_event_that_differs_is_told() -> None:
    told = found([{}], [{"Event Outcome": "NFA: Deceased", "Event End Date": date(2026, 3, 4)}])
    assert [(about, field, ours, theirs) for about, _, _, field, ours, theirs, _ in told] == [
        ("event", "Event End Date", "2026-03-02", "2026-03-04"),
        ("event", "Event Outcome", "NFA: Other", "NFA: Deceased"),
    ]


def test_an_event_only_one_of_them_has_is_told_of_a_person_both_have() -> None:
    later = {"Event Start Date": date(2026, 3, 9)}
    assert found([{}, later], [{}]) == [("event", 1, None, "Event Type", "Request", None, "only in casework")]
    assert found([{}], [{}, later]) == [("event", None, 1, "Event Type", None, "Request", "only in the file")]


def test_two_events_alike_are_laid_beside_the_two_alike() -> None:
    assert found([{}, {}], [{}, {}]) == []


def test_a_person_is_known_by_two_identifiers_when_the_third_differs() -> None:
    for other in ({"NHS Number": None}, {"LA Person Unique Identifier": "P9"}, {"Date of Birth": date(1944, 3, 10)}):
        assert people_matched(keyed(rows({}), "our"), keyed(rows(other), "their")).height == 1


@pytest.mark.parametrize(
    "other",
    [
        {"NHS Number": None, "LA Person Unique Identifier": "P9"},
        {"NHS Number": "9990000115", "LA Person Unique Identifier": "P9", "Date of Birth": date(1950, 1, 1)},
    ],
)
def test_a_name_and_one_identifier_are_not_enough(other: dict[str, Any]) -> None:
    assert found([{}], [other]) == []


def test_who_would_be_two_people_of_casework_is_matched_to_neither() -> None:
    twice = [{"NHS Number": None}, {"LA Person Unique Identifier": None}]
    assert people_matched(keyed(rows(*twice), "our"), keyed(rows({}), "their")).is_empty()


def test_a_file_that_leaves_an_identifier_out_here_and_there_tells_of_one_person() -> None:
    later = {"Event Start Date": date(2026, 3, 9)}
    told = found([{}, later], [{}, later | {"NHS Number": None}])
    assert told == [("person", 0, 1, "NHS Number", "9990000107", None, "only in casework")]


def test_a_providers_texts_are_read_into_the_columns_of_the_specification() -> None:
    texts = pl.DataFrame({"nhs number": ["9990000107", " "], "Date of Birth": ["09/03/1944", "1944-03-09"]})
    typed = typed_rows(texts, SPEC)
    assert typed["NHS Number"].to_list() == ["9990000107", None]
    assert typed["Date of Birth"].to_list() == [date(1944, 3, 9)] * 2
    assert typed.columns == list(SPEC.names)
