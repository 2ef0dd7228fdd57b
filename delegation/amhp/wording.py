"""How an approval is shown: where it stands today in a word and a colour, and what falls due of it."""

from dataclasses import dataclass
from datetime import date

from delegation.amhp.rules import SOON
from delegation.amhp.words import DUE, STATES
from delegation.models import AmhpApproval
from delegation.models.amhp import STANDING
from delegation.professions import PROFESSIONS

COLOURS = {"applied": "blue", "refused": "grey", "in_force": "green", "suspended": "orange", "ended": "grey"}


@dataclass(frozen=True, kw_only=True)
class Stands:
    """Where a record stands on a day, as a tag."""

    text: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class FallsDue:
    """What falls due next, and how near it is."""

    what: str
    on: date
    text: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """A row of the register's page."""

    approval: AmhpApproval
    stands: Stands
    due: FallsDue | None
    profession: str


def stands(approval: AmhpApproval, on: date) -> Stands:
    """Where it stands: past its five years an approval has lapsed, whatever else is recorded (reg 7)."""
    if approval.state in STANDING and approval.last_day and on > approval.last_day:
        return Stands(text="Lapsed", colour="red")
    until = approval.registration.live_to
    if approval.state == "in_force" and until and on > until:
        return Stands(text="Registration ran out", colour="red")
    return Stands(text=STATES[approval.state], colour=COLOURS[approval.state])


def falls_due(approval: AmhpApproval, on: date) -> FallsDue | None:
    """What falls due next of a live approval: late once its day is past."""
    if approval.due_on is None:
        return None
    text, colour = ("Late", "red") if approval.due_on < on else ("Within 90 days", "yellow")
    if approval.due_on > on + SOON:
        text, colour = "", ""
    return FallsDue(what=DUE[approval.due_what], on=approval.due_on, text=text, colour=colour)


def profession_of(approval: AmhpApproval) -> str:
    """The profession in words."""
    return PROFESSIONS[approval.profession].title


def row_of(approval: AmhpApproval, on: date) -> ListRow:
    """The approval as a row of the register's page."""
    return ListRow(
        approval=approval, stands=stands(approval, on), due=falls_due(approval, on), profession=profession_of(approval)
    )
