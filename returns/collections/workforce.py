"""Totals of the council's own workforce, to hold the Adult Social Care Workforce Data Set against."""

import polars as pl

from returns.collections.counting import ALL, RECORD, Period, Ratios, Summed, recorded, with_all

TOTALS = ["Staff", "Vacancies", "Starters in 12 months", "Leavers in 12 months", "Worker records"]
FILLED = [
    "Date of birth",
    "Gender",
    "Ethnic group",
    "Sickness days",
    "Zero-hours status",
    "Contracted hours",
    "Pay",
    "Qualifications",
]
VACANCY = "Vacancy rate"
# The measure's own definition was not obtained: leavers over staff in post is the usual one.
LEAVERS = "6A"
TITLES = {
    VACANCY: "Vacancies, of staff in post and vacancies together",
    LEAVERS: "Staff who left in 12 months, of staff in post",
    **{f"Filled: {name.lower()}": f"Worker records with {name.lower()} filled; 90 in 100 are asked" for name in FILLED},
}


def tables(rows: pl.DataFrame, period: Period) -> list[Summed | Ratios]:
    """Every table from the rows of the layout, as read."""
    return [totals(rows), ratios(rows)]


def totals(rows: pl.DataFrame) -> Summed:
    """The totals of each main service and of all."""
    members = with_all(rows.select(recorded("Main service"), *TOTALS, RECORD), "Main service")
    cells = {"Main service": [ALL]}
    return Summed(file="WDS_totals", members=members, cells=cells, measures=TOTALS, decimals=0)


def ratios(rows: pl.DataFrame) -> Ratios:
    """Vacancies, turnover, and how far each field of the worker records is filled."""
    both = pl.col("Staff").fill_null(0) + pl.col("Vacancies").fill_null(0)
    parts = [_ratio(rows, VACANCY, pl.col("Vacancies"), both)]
    parts.append(_ratio(rows, LEAVERS, pl.col("Leavers in 12 months"), pl.col("Staff")))
    for name in FILLED:
        filled = pl.col(f"Workers with {name.lower()}")
        parts.append(_ratio(rows, f"Filled: {name.lower()}", filled, pl.col("Worker records")))
    return Ratios(file="WDS_ratios", members=pl.concat(parts), titles=TITLES)


def _ratio(rows: pl.DataFrame, measure: str, above: pl.Expr, below: pl.Expr) -> pl.DataFrame:
    return rows.select(pl.lit(measure).alias("Measure"), above.alias("Above"), below.alias("Below"), RECORD)
