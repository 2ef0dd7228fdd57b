"""A CSV file, plain or gzip, read fast and not trusted: what is not in order is refused in one sentence."""

import csv
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from returns.intake.csv_tables import texts_schema
from returns.intake.kinds import GZIP
from returns.intake.limits import COMMAND
from returns.intake.packed import opened
from returns.intake.records import BLOCK, count
from returns.refusals import UnusableInput

NOT_UTF8 = "is not UTF-8 text. Save it as CSV UTF-8 and try again."
# A longer first line is not a line of headings.
LONGEST_HEADINGS = 100_000
# The figures ask of a gzip file only that it ends: no ratio is too good for them.
UNPACKED = replace(COMMAND, most_ratio=1_000_000)


class CsvFile:
    """One file. `headings` is its first line; `rows` reads the wanted columns as texts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # A gzip file is unpacked once, here; a plain one is left where it is.
        self.held = self._unpacked()
        self.headings = self._headings()

    def rows(self, places: Sequence[int], repeated: Collection[int] = ()) -> pl.DataFrame:
        """The columns at these places (from 0), in their order, named by place; lines without anything left out.

        The columns at the places named as repeated hold each different text once. Raises UnusableInput where the file
        is not UTF-8, a row is longer than the headings, or a quotation mark is never closed.
        """
        width = len(self.headings)
        wanted = sorted({*places, width})
        try:
            frame = self._read(wanted, width, repeated)
            self._check_whole(frame, width)
        except pl.exceptions.NoDataError:
            schema = texts_schema(width, repeated)
            return pl.DataFrame(schema={str(place): schema[str(place)] for place in sorted(places)})
        except (pl.exceptions.PolarsError, OSError) as error:
            raise self.refusal(f"cannot be read as CSV: {_told(str(error))}") from None
        if frame[str(width)].count():
            raise self.refusal("cannot be read as CSV: a row has more fields than there are headings.")
        kept = frame.drop(str(width))
        nothing = kept.select(pl.all_horizontal(pl.all().is_null())).to_series()
        return kept.filter(~nothing) if nothing.any() else kept

    def refusal(self, told: str) -> UnusableInput:
        return UnusableInput(f"The file {self.path} {told}")

    # The file

    def _unpacked(self) -> bytes | Path:
        try:
            with self.path.open("rb") as file:
                if file.read(2) != GZIP:
                    return self.path
        except OSError as error:
            raise self.refusal(f"cannot be read: {error.strerror}.") from None
        with opened(self.path, packed=True, limits=UNPACKED) as packed:
            return packed.read(UNPACKED.most_unpacked + 1)

    def _headings(self) -> list[str]:
        text = self._first_line()
        if not text.strip():
            raise self.refusal("is empty.")
        headings = next(csv.reader([text]), [])
        if len(headings) < 2 or "\0" in text:
            raise self.refusal("does not begin with a line of headings: it is not a CSV file.")
        return headings

    def _first_line(self) -> str:
        if isinstance(self.held, bytes):
            first = self.held[:LONGEST_HEADINGS].split(b"\n", 1)[0]
        else:
            with self.held.open("rb") as file:
                first = file.readline(LONGEST_HEADINGS)
        try:
            return first.decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError:
            raise self.refusal(NOT_UTF8) from None

    def _read(self, places: Sequence[int], width: int, repeated: Collection[int] = ()) -> pl.DataFrame:
        # One column more than there are headings: what stands in it is a row too long.
        schema = texts_schema(width, repeated) | {str(width): pl.String()}
        return pl.read_csv(self.held, has_header=False, skip_rows=1, schema=schema, columns=list(places))

    def _check_whole(self, frame: pl.DataFrame, width: int) -> None:
        """Each line is a row; where that is not so, a text runs over several lines, or a quotation mark is left open.

        An open quotation mark in a column nobody reads would swallow the rows after it unseen, so then every column
        is read, which fails at an open one.
        """
        lines, ends = self._lines()
        if frame.height != lines - 1 + (0 if ends else 1):
            self._read(range(width + 1), width)

    def _lines(self) -> tuple[int, bool]:
        """How many line ends there are, and whether the file ends with one."""
        if isinstance(self.held, bytes):
            return count(b"\n", self.held), self.held.endswith(b"\n")
        lines, last = 0, b""
        with self.held.open("rb") as file:
            while chunk := file.read(BLOCK):
                lines, last = lines + count(b"\n", chunk), chunk[-1:]
        return lines, last == b"\n"


def _told(error: str) -> str:
    """What stopped the reading of a CSV file, without any cell of it."""
    if "utf" in error.lower():
        return "it " + NOT_UTF8
    return "a quotation mark is never closed, or it is not in order in another way."
