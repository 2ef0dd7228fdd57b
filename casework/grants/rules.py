"""The clocks and the most of a disabled facilities grant. No database.

Source: Housing Grants, Construction and Regeneration Act 1996 ss.34, 36; SI 2008/1189.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from delegation.months import months_after

DECIDED_WITHIN_MONTHS = 6
PAID_WITHIN_MONTHS = 12
# In England. What is needed beyond it is discretionary help under SI 2002/1860 and no grant.
MOST = Decimal(30_000)
STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "confirm_necessary_and_appropriate": frozenset({"applied"}),
        "approve_grant": frozenset({"confirmed"}),
        "refuse_grant": frozenset({"applied", "confirmed", "not_confirmed"}),
    }
)


def decision_due(applied_on: date) -> date:
    """The last day to decide and notify: six months after the full application. Source: s.34(1)."""
    return months_after(applied_on, DECIDED_WITHIN_MONTHS)


def latest_payment(applied_on: date) -> date:
    """The last day to which payment may be put off: twelve months after the application. Source: s.36."""
    return months_after(applied_on, PAID_WITHIN_MONTHS)
