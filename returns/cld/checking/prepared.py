"""A batch of rows made ready for the rules: columns by their names, blanks as nothing, dates as dates.

Texts stand under the specification's names (`Event Type`). In small letters stand the dates (`start`, `end`, `birth`,
`death`, `period_start`, `period_end`) and what a row is: `request`, `assessment`, `service`, `review`, `service_user`,
`carer`, `by_association`, `financial`. A word counts for what it means also where its capitals are wrong: that is a
fault of its own and not the cause of others.
"""

from collections.abc import Mapping

import polars as pl

from returns.cld.checking.specification import EVENTS, NAMES
from returns.cld.dates import DAYS, moments

DATES = {
    "period_start": "Reporting Period Start Date",
    "period_end": "Reporting Period End Date",
    "birth": "Date of Birth",
    "death": "Date of Death",
    "start": "Event Start Date",
    "end": "Event End Date",
}
NULL = "NULL"


def as_written(texts: pl.DataFrame, places: Mapping[str, int]) -> pl.DataFrame:
    """The fifty columns by name, empty where the file has none, after the number of the row."""
    columns = [
        pl.col(str(places[name])).alias(name) if name in places else pl.lit(None, dtype=pl.String).alias(name)
        for name in NAMES
    ]
    return texts.select("row", *columns)


def prepared(written: pl.DataFrame) -> pl.DataFrame:
    """The same rows, ready for the rules."""
    rows = _with_blanks(written)
    rows = rows.with_columns(_dates(rows, name, column) for name, column in DATES.items())
    return rows.with_columns(_kinds_of_row())


def _with_blanks(written: pl.DataFrame) -> pl.DataFrame:
    """Blank is nothing, spaces alone, or NULL. Columns without such cells are left as they are."""
    looks_blank = written.select(
        ((pl.col(name) == NULL) | (pl.col(name) == "") | pl.col(name).str.starts_with(" ")).any() for name in NAMES
    )
    doubtful = [name for name in NAMES if looks_blank[name][0]]
    return written.with_columns(
        pl.when(~pl.col(name).str.strip_chars().is_in(["", NULL])).then(pl.col(name)).alias(name) for name in doubtful
    )


def _dates(rows: pl.DataFrame, name: str, column: str) -> pl.Series:
    """One column of days; the other ways of writing one are tried only where the first did not do."""
    texts = rows[column]
    read = texts.str.to_date(DAYS[0], strict=False)
    if read.null_count() > texts.null_count():
        read = moments(texts.str.strip_chars()).cast(pl.Date)
    return read.alias(name)


def _kinds_of_row() -> list[pl.Expr]:
    event = _meant("Event Type")
    client = _meant("Client Type")
    by_association = client.str.ends_with("known by association")
    kinds = {name.lower(): event == name.lower() for name in EVENTS}
    kinds |= {
        "by_association": by_association,
        "service_user": client == "service user",
        "carer": client.is_in(["carer", "unpaid carer"]) | by_association,
        "financial": _meant("Assessment Type") == "financial assessment",
    }
    return [expression.fill_null(value=False).alias(name) for name, expression in kinds.items()]


def _meant(column: str) -> pl.Expr:
    """A text without its capitals and the spaces around it."""
    return pl.col(column).str.strip_chars().str.to_lowercase()
