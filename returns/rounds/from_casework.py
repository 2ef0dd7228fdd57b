"""Takes the council's own casework into a round, as a file of the council beside those of its providers.

The file is made as the one for the centre is, kept, checked and answered like any other; beside it is kept where each
of its rows comes from, so that a figure leads on to the person, the plan and the act.
Source: Health and Social Care Act 2012 s.259 directions; UK GDPR Art 5(2).
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from delegation.models import Account
from delegation.register import act
from returns.cld.checking import Progress
from returns.cld.checking.specification import release_of
from returns.cld.events.casework_frames import casework_of
from returns.cld.events.compiling import compiled
from returns.cld.events.period import Period
from returns.cld.export import as_file
from returns.intake.limits import COMMAND
from returns.keeping import keep_bytes
from returns.models import CollectedFile, ReturnRound
from returns.refusals import UnusableInput
from returns.reports import as_bytes
from returns.rounds.asking import lock, permit_on, tell
from returns.rounds.refusals import NotUsable
from returns.rounds.services import Prepared, prepare, take_in

NAME = "casework.csv"
# The headings are the file's first row.
FIRST_ROW = 2


@dataclass(frozen=True, kw_only=True)
class FromCasework(Prepared):
    """A file made of casework, and by its rows where each comes from: the person, the plan, the record, the act."""

    lineage: bytes
    people: int
    restricted_people: int


@contextmanager
def made_of_casework(
    held: ReturnRound, *, la_code: str, tell_progress: Progress | None = None
) -> Iterator[FromCasework | UnusableInput]:
    """The file of the council's casework of the round's period while the block lasts, or why there is none.

    Args:
        la_code: the council's code at the centre.
    """
    with tempfile.TemporaryDirectory(prefix="countersign-casework-") as folder:
        try:
            yield _made(held, la_code, Path(folder) / NAME, tell_progress)
        except UnusableInput as sentence:
            yield sentence


def _made(held: ReturnRound, la_code: str, path: Path, tell_progress: Progress | None) -> FromCasework:
    period = Period(start=held.period_start, end=held.period_end, made_on=timezone.localdate())
    release = str(release_of(held.period_end))
    told = compiled(casework_of(held.council, period), period, release=release, la_code=la_code)
    if told.rows.is_empty():
        raise UnusableInput("Casework has no event in the period of this round.")
    path.write_bytes(as_file(told.rows, release))
    prepared = prepare(path, NAME, held=held, limits=COMMAND, tell=tell_progress, is_ours=True)
    lineage = told.lineage.with_row_index("row", offset=FIRST_ROW)
    return FromCasework(
        path=path,
        name=prepared.name,
        sha256=prepared.sha256,
        checked=prepared.checked,
        lineage=as_bytes(lineage),
        people=lineage["person"].n_unique(),
        restricted_people=lineage.filter("restricted")["person"].n_unique(),
    )


@act
def collect_casework(*, by: Account, round_ref: str, prepared: FromCasework | UnusableInput) -> CollectedFile:
    """Take the council's own casework into a round as a file of the council. The same casework again changes nothing.

    The whole council's people are in it, so it asks for the function of submission, which no provider has. One line of
    the register says of how many people it was made, instead of a line for each of them.

    Args:
        prepared: what `made_of_casework` gave.

    Raises:
        NotUsable: there is no event in the period, or a text may not travel.
    """
    held = lock(round_ref)
    permission = permit_on("collect_casework", by, held)
    if isinstance(prepared, UnusableInput):
        raise NotUsable(str(prepared))
    lineage = keep_bytes(prepared.lineage).sha256
    taken, is_new = take_in(held, held.council, prepared, by=by, permission=permission, lineage_sha256=lineage)
    if is_new:
        told = {"file": taken.number, "sha256": taken.sha256, "accepted": taken.accepted, "refused": taken.refused}
        people = {"people": prepared.people, "restricted_people": prepared.restricted_people}
        tell(permission, held, detail=told | people)
    return taken
