"""Funded support that the market has not yet supplied, and how long it waits."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from delegation.models import Account
from delegation.working_days import working_days_between
from verification.models import FundingDecision, Requirement
from verification.queue_reads import Row, queue_of, queue_page

UNSOURCED = ("funded", "in_brokerage", "awaiting_envelope_decision")


@dataclass(frozen=True, kw_only=True)
class Unsourced:
    """A plan whose support the market has not yet supplied, and since when it waits."""

    row: Row
    waiting_days: int
    lines: Sequence[Requirement]


def unsourced_page(account: Account, after: str = "") -> tuple[Sequence[Unsourced], str]:
    """Funded plans without an award, those due soonest first, with their lines: fifty, and where the next begin."""
    waiting = queue_of(account, "brokerage", states=UNSOURCED)
    page = queue_page(waiting, account, after)
    refs = [row.ref for row in page.rows]
    lines: dict[str, list[Requirement]] = {}
    wanted = Requirement.objects.filter(plan__ref__in=refs, live=True, award__isnull=True)
    for requirement in wanted.select_related("plan").prefetch_related("offers", "invitations"):
        lines.setdefault(requirement.plan.ref, []).append(requirement)
    # The wait began with the decision to fund, whoever took the plan up since and whatever price was asked.
    decided = FundingDecision.objects.filter(plan__ref__in=refs, kind=FundingDecision.Kind.FUNDING, outcome="fund")
    since = dict(decided.order_by("decided_on").values_list("plan__ref", "decided_on"))
    today = timezone.localdate()
    return [
        Unsourced(
            row=row,
            waiting_days=working_days_between(since[row.ref], today) if row.ref in since else 0,
            lines=lines.get(row.ref, []),
        )
        for row in page.rows
    ], page.next_after
