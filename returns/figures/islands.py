"""Services or requests that follow each other without a gap, put together as one (rule 0.9)."""

import polars as pl

from returns.figures.persons import PERSON


def islands(rows: pl.DataFrame, *, gap: int, corrected: bool) -> pl.DataFrame:
    """The rows with the number of their island and the island's first day; a row may come back in two islands.

    A row goes on with the island when the row just before it, by start and then end, ended no more than `gap` days
    before it starts. Asks for the columns start and end; adds `island` and `cluster_start`.
    """
    numbered = _numbered(rows, gap, corrected=corrected)
    # As published the numbers are joined back without the council: the same dates in two councils lend each other
    # theirs.
    keys = [*PERSON, "start", "end"] if corrected else ["ID", "start", "end"]
    joined = rows.join(numbered.select(*keys, "island").unique(), on=keys)
    return joined.with_columns(cluster_start=pl.col("start").min().over(*PERSON, "island"))


def _numbered(rows: pl.DataFrame, gap: int, *, corrected: bool) -> pl.DataFrame:
    """Each pair of dates of a person once, with the number of the island it is in."""
    # People by a number, so that sorting is sorting numbers; in order, a person's rows stand together.
    people = rows.select(*PERSON).unique().with_row_index("person")
    dates = rows.group_by(*PERSON, "start", "end").agg(pl.len().alias("alike"))
    dates = dates.join(people, on=PERSON, nulls_equal=True).sort("person", "start", "end")
    is_first = (pl.col("person") != pl.col("person").shift(1)).fill_null(True)
    # As published, the end of the row just before; mended, the latest end of all rows before.
    before = pl.col("end").cum_max().over("person") if corrected else pl.col("end")
    opens = pl.col("start") - pl.duration(days=gap)
    goes_on = (~is_first & (before.shift(1) >= opens)).fill_null(False)
    # Rows alike follow each other too: one that ends before it starts opens an island each time.
    again = pl.when(pl.col("end") >= opens).then(0).otherwise(pl.col("alike") - 1)
    opened = (~goes_on).cast(pl.Int64) + (again.cast(pl.Int64) if not corrected else 0)
    counted = dates.select(*PERSON, "start", "end", is_first=is_first, opened=opened, all=opened.cum_sum())
    before_person = pl.when("is_first").then(pl.col("all") - pl.col("opened")).forward_fill()
    return counted.with_columns(island=pl.col("all") - before_person)
