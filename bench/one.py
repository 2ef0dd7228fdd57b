"""Everything measured on one database, in a process of its own: `python -m bench.one OPTIONS` gives JSON."""

import argparse
import json
import platform
import random
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django


def main() -> None:
    """Measure what was asked and write it to a file."""
    asked = _asked()
    warnings.filterwarnings("ignore", message="No directory at")
    django.setup()
    from bench import measured  # noqa: PLC0415 - only after Django is set up

    random.seed(asked.seed)
    found = measured.everything(asked, say)
    Path(asked.out).write_text(json.dumps(found, indent=1), encoding="utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.one")
    parser.add_argument("--out", required=True)
    add_options(parser)
    return parser.parse_args()


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of both the whole and each part."""
    parts = "journey,acts,pages,import,returns_check,compile,registers"
    parser.add_argument("--only", default=parts, help="what to measure, by commas")
    parser.add_argument("--rounds", type=int, default=7, help="alternated rounds")
    parser.add_argument("--journeys", type=int, default=5, help="journeys of each way in a round")
    parser.add_argument("--small", type=int, default=2_000, help="plans in the smaller database")
    parser.add_argument("--large", type=int, default=200_000, help="plans in the larger")
    parser.add_argument("--page-rounds", type=int, default=9)
    parser.add_argument("--page-times", type=int, default=3, help="times a page is asked for in a round")
    parser.add_argument("--plans", type=int, default=10_000, help="plans to import")
    parser.add_argument("--check-rows", type=int, default=1_000_000, help="rows of Client Level Data to check")
    parser.add_argument("--casework", default="3000,300000", help="plans to compile a return's file of, by commas")
    parser.add_argument("--rows", type=int, default=100_000, help="rows in each register")
    parser.add_argument("--files", type=int, default=300_000, help="case files to draw a sample out of")
    parser.add_argument("--seed", type=int, default=79)


def say(sentence: str) -> None:
    """Progress, beside the result."""
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201


Say = Callable[[str], None]


def machine() -> dict[str, Any]:
    """The machine's facts."""
    return {"python": platform.python_version(), "django": django.get_version(), "system": platform.platform()}


if __name__ == "__main__":
    main()
