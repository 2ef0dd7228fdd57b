"""Compare the files of returns_figures with expected ones: python tools/compare_figures.py DIR EXPECTED

EXPECTED holds CSV files, flat or in a folder a table. Rows are compared as bags, on the columns the expected file
has (not the lineage's record_ids, which no outside file knows); numbers as numbers. Exit status 1 where any differ.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

SHOWN = 5


def bag(path: Path, columns: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The rows of a file, counted."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return Counter(tuple(_plain(row[column]) for column in columns) for row in csv.DictReader(lines))


def _plain(cell: str) -> str:
    try:
        return format(round(float(cell), 6), "g") if "." in cell else cell
    except ValueError:
        return cell


def headings(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines), [])


def compared(ours: Path, expected: Path) -> Iterator[tuple[str, int, int, list[str]]]:
    """For each expected file that we write too: its name, rows expected, rows that differ, and the first few."""
    for theirs in sorted(expected.rglob("*.csv")):
        mine = ours / theirs.name
        if not mine.exists():
            continue
        columns = [column for column in headings(theirs) if column != "record_ids"]
        if unknown := [column for column in columns if column not in headings(mine)]:
            yield theirs.name, 0, 1, [f"columns not there: {unknown}"]
            continue
        want, have = bag(theirs, columns), bag(mine, columns)
        differ = [f"- {row}" for row in (want - have).elements()] + [f"+ {row}" for row in (have - want).elements()]
        yield theirs.name, want.total(), len(differ), sorted(differ, key=lambda line: line[2:])[:SHOWN]


def main(ours: str, expected: str) -> int:
    wrong = 0
    for name, rows, differ, first in compared(Path(ours), Path(expected)):
        print(f"{name}: {rows} rows, {'the same' if not differ else f'{differ} differ'}")
        for line in first:
            print(f"    {line}")
        wrong += bool(differ)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
