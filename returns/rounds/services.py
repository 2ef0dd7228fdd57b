"""Opens a round of a return, sets its days, and takes in the files of it.

Source: Health and Social Care Act 2012 s.259 directions: the provider supplies, the council submits.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import polars as pl
from django.conf import settings
from django.utils import timezone

from delegation import route
from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.references import new_reference
from delegation.refusals import AlreadyThere, WrongDates
from delegation.register import act, keep
from returns.apart import check_apart
from returns.catalogue import catalogue, expected
from returns.checking import PAGE, Checked
from returns.cld.checking import Progress
from returns.figures.window import year_after
from returns.handling import handling_of
from returns.intake.limits import Limits
from returns.keeping import hash_of_file, keep_bytes, keep_file, path_of
from returns.models import CollectedFile, FigureCut, ReturnRound
from returns.refusals import UnusableInput
from returns.reports import as_bytes
from returns.rounds.asking import collection_question, lock, permit_on, say, tell
from returns.rounds.flows import ReturnFlow
from returns.rounds.refusals import NotInTheCatalogue, NotUsable
from returns.rounds.rules import cut_off_before, faults_of_days
from returns.rounds.words import KIND

LONGEST_NAME = 200


@act
def open_return_round(
    *, by: Account, council: Organisation, kind: str, period_start: date, period_end: date
) -> ReturnRound:
    """Open a round of a return for a period; its days are the catalogue's until the council sets its own.

    Raises:
        NotInTheCatalogue: there is no such return, or nobody submits it.
        WrongDates: the period ends before it begins.
        AlreadyThere: there is a round for that period.
    """
    question = ACTS["open_return_round"].question(by=by, council=council, on=timezone.localdate())
    permission = permit(question)
    if kind not in catalogue() or not catalogue()[kind].is_submitted:
        raise NotInTheCatalogue("Choose a return of the catalogue that is submitted.")
    if period_end < period_start:
        raise WrongDates("The period ends before it begins.")
    same = ReturnRound.objects.filter(council=council, kind=kind, period_start=period_start, period_end=period_end)
    if same.exists():
        raise AlreadyThere("There is a round of this return for this period already.")
    told = expected(kind, period_start, period_end)
    held = ReturnRound(
        ref=new_reference("RR"),
        council=council,
        kind=kind,
        period_start=period_start,
        period_end=period_end,
        state="collecting",
        due_on=told.due_on,
        cut_off_on=cut_off_before(told.due_on, settings.CUT_OFF_DAYS),
        dates_are_confirmed=told.is_confirmed,
        opened_at=timezone.now(),
        opened_by=by,
    )
    keep(held, by=by, why="Round opened")
    route.begin(ReturnFlow, KIND, held.ref, state=held.state)
    tell(permission, held, detail={"return": kind, "from": period_start, "to": period_end, "due": held.due_on})
    return held


@act
def set_return_days(*, by: Account, round_ref: str, due_on: date, cut_off_on: date, because: str) -> ReturnRound:
    """Set the day the council must have submitted by, and the provider's before it; they are then confirmed.

    Raises:
        WrongDates: the provider's day comes after the council's, or the days do not fit the period.
        NothingSaid: nothing is written of where the days come from.
    """
    held = lock(round_ref)
    permission = permit_on("set_return_days", by, held)
    why = say(because, "Write where these days come from.")
    if faults := faults_of_days(cut_off_on, due_on, held.period_end):
        raise WrongDates(" ".join(faults))
    held.due_on, held.cut_off_on, held.dates_are_confirmed = due_on, cut_off_on, True
    keep(held, by=by, why=why)
    tell(permission, held, reason=why, detail={"due": due_on, "cut_off": cut_off_on})
    return held


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A file read and checked before it is taken in, so that no lock is held meanwhile."""

    path: Path
    name: str
    sha256: str
    checked: Checked


def prepare(
    path: Path,
    name: str,
    *,
    held: ReturnRound,
    limits: Limits = PAGE,
    tell: Progress | None = None,
    is_ours: bool = False,
) -> Prepared:
    """Read and check a file, telling how far it is. Raises UnusableInput with one sentence where it cannot be read.

    A file from outside is read in a process of its own, within limits of memory and time; one that `is_ours` in this.
    """
    handling = handling_of(held.kind)
    check = handling.check if is_ours else partial(check_apart, kind=held.kind)
    checked = check(
        path,
        period_start=held.period_start,
        period_end=held.period_end,
        limits=limits,
        tell=tell,
        last_year=_rows_of_last_year(held) if handling.compares_with_last_year else None,
    )
    return Prepared(path=path, name=Path(name).name[:LONGEST_NAME], sha256=hash_of_file(path), checked=checked)


def _rows_of_last_year(held: ReturnRound) -> pl.DataFrame | None:
    """The rows that went into last year's signed figures of the same return; nothing where there are none."""
    ended = year_after(held.period_end, -1)
    signed = FigureCut.objects.filter(round__council=held.council_id, round__kind=held.kind, round__period_end=ended)
    cut = signed.filter(sign_off__isnull=False).order_by("-number").first()
    if cut is None:
        return None
    hashes = CollectedFile.objects.filter(cuts__cut=cut).order_by("number").values_list("rows_sha256", flat=True)
    return pl.concat([pl.read_parquet(path_of(sha256)) for sha256 in hashes])


@act
def collect_return_file(
    *, by: Account, round_ref: str, organisation: Organisation, prepared: Prepared | UnusableInput
) -> CollectedFile:
    """Take in a file for a round: kept as it was sent, with the report of its check. Sent twice, it changes nothing.

    The provider's data officer or manager sends its own data while the council's authorisation is live; the council's
    returns officer may send anybody's who works for it. A file that comes after figures were compiled, signed or
    submitted is kept and reported, and changes none of them.

    Args:
        prepared: what `prepare` gave, or the sentence it raised.

    Raises:
        NotUsable: the file could not be read.
    """
    held = lock(round_ref)
    question = collection_question("collect_return_file", by, held.council, organisation, held.ref)
    permission = permit(question)
    if isinstance(prepared, UnusableInput):
        raise NotUsable(str(prepared))
    taken, is_new = take_in(held, organisation, prepared, by=by, permission=permission)
    if is_new:
        told = {"file": taken.number, "sha256": taken.sha256, "accepted": taken.accepted, "refused": taken.refused}
        told |= {"to_mend": taken.to_mend}
        tell(permission, held, detail=told | {"organisation": organisation.key})
    return taken


def take_in(
    held: ReturnRound,
    organisation: Organisation,
    prepared: Prepared,
    *,
    by: Account,
    permission: Permission,
    lineage_sha256: str = "",
) -> tuple[CollectedFile, bool]:
    """The file as the round now has it, and whether it is new: the same bytes of an organisation are taken once."""
    files = list(held.files.order_by("number").only("number", "organisation_id", "sha256", "rows", "rows_sha256"))
    own = [one for one in files if one.organisation_id == organisation.pk]
    if same := next((one for one in own if one.sha256 == prepared.sha256), None):
        return same, False
    taken = _taken(prepared, held, own[-1] if own else None)
    taken.round, taken.organisation, taken.number = held, organisation, len(files) + 1
    taken.received_at, taken.received_by, taken.received_in = timezone.now(), by, permission.post
    taken.lineage_sha256 = lineage_sha256
    taken.save()
    return taken, True


def _taken(prepared: Prepared, held: ReturnRound, last: CollectedFile | None) -> CollectedFile:
    """The row of a new file, its bytes, its report and its accepted rows being kept first."""
    checked = prepared.checked
    kept = keep_file(prepared.path)
    handling = handling_of(held.kind)
    signs = handling.signs_of_a_part(checked, last.rows if last else None, held.period_start, held.period_end)
    before = pl.read_parquet(path_of(last.rows_sha256)) if last else None
    return CollectedFile(
        name=prepared.name,
        size=kept.size,
        sha256=kept.sha256,
        rows=checked.rows,
        accepted=checked.rows - checked.refused,
        refused=checked.refused,
        to_mend=checked.to_mend,
        faults=checked.faults.height,
        warnings=[*checked.warnings, *signs],
        counts_by_rule=checked.counts_by_rule,
        events_by_type=checked.events_by_type,
        changes={} if before is None else handling.changes(before, checked.accepted),
        report_sha256=keep_bytes(as_bytes(checked.faults)).sha256,
        rows_sha256=keep_bytes(as_bytes(checked.accepted)).sha256,
    )
