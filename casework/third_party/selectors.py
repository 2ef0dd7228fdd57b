"""What somebody may see of third-party requests: the council's staff, of the people they may see."""

from datetime import date

from django.db.models import Q, QuerySet

from casework.models import ThirdPartyRequest
from casework.selectors import readable
from delegation.counting import Counting
from delegation.models import Account, Organisation
from delegation.selectors import organisations_seen_by


def third_party_visible_to(account: Account) -> QuerySet[ThirdPartyRequest]:
    """The requests before the councils this account sees, without those of restricted people closed to it."""
    found = ThirdPartyRequest.objects.filter(readable(account, "person"), council_id__in=organisations_seen_by(account))
    return found.select_related("council", "person", "managing_authority", "assessor")


def third_party_list(account: Account, council: Organisation, *, closed: bool) -> QuerySet[ThirdPartyRequest]:
    """Those of a council that are open, the late first, or those closed, the last first."""
    found = third_party_visible_to(account).filter(council=council)
    if closed:
        return found.filter(closed_on__isnull=False).order_by("-closed_on", "-pk")
    return found.filter(closed_on=None).order_by("due_on", "pk")


def third_party_request_of(account: Account, ref: str) -> ThirdPartyRequest | None:
    """One request this account may see."""
    found = third_party_visible_to(account).select_related("closed_by__worker", "appointed_by__worker")
    return found.filter(ref=ref).first()


def third_party_standing(council: Organisation, on: date) -> list[Counting]:
    """How many are open, and how many are past the seven days."""
    waiting = ThirdPartyRequest.objects.filter(council=council, closed_on=None)
    return [Counting(rows=waiting, late=Q(due_on__lt=on))]
