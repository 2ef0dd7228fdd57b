"""The expressions and plain Python find the same faults in made files."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns.cld.checking.specification import FIELDS, NAMES, RULES, values_of
from tests.returns.checking import plainly
from tests.returns.checking.rows import PERIODS, a_row, checked

EVENTS = ("Request", "Assessment", "Service", "Review")
ANY_TEXT = ("", " ", "NULL", "x", "=1", "-5", "1.234", "12.50", "2", "P100", "P7", "NFA: Other;NFA: Deceased", "£1")
DAYS = (
    "2025-04-01",
    "2026-03-31",
    "31/03/2025",
    "2026-04-01",
    "2025-06-10 00:00:00",
    "1900-01-01",
    "1980-02-29",
    "2010-01-01",
)
NUMBERS = ("9434765919", "4010232137", "9434765918", "943 476 5919", "0000000000")
WORDS = ("Cancelled at once", "a DoLS matter", "@home")


def cells_of(release: int) -> st.SearchStrategy[dict[str, str]]:
    """A few cells of a row, each with a value that some rule may mind."""
    return st.lists(st.sampled_from(FIELDS), max_size=6, unique=True).flatmap(
        lambda fields: st.fixed_dictionaries({field.name: st.sampled_from(_texts(field, release)) for field in fields})
    )


def _texts(field, release: int) -> list[str]:
    texts = list(ANY_TEXT)
    if field.list_name:
        texts += [value.value for one in (release, 1) for value in values_of(field.list_name, one)]
        texts += [text.upper() for text in texts[-2:]]
    if field.kind == "date":
        texts += DAYS
    if field.name == "NHS Number":
        texts += NUMBERS
    if field.name == "Event Description":
        texts += WORDS
    return texts


def files(release: int) -> st.SearchStrategy[list[dict[str, str]]]:
    row = st.tuples(st.sampled_from(EVENTS), cells_of(release)).map(lambda told: a_row(told[0], release, **told[1]))
    return st.lists(row, min_size=1, max_size=25)


def _same(rows: list[dict[str, str]], release: int, folder: Path) -> None:
    report = checked(rows, folder / "cld.csv", release)
    ours = report.faults.filter(pl.col("row") > 1, ~pl.col("rule_id").cast(pl.String).is_in(plainly.LEFT_OUT))
    assert set(ours.select("row", "column", "rule_id").rows()) == plainly.faults(rows, *PERIODS[release], release)


@pytest.mark.parametrize("release", [1, 2])
@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_ways_find_the_same_faults(data: st.DataObject, release: int, tmp_path: Path) -> None:
    _same(data.draw(files(release)), release, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("release", [1, 2])
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_ways_find_the_same_faults_in_many_files(data: st.DataObject, release: int, tmp_path: Path) -> None:
    _same(data.draw(files(release)), release, tmp_path)


def test_the_plain_way_leaves_out_only_rules_there_are() -> None:
    assert set(RULES) >= plainly.LEFT_OUT
    assert set(a_row()) == set(NAMES)
