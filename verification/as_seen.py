"""Doing an act on a plan as its page was seen: nobody undoes unknowingly what another did meanwhile (P4)."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.dispatch import receiver

from casework.models import SupportPlan
from casework.plans import plan_moved
from casework.revisions import changes_since
from delegation.models import Account
from delegation.refusals import Fault, RuleBroken, StaleRevision
from verification.wording import reason_in_words

R = TypeVar("R")

# The plan and the revision that the page now acting was made from.
_seen: ContextVar[tuple[str, int] | None] = ContextVar("plan_as_seen", default=None)


def do_as_seen(service: Callable[..., R], *, plan: SupportPlan, by: Account, seen_revision: int, **given: Any) -> R:
    """Call one service on the plan, and refuse it whole where the plan changed after the page was opened.

    Authority is asked first, by the service: somebody who may not act is told that. Whoever may is told who changed
    the plan since, whether or not a rule now stands against the act too.

    Args:
        seen_revision: the revision the page carried; nought where it carried none, which is never the plan's own.

    Raises:
        StaleRevision: with who changed what and when.
    """
    token = _seen.set((plan.ref, seen_revision))
    try:
        return service(plan=plan.ref, by=by, **given)
    except RuleBroken as broken:
        plan.refresh_from_db(fields=["revision"])
        if isinstance(broken, StaleRevision) or plan.revision == seen_revision:
            raise
        raise _stale(plan, _told_since(plan, seen_revision)) from broken
    finally:
        _seen.reset(token)


@receiver(plan_moved, dispatch_uid="nobody_undoes_another_unknowingly")
def refuse_what_was_not_seen(sender: Any, *, plan: SupportPlan, **_: Any) -> None:
    """Undo a move, in its own transaction and under the plan's lock, of a plan that was not as the page had it."""
    seen = _seen.get()
    if seen is None or seen[0] != plan.ref or plan.revision == seen[1] + 1:
        return
    raise _stale(plan, _told_since(plan, seen[1])[:-1])  # the last is this very move, which is undone


def _told_since(plan: SupportPlan, revision: int) -> list[str]:
    return [_in_words(each) for each in changes_since(plan, revision)] if revision else []


def _stale(plan: SupportPlan, since: list[str]) -> StaleRevision:
    told = "; ".join(since) or "open the plan to see what happened"
    return StaleRevision(
        f"Plan {plan.ref} was changed after you opened this page: {told}. Nothing you sent was done. "
        "What you typed is still here.",
        faults=[Fault("revision", each) for each in since],
    )


def _in_words(told: str) -> str:
    who, separator, why = told.rpartition(": ")
    said = reason_in_words(why)
    return f"{who}{separator}{said.lower() if said != why else why}"
