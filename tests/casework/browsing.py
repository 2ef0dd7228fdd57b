"""A browser of the tests of casework's pages, and what it types."""

from typing import Any

from django.test import Client

from delegation.demo import DemoOrganisations


def browser(here: DemoOrganisations, username: str) -> Client:
    client = Client()
    client.force_login(here.accounts[username])
    return client


def day_parts(name: str, day: Any) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}
