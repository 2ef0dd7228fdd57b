"""How a concern begins, whoever tells it: before the council in the same transaction. Called inside a service."""

from typing import Any

from casework.models import SafeguardingConcern
from casework.safeguarding.flows import SafeguardingFlow
from casework.safeguarding.rules import falls_due
from delegation import route
from delegation.models import Account
from delegation.references import new_reference
from delegation.register import keep

SUBJECT = "safeguarding_concern"


def begin_concern(*, by: Account, why: str, **told: Any) -> SafeguardingConcern:
    """Write the concern and begin its procedure; its threshold decision falls due by the local target.

    The target runs from the day the concern was told, so that one logged late is late.
    Source: Care Act 2014 s.42(1).
    """
    concern = SafeguardingConcern(ref=new_reference("SC"), raised_by=by, **told)
    concern.due_on = falls_due("threshold", concern.told_on)
    keep(concern, by=by, why=why)
    begin_route(concern)
    return concern


def begin_route(concern: SafeguardingConcern) -> None:
    """Begin the drawn procedure of a concern that has none."""
    route.begin(SafeguardingFlow, SUBJECT, concern.ref, state=concern.state)
