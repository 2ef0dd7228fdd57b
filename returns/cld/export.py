"""The file for the centre: one text for the same rows, byte for byte, and read back the same.

How it is written is `data/file_formats.csv`. What a spreadsheet would reckon with, what ends a line, and the word NULL
in a text are refused before anything is written: a statutory file is never escaped (the centre would read the escape).
"""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import polars as pl

from returns.cld.events.compiling import KINDS
from returns.reference import rows_of
from returns.refusals import UnusableInput
from returns.specification import Field, Specification, specification

LINE_ENDS = {"CRLF": "\r\n", "LF": "\n"}
# What a spreadsheet takes as the beginning of a formula.
FORMULA = r"^[=+\-@\t\r]"
CONTROL = r"[\x00-\x1f\x7f]"
READ_AS_BLANK = "NULL"
UTF8 = "utf-8"
# All of a large council's rows as texts at once would take a gigabyte more.
ROWS_AT_A_TIME = 100_000


@cache
def file_format(name: str) -> Mapping[str, str]:
    """How the files of a return are written, part by part."""
    return {row["part"]: row["value"] for row in rows_of("file_formats") if row["return"] == name}


def as_file(rows: pl.DataFrame, release: str) -> bytes:
    """The rows as the centre asks for them. Raises UnusableInput where a text may not travel."""
    spec = specification("cld", release)
    if refused := texts_refused(rows, spec):
        raise UnusableInput(refused)
    asked = file_format("cld")
    out = BytesIO()
    for first in range(0, max(rows.height, 1), ROWS_AT_A_TIME):
        several = rows.slice(first, ROWS_AT_A_TIME)
        several.select(_as_text(field, asked).alias(field.heading) for field in spec.fields).write_csv(
            out,
            include_header=first == 0,
            separator=asked["separator"],
            line_terminator=LINE_ENDS[asked["line_end"]],
            quote_style="necessary",
        )
    return out.getvalue() if asked["encoding"] == UTF8 else _encoded(out.getvalue(), asked["encoding"])


def read_file(file: bytes | Path, release: str) -> pl.DataFrame:
    """The rows of a file that `as_file` wrote, the same as they were. Raises UnusableInput."""
    spec, asked = specification("cld", release), file_format("cld")
    told = file if isinstance(file, bytes) else file.read_bytes()
    try:
        texts = pl.read_csv(told, separator=asked["separator"], infer_schema=False, encoding=asked["encoding"])
        if tuple(texts.columns) != spec.headings:
            raise UnusableInput(f"The headings are not those of Release {release}, in their order.")
        return texts.select(_as_kind(field, asked) for field in spec.fields)
    except (pl.exceptions.PolarsError, UnicodeDecodeError, LookupError):
        raise UnusableInput("This is not a file of Client Level Data that was written here.") from None


def texts_refused(rows: pl.DataFrame, spec: Specification) -> str:
    """What may not travel, in a sentence that names columns and how many rows, and never what stands there."""
    found = rows.select(may_not_travel(field.name).sum().alias(field.name) for field in spec.of_kind("text", "list"))
    faulty = {name: count for name, count in found.row(0, named=True).items() if count} if rows.height else {}
    if not faulty:
        return ""
    told = ", ".join(f"{name} ({count:,} {'row' if count == 1 else 'rows'})" for name, count in faulty.items())
    return (
        "These texts begin with =, +, -, @ or a tab, hold a control character, or are the word NULL, and may not "
        f"travel: {told}. Correct them where they are recorded."
    )


def may_not_travel(column: str) -> pl.Expr:
    """Whether a text is one the file refuses."""
    text = pl.col(column)
    return (text.str.contains(FORMULA) | text.str.contains(CONTROL) | (text == READ_AS_BLANK)).fill_null(value=False)


def _encoded(file: bytes, encoding: str) -> bytes:
    """The file in another encoding than UTF-8. Raises UnusableInput where a text has a letter that it has not."""
    try:
        return file.decode(UTF8).encode(encoding)
    except UnicodeEncodeError:
        raise UnusableInput(f"A text has a letter that cannot be written as {encoding}.") from None


def _as_text(field: Field, asked: Mapping[str, str]) -> pl.Expr:
    column = pl.col(field.name)
    if field.kind == "date":
        return column.dt.strftime(asked["day"])
    if field.kind == "number":
        return column.cast(pl.Decimal(18, int(asked["decimals"]))).cast(pl.String)
    return column.cast(pl.String)


def _as_kind(field: Field, asked: Mapping[str, str]) -> pl.Expr:
    text = pl.col(field.heading)
    if field.kind == "date":
        return text.str.to_date(asked["day"], strict=True).alias(field.name)
    return text.cast(KINDS[field.kind]).alias(field.name)
