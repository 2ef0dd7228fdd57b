"""Tells the pages of authority which acts on grants are guarded, and the page of registers of the register."""

from casework.grants.flows import WAY_OF_A_GRANT
from casework.grants.selectors import grants_standing, grants_to_confirm
from casework.grants.services import FUNCTION
from delegation.guarded import GuardedAct, tell_of_acts
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from delegation.services import WITHOUT_CASEWORK
from delegation.work import Work, tell_of_work

ROW = FUNCTIONS[FUNCTION]

tell_of_acts(
    [
        GuardedAct(
            verb="confirm_necessary_and_appropriate", function=FUNCTION, side="provider", roles=ROW.provider_roles
        ),
        *(
            GuardedAct(verb=verb, function=FUNCTION, side="council", roles=ROW.council_roles)
            for verb in ("record_grant_application", "approve_grant", "refuse_grant")
        ),
    ]
)
tell_of_register(
    Register(
        key="dfg",
        title="Disabled facilities grants",
        says="A registered professional confirms the need; the housing authority decides within six months.",
        function=FUNCTION,
        sections=ROW.source,
        address="casework:grants",
        is_open_to=lambda account, council: bool(council_roles_of(account, council) - WITHOUT_CASEWORK),
        standing=grants_standing,
        drawn=WAY_OF_A_GRANT,
    )
)
tell_of_work(
    Work(
        title="Disabled facilities grants to confirm",
        address="casework:grants",
        roles=ROW.provider_roles,
        standing=grants_to_confirm,
    )
)
