"""The files of a table, as the contract names them: each whole or not there at all."""

import os
from functools import cache
from pathlib import Path

import polars as pl
from polars import selectors

from returns.figures.counting import Files
from returns.reference import rows_of


@cache
def headers() -> dict[str, tuple[str, ...]]:
    """The columns of each file of the contract, by its name without .csv."""
    return {row["file"].removesuffix(".csv"): tuple(row["columns"].split(";")) for row in rows_of("figure_files")}


def write_files(files: Files, folder: Path) -> list[Path]:
    """Write each frame as a CSV file with the contract's columns; rows in order, so that the same input gives the
    same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(frame, folder / f"{name}.csv") for name, frame in files.items()]


def _write(frame: pl.DataFrame, path: Path) -> Path:
    columns = headers().get(path.stem, tuple(frame.columns))
    texts = _texts(frame.select(columns)).sort(columns, nulls_last=False).with_columns(selectors.enum().cast(pl.String))
    part = path.with_name(f".{path.name}.part")
    try:
        texts.write_csv(part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _texts(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns as printed; nothing is a blank, never a pair of quotes. People are left in their own order."""
    lists = [_in_order(column) for column in frame.select(selectors.list()).iter_columns()]
    texts = (selectors.string() | selectors.categorical()).cast(pl.String).replace("", None)
    return frame.with_columns(texts, *lists)


def _in_order(lists: pl.Series) -> pl.Series:
    """Each list of records in order, joined by a space. All are sorted together: each for itself takes far longer."""
    rows = lists.to_frame("one").with_row_index("row").explode("one", empty_as_null=True).sort("row", "one")
    ordered = rows.group_by("row", maintain_order=True).agg("one")["one"]
    return ordered.cast(pl.List(pl.String)).list.join(" ").alias(lists.name)
