"""Which submission of a council counts for the long term tables: the newest whole one inside the window (rule 0.2)."""

from datetime import datetime, time

import polars as pl

from returns.figures.window import Window

SUBMISSION = ("LA_Name", "LA_Code", "ImportDate")


def latest_submission(rows: pl.DataFrame, window: Window) -> pl.DataFrame:
    """The rows of the newest file of each council that covers the period and came in time.

    A council without such a file vanishes; a partial file sent last inside the window wins.
    """
    imports = (
        rows.filter(pl.col("LA_Name").is_not_null())
        .group_by(SUBMISSION)
        .agg(pl.col("Reporting_Period_Start_Date").min(), pl.col("Reporting_Period_End_Date").max())
        .filter(
            pl.col("Reporting_Period_Start_Date") <= window.start,
            pl.col("Reporting_Period_End_Date") >= window.end,
            pl.col("ImportDate") > datetime.combine(window.end, time()),
            pl.col("ImportDate").dt.date() <= window.long_term_submitted_to,
        )
    )
    newest = imports.group_by("LA_Name", "LA_Code").agg(pl.col("ImportDate").max())
    # The published join is by name alone: a council whose code was mistyped in one file adds two files (0.2 [AMB]).
    return rows.join(newest.select("LA_Name", "ImportDate").unique(), on=["LA_Name", "ImportDate"], how="semi")
