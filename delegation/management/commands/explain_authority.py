"""Say whether somebody may exercise a function, why, from what source, and who may."""

import json
import sys
from argparse import ArgumentParser
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from delegation.explain import Explanation, explain
from delegation.hands import PlanStanding, standing_of
from delegation.models import Account, Organisation
from delegation.references import tidy_reference
from delegation.schedule import FUNCTIONS

UNKNOWN_NAME = 2


class Command(BaseCommand):
    """The guard's answer, for a person at a terminal. It changes nothing and writes no line."""

    help = "Exit status 0 permitted, 1 refused, 2 a name that is not known."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--function", required=True, metavar="KEY", help="a function of the schedule")
        parser.add_argument("--as", required=True, dest="username", metavar="USERNAME")
        parser.add_argument("--on", type=_day, default=None, metavar="DATE", help="YYYY-MM-DD; today if left out")
        parser.add_argument("--amount-weekly", type=_pounds, default=None, metavar="N", help="pounds a week")
        parser.add_argument("--plan", default="", metavar="REF", help="whose hands, organisation and money count")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["function"] not in FUNCTIONS:
            raise CommandError(f"The schedule has no function {options['function']!r}.", returncode=UNKNOWN_NAME)
        account = Account.objects.filter(username=options["username"]).select_related("worker").first()
        if account is None:
            raise CommandError(f"There is no account {options['username']!r}.", returncode=UNKNOWN_NAME)
        if not Organisation.objects.filter(kind=Organisation.Kind.COUNCIL).exists():
            raise CommandError("There is no council here yet.", returncode=UNKNOWN_NAME)
        explanation = explain(
            function=options["function"],
            by=account,
            on=options["on"] or timezone.localdate(),
            weekly=options["amount_weekly"],
            plan=_plan(options["plan"]),
            plan_reference=options["plan"],
        )
        self.stdout.write(_as_json(explanation) if options["format"] == "json" else _as_text(explanation))
        if not explanation.permitted:
            sys.exit(1)


def _plan(reference: str) -> PlanStanding | None:
    if not reference:
        return None
    standing = standing_of(tidy_reference(reference))
    if standing is None:
        raise CommandError(f"There is no plan {reference!r}.", returncode=UNKNOWN_NAME)
    return standing


def _as_json(explanation: Explanation) -> str:
    return json.dumps(explanation.as_dict(), ensure_ascii=False, indent=2)


def _as_text(explanation: Explanation) -> str:
    answer = "Permitted." if explanation.permitted else f"Refused ({explanation.refusal})."
    return "\n".join(
        [
            f"{FUNCTIONS[explanation.function].title}: {answer}",
            f"Why: {explanation.reason}",
            f"Source: {explanation.source}.",
            explanation.who_may,
        ]
    )


def _day(said: str) -> date:
    return date.fromisoformat(said)


def _pounds(said: str) -> Decimal:
    try:
        return Decimal(said.lstrip("£").replace(",", ""))
    except InvalidOperation as fault:
        raise ValueError(f"{said!r} is not a sum of pounds") from fault
