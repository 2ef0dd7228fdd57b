"""Long term support and the order of its settings (rule 0.6)."""

from datetime import date

import polars as pl

from returns.cld.collation import as_compared, says
from returns.reference import listed, rows_of

RANKS = {
    (as_compared(row["service_type"]), as_compared(row["delivery_mechanism"])): int(row["rank"])
    for row in rows_of("long_term_settings")
}
RANK = pl.DataFrame(
    [(service_type, mechanism, rank) for (service_type, mechanism), rank in RANKS.items()],
    schema={"service_type": pl.Categorical, "trimmed": pl.Categorical, "rank": pl.Int32},
    orient="row",
)
BLANK = pl.lit("", dtype=pl.Categorical)


def long_term() -> pl.Expr:
    """Whether the service is one of the four long term settings."""
    return says("service_type", *listed("long_term_support"))


def active(start: date, end: date) -> list[pl.Expr]:
    """Begun by the last day, not ended before the first, and the person not dead before the first."""
    return [
        pl.col("Event_Start_Date") <= end,
        (pl.col("Event_End_Date") >= start) | pl.col("Event_End_Date").is_null(),
        alive_on(start),
    ]


def alive_on(day: date) -> pl.Expr:
    """No death is recorded on this row, or none before the day. A death on the day itself keeps the row in."""
    return (pl.col("Date_of_Death") >= day) | pl.col("Date_of_Death").is_null()


def with_setting(rows: pl.DataFrame) -> pl.DataFrame:
    """Blanks a delivery mechanism that the setting does not have, then ranks setting and mechanism together (0.6).

    Nursing and residential care have none; direct payment in prison is not one; neither is a text not in the list.
    """
    blank = RANK.filter(pl.col("trimmed") == "").select("service_type", blank_rank="rank")
    pairs = rows.select("service_type", "delivery_mechanism").unique()
    trimmed = pl.col("delivery_mechanism").cast(pl.String).str.strip_chars(" ").cast(pl.Categorical)
    ranked = (
        pairs.with_columns(trimmed=trimmed)
        .join(RANK.filter(pl.col("trimmed") != ""), on=["service_type", "trimmed"], how="left")
        .join(blank, on="service_type", how="left")
        .with_columns(kept=pl.col("rank").is_not_null(), rank=pl.coalesce("rank", "blank_rank"))
        .select("service_type", "delivery_mechanism", "rank", "kept")
    )
    told = rows.join(ranked, on=["service_type", "delivery_mechanism"], how="left", nulls_equal=True)
    return told.with_columns(
        pl.when("kept").then(column).otherwise(BLANK).alias(column)
        for column in ("Delivery_Mechanism", "delivery_mechanism")
    )
