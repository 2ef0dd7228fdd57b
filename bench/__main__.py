"""`python3 run.py bench`: measures on SQLite and on a PostgreSQL of its own, and prints a table (`--json FILE` too).

Numbers are ratios within one run, in alternated rounds; no test depends on them. docs/measurements.md explains them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench import returns_check
from bench.one import add_options, machine, say
from bench.table import as_table
from tools.postgres import NoPostgres, cluster

HOUSE = Path(__file__).resolve().parent.parent


def main() -> int:
    """Measure on each database and print."""
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("--json", metavar="FILE", help="write everything as JSON too")
    parser.add_argument("--databases", default="sqlite,postgres", help="sqlite, postgres, or both")
    add_options(parser)
    asked, _ = parser.parse_known_args()
    found: dict[str, Any] = {"machine": machine() | _cores(), "seed": asked.seed, "asked": vars(asked), "on": {}}
    if "returns_check" in asked.only.split(","):
        say("==> returns_check")
        found["returns_check"] = returns_check.measure(asked.check_rows, rounds=3, seed=asked.seed)
        _keep(found, asked.json)
    for kind in asked.databases.split(",") if {*asked.only.split(",")} - {"returns_check"} else ():
        say(f"==> {kind}")
        with ExitStack() as place:
            folder = place.enter_context(tempfile.TemporaryDirectory(prefix="countersign-bench-"))
            try:
                url = place.enter_context(cluster(durable=True)) if kind == "postgres" else f"{folder}/first.sqlite3"
            except NoPostgres as why:
                say(f"    passed over: {why}")
                continue
            found["on"][kind] = _measure(url, folder)
        _keep(found, asked.json)
    print(as_table(found))  # noqa: T201
    return 0


def _keep(found: dict[str, Any], file: str | None) -> None:
    """What was found so far, as JSON where that was asked for."""
    if file:
        Path(file).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _measure(url: str, folder: str) -> dict[str, Any]:
    out = Path(folder) / "found.json"
    env = os.environ | {"COUNTERSIGN_DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "bench.settings"}
    words = [word for word in sys.argv[1:] if not word.startswith(("--json=", "--databases="))]
    for name in ("--json", "--databases"):
        if name in words:
            at = words.index(name)
            del words[at : at + 2]
    subprocess.run([sys.executable, "-m", "bench.one", "--out", str(out), *words], cwd=HOUSE, env=env, check=True)  # noqa: S603
    return json.loads(out.read_text(encoding="utf-8"))


def _cores() -> dict[str, Any]:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {"cores": os.cpu_count(), "load_at_the_start": load}


if __name__ == "__main__":
    sys.exit(main())
