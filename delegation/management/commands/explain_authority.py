"""Say whether somebody may exercise a function, why, from what source, and who may."""

import json
import sys
from argparse import ArgumentParser
from difflib import get_close_matches
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from delegation.arguments import day, pounds
from delegation.explain import Explanation, explain
from delegation.hands import PlanStanding, standing_of
from delegation.models import Account, Organisation
from delegation.references import tidy_reference
from delegation.schedule import FUNCTIONS
from delegation.wording import in_words

UNKNOWN_NAME = 2


class Command(BaseCommand):
    """The guard's answer, for a person at a terminal. It changes nothing and writes no line."""

    help = "Exit status 0 permitted, 1 refused, 2 a name that is not known."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--function", required=True, metavar="KEY", help="a function of the schedule")
        parser.add_argument("--as", required=True, dest="username", metavar="USERNAME")
        parser.add_argument("--on", type=day, default=None, metavar="DATE", help="YYYY-MM-DD; today if left out")
        parser.add_argument("--amount-weekly", type=pounds, default=None, metavar="N", help="pounds a week")
        parser.add_argument("--plan", default="", metavar="REF", help="whose hands, organisation and money count")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["function"] not in FUNCTIONS:
            raise CommandError(_no_function(options["function"]), returncode=UNKNOWN_NAME)
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


def _no_function(key: str) -> str:
    near = in_words(get_close_matches(key, FUNCTIONS), joiner="or")
    where = f"Perhaps {near}?" if near else "The page of each function of the schedule ends in its key."
    return f"The schedule has no function {key!r}. {where}"


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
