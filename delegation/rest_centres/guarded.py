"""Tells the pages of authority which acts on rest centres are guarded, and the page of registers of the register."""

from delegation.guarded import ACTS, GuardedAct, tell_of_acts
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.rest_centres.asking import FUNCTION
from delegation.rest_centres.flows import REST_CENTRE
from delegation.rest_centres.selectors import centres_standing
from delegation.schedule import FUNCTIONS

ROW = FUNCTIONS[FUNCTION]
OF_THE_COUNCIL = (
    "record_rest_centre",
    "arrange_rest_centre_staffing",
    "record_rest_centre_check",
    "withdraw_rest_centre",
    "activate_rest_centre",
    "record_people_received",
    "stand_down_rest_centre",
    "debrief_rest_centre",
)


def _of_the_provider(verb: str) -> GuardedAct:
    return GuardedAct(verb=verb, function=FUNCTION, side="provider", roles=ROW.provider_roles)


tell_of_acts(
    [
        *(GuardedAct(verb=verb, function=FUNCTION, side="council", roles=ROW.council_roles) for verb in OF_THE_COUNCIL),
        _of_the_provider("record_rest_centre_attendance"),
        _of_the_provider("end_rest_centre_attendance"),
    ]
)
# The people are counted by whoever is there: the council, or the provider it called in.
ACTS["record_people_received (provider)"] = _of_the_provider("record_people_received")
tell_of_register(
    Register(
        key="rest_centres",
        title="Rest centres",
        says="The council plans, opens and stands down its rest centres; a provider staffs them under its arrangement.",
        function=FUNCTION,
        sections=ROW.source,
        address="delegation:rest_centres",
        is_open_to=lambda account, council: bool(council_roles_of(account, council)),
        standing=centres_standing,
        drawn=REST_CENTRE,
    )
)
