"""The national code lists of client level data (Release 2), as choices, each value with its source beside it.

`data/cld_lists.csv` says of every value whether it was confirmed. Where the national list was not found, the
few values there are this product's own and say so.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Value:
    """One value of a code list, how sure we are of it, and where it was read."""

    value: str
    confidence: str
    note: str
    source: str


def _read() -> dict[str, tuple[Value, ...]]:
    lists: dict[str, list[Value]] = {}
    with (DATA / "cld_lists.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            value = Value(row["value"], row["confidence"], row["note"], row["source"])
            lists.setdefault(row["list_name"], []).append(value)
    return {name: tuple(values) for name, values in lists.items()}


LISTS = _read()


def values(name: str) -> tuple[str, ...]:
    """The values of one list, in the national order."""
    return tuple(value.value for value in LISTS[name])


def choices(name: str) -> list[tuple[str, str]]:
    """The same values as a field's choices."""
    return [(value, value) for value in values(name)]


# Named, because a field's choices given as a function keep the list out of the migrations.
def genders() -> list[tuple[str, str]]:
    return choices("gender")


def ethnicities() -> list[tuple[str, str]]:
    return choices("ethnicity")


def client_types() -> list[tuple[str, str]]:
    return choices("client_type")


def primary_support_reasons() -> list[tuple[str, str]]:
    return choices("primary_support_reason")


def accommodation_statuses() -> list[tuple[str, str]]:
    return choices("accommodation_status")


def employment_statuses() -> list[tuple[str, str]]:
    return choices("employment_status")


def unpaid_carer_answers() -> list[tuple[str, str]]:
    return choices("has_unpaid_carer")


def asd_answers() -> list[tuple[str, str]]:
    return choices("asd")


def dementia_answers() -> list[tuple[str, str]]:
    return choices("dementia")


def visual_impairments() -> list[tuple[str, str]]:
    return choices("visual_impairment")


def hearing_impairments() -> list[tuple[str, str]]:
    return choices("hearing_impairment")


def client_funding_statuses() -> list[tuple[str, str]]:
    return choices("client_funding_status")


def routes_of_access() -> list[tuple[str, str]]:
    return choices("route_of_access")


def assessment_types() -> list[tuple[str, str]]:
    return choices("assessment_type")


def methods_of_assessment() -> list[tuple[str, str]]:
    return choices("method_of_assessment")


def review_reasons() -> list[tuple[str, str]]:
    return choices("review_reason")


def review_outcomes() -> list[tuple[str, str]]:
    return choices("review_outcomes_achieved")


def methods_of_review() -> list[tuple[str, str]]:
    return choices("method_of_review")


def service_components() -> list[tuple[str, str]]:
    return choices("service_component")
