"""Tells the pages of authority, of procedures and of assurance about charging."""

from datetime import date

from django.db.models import Q

from casework.charging.flows import WAY_OF_A_CHARGE
from casework.models import Charge
from delegation.counting import Counting
from delegation.guarded import GuardedAct, tell_of_acts
from delegation.models import Account, Organisation
from delegation.registers import Register, tell_of_register
from delegation.selectors import organisations_seen_by

HOLD, APPLY = "charging_policy_hold", "charging_policy_apply"
# The schedule's own roles for each.
COUNCIL = frozenset({"head_of_service", "dass"})
PROVIDER = frozenset({"practitioner", "provider_manager", "data_officer"})

tell_of_acts(
    [
        *(
            GuardedAct(verb=verb, function=HOLD, side="council", roles=COUNCIL)
            for verb in ("draft_charging_policy", "approve_charging_policy", "withdraw_charging_policy")
        ),
        GuardedAct(verb="calculate_charge", function=APPLY, side="provider", roles=PROVIDER),
        *(
            GuardedAct(verb=verb, function=APPLY, side="council", roles=COUNCIL)
            for verb in ("decide_charge", "issue_charge_notice", "waive_charge")
        ),
    ]
)


def is_open_to(account: Account, council: Organisation) -> bool:
    """Whoever reads the council's casework may read these, but for the records of restricted people."""
    return council.pk in organisations_seen_by(account)


def standing(council: Organisation, on: date) -> list[Counting]:
    """How many charges wait for the council, and how many are past their day."""
    waiting = Charge.objects.filter(council=council, due_on__isnull=False)
    return [Counting(rows=waiting, late=Q(due_on__lt=on))]


tell_of_register(
    Register(
        key="charging",
        title="Charging",
        says="What the provider worked out with the council’s policy, and what the council decided, told and waived.",
        function=APPLY,
        sections="Care Act 2014 ss.14, 17; SI 2014/2672",
        address="casework:charges",
        is_open_to=is_open_to,
        standing=standing,
        drawn=WAY_OF_A_CHARGE,
    )
)
