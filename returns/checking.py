"""What the check of a file gives a round: accepted rows, refused rows with their faults, and what the file looks like.

The one place where a round meets the rules: everything else here takes a `Checked` as it comes.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from returns.cld.columns import COLUMNS, found_in
from returns.cld.csv_files import CsvFile

# What stands in a cell, told without telling it.
CLASSES = ("blank", "date", "number", "code", "text")
FAULTS = {
    "row": pl.Int64,
    "column": pl.String,
    "value_class": pl.String,
    "rule_id": pl.String,
    "severity": pl.String,
    "message": pl.String,
}
EVENT_TYPES = ("Request", "Assessment", "Service", "Review")
# The first three are added by the centre on import and are not sent.
FIELDS = tuple(column.field for column in COLUMNS[3:])


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A file after its check. `accepted` has a column `row` (the line in the file, from 2) and the fields as texts."""

    rows: int
    accepted: pl.DataFrame
    refused: int
    faults: pl.DataFrame
    warnings: list[str]
    counts_by_rule: dict[str, int]
    events_by_type: dict[str, int]
    months: dict[str, int]


def check_file(path: Path, *, period_start: date, period_end: date) -> Checked:
    """Read a file by its only door and try every row. Raises UnusableInput where it cannot be read at all."""
    rows = _rows(path)
    faults = _faults(rows, period_start, period_end)
    bad = faults.filter(pl.col("severity") == "error")["row"].unique()
    accepted = rows.filter(~pl.col("row").is_in(bad.implode()))
    events = accepted.filter(pl.col("Event Type") != "").group_by("Event Type").len().sort("Event Type")
    counts = faults.group_by("rule_id").len().sort("rule_id")
    return Checked(
        rows=rows.height,
        accepted=accepted,
        refused=rows.height - accepted.height,
        faults=faults,
        warnings=[],
        counts_by_rule=dict(counts.iter_rows()),
        events_by_type=dict(events.iter_rows()),
        months=_months(accepted),
    )


def _rows(path: Path) -> pl.DataFrame:
    """Every row with its line and all known fields; a field the file does not have is blank."""
    file = CsvFile(path)
    places = found_in(file.headings)
    wanted = {field: places[field] for field in FIELDS if field in places}
    texts = file.rows(list(wanted.values()))
    found = [pl.col(str(place)).fill_null("").alias(field) for field, place in wanted.items()]
    missing = [pl.lit("").alias(field) for field in FIELDS if field not in wanted]
    return texts.select(*found, *missing).with_row_index("row", offset=2).with_columns(pl.col("row").cast(pl.Int64))


def _day(field: str) -> pl.Expr:
    text = pl.col(field)
    return pl.coalesce(text.str.to_date("%Y-%m-%d", strict=False), text.str.to_date("%d/%m/%Y", strict=False))


def _faults(rows: pl.DataFrame, start: date, end: date) -> pl.DataFrame:
    begun, ended = _day("Event Start Date"), _day("Event End Date")
    nobody = (pl.col("NHS Number") == "") & (pl.col("LA Person Unique Identifier") == "")
    found = [
        _broken(rows, nobody, "NHS Number", "person", "The row names nobody: give an NHS number or the council’s own."),
        _broken(
            rows,
            ~pl.col("Event Type").is_in(EVENT_TYPES),
            "Event Type",
            "event-type",
            "The event type is not request, assessment, service or review.",
        ),
        _broken(rows, begun.is_null(), "Event Start Date", "start", "The start of the event is not a date."),
        _broken(
            rows,
            (pl.col("Event End Date") != "") & ended.is_null(),
            "Event End Date",
            "end",
            "The end of the event is not a date.",
        ),
        _broken(rows, ended < begun, "Event End Date", "order", "The event ends before it begins."),
        _broken(
            rows,
            (begun > end) | (ended < start),
            "Event Start Date",
            "period",
            "The event does not touch the period of the return.",
        ),
        _broken(
            rows,
            (_day("Reporting Period Start Date") != start) | (_day("Reporting Period End Date") != end),
            "Reporting Period Start Date",
            "reporting-period",
            "The row is for another reporting period than this round.",
        ),
    ]
    return pl.concat([pl.DataFrame(schema=FAULTS), *found]).sort("row", "column", "rule_id")


def _broken(rows: pl.DataFrame, broken: pl.Expr, column: str, rule: str, message: str) -> pl.DataFrame:
    said = {"column": column, "rule_id": rule, "severity": "error", "message": message}
    return rows.filter(broken).select(
        "row",
        pl.lit(said["column"]).alias("column"),
        class_of(pl.col(column)).alias("value_class"),
        *(pl.lit(said[key]).alias(key) for key in ("rule_id", "severity", "message")),
    )


def class_of(value: pl.Expr) -> pl.Expr:
    """What kind of thing stands in a cell, so that a report never holds the value itself."""
    text = value.fill_null("")
    return (
        pl.when(text.str.strip_chars() == "")
        .then(pl.lit("blank"))
        .when(text.str.contains(r"^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}"))
        .then(pl.lit("date"))
        .when(text.str.contains(r"^[-+]?[\d ,.]+$"))
        .then(pl.lit("number"))
        .when(text.str.contains(r"\d"))
        .then(pl.lit("code"))
        .otherwise(pl.lit("text"))
    )


def _months(rows: pl.DataFrame) -> dict[str, int]:
    """How many events begin in each month, such as 2025-04."""
    months = rows.select(month=_day("Event Start Date").dt.strftime("%Y-%m")).drop_nulls()
    return dict(months.group_by("month").len().sort("month").iter_rows())
