"""Tells the pages of authority which acts on complaints are guarded, and the page of registers of the register."""

from casework.complaints.asking import FUNCTION, OF_THE_HANDLER, RESPONSIBLE_PERSON
from casework.complaints.flows import COMPLAINTS
from casework.complaints.selectors import complaints_standing, complaints_to_answer, complaints_to_sign
from delegation.guarded import OVERSEERS, GuardedAct, tell_of_acts
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from delegation.work import Work, tell_of_work

COUNCIL = FUNCTIONS[FUNCTION].council_roles


def _of_the_council(verb: str, roles: frozenset[str] = COUNCIL) -> GuardedAct:
    return GuardedAct(verb=verb, function=FUNCTION, side="council", roles=roles)


SEES_COMPLAINTS = _of_the_council("see_complaints", COUNCIL | OVERSEERS)

tell_of_acts(
    [
        SEES_COMPLAINTS,
        *(_of_the_council(verb) for verb in sorted(OF_THE_HANDLER)),
        _of_the_council("take_over_complaint"),
        _of_the_council("return_complaint_response", RESPONSIBLE_PERSON),
        _of_the_council("sign_complaint_response", RESPONSIBLE_PERSON),
    ]
)
tell_of_register(
    Register(
        key="complaints",
        title="Complaints",
        says="Complaints about adult social care, at the provider or at the council, which sees all and signs each.",
        function=FUNCTION,
        sections="SI 2009/309 regs 3 to 14",
        address="casework:complaints",
        is_open_to=lambda account, council: bool(SEES_COMPLAINTS.roles & council_roles_of(account, council)),
        standing=complaints_standing,
        drawn=COMPLAINTS,
    )
)
tell_of_work(
    Work(
        title="Responses to complaints to sign",
        address="casework:complaints",
        roles=RESPONSIBLE_PERSON,
        standing=complaints_to_sign,
    )
)
tell_of_work(
    Work(
        title="Complaints to answer",
        address="casework:complaints",
        roles=FUNCTIONS[FUNCTION].provider_roles,
        standing=complaints_to_answer,
    )
)
