"""From which state each act of protecting property starts, and who enters. No database.

Source: Care Act 2014 s.47.
"""

from collections.abc import Mapping
from types import MappingProxyType

from delegation.guarded import ACT_ON_NO_CASE
from delegation.schedule import ROLES
from delegation.wording import in_words

STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "authorise_property_entry": frozenset({"proposed"}),
        "refuse_property_entry": frozenset({"proposed"}),
        "record_property_entry": frozenset({"authorised"}),
        "end_property_protection": frozenset({"authorised", "protected"}),
    }
)
NO_OFFICER = (
    "Choose as officer somebody who holds a post in the council today and acts on its cases. "
    f"{in_words(sorted(ROLES[role].plural for role in ACT_ON_NO_CASE), joiner='and').capitalize()} do not."
)
EXPLAINED = (
    "The officer produces the authorisation if asked. Obstructing its exercise is an offence, and reasonable expenses "
    "may be recovered from the adult (Care Act 2014 s.47)."
)
