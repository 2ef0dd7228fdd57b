"""What somebody may see of complaints; each read starts from who asks. The council sees all of them.

A restriction of the person's record keeps a complaint from others, never from those of the council who answer for
complaints: the complaint alone, not the record. Source: SI 2009/309 regs 4, 6(1A); UK GDPR Art 5(1)(f).
"""

from datetime import date

from django.db.models import Q, QuerySet

from casework.models import Complaint
from casework.selectors import readable
from delegation.counting import Counting
from delegation.models import Account, Organisation, Post
from delegation.records import council_roles_of
from delegation.schedule import FUNCTIONS
from delegation.selectors import organisations_seen_by

ANSWER_FOR_COMPLAINTS = FUNCTIONS["complaint_initial_handling"].council_roles


def complaints_visible_to(account: Account, council: Organisation) -> QuerySet[Complaint]:
    """The complaints somebody may look at: the council's staff all of its own, a provider's those of their people."""
    found = Complaint.objects.filter(provider_id__in=organisations_seen_by(account), council=council)
    if not council_roles_of(account, council) & ANSWER_FOR_COMPLAINTS:
        found = found.filter(readable(account, "person"))
    return found.select_related("council", "provider", "handler", "person")


def complaint_list(account: Account, council: Organisation, *, closed: bool) -> QuerySet[Complaint]:
    """Those still open, the late first, or those responded to, the last first."""
    found = complaints_visible_to(account, council)
    if closed:
        return found.filter(signed_at__isnull=False).order_by("-signed_at")
    return found.filter(signed_at=None).order_by("respond_by", "pk")


def complaint_of(account: Account, council: Organisation, ref: str) -> Complaint | None:
    """One complaint somebody may look at."""
    found = complaints_visible_to(account, council).filter(ref=ref)
    return found.select_related(
        "council", "provider", "handler", "person", "prepared_by__worker", "signed_by__worker"
    ).first()


def complaints_standing(council: Organisation, on: date) -> list[Counting]:
    """How many wait, and how many are past their acknowledgement or their response."""
    return [Counting(rows=Complaint.objects.filter(council=council, signed_at=None), late=_late(on))]


def complaints_to_sign(post: Post, on: date) -> list[Counting]:
    """The responses that wait for the council's signature."""
    prepared = Complaint.objects.filter(council=post.organisation_id, signed_at=None, state=Complaint.State.PREPARED)
    return [Counting(rows=prepared, late=_late(on))]


def complaints_to_answer(post: Post, on: date) -> list[Counting]:
    """The complaints that a provider handles and whose response is not prepared yet."""
    handled = Complaint.objects.filter(provider=post.organisation_id, handler=post.organisation_id, signed_at=None)
    return [Counting(rows=handled.exclude(state=Complaint.State.PREPARED), late=_late(on))]


def _late(on: date) -> Q:
    return Q(respond_by__lt=on) | Q(acknowledged_on=None, acknowledge_by__lt=on)
