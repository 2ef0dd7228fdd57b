"""The rule of a transfer from guardianship to hospital: an application, two recommendations, the managers, the days.

The patient is from then on as one admitted for treatment, so what admission for treatment asks is asked here. That an
AMHP applies on Form G8, that the hospital's managers and the council agree, and the fourteen days are general
knowledge of the regulation: the council's lawyers have the last word (docs/decisions/guardianship.md).
Source: Mental Health Act 1983 ss.3(3), 6(1), 12, 12A, 19(1)(b), 19(2)(d); SI 2008/1184 reg 8.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from casework.guardianship.rules import Recommendation, are_two, forward_by, why_not_recommended
from delegation.wording import long_day

# What must be there before any rule can be asked, each with what is said where it is not.
MUST_BE_SAID = MappingProxyType(
    {
        "amhp": "Choose the AMHP who applied to the hospital on Form G8 (reg 8).",
        "applied_on": "Say on which day the AMHP applied (reg 8).",
        "recommended_on": "Say on which form the two doctors recommend it (s.3(3)).",
        "managers_agreed_by": "Name who agreed for the hospital’s managers (s.19(1)(b); reg 8).",
        "managers_agreed_on": "Say on which day the hospital’s managers agreed (s.19(1)(b); reg 8).",
        "arrangements": "Write what was arranged for the admission: the council must be satisfied of it (reg 8).",
    }
)


@dataclass(frozen=True, kw_only=True)
class Admission:
    """A transfer to hospital, as far as the council's agreement asks of it; `others` have a part in it too."""

    applied_on: date
    recommendations: Sequence[Recommendation]
    managers_agreed_on: date
    moved_on: date
    why_no_acquaintance: str = ""
    others: Mapping[str, str] = field(default_factory=dict)


def admit_by(recommendations: Sequence[Recommendation]) -> date:
    """The last day of admission: fourteen days beginning with the later examination, as in s.6(1)."""
    return forward_by(each.examined_on for each in recommendations)


def why_not_moved(admission: Admission) -> list[tuple[str, str]]:
    """Every reason for which the council does not agree, each with what it speaks of; empty where it may agree."""
    two, applied_on, moved_on = admission.recommendations, admission.applied_on, admission.moved_on
    why = why_not_recommended(two, applied_on, admission.why_no_acquaintance, section="3(3)", others=admission.others)
    found = [("recommendations", each) for each in why]
    if applied_on > moved_on:
        found.append(("applied_on", "The AMHP applied on or before the day of the transfer (reg 8)."))
    if not applied_on <= admission.managers_agreed_on <= moved_on:
        sentence = "The hospital’s managers agree to the application, by the day of the transfer (s.19(1)(b); reg 8)."
        found.append(("managers_agreed_on", sentence))
    if are_two(two) and moved_on > (last := admit_by(two)):
        sentence = f"Admission is by {long_day(last)}, the last of 14 days from the later examination (reg 8; s.6(1))."
        found.append(("moved_on", sentence))
    return found
