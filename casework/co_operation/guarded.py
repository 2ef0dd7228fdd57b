"""Tells the pages of authority which acts of co-operation are guarded, and the page of registers of the register."""

from casework.co_operation.flows import CO_OPERATION
from casework.co_operation.rules import STARTS_FROM
from casework.co_operation.selectors import co_operation_standing
from casework.co_operation.services import FUNCTION
from delegation.guarded import OVERSEERS, GuardedAct, tell_of_acts
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS

ROW = FUNCTIONS[FUNCTION]


def _of_the_council(verb: str, roles: frozenset[str] = ROW.council_roles) -> GuardedAct:
    return GuardedAct(verb=verb, function=FUNCTION, side="council", roles=roles)


SEES = _of_the_council("see_co_operation", ROW.council_roles | OVERSEERS)

tell_of_acts(
    [
        SEES,
        _of_the_council("record_co_operation_request"),
        _of_the_council("request_co_operation"),
        *(_of_the_council(verb) for verb in STARTS_FROM),
    ]
)
tell_of_register(
    Register(
        key="co_operation",
        title="Co-operation",
        says="What partners ask of the council and the council of partners; a refusal has its reasons in writing.",
        function=FUNCTION,
        sections=ROW.source,
        address="casework:co_operation_requests",
        is_open_to=lambda account, council: bool(SEES.roles & council_roles_of(account, council)),
        standing=co_operation_standing,
        drawn=CO_OPERATION,
    )
)
