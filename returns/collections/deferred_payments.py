"""Tables of deferred payment agreements. The return's own tables were not obtained: these are the product's."""

import polars as pl

from returns.collections.counting import RECORD, Counted, Period, Summed
from returns.collections.movements import MOVEMENTS, movements

EVERY = "Every agreement"
AMOUNTS = [
    "Amount deferred in the year",
    "Amount owed at the end of the year",
    "Amount recovered in the year",
    "Amount written off in the year",
]


def tables(rows: pl.DataFrame, period: Period) -> list[Counted | Summed]:
    """Every table of the return from the rows of its layout, as read."""
    moved = movements(rows, "Date agreed", "Date ended", period)
    agreements = Counted(file="DPA_agreements", members=moved.select("Counted", RECORD), cells={"Counted": MOVEMENTS})
    together = rows.with_columns(pl.lit(EVERY).alias("Agreements"))
    amounts = Summed(file="DPA_amounts", members=together, cells={"Agreements": [EVERY]}, measures=AMOUNTS)
    return [agreements, amounts]
