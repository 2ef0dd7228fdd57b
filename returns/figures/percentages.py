"""Numerators over denominators, printed as the published method prints them."""

import polars as pl


def percentage(numerator: str, denominator: str) -> pl.Expr:
    """Hundred times one over the other, with ten decimals; nothing where either is not there."""
    return (pl.col(numerator) / pl.col(denominator) * 100).round(10).cast(pl.Decimal(20, 10))


def rounded_percentage(numerator: str, denominator: str) -> pl.Expr:
    """The same with one decimal, a half rounded up, worked out in whole numbers so that a half is a half."""
    above, below = pl.col(numerator).cast(pl.Int64), pl.col(denominator).cast(pl.Int64)
    return ((above * 2000 + below).floordiv(below * 2) / 10).round(1).cast(pl.Decimal(20, 1))


def side_by_side(first: pl.DataFrame, *others: pl.DataFrame) -> pl.DataFrame:
    """Counts by council beside each other; a council of the first that another lacks has nothing there."""
    for other in others:
        first = first.join(other, on="LA_Code", how="left")
    return first
