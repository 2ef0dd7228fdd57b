"""The published copy of a table: small numbers suppressed, the rest rounded, and marked as such.

England's tables were published rounded to 5. A number that could tell of one person is not shown; neither is another
number, where the hidden one could otherwise be had back from a total. Source: NHS England, SALT statistics (rounding);
data/published_copies.csv, where what was not confirmed says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

import polars as pl

from returns.reference import rows_of

TOTAL = "Total"
MARK = "Published copy: small numbers are suppressed, the others rounded"


@dataclass(frozen=True, kw_only=True)
class PublishedCopy:
    """How a return's numbers are published: hidden from 1 up to a number, rounded to a multiple, and what is shown."""

    hidden_up_to: int
    rounded_to: int
    shown_instead: str

    @property
    def note(self) -> str:
        """The sentence that stands beside every published copy."""
        return (
            f"{MARK}. {self.shown_instead} stands for a number from 1 to {self.hidden_up_to}, or for one that would "
            f"give it away; other numbers are rounded to the nearest {self.rounded_to}. This is not the signed return."
        )


@dataclass(frozen=True, kw_only=True)
class Line:
    """A total and the cells it is the sum of, by name: a row of a table, a column, or a total of totals."""

    total: str
    parts: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        return (*self.parts, self.total)


@cache
def published_copy_of(name: str) -> PublishedCopy:
    """How the numbers of a return are published."""
    told = {row["part"]: row["value"] for row in rows_of("published_copies") if row["return"] == name}
    return PublishedCopy(
        hidden_up_to=int(told["hidden_up_to"]),
        rounded_to=int(told["rounded_to"]),
        shown_instead=told["shown_instead"],
    )


def published(cells: Mapping[str, int], lines: Sequence[Line], asked: PublishedCopy) -> dict[str, str]:
    """Every cell as it is published, by name.

    Args: the true numbers, nought or more, and which of them add up to which.
    """
    hidden = cells_hidden(cells, lines, asked.hidden_up_to)
    return {
        name: asked.shown_instead if name in hidden else f"{rounded(number, asked.rounded_to)}"
        for name, number in cells.items()
    }


def published_table(figures: pl.DataFrame, *, down: str, across: str, count: str, asked: PublishedCopy) -> pl.DataFrame:
    """A table of figures with the totals of its rows, its columns and all, as it is published: texts, the total last.

    Args: a row for each figure, by two of its columns; a pair that has none is nought.
    """
    told = figures.group_by(down, across).agg(pl.col(count).sum()).rows()
    numbers = {(str(row or ""), str(column or "")): int(number) for row, column, number in told}
    rows, columns = (sorted({pair[place] for pair in numbers}) for place in (0, 1))
    cells = {_cell(row, column): numbers.get((row, column), 0) for row in rows for column in columns}
    lines = _lines_of(rows, columns)
    for line in lines:
        cells[line.total] = sum(cells[part] for part in line.parts)
    shown = published(cells, lines, asked)
    return pl.DataFrame(
        [{down: row} | {column: shown[_cell(row, column)] for column in (*columns, TOTAL)} for row in (*rows, TOTAL)],
        schema=dict.fromkeys((down, *columns, TOTAL), pl.String),
    )


def _lines_of(rows: Sequence[str], columns: Sequence[str]) -> list[Line]:
    """Each row and each column with its total, then the totals with theirs, both ways; no total before its parts."""
    across = [Line(total=_cell(row, TOTAL), parts=tuple(_cell(row, one) for one in columns)) for row in rows]
    down = [Line(total=_cell(TOTAL, one), parts=tuple(_cell(row, one) for row in rows)) for one in (*columns, TOTAL)]
    of_all = Line(total=_cell(TOTAL, TOTAL), parts=tuple(_cell(TOTAL, one) for one in columns))
    return [*across, *down, of_all]


def _cell(row: str, column: str) -> str:
    return f"{row}\n{column}"


def rounded(number: int, to: int) -> int:
    """The nearest multiple, a half upwards."""
    return int((Decimal(number) / to).quantize(Decimal(1), ROUND_HALF_UP)) * to


def cells_hidden(cells: Mapping[str, int], lines: Sequence[Line], up_to: int) -> frozenset[str]:
    """The small numbers, and others beside them until no hidden one follows from what is shown.

    Nought is shown: it tells of nobody. Beside a hidden cell that could be worked out, the smallest other cell of a
    line of its is hidden too, a part before a total; nought only where nothing else is left. What then turns out not
    to be needed is shown again, totals and large numbers first.
    """
    small = {name for name, number in cells.items() if 1 <= number <= up_to}
    hidden = set(small)
    while found := cells_that_follow(hidden, lines):
        beside = _to_hide_beside(found, hidden, cells, lines)
        if beside is None:
            return frozenset(cells)
        hidden.add(beside)
    totals = {line.total for line in lines}
    for name in sorted(hidden - small, key=lambda name: (name not in totals, -cells[name], name)):
        if not cells_that_follow(hidden - {name}, lines):
            hidden.remove(name)
    return frozenset(hidden)


def cells_that_follow(hidden: Iterable[str], lines: Sequence[Line]) -> list[str]:
    """The hidden cells whose number can be worked out from the lines and the cells that are shown.

    Each line is an equation in its hidden cells; a cell follows where the equations, solved, leave it alone in one.
    """
    names = sorted(hidden)
    equations = [
        [Fraction((name in line.parts) - (name == line.total)) for name in names]
        for line in lines
        if set(line.cells) & set(names)
    ]
    return [names[row.index(Fraction(1))] for row in _solved(equations) if sum(1 for factor in row if factor) == 1]


def _to_hide_beside(
    found: Sequence[str], hidden: set[str], cells: Mapping[str, int], lines: Sequence[Line]
) -> str | None:
    """The next cell to hide: the least number, a part before a total, nought last, then the first by name."""
    totals = {line.total for line in lines}
    beside = {name for line in lines if set(line.cells) & set(found) for name in line.cells} - hidden
    candidates = beside or set(cells) - hidden
    return min(candidates, key=lambda name: (cells[name] == 0, name in totals, cells[name], name), default=None)


def _solved(equations: list[list[Fraction]]) -> list[list[Fraction]]:
    """The equations in reduced form (Gauss and Jordan): each says one cell by those that are free."""
    rows, place = [list(row) for row in equations], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in range(place, len(rows)) if rows[row][column]), None)
        if pivot is None:
            continue
        rows[place], rows[pivot] = rows[pivot], rows[place]
        rows[place] = [factor / rows[place][column] for factor in rows[place]]
        for row in range(len(rows)):
            if row != place and rows[row][column]:
                times = rows[row][column]
                rows[row] = [one - times * other for one, other in zip(rows[row], rows[place], strict=True)]
        place += 1
    return rows[:place]
