"""Tells the pages of authority which acts of after-care the function guards."""

from delegation.guarded import GuardedAct, tell_of_acts

FUNCTION = "s117_aftercare"
PROVIDER = frozenset({"practitioner", "provider_manager"})
# The schedule names no council role for it. The decision to end is the council's, by those who decide its money.
COUNCIL = frozenset({"team_manager", "head_of_service", "dass"})

tell_of_acts(
    [
        GuardedAct(verb="record_aftercare", function=FUNCTION, side="provider", roles=PROVIDER),
        GuardedAct(verb="record_board_decision", function=FUNCTION, side="council", roles=COUNCIL),
        GuardedAct(verb="end_aftercare", function=FUNCTION, side="council", roles=COUNCIL),
    ]
)
