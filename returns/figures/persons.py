"""Who is one person, and how old (rules 0.3 to 0.5)."""

from datetime import date

import polars as pl

PERSON = ("LA_Code", "ID")
# What stands for a month and year of birth nobody wrote down (rule 0.5).
BORN_UNKNOWN = date(1800, 1, 1)


def identified(rows: pl.DataFrame, *, corrected: bool) -> pl.DataFrame:
    """The rows of a script with the person's ID, without those that cannot be given to one person for certain (0.3).

    The NHS number; else the council's own number, unless that stands beside an NHS number on another of these rows.
    As published, that search knows no councils and sees only the rows this script has kept.
    """
    if corrected:  # 0.3 (a) and (b): the ID was settled over the whole input, council by council
        return rows.filter(pl.col("ID").is_not_null())
    traced = rows.filter(pl.col("nhs").is_not_null()).select(pl.col("local").unique().drop_nulls()).to_series()
    return rows.with_columns(ID=_id(pl.col("local").is_in(traced.implode()))).filter(pl.col("ID").is_not_null())


def identified_for_good(rows: pl.DataFrame) -> pl.DataFrame:
    """Every row with the ID the corrected method gives it, one for all tables: settled within each council."""
    traced = rows.filter(pl.col("nhs").is_not_null()).select("LA_Code", "local").drop_nulls().unique()
    marked = rows.join(traced.with_columns(traced=True), on=["LA_Code", "local"], how="left", maintain_order="left")
    return marked.with_columns(ID=_id(pl.col("traced").is_not_null())).drop("traced")


def _id(traced: pl.Expr) -> pl.Expr:
    return pl.when(pl.col("nhs").is_not_null()).then(pl.col("nhs")).when(~traced).then(pl.col("local"))


def of_a_council() -> pl.Expr:
    """Whether a row names its council. One that does not is in no table of people: nothing equals nothing (0.7)."""
    return pl.col("LA_Code").is_not_null()


def age_on(day: date) -> pl.Expr:
    """Age as the centre counts it: whole days since the first of the month of birth, by 365.25, rounded down (0.4)."""
    days = (pl.lit(day) - pl.col("born")).dt.total_days()
    return (days * 4).floordiv(1461).cast(pl.Int32)


def working_age(age: str = "age") -> pl.Expr:
    """18 to 64."""
    return pl.col(age).is_between(18, 64)


def older(age: str = "age") -> pl.Expr:
    """65 and over, without an upper limit."""
    return pl.col(age) > 64
