"""Write into each council's register what is past its day, so that the Director can look back: once a night."""

from typing import Any

from django.core.management.base import BaseCommand

from delegation.assuring import count_overdue_work
from delegation.models import Organisation


class Command(BaseCommand):
    """A line in the register of every council that is open."""

    help = "Count what is past its day in the work of each function, into the register. Run it every night."

    def handle(self, *args: Any, **options: Any) -> None:
        councils = Organisation.objects.filter(kind=Organisation.Kind.COUNCIL, closed_on=None).order_by("key")
        for council in councils:
            line = count_overdue_work(council)
            self.stdout.write(f"{council.key}: {sum(line.detail['late'].values()):,} past their day, line {line.seq}")
