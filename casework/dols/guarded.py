"""Tells the pages of authority, of procedures and of assurance about deprivation of liberty."""

from datetime import date

from django.db.models import Q

from casework.dols.flows import WAY_OF_DOLS
from casework.dols.rules import WAITING
from casework.models import DolsRequest
from delegation.counting import Counting
from delegation.guarded import GuardedAct, tell_of_acts
from delegation.models import Account, Organisation
from delegation.registers import Register, tell_of_register
from delegation.selectors import organisations_seen_by

FUNCTION = "dols_authorisation"
# The schedule's own roles for it.
ROLES = frozenset({"safeguarding_manager", "dass"})
VERBS = (
    "enter_dols_assessor",
    "update_dols_assessor",
    "record_dols_request",
    "extend_urgent_authorisation",
    "select_dols_assessor",
    "record_dols_assessment",
    "grant_dols_authorisation",
    "refuse_dols_authorisation",
    "open_dols_review",
    "conclude_dols_review",
    "suspend_dols_authorisation",
    "resume_dols_authorisation",
    "end_dols_authorisation",
)
tell_of_acts(GuardedAct(verb=verb, function=FUNCTION, side="council", roles=ROLES) for verb in VERBS)


def is_open_to(account: Account, council: Organisation) -> bool:
    """Whoever reads the council's casework may read these, but for the records of restricted people."""
    return council.pk in organisations_seen_by(account)


def standing(council: Organisation, on: date) -> list[Counting]:
    """How many requests wait for the council, and how many live ones are past their day."""
    live = DolsRequest.objects.filter(council=council, due_on__isnull=False)
    return [Counting(rows=live, open=Q(state__in=WAITING), late=Q(due_on__lt=on))]


tell_of_register(
    Register(
        key="dols",
        title="Deprivation of liberty",
        says="Requests from care homes and hospitals, their six assessments, and what the council authorised.",
        function=FUNCTION,
        sections="Mental Capacity Act 2005 Sch A1; SI 2008/1858",
        address="casework:dols",
        is_open_to=is_open_to,
        standing=standing,
        drawn=WAY_OF_DOLS,
    )
)
