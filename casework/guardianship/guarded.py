"""Tells the pages of authority, of procedures and of assurance about guardianship."""

from datetime import date

from django.db.models import Q

from casework.guardianship.flows import WAY_OF_GUARDIANSHIP
from casework.guardianship.rules import months_after
from casework.models import Guardianship
from delegation.counting import Counting
from delegation.guarded import GuardedAct, tell_of_acts
from delegation.models import Account, Organisation
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from delegation.selectors import organisations_seen_by

FUNCTION = "guardianship_sign_off"
# The schedule's own roles for it.
ROLES = FUNCTIONS[FUNCTION].council_roles
VERBS = (
    "record_guardianship_application",
    "accept_guardianship_application",
    "refuse_guardianship_application",
    "withdraw_guardianship_application",
    "receive_into_guardianship",
    "consent_to_amendment",
    "receive_guardianship_renewal",
    "record_guardianship_visit",
    "name_medical_attendant",
    "record_guardian_notice",
    "change_guardian",
    "approve_acting_guardian",
    "end_acting_guardian",
    "record_displacement",
    "record_absence",
    "record_return",
    "receive_report_of_return",
    "discharge_guardianship",
    "record_discharge_by_another",
    "transfer_guardianship_away",
    "record_guardianship_expiry",
    "end_guardianship",
)
tell_of_acts(GuardedAct(verb=verb, function=FUNCTION, side="council", roles=ROLES) for verb in VERBS)


def is_open_to(account: Account, council: Organisation) -> bool:
    """Whoever reads the council's casework may read these, but for the records of restricted people."""
    return council.pk in organisations_seen_by(account)


def standing(council: Organisation, on: date) -> list[Counting]:
    """How many wait for a decision or stand in the last two months of their term, and how many are past a day."""
    waits = Q(state="received") | Q(term_to__lt=months_after(on, 2))
    live = Guardianship.objects.filter(council=council, due_on__isnull=False)
    return [Counting(rows=live, open=waits, late=Q(due_on__lt=on))]


tell_of_register(
    Register(
        key="guardianship",
        title="Guardianship",
        says="Applications, what the council accepted, visits, renewals, private guardians, and every end.",
        function=FUNCTION,
        sections="Mental Health Act 1983 ss.7-10, 20, 23; SI 2008/1184",
        address="casework:guardianships",
        is_open_to=is_open_to,
        standing=standing,
        drawn=WAY_OF_GUARDIANSHIP,
    )
)
