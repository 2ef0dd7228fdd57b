"""All tables of Client Level Data: how many times a bare reading of the same file, and how time grows with the rows.

`python -m bench.returns_figures` asks no database. Each way runs in a process of its own, in turn: the bare reading
(polars, every column a text), and the whole of `returns_figures all`, LTS002a and b too: reading, every table with its
lineage, and the writing of the files. `--cld FILE` measures a file of one's own in place of the made one.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.council_file import make
from bench.returns_check import least_of, read_barely, told_of
from returns.cld.reading import read_extract
from returns.figures.tables import TABLES, Workings
from returns.figures.window import window_of
from returns.figures.writing import write_files
from returns.intake.ahead import ahead

MOST_TIMES = 6.0
YEAR = "2025-26"


def make_tables(file: Path, year: str) -> int:
    """Every table with its lineage, written."""
    window = window_of(year)
    rows = read_extract([file], tables=list(TABLES), submitted=window.taken_as_submitted, tell=lambda sentence: None)
    work = Workings(rows, window)
    out = file.with_suffix(".figures")
    return sum(len(write_files(files, out)) for files in ahead(work.files_of(table) for table in TABLES))


def measure(sizes: list[int], rounds: int, seed: int) -> list[dict[str, Any]]:
    """Each size of a made file in turn."""
    with tempfile.TemporaryDirectory(prefix="countersign-figures-") as folder:
        return [_of_file(make(Path(folder) / f"{rows}.csv", rows, seed), YEAR, rounds, rows) for rows in sizes]


def _of_file(file: Path, year: str, rounds: int, rows: int) -> dict[str, Any]:
    turns = [_one(way, file, year) | {"way": way} for _ in range(rounds) for way in ("bare", "tables")]
    bare, tables = (least_of([turn for turn in turns if turn["way"] == way]) for way in ("bare", "tables"))
    return {"rows": rows, "bytes": file.stat().st_size, "rounds": rounds, "bare": bare, "tables": tables}


def _one(way: str, file: Path, year: str) -> dict[str, float]:
    words = [sys.executable, "-m", "bench.returns_figures", "--one", way, str(file), year]
    return json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)  # noqa: S603


def as_lines(found: list[dict[str, Any]]) -> list[str]:
    """The table, with its target."""
    lines = [f"All tables of Client Level Data, over the bare reading of the same file (target: {MOST_TIMES})"]
    for told in found:
        wall, processor = (told["tables"][name] / told["bare"][name] for name in ("seconds", "processor"))
        lines.append(
            f"  {told['rows']:>9,} rows, {told['bytes'] / 1e6:,.0f} MB: {told['tables']['seconds']:.1f} s, "
            f"{told['tables']['processor']:.1f} s of processor, {wall:.2f} times by the clock, {processor:.2f} of "
            f"processor; memory {told['tables']['memory'] / 1e6:,.0f} MB; least of {told['rounds']}"
        )
    return lines


def main() -> None:
    """Measure and print, or run one way once."""
    parser = argparse.ArgumentParser(prog="bench.returns_figures", description=__doc__)
    parser.add_argument("--sizes", default="100000,1000000", help="rows of each made file, by commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=79)
    parser.add_argument("--cld", type=Path, metavar="FILE", help="a file of one's own")
    parser.add_argument("--year", default=YEAR)
    parser.add_argument("--one", nargs=3, metavar=("WAY", "FILE", "YEAR"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        way, file, year = asked.one
        work = read_barely if way == "bare" else lambda path: make_tables(path, year)
        print(json.dumps(told_of(work, Path(file))))  # noqa: T201
        return
    if asked.cld:
        found = [_of_file(asked.cld, asked.year, asked.rounds, read_barely(asked.cld))]
    else:
        found = measure([int(size) for size in asked.sizes.split(",")], asked.rounds, asked.seed)
    print("\n".join(as_lines(found)))  # noqa: T201


if __name__ == "__main__":
    main()
