"""Open a council, with its director and first administrator: done once, on the machine itself."""

import getpass
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from delegation.refusals import Refused
from delegation.services import open_council


class Command(BaseCommand):
    """The one act nobody can be asked for; it is the first line of the council's register."""

    help = "Open a council. Asks for the first password of both accounts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", help="short name for addresses, such as exampleshire")
        parser.add_argument("name", help="such as 'Exampleshire Council'")
        for person in ("director", "administrator"):
            parser.add_argument(f"--{person}-name", required=True)
            parser.add_argument(f"--{person}-username", required=True)
        parser.add_argument("--from", dest="from_day", type=date.fromisoformat, default=None, metavar="DATE")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            council = open_council(
                key=options["key"],
                name=options["name"],
                director_name=options["director_name"],
                director_username=options["director_username"],
                administrator_name=options["administrator_name"],
                administrator_username=options["administrator_username"],
                password=getpass.getpass("First password of both accounts: "),
                from_day=options["from_day"] or timezone.localdate(),
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{council} is open. Its director and its administrator can log in.")
