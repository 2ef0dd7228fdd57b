"""Casework beside the files of a round: what they disagree on, what was chosen, and which rows count.

An event that both tell counts once. Where they differ and somebody of the council chose, the chosen row counts; where
nobody has chosen yet, the council's own does. What one side tells alone counts, unless the other was chosen. Chosen
details of a person are taken over for compiling; what was sent stays as it was kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import polars as pl

from returns.checking import FIELDS
from returns.cld.checking.specification import release_of
from returns.cld.matters import Laid, laid_side_by_side
from returns.cld.told_twice import ToldTwice, told_twice
from returns.cld.typed_rows import typed_rows
from returns.compiling import record_number
from returns.handling import CLIENT_LEVEL_DATA
from returns.keeping import path_of
from returns.models import CollectedFile, ReturnRound, SourceChoice
from returns.specification import specification

CASEWORK, FILE = SourceChoice.Chosen.CASEWORK, SourceChoice.Chosen.FILE


@dataclass(frozen=True, kw_only=True)
class Beside:
    """The last casework file of a round beside one other last file."""

    casework: CollectedFile
    other: CollectedFile
    laid: Laid


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The rows that count, and why others do not: by which choice, or because both tell the same event."""

    rows: Mapping[int, pl.DataFrame]
    left_out: int
    undecided: int
    # By the choice's key, the record it left out, if it left out one.
    applied: Mapping[int, int | None]
    # Events that two providers' files both tell and that count as each tells them; nothing where there are no two.
    told_twice: ToldTwice | None = None


def laid_beside(held: ReturnRound, files: Sequence[CollectedFile]) -> list[Beside]:
    """The casework of a round beside each other of these files; nothing where casework is not among them."""
    casework = next((one for one in files if one.is_of_casework), None)
    if casework is None:
        return []
    release = str(release_of(held.period_end))
    return [
        Beside(casework=casework, other=one, laid=_laid(casework.rows_sha256, one.rows_sha256, release, held.ref))
        for one in files
        if one.pk != casework.pk
    ]


@lru_cache(maxsize=4)
def _laid(ours: str, theirs: str, release: str, salt: str) -> Laid:
    """The kept rows never change under their hash, so what they disagree on is worked out once."""
    spec = specification("cld", release)
    own, other = (typed_rows(pl.read_parquet(path_of(one)).select(FIELDS), spec) for one in (ours, theirs))
    return laid_side_by_side(own, other, spec, salt=salt)


def choices_of(held: ReturnRound) -> dict[str, SourceChoice]:
    """The choice that counts for each matter of a round: the last. One query."""
    chosen = held.choices.select_related("chosen_by__worker").order_by("pk")
    return {one.matter: one for one in chosen}


def settle(held: ReturnRound, files: Sequence[CollectedFile], rows: Mapping[int, pl.DataFrame]) -> Settled:
    """The rows of these files that count together."""
    chosen = choices_of(held)
    work = Settling(rows)
    for beside in laid_beside(held, files):
        work.take(beside, chosen)
    settled = work.settled()
    return replace(settled, told_twice=_told_twice(held, files, settled.rows))


def _told_twice(
    held: ReturnRound, files: Sequence[CollectedFile], rows: Mapping[int, pl.DataFrame]
) -> ToldTwice | None:
    """Among the rows of Client Level Data that count, those of the files that are not of our casework."""
    theirs = [rows[one.number] for one in files if not one.is_of_casework]
    if held.kind != CLIENT_LEVEL_DATA or len(theirs) < 2:
        return None
    spec = specification("cld", str(release_of(held.period_end)))
    return told_twice([typed_rows(one.select(FIELDS), spec) for one in theirs], spec)


class Settling:
    """Takes one pair of files after another."""

    def __init__(self, rows: Mapping[int, pl.DataFrame]) -> None:
        self._rows = dict(rows)
        self._out: dict[int, set[int]] = {number: set() for number in rows}
        self._applied: dict[int, int | None] = {}
        self._undecided = 0

    def take(self, beside: Beside, chosen: Mapping[str, SourceChoice]) -> None:
        """Leave out what does not count of one pair, and take over the chosen details of people."""
        laid, kept_ours = beside.laid, set()
        for matter in laid.matters.iter_rows(named=True):
            choice = chosen.get(matter["sha256"])
            if choice is None:
                self._undecided += 1
            elif matter["about"] == "person":
                self._applied[choice.pk] = None
                self._take_over(beside, matter, choice.chosen)
            else:
                self._leave_out(beside, matter, choice)
                if choice.chosen == FILE and matter["their_row"] is not None:
                    kept_ours.add(matter["our_row"])
        # What both tell counts once: as our casework tells it, but where the file was chosen.
        for our_row, their_row in laid.same.iter_rows():
            if our_row not in kept_ours:
                self._out[beside.other.number].add(their_row)

    def _leave_out(self, beside: Beside, matter: Mapping[str, int | None], choice: SourceChoice) -> None:
        file, row = (beside.other, "their_row") if choice.chosen == CASEWORK else (beside.casework, "our_row")
        place = matter[row]
        self._applied[choice.pk] = None
        if place is not None:
            self._out[file.number].add(place)
            self._applied[choice.pk] = record_number(file.number, self._rows[file.number]["row"][place])

    def _take_over(self, beside: Beside, matter: Mapping[str, int], chosen: str) -> None:
        laid = beside.laid
        told = laid.fields.filter(pl.col("sha256") == matter["sha256"])
        to, frame, whose = (
            (beside.other.number, laid.other, "their")
            if chosen == CASEWORK
            else (beside.casework.number, laid.own, "our")
        )
        source = beside.casework.number if chosen == CASEWORK else beside.other.number
        other_row = "our_row" if chosen == CASEWORK else "their_row"
        theirs = (frame[f"{whose}_person"] == matter[f"{whose}_person"]).alias("theirs")
        for line in told.iter_rows(named=True):
            field = line["field"]
            said = self._rows[to][field]
            same = said == said[line[f"{whose}_row"]]
            value = self._rows[source][field][line[other_row]]
            cells = pl.select(pl.when(pl.lit(theirs & same)).then(pl.lit(value)).otherwise(pl.lit(said))).to_series()
            self._rows[to] = self._rows[to].with_columns(cells.alias(field))

    def settled(self) -> Settled:
        """What is left."""
        counted = {
            number: rows.filter(~pl.int_range(pl.len()).is_in(sorted(self._out[number])))
            for number, rows in self._rows.items()
        }
        return Settled(
            rows=counted,
            left_out=sum(len(several) for several in self._out.values()),
            undecided=self._undecided,
            applied=self._applied,
        )
