"""What somebody may see of enquiries from outside; each read starts from who asks.

Staff of the council see the council's; staff of a provider, what reached their own organisation.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet, Sum

from delegation.counting import Counting
from delegation.directory import Place
from delegation.models import FoiRequest, OmbudsmanEnquiry, Organisation, Post, PublicEnquiry

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class HandedOver:
    """How one provider handed requests over in the last year."""

    organisation: str
    number: int
    late: int
    days_late: int


def foi_requests_in(place: Place) -> QuerySet[FoiRequest]:
    """The requests somebody may look at."""
    if place.is_council_staff:
        found = FoiRequest.objects.filter(council=place.council)
    else:
        found = FoiRequest.objects.filter(reached__in=place.organisations)
    return found.select_related("council", "reached")


def foi_list(place: Place, *, closed: bool) -> QuerySet[FoiRequest]:
    """Those still open, the late first, or those closed, the last first."""
    found = foi_requests_in(place)
    if closed:
        return found.filter(closed_at__isnull=False).order_by("-closed_at")
    return found.filter(closed_at=None).order_by("due_on", "pk")


def foi_request_of(place: Place, ref: str) -> FoiRequest | None:
    """One request somebody may look at."""
    return foi_requests_in(place).select_related("recorded_by__worker", "closed_by__worker").filter(ref=ref).first()


def hand_overs_in(place: Place, on: date) -> list[HandedOver]:
    """Each provider's hand-overs of the last year, with those not made on the day the request came. One query."""
    found = foi_requests_in(place).filter(received_on__gt=on - A_YEAR, handed_over_on__isnull=False)
    counted = found.values("reached__name").annotate(
        number=Count("pk"), late=Count("pk", filter=Q(days_late__gt=0)), days=Sum("days_late")
    )
    return [
        HandedOver(organisation=row["reached__name"], number=row["number"], late=row["late"], days_late=row["days"])
        for row in counted.order_by("reached__name")
    ]


def foi_standing(council: Organisation, on: date) -> list[Counting]:
    """How many requests wait for an answer, and how many are past the twentieth working day."""
    waiting = FoiRequest.objects.filter(council=council, closed_at=None)
    return [Counting(rows=waiting, late=Q(due_on__lt=on))]


def ombudsman_enquiries_in(place: Place) -> QuerySet[OmbudsmanEnquiry]:
    """The council's enquiries for its staff; for a provider's, those it was asked to supply to."""
    if place.is_council_staff:
        found = OmbudsmanEnquiry.objects.filter(council=place.council)
    else:
        found = OmbudsmanEnquiry.objects.filter(provider__in=place.organisations)
    return found.select_related("council", "provider")


def ombudsman_list(place: Place, *, closed: bool) -> QuerySet[OmbudsmanEnquiry]:
    """Those still open, the late first, or those closed, the last first."""
    found = ombudsman_enquiries_in(place)
    if closed:
        return found.filter(closed_at__isnull=False).order_by("-closed_at")
    return found.filter(closed_at=None).order_by("due_on", "pk")


def ombudsman_enquiry_of(place: Place, ref: str) -> OmbudsmanEnquiry | None:
    """One enquiry somebody may look at."""
    found = ombudsman_enquiries_in(place).select_related("supplied_by__worker", "answered_by__worker")
    return found.filter(ref=ref).first()


def ombudsman_standing(council: Organisation, on: date) -> list[Counting]:
    """How many wait for an answer, a decision or a remedy, and how many are past a day."""
    waiting = OmbudsmanEnquiry.objects.filter(council=council, closed_at=None)
    late = Q(answered_on=None, due_on__lt=on) | Q(state="asked", supply_due_on__lt=on)
    late |= Q(state="remedying", remedy_due_on__lt=on)
    return [Counting(rows=waiting, late=late)]


def public_enquiries_in(place: Place) -> QuerySet[PublicEnquiry]:
    """The council's enquiries for its staff; for a provider's, those it drafts."""
    if place.is_council_staff:
        found = PublicEnquiry.objects.filter(council=place.council)
    else:
        found = PublicEnquiry.objects.filter(provider__in=place.organisations)
    return found.select_related("council", "provider")


def public_list(place: Place, *, closed: bool) -> QuerySet[PublicEnquiry]:
    """Those not yet sent, the late first, or those sent, the last first."""
    found = public_enquiries_in(place)
    if closed:
        return found.filter(sent_at__isnull=False).order_by("-sent_at")
    return found.filter(sent_at=None).order_by("due_on", "pk")


def public_enquiry_of(place: Place, ref: str) -> PublicEnquiry | None:
    """One enquiry somebody may look at."""
    found = public_enquiries_in(place).select_related("drafted_by__worker", "cleared_by__worker", "sent_by__worker")
    return found.filter(ref=ref).first()


def public_standing(council: Organisation, on: date, kind: str = "") -> list[Counting]:
    """How many replies are not sent, to the press or to members where one is named, and how many past their day."""
    waiting = PublicEnquiry.objects.filter(council=council, sent_at=None, **({"kind": kind} if kind else {}))
    return [Counting(rows=waiting, late=Q(due_on__lt=on))]


def replies_to_write(post: Post, on: date) -> list[Counting]:
    """The enquiries whose reply a provider drafts, or sends to the press once it is cleared."""
    theirs = PublicEnquiry.objects.filter(provider=post.organisation_id, sent_at=None)
    with_them = Q(state=PublicEnquiry.State.OPEN) | Q(state=PublicEnquiry.State.CLEARED, kind=PublicEnquiry.Kind.PRESS)
    return [Counting(rows=theirs.filter(with_them), late=Q(due_on__lt=on))]


def supplies_asked(post: Post, on: date) -> list[Counting]:
    """What the council asked of a provider for the Ombudsman, and is not supplied yet."""
    asked = OmbudsmanEnquiry.objects.filter(provider=post.organisation_id, state=OmbudsmanEnquiry.State.ASKED)
    return [Counting(rows=asked, late=Q(supply_due_on__lt=on))]
