"""Tells the pages of authority which acts the functions of information guard, and the page of registers of itself."""

from dataclasses import replace
from functools import partial

from delegation.guarded import ACTS, OVERSEERS, GuardedAct, tell_of_acts
from delegation.information.flows import FOI, OMBUDSMAN, PUBLIC
from delegation.information.public import FUNCTION_OF
from delegation.information.selectors import (
    foi_standing,
    ombudsman_standing,
    public_standing,
    replies_to_write,
    supplies_asked,
)
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from delegation.work import Work, tell_of_work


def _of_the_council(function: str, *verbs: str) -> list[GuardedAct]:
    roles = FUNCTIONS[function].council_roles
    return [GuardedAct(verb=verb, function=function, side="council", roles=roles) for verb in verbs]


def _sees(function: str, verb: str) -> GuardedAct:
    roles = FUNCTIONS[function].council_roles | OVERSEERS
    return GuardedAct(verb=verb, function=function, side="council", roles=roles)


SEES_FOI = _sees("foi_response", "see_foi_requests")
SEES_OMBUDSMAN = _sees("ombudsman_response", "see_ombudsman_enquiries")
SEES_PUBLIC = _sees("press_liaison", "see_public_enquiries")

tell_of_acts(
    [
        SEES_FOI,
        SEES_OMBUDSMAN,
        SEES_PUBLIC,
        *_of_the_council(
            "ombudsman_response",
            "record_ombudsman_enquiry",
            "ask_provider_to_supply",
            "supply_to_ombudsman_enquiry",
            "answer_ombudsman_enquiry",
            "close_ombudsman_enquiry",
            "complete_ombudsman_remedy",
        ),
        *_of_the_council(
            "press_liaison",
            "record_public_enquiry",
            "draft_public_reply",
            "send_back_public_reply",
            "clear_public_reply",
            "send_public_reply",
        ),
        *_of_the_council(
            "foi_response", "record_foi_request", "extend_foi_request", "answer_foi_request", "refuse_foi_request"
        ),
    ]
)
# The same acts for members' enquiries, under a function of their own, so that its page names them too.
ACTS.update(
    {
        f"{guarded.verb} (members)": replace(guarded, function="members_liaison")
        for guarded in list(ACTS.values())
        if guarded.function == "press_liaison"
    }
)
tell_of_register(
    Register(
        key="ombudsman",
        title="Ombudsman enquiries",
        says="What the Ombudsman asks, answered by the council’s link officer; a provider supplies what it is asked.",
        function="ombudsman_response",
        sections="Local Government Act 1974 Part III ss.25 to 31",
        address="delegation:ombudsman_enquiries",
        is_open_to=lambda account, council: bool(SEES_OMBUDSMAN.roles & council_roles_of(account, council)),
        standing=ombudsman_standing,
        drawn=OMBUDSMAN,
    )
)
tell_of_register(
    Register(
        key="press_and_members",
        title="Press and members",
        says="What the press and elected members ask; no reply is sent before the commissioner cleared it.",
        function="press_liaison",
        sections="Communication protocol; Data Protection Act 2018 Sch 1 paras 23-24",
        address="delegation:public_enquiries",
        is_open_to=lambda account, council: bool(SEES_PUBLIC.roles & council_roles_of(account, council)),
        standing=public_standing,
        shared=tuple((function, partial(public_standing, kind=kind)) for kind, function in FUNCTION_OF.items()),
        drawn=PUBLIC,
    )
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
tell_of_work(
    Work(
        title="Press and members: replies to draft or send",
        address="delegation:public_enquiries",
        roles=FUNCTIONS["press_liaison"].provider_roles,
        standing=replies_to_write,
    )
)
tell_of_work(
    Work(
        title="Asked of us for the Ombudsman",
        address="delegation:ombudsman_enquiries",
        roles=FUNCTIONS["complaint_initial_handling"].provider_roles,
        standing=supplies_asked,
    )
)
