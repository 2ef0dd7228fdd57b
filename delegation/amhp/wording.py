"""How an approval is shown: where it stands today in a word and a colour, and what falls due of it."""

from dataclasses import dataclass
from datetime import date

from delegation.amhp.records import dues_of
from delegation.amhp.rules import SOON, Due, near
from delegation.amhp.words import DUE, OVERDUE, STATES
from delegation.models import AmhpApproval
from delegation.models.amhp import STANDING
from delegation.professions import PROFESSIONS
from delegation.wording import long_day

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
    further: str
    on: date
    text: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """A row of the register's page."""

    approval: AmhpApproval
    stands: Stands
    dues: tuple[FallsDue, ...]
    profession: str
    approved_before: str


def stands(approval: AmhpApproval, on: date) -> Stands:
    """Where it stands: past its five years an approval has lapsed, whatever else is recorded (reg 7)."""
    if approval.state in STANDING and approval.last_day and on > approval.last_day:
        return Stands(text="Lapsed", colour="red")
    until = approval.registration.live_to
    if approval.state == "in_force" and until and on > until:
        return Stands(text="Registration ran out", colour="red")
    return Stands(text=STATES[approval.state], colour=COLOURS[approval.state])


def all_that_falls_due(approval: AmhpApproval, on: date) -> tuple[FallsDue, ...]:
    """Everything that falls due of an application or a live approval, soonest first: late once its day is past."""
    return tuple(_falls_due(due, on) for due in dues_of(approval, on))


def _falls_due(due: Due, on: date) -> FallsDue:
    text, colour = ("Late", "red") if due.on < on else ("Within 90 days", "yellow")
    if due.on > on + SOON:
        text, colour = "", ""
    what = OVERDUE.get(due.what, DUE[due.what]) if due.on < on else DUE[due.what]
    return FallsDue(what=what, further=due.further, on=due.on, text=text, colour=colour)


def approved_before(approval: AmhpApproval) -> str:
    """Which council approved them before, from which day to which; empty for whoever was never approved."""
    if approval.earlier:
        end = approval.earlier.ended_on or approval.earlier.last_day
        return f"By this council, from {long_day(approval.earlier.decided_on)} to {long_day(end)}"
    if approval.earlier_from is None:
        return approval.earlier_council
    until = f" to {long_day(approval.earlier_to)}" if approval.earlier_to else ", and still at the application"
    return f"By {approval.earlier_council}, from {long_day(approval.earlier_from)}{until}"


def profession_of(approval: AmhpApproval) -> str:
    """The profession in words."""
    return PROFESSIONS[approval.profession].title


def row_of(approval: AmhpApproval, on: date) -> ListRow:
    """The approval as a row of the register's page, with what is late or falls due within 90 days, or next."""
    return ListRow(
        approval=approval,
        stands=stands(approval, on),
        dues=tuple(_falls_due(due, on) for due in near(dues_of(approval, on), on)),
        profession=profession_of(approval),
        approved_before=approved_before(approval),
    )
