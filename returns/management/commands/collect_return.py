"""Send a file for a round of a return: `manage.py collect_return FILE --round RR-... --as USERNAME [--of PROVIDER]`.

The same service as the page, for files too large for a page. Exit status 0 where every row was accepted, 1 where some
were refused, 2 where the file cannot be read or the account may not send it.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from delegation.authority import permit
from delegation.directory import place_of
from delegation.models import Account, Organisation
from delegation.refusals import Refused
from delegation.register import whole
from returns.intake.limits import COMMAND
from returns.models import CollectedFile, ReturnRound
from returns.refusals import UnusableInput
from returns.rounds import selectors
from returns.rounds.asking import collection_question
from returns.rounds.services import collect_return_file, prepare
from returns.wording import counts_of

SHOWN = 20


class Command(BaseCommand):
    help = "Send a file for a round of a return. It is kept as it is, checked row by row, and answered with a report."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV, plain or gzip")
        parser.add_argument("--round", required=True, dest="ref", help="the round, such as RR-7K3M-Q9TD")
        parser.add_argument("--as", required=True, dest="username", help="the account on whose authority")
        parser.add_argument("--of", default="", dest="key", help="whose data, by key; left out: the account's own")

    def handle(self, *args: Any, file: Path, ref: str, username: str, key: str, **options: Any) -> None:
        try:
            taken = self._send(file, ref, username, key)
        except (Refused, UnusableInput) as refused:
            raise CommandError(getattr(refused, "sentence", str(refused)), returncode=2) from None
        except OSError as error:
            raise CommandError(f"The file {file} cannot be read: {error.strerror}.", returncode=2) from None
        self._report(taken)

    def _send(self, file: Path, ref: str, username: str, key: str) -> CollectedFile:
        by, held, organisation = self._found(ref, username, key)
        with whole():  # who may not is told before a large file is read, and the register has it
            permit(collection_question("collect_return_file", by, held.council, organisation, held.ref))
        prepared = prepare(file, file.name, held=held, limits=COMMAND, tell=self._tell)
        return collect_return_file(by=by, round_ref=held.ref, organisation=organisation, prepared=prepared)

    def _found(self, ref: str, username: str, key: str) -> tuple[Account, ReturnRound, Organisation]:
        by = Account.objects.filter(username=username).select_related("worker").first()
        if by is None:
            raise CommandError(f"There is no account {username}.", returncode=2)
        place = place_of(by)
        held = selectors.round_of(place, ref) if place else None
        if place is None or held is None:
            raise CommandError(f"There is no round {ref} that {username} may send to.", returncode=2)
        choices = selectors.organisations_sending(place, timezone.localdate())
        found = [one for one in choices if one.key == key or not key]
        if not found:
            raise CommandError(f"{username} does not send the data of {key or 'anybody'}.", returncode=2)
        return by, held, found[0]

    def _tell(self, share: float, rows: int) -> None:
        """How far the check is; silent where no terminal listens."""
        if sys.stderr.isatty():
            self.stderr.write(f"\r{share:4.0%}, {rows:,} rows", ending="" if share < 1 else "\n", style_func=str)

    def _report(self, taken: CollectedFile) -> None:
        self.stdout.write(f"File {taken.number}: {counts_of(taken)}")
        for warning in taken.warnings:
            self.stdout.write(f"Warning: {warning}")
        for rule, count in sorted(taken.counts_by_rule.items())[:SHOWN]:
            self.stdout.write(f"  {rule}: {count:,}")
        if taken.refused:
            raise CommandError("Rows were refused: mend them at source and send the whole file again.", returncode=1)
