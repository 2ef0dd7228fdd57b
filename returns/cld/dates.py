"""Days and times as councils write them."""

import polars as pl

DAYS = ("%Y-%m-%d", "%d/%m/%Y")
TIMES = (" %H:%M:%S%.f", "T%H:%M:%S%.f", " %H:%M", "T%H:%M")
# The marks of Greenwich time, which a database writes behind a moment and which change nothing.
GREENWICH = ("Z", "+00:00")
MOMENTS = (*(day + time_of_day for day in DAYS for time_of_day in TIMES), *DAYS)


def moments(texts: pl.Series) -> pl.Series:
    """Days and times: 2024-03-31 or 31/03/2024, with or without a time of day. Nothing where it is neither."""
    forms = [form for form in MOMENTS if "%H" in form]
    forms += [form + mark for form in forms for mark in GREENWICH]
    text = pl.col("text")
    tries = [text.str.to_datetime(form, time_unit="us", strict=False) for form in forms]
    tries += [text.str.to_date(form, strict=False).cast(pl.Datetime("us")) for form in DAYS]
    return pl.DataFrame({"text": texts}).select(pl.coalesce(tries)).to_series()
