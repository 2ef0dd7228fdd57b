"""The values of a release: what casework holds, in the words of the list of that release (data/held_values.csv)."""

from collections.abc import Mapping

import polars as pl

from returns.reference import rows_of
from returns.specification import Specification


def in_words_of(events: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """The events with every listed value as the release writes it; a value the release writes the same stays."""
    return events.with_columns(
        pl.col(field.name).replace(words)
        for field in spec.of_kind("list")
        if (words := words_of(field.list_name, spec.release))
    )


def words_of(list_name: str, release: str) -> Mapping[str, str | None]:
    """By the value held, the value of a release, for one list; only where the two differ. None where it has none."""
    return {
        row["held"]: row[f"release{release}"] or None
        for row in rows_of("held_values")
        if row["list"] == list_name and row["held"] != row[f"release{release}"]
    }
