"""The files of a table, as the contract names them: each whole or not there at all."""

import os
from functools import cache
from pathlib import Path

import polars as pl

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
    texts = frame.select(_text(frame, column) for column in columns).sort(columns, nulls_last=False)
    part = path.with_name(f".{path.name}.part")
    try:
        texts.write_csv(part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _text(frame: pl.DataFrame, column: str) -> pl.Expr:
    """One column as printed; a list of records is joined by a space, and nothing is a blank, never a pair of quotes."""
    if isinstance(frame[column].dtype, pl.List):
        return pl.col(column).list.eval(pl.element().cast(pl.String)).list.join(" ")
    if frame[column].dtype in (pl.String, pl.Categorical):
        return pl.col(column).cast(pl.String).replace("", None)
    return pl.col(column)
