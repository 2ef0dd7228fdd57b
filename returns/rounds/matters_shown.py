"""What the pages of disagreements show of a matter: both sides, whose event it is, what was chosen.

Of a restricted record that is not open to the reader nothing is shown, and nothing can be chosen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from delegation.models import Account
from returns.cld.disagreements import COUNCIL, NHS
from returns.models import CollectedFile, ReturnRound, SourceChoice
from returns.rounds.reading import closed_among
from returns.rounds.settling import Beside, choices_of, laid_beside
from returns.rounds.signing import last_files

WHAT = {"event": "Event", "person": "Person’s details", "alone": "Told by one only"}
EVENT = ("Event Type", "Event Start Date", "Event End Date", "Service Component")


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One matter with both sides of it; blank where it is closed to the reader."""

    sha256: str
    about: str
    other: CollectedFile
    casework: CollectedFile
    person: str
    event: str
    sides: tuple[tuple[str, str, str], ...]
    told_by: str
    choice: SourceChoice | None
    closed: bool

    @property
    def what(self) -> str:
        return WHAT[self.about]

    @property
    def chosen(self) -> str:
        if self.choice is None:
            return ""
        return "Our casework" if self.choice.chosen == "casework" else f"The file of {self.other.organisation.name}"


@dataclass(frozen=True, kw_only=True)
class Matters:
    """Every matter of a round, in order: only their places until a page of them is asked for."""

    held: ReturnRound
    beside: tuple[Beside, ...]
    choices: Mapping[str, SourceChoice]

    def __len__(self) -> int:
        return sum(one.laid.matters.height for one in self.beside)

    @property
    def undecided(self) -> int:
        """How many nobody has chosen upon."""
        every = [sha for one in self.beside for sha in one.laid.matters["sha256"]]
        return sum(sha not in self.choices for sha in every)

    def shown(self, by: Account, first: int, number: int) -> list[Matter]:
        """Some of them, as this reader may see them. Two queries."""
        wanted = []
        for one in self.beside:
            part = one.laid.matters.slice(first, number)
            wanted += [(one, row) for row in part.iter_rows(named=True)]
            first, number = max(first - one.laid.matters.height, 0), number - part.height
        return self._as_seen(by, wanted)

    def one(self, by: Account, sha256: str) -> Matter | None:
        """The matter of this hash; None where there is none any more."""
        for beside in self.beside:
            found = beside.laid.matters.filter(sha256=sha256)
            if not found.is_empty():
                return self._as_seen(by, [(beside, found.row(0, named=True))])[0]
        return None

    def _as_seen(self, by: Account, wanted: Sequence[tuple[Beside, Mapping[str, int]]]) -> list[Matter]:
        people = [says for beside, row in wanted for says in _both(beside, row)]
        closed = closed_among(by, self.held.council, people)
        return [_matter(beside, row, self.choices, closed) for beside, row in wanted]


def matters_of(held: ReturnRound) -> Matters:
    """What the last files of a round disagree on. Two queries."""
    return Matters(held=held, beside=tuple(laid_beside(held, last_files(held))), choices=choices_of(held))


def _both(beside: Beside, row: Mapping[str, int]) -> list[Mapping[str, str]]:
    """The person as either side that tells of it names them."""
    sides = ((beside.laid.own, row["our_row"]), (beside.laid.other, row["their_row"]))
    return [_person(frame, place) for frame, place in sides if place is not None]


def _person(frame: pl.DataFrame, place: int) -> Mapping[str, str]:
    return {name: frame[name][place] or "" for name in (NHS, COUNCIL)}


def _matter(
    beside: Beside, row: Mapping[str, int], choices: Mapping[str, SourceChoice], closed: frozenset[tuple[str, str]]
) -> Matter:
    both, sha256, about = _both(beside, row), str(row["sha256"]), str(row["about"])
    is_closed = any((says[NHS], says[COUNCIL]) in closed for says in both)
    fields = beside.laid.fields.filter(sha256=sha256).sort("field").select("field", "ours", "theirs")
    if about == "alone":
        fields = fields.head(0)
    return Matter(
        sha256=sha256,
        about=about,
        other=beside.other,
        casework=beside.casework,
        person="" if is_closed else both[0][COUNCIL] or "No number of the council",
        event="" if is_closed or about == "person" else _event(beside, row),
        sides=() if is_closed else tuple((name, ours or "", theirs or "") for name, ours, theirs in fields.iter_rows()),
        told_by=_told_by(beside, row) if about == "alone" else "",
        choice=choices.get(sha256),
        closed=is_closed,
    )


def _event(beside: Beside, row: Mapping[str, int]) -> str:
    """The event in a few words."""
    ours = row["our_row"] is not None
    frame, place = (beside.laid.own, row["our_row"]) if ours else (beside.laid.other, row["their_row"])
    kind, start, end, component = (frame[name][place] for name in EVENT)
    days = " to ".join(f"{day:%d/%m/%Y}" for day in (start, end) if day)
    return ", ".join(text for text in (kind or "No event", component, days) if text)


def _told_by(beside: Beside, row: Mapping[str, int]) -> str:
    return "our casework" if row["their_row"] is None else f"the file of {beside.other.organisation.name}"
