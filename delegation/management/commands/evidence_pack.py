"""Write an evidence pack for an inspection: `manage.py evidence_pack --as USERNAME --from D --to D --out FOLDER`."""

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from delegation.arguments import day
from delegation.directory import place_of
from delegation.evidence.making import make_evidence_pack
from delegation.evidence.naming import People
from delegation.evidence.writing import Told, zip_pack
from delegation.models import Account
from delegation.refusals import Refused

UNKNOWN_NAME = 2
EVERY = 0.2


class Command(BaseCommand):
    """A folder and a zip of HTML pages and CSV, with a manifest of hashes; the same as the button on Assurance."""

    help = "Exit status 0 written, 1 refused, 2 a name, a day or a folder that cannot be used."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--as", required=True, dest="username", metavar="USERNAME")
        parser.add_argument("--from", required=True, dest="from_day", type=day, metavar="DATE", help="YYYY-MM-DD")
        parser.add_argument("--to", required=True, dest="to_day", type=day, metavar="DATE", help="YYYY-MM-DD")
        parser.add_argument("--people", choices=People.values, default=People.MINIMISED)
        parser.add_argument("--out", required=True, type=Path, metavar="FOLDER")

    def handle(self, *args: Any, **options: Any) -> None:
        account = Account.objects.filter(username=options["username"]).select_related("worker").first()
        place = place_of(account) if account else None
        if account is None or place is None:
            raise CommandError(f"Nobody with a live post logs in as {options['username']!r}.", returncode=UNKNOWN_NAME)
        began = monotonic()
        try:
            written = make_evidence_pack(
                by=account,
                council=place.council,
                from_day=options["from_day"],
                to_day=options["to_day"],
                people=options["people"],
                into=options["out"],
                begins=lambda acts: _bar(acts, self.stderr._out),  # type: ignore[attr-defined]
            )
            zip_pack(written, written.folder.with_suffix(".zip"))
        except Refused as refused:
            raise CommandError(refused.sentence, returncode=1) from None
        except OSError as error:
            raise CommandError(
                f"{options['out']} cannot be written to: {error.strerror or 'it is not a folder'}.",
                returncode=UNKNOWN_NAME,
            ) from None
        self.stdout.write(f"Wrote {written.folder} and {written.folder.name}.zip in {monotonic() - began:.1f} seconds:")
        self.stdout.write(f"{written.files} files, {written.rows:,} rows. SHA-256 of the manifest: {written.sha256}")


def _bar(acts: int, out: TextIO) -> Told:
    """A line that counts rows while they are written, on a terminal; elsewhere nothing."""
    done, shown = 0, 0.0

    def told(rows: int) -> None:
        nonlocal done, shown
        done += rows
        if out.isatty() and monotonic() - shown > EVERY:
            shown = monotonic()
            share = min(1.0, done / acts) if acts else 1.0
            out.write(f"\r[{'#' * int(30 * share):30}] {done:,} rows of some {acts:,}")
            out.flush()

    return told
