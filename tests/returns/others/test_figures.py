"""What is true of every table of the other returns, over made files: order, totals and lineage."""

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns.collections.counting import ALL, RECORD
from returns.collections.specification import collection
from returns.collections.tables import TABLES, as_csv, figure_files, tables_of
from tests.returns.others.made import rows_of
from tests.returns.others.rows import YEAR, texts

KEYS = pytest.mark.parametrize("key", list(TABLES))
MADE = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
# In these a record counts in more than one cell, so that All is no sum.
SEVERAL = {"Reported health conditions", "Types of risk", "Locations of risk"}


@KEYS
@MADE
@given(data=st.data())
def test_the_order_of_the_rows_does_not_matter(key: str, data: st.DataObject) -> None:
    frame = texts(key, data.draw(rows_of(key)))
    turned = frame.sample(fraction=1, shuffle=True, seed=data.draw(st.integers(0, 9)))
    first, second = (tables_of(collection(key), one, YEAR) for one in (frame, turned))
    assert {name: as_csv(one) for name, one in first.items()} == {name: as_csv(one) for name, one in second.items()}


@KEYS
@MADE
@given(data=st.data())
def test_a_total_is_the_sum_of_its_cells_and_a_count_is_as_long_as_its_lineage(key: str, data: st.DataObject) -> None:
    files = tables_of(collection(key), texts(key, data.draw(rows_of(key))), YEAR)
    for name, told in figure_files().items():
        if told.collection != key:
            continue
        figures, lineage = files[name], files[f"{name}_rows"]
        by = [column for column in told.columns if column not in told.measures]
        for column in (each for each in by if each not in SEVERAL):
            check_totals(figures, column, by, told.measures[0])
        if told.counts in ("people", "lines"):
            counted = lineage.group_by(by).agg(Lines=pl.len())
            beside = figures.join(counted, on=by, how="left").with_columns(pl.col("Lines").fill_null(0))
            assert (beside[told.measures[0]] == beside["Lines"]).all(), name
            assert lineage.join(figures, on=by, how="anti").is_empty()


def check_totals(figures: pl.DataFrame, column: str, by: list[str], measure: str) -> None:
    others = [name for name in by if name != column]
    totals = figures.filter(pl.col(column) == ALL)
    if totals.is_empty():
        return
    parts = figures.filter(pl.col(column) != ALL).with_columns(_=pl.lit("_"))
    summed = parts.group_by("_", *others).agg(pl.col(measure).sum().alias("Summed"))
    beside = totals.with_columns(_=pl.lit("_")).join(summed, on=["_", *others], how="left")
    assert (beside[measure] == beside["Summed"].fill_null(0)).all(), (column, by)


def test_every_file_of_figures_is_made_with_the_columns_it_says() -> None:
    for key in TABLES:
        files = tables_of(collection(key), texts(key, []), YEAR)
        named = {name: list(told.columns) for name, told in figure_files().items() if told.collection == key}
        assert {name: files[name].columns for name in files if not name.endswith("_rows")} == named
        assert {f"{name}_rows" for name in named} | set(named) == set(files)


@KEYS
def test_a_return_of_nothing_has_every_cell_at_nought(key: str) -> None:
    files = tables_of(collection(key), texts(key, []).cast({RECORD: pl.UInt32}), YEAR)
    for name, told in figure_files().items():
        if told.collection == key and told.counts in ("people", "lines"):
            assert files[name].height
            assert files[name][told.measures[0]].sum() == 0
