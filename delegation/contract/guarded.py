"""What guards the acts of the contract, and the registers it keeps."""

from datetime import date

from delegation.contract.selectors import OUT_OF_DATE, due_diligences_of, standings_of
from delegation.guarded import COUNCIL_STAFF, GuardedAct, tell_of_acts
from delegation.models import Account, Organisation, Post
from delegation.registers import Register, Waiting, tell_of_register
from delegation.services import DIRECTION

DILIGENCE = "due_diligence_sign_off"
# Who commissions for the council: the schedule's own roles of the contract's functions.
COMMISSIONERS = frozenset({"head_of_service", "dass"})


def _of(verb: str, function: str, roles: frozenset[str], side: str = "council") -> GuardedAct:
    return GuardedAct(verb=verb, function=function, side=side, roles=roles)


tell_of_acts(
    (
        _of("open_due_diligence", DILIGENCE, COMMISSIONERS),
        # Being named to the team is the authority; the service asks for it.
        _of("enter_due_diligence_evidence", DILIGENCE, COUNCIL_STAFF),
        _of("score_due_diligence", DILIGENCE, COUNCIL_STAFF),
        _of("sign_due_diligence", DILIGENCE, DIRECTION),
    )
)


def is_council_staff(account: Account, council: Organisation) -> bool:
    """Whether somebody works in the council itself; the page asks again who is in post today."""
    return Post.objects.filter(worker=account.worker_id, organisation=council).exists()


def _due_diligence(council: Organisation, on: date) -> Waiting:
    """Open ones wait; a provider whose last signed one is out of date is late. Two queries."""
    standings = standings_of(due_diligences_of(council), on)
    last: dict[int, str] = {}
    for one in standings:
        if one.diligence.signed_on:
            last.setdefault(one.diligence.organisation_id, one.state)
    waiting = sum(one.diligence.signed_on is None for one in standings)
    return Waiting(open=waiting, late=sum(state == OUT_OF_DATE for state in last.values()))


tell_of_register(
    Register(
        key="due_diligence",
        title="Due diligence",
        says="Before anything is authorised to a provider: nine areas, six evaluators, the Director's signature.",
        function=DILIGENCE,
        sections="Procurement Act 2023; the council's contract rules",
        address="delegation:due_diligences",
        is_open_to=is_council_staff,
        standing=_due_diligence,
    )
)
