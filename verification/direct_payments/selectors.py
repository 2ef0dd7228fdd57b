"""What somebody may see of direct payments: those of the people they may see."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from casework.selectors import readable
from delegation.closed import Subject, tell_of_closed_records
from delegation.counting import Counting
from delegation.models import Account, Organisation
from delegation.selectors import organisations_seen_by
from verification.direct_payments.asking import KIND
from verification.models import DirectPayment

# A plan that has ended pays for nothing: its payment is to be ended, whatever its own day.
OVER = ("ended", "withdrawn")


def payments_visible_to(account: Account) -> QuerySet[DirectPayment]:
    """The payments of the people this account may see."""
    found = DirectPayment.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))
    return found.select_related("council", "provider", "plan", "person", "seller")


def payment_list(account: Account, council: Organisation, *, closed: bool) -> QuerySet[DirectPayment]:
    """Those of a council asked for or in force, the late first, or those refused and ended, the last first."""
    found = payments_visible_to(account).filter(council=council)  # the list is walked along the council's index
    if closed:
        return found.filter(due_on=None).order_by("-pk")
    return found.filter(due_on__isnull=False).order_by("due_on", "pk")


def payment_of(account: Account, ref: str) -> DirectPayment | None:
    """One payment this account may see."""
    people = ("requested_by__worker", "decided_by__worker", "ended_by__worker", "repay_decided_by__worker")
    return payments_visible_to(account).select_related(*people).filter(ref=ref).first()


def payments_standing(council: Organisation, on: date) -> list[Counting]:
    """How many are asked for or in force, and how many are past their day or outlive their plan."""
    live = DirectPayment.objects.filter(council=council, due_on__isnull=False)
    late = Q(due_on__lt=on) | Q(plan__state__in=OVER)
    return [Counting(rows=live, late=late)]


def closed_payments(account: Account, subjects: Collection[Subject]) -> frozenset[Subject]:
    """Those of the payments that are of a restricted person and this account is not named for. One query, or none."""
    refs = [ref for kind, ref in subjects if kind == KIND]
    if not refs:
        return frozenset()
    closed = DirectPayment.objects.filter(~readable(account, "person"), ref__in=refs)
    return frozenset((KIND, ref) for ref in closed.values_list("ref", flat=True))


tell_of_closed_records(closed_payments)
