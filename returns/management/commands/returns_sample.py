"""Draw the sample of a survey: `manage.py returns_sample ascs --frame FILE --seed S --out DIR`.

The people who may be drawn come from a file of the layout `ascs-frame` or `sace-frame`, or out of Client Level Data
(`--cld FILE --on D`). DIR gets who is sent a form, and the draw with its seed, by which anybody draws the same again.
Exit status 0 when the files are written, 2 with a sentence when a file or a word cannot be used.
"""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from returns.checking import rows_of_file as cld_rows
from returns.collections.checking import check
from returns.collections.frames_from_cld import carers_frame, users_frame
from returns.collections.reading import read, rows_of_file
from returns.collections.sampling import as_frames, draw, settings_of
from returns.collections.specification import collection
from returns.collections.tables import write_tables
from returns.intake.limits import COMMAND
from returns.refusals import UnusableInput

UNUSABLE = 2
FRAMES = {"ascs": users_frame, "sace": carers_frame}


class Command(BaseCommand):
    help = "Draw the sample of the users survey (ascs) or of the carers survey (sace), to be drawn again by its seed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("survey", choices=list(FRAMES), help="which survey")
        whence = parser.add_mutually_exclusive_group(required=True)
        whence.add_argument("--frame", type=Path, metavar="FILE", help="the people who may be drawn")
        whence.add_argument("--cld", type=Path, metavar="FILE", help="Client Level Data, with --on")
        parser.add_argument("--on", metavar="D", help="the day of the extract (2025-09-30)")
        parser.add_argument("--seed", required=True, help="letters and digits; it is kept with the sample")
        parser.add_argument("--response-rate", default="", metavar="R", help="a share, such as 0.4; else the survey's")
        parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the two files go")

    def handle(self, *args: Any, survey: str, out: Path, **words: Any) -> None:
        try:
            people = _people(survey, words)
            settings = settings_of(survey, response_rate=words["response_rate"])
            drawn = draw(survey, people, seed=words["seed"], settings=settings)
            write_tables(as_frames(drawn), out)
        except UnusableInput as sentence:
            raise CommandError(str(sentence), returncode=UNUSABLE) from None
        except OSError as error:
            raise CommandError(
                f"The files cannot be written to {out}: {error.strerror}.", returncode=UNUSABLE
            ) from None
        told = f"{drawn.sent:,} of {people.height:,} drawn, for {drawn.answers_needed:,} answers"
        self.stderr.write(f"{told}. {collection(f'{survey}-frame').unconfirmed}", style_func=str)


def _people(survey: str, words: dict[str, Any]) -> pl.DataFrame:
    if words["cld"] is None:
        return _of_a_frame(survey, words["frame"])
    if words["on"] is None:
        raise UnusableInput("Say the day of the extract with --on, such as 2025-09-30.")
    return FRAMES[survey](cld_rows(words["cld"], COMMAND), _day(words["on"]))


def _of_a_frame(survey: str, path: Path) -> pl.DataFrame:
    """The rows of a file of the layout; one with an error in it is refused, for its draw would be wrong."""
    held, today = collection(f"{survey}-frame"), timezone.localdate()
    report = check(held, path, period_start=today, period_end=today)
    if report.has_errors:
        told = f"{report.refused_rows:,} of {report.rows:,} rows of {path.name} have an error"
        raise UnusableInput(f"{told}; returns_check {held.key} says which. Mend them, then draw.")
    return read(held, rows_of_file(held, path, COMMAND))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnusableInput(f"{text} is not a day such as 2025-09-30.") from None
