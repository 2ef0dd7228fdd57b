"""The rules of safeguarding that need no database: what the three limbs allow, and when each step falls due.

Source: Care Act 2014 s.42(1)-(2). The Act sets no clock: the targets are the council's own (data/safeguarding_targets).
"""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from casework.models import SafeguardingConcern, ThresholdDecision
from delegation.working_days import add_working_days

TARGETS_FILE = Path(__file__).resolve().parents[1] / "data" / "safeguarding_targets.csv"
Decision = ThresholdDecision.Decision
State = SafeguardingConcern.State


def _read_targets() -> Mapping[str, int]:
    with TARGETS_FILE.open(encoding="utf-8", newline="") as rows:
        return MappingProxyType({row["step"]: int(row["working_days"]) for row in csv.DictReader(rows)})


TARGETS = _read_targets()

# Where a threshold decision leads.
LEADS_TO: Mapping[str, str] = MappingProxyType(
    {
        Decision.ENQUIRE: State.AWAITING_ENQUIRY,
        Decision.OTHER_ENQUIRY: State.AWAITING_ENQUIRY,
        Decision.SCREEN_OUT: State.SCREENED_OUT,
    }
)


def falls_due(step: str, begins_on: date) -> date:
    """The day a step falls due by the council's local target, in working days after the day given."""
    return add_working_days(begins_on, TARGETS[step])


def why_not_decided_so(
    decision: str, *, has_needs: bool | None, is_at_risk: bool | None, cannot_protect_themselves: bool | None
) -> dict[str, str]:
    """What stands against a threshold decision, a sentence a field; nothing where it may stand.

    All three limbs met: the council must make enquiries or cause them to be made. Otherwise the duty does not arise.
    Source: Care Act 2014 s.42(1)-(2).
    """
    limbs = {
        "has_needs": has_needs,
        "is_at_risk": is_at_risk,
        "cannot_protect_themselves": cannot_protect_themselves,
    }
    faults = {name: "Answer yes or no." for name, answer in limbs.items() if answer is None}
    if decision not in Decision.values:
        faults["decision"] = "Choose what is decided."
    elif not faults:
        met = all(limbs.values())
        if met and decision != Decision.ENQUIRE:
            faults["decision"] = "All three limbs are met: section 42(2) says that enquiries must be made."
        if not met and decision == Decision.ENQUIRE:
            faults["decision"] = (
                "Not all three limbs are met, so the duty of section 42(2) does not arise. "
                "The council may enquire all the same, or screen the concern out."
            )
    return faults
