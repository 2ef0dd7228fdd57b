"""Tells the pages of authority which acts the approval of AMHPs has, and the page of registers where it stands.

The roles are the schedule's own for the function; the auditor and the monitoring officer read.
"""

from django.utils import timezone

from delegation.amhp.flows import AMHP_APPROVAL
from delegation.amhp.selectors import FUNCTION, waiting
from delegation.authority import would_permit
from delegation.guarded import ACTS, OVERSEERS, GuardedAct, tell_of_acts
from delegation.models import Account, Organisation
from delegation.refusals import Refused
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS

DECIDERS = FUNCTIONS[FUNCTION].council_roles
READ = "see_amhp_register"


def _is_open_to(account: Account, council: Organisation) -> bool:
    question = ACTS[READ].question(by=account, council=council, on=timezone.localdate())
    return not isinstance(would_permit(question), Refused)


tell_of_acts(
    GuardedAct(verb=verb, function=FUNCTION, side="council", roles=DECIDERS, words=words)
    for verb, words in {
        "apply_for_amhp_approval": "record an application for approval as an AMHP",
        "record_amhp_competence": "record an applicant’s competence as an AMHP",
        "approve_amhp": "approve an AMHP",
        "refuse_amhp": "refuse an application for approval as an AMHP",
        "record_amhp_training": "record an AMHP’s training",
        "suspend_amhp_approval": "suspend an AMHP’s approval",
        "lift_amhp_suspension": "lift the suspension of an AMHP’s approval",
        "record_amhp_acting": "record that an AMHP acts for another council",
        "end_amhp_acting": "record that an AMHP no longer acts for another council",
        "end_amhp_approval": "end an AMHP’s approval",
    }.items()
)
tell_of_acts(
    [
        GuardedAct(
            verb=READ, function=FUNCTION, side="council", roles=DECIDERS | OVERSEERS, words="see the register of AMHPs"
        )
    ]
)
tell_of_register(
    Register(
        key="amhp",
        title="Approved mental health professionals",
        says="Who is approved to act as an AMHP, until when, and what falls due.",
        function=FUNCTION,
        sections="Mental Health Act 1983 s.114; SI 2008/1206",
        address="delegation:amhps",
        is_open_to=_is_open_to,
        standing=waiting,
        drawn=AMHP_APPROVAL,
    )
)
