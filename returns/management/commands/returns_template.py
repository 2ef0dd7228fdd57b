"""Write the file a provider fills in: `manage.py returns_template cld --release 2 --out FILE.xlsx` (or FILE.csv).

Exit status 0 when it is written, 2 with a sentence when a word cannot be used.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from returns.blank_file import blank_csv, blank_workbook
from returns.collections.specification import collection, collections
from returns.refusals import UnusableInput
from returns.specification import RELEASES, Specification, specification

UNUSABLE = 2
TITLES = {"cld": "Client Level Data"}


class Command(BaseCommand):
    """A line of headings as CSV, or a workbook with the codes; it holds nobody's data and leaves no line."""

    help = "Exit status 0 written, 2 a word or a file that cannot be used."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("return", choices=[*TITLES, *collections()], help="which return: cld is Client Level Data")
        parser.add_argument("--release", choices=RELEASES, default=RELEASES[-1], help="of Client Level Data")
        parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="ending in .xlsx or .csv")

    def handle(self, *args: Any, **options: Any) -> None:
        name, out = options["return"], options["out"]
        try:
            content = _content(*_asked(name, options["release"]), out)
            out.write_bytes(content)
        except UnusableInput as sentence:
            raise CommandError(str(sentence), returncode=UNUSABLE) from None
        except OSError as error:
            told = error.strerror or "it cannot be written to"
            raise CommandError(f"{out} cannot be written: {told}.", returncode=UNUSABLE) from None
        self.stdout.write(f"Wrote {out}.")


def _asked(name: str, release: str) -> tuple[Specification, str]:
    """The specification and its title; of another return with what is not confirmed of it."""
    if name in TITLES:
        return specification(name, release), TITLES[name]
    held = collection(name)
    return held.specification, f"{held.title}. {held.unconfirmed}"


def _content(spec: Specification, title: str, out: Path) -> bytes:
    if out.suffix.lower() == ".csv":
        return blank_csv(spec)
    if out.suffix.lower() == ".xlsx":
        return blank_workbook(spec, title)
    raise UnusableInput(f"{out.name} ends in neither .xlsx nor .csv, so it is not clear what to write.")
