"""Lays out a bar chart as numbers a template draws: no script, no library, the same figures in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 960
LABEL_WIDTH = 260
VALUE_WIDTH = 110
BAR_HEIGHT = 26
GAP = 10
GROUP_GAP = 22


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: what it is of, how much, in words, and where it lies in the picture (units of the drawing)."""

    label: str
    value: Decimal
    shown: str
    tone: int
    y: int
    length: int

    @property
    def text_y(self) -> int:
        """The line the words stand on."""
        return self.y + BAR_HEIGHT - 7

    @property
    def value_x(self) -> int:
        """Where the figure begins, just after the bar's end."""
        return LABEL_WIDTH + self.length + 8


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """A finding in a sentence, and the bars that show it."""

    name: str
    finding: str
    label_heading: str
    value_heading: str
    bars: tuple[Bar, ...]
    height: int
    width: int = WIDTH
    bar_x: int = LABEL_WIDTH
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
    room = WIDTH - LABEL_WIDTH - VALUE_WIDTH
    most = max((Decimal(value[1]) for value in values), default=Decimal(0))
    bars: list[Bar] = []
    y = 0
    for place, (label, value, *words) in enumerate(values):
        if place:
            y += BAR_HEIGHT + (GROUP_GAP if group > 1 and place % group == 0 else GAP)
        length = round(room * Decimal(value) / most) if most else 0
        bars.append(
            Bar(
                label=label,
                value=Decimal(value),
                shown=words[0] if words else f"{value:,}",
                tone=place % group + 1,
                y=y,
                length=max(length, 1),
            )
        )
    return BarChart(
        name=name,
        finding=finding,
        label_heading=label_heading,
        value_heading=value_heading,
        bars=tuple(bars),
        height=y + BAR_HEIGHT,
    )
