"""Make the queue anew from the plans, or say where it disagrees with them."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from casework.models import SupportPlan
from casework.way import LIVE_STATES
from verification.models import QueueEntry
from verification.queue import expected_row

BATCH = 500


class Command(BaseCommand):
    help = "Make the queue anew from the plans. With --check: change nothing, exit 1 and list what disagrees."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; say where the queue disagrees")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        wrong, seen = [], 0
        total = SupportPlan.objects.count()
        for plan in SupportPlan.objects.order_by("pk").iterator(chunk_size=BATCH):
            with transaction.atomic():
                difference = self.compare(plan, mend=not check)
            if difference:
                wrong.append(f"{plan.ref}: {difference}")
            seen += 1
            if seen % BATCH == 0 or seen == total:
                self.stderr.write(f"\r{seen:,} of {total:,} plans", ending="" if seen < total else "\n")
        strays = QueueEntry.objects.exclude(plan__state__in=LIVE_STATES)
        wrong += [f"{entry.plan.ref}: waits for nobody, but is in the queue" for entry in strays.select_related("plan")]
        if not check:
            strays.delete()
        for line in wrong:
            self.stdout.write(line)
        self.stdout.write(f"{seen:,} plans; {len(wrong)} {'disagreed' if check else 'mended'}.")
        if check and wrong:
            sys.exit(1)

    def compare(self, plan: SupportPlan, *, mend: bool) -> str:
        """What the queue says wrongly of a plan; mended when asked. Empty when it agrees."""
        if mend:
            plan = SupportPlan.objects.select_for_update().get(pk=plan.pk)
        expected = expected_row(plan)
        held = QueueEntry.objects.filter(pk=plan.pk).values().first()
        if expected is None:
            return ""
        differs = sorted(name for name, value in expected.items() if held is None or held[name] != value)
        if differs and mend:
            QueueEntry.objects.update_or_create(plan=plan, defaults=expected)
        return ", ".join(differs)
