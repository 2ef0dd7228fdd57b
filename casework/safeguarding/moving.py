"""A locked concern moved on: its state, its day, its history, its drawn procedure."""

from datetime import date

from casework.models import SafeguardingConcern
from casework.safeguarding.beginning import SUBJECT
from casework.safeguarding.flows import SafeguardingFlow
from delegation import route
from delegation.models import Account
from delegation.register import keep


def move(concern: SafeguardingConcern, step: str, *, to: str, due_on: date | None, by: Account, why: str) -> None:
    """Save the locked concern in its new state with its history, and move it along the drawn procedure."""
    concern.state, concern.due_on = to, due_on
    keep(concern, by=by, why=why.strip())
    route.finish(SafeguardingFlow, SUBJECT, concern.ref, step, state=to, by=by)
