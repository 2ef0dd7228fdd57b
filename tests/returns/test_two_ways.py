"""Two independent ways agree: the product's figures, and a plain count written from the words of the rules."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns.figures.window import Window, window_of
from tests.returns.computing import CONTRACT, Table, bag, computed, shown
from tests.returns.councils import councils
from tests.returns.plainly.all_tables import figures_of

WINDOWS = (window_of("2023-24"), window_of("2023-24", end=window_of("2023-24").end.replace(year=2023, month=12)))


SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def agree(table: Table, window: Window) -> None:
    with TemporaryDirectory() as folder:
        files = computed(table, Path(folder), window)
    plain = figures_of(table, window)
    assert set(plain) == set(files) == set(CONTRACT)
    for name, rows in plain.items():
        counted = sorted(tuple(shown(cell) for cell in row) for row in rows)
        assert sorted(bag(files[name], name).elements()) == counted, name


@settings(SETTINGS, max_examples=6)
@given(table=councils(most=40), window=st.sampled_from(WINDOWS))
def test_the_figures_and_the_lineage_are_those_of_a_plain_count(table: Table, window: Window) -> None:
    agree(table, window)


@pytest.mark.slow
@settings(SETTINGS, max_examples=300)
@given(table=councils(most=40), window=st.sampled_from(WINDOWS))
def test_the_two_ways_agree_over_many_councils(table: Table, window: Window) -> None:
    agree(table, window)
