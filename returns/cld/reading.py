"""Files of Client Level Data as one frame: texts as written and as compared, dates as dates, blanks as nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import polars as pl

from returns.cld.collation import compared, in_one_spelling, with_compared
from returns.cld.columns import COLUMNS, READ, Column, found_in, needed_for
from returns.cld.csv_files import CsvFile
from returns.cld.dates import DAYS, MOMENTS, moments
from returns.refusals import UnusableInput

Tell = Callable[[str], None]
# What stands before the two kinds of number of a person, in the ID made of them (rule 0.3).
PREFIXES = {"nhs": "N", "local": "L"}
# Told apart by code and name or by number; these have one spelling each instead (in_one_spelling).
NAMES = ("LA_Code", "LA_Name", "nhs", "local")
COMPARED = tuple(column.column for column in READ if column.kind == "text" and column.column not in NAMES)


def read_extract(paths: Sequence[Path], *, tables: Iterable[str], submitted: date, tell: Tell) -> pl.DataFrame:
    """Every row of the files, one under another, ready to be counted.

    `submitted` is the day taken for a file that does not say when it was imported; of several such files the later
    named was submitted later. `tell` is given each sentence worth knowing. Raises UnusableInput.
    """
    needed = needed_for(tables)
    frames = []
    for order, path in enumerate(paths):
        frame = _read_one(path, needed, tell)
        if not frame["ImportDate"].count():
            # Noon: the midnight a day begins with is not after the period, where that day is its last (rule 0.2).
            moment = datetime.combine(submitted, time(hour=12, minute=order // 60 % 60, second=order % 60))
            frame = frame.with_columns(ImportDate=pl.lit(moment, dtype=pl.Datetime("us")))
        frames.append(frame)
    rows = pl.concat(_with_councils_named(frames))
    if rows.is_empty():
        raise UnusableInput("There are headings and no rows.")
    return _comparable(_named_by_record(rows, tell))


# One file


def _read_one(path: Path, needed: Sequence[Column], tell: Tell) -> pl.DataFrame:
    file = CsvFile(path)
    places = found_in(file.headings)
    if lacking := [column.field for column in needed if column.field not in places]:
        columns = "column" if len(lacking) == 1 else "columns"
        raise file.refusal(f"has no {columns} {', '.join(lacking)}, which these figures need.")
    missing = [column.field for column in COLUMNS if column.field not in places]
    if missing:
        tell(f"{path.name} is without these columns, which are not needed: {', '.join(missing)}.")
    # What no asked table needs is not read: it stays empty.
    wanted = {
        column.field: places[column.field] for column in READ if column.field in places and _is_wanted(column, needed)
    }
    texts = file.rows(list(wanted.values()))
    frame = texts.select(_typed(column, wanted.get(column.field)) for column in READ)
    return _with_other_dates(frame, texts, wanted, path, tell)


def _is_wanted(column: Column, needed: Sequence[Column]) -> bool:
    """Needed by a table asked for, or added on import and so never needed but always read."""
    return column in needed or not column.needed_by


def _typed(column: Column, place: int | None) -> pl.Expr:
    """One column in its own kind; dates written as 2024-03-31."""
    if place is None:
        return pl.lit(None, dtype=_dtype(column)).alias(column.column)
    text = pl.when(pl.col(str(place)) != "").then(pl.col(str(place)))
    if column.kind == "date":
        read: pl.Expr = pl.col(str(place)).str.to_date(DAYS[0], strict=False)
    elif column.kind == "moment":
        read = pl.col(str(place)).str.to_datetime(MOMENTS[0], time_unit="us", strict=False)
    else:
        prefix = PREFIXES.get(column.column)
        read = (prefix + text if prefix else text).cast(_dtype(column))
    return read.alias(column.column)


def _dtype(column: Column) -> pl.DataType:
    kinds = {"text": pl.Categorical(), "number": pl.String(), "date": pl.Date(), "moment": pl.Datetime("us")}
    return kinds[column.kind]


def _with_other_dates(
    frame: pl.DataFrame, texts: pl.DataFrame, places: Mapping[str, int], path: Path, tell: Tell
) -> pl.DataFrame:
    """Reads again, in the other formats councils use, the columns in which some text was not read as a date."""
    for column in READ:
        if column.field not in places or column.kind not in ("date", "moment"):
            continue
        written = texts[str(places[column.field])].replace("", None)
        if written.count() > frame[column.column].count():
            read = moments(written).cast(_dtype(column)).alias(column.column)
            frame = frame.with_columns(read)
            if unread := written.count() - read.count():
                tell(f"{path.name}: {unread:,} entries of {column.field} are not dates; they were taken as blank.")
    return frame


# All files together


def _with_councils_named(frames: Sequence[pl.DataFrame]) -> list[pl.DataFrame]:
    """A file that names no council calls it as the other files do, so that the newest file of both is one (0.2).

    Where no file names it, it is told by its code.
    """
    told = pl.concat([frame.select("LA_Code", "LA_Name") for frame in frames]).unique().drop_nulls().cast(pl.String)
    names = told.group_by(code=compared("LA_Code")).agg(pl.col("LA_Name").min())
    by_code = dict(names.select("code", "LA_Name").iter_rows())
    return [frame if frame["LA_Name"].count() else frame.with_columns(LA_Name=_named(by_code)) for frame in frames]


def _named(by_code: Mapping[str, str]) -> pl.Expr:
    code = pl.col("LA_Code")
    if not by_code:
        return code
    named = compared("LA_Code").replace_strict(by_code, default=code.cast(pl.String), return_dtype=pl.String)
    return named.cast(pl.Categorical)


def _named_by_record(rows: pl.DataFrame, tell: Tell) -> pl.DataFrame:
    """Rows by their Record ID; by their place in the files where there is none."""
    ids = rows["Record_ID"]
    if ids.null_count():
        tell("There is no Record ID on every row: rows are named by their place in the files, from 1.")
        return rows.with_columns(Record_ID=pl.int_range(1, rows.height + 1, dtype=pl.Int64))
    # A whole number written as one (not 007) keeps its own order in the lineage.
    whole = ids.cast(pl.Int64, strict=False)
    if not whole.null_count() and not ids.str.contains(r"^\D|^0.").any():
        ids = whole
    if ids.n_unique() < rows.height:
        tell("Some rows share a Record ID: the lineage cannot tell them apart.")
    return rows.with_columns(ids)


def _comparable(rows: pl.DataFrame) -> pl.DataFrame:
    """Adds what the rules compare by: each text without its case, and the month of birth."""
    # Rule 0.4: only the month and year of birth are known to the centre.
    named = rows.with_columns(born=pl.col("birth").dt.month_start())
    for column in NAMES:
        named = in_one_spelling(named, column)
    return named.with_columns(with_compared(named, column) for column in COMPARED)
