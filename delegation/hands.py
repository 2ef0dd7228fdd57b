"""What another part of the house tells of a plan, so that its authority can be explained without knowing plans.

casework calls `tell_of_plans` once, when the program starts; `standing_of` asks it by public reference.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from delegation.models import Organisation


@dataclass(frozen=True, kw_only=True)
class PlanStanding:
    """A plan as the guard needs it: whose it is, whose hands are on it, what the person already receives."""

    council: Organisation
    organisation_id: int | None
    hands: Mapping[int, frozenset[str]]
    live_weekly: Decimal = Decimal(0)
    live_whole_life: Decimal = Decimal(0)


Teller = Callable[[str], PlanStanding | None]

_tellers: list[Teller] = []


def tell_of_plans(teller: Teller) -> None:
    """Name the callable that gives the standing of a plan by its reference, or None where there is none."""
    if teller not in _tellers:
        _tellers.append(teller)


def standing_of(reference: str) -> PlanStanding | None:
    """The standing of the plan, or None where nobody knows it."""
    return next((standing for teller in _tellers if (standing := teller(reference))), None)
