"""The product's tables and a plain counting of the same rules agree, over made files."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.returns.others import plainly
from tests.returns.others.made import rows_of
from tests.returns.others.rows import figures

MADE = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
WAYS: dict[str, tuple[str, Callable[[list[dict[str, str]]], plainly.Counts]]] = {
    "SAC_SG1_cases": ("sac", plainly.safeguarding_cases),
    "SAC_SG1A": ("sac", plainly.individuals),
    "SAC_SG2A": ("sac", plainly.risks),
    "DPA_agreements": ("dpa", lambda rows: plainly.movements(rows, "Date agreed", "Date ended")),
}


def printed(frame: pl.DataFrame) -> Counter[tuple[str, ...]]:
    """The cells of a file that are not nought."""
    return Counter({tuple(row[:-1]): row[-1] for row in frame.iter_rows() if row[-1]})


@pytest.mark.parametrize("file", list(WAYS))
@MADE
@given(data=st.data())
def test_both_ways_count_the_same(file: str, data: st.DataObject) -> None:
    key, plain = WAYS[file]
    rows = data.draw(rows_of(key, most=20))
    assert printed(figures(key, rows)[file]) == plain(rows)


@MADE
@given(rows=rows_of("ascs", most=15), people=st.lists(st.integers(1, 5000), min_size=5, max_size=5))
def test_both_ways_weigh_the_same(rows: list[dict[str, str]], people: list[int]) -> None:
    strata = dict(zip(["1", "2", "3", "4", ""], people, strict=True))
    rows = [row | {"Stratum": row["Stratum"] or "1"} for row in rows]
    rows = [row | {"Population in stratum": str(strata[row["Stratum"]])} for row in rows]
    above, below = plainly.control(rows)
    found = figures("ascs", rows)["ASCS_measures"].filter(pl.col("Measure") == "1B").row(0, named=True)
    assert Decimal(found["Denominator"]) == below
    assert abs(Decimal(found["Numerator"]) - Decimal(above.numerator) / above.denominator) <= Decimal("0.005")
