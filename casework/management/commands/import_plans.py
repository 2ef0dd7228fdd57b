"""Take in support plans from the provider's own system: `manage.py import_plans FILE --as USERNAME`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from casework.intake import MOST_BYTES, Taken, read_plans, take_in
from casework.json_reading import FileFault
from delegation.models import Account, Organisation

BAR = 30
MOST_TOLD = 100


class Command(BaseCommand):
    help = "Take in support plans as JSON (docs/formats/support-plan.md). Each plan is taken in whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the JSON file: one plan, or a list of plans")
        parser.add_argument("--as", dest="username", required=True, help="the account on whose authority")

    def handle(self, *args: Any, file: str, username: str, **options: Any) -> None:
        by = Account.objects.filter(username=username).select_related("worker").first()
        if by is None:
            raise CommandError(f"There is no account {username}.")
        sent = self._read(Path(file))
        providers: dict[str, Organisation] = {}
        bar = Bar(len(sent), sys.stderr)
        counts = {"added": 0, "already here": 0, "refused": 0}
        for plan in sent:
            taken = take_in(plan, by=by, providers=providers)
            counts[taken.outcome] += 1
            if taken.outcome == "refused" and counts["refused"] <= MOST_TOLD:
                bar.clear()
                self._tell(taken)
            bar.step()
        bar.clear()
        self.stdout.write(
            f"{counts['added']} added, {counts['already here']} already here, {counts['refused']} refused, "
            f"in {bar.seconds():.1f} seconds ({bar.rate():.0f} plans a second)."
        )
        if counts["refused"]:
            raise CommandError("Some plans were refused: put right what is named above and send the file again.")

    def _read(self, path: Path) -> list[Any]:
        try:
            if path.stat().st_size > MOST_BYTES:
                raise CommandError(f"The file is larger than {MOST_BYTES // 1_000_000} megabytes. Send it in parts.")
            return read_plans(path.read_bytes())
        except OSError as error:
            raise CommandError(f"The file {path} cannot be read: {error.strerror}.") from None
        except FileFault as fault:
            raise CommandError(str(fault)) from None

    def _tell(self, taken: Taken) -> None:
        self.stdout.write(f"{taken.path} ({taken.their_reference or 'no reference'}): refused.")
        for fault in taken.faults:
            self.stdout.write(f"  {fault.path}: {fault.sentence}")


class Bar:
    """A line that shows how far the work is and how long is left; silent where no terminal listens."""

    def __init__(self, total: int, out: TextIO) -> None:
        self.total, self.out, self.done, self.began, self.shown = total, out, 0, monotonic(), 0.0

    def seconds(self) -> float:
        """Seconds since the work began."""
        return max(monotonic() - self.began, 0.001)

    def rate(self) -> float:
        """Plans a second."""
        return self.done / self.seconds()

    def step(self) -> None:
        """One more is done; the line is drawn at most five times a second."""
        self.done += 1
        if not self.out.isatty() or (monotonic() - self.shown < 0.2 and self.done < self.total):
            return
        self.shown = monotonic()
        filled = BAR * self.done // max(self.total, 1)
        left = (self.total - self.done) / max(self.rate(), 0.001)
        self.out.write(
            f"\r[{'#' * filled}{'.' * (BAR - filled)}] {self.done} of {self.total}, "
            f"{self.rate():.0f} a second, {left:.0f} seconds left "
        )
        self.out.flush()

    def clear(self) -> None:
        """Leave the line empty for other words."""
        if self.out.isatty():
            self.out.write("\r" + " " * 79 + "\r")
