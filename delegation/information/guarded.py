"""Tells the pages of authority which acts the functions of information guard, and the page of registers of itself."""

from delegation.guarded import OVERSEERS, GuardedAct, tell_of_acts
from delegation.information.flows import FOI
from delegation.information.selectors import foi_standing
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS


def _of_the_council(function: str, *verbs: str) -> list[GuardedAct]:
    roles = FUNCTIONS[function].council_roles
    return [GuardedAct(verb=verb, function=function, side="council", roles=roles) for verb in verbs]


def _sees(function: str, verb: str) -> GuardedAct:
    roles = FUNCTIONS[function].council_roles | OVERSEERS
    return GuardedAct(verb=verb, function=function, side="council", roles=roles)


SEES_FOI = _sees("foi_response", "see_foi_requests")

tell_of_acts(
    [
        SEES_FOI,
        *_of_the_council(
            "foi_response", "record_foi_request", "extend_foi_request", "answer_foi_request", "refuse_foi_request"
        ),
    ]
)
tell_of_register(
    Register(
        key="foi",
        title="Freedom of information",
        says="Requests for information, answered by the council alone within twenty working days.",
        function="foi_response",
        sections="Freedom of Information Act 2000 ss.1, 3(2)(b), 10, 17",
        address="delegation:foi_requests",
        is_open_to=lambda account, council: bool(SEES_FOI.roles & council_roles_of(account, council)),
        standing=foi_standing,
        drawn=FOI,
    )
)
