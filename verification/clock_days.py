"""How long each step may take, as data: which queue a state waits in, and by when. Working days are England's."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.way import STATES
from delegation.working_days import add_working_days

PATH = Path(__file__).parent / "data" / "clocks.csv"
HELD, IN_STATE, REVIEW = "working days held", "working days in this state", "review day"


@dataclass(frozen=True)
class Clock:
    """The queue of a state and its allowance; `counts` says from when the days run."""

    queue: str
    days: int | None
    counts: str
    source: str


def load_clocks(path: Path = PATH) -> dict[str, Clock]:
    """Clocks by state. Raises ValueError naming a row with an unknown state or count, or a live state without one."""
    clocks: dict[str, Clock] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            if row["state"] not in STATES or row["counts"] not in {HELD, IN_STATE, REVIEW}:
                raise ValueError(f"{path.name} row {number}: unknown state or count")
            days = int(row["days"]) if row["days"] else None
            clocks[row["state"]] = Clock(row["queue"], days, row["counts"], row["source"])
    ownerless = [key for key, state in STATES.items() if state.live and key not in clocks]
    if ownerless:
        raise ValueError(f"{path.name}: no queue for {', '.join(ownerless)}")
    return clocks


CLOCKS = load_clocks()
QUEUES = tuple(dict.fromkeys(clock.queue for clock in CLOCKS.values()))


def due_on(
    state: str, *, held_since: date, in_state_since: date, days_used: int = 0, review_due_on: date | None = None
) -> date | None:
    """The day a plan in `state` falls due, or None when no clock runs.

    Args:
        held_since: since when this side has held the plan.
        in_state_since: since when it has been in this state.
        days_used: working days the council used on earlier spells; its verification clock goes on from there.
        review_due_on: the package's review day.
    """
    clock = CLOCKS.get(state)
    if clock is None:
        return None
    if clock.counts == REVIEW:
        return review_due_on
    if clock.counts == IN_STATE:
        return add_working_days(in_state_since, clock.days or 0)
    left = (clock.days or 0) - (days_used if clock.queue == "verification" else 0)
    return add_working_days(held_since, max(left, 1))
