"""Tells the pages of authority, of procedures and of assurance about third parties' requests."""

from casework.dols.guarded import FUNCTION, ROLES, is_open_to
from casework.third_party.flows import WAY_OF_A_THIRD_PARTY
from casework.third_party.selectors import third_party_standing
from delegation.guarded import GuardedAct, tell_of_acts
from delegation.registers import Register, tell_of_register

tell_of_acts(
    GuardedAct(verb=verb, function=FUNCTION, side="council", roles=ROLES, words=words)
    for verb, words in (
        ("record_third_party_request", "record a third party’s request"),
        ("appoint_third_party_assessor", "appoint an assessor for a third party’s request"),
        ("conclude_third_party_request", "conclude a third party’s request"),
        ("decline_third_party_request", "not pursue a third party’s request"),
    )
)
tell_of_register(
    Register(
        key="third_party_requests",
        title="Deprivation of liberty: third parties who ask",
        says="Whether somebody is deprived of their liberty without authority, looked into within seven days.",
        function=FUNCTION,
        sections="Mental Capacity Act 2005 Sch A1; SI 2008/1858 reg 14",
        address="casework:third_party_requests",
        is_open_to=is_open_to,
        standing=third_party_standing,
        drawn=WAY_OF_A_THIRD_PARTY,
    )
)
