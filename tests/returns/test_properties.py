"""What must hold of any input: the sums agree, each person stands once, the lineage counts what the figures say."""

import random
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns.figures.st_max import MAPPING
from returns.figures.tables import TABLES
from returns.figures.writing import write_files
from tests.returns.computing import Table, bag, computed
from tests.returns.councils import councils

SETTINGS = settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
# The tables in which a person of a council stands once; those of men and of women among them.
ONCE = [
    f"LTS001{letter}_T{part}"
    for letter, parts in {"a": ("1a", "1b"), "b": ("1a", "1b", "2"), "c": ("1a", "1b")}.items()
    for part in parts
]
# Figures that count the rows of their lineage, and by what they count them.
TALLIES = {
    "STS001_by_la_outcome_mapped": ("STS001_rows", ["LA_CODE", "FINAL_OUTCOME_MAPPED"], "Requests"),
    "STS001_by_outcome_recordtype": (
        "STS001_rows",
        ["FINAL_OUTCOME", "FINAL_OUTCOME_MAPPED", "Record_Type"],
        "Requests",
    ),
    "STS002a_by_la_outcome_mapped": ("STS002a_rows", ["LA_Code", "FINAL_OUTCOME_MAPPED"], "ST_Max"),
}


def files_of(table: Table, *, corrected: bool = False) -> dict[str, pl.DataFrame]:
    with TemporaryDirectory() as folder:
        return computed(table, Path(folder), corrected=corrected)


@SETTINGS
@given(table=councils(most=40), corrected=st.booleans())
def test_the_cells_of_a_table_add_up_to_the_people_in_it(table: Table, corrected: bool) -> None:
    files = files_of(table, corrected=corrected)
    for name in ONCE:
        people = files[f"{name}_persons"]
        assert files[name]["Clients"].sum() == people.height, name


@pytest.mark.long
@SETTINGS
@given(table=councils(most=40), corrected=st.booleans())
def test_no_person_of_a_council_stands_twice_where_the_table_says_once(table: Table, corrected: bool) -> None:
    files = files_of(table, corrected=corrected)
    for name in ONCE:
        people = files[f"{name}_persons"]
        # a mechanism written with a space before it is another mechanism in the published grouping (0.6)
        people = people.filter(
            pl.col("Delivery_Mechanism").cast(pl.String).str.strip_chars()
            == pl.col("Delivery_Mechanism").cast(pl.String)
        )
        assert people.select("LA_Code", "ID").is_duplicated().sum() == 0, name


@pytest.mark.long
@SETTINGS
@given(table=councils(most=40), corrected=st.booleans())
def test_the_lineage_counts_what_the_figures_say(table: Table, corrected: bool) -> None:
    files = files_of(table, corrected=corrected)
    for name, (rows, by, count) in TALLIES.items():
        told = Counter(tuple(str(cell).lower() for cell in row) for row in files[rows].select(by).iter_rows())
        figures = {
            tuple(str(cell).lower() for cell in row[:-1]): row[-1] for row in files[name].select(*by, count).iter_rows()
        }
        assert figures == dict(told), name


@pytest.mark.long
@SETTINGS
@given(table=councils(most=40), corrected=st.booleans())
def test_behind_every_counted_row_stand_records_of_that_person_and_council(table: Table, corrected: bool) -> None:
    by_record = {int(row["Record ID"]): row for row in table}
    for name, frame in files_of(table, corrected=corrected).items():
        if "record_ids" not in frame.columns:
            continue
        council = "LA_CODE" if "LA_CODE" in frame.columns else "LA_Code"
        for code, person, records in frame.select(council, "ID", "record_ids").iter_rows():
            assert records, name
            for record in records:
                row = by_record[record]
                numbers = {f"N{row['NHS Number']}".lower(), f"L{row['LA Person Unique Identifier']}".lower()}
                assert (row["LA Code"], person.lower() in numbers) == (code, True), name


@SETTINGS
@given(table=councils(most=40), seed=st.integers(0, 1000), corrected=st.booleans())
def test_the_files_do_not_depend_on_the_order_of_the_rows(table: Table, seed: int, corrected: bool) -> None:
    shuffled = random.Random(seed).sample(table, len(table))
    first, second = files_of(table, corrected=corrected), files_of(shuffled, corrected=corrected)
    assert _as_written(first) == _as_written(second)


def _as_written(files: dict[str, pl.DataFrame]) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        return {path.name: path.read_bytes() for path in write_files(files, Path(folder))}


@pytest.mark.parametrize("hyphen", ["-", "–"])
def test_a_hyphen_is_not_an_en_dash(hyphen: str) -> None:
    assert ("No services provided – other" in set(MAPPING.values())) is True
    assert (f"No services provided {hyphen} other" in set(MAPPING.values())) is (hyphen == "–")


@pytest.mark.long
@SETTINGS
@given(table=councils(most=40), name=st.sampled_from(sorted(TABLES)))
def test_a_table_asked_for_alone_is_the_table_asked_for_with_all(table: Table, name: str) -> None:
    # only the columns the asked tables need are read: a column forgotten in cld_columns.csv would show here
    with TemporaryDirectory() as folder:
        alone = computed(table, Path(folder), tables=[name])
        together = computed(table, Path(folder), tables=list(TABLES))
    for file, frame in alone.items():
        assert bag(frame, file) == bag(together[file], file), file
