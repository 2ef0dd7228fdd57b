"""Doing an act on a plan as its page was seen: nobody undoes unknowingly what another did meanwhile (P4)."""

from collections.abc import Callable
from typing import Any, TypeVar

from casework.models import SupportPlan
from casework.plans import lock_plan
from casework.revisions import changes_since
from delegation.models import Account
from delegation.refusals import Fault, RuleBroken, StaleRevision
from delegation.register import whole
from verification.wording import reason_in_words

R = TypeVar("R")


def do_as_seen(service: Callable[..., R], *, plan: str, by: Account, seen_revision: int, **given: Any) -> R:
    """Call one service on the plan, and refuse it whole where the plan changed after the page was opened.

    Authority is asked first, by the service: somebody who may not act is told that. Whoever may is told who changed
    the plan since, whether or not a rule now stands against the act too.

    Args:
        seen_revision: the revision the page carried; nought where it carried none, which is never the plan's own.

    Raises:
        StaleRevision: with who changed what and when.
    """
    with whole():
        held = lock_plan(plan)
        is_stale = held.revision != seen_revision
        try:
            result = service(plan=plan, by=by, **given)
        except RuleBroken as broken:
            if is_stale and not isinstance(broken, StaleRevision):
                raise _stale(held, seen_revision) from broken
            raise
        if is_stale:
            raise _stale(held, seen_revision)
    return result


def _stale(plan: SupportPlan, seen_revision: int) -> StaleRevision:
    since = [_in_words(each) for each in changes_since(plan, seen_revision)] if seen_revision else []
    told = "; ".join(since) or "open the plan to see what happened"
    return StaleRevision(
        f"Plan {plan.ref} was changed after you opened this page: {told}. Nothing you sent was done. "
        "What you typed is still here.",
        faults=[Fault("revision", each) for each in since],
    )


def _in_words(told: str) -> str:
    who, separator, why = told.rpartition(": ")
    return f"{who}{separator}{reason_in_words(why).lower() if reason_in_words(why) != why else why}"
