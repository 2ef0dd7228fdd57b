"""From which state each act of protecting property starts. No database. Source: Care Act 2014 s.47."""

from collections.abc import Mapping
from types import MappingProxyType

STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "authorise_property_entry": frozenset({"proposed"}),
        "refuse_property_entry": frozenset({"proposed"}),
        "record_property_entry": frozenset({"authorised"}),
        "end_property_protection": frozenset({"authorised", "protected"}),
    }
)
EXPLAINED = (
    "The officer produces the authorisation if asked. Obstructing its exercise is an offence, and reasonable expenses "
    "may be recovered from the adult (Care Act 2014 s.47)."
)
