"""What somebody may see of grant applications: those of the people they may see."""

from datetime import date

from django.db.models import Q, QuerySet

from casework.models import GrantApplication
from casework.selectors import readable
from delegation.counting import Counting
from delegation.models import Account, Organisation, Post
from delegation.selectors import organisations_seen_by


def grants_visible_to(account: Account) -> QuerySet[GrantApplication]:
    """The applications of the people this account may see."""
    found = GrantApplication.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))
    return found.select_related("council", "provider", "person")


def grant_list(account: Account, *, closed: bool) -> QuerySet[GrantApplication]:
    """Those not yet decided, the late first, or those decided, the last first."""
    found = grants_visible_to(account)
    if closed:
        return found.filter(decided_at__isnull=False).order_by("-decided_at")
    return found.filter(decided_at=None).order_by("decide_by", "pk")


def grant_of(account: Account, ref: str) -> GrantApplication | None:
    """One application this account may see."""
    found = grants_visible_to(account).select_related("confirmed_by__worker", "decided_by__worker")
    return found.filter(ref=ref).first()


def grants_standing(council: Organisation, on: date) -> list[Counting]:
    """How many wait for a decision, and how many are past the six months."""
    waiting = GrantApplication.objects.filter(council=council, decided_at=None)
    return [Counting(rows=waiting, late=Q(decide_by__lt=on))]


def grants_to_confirm(post: Post, on: date) -> list[Counting]:
    """The applications whose need the provider has still to confirm."""
    applied = GrantApplication.objects.filter(
        provider=post.organisation_id, decided_at=None, state=GrantApplication.State.APPLIED
    )
    return [Counting(rows=applied, late=Q(decide_by__lt=on))]
