"""Rows of any layout as hypothesis makes them: values of the lists and none, few people, days in and about the year."""

from hypothesis import strategies as st

from returns.collections.specification import Collection, collection
from returns.specification import Field

DAYS = ("2024-02-29", "2025-03-31", "2025-04-01", "2025-09-30", "2026-03-31", "2026-04-01", "")
BIRTHS = ("1930-04-01", "1960-03-31", "2001-12-31", "")
NUMBERS = ("0", "1.5", "-2", "1250.25", "")
WHOLE_NUMBERS = ("0", "3", "40", "70", "")


def rows_of(key: str, most: int = 12) -> st.SearchStrategy[list[dict[str, str]]]:
    """Files of a return, each row with a name of its own."""
    held = collection(key)
    rows = st.fixed_dictionaries({field.name: _texts(held, field) for field in held.specification.fields})
    return st.lists(rows, min_size=0, max_size=most).map(lambda found: _named(held, found))


def _texts(held: Collection, field: Field) -> st.SearchStrategy[str]:
    if field.kind == "date":
        return st.sampled_from(BIRTHS if field.name == "Date of birth" else DAYS)
    if field.kind == "list":
        return st.sampled_from([*field.values, ""])
    if field.kind == "several":
        return st.lists(st.sampled_from(field.values), max_size=3).map("; ".join)
    if field.kind == "number":
        return st.sampled_from(NUMBERS)
    if field.kind == "whole number":
        return st.sampled_from(WHOLE_NUMBERS)
    return st.sampled_from(["A", "B", "C"])


def _named(held: Collection, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Where one text alone names a row, each row gets its own, so that order can be told."""
    if len(held.names_a_row) == 1:
        for number, row in enumerate(rows):
            row[held.names_a_row[0]] = f"N{number:03d}"
    return rows
