"""Ask the database whether every promise holds; print each one broken with its rows and end with status 1."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from delegation.promises import broken_promises, promises


class Command(BaseCommand):
    """What must always be true, asked of the rows."""

    help = "Run the queries that must return nothing, and walk the register. Exit status 1 and the rows otherwise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--without-walk", action="store_true", help="leave out the walk along the register")

    def handle(self, *args: Any, **options: Any) -> None:
        broken = broken_promises(with_register_walk=not options["without_walk"])
        for one in broken:
            self.stdout.write(f"{one.promise.key} BROKEN: {one.promise.sentence}")
            for row in one.rows:
                said = ", ".join(f"{name}={value}" for name, value in zip(one.columns, row, strict=True))
                self.stdout.write(f"    {said}")
        if broken:
            sys.exit(1)
        self.stdout.write(f"All {len(promises())} promises hold.")
