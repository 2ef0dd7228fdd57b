"""Every rule has a row that breaks it and one that does not, and rules, code and cases cannot come apart."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from returns.cld.checking import columns, forms, whole_file
from returns.cld.checking.checker import row_checks
from returns.cld.checking.findings import Finding, Suspicion
from returns.cld.checking.report import Report
from returns.cld.checking.specification import FIELDS, NAMES, RULES, Asked
from returns.reference import rows_of
from returns.specification import specification
from tests.returns.checking.rows import PERIODS, a_row, checked, found_in

with (Path(__file__).parent / "rule_cases.csv").open(encoding="utf-8", newline="") as lines:
    CASES = tuple(csv.DictReader(lines))
# The rules that only a file as a whole shows, by the tests below.
OF_FILES = {"CLD001", "CLD002", "CLD004", "CLD040", "CLD064", "CLD068", "CLD069", "CLD072"} | {
    "CSN004",
    "CSN005",
    "CSN006",
}


def cells(told: str) -> dict[str, str]:
    return dict(cell.split("=", 1) for cell in told.split("|") if cell)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], set[tuple[str, str, str]]]:
    """What is found in each case's row as it breaks its rule, and as it does not: all rows of a release in one file."""
    told: dict[tuple[str, int], set[tuple[str, str, str]]] = defaultdict(set)
    for way in ("breaks", "passes"):
        for release in PERIODS:
            numbers = [number for number, case in enumerate(CASES) if case["release"] == str(release)]
            rows = [a_row(CASES[number]["event"], release, **cells(CASES[number][way])) for number in numbers]
            report = checked(rows, tmp_path_factory.mktemp("cases") / "cld.csv", release)
            for row, column, rule_id, severity in found_in(report):
                told[way, numbers[row - 2]].add((column, rule_id, severity))
    return told


def rows_of_rule(report: Report, rule_id: str, column: str = "") -> list[int]:
    faults = report.faults.filter(pl.col("rule_id") == rule_id)
    return faults.filter(pl.col("column") == column)["row"].to_list() if column else faults["row"].to_list()


@pytest.mark.parametrize(
    "number", range(len(CASES)), ids=[f"{case['rule_id']}-{case['breaks'][:40]}" for case in CASES]
)
def test_a_row_that_breaks_a_rule_is_found_and_one_that_does_not_is_not(number: int, found: dict) -> None:
    case = CASES[number]
    assert (case["column"], case["rule_id"], case["severity"]) in found["breaks", number]
    assert (case["column"], case["rule_id"]) not in {fault[:2] for fault in found["passes", number]}


@pytest.mark.parametrize("release", [1, 2])
def test_a_row_without_fault_has_none(release: int, tmp_path: Path) -> None:
    rows = [a_row(event, release) for event in ("Request", "Assessment", "Service", "Review")]
    assert found_in(checked(rows, tmp_path / "cld.csv", release)) == set()


def test_each_rule_says_whether_it_refuses_and_only_what_cannot_be_taken_does() -> None:
    refusing = {rule.rule_id for rule in RULES.values() if rule.refuses != "no"}
    assert refusing == {"CLD001", "CLD007", "CLD025", "CSN001", "CSN002", "CSN003", "CSN005"}
    assert set(RULES["CSN005"].refuses.split(";")) <= set(NAMES)
    assert {rule.refuses for rule in RULES.values()} == {"no", "row", RULES["CSN005"].refuses}


# The file as a whole


def test_most_rows_say_which_council_it_is(tmp_path: Path) -> None:
    rows = [a_row(), a_row(**{"LA Code": "909"}), a_row("Review")]
    assert rows_of_rule(checked(rows, tmp_path / "cld.csv"), "CLD001") == [3]


def test_a_period_that_is_no_year_to_a_quarter_is_told(tmp_path: Path) -> None:
    asked = Asked(date(2025, 4, 1), date(2026, 3, 31), 2)
    assert not whole_file.is_a_year_to_a_quarter(date(2025, 4, 1), date(2026, 4, 30))
    assert not whole_file.is_a_year_to_a_quarter(date(2025, 5, 1), date(2026, 4, 30))
    assert not whole_file.is_a_year_to_a_quarter(date(2025, 4, 2), date(2026, 3, 31))
    assert whole_file.is_a_year_to_a_quarter(asked.period_start, asked.period_end)
    assert whole_file.is_a_year_to_a_quarter(date(2024, 1, 1), date(2024, 12, 31))


def a_year_of_events() -> list[dict[str, str]]:
    """Each kind of event ended in each month, several times."""
    rows = []
    for month in range(12):
        end = date(2025 + (month + 3) // 12, (month + 3) % 12 + 1, 20)
        for event in ("Request", "Assessment", "Service", "Review"):
            for number in range(3):
                told = {"Event Start Date": f"{end:%Y-%m}-0{number + 1}", "Event End Date": str(end)}
                rows.append(a_row(event, **told))
    return rows


def test_a_part_of_a_file_is_told_from_a_whole_one(tmp_path: Path) -> None:
    whole = checked(a_year_of_events(), tmp_path / "whole.csv")
    assert rows_of_rule(whole, "CLD004") == rows_of_rule(whole, "CLD072") == []
    without_reviews = [row for row in a_year_of_events() if row["Event Type"] != "Review"]
    part = checked(without_reviews, tmp_path / "part.csv")
    assert rows_of_rule(part, "CLD004") == [1]
    without_may = [row for row in a_year_of_events() if not row["Event End Date"].startswith("2025-05")]
    part = checked(without_may, tmp_path / "part.csv")
    assert rows_of_rule(part, "CLD004") == rows_of_rule(part, "CLD072") == [1]
    assert rows_of_rule(checked([a_row()], tmp_path / "few.csv"), "CLD072") == [1]


def test_a_service_begun_anew_on_1_april_is_told(tmp_path: Path) -> None:
    before = a_row(**{"Event Start Date": "2024-01-01", "Event End Date": "2025-03-31"})
    anew = a_row(**{"Event Start Date": "2025-04-01"})
    other = a_row(**{"Event Start Date": "2025-04-01", "Service Component": "Meals"})
    assert rows_of_rule(checked([before, anew, other], tmp_path / "cld.csv"), "CLD040") == [3]


def test_people_cared_for_must_be_in_the_file_as_service_users(tmp_path: Path) -> None:
    carer = {"Client Type": "Unpaid carer", "LA Person Unique Identifier": "C1", "NHS Number": "4010232137"}
    rows = [
        a_row("Review", **carer, **{"Adult 1 Linked Person_ID": "P100"}),
        a_row("Review", **carer, **{"Adult 2 Linked Person_ID": "P999"}),
        a_row("Review", **carer, **{"Adult 3 Linked Person_ID": "C1"}),
        a_row(),
    ]
    report = checked(rows, tmp_path / "cld.csv")
    assert rows_of_rule(report, "CLD064") == [3, 4]


def test_rows_of_one_person_that_disagree_are_told(tmp_path: Path) -> None:
    rows = [
        a_row(),
        a_row("Review"),
        a_row("Review", **{"Date of Birth": "1951-05-10"}),
        a_row("Request", Ethnicity=""),
    ]
    report = checked(rows, tmp_path / "cld.csv")
    assert rows_of_rule(report, "CLD068", "Date of Birth") == [4]
    assert rows_of_rule(report, "CLD068", "Ethnicity") == []


def test_the_same_row_and_the_same_event_are_told_apart(tmp_path: Path) -> None:
    rows = [a_row(), a_row(**{"Event Reference": "another"}), a_row(), a_row(**{"Unit Cost": "5.00"})]
    report = checked(rows, tmp_path / "cld.csv")
    assert rows_of_rule(report, "CSN004") == [4]
    assert rows_of_rule(report, "CLD069") == [3]


def test_a_missing_column_is_told_once_and_an_unknown_one_without_its_name(tmp_path: Path) -> None:
    headings = ["Mabel Unmistakable" if name == "Ethnicity" else name for name in NAMES if name != "GP Practice Name"]
    report = checked([a_row(), a_row("Review")], tmp_path / "cld.csv", headings=headings)
    told = report.faults.filter(pl.col("row") == 1).select("column", "rule_id", "severity").rows()
    assert ("Ethnicity", "CSN005", "error") in told
    assert ("GP Practice Name", "CSN005", "warning") in told
    assert ("", "CSN006", "warning") in told
    assert rows_of_rule(report, "CLD010") == []
    assert "Unmistakable" not in str(report.faults.rows())


# Rules, code and cases


def findings() -> list[Finding]:
    found = []
    for start, end in PERIODS.values():
        for release in PERIODS:
            for check in [*forms.checks_as_written(), *row_checks(Asked(start, end, release))]:
                found += check.findings if isinstance(check, Suspicion) else [check]
    return [*found, *whole_file.FINDINGS, *columns.FINDINGS]


def test_each_rule_is_either_checked_or_says_why_not() -> None:
    in_code = {finding.rule_id for finding in findings()}
    assert in_code == {rule.rule_id for rule in RULES.values() if rule.checked != "no"}
    assert {row["rule_id"] for row in rows_of("cld_rules") if row["why_not_checked"]} == set(RULES) - in_code


def test_each_rule_that_is_checked_has_a_case() -> None:
    checked_rules = {rule.rule_id for rule in RULES.values() if rule.checked != "no"}
    assert {case["rule_id"] for case in CASES} | OF_FILES == checked_rules


def test_each_finding_points_at_a_column_and_tells_a_sentence() -> None:
    for finding in findings():
        assert finding.column in {*NAMES, ""}
        assert finding.message.endswith(".")
        assert finding.graded in ("error", "warning", "info")


def test_every_rule_field_and_value_names_its_source() -> None:
    for name in ("cld_rules", "cld_fields", "cld_lists"):
        assert all(row["source"] for row in rows_of(name))
    assert len(NAMES) == 50


@pytest.mark.parametrize("release", [1, 2])
def test_every_value_the_blank_file_offers_and_casework_sends_is_one_the_check_knows(
    release: int, tmp_path: Path
) -> None:
    fields = specification("cld", str(release)).of_kind("list")
    told = [(field.name, value) for field in fields for value in field.values]
    rows = [a_row("Request", release, **{name: value}) for name, value in told]
    faults = checked(rows, tmp_path / "cld.csv", release).faults
    unlisted = faults.filter(pl.col("rule_id").is_in(["CLD066", "CLD067"]), pl.col("row") > 1)
    assert [(column, told[row - 2]) for row, column in unlisted.select("row", "column").iter_rows()] == []


def test_the_check_and_the_specification_tell_of_the_same_columns_and_lists() -> None:
    fields = specification("cld", "1").fields
    assert [field.name.lower() for field in fields] == [name.lower() for name in NAMES]
    assert [field.filled for field in fields] == [row["status"] for row in rows_of("cld_fields")]
    listed = {field.name: field.list_name for field in FIELDS if field.list_name}
    assert {field.name: field.list_name for field in fields if field.name in listed} == {
        name: name_of for name, name_of in listed.items() if name != "Total Hrs Caring per week"
    } | {"Total Hrs Caring per week": ""}
    known = {(row["list"], row["release"]) for row in rows_of("cld_lists")}
    offered = {(row["list"], row["release"]) for row in rows_of("cld_code_lists")}
    assert offered - known == {(name, release) for name in ("asd", "dementia") for release in ("1", "2")}
