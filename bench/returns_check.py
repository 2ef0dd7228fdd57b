"""Checking a file of Client Level Data: how many times a bare reading of the same file, and in how much memory.

`python -m bench.returns_check` asks no database. Each way runs in a process of its own, in turn, so that none has the
memory or the warm pages of another. Beside ours: the bare reading (polars, every column a text), Python's own csv, and
pandera with the lists and the blanks only, where it is installed. It is no part of the environment; a place of its own:

    python3 -m venv /tmp/with-pandera
    /tmp/with-pandera/bin/pip install -r requirements.lock
    /tmp/with-pandera/bin/pip install "pandera[polars]"
    /tmp/with-pandera/bin/python -m bench.returns_check
"""

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polars as pl

from bench.council_file import END, FAULTS, START, make
from returns.cld.checking import check
from returns.cld.checking.persons import ALWAYS_FILLED
from returns.cld.checking.specification import FIELDS, values_of

MOST_TIMES, MOST_MEMORY = 3.0, 3.0


def read_barely(file: Path) -> int:
    """The file in memory, every column a text."""
    return pl.read_csv(file, infer_schema=False).height


def check_all(file: Path) -> int:
    """All rules, and the row of every fault, written."""
    report = check(file, period_start=START, period_end=END)
    report.write(file.with_suffix(".report"))
    return report.faults.height


def read_plainly(file: Path) -> int:
    """Python's csv over the same file, with nothing checked."""
    with file.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines))


def check_with_pandera(file: Path) -> int:
    """The lists and the blanks as a pandera schema: a part of what ours checks."""
    import pandera.polars as pandera  # noqa: PLC0415 - where it is installed

    columns = {
        field.name: pandera.Column(
            pl.String,
            pandera.Check.isin([value.value for value in values]) if values else None,
            nullable=field.name not in ALWAYS_FILLED.values(),
        )
        for field, values in ((field, values_of(field.list_name, 2)) for field in FIELDS)
    }
    try:
        pandera.DataFrameSchema(columns).validate(pl.read_csv(file, infer_schema=False), lazy=True)
    except pandera.errors.SchemaErrors as faults:
        return len(faults.failure_cases)
    return 0


WAYS = {"bare": read_barely, "ours": check_all, "csv": read_plainly, "pandera": check_with_pandera}


def measure(rows: int, rounds: int, seed: int) -> dict[str, Any]:
    """Seconds and peak memory of each way, the least of the rounds, as ratios to the bare reading and to the file."""
    ways = [way for way in WAYS if way != "pandera" or find_spec("pandera")]
    with tempfile.TemporaryDirectory(prefix="countersign-check-") as folder:
        file = make(Path(folder) / "cld.csv", rows, seed)
        turns = [_one(way, file) | {"way": way} for _ in range(rounds) for way in ways]
        size = file.stat().st_size
    least = {way: least_of([turn for turn in turns if turn["way"] == way]) for way in ways}
    bare = least["bare"]
    for told in least.values():
        told["times_bare"] = told["seconds"] / bare["seconds"]
        told["times_bare_processor"] = told["processor"] / bare["processor"]
        told["memory_over_file"] = told["memory"] / size
    return {"rows": rows, "bytes": size, "rounds": rounds, "kinds_of_fault": len(FAULTS), "ways": least}


def _one(way: str, file: Path) -> dict[str, float]:
    words = [sys.executable, "-m", "bench.returns_check", "--one", way, str(file)]
    return json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)  # noqa: S603


def least_of(turns: list[dict[str, Any]]) -> dict[str, float]:
    """The least of each measure over the rounds of one way."""
    return {key: min(turn[key] for turn in turns) for key in ("seconds", "processor", "memory", "found")}


def as_lines(found: dict[str, Any]) -> list[str]:
    """The table, with its targets."""
    lines = [
        f"Check of {found['rows']:,} rows of Client Level Data, {found['bytes'] / 1e6:,.0f} MB, "
        f"least of {found['rounds']} (targets: {MOST_TIMES} times the bare reading, {MOST_MEMORY} times the file)"
    ]
    for way, told in found["ways"].items():
        lines.append(
            f"  {way:8} {told['seconds']:6.2f} s: {told['times_bare']:5.2f} times the bare reading "
            f"({told['times_bare_processor']:.2f} of processor), memory {told['memory_over_file']:.2f} times the file"
            + (_met(told) if way == "ours" else "")
        )
    if "pandera" not in found["ways"]:
        lines.append("  pandera  is not installed here, and was passed over")
    return lines


def _met(told: dict[str, float]) -> str:
    met = told["times_bare"] <= MOST_TIMES and told["memory_over_file"] <= MOST_MEMORY
    return " met" if met else " MISSED"


def told_of(work: Callable[[Path], int], file: Path) -> dict[str, float]:
    """What a piece of work on a file takes of this process, threads and all."""
    began, processor = time.perf_counter(), time.process_time()
    found = work(file)
    return {
        "seconds": time.perf_counter() - began,
        "processor": time.process_time() - processor,
        "memory": _peak(),
        "found": found,
    }


def _peak() -> int:
    """The most memory this process has held, in bytes."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    # getrusage would tell the parent's, had it held more before it started this one.
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
    return int(lines["VmHWM"].split()[0]) * 1024


def main() -> None:
    """Measure and print, or run one way once."""
    parser = argparse.ArgumentParser(prog="bench.returns_check", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=79)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(told_of(WAYS[asked.one[0]], Path(asked.one[1]))))  # noqa: T201
        return
    found = measure(asked.rows, asked.rounds, asked.seed)
    if asked.json:
        Path(asked.json).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print("\n".join(as_lines(found)))  # noqa: T201


if __name__ == "__main__":
    main()
