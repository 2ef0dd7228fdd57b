"""The published lists and mappings the figures stand on: the product's own data files, each row with its source."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


@cache
def rows_of(name: str) -> tuple[Mapping[str, str], ...]:
    """Every row of one data file, as written."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def listed(name: str, group: str = "") -> tuple[str, ...]:
    """The values of one published list, in its order; of one group where a group is named."""
    return tuple(
        row["value"] for row in rows_of("listed_values") if row["list"] == name and group in ("", row["group"])
    )


@cache
def pairs(name: str, key: str, value: str, table: str = "") -> Mapping[str, str]:
    """Two columns of a data file as a mapping; of one table's rows where a table is named."""
    return {row[key]: row[value] for row in rows_of(name) if table in ("", row.get("table"))}
