"""Tells the pages of authority which acts on direct payments are guarded, and the page of registers of the register."""

from delegation.guarded import ACTS, GuardedAct, tell_of_acts
from delegation.records import council_roles_of
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS
from verification.direct_payments.asking import FUNCTION, OF_THE_COUNCIL
from verification.direct_payments.flows import DIRECT_PAYMENTS
from verification.direct_payments.rules import STARTS_FROM
from verification.direct_payments.selectors import payments_standing

ROW = FUNCTIONS[FUNCTION]
VERBS = ("request_direct_payment", *STARTS_FROM)

tell_of_acts(GuardedAct(verb=verb, function=FUNCTION, side="council", roles=ROW.council_roles) for verb in VERBS)
# The same acts for the provider of the caseload, where the council authorised it.
ACTS.update(
    {
        f"{verb} (provider)": GuardedAct(verb=verb, function=FUNCTION, side="provider", roles=ROW.provider_roles)
        for verb in VERBS
        if verb not in OF_THE_COUNCIL
    }
)
tell_of_register(
    Register(
        key="direct_payments",
        title="Direct payments",
        says="Payments in force from the plans that fund them: conditions, reviews in time, endings by the council.",
        function=FUNCTION,
        sections=ROW.source,
        address="verification:direct_payments",
        is_open_to=lambda account, council: bool(council_roles_of(account, council) - {"administrator"}),
        standing=payments_standing,
        drawn=DIRECT_PAYMENTS,
    )
)
