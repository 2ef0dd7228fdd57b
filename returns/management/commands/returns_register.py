"""Make a return's file out of our own register: `manage.py returns_register sac --council KEY --as USERNAME ...`.

Exit status 0 when it is written, 1 when it is refused, 2 with a sentence when a word or a text cannot be used.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from delegation.arguments import day
from delegation.models import Account, Organisation
from delegation.refusals import Refused
from returns.collections.counting import Period
from returns.collections.making import Made, make_register_file
from returns.collections.register_rows import REGISTERS
from returns.collections.specification import collection
from returns.refusals import UnusableInput

UNUSABLE = 2


class Command(BaseCommand):
    """The file of the layout, to be checked and sent as any other; one line in the register says it was made."""

    help = "Exit status 0 written, 1 refused, 2 a name, a day or a file that cannot be used."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("return", choices=list(REGISTERS), help="which return")
        parser.add_argument("--council", required=True, metavar="KEY", help="the council's key")
        parser.add_argument("--as", required=True, dest="username", metavar="USERNAME")
        parser.add_argument("--period-start", required=True, type=day, metavar="D", help="first day (2025-04-01)")
        parser.add_argument("--period-end", required=True, type=day, metavar="D", help="last day (2026-03-31)")
        parser.add_argument("--la-code", default="", metavar="CODE", help="the council's code; else its ODS code")
        parser.add_argument("--out", required=True, type=Path, metavar="FILE")

    def handle(self, *args: Any, out: Path, **options: Any) -> None:
        try:
            made = self._made(options)
            unfinished = out.with_name(f"{out.name}.unfinished")
            unfinished.write_bytes(made.file)
            unfinished.replace(out)
        except Refused as refused:
            raise CommandError(refused.sentence, returncode=1) from None
        except UnusableInput as sentence:
            raise CommandError(str(sentence), returncode=UNUSABLE) from None
        except OSError as error:
            told = error.strerror or "it cannot be written to"
            raise CommandError(f"{out} cannot be written: {told}.", returncode=UNUSABLE) from None
        self.stdout.write(f"Wrote {out} ({made.reference}): {len(made.rows):,} rows.")
        self.stdout.write(f"SHA-256: {made.sha256}")

    def _made(self, options: dict[str, Any]) -> Made:
        by = Account.objects.filter(username=options["username"]).select_related("worker").first()
        council = Organisation.objects.filter(key=options["council"], kind=Organisation.Kind.COUNCIL).first()
        if by is None:
            raise UnusableInput(f"There is no account {options['username']!r}.")
        if council is None:
            raise UnusableInput(f"There is no council {options['council']!r}.")
        period = Period(start=options["period_start"], end=options["period_end"])
        held = collection(options["return"])
        return make_register_file(by=by, council=council, collection=held, period=period, la_code=options["la_code"])
