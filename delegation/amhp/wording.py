"""How an approval is shown: where it stands today in a word and a colour, and what falls due of it."""

from dataclasses import dataclass
from datetime import date

from delegation.amhp.rules import SOON, Due, falling_due
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
    """Something that falls due, and how near it is."""

    what: str
    on: date
    text: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """A row of the register's page."""

    approval: AmhpApproval
    stands: Stands
    dues: list[FallsDue]
    profession: str


def stands(approval: AmhpApproval, on: date) -> Stands:
    """Where it stands: past its five years an approval has lapsed, whatever else is recorded (reg 7)."""
    if approval.state in STANDING and approval.last_day and on > approval.last_day:
        return Stands(text="Lapsed", colour="red")
    until = approval.registration.live_to
    if approval.state == "in_force" and until and on > until:
        return Stands(text="Registration ran out", colour="red")
    return Stands(text=STATES[approval.state], colour=COLOURS[approval.state])


def falls_due(approval: AmhpApproval, on: date) -> list[FallsDue]:
    """All that is late or falls due within 90 days of a live approval; where nothing does, what falls due next.

    Reads the trainings, which a list fetches beforehand for all its rows.
    """
    if approval.state not in STANDING or approval.decided_on is None:
        return []
    dues = falling_due(
        approved_on=approval.decided_on,
        training=[(row.completed_on, row.hours) for row in approval.training.all()],
        registered_until=approval.registration.live_to,
    )
    return [_said(due, on) for due in dues if due.on <= on + SOON] or [_said(dues[0], on)]


def _said(due: Due, on: date) -> FallsDue:
    text, colour = ("Late", "red") if due.on < on else ("Within 90 days", "yellow")
    if due.on > on + SOON:
        text, colour = "", ""
    return FallsDue(what=DUE[due.what], on=due.on, text=text, colour=colour)


def profession_of(approval: AmhpApproval) -> str:
    """The profession in words."""
    return PROFESSIONS[approval.profession].title


def row_of(approval: AmhpApproval, on: date) -> ListRow:
    """The approval as a row of the register's page."""
    return ListRow(
        approval=approval, stands=stands(approval, on), dues=falls_due(approval, on), profession=profession_of(approval)
    )
