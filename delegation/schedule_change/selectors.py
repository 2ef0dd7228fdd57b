"""Reads of the changes of the schedule: the council's own, for its staff."""

from datetime import date

from django.db.models import Q, QuerySet

from delegation.counting import Counting
from delegation.models import Organisation, Post, ScheduleChange
from delegation.schedule_change.rules import PROPOSED


def changes_of(council: Organisation) -> QuerySet[ScheduleChange]:
    """Every change of a council's schedule, the last proposed first."""
    found = ScheduleChange.objects.filter(council=council)
    return found.select_related("organisation", "proposed_by__worker").order_by("-proposed_on", "-pk")


def change_by_ref(council: Organisation, ref: str) -> ScheduleChange | None:
    """A change of the council's schedule; None where it has no such one."""
    found = changes_of(council).select_related("decided_by__worker", "post", "authorisation", "council")
    return found.filter(ref=ref).first()


def waiting_changes(council: Organisation, on: date) -> list[Counting]:
    """How many changes wait for the Director, and how many of them past the day they were to be in force."""
    proposed = ScheduleChange.objects.filter(council=council, state=PROPOSED)
    return [Counting(rows=proposed, late=Q(from_day__lt=on))]


def changes_to_decide(post: Post, on: date) -> list[Counting]:
    """The same, for whoever holds the Director's post."""
    return waiting_changes(post.organisation, on)
