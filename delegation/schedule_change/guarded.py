"""What guards the acts on a change of the schedule, and its register."""

from delegation.contract.guarded import is_council_staff
from delegation.guarded import GuardedAct, tell_of_acts
from delegation.registers import Register, tell_of_register
from delegation.schedule_change.flows import HOW_A_CHANGE_GOES
from delegation.schedule_change.selectors import changes_to_decide, waiting_changes
from delegation.services import DIRECTION, DIRECTOR, OVERSIGHT
from delegation.work import Work, tell_of_work

# Who proposes: those who commission and those who watch the scheme; the Director decides, and so does not propose.
PROPOSERS = frozenset({"head_of_service", "monitoring_officer"})

tell_of_acts(
    GuardedAct(verb=verb, function=function, side="council", roles=roles)
    for verb, function, roles in (
        ("propose_schedule_change", OVERSIGHT, PROPOSERS),
        ("withdraw_schedule_change", OVERSIGHT, PROPOSERS),
        ("approve_schedule_change", DIRECTOR, DIRECTION),
        ("refuse_schedule_change", DIRECTOR, DIRECTION),
    )
)


tell_of_register(
    Register(
        key="schedule_changes",
        title="Changes of the schedule",
        says="What is to be authorised or taken back, what that stops or starts today, and the Director's decision.",
        function=DIRECTOR,
        sections="Care Act 2014 s.79(4)-(6); NHS Act 2006 s.75; the council's scheme of delegation",
        address="delegation:schedule_changes",
        is_open_to=is_council_staff,
        standing=waiting_changes,
        drawn=HOW_A_CHANGE_GOES,
    )
)
tell_of_work(
    Work(
        title="Changes of the schedule to decide",
        address="delegation:schedule_changes",
        roles=DIRECTION,
        standing=changes_to_decide,
    )
)
