"""Compiles the figures of a round, reviews them, signs them off, submits them, and opens the round again.

All of it asks for `statutory_return_submission`, which the law keeps for the council. Whoever compiled or reviewed does
not sign. What is signed stays as it is; a later file is worked into a later cut.
Source: Health and Social Care Act 2012 s.259 directions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.utils import timezone

from delegation import route
from delegation.assuring import hash_of_content
from delegation.models import Account
from delegation.register import act, keep
from returns.compiling import Compiled
from returns.handling import handling_of
from returns.keeping import is_as_kept, keep_bytes, path_of
from returns.models import (
    CollectedFile,
    CutChoice,
    CutFile,
    FigureCut,
    FigureFile,
    ReturnReview,
    ReturnRound,
    ReturnSignOff,
    ReturnSubmission,
)
from returns.refusals import UnusableInput
from returns.rounds.asking import check_state, lock, permit_on, say, tell
from returns.rounds.figures import insert_figures
from returns.rounds.flows import ReturnFlow
from returns.rounds.refusals import FilesChanged, NotAsSigned, NotUsable
from returns.rounds.settling import Settled, settle
from returns.rounds.words import KIND


@dataclass(frozen=True, kw_only=True)
class Figured:
    """Figures computed from the last files of a round, before they are taken into it."""

    compiled: Compiled
    files: tuple[int, ...]
    settled: Settled
    last_choice: int | None


def figure(held: ReturnRound, *, with_corrected: bool = True) -> Figured:
    """Compute the figures of a round from the last file of each organisation. Raises UnusableInput without a row.

    Where our casework is among them, an event that a provider's file tells too counts once (settling.py).
    `with_corrected`: also what the corrected method changes.
    """
    files, last = last_files(held), last_choice(held)
    rows = {one.number: pl.read_parquet(path_of(one.rows_sha256)) for one in files}
    settled = settle(held, files, rows)
    start, end = held.period_start, held.period_end
    compiled = handling_of(held.kind).compile(settled.rows, start=start, end=end, with_corrected=with_corrected)
    return Figured(compiled=compiled, files=tuple(one.pk for one in files), settled=settled, last_choice=last)


def last_choice(held: ReturnRound) -> int | None:
    """The last choice made between the files of a round."""
    return held.choices.order_by("-pk").values_list("pk", flat=True).first()


def last_files(held: ReturnRound) -> list[CollectedFile]:
    """The last file of each organisation of the round, which is the one that counts. One query."""
    last: dict[int, CollectedFile] = {}
    for one in held.files.order_by("number").select_related("organisation"):
        last[one.organisation_id] = one
    return sorted(last.values(), key=lambda one: one.number)


def nothing_came_since(cut: FigureCut) -> bool:
    """Whether the files and choices of the round are still those of a cut, whose figures then stand. Three queries.

    The same files give the same figures: to compute them again takes as long as compiling did.
    """
    same = {one.pk for one in last_files(cut.round)} == set(cut.sources.values_list("file", flat=True))
    return same and not cut.round.choices.filter(chosen_at__gt=cut.compiled_at).exists()


@act
def compile_return(*, by: Account, round_ref: str, figured: Figured | UnusableInput) -> FigureCut:
    """Take the figures computed from the files of the round into it, with their lineage, as its next cut.

    Args:
        figured: what `figure` gave, or the sentence it raised.

    Raises:
        NotUsable: nothing could be computed.
        FilesChanged: another file came meanwhile.
        WrongState: the round stands past collection.
    """
    held = lock(round_ref)
    permission = permit_on("compile_return", by, held)
    check_state(held, "collecting")
    if isinstance(figured, UnusableInput):
        raise NotUsable(str(figured))
    files = last_files(held)
    if tuple(one.pk for one in files) != figured.files:
        raise FilesChanged("Another file came while the figures were computed. Compile again.")
    if last_choice(held) != figured.last_choice:
        raise FilesChanged("Another choice was made while the figures were computed. Compile again.")
    number = FigureCut.objects.filter(round=held).count() + 1
    hashes = {one.name: keep_bytes(one.content).sha256 for one in figured.compiled.files}
    content = content_of(held, number, files, hashes) | _of_the_choices(figured.settled)
    content |= _of_the_reading(figured.compiled)
    cut = FigureCut.objects.create(
        round=held,
        number=number,
        compiled_at=timezone.now(),
        compiled_by=by,
        compiled_in=permission.post,
        rows=figured.compiled.rows,
        left_out=figured.settled.left_out,
        content=content,
        sha256=hash_of_content(content),
    )
    _keep_cut(cut, files, figured.compiled, hashes)
    CutChoice.objects.bulk_create(
        CutChoice(cut=cut, choice_id=choice, left_out=record) for choice, record in figured.settled.applied.items()
    )
    held.cut = cut
    _move(held, "compiled", by, "Figures compiled", step="collection")
    tell(permission, held, detail={"cut": number, "sha256": cut.sha256, "rows": cut.rows})
    return cut


def content_of(held: ReturnRound, number: int, files: list[CollectedFile], hashes: Mapping[str, str]) -> dict[str, Any]:
    """What a cut is, as plain JSON values: what went in and what came out, each by its hash."""
    return {
        "round": held.ref,
        "return": held.kind,
        "period": [held.period_start.isoformat(), held.period_end.isoformat()],
        "method": handling_of(held.kind).method,
        "cut": number,
        "files": [[one.number, one.organisation.key, one.sha256, one.rows_sha256] for one in files],
        "figures": dict(sorted(hashes.items())),
    }


def _of_the_choices(settled: Settled) -> dict[str, Any]:
    """What was chosen between the files, and how much was not, where any was to be chosen; else nothing."""
    twice = settled.told_twice
    told = {"told_twice": {"events": twice.events, "differently": twice.differently}} if twice else {}
    if not settled.left_out and not settled.undecided and not settled.applied:
        return told
    applied = [[choice, record] for choice, record in sorted(settled.applied.items())]
    return told | {"choices": applied, "left_out": settled.left_out, "undecided": settled.undecided}


def _of_the_reading(compiled: Compiled) -> dict[str, Any]:
    """What the corrected method changes, table by table, and which values of Release 2 were read as of Release 1."""
    content: dict[str, Any] = {}
    if compiled.changes is not None:
        content["changed_by_correction"] = dict(compiled.changes)
    if compiled.release_2 is not None:
        content["release_2"] = compiled.release_2.as_content()
    return content


def _keep_cut(cut: FigureCut, files: list[CollectedFile], compiled: Compiled, hashes: Mapping[str, str]) -> None:
    CutFile.objects.bulk_create(CutFile(cut=cut, file=one) for one in files)
    FigureFile.objects.bulk_create(
        FigureFile(cut=cut, table=one.table, name=one.name, kind=one.kind, lines=one.lines, sha256=hashes[one.name])
        for one in compiled.files
    )
    insert_figures(cut, compiled.lines)


@act
def review_return(*, by: Account, round_ref: str, remarks: str) -> ReturnReview:
    """Say that the figures in hand were compared with the last and with last year's, and what was found.

    Raises:
        NothingSaid: nothing is written.
    """
    held = lock(round_ref)
    permission = permit_on("review_return", by, held)
    check_state(held, "compiled")
    cut = cut_in_hand(held)
    found = say(remarks, "Write what you compared, and what you found.")
    review = ReturnReview.objects.create(
        cut=cut, remarks=found, reviewed_at=timezone.now(), reviewed_by=by, reviewed_in=permission.post
    )
    _move(held, "reviewed", by, found, step="review")
    tell(permission, held, reason=found, detail={"cut": cut.number})
    return review


@act
def send_return_back(*, by: Account, round_ref: str, because: str) -> ReturnRound:
    """Send a round back to be collected and compiled again, before it is submitted. What was signed stays as it was.

    Raises:
        NothingSaid: no reason is written.
    """
    held = lock(round_ref)
    permission = permit_on("send_return_back", by, held)
    check_state(held, "compiled", "reviewed", "signed")
    why = say(because, "Write why it goes back.")
    step = {"compiled": "review", "reviewed": "signing", "signed": "submission"}[held.state]
    _move(held, "collecting", by, why, step=step)
    tell(permission, held, reason=why, detail={"cut": cut_in_hand(held).number})
    return held


@act
def sign_return(*, by: Account, round_ref: str, statement: str) -> ReturnSignOff:
    """Sign the figures in hand: they and their lineage are frozen. Whoever compiled or reviewed them does not sign.

    Raises:
        NothingSaid: no statement is written.
        NotAsSigned: something kept no longer has its hash.
    """
    held = lock(round_ref)
    permission = permit_on("sign_return", by, held, hands=_hands(held))
    check_state(held, "reviewed")
    said = say(statement, "Write what you sign for.")
    cut = cut_in_hand(held)
    refuse_unless_as_kept(cut)
    signature = ReturnSignOff.objects.create(
        cut=cut,
        review=cut.review,
        sha256=cut.sha256,
        statement=said,
        signed_at=timezone.now(),
        signed_by=by,
        signed_in=permission.post,
    )
    _move(held, "signed", by, said, step="signing")
    tell(permission, held, reason=said, detail={"cut": cut.number, "sha256": signature.sha256})
    return signature


@act
def submit_return(*, by: Account, round_ref: str, receipt: str) -> ReturnSubmission:
    """Say that the signed figures were handed over, and by what receipt they are found at the centre.

    Raises:
        NothingSaid: no receipt is named.
    """
    held = lock(round_ref)
    permission = permit_on("submit_return", by, held)
    check_state(held, "signed")
    named = say(receipt, "Enter the receipt or reference the portal gave.")
    cut = cut_in_hand(held)
    refuse_unless_as_kept(cut)
    number = held.submissions.count() + 1
    submission = ReturnSubmission.objects.create(
        round=held,
        number=number,
        sign_off=cut.sign_off,
        receipt=named[:100],
        reason=held.reopened_because if number > 1 else "",
        submitted_at=timezone.now(),
        submitted_by=by,
        submitted_in=permission.post,
    )
    _move(held, "submitted", by, f"Submission {number}", step="submission")
    detail = {"submission": number, "cut": cut.number, "sha256": cut.sha256, "receipt": submission.receipt}
    tell(permission, held, reason=submission.reason, detail=detail)
    return submission


@act
def reopen_return(*, by: Account, round_ref: str, because: str) -> ReturnRound:
    """Open a submitted round again, so that it can be submitted anew; the reason goes with the next submission.

    Raises:
        NothingSaid: no reason is written.
    """
    held = lock(round_ref)
    permission = permit_on("reopen_return", by, held)
    check_state(held, "submitted")
    held.state, held.reopened_because = "collecting", say(because, "Write why it is submitted again.")
    keep(held, by=by, why=held.reopened_because)
    route.begin(ReturnFlow, KIND, held.ref, state=held.state)
    tell(permission, held, reason=held.reopened_because)
    return held


# -- what they share ------------------------------------------------------------------------------------------------


def _move(held: ReturnRound, state: str, by: Account, why: str, *, step: str) -> None:
    held.state = state
    keep(held, by=by, why=why)
    route.finish(ReturnFlow, KIND, held.ref, step, state=state, by=by)


def cut_in_hand(held: ReturnRound) -> FigureCut:
    """The figures of a round past collection; the database holds that there are some."""
    if held.cut is None:
        raise LookupError(f"{held.ref} is {held.state} and has no figures")
    return held.cut


def _hands(held: ReturnRound) -> dict[int, str]:
    """Who compiled and who reviewed the figures in hand: the signature is another's."""
    if held.cut is None:
        return {}
    hands = {held.cut.compiled_by.worker_id: "the one who compiled it"}
    review = ReturnReview.objects.filter(cut=held.cut).select_related("reviewed_by").first()
    if review is not None:
        hands[review.reviewed_by.worker_id] = "the one who reviewed it"
    return {worker: did for worker, did in hands.items() if worker is not None}


def refuse_unless_as_kept(cut: FigureCut) -> None:
    """Raises NotAsSigned where the figures, their lineage or what they were made of is not what was written."""
    hashes = [*cut.content["figures"].values(), *(one[place] for one in cut.content["files"] for place in (2, 3))]
    if hash_of_content(cut.content) != cut.sha256 or not all(is_as_kept(one) for one in dict.fromkeys(hashes)):
        raise NotAsSigned("Something kept for this round is no longer as it was written. Compile again, and say so.")
