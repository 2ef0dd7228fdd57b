"""Files of Client Level Data as one frame: texts as written and as compared, dates as dates, blanks as nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import polars as pl

from returns.cld.collation import compared, in_one_spelling, of_each_text, with_compared
from returns.cld.columns import COLUMNS, READ, Column, found_in, needed_for
from returns.cld.csv_files import CsvFile
from returns.cld.dates import moments
from returns.intake.ahead import at_once
from returns.refusals import UnusableInput

Tell = Callable[[str], None]
# What stands before the two kinds of number of a person, in the ID made of them (rule 0.3).
PREFIXES = {"nhs": "N", "local": "L"}
COLUMN_OF = {column.field: column for column in READ}
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
    repeated = [wanted[column.field] for column in READ if column.field in wanted and _is_repeated(column)]
    texts = file.rows(list(wanted.values()), repeated)
    frame = pl.DataFrame(at_once(lambda column: _typed(column, texts, wanted.get(column.field)), READ))
    for field, place in wanted.items():
        if unread := _dates_not_read(texts[str(place)], frame[COLUMN_OF[field].column]):
            tell(f"{path.name}: {unread:,} entries of {field} are not dates; they were taken as blank.")
    return frame


def _is_wanted(column: Column, needed: Sequence[Column]) -> bool:
    """Needed by a table asked for, or added on import and so never needed but always read."""
    return column in needed or not column.needed_by


def _is_repeated(column: Column) -> bool:
    """Its texts come again and again. There are as many numbers as there are people, or records."""
    return column.kind != "number" and column.column not in PREFIXES


def _typed(column: Column, texts: pl.DataFrame, place: int | None) -> pl.Series:
    """One column in its own kind, blanks as nothing; empty where it is not read."""
    if place is None:
        return pl.repeat(None, texts.height, dtype=_dtype(column), eager=True).alias(column.column)
    written = texts[str(place)].alias(column.column)
    if column.kind == "number":
        return written.replace("", None)
    if column.column in PREFIXES:
        return (PREFIXES[column.column] + written.replace("", None)).alias(written.name)
    if column.kind == "text":
        return of_each_text(written, lambda each: each.replace("", None).cast(pl.Categorical))
    return of_each_text(written, moments).cast(_dtype(column))


def _dtype(column: Column) -> pl.DataType:
    if not _is_repeated(column):
        return pl.String()
    kinds = {"text": pl.Categorical(), "date": pl.Date(), "moment": pl.Datetime("us")}
    return kinds[column.kind]


def _dates_not_read(written: pl.Series, read: pl.Series) -> int:
    if not read.dtype.is_temporal() or read.null_count() == written.null_count():
        return 0
    return int((written.filter(read.is_null()).cast(pl.String) != "").sum())


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
    named = _people_in_order(rows.with_columns(born=pl.col("birth").dt.month_start()))
    for column in NAMES:
        named = in_one_spelling(named, column)
    return named.with_columns(at_once(lambda column: with_compared(named, column), COMPARED))


def _people_in_order(rows: pl.DataFrame) -> pl.DataFrame:
    """The two kinds of number of a person as one, whose order is that of the letters: sorted as numbers are."""
    every = pl.concat(at_once(lambda column: rows[column].unique(), PREFIXES)).drop_nulls()
    people = pl.Enum(every.unique().sort())
    return rows.with_columns(pl.col(list(PREFIXES)).cast(people))
