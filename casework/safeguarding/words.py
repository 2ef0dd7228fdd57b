"""What may be written in a record of safeguarding: each fault a sentence beside its field."""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils import timezone

from casework.details import unfit_text
from casework.models.safeguarding import Asked
from delegation.refusals import Fault

__all__ = ["Asked", "faults_of_asked", "faults_of_day", "faults_of_text"]

SHORT = 200
UNFIT = "It holds a character that cannot be kept."


def faults_of_text(
    *, short: Collection[str] = (), optional: Mapping[str, str] | None = None, **written: str
) -> list[Fault]:
    """The faults of passages that must be written, and of those that may; `short` names those of one line."""
    faults = [Fault(path, "This must be written.") for path, words in written.items() if not words.strip()]
    every = {**written, **(optional or {})}
    faults += [Fault(path, UNFIT) for path, words in every.items() if unfit_text(words)]
    return faults + [
        Fault(path, f"Write at most {SHORT} letters.") for path in short if len(every[path].strip()) > SHORT
    ]


def faults_of_day(path: str, day: date) -> list[Fault]:
    """What stands against a day by which something is asked for."""
    return [Fault(path, "Choose today or a later day.")] if day < timezone.localdate() else []


def faults_of_asked(path: str, asked: str, reason_path: str, because: str) -> list[Fault]:
    """What stands against how the person was asked: where they were not, the reason is written.

    Source: statutory guidance chapter 14 (Making Safeguarding Personal).
    """
    if asked not in Asked.values:
        return [Fault(path, "Choose whether they were asked.")]
    if asked == Asked.NOT_ASKED and not because.strip():
        return [Fault(reason_path, "Write why they could not be asked.")]
    if asked != Asked.NOT_ASKED and because.strip():
        return [Fault(reason_path, "They were asked: leave this empty.")]
    return [Fault(reason_path, UNFIT)] if unfit_text(because) else []
