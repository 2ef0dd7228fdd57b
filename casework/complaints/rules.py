"""The clocks of a complaint, and from which state each act starts. No database. Source: SI 2009/309 regs 12 to 14."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from delegation.months import last_day_of_months, months_after
from delegation.working_days import add_working_days

# Reg 13(3): not later than three working days after the day on which it was received.
ACKNOWLEDGED_WITHIN = 3
# Reg 14(3): six months commencing on the day on which it was received.
ANSWERED_WITHIN_MONTHS = 6
# Reg 12(1): not later than 12 months after the matter occurred, or came to the notice of who complains.
MADE_WITHIN_MONTHS = 12
OMBUDSMAN = (
    "If you are not satisfied you may ask the Local Government and Social Care Ombudsman to look into it, usually "
    "within 12 months of first knowing of the matter: www.lgo.org.uk, telephone 0300 061 0614."
)

OPEN = frozenset({"received", "acknowledged", "looked_into", "prepared"})
STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "acknowledge_complaint": frozenset({"received"}),
        "agree_complaint_plan": frozenset({"acknowledged"}),
        "agree_longer_complaint_period": frozenset({"looked_into", "prepared"}),
        "prepare_complaint_response": frozenset({"looked_into"}),
        "return_complaint_response": frozenset({"prepared"}),
        "sign_complaint_response": frozenset({"prepared"}),
        "take_over_complaint": OPEN,
    }
)


def acknowledgement_due(received_on: date) -> date:
    """The third working day after the day a complaint was received. Source: reg 13(3)."""
    return add_working_days(received_on, ACKNOWLEDGED_WITHIN)


def response_due(received_on: date) -> date:
    """The last day of the six months that begin with the day it was received. Source: reg 14(3)(a)."""
    return last_day_of_months(received_on, ANSWERED_WITHIN_MONTHS)


def is_made_in_time(arose_on: date, received_on: date) -> bool:
    """Whether a complaint came within twelve months of the matter, or of knowing of it. Source: reg 12(1)."""
    return received_on <= months_after(arose_on, MADE_WITHIN_MONTHS)
