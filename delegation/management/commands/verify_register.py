"""Walk every council's register and print its head; name the first bad line and end with status 1 if there is one."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from delegation.chain import walk_register
from delegation.models import Organisation


class Command(BaseCommand):
    """The register as it was written, or the first line that is not."""

    help = "Walk the register of acts; prints each council's head, or the first bad line (exit status 1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--council", metavar="KEY", help="only this council")
        parser.add_argument("--published", metavar="LINE:HASH", help="a head published before, which must stand")

    def handle(self, *args: Any, **options: Any) -> None:
        councils = Organisation.objects.filter(kind=Organisation.Kind.COUNCIL).order_by("key")
        if options["council"]:
            councils = councils.filter(key=options["council"])
            if not councils:
                raise CommandError(f"There is no council {options['council']}.", returncode=2)
        published = _published(options["published"])
        good = True
        for council in councils:
            walked = walk_register(council, published=published, told=self._tell)
            good = good and walked.bad is None
            if walked.bad:
                self.stdout.write(f"{council.key}: BAD at line {walked.bad.seq}. {walked.bad.sentence}")
            else:
                self.stdout.write(f"{council.key}: {walked.lines} lines, head {walked.lines}:{walked.head}")
        if not good:
            sys.exit(1)

    def _tell(self, lines: int) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"\r{lines:,} lines", ending="")


def _published(said: str | None) -> tuple[int, str] | None:
    if not said:
        return None
    line, _, published = said.partition(":")
    if not line.isdigit() or len(published) != 64:
        raise CommandError("--published is a line and its hash, as this command prints them: 12:ab34...", returncode=2)
    return int(line), published
