"""The published copy hides small numbers, and nothing shown gives a hidden one back."""

from itertools import product

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from returns.published_copy import (
    Line,
    PublishedCopy,
    cells_hidden,
    cells_that_follow,
    published,
    published_copy_of,
    published_table,
    rounded,
)

CLD = published_copy_of("cld")
UP_TO = 4


def one_line(*numbers: int) -> tuple[dict[str, int], list[Line]]:
    """Parts a, b, c, ... and their total."""
    parts = tuple("abcdefgh"[: len(numbers)])
    return dict(zip(parts, numbers, strict=True)) | {"total": sum(numbers)}, [Line(total="total", parts=parts)]


def table(rows: list[list[int]]) -> tuple[dict[str, int], list[Line]]:
    """A table with the totals of its rows, of its columns, and of all."""
    high, wide = len(rows), len(rows[0])
    cells = {f"{row}.{column}": rows[row][column] for row, column in product(range(high), range(wide))}
    cells |= {f"{row}.all": sum(rows[row]) for row in range(high)}
    cells |= {f"all.{column}": sum(row[column] for row in rows) for column in range(wide)}
    cells["all.all"] = sum(map(sum, rows))
    names = [*map(str, range(high)), "all"]
    across = [Line(total=f"{name}.all", parts=tuple(f"{name}.{column}" for column in range(wide))) for name in names]
    columns = [*map(str, range(wide)), "all"]
    down = [Line(total=f"all.{name}", parts=tuple(f"{row}.{name}" for row in range(high))) for name in columns]
    return cells, across + down


def could_be(cells: dict[str, int], lines: list[Line], hidden: frozenset[str]) -> dict[str, set[int]]:
    """By brute force: every number each hidden cell can have, so that all the sums hold."""
    names, most = sorted(hidden), max(cells.values()) + 2
    found: dict[str, set[int]] = {name: set() for name in names}
    for guess in product(range(most), repeat=len(names)):
        tried = cells | dict(zip(names, guess, strict=True))
        if all(tried[line.total] == sum(tried[part] for part in line.parts) for line in lines):
            for name, number in zip(names, guess, strict=True):
                found[name].add(number)
    return found


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (1, "*"), (4, "*"), (5, "5"), (7, "5"), (8, "10"), (12, "10")])
def test_nought_is_shown_small_numbers_are_hidden_and_others_rounded(number: int, shown: str) -> None:
    assert published({"a": number}, [], CLD) == {"a": shown}


def test_a_half_is_rounded_upwards() -> None:
    assert [rounded(number, 10) for number in (4, 5, 14, 15)] == [0, 10, 10, 20]


def test_one_small_number_takes_the_smallest_beside_it() -> None:
    cells, lines = one_line(3, 40, 20)
    assert cells_hidden(cells, lines, UP_TO) == {"a", "c"}


def test_two_small_numbers_hide_each_other() -> None:
    cells, lines = one_line(3, 2, 20)
    assert cells_hidden(cells, lines, UP_TO) == {"a", "b"}


def test_a_small_number_that_is_the_whole_total_is_hidden_with_it() -> None:
    cells, lines = one_line(3, 0, 0)
    assert cells_hidden(cells, lines, UP_TO) == {"a", "total"}


def test_a_small_number_does_not_come_back_by_the_other_way_through_a_table() -> None:
    cells, lines = table([[3, 20, 30], [40, 50, 60], [70, 80, 90]])
    hidden = cells_hidden(cells, lines, UP_TO)
    assert "0.0" in hidden
    assert len(hidden & {"0.0", "0.1", "0.2"}) > 1
    assert cells_that_follow(hidden, lines) == []


def test_whoever_tries_every_number_finds_more_than_one_for_the_small_one() -> None:
    cells, lines = table([[1, 5], [6, 7]])
    assert len(could_be(cells, lines, cells_hidden(cells, lines, UP_TO))["0.0"]) > 1


def test_without_the_cells_hidden_beside_it_a_small_number_could_be_worked_out() -> None:
    cells, lines = table([[3, 20], [40, 50]])
    assert could_be(cells, lines, frozenset({"0.0"})) == {"0.0": {3}}


@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2))
@settings(max_examples=40, deadline=None)
def test_no_hidden_number_is_the_only_one_that_the_shown_numbers_leave(
    rows: list[list[int]],
) -> None:
    cells, lines = table(rows)
    hidden = cells_hidden(cells, lines, UP_TO)
    assert {name for name, number in cells.items() if 1 <= number <= UP_TO} <= hidden
    assert cells_that_follow(hidden, lines) == []


@given(st.lists(st.lists(st.integers(0, 60), min_size=3, max_size=3), min_size=3, max_size=4))
@settings(max_examples=60, deadline=None)
def test_every_shown_number_is_a_multiple_of_five_and_the_note_says_so(rows: list[list[int]]) -> None:
    cells, lines = table(rows)
    shown = published(cells, lines, CLD)
    assert all(text == "*" or int(text) % 5 == 0 for text in shown.values())
    assert "rounded to the nearest 5" in CLD.note


def test_the_sign_and_the_threshold_are_those_of_the_data_file() -> None:
    asked = PublishedCopy(hidden_up_to=9, rounded_to=10, shown_instead="c")
    assert published({"a": 9, "b": 14}, [], asked) == {"a": "c", "b": "10"}
    assert asked.note.startswith("Published copy")


def test_a_table_of_figures_is_published_with_its_totals() -> None:
    figures = pl.DataFrame(
        {"reason": ["A", "A", "B", "B"], "setting": ["Home", "Home", "Home", "Prison"], "clients": [20, 3, 48, 2]}
    )
    shown = published_table(figures, down="reason", across="setting", count="clients", asked=CLD)
    assert shown.columns == ["reason", "Home", "Prison", "Total"]
    assert shown["reason"].to_list() == ["A", "B", "Total"]
    assert shown["Prison"].to_list() == ["0", "*", "*"]
    assert shown["Total"].to_list()[-1] == "75"


def test_a_table_without_small_numbers_is_rounded_and_nothing_is_hidden() -> None:
    figures = pl.DataFrame({"reason": ["A", "B"], "setting": ["Home", "Home"], "clients": [23, 48]})
    shown = published_table(figures, down="reason", across="setting", count="clients", asked=CLD)
    assert shown.rows() == [("A", "25", "25"), ("B", "50", "50"), ("Total", "70", "70")]


def test_a_table_of_no_figures_has_a_total_of_nought() -> None:
    figures = pl.DataFrame(schema={"reason": pl.String, "setting": pl.String, "clients": pl.Int64})
    shown = published_table(figures, down="reason", across="setting", count="clients", asked=CLD)
    assert shown.rows() == [("Total", "0")]
