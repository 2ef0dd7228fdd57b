"""Each rule of the other returns holds of a row without a fault, and is broken by one that breaks it."""

from pathlib import Path

import polars as pl
import pytest

from returns.collections.specification import collection, collections
from tests.returns.others.cases import CASES, Case
from tests.returns.others.rows import Row, changed, checked

EVERY = [pytest.param(key, case, id=f"{case.rule_id}-{case.column}") for key, cases in CASES.items() for case in cases]


def broken(key: str, case: Case, changes: Row, folder: Path) -> bool:
    """Whether the rule is told of the last row of a file."""
    above = [] if case.above is None else [changed(key, case.above)]
    before = None if case.before is None else [changed(key, case.before)]
    faults = checked(key, [*above, changed(key, changes)], folder, before).faults
    told = faults.filter(pl.col("rule_id") == case.rule_id, pl.col("column") == case.column)
    return told["row"].to_list() == [2 + len(above)]


@pytest.mark.parametrize(("key", "case"), EVERY)
def test_a_rule_is_told_where_it_is_broken_and_only_there(key: str, case: Case, tmp_path: Path) -> None:
    assert broken(key, case, case.breaks, tmp_path)
    assert not broken(key, case, case.holds, tmp_path)


@pytest.mark.parametrize("key", list(CASES))
def test_the_row_of_the_tests_has_no_fault(key: str, tmp_path: Path) -> None:
    assert checked(key, [changed(key, {})], tmp_path).faults.height == 0


@pytest.mark.parametrize("key", list(collections()))
def test_every_rule_and_every_field_of_it_has_a_case(key: str) -> None:
    tried = {(case.rule_id, case.column) for case in CASES[key]}
    assert tried == {(rule.rule_id, field) for rule in collection(key).rules for field in rule.fields}
