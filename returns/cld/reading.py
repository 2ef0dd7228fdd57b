"""A file of Client Level Data, plain or gzip, as a frame: texts as written, dates as dates, blanks as nothing."""

import csv
import gzip
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import polars as pl

from returns.cld.collation import in_one_spelling, with_compared
from returns.cld.columns import COLUMNS, READ, Column, found_in, needed_for
from returns.refusals import UnusableInput

Tell = Callable[[str], None]
DAYS = ("%Y-%m-%d", "%d/%m/%Y")
TIMES = (" %H:%M:%S%.f", "T%H:%M:%S%.f", " %H:%M", "T%H:%M")
# A heading longer than this is not the heading of a returns file but something else read as one.
LONGEST_HEADING_LINE = 100_000
GZIP = b"\x1f\x8b"
NOT_UTF8 = "is not UTF-8 text. Save it as CSV UTF-8 and try again."
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
            frame = frame.with_columns(ImportDate=pl.lit(datetime.combine(submitted, time(second=order % 60))))
        frames.append(frame)
    rows = pl.concat(frames)
    if rows.is_empty():
        raise UnusableInput("There are headings and no rows.")
    return _comparable(_numbered(rows, tell))


# One file


def _read_one(path: Path, needed: Sequence[Column], tell: Tell) -> pl.DataFrame:
    headings = _headings(path)
    places = found_in(headings)
    for column in needed:
        if column.field not in places:
            raise UnusableInput(f"The file {path} has no column {column.field}, which these figures need.")
    missing = [column.field for column in COLUMNS if column.field not in places]
    if missing:
        tell(f"{path.name} is without these columns, which are not needed: {', '.join(missing)}.")
    texts = {column.field for column in READ if column.kind == "text"}
    raw = _raw(path, {places[field] for field in places if field in texts})
    if raw.width != len(headings):
        raise UnusableInput(f"The file {path} cannot be read as CSV: its first line is not in order.")
    here = {column: raw.to_series(places[column.field]) for column in READ if column.field in places}
    return pl.DataFrame([_typed(here.get(column), column, raw.height, path, tell) for column in READ])


def _headings(path: Path) -> list[str]:
    """The first line of the file, as headings."""
    try:
        with path.open("rb") as file:
            zipped = file.read(2) == GZIP
        with gzip.open(path, "rb") if zipped else path.open("rb") as lines:
            first = lines.readline(LONGEST_HEADING_LINE)
    except (OSError, EOFError, zlib.error) as error:
        told = getattr(error, "strerror", None) or "it is not a whole gzip file"
        raise UnusableInput(f"The file {path} cannot be read: {told}.") from None
    try:
        text = first.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableInput(f"The file {path} {NOT_UTF8}") from None
    if not text.strip():
        raise UnusableInput(f"The file {path} is empty.")
    headings = next(csv.reader([text.rstrip("\r\n")]), [])
    if len(headings) < 2 or "\0" in text:
        raise UnusableInput(f"The file {path} does not begin with a line of headings: it is not a CSV file.")
    return headings


def _raw(path: Path, texts: Iterable[int]) -> pl.DataFrame:
    """The whole file as texts, those that are compared held once each.

    Every column is read, also those not used: a quotation mark never closed in one of them would swallow rows unseen.
    """
    try:
        names = pl.read_csv(path, n_rows=0, infer_schema=False).columns
        held_once = {names[place]: pl.Categorical for place in texts if place < len(names)}
        return pl.read_csv(path, infer_schema=False, schema_overrides=held_once)
    except pl.exceptions.NoDataError:
        raise UnusableInput(f"The file {path} is empty.") from None
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UnusableInput(f"The file {path} cannot be read as CSV: {_sentence(str(error))}") from None


def _sentence(told: str) -> str:
    """What stopped the reading of a CSV file, without any cell of it."""
    if "utf" in told.lower():
        return "it " + NOT_UTF8
    if "found more fields" in told:
        return "a row has more fields than there are headings."
    if "end of file" in told:
        return "it is not a whole gzip file."
    return "a quotation mark is never closed, or it is not in order in another way."


# One column


def _typed(texts: pl.Series | None, column: Column, height: int, path: Path, tell: Tell) -> pl.Series:
    if texts is None:
        return pl.Series(column.column, [None] * height, dtype=_dtype(column))
    texts = texts.set(texts.cast(pl.String) == "", None).alias(column.column)
    if column.kind in ("text", "number"):
        return texts.cast(_dtype(column))
    read = _moments(texts) if column.kind == "moment" else _moments(texts).cast(pl.Date)
    unread = texts.count() - read.count()
    if unread:
        tell(f"{path.name}: {unread:,} entries of {column.field} are not dates; they were taken as blank.")
    return read


def _dtype(column: Column) -> pl.DataType:
    kinds = {"text": pl.Categorical(), "number": pl.String(), "date": pl.Date(), "moment": pl.Datetime("us")}
    return kinds[column.kind]


def _moments(texts: pl.Series) -> pl.Series:
    """Days and times in the formats councils use: 2024-03-31 or 31/03/2024, with or without a time of day."""
    read = pl.Series(texts.name, [None] * len(texts), dtype=pl.Datetime("us"))
    for format_of_date in [*DAYS, *(day + time_of_day for day in DAYS for time_of_day in TIMES)]:
        if read.count() == texts.count():
            break
        if "%H" in format_of_date:
            tried = texts.str.to_datetime(format_of_date, time_unit="us", strict=False)
        else:
            tried = texts.str.to_date(format_of_date, strict=False).cast(pl.Datetime("us"))
        read = read.zip_with(read.is_not_null(), tried)
    return read


# All files together


def _numbered(rows: pl.DataFrame, tell: Tell) -> pl.DataFrame:
    """Rows by their Record ID; by their place in the files where there is none."""
    ids = rows["Record_ID"]
    if ids.null_count():
        tell("There is no Record ID on every row: rows are named by their place in the files, from 1.")
        return rows.with_columns(Record_ID=pl.int_range(1, rows.height + 1, dtype=pl.Int64))
    if ids.n_unique() < rows.height:
        tell("Some rows share a Record ID: the lineage cannot tell them apart.")
    whole = ids.cast(pl.Int64, strict=False)
    # A number written as a number (not 007) keeps its own order in the lineage.
    return rows.with_columns(whole) if whole.cast(pl.String).eq_missing(ids).all() else rows


def _comparable(rows: pl.DataFrame) -> pl.DataFrame:
    """Adds what the rules compare by: each text without its case, the two kinds of number of a person, the age."""
    named = rows.with_columns(
        # A file that does not name the council is told apart by its code.
        LA_Name=pl.coalesce("LA_Name", "LA_Code") if not rows["LA_Name"].count() else "LA_Name",
        nhs=("N" + pl.col("nhs").cast(pl.String)).cast(pl.Categorical),
        local=("L" + pl.col("local").cast(pl.String)).cast(pl.Categorical),
        # Rule 0.4: only the month and year of birth are known to the centre.
        born=pl.col("birth").dt.truncate("1mo"),
    )
    for column in NAMES:
        named = in_one_spelling(named, column)
    for column in COMPARED:
        named = with_compared(named, column, column.lower())
    return named
