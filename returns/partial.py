"""Whether a file looks partial, and what changed since the last one. Pure: counts and frames in, sentences out.

The last submission wins at the centre, so a partial file under-counts; it is warned of and never refused, because a
quiet month may be the truth.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from delegation.wording import in_words
from returns.checking import EVENT_TYPES

# Fewer rows than this share of the last file's are far fewer.
FAR_FEWER = 0.8
# An event is known again by these; by all other fields one sees whether it changed.
EVENT = (
    "NHS Number",
    "LA Person Unique Identifier",
    "Event Type",
    "Event Reference",
    "Event Start Date",
    "Service Type",
    "Service Component",
)
EVENT_TYPE = pl.col("Event Type")


def signs_of_a_part(
    *,
    rows: int,
    last_rows: int | None,
    events: Mapping[str, int],
    months: Mapping[str, int],
    period_start: date,
    period_end: date,
    has_events: bool = True,
) -> list[str]:
    """Why a file may be only a part of what it should hold, in sentences; without events its length alone tells."""
    signs = []
    if last_rows and rows < FAR_FEWER * last_rows:
        signs.append(f"It has {rows:,} rows, far fewer than the {last_rows:,} of the last file.")
    if not has_events:
        return signs
    if empty := [month for month in months_of(period_start, period_end) if not months.get(month)]:
        signs.append(f"No event falls in {in_words([_named(month) for month in empty], joiner='or')}.")
    if missing := [kind for kind in EVENT_TYPES if not events.get(kind)]:
        signs.append(f"There is no event of the type {in_words([kind.lower() for kind in missing])}.")
    return signs


def months_of(start: date, end: date) -> list[str]:
    """Every month of a period, such as 2025-04."""
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in range(first, last + 1)]


def _named(month: str) -> str:
    return f"{date(int(month[:4]), int(month[5:]), 1):%B %Y}"


def changes_between(
    before: pl.DataFrame,
    after: pl.DataFrame,
    *,
    named_by: Sequence[str] = EVENT,
    kind: pl.Expr = EVENT_TYPE,
) -> dict[str, dict[str, int]]:
    """Events that entered, left, changed or stayed as they were, by the type of event.

    Rows of another return are named by fields of their own, and are all of one kind.
    """
    was, now = _keyed(before, named_by, kind), _keyed(after, named_by, kind)
    entered = now.join(was, on=["key", "nth"], how="anti")
    left = was.join(now, on=["key", "nth"], how="anti")
    both = now.join(was, on=["key", "nth"], suffix="_before")
    changed = both.filter(pl.col("content") != pl.col("content_before"))
    same = both.filter(pl.col("content") == pl.col("content_before"))
    found = {"entered": entered, "left": left, "changed": changed, "same": same}
    return {name: dict(frame.group_by("type").len().sort("type").iter_rows()) for name, frame in found.items()}


def _keyed(rows: pl.DataFrame, named_by: Sequence[str], kind: pl.Expr) -> pl.DataFrame:
    """One line an event: what names it, which of several so named it is, and a hash of all it says."""
    fields = [column for column in rows.columns if column != "row"]
    return (
        rows.select(
            pl.concat_str([pl.col(column) for column in named_by], separator="\x1f").alias("key"),
            kind.alias("type"),
            pl.concat_str([pl.col(column) for column in fields], separator="\x1f").alias("content"),
        )
        .sort("key", "content")
        .with_columns(nth=pl.int_range(pl.len()).over("key"))
    )
