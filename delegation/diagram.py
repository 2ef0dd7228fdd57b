"""A drawn flow: a procedure as a picture and as BPMN, made from the code that routes it.

The picture has a row for each step a person does, in the order of the code. A way to the next row leads straight down,
every other along the left side; what ends the way and what a clock does stand on the right.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape
from textwrap import wrap
from typing import Any

from viewflow.workflow import chart
from viewflow.workflow.flow import End, StartHandle
from viewflow.workflow.flow.nodes import TimerBoundary

from delegation.steps import Step

# Pixels.
BOX_WIDTH, LEAST_HEIGHT, GAP, TOP = 300, 64, 60, 96
LABELS, TRACK, PORT = 240, 20, 34
ASIDE, TITLES, SYMBOL, MARGIN = 120, 260, 13, 20
# The room a letter takes, on the average of a word.
LETTER = 8
FONT = 'font-family="Arial, Helvetica, sans-serif" font-size="16" fill="#0b0c0c"'
LINE = 'fill="none" stroke="#0b0c0c" stroke-width="2"'
WORDS_IN_A_ROW = 34


@dataclass(eq=False)
class Way:
    """A line from one step to another, with the state that leads along it."""

    start: "Row"
    end: "Row"
    words: str
    track: int = 0

    @property
    def span(self) -> range:
        first, last = sorted((self.start.number, self.end.number))
        return range(first, last + 1)


@dataclass(eq=False)
class Row:
    """A step, the ways that leave or reach it on its left, and what stands on its right."""

    number: int
    title: str
    ports: list[tuple[Way, bool]] = field(default_factory=list)
    beside: list[tuple[str, str, bool]] = field(default_factory=list)
    y: int = 0

    @property
    def height(self) -> int:
        return max(LEAST_HEIGHT, PORT * (max(len(self.ports), len(self.beside)) + 1))

    def port_y(self, way: Way, *, leaves: bool) -> int:
        return self._spread(self.ports.index((way, leaves)), len(self.ports))

    def beside_y(self, position: int) -> int:
        return self._spread(position, len(self.beside))

    def _spread(self, position: int, of: int) -> int:
        return self.y + self.height * (position + 1) // (of + 1)


@dataclass(frozen=True)
class Drawn:
    """A flow with what its picture is called, and its states in words."""

    flow: Any
    title: str
    states: Callable[[str], str]


@cache
def flow_svg(drawn: Drawn) -> str:
    """The flow as a picture."""
    rows, ways, start = _laid_out(drawn)
    left = MARGIN + TRACK * (max((way.track for way in ways), default=0) + 1) + LABELS
    beside = [words for row in rows for words in row.beside]
    aside = max([ASIDE, *(LETTER * len(words) + 2 * SYMBOL + 12 for words, _, _ in beside)])
    titles = max([TITLES, *(LETTER * len(title) + 2 * SYMBOL + MARGIN for _, title, _ in beside)])
    width = left + BOX_WIDTH + aside + titles
    height = rows[-1].y + rows[-1].height + MARGIN
    parts = [*_start(start, left), *(part for row in rows for part in _row(row, left, aside))]
    parts += [part for way in ways for part in _way(way, left)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img" aria-label="{escape(drawn.title)}" {FONT}>',
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *parts,
            "</svg>\n",
        ]
    )


def flow_bpmn(drawn: Drawn) -> str:
    """The flow as BPMN 2.0, for a tool that reads it."""
    lines = [line.rstrip() for line in chart.grid_to_bpmn(chart.calc_layout_data(drawn.flow)).strip().splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def picture_size(drawn: Drawn) -> tuple[int, int]:
    """Its width and height in pixels, so that a page keeps the room."""
    head = flow_svg(drawn).partition(">")[0].split('"')
    return int(head[3]), int(head[5])


# -- what is drawn --------------------------------------------------------------------------------------------------


def _laid_out(drawn: Drawn) -> tuple[list[Row], list[Way], str]:
    nodes = [node for node in vars(drawn.flow).values() if isinstance(node, Step | StartHandle)]
    steps = {drawn.flow.instance.node(node.name): None for node in nodes if isinstance(node, Step)}
    start = next(node.task_title for node in nodes if isinstance(node, StartHandle))
    rows = {step: Row(number, str(step.task_title)) for number, step in enumerate(steps)}
    ways = []
    for step, row in rows.items():
        for state, node in step.ways():
            words = drawn.states(state)
            if isinstance(node, End):
                row.beside.append((words, str(node.task_title), False))
            else:
                ways.append(Way(row, rows[node], words))
        for clock in step._boundary_events:
            row.beside.append(("", _clock_in_words(clock), True))
    for way in ways:
        if not _is_straight(way):
            way.start.ports.append((way, True))
            way.end.ports.append((way, False))
    y = TOP
    for row in rows.values():
        row.ports.sort(key=lambda port: (port[0].end if port[1] else port[0].start).number)
        row.y, y = y, y + row.height + GAP
    _lay_tracks([way for way in ways if not _is_straight(way)])
    return list(rows.values()), ways, str(start)


def _clock_in_words(clock: TimerBoundary) -> str:
    then = [str(edge.dst.task_title).lower() for edge in clock._outgoing()]
    return f"{clock.task_title}: {', '.join(then)}"


def _is_straight(way: Way) -> bool:
    return way.end.number == way.start.number + 1


def _lay_tracks(ways: list[Way]) -> None:
    """Each way on the innermost track that is free along its whole length, the shortest first."""
    taken: set[tuple[int, int]] = set()
    for way in sorted(ways, key=lambda way: len(way.span)):
        while any((way.track, row) in taken for row in way.span):
            way.track += 1
        taken |= {(way.track, row) for row in way.span}


# -- how it is drawn ------------------------------------------------------------------------------------------------


def _start(title: str, left: int) -> Iterator[str]:
    x = left + BOX_WIDTH // 2
    yield f'<circle cx="{x}" cy="{MARGIN + SYMBOL}" r="{SYMBOL}" {LINE}/>'
    yield _text(x + 24, MARGIN + SYMBOL + 6, title)
    yield _arrow(f"M{x},{MARGIN + 2 * SYMBOL} V{TOP}", x, TOP, "down")


def _row(row: Row, left: int, aside: int) -> Iterator[str]:
    yield f'<rect x="{left}" y="{row.y}" width="{BOX_WIDTH}" height="{row.height}" rx="5" {LINE}/>'
    lines = wrap(row.title, WORDS_IN_A_ROW)
    top = row.y + row.height // 2 - 10 * (len(lines) - 1) + 6
    for number, line in enumerate(lines):
        yield _text(left + BOX_WIDTH // 2, top + 20 * number, line, anchor="middle", bold=True)
    right = left + BOX_WIDTH
    for position, (words, title, is_clock) in enumerate(row.beside):
        y, x = row.beside_y(position), right + aside
        if is_clock:
            yield f'<path d="M{right},{y} H{x - SYMBOL}" stroke-dasharray="5 4" {LINE}/>'
            yield f'<circle cx="{x}" cy="{y}" r="{SYMBOL}" {LINE}/><path d="M{x},{y - 8} V{y} H{x + 6}" {LINE}/>'
        else:
            yield _arrow(f"M{right},{y} H{x - SYMBOL}", x - SYMBOL - 2, y, "right")
            yield f'<circle cx="{x}" cy="{y}" r="{SYMBOL - 2}" fill="none" stroke="#0b0c0c" stroke-width="5"/>'
            yield _text(right + 8, y - 6, words)
        yield _text(x + SYMBOL + 9, y + 6, title)


def _way(way: Way, left: int) -> Iterator[str]:
    if _is_straight(way):
        x, start, end = left + BOX_WIDTH // 2, way.start.y + way.start.height, way.end.y
        yield _arrow(f"M{x},{start} V{end}", x, end, "down")
        yield _text(x + 12, (start + end) // 2 + 3, way.words)
        return
    start, end = way.start.port_y(way, leaves=True), way.end.port_y(way, leaves=False)
    yield _arrow(f"M{left},{start} H{left - LABELS - TRACK * way.track} V{end} H{left}", left, end, "right")
    yield _text(left - 10, start - 6, way.words, anchor="end")


def _arrow(path: str, x: int, y: int, to: str) -> str:
    tip = f"M{x - 6},{y - 11} L{x},{y} L{x + 6},{y - 11} Z" if to == "down" else f"M{x - 11},{y - 6} L{x},{y} "
    tip += "" if to == "down" else f"L{x - 11},{y + 6} Z"
    return f'<path d="{path}" {LINE}/><path d="{tip}" fill="#0b0c0c"/>'


def _text(x: int, y: int, words: str, *, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'
