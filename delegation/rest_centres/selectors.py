"""What somebody may see of rest centres: the council's staff all of them, a provider's those it staffs."""

from datetime import date

from django.db.models import Q, QuerySet

from delegation.counting import Counting
from delegation.directory import Place
from delegation.models import Organisation, Post, RestCentre, RestCentreCheck, RestCentreOpening

# The openings shown on the page of centres; the others are found from their centre.
MOST_OPENINGS = 10
MOST_CHECKS = 10


def centres_in(place: Place) -> QuerySet[RestCentre]:
    """The centres somebody may see."""
    if place.is_council_staff:
        found = RestCentre.objects.filter(council=place.council)
    else:
        found = RestCentre.objects.filter(provider__in=place.organisations)
    return found.select_related("council", "provider")


def centre_list(place: Place, *, closed: bool) -> QuerySet[RestCentre]:
    """Those of the plan, the one with the earliest day first, or those taken out of it, the last first."""
    if closed:
        return centres_in(place).filter(due_on=None).order_by("-withdrawn_at")
    return centres_in(place).filter(due_on__isnull=False).order_by("due_on", "pk")


def centre_of(place: Place, ref: str) -> RestCentre | None:
    """One centre somebody may see."""
    return centres_in(place).filter(ref=ref).first()


def checks_of(centre: RestCentre) -> list[RestCentreCheck]:
    """The last tests, exercises and reviews of a centre."""
    return list(centre.checks.select_related("recorded_by__worker").order_by("-done_on", "-pk")[:MOST_CHECKS])


def openings_in(place: Place) -> QuerySet[RestCentreOpening]:
    """The openings somebody may see: of the council, or those a provider was called to."""
    if place.is_council_staff:
        found = RestCentreOpening.objects.filter(council=place.council)
    else:
        found = RestCentreOpening.objects.filter(provider__in=place.organisations)
    return found.select_related("council", "centre", "provider")


def last_openings(place: Place) -> list[RestCentreOpening]:
    """The openings of the page of centres: those to be debriefed, the late first, those open, then the last."""
    return list(openings_in(place).order_by("-state", "debrief_due_on", "-opened_at")[:MOST_OPENINGS])


def openings_of(place: Place, centre: RestCentre) -> list[RestCentreOpening]:
    """The last openings of one centre."""
    return list(openings_in(place).filter(centre=centre).order_by("-opened_at")[:MOST_OPENINGS])


def opening_of(place: Place, ref: str) -> RestCentreOpening | None:
    """One opening somebody may see."""
    found = openings_in(place).select_related("opened_by__worker", "stood_down_by__worker", "debriefed_by__worker")
    return found.filter(ref=ref).first()


def staff_of(provider: Organisation | None, on: date) -> list[tuple[int, str]]:
    """Who works for a provider on a day, for a list to choose from."""
    posts = Post.objects.live_on(on).filter(organisation=provider).order_by("worker__name")
    return list(dict.fromkeys(posts.values_list("worker_id", "worker__name")))


def attending(opening: RestCentreOpening) -> list[tuple[int, str]]:
    """Who is in the centre now, for a list to choose from."""
    there = opening.attendances.filter(left_at=None).order_by("worker__name")
    return list(there.values_list("worker_id", "worker__name"))


def centres_standing(council: Organisation, on: date) -> list[Counting]:
    """How many openings and late centres wait for something, and how many are past a day."""
    centres = RestCentre.objects.filter(council=council, due_on__lt=on)
    openings = RestCentreOpening.objects.filter(centre__council=council).exclude(state="debriefed")
    return [Counting(rows=centres), Counting(rows=openings, late=Q(debrief_due_on__lt=on))]
