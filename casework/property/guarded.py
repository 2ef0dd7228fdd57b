"""Tells the pages of authority which acts on property are guarded, and the page of registers of the register."""

from casework.property.flows import WAY_OF_PROTECTION
from casework.property.selectors import property_standing
from casework.property.services import FUNCTION
from delegation.guarded import COUNCIL_STAFF, GuardedAct, tell_of_acts
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from delegation.services import WITHOUT_CASEWORK

ROW = FUNCTIONS[FUNCTION]

tell_of_acts(
    [
        GuardedAct(verb="propose_property_protection", function=FUNCTION, side="provider", roles=ROW.provider_roles),
        # Any officer of the council may be named; the service holds the one who enters to the authorisation.
        GuardedAct(verb="record_property_entry", function=FUNCTION, side="council", roles=COUNCIL_STAFF),
        *(
            GuardedAct(verb=verb, function=FUNCTION, side="council", roles=ROW.council_roles)
            for verb in ("authorise_property_entry", "refuse_property_entry", "end_property_protection")
        ),
    ]
)
tell_of_register(
    Register(
        key="property",
        title="Protection of property",
        says="Belongings in danger of loss; nobody enters but the officer whom the council authorised.",
        function=FUNCTION,
        sections="Care Act 2014 s.47",
        address="casework:property_protections",
        is_open_to=lambda account, council: bool(council_roles_of(account, council) - WITHOUT_CASEWORK),
        standing=property_standing,
        drawn=WAY_OF_PROTECTION,
    )
)
