"""What has a first and perhaps a last day, as a return counts it: there before, new, ended, there at the end.

On the day it ends it is no longer there, so what was there and is new, less what ended, is what is there at the end.
"""

from datetime import date, timedelta

import polars as pl

from returns.collections.counting import Period

BEFORE, NEW, ENDED, AFTER = "There before the period", "New in the period", "Ended in the period", "There at its end"
MOVEMENTS = [BEFORE, NEW, ENDED, AFTER]


def movements(rows: pl.DataFrame, begins: str, ends: str, period: Period) -> pl.DataFrame:
    """The rows once for each way in which they count, named by `Counted`."""
    parts = {
        BEFORE: there_on(begins, ends, period.start - timedelta(days=1)),
        NEW: period.holds(begins),
        ENDED: period.holds(ends),
        AFTER: there_on(begins, ends, period.end),
    }
    return pl.concat([rows.filter(when).with_columns(pl.lit(name).alias("Counted")) for name, when in parts.items()])


def there_on(begins: str, ends: str, day: date) -> pl.Expr:
    """Begun by the end of the day and not ended by then."""
    return (pl.col(begins) <= day) & (pl.col(ends).is_null() | (pl.col(ends) > day))
