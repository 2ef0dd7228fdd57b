"""The clock of a third-party request, and where each act starts from. No database.

Source: SI 2008/1858 reg 14: seven days from the day the council received the request.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

DAYS = 7
STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "appoint_third_party_assessor": frozenset({"received", "looked_into"}),
        "conclude_third_party_request": frozenset({"looked_into"}),
        "decline_third_party_request": frozenset({"received"}),
    }
)


def look_into_by(received_on: date) -> date:
    """The last day for the assessment: seven days from receipt. Source: SI 2008/1858 reg 14."""
    return received_on + timedelta(days=DAYS)
