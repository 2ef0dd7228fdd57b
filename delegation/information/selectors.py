"""What somebody may see of enquiries from outside; each read starts from who asks.

Staff of the council see the council's; staff of a provider, what reached their own organisation.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet, Sum

from delegation.directory import Place
from delegation.models import FoiRequest, Organisation
from delegation.registers import Waiting

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class HandedOver:
    """How one provider handed requests over in the last year."""

    organisation: str
    number: int
    late: int
    days_lost: int


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
    """Each provider's hand-overs of the last year, with those not made on the same working day. One query."""
    found = foi_requests_in(place).filter(received_on__gt=on - A_YEAR, handed_over_on__isnull=False)
    counted = found.values("reached__name").annotate(
        number=Count("pk"), late=Count("pk", filter=Q(working_days_lost__gt=0)), lost=Sum("working_days_lost")
    )
    return [
        HandedOver(organisation=row["reached__name"], number=row["number"], late=row["late"], days_lost=row["lost"])
        for row in counted.order_by("reached__name")
    ]


def foi_standing(council: Organisation, on: date) -> Waiting:
    """How many requests wait for an answer, and how many are past the twentieth working day. One query."""
    waiting = FoiRequest.objects.filter(council=council, closed_at=None)
    return Waiting(**waiting.aggregate(open=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on))))
