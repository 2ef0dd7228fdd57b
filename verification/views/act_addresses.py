"""Where the page of each act is, whichever app has it."""

from functools import cache

from django.urls import NoReverseMatch, reverse

from casework.models import SupportPlan

# Acts of writing the plan have their pages in casework; several are done on one page.
IN_CASEWORK = {
    "amend_plan": "casework:prepare",
    "set_personal_budget": "casework:budget",
    "agree_plan_with_person": "casework:agreement",
    "transfer_plan_to_worker": "casework:transfer-plan",
}


@cache
def _stands(name: str) -> bool:
    try:
        reverse(name, args=["SP-0000-0000"])
    except NoReverseMatch:
        return False
    return True


def href_of(act: str, plan: SupportPlan) -> str:
    """The address of an act's page on this plan; empty where it has none of its own."""
    name = IN_CASEWORK.get(act, f"verification:{act}")
    return reverse(name, args=[plan.ref]) if _stands(name) else ""
