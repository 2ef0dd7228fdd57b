"""Lays out a bar chart as numbers a template draws: no script, no library, the same figures in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

LINE = 24
BAR_HEIGHT = 20
GAP = 16
GROUP_GAP = 34


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: what it is of, how much, in words, and where it lies.

    Heights are in pixels and lengths in hundredths of the picture's width, so that the words keep their size
    on a phone. The words stand above the bar.
    """

    label: str
    value: Decimal
    shown: str
    tone: int
    text_y: int
    bar_y: int
    length: str


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """A finding in a sentence, and the bars that show it."""

    name: str
    finding: str
    label_heading: str
    value_heading: str
    bars: tuple[Bar, ...]
    height: int
    bar_height: int = BAR_HEIGHT


def bar_chart(
    *,
    name: str,
    finding: str,
    values: Sequence[tuple[str, Decimal | int] | tuple[str, Decimal | int, str]],
    label_heading: str = "What",
    value_heading: str = "How many",
    group: int = 1,
) -> BarChart:
    """Lays out bars in the order given, the longest filling the width.

    name: unique on the page, letters and hyphens. finding: the sentence that the picture shows.
    values: label, value (nought or more), and how to write the value where a plain number is not enough.
    group: how many bars stand together, each in its own tone (2 for "received" and "on time").
    """
    most = max((Decimal(value[1]) for value in values), default=Decimal(0))
    bars: list[Bar] = []
    y = 0
    for place, (label, value, *words) in enumerate(values):
        if place:
            y += LINE + BAR_HEIGHT + (GROUP_GAP if group > 1 and place % group == 0 else GAP)
        share = 100 * Decimal(value) / most if most else Decimal(0)
        bars.append(
            Bar(
                label=label,
                value=Decimal(value),
                shown=words[0] if words else f"{value:,}",
                tone=place % group + 1,
                text_y=y + LINE - 6,
                bar_y=y + LINE,
                length=f"{max(share, Decimal('0.3')):.2f}%",
            )
        )
    return BarChart(
        name=name,
        finding=finding,
        label_heading=label_heading,
        value_heading=value_heading,
        bars=tuple(bars),
        height=y + LINE + BAR_HEIGHT,
    )
