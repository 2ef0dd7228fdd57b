"""Tells the pages of authority which acts of after-care the function guards, and the page of registers of it."""

from casework.aftercare.flows import WAY_OF_AFTERCARE
from casework.aftercare.selectors import aftercare_standing
from delegation.guarded import GuardedAct, tell_of_acts
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.services import WITHOUT_CASEWORK

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
tell_of_register(
    Register(
        key="aftercare",
        title="After-care under section 117",
        says="Who has it, with which board, and where the board has decided that it is no longer needed.",
        function=FUNCTION,
        sections="Mental Health Act 1983 s.117",
        address="casework:aftercares",
        is_open_to=lambda account, council: bool(council_roles_of(account, council) - WITHOUT_CASEWORK),
        standing=aftercare_standing,
        drawn=WAY_OF_AFTERCARE,
        kept_by=COUNCIL,
    )
)
