"""Tells the guard's pages which acts the returns have, and the Director how the rounds stand.

Collecting is for the provider's data officer and manager, while authorised, and for the council's returns officer;
all else asks for `statutory_return_submission`, which the law keeps for the council.
"""

from datetime import date

from django.utils import timezone

from delegation.assurance import LateWork, tell_of_overdue
from delegation.authority import would_permit
from delegation.counting import Waiting
from delegation.guarded import ACTS, OVERSEERS, GuardedAct, tell_of_acts
from delegation.models import Account, Organisation
from delegation.refusals import Refused
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from returns.rounds.flows import RETURN_ROUND
from returns.rounds.standing import providers_late, standing

COLLECTION, SUBMISSION = "statutory_return_data_collection", "statutory_return_submission"
SIGNERS = FUNCTIONS[SUBMISSION].council_roles
COLLECTORS = FUNCTIONS[COLLECTION].council_roles
SENDERS = FUNCTIONS[COLLECTION].provider_roles

tell_of_acts(
    GuardedAct(verb=verb, function=SUBMISSION, side="council", roles=SIGNERS)
    for verb in (
        "open_return_round",
        "set_return_days",
        "collect_casework",
        "choose_source",
        "compile_return",
        "review_return",
        "send_return_back",
        "sign_return",
        "submit_return",
        "reopen_return",
    )
)
tell_of_acts([GuardedAct(verb="see_returns", function=SUBMISSION, side="council", roles=SIGNERS | OVERSEERS)])
tell_of_acts(
    GuardedAct(verb=verb, function=COLLECTION, side="provider", roles=SENDERS)
    for verb in ("collect_return_file", "see_collection")
)


def _is_open_to(account: Account, council: Organisation) -> bool:
    question = ACTS["see_returns"].question(by=account, council=council, on=timezone.localdate())
    return not isinstance(would_permit(question), Refused)


def _late_data(council: Organisation, on: date) -> LateWork:
    number = Waiting(late=providers_late(council, on))
    return LateWork(told=number, href=_register.href, things=("provider’s file is", "providers’ files are"))


_register = Register(
    key="returns",
    title="Statutory returns",
    says="What the council owes the centre: collected, checked, compiled, signed and submitted, and what is late.",
    function=SUBMISSION,
    sections="Health and Social Care Act 2012 s.259 directions",
    address="returns:calendar",
    is_open_to=_is_open_to,
    standing=standing,
    drawn=RETURN_ROUND,
)
tell_of_register(_register)
tell_of_overdue(COLLECTION, _late_data)
