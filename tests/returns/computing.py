"""What the tests of figures share: a table of cells written as a file, computed, and compared as bags of rows."""

import csv
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from returns.cld.reading import read_extract
from returns.figures.tables import PUBLISHED, Workings
from returns.figures.window import Window, window_of
from returns.figures.writing import headers
from tests.returns.councils import FIELDS

# The contract for `all`: LTS002a and b are asked for by name.
CONTRACT = {name: columns for name, columns in headers().items() if not name.startswith("LTS002")}
YEAR = window_of("2023-24")
Table = list[dict[str, str]]


def written(table: Table, path: Path) -> Path:
    """The table as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, FIELDS)
        lines.writeheader()
        lines.writerows(table)
    return path


def computed(
    table: Table, folder: Path, window: Window = YEAR, *, corrected: bool = False, tables: Sequence[str] = PUBLISHED
) -> dict[str, pl.DataFrame]:
    """Every file of the tables, by the product."""
    path = written(table, folder / "cld.csv")
    rows = read_extract([path], tables=tables, submitted=window.taken_as_submitted, tell=lambda _sentence: None)
    work = Workings(rows, window, corrected=corrected)
    files: dict[str, pl.DataFrame] = {}
    for name in tables:
        files |= work.files_of(name)
    return files


def bag(frame: pl.DataFrame, name: str) -> Counter[tuple[str, ...]]:
    """A file's rows, counted, without the records behind them."""
    columns = [column for column in headers()[name] if column != "record_ids"]
    return Counter(tuple(shown(cell) for cell in row) for row in frame.select(columns).iter_rows())


def shown(cell: Any) -> str:
    """A cell as it is compared: nothing and no text are the same, numbers by their value."""
    if cell is None:
        return ""
    return format(round(float(cell), 6), "g") if isinstance(cell, (float, Decimal)) else str(cell)
