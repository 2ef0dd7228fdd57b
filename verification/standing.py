"""A plan as the guard needs it, for explaining authority by its reference: whose, whose hands, what is received."""

from collections import defaultdict

from casework.models import SupportPlan
from delegation.hands import PlanStanding, tell_of_plans
from verification.selectors import already_receives


def standing_of_plan(reference: str) -> PlanStanding | None:
    """The standing of the plan of this reference; None where there is none."""
    plan = SupportPlan.objects.select_related("council").filter(ref=reference).first()
    if plan is None:
        return None
    hands: dict[int, set[str]] = defaultdict(set)
    for worker_id, hand in plan.hands.values_list("worker_id", "hand"):
        hands[worker_id].add(hand)
    receives = already_receives(plan)
    return PlanStanding(
        council=plan.council,
        organisation_id=plan.provider_id,
        hands={worker_id: frozenset(known) for worker_id, known in hands.items()},
        live_weekly=receives.weekly,
        live_whole_life=receives.whole_life,
    )


tell_of_plans(standing_of_plan)
