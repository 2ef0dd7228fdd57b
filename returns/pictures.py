"""Pictures of a return's rows and figures, each with its table: how full fields are, how long events took, the years.

Each has a frame that says the numbers and a chart that shows them (`govuk/bar_chart.html`), so that both are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from delegation.charts import BarChart, bar_chart
from returns.specification import Field, Specification

EVENTS = ("Request", "Assessment", "Service", "Review")
EVERY_EVENT = frozenset(EVENTS)
# What stands for the kind of event in a layout that has none; a row without an event has nothing there.
NO_EVENTS = ""
# Days from the beginning to the end of an event: the last of each band, and its words.
BANDS = ((0, "The same day"), (7, "Within a week"), (28, "Within 4 weeks"), (84, "Within 12 weeks"))
LONGER = "Longer than 12 weeks"
TIMED = ("Assessment", "Review")


@dataclass(frozen=True, kw_only=True)
class YearFigure:
    """One figure of one year; without a value where the year has none."""

    year: str
    value: Decimal | int | None


def completeness(rows: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """For each field, of how many rows it is asked and in how many it is filled, the emptiest first.

    A field is asked of the kinds of event the specification names; of rows without an event, when it is of all kinds.
    A layout without events asks every field of every row.
    """
    kinds = _filled_by_event(rows, spec)
    counted = [_counted(kinds, field) for field in spec.fields]
    told = pl.DataFrame(counted, schema={"field": pl.String, "asked": pl.Int64, "filled": pl.Int64}, orient="row")
    return (
        told.filter(pl.col("asked") > 0)
        .with_columns(share=pl.col("filled") / pl.col("asked"))
        .sort("share", maintain_order=True)
    )


def _filled_by_event(rows: pl.DataFrame, spec: Specification) -> list[dict[str, Any]]:
    """For each kind of event how many rows there are, and in how many each field is filled; one line without events."""
    event = pl.col("Event Type") if "Event Type" in rows.columns else pl.lit(NO_EVENTS)
    filled = (pl.col(name).count().alias(f"filled {name}") for name in spec.names)
    return list(rows.group_by(event.alias("event")).agg(pl.len().alias("asked"), *filled).iter_rows(named=True))


def _counted(kinds: list[dict[str, Any]], field: Field) -> tuple[str, int, int]:
    events = set(field.events.split())
    of_all = events >= EVERY_EVENT or all(kind["event"] == NO_EVENTS for kind in kinds)
    asked = [kind for kind in kinds if of_all or kind["event"] in events]
    return field.heading, sum(kind["asked"] for kind in asked), sum(kind[f"filled {field.name}"] for kind in asked)


def completeness_picture(told: pl.DataFrame, *, name: str, most: int = 12) -> BarChart:
    """The emptiest fields, each by the share of its rows in which it is filled."""
    full = told.filter(pl.col("share") == 1).height
    shown = [
        (
            row["field"],
            _hundredths(row["share"]),
            f"{_hundredths(row['share'])}% ({row['filled']:,} of {row['asked']:,})",
        )
        for row in told.head(most).iter_rows(named=True)
    ]
    finding = f"{full} of {told.height} fields are filled in every row that asks for them"
    return bar_chart(name=name, finding=finding, values=shown, label_heading="Field", value_heading="Filled")


def timeliness(rows: pl.DataFrame) -> pl.DataFrame:
    """Completed assessments and reviews by the days each took, band by band; a band without any counts nought."""
    days = (pl.col("Event End Date") - pl.col("Event Start Date")).dt.total_days()
    timed = rows.filter(pl.col("Event Type").is_in(TIMED)).select(event="Event Type", days=days).drop_nulls()
    counted = timed.with_columns(band=_band()).group_by("event", "band").len("number")
    every = pl.DataFrame({"event": TIMED}).join(pl.DataFrame({"band": _bands()}), how="cross")
    joined = every.join(counted, on=["event", "band"], how="left", maintain_order="left")
    return joined.with_columns(pl.col("number").fill_null(0).cast(pl.Int64))


def _bands() -> list[str]:
    return [*(words for _, words in BANDS), LONGER]


def _band() -> pl.Expr:
    band: pl.Expr = pl.lit(LONGER)
    for most, words in reversed(BANDS):
        band = pl.when(pl.col("days") <= most).then(pl.lit(words)).otherwise(band)
    return band


def timeliness_picture(told: pl.DataFrame, *, name: str, event: str) -> BarChart:
    """How long the completed events of one kind took."""
    own = told.filter(pl.col("event") == event)
    counts = dict(own.select("band", "number").iter_rows())
    late, every = counts.get(LONGER, 0), sum(counts.values())
    finding = f"{late:,} of {every:,} {event.lower()}s took longer than 12 weeks"
    return bar_chart(
        name=name,
        finding=finding,
        values=[(band, counts.get(band, 0)) for band in _bands()],
        label_heading="From beginning to end",
        value_heading=f"{event}s",
    )


def years_picture(figures: Sequence[YearFigure], *, name: str, title: str, unit: str = "") -> BarChart:
    """One figure over the years, in the order given; a year without a figure says so."""
    known = [figure for figure in figures if figure.value is not None]
    finding = f"{title}: no year has a figure" if not known else _last_against_first(title, known, unit)
    shown = [(figure.year, figure.value or Decimal(0), _in_words(figure.value, unit)) for figure in figures]
    return bar_chart(name=name, finding=finding, values=shown, label_heading="Year", value_heading=title)


def _last_against_first(title: str, known: Sequence[YearFigure], unit: str) -> str:
    first, last = known[0], known[-1]
    told = f"{title}: {_in_words(last.value, unit)} in {last.year}"
    return told if first is last else f"{told}, {_in_words(first.value, unit)} in {first.year}"


def _in_words(value: Decimal | int | None, unit: str) -> str:
    return "No figure" if value is None else f"{value:,}{unit}"


def _hundredths(share: float) -> Decimal:
    """A share in a hundred, to one place, never rounded up to the whole."""
    exact = Decimal(share) * 100
    return min(exact.quantize(Decimal("0.1")), Decimal("99.9")) if exact < 100 else Decimal(100)
