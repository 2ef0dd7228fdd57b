"""What somebody may see of co-operation: the council's own people, and of restricted people those who are named."""

from datetime import date

from django.db.models import Q, QuerySet

from casework.models import CoOperationRequest
from casework.selectors import readable
from delegation.counting import Counting
from delegation.directory import Place
from delegation.models import Account, Organisation


def requests_visible_to(account: Account, place: Place) -> QuerySet[CoOperationRequest]:
    """The council's requests; a provider has none, for it neither asks nor answers in the council's name."""
    if not place.is_council_staff:
        return CoOperationRequest.objects.none()
    found = CoOperationRequest.objects.filter(Q(person=None) | readable(account, "person"), council=place.council)
    return found.select_related("council", "person")


def request_list(account: Account, place: Place, *, closed: bool) -> QuerySet[CoOperationRequest]:
    """Those still open, the late first, or those closed, the last first."""
    found = requests_visible_to(account, place)
    if closed:
        return found.filter(closed_at__isnull=False).order_by("-closed_at")
    return found.filter(closed_at=None).order_by("due_on", "pk")


def request_of(account: Account, place: Place, ref: str) -> CoOperationRequest | None:
    """One request somebody may see."""
    found = requests_visible_to(account, place).select_related("recorded_by__worker", "closed_by__worker")
    return found.filter(ref=ref).first()


def co_operation_standing(council: Organisation, on: date) -> list[Counting]:
    """How many requests wait for an answer, and how many are past their day."""
    waiting = CoOperationRequest.objects.filter(council=council, closed_at=None)
    return [Counting(rows=waiting, late=Q(due_on__lt=on))]
