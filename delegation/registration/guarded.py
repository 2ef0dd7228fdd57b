"""Tells the pages of authority who records registrations."""

from delegation.guarded import GuardedAct, tell_of_acts
from delegation.services import ADMINISTRATION, OVERSIGHT

tell_of_acts(
    GuardedAct(verb=verb, function=OVERSIGHT, side="council", roles=ADMINISTRATION)
    for verb in (
        "record_registration",
        "suspend_registration",
        "lift_registration_suspension",
        "end_registration",
    )
)
