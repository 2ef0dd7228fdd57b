"""The refusals of casework's own rules, by name."""

from collections.abc import Sequence

from delegation.refusals import Fault, RuleBroken
from delegation.refusals import NotKept as NotKept


class AlreadyRecorded(RuleBroken):
    """The same person, or the same plan, is already recorded."""


class NotEligible(RuleBroken):
    """No eligible need was determined, so there is nothing to plan for."""


class PlanNotComplete(RuleBroken):
    """Something of section 25 is still missing."""


class NotOnThisPlan(RuleBroken):
    """The plan has no such line or need."""


def refuse_faults(faults: Sequence[Fault], what: str) -> None:
    """Raise NotKept with every fault at once, where there is one."""
    if faults:
        count = "one thing" if len(faults) == 1 else f"{len(faults)} things"
        first = f" First: {faults[0].sentence}"
        raise NotKept(f"{what}: {count} must be put right.{first}", faults=faults)
