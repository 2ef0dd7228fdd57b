"""Load the demo council, its providers and the people in them; a second time changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from delegation.demo import DEMO_PASSWORD, load_demo_organisations


class Command(BaseCommand):
    """Exampleshire Council, for a trial and for tests."""

    help = "Load the demo council and print its accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_demo_organisations()
        self.stdout.write(f"{loaded.council}: the password of every account is {DEMO_PASSWORD}")
        for username, account in sorted(loaded.accounts.items()):
            self.stdout.write(f"  {username}: {account.worker}")
