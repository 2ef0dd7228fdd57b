"""A CSV file, plain or gzip, as frames of texts with their row numbers; what is not in order is refused."""

import csv
from collections.abc import Collection, Iterator
from io import StringIO

import polars as pl

from returns.intake.encodings import BOM, Decoder
from returns.intake.kinds import check_text, refusal
from returns.intake.limits import Limits
from returns.intake.packed import Counted
from returns.intake.records import blocks, count, first_row
from returns.refusals import UnusableInput

TOO_MANY_FIELDS = "has more fields than there are headings."


class CsvTable:
    """One file. `headings` is its first row; `batches` reads the others, once."""

    def __init__(self, stream: Counted, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._decoder = Decoder(stream.path)
        self._blocks = blocks(stream, limits)
        self.warnings: list[str] = []
        self.headings, self._first = self._read_headings()

    def batches(self, repeated: Collection[int] = (), days: Collection[int] = ()) -> Iterator[pl.DataFrame]:
        """The rows as texts: `row`, its number in the file, then a column for each heading, named by place from 0.

        The columns at the places named as repeated hold each different text once, under a number that stays the same
        from batch to batch. `days` names columns of days, which only a workbook writes as numbers. A row without
        anything is left out; the others keep their numbers. Raises UnusableInput.
        """
        number = 2
        # One column more than there are headings: what stands in it is a row too long.
        schema = texts_schema(len(self.headings), repeated) | {str(len(self.headings)): pl.String()}
        for block in self._rest():
            frame = self._frame(block, number, schema)
            number += frame.height
            if number - 2 > self._limits.most_rows:
                raise self._refusal(f"holds more than {self._limits.most_rows:,} rows. Send it in parts.")
            yield _without_empty(frame)
        if self._decoder.encoding == "cp1252":
            self.warnings.append("The file is Windows text and was read as such; CSV UTF-8 is what is asked for.")

    @property
    def done(self) -> float:
        """The share of the file that has been read, 0 to 1."""
        return self._stream.done

    # Headings

    def _read_headings(self) -> tuple[list[str], bytes]:
        block = next(self._blocks, b"").removeprefix(BOM)
        check_text(self._stream.path, block[:64])
        end = first_row(block)
        text = self._text(block[:end]).rstrip("\r\n")
        headings = next(csv.reader(StringIO(text, newline="")), [])
        if not text.strip() or "\0" in text:
            raise self._refusal("does not begin with a row of headings: it is not a CSV file.")
        if "\r" in text and not block.count(b"\n"):
            raise self._refusal("ends its rows in a way that is no longer used. Save it as CSV UTF-8 and try again.")
        if len(headings) < 2:
            told = "separated by commas, not by other marks" if any(mark in text for mark in ";\t|") else "a CSV file"
            raise self._refusal(f"does not begin with a row of headings: it must be {told}.")
        if len(headings) > self._limits.most_columns:
            raise self._refusal(f"has {len(headings):,} columns, more than {self._limits.most_columns}.")
        return headings, block[end:]

    # Rows

    def _rest(self) -> Iterator[bytes]:
        """Every block after the headings, in UTF-8. The last row of a file must be whole."""
        block = self._first
        for following in self._blocks:
            if block:
                yield self._checked(block)
            block = following
        if block:
            checked = self._checked(block)
            self._check_last_row(block)
            yield checked

    def _checked(self, block: bytes) -> bytes:
        if b"\0" in block:
            raise self._refusal("holds bytes that are no text: it is not a CSV file.")
        return self._decoder.utf8(block)

    def _check_last_row(self, block: bytes) -> None:
        if block.endswith((b"\n", b"\r")):
            return
        last = self._text(block[block.rfind(b"\n") + 1 :])
        if '"' not in last and last.strip() and last.count(",") + 1 < len(self.headings):
            raise self._refusal("is cut off: its last row is not whole. Send the whole file.")

    def _frame(self, block: bytes, number: int, schema: dict[str, pl.DataType]) -> pl.DataFrame:
        """The rows of one block. Each line is a row; where that is not so, every row is gone through once more."""
        width = len(self.headings)
        try:
            # A block is never empty; to ask it of polars would copy the block.
            frame = pl.read_csv(block, has_header=False, schema=schema, raise_if_empty=False)
        except pl.exceptions.PolarsError:
            raise self._fault_in(block, number) from None
        if frame[str(width)].count():
            raise self._fault_in(block, number)
        lines = count(b"\n", block) + (not block.endswith(b"\n"))
        if frame.height != lines:
            self._check_rows(block, number, frame.height)
        rows = pl.int_range(number, number + frame.height, dtype=pl.UInt32, eager=True).alias("row")
        frame = frame.drop(str(width)).insert_column(0, rows)
        if frame.height != lines or self._has_long_lines(block):
            self._check_cells(frame)
        return frame

    def _check_rows(self, block: bytes, number: int, height: int) -> None:
        """A text that runs over several lines is well; a quotation mark out of place is not."""
        try:
            rows = sum(1 for _ in csv.reader(StringIO(self._text(block), newline=""), strict=True))
        except csv.Error:
            raise self._fault_in(block, number) from None
        if rows != height:
            raise self._fault_in(block, number)

    def _fault_in(self, block: bytes, number: int) -> UnusableInput:
        """The sentence for a block that cannot be read, with the row where it can be told."""
        reader = csv.reader(StringIO(self._text(block), newline=""), strict=True)
        try:
            for row in reader:
                if len(row) > len(self.headings):
                    return self._refusal(f"cannot be read as CSV: row {number:,} {TOO_MANY_FIELDS}")
                number += 1
        except csv.Error:
            pass
        return self._refusal(f"cannot be read as CSV: a quotation mark is out of place in row {number:,} or below.")

    def _check_cells(self, frame: pl.DataFrame) -> None:
        for name in frame.columns[1:]:
            long = frame[name].cast(pl.String).str.len_chars() > self._limits.longest_cell
            for row in frame["row"].filter(long).head(1):
                raise self._refusal(f"holds a cell of more than {self._limits.longest_cell:,} letters in row {row:,}.")

    def _has_long_lines(self, block: bytes) -> bool:
        """Some line may be longer than a cell may be. Only then are cells measured."""
        start, end = 0, len(block)
        while start + self._limits.longest_cell < end:
            start = block.rfind(b"\n", start, start + self._limits.longest_cell) + 1
            if not start:
                return True
        return False

    def _text(self, raw: bytes) -> str:
        return self._decoder.utf8(raw).decode("utf-8", errors="replace")

    def _refusal(self, told: str) -> UnusableInput:
        return refusal(self._stream.path, told)


def texts_schema(width: int, repeated: Collection[int]) -> dict[str, pl.DataType]:
    """Every column a text; of those named as repeated, each different text is kept once, apart from other files'."""
    once = {place: pl.Categories.random() for place in repeated}
    return {str(place): pl.Categorical(once[place]) if place in once else pl.String() for place in range(width)}


def _without_empty(frame: pl.DataFrame) -> pl.DataFrame:
    if not frame["0"].null_count():
        return frame
    nothing = frame.select(pl.all_horizontal(pl.exclude("row").is_null())).to_series()
    return frame.filter(~nothing) if nothing.any() else frame
