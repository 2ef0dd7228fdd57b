"""What the check of a file gives a round: accepted rows, refused rows with their faults, and what the file looks like.

The one place where a round meets the rules: everything else here takes a `Checked` as it comes.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from returns.cld.checking import Progress, Report, check
from returns.cld.checking.columns import places_of
from returns.cld.checking.prepared import is_blank
from returns.cld.checking.specification import EVENTS, NAMES, RULES
from returns.intake.door import open_file
from returns.intake.limits import COMMAND, PAGE, Limits

__all__ = ["COMMAND", "EVENT_TYPES", "FAULTS", "FIELDS", "PAGE", "Checked", "check_file"]
FIELDS, EVENT_TYPES = tuple(NAMES), tuple(EVENTS)
# The row of headings, which stands for the file as a whole.
HEADINGS = 1
FAULTS = ("row", "column", "value_class", "rule_id", "severity", "consequence", "message")
# What follows: the row is refused, or it is taken and its fault is to be mended; a warning asks for a look.
REFUSED, TO_MEND, TO_LOOK_AT = "refused", "to mend", "to look at"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A file after its check. `accepted` has a column `row` (its number in the file) and every field as text."""

    rows: int
    accepted: pl.DataFrame
    to_mend: int
    faults: pl.DataFrame
    warnings: list[str]
    counts_by_rule: dict[str, int]
    events_by_type: dict[str, int]
    months: dict[str, int]

    @property
    def refused(self) -> int:
        return self.rows - self.accepted.height


def check_file(
    path: Path, *, period_start: date, period_end: date, limits: Limits, tell: Progress | None = None
) -> Checked:
    """Read a file by its only door and try every row. Raises UnusableInput where it cannot be read at all.

    Refused is a row that breaks a rule of which the data file says so: one that cannot be told, that the centre drops,
    that is of another council or period, or that may not travel. Where the headings break one, every row is. Other
    errors are faults to mend in rows that are taken: the centre keeps such rows too (docs/decisions/checking.md).
    """
    report = check(path, period_start=period_start, period_end=period_end, limits=limits, tell=tell)
    rows = rows_of_file(path, limits)
    faults = _with_consequences(report)
    bad = _rows_of(faults, REFUSED)
    accepted = rows.head(0) if HEADINGS in bad else rows.filter(~pl.col("row").is_in(bad.implode()))
    events = accepted.filter(pl.col("Event Type") != "").group_by("Event Type").len().sort("Event Type")
    return Checked(
        rows=rows.height,
        accepted=accepted,
        to_mend=int(accepted["row"].is_in(_rows_of(faults, TO_MEND).implode()).sum()),
        faults=with_classes(faults, rows),
        warnings=[*report.warnings, *of_the_file(report)],
        counts_by_rule=dict(report.counts_by_rule),
        events_by_type=dict(events.iter_rows()),
        months=_months(accepted),
    )


def rows_of_file(path: Path, limits: Limits) -> pl.DataFrame:
    """Every row with its number in the file and all fields as texts; nothing where the field or its cell is blank."""
    with open_file(path, limits=limits) as table:
        places = places_of(table.headings, path)
        found = [
            _text_or_nothing(str(places[field])).alias(field) if field in places else pl.lit("").alias(field)
            for field in FIELDS
        ]
        return pl.concat([batch.select(pl.col("row").cast(pl.Int64), *found) for batch in table.batches()])


def _text_or_nothing(place: str) -> pl.Expr:
    """A cell of spaces alone, or of the word NULL, is a blank (CLD008): otherwise two people NULL would be one."""
    text = pl.col(place).fill_null("")
    return pl.when(is_blank(text)).then(pl.lit("")).otherwise(text)


def _with_consequences(report: Report) -> pl.DataFrame:
    """The faults with what follows from each."""
    texts = [pl.col("column", "rule_id", "severity", "message").cast(pl.String), pl.col("row").cast(pl.Int64)]
    faults = report.faults.with_columns(*texts).with_row_index("place")
    kinds = faults.select("rule_id", "column", "severity").unique()
    told = [_consequence(*kind) for kind in kinds.iter_rows()]
    followed = kinds.with_columns(pl.Series("consequence", told, dtype=pl.String))
    return faults.join(followed, on=["rule_id", "column", "severity"], how="left", maintain_order="left")


def _consequence(rule_id: str, column: str, severity: str) -> str:
    if RULES[rule_id].refuses_for(column):
        return REFUSED
    return {"error": TO_MEND, "warning": TO_LOOK_AT}.get(severity, "")


def _rows_of(faults: pl.DataFrame, consequence: str) -> pl.Series:
    return faults.filter(pl.col("consequence") == consequence)["row"].unique()


def of_the_file(report: Report) -> list[str]:
    """The sentences about the file as a whole that are more than a remark."""
    whole = report.faults.filter(pl.col("row") == HEADINGS, pl.col("severity") != "info")
    return [
        f"{column}: {message}" if column else message
        for column, message in whole.select(pl.col("column", "message").cast(pl.String)).iter_rows()
    ]


def with_classes(faults: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """The faults with what kind of thing stands in each cell, never the thing itself."""
    parts = []
    for (column,), some in faults.group_by("column"):
        if column not in rows.columns:
            parts.append(some.with_columns(value_class=pl.lit("")))
            continue
        cells = rows.select("row", value_class=_class_of(pl.col(str(column))))
        parts.append(some.join(cells, on="row", how="left", maintain_order="left").with_columns(_no_class_is_blank()))
    if not parts:
        return faults.with_columns(value_class=pl.lit("")).select(FAULTS)
    return pl.concat(parts).sort("place").select(FAULTS)


def _no_class_is_blank() -> pl.Expr:
    return pl.col("value_class").fill_null("")


def _class_of(value: pl.Expr) -> pl.Expr:
    """What kind of thing stands in a cell, so that a report never holds the value itself."""
    return (
        pl.when(value.str.strip_chars() == "")
        .then(pl.lit("blank"))
        .when(value.str.contains(r"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"))
        .then(pl.lit("date"))
        .when(value.str.contains(r"^[-+]?[\d ,.]+$"))
        .then(pl.lit("number"))
        .when(value.str.contains(r"\d"))
        .then(pl.lit("code"))
        .otherwise(pl.lit("text"))
    )


def _months(rows: pl.DataFrame) -> dict[str, int]:
    """How many events end or, where they have no end, begin in each month, such as 2025-04."""
    day = pl.coalesce(_day("Event End Date"), _day("Event Start Date"))
    months = rows.select(month=day.dt.strftime("%Y-%m")).drop_nulls()
    return dict(months.group_by("month").len().sort("month").iter_rows())


def _day(field: str) -> pl.Expr:
    text = pl.col(field).str.slice(0, 10)
    return pl.coalesce(text.str.to_date("%Y-%m-%d", strict=False), text.str.to_date("%d/%m/%Y", strict=False))
