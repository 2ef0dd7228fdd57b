"""Make a return's file out of our own casework: `manage.py returns_events cld --council KEY --as USERNAME ... --out F`.

With `--round REF` it is taken into that round instead, by the same service as the page.

Exit status 0 when it is written, 1 when it is refused, 2 with a sentence when a word or a text cannot be used.
"""

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from delegation.arguments import day
from delegation.directory import place_of
from delegation.models import Account, Organisation
from delegation.refusals import Refused
from delegation.register import whole
from returns.cld.events.period import Period
from returns.cld.making import Made, make_cld_file
from returns.handling import CLIENT_LEVEL_DATA
from returns.refusals import UnusableInput
from returns.rounds.asking import permit_on
from returns.rounds.from_casework import collect_casework, made_of_casework
from returns.rounds.selectors import round_of
from returns.specification import RELEASES
from returns.wording import counts_of

UNUSABLE = 2
NEEDED = ("council", "period_start", "period_end", "out")


class Command(BaseCommand):
    """The file for the centre and, if asked, where each row comes from; one line in the register says so."""

    help = "Exit status 0 written, 1 refused, 2 a name, a day or a file that cannot be used."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("return", choices=["cld"], help="which return: cld is Client Level Data")
        parser.add_argument("--round", default="", dest="ref", metavar="REF", help="take it into this round")
        parser.add_argument("--council", metavar="KEY", help="the council's key")
        parser.add_argument("--as", required=True, dest="username", metavar="USERNAME")
        parser.add_argument("--period-start", type=day, metavar="D", help="first day (2025-04-01)")
        parser.add_argument("--period-end", type=day, metavar="D", help="last day (2026-03-31)")
        parser.add_argument("--release", choices=RELEASES, default=RELEASES[-1])
        parser.add_argument("--la-code", default="", metavar="CODE", help="the council's code; else its ODS code")
        parser.add_argument("--out", type=Path, metavar="FILE")
        parser.add_argument("--lineage", type=Path, metavar="FILE", help="where each row comes from, as CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["ref"]:
                self._take_in(options["ref"], options["username"], options["la_code"])
            else:
                self._make(options)
        except Refused as refused:
            raise CommandError(refused.sentence, returncode=1) from None
        except UnusableInput as sentence:
            raise CommandError(str(sentence), returncode=UNUSABLE) from None
        except OSError as error:
            told = error.strerror or "it cannot be written to"
            raise CommandError(f"The files cannot be written: {told}.", returncode=UNUSABLE) from None

    def _take_in(self, ref: str, username: str, la_code: str) -> None:
        by = _account(username)
        place = place_of(by)
        held = round_of(place, ref) if place else None
        if held is None or held.kind != CLIENT_LEVEL_DATA:
            raise UnusableInput(f"There is no round {ref} of Client Level Data that {username} may see.")
        with whole():  # before anybody's casework is read
            permit_on("collect_casework", by, held)
        code = la_code or held.council.ods_code
        if not code:
            raise UnusableInput(f"{held.council.name} has no ODS code here. Give its code with --la-code.")
        with made_of_casework(held, la_code=code) as prepared:
            taken = collect_casework(by=by, round_ref=held.ref, prepared=prepared)
        self.stdout.write(f"File {taken.number}: {counts_of(taken)}")

    def _make(self, options: dict[str, Any]) -> None:
        began = monotonic()
        if missing := [name for name in NEEDED if not options[name]]:
            named = ", ".join(f"--{name.replace('_', '-')}" for name in missing)
            raise UnusableInput(f"Give {named}, or the round it is taken into with --round.")
        _check_places(options["out"], options["lineage"])
        made = make_cld_file(
            by=_account(options["username"]),
            council=_council(options["council"]),
            period=Period(start=options["period_start"], end=options["period_end"]),
            release=options["release"],
            la_code=options["la_code"],
        )
        _write(made, options["out"], options["lineage"])
        rows, took = made.compiled.rows.height, monotonic() - began
        self.stdout.write(f"Wrote {options['out']} ({made.reference}): {rows:,} rows in {took:.1f} seconds.")
        self.stdout.write(f"SHA-256: {made.sha256}")


def _check_places(*paths: Path | None) -> None:
    """Before anything is read: a line of the register should not tell of a file that could not be written."""
    for path in paths:
        if path is not None and not path.parent.is_dir():
            raise UnusableInput(f"There is no folder {path.parent}.")


def _write(made: Made, out: Path, lineage: Path | None) -> None:
    """Each file whole: under another name first, then moved."""
    _write_whole(made.file, out)
    if lineage is not None:
        numbered = made.compiled.lineage.with_row_index("row", offset=2)
        _write_whole(numbered.write_csv().encode(), lineage)


def _write_whole(content: bytes, path: Path) -> None:
    unfinished = path.with_name(f"{path.name}.unfinished")
    # It holds people's names and health: for whoever ran the command alone.
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _account(username: str) -> Account:
    account = Account.objects.filter(username=username).select_related("worker").first()
    if account is None:
        raise UnusableInput(f"There is no account {username!r}.")
    return account


def _council(key: str) -> Organisation:
    council = Organisation.objects.filter(key=key, kind=Organisation.Kind.COUNCIL).first()
    if council is None:
        raise UnusableInput(f"There is no council {key!r}.")
    return council
