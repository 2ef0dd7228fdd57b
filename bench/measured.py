"""What is measured on one database, in order."""

import argparse
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from bench import acts, compiling, intake, journey, pages, registers
from bench.databases import copy_to, go_to, make_tables, name_of
from bench.measuring import alternated, counting, ratio
from bench.regions import watching
from casework.models import SupportPlan
from delegation.demo import DemoOrganisations
from verification.demo import load_registers, load_stories, load_world
from verification.direct_payments.demo import load as load_direct_payments

Say = Callable[[str], None]
REGIONS_OVER = 5


def everything(asked: argparse.Namespace, say: Say) -> dict[str, Any]:
    """Measure what `--only` names; each part on its own copy of the same demonstration."""
    say("  making the tables and the demonstration council")
    make_tables()
    world = load_world()
    load_stories(world)
    wanted = asked.only.split(",")
    first = connection.settings_dict["NAME"]
    found: dict[str, Any] = {"database": _database()}
    if "pages" in wanted:
        found["pages"] = _pages(asked, say)
    if "journey" in wanted:
        go_to(first)
        found["journey"] = _journey(world, asked, say)
    if "acts" in wanted:
        go_to(first)
        say("  acts through their pages")
        found["acts"] = acts.through_the_pages(journey.assessed(world, 1)[0])
    if "import" in wanted:
        go_to(first)
        copy_to(name_of("import"))
        go_to(name_of("import"))
        say(f"  importing {asked.plans:,} plans")
        found["import"] = intake.import_plans(asked.plans)
    if "compile" in wanted:
        sizes = [int(size) for size in asked.casework.split(",")]
        say(f"  the file of Client Level Data out of the casework of {' and of '.join(f'{n:,}' for n in sizes)} plans")
        found["compile"] = compiling.at_sizes(sizes, first)
    if "registers" in wanted:
        go_to(first)
        found["registers"] = _registers(world, asked, say)
    connection.close()
    return found


def _registers(world: DemoOrganisations, asked: argparse.Namespace, say: Say) -> dict[str, Any]:
    say(f"  the registers with {asked.rows:,} rows each, and a sample drawn out of {asked.files:,} files")
    copy_to(name_of("with_registers"))
    go_to(name_of("with_registers"))
    load_registers(world)
    load_direct_payments(world)
    return registers.at_sizes(asked.rows, asked.files, name_of("with_registers"))


def _database() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}, WAL, synchronous NORMAL"
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0].split()[0]
        cursor.execute("SHOW fsync")
        return f"PostgreSQL {version}, fsync {cursor.fetchone()[0]}"


def _pages(asked: argparse.Namespace, say: Say) -> dict[str, Any]:
    say(f"  growing to {asked.small:,} and {asked.large:,} plans")
    places = pages.sizes(asked.small, asked.large)
    counts = {}
    for size, name in places.items():
        go_to(name)
        counts[size] = SupportPlan.objects.count()
    say("  pages at both sizes in turn")
    compared = pages.compare(places, rounds=asked.page_rounds, a_round=asked.page_times)
    say("  the queue page at any length of the queue")
    lengths = tuple(length for length in (10, 1_000, 100_000) if length <= asked.large)
    return {"plans": counts, "compared": compared, "lengths": pages.queue_of_any_length(places, lengths)}


def _journey(world: DemoOrganisations, asked: argparse.Namespace, say: Say) -> dict[str, Any]:
    ways = len(journey.WAYS)
    needed = ways * (asked.rounds * asked.journeys + 3 + REGIONS_OVER)
    say(f"  assessing {needed} people to begin from")
    assessments = iter(
        list(itertools.chain.from_iterable(journey.assessed(world, 20) for _ in range(-(-needed // 20))))
    )
    found: dict[str, Any] = {}
    for name, way in journey.WAYS.items():
        for _ in range(2):
            way(world, next(assessments))
        with counting() as counted:
            way(world, next(assessments))
        found[name] = {"queries": counted.rows, "marks": counted.marks}
    say("  journeys, each way in turn")
    times = alternated(
        {name: _several(way, world, assessments, asked.journeys) for name, way in journey.WAYS.items()},
        rounds=asked.rounds,
    )
    ours = times["countersign"]
    for name, timed in times.items():
        found[name] |= {key: value / asked.journeys for key, value in timed.summary().items()}
        if timed is not ours:
            found[name]["ours_over_this_wall"] = ratio(ours.wall, timed.wall)
            found[name]["ours_over_this_processor"] = ratio(ours.processor, timed.processor)
    say("  where the time goes")
    for name, way in journey.WAYS.items():
        found[name]["regions"] = _regions(way, world, assessments)
    return found


def _several(way: Callable[..., Any], world: DemoOrganisations, assessments: Iterator[str], many: int) -> Callable:
    def walk() -> None:
        for _ in range(many):
            way(world, next(assessments))

    return walk


def _regions(way: Callable[..., Any], world: DemoOrganisations, assessments: Iterator[str]) -> dict[str, Any]:
    with watching() as regions:
        for _ in range(REGIONS_OVER):
            way(world, next(assessments))
    whole = sum(regions.python.values()) + sum(regions.driver.values())
    return {
        name: {
            "share": (regions.python[name] + regions.driver[name]) / whole,
            "share_in_the_driver": regions.driver[name] / whole,
            "statements": regions.statements[name] / REGIONS_OVER,
        }
        for name in sorted({*regions.python, *regions.driver})
    }
