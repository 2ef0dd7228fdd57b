"""A request to co-operate, from a relevant partner or to one, with its answer. Source: Care Act 2014 ss.6, 7."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.co_operation.rules import GROUNDS, PARTNERS
from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import Organisation


def _by_once_done() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class CoOperationRequest(models.Model):
    """Somebody is asked to co-operate, in general (s.6) or in the case of one person (s.7)."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting for the council’s answer"
        AGREED = "agreed", "The council co-operates"
        DECLINED = "declined", "Declined with written reasons"
        ASKED = "asked", "Waiting for the partner’s answer"
        PARTNER_AGREED = "partner_agreed", "The partner co-operates"
        REASONS_OWED = "reasons_owed", "Declined; written reasons are owed"
        PARTNER_DECLINED = "partner_declined", "The partner declined with reasons"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Direction(models.TextChoices):
        RECEIVED = "received", "From a partner to the council"
        MADE = "made", "From the council to a partner"

    class Scope(models.TextChoices):
        CASE = "case", "In the case of one person, s.7"
        GENERAL = "general", "In general, s.6"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=10, choices=Direction)
    scope = models.CharField(max_length=10, choices=Scope)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="co_operation_requests"
    )
    partner_kind = models.CharField(max_length=20, choices=[(key, one.title) for key, one in PARTNERS.items()])
    partner = models.CharField("name of the partner", max_length=200)
    asked_for = models.TextField("what is asked for")
    asked_on = models.DateField("day it was received or made")
    due_on = models.DateField()
    state = models.CharField(max_length=18, choices=State)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True, blank=True)
    # What is done, where the answer was yes.
    answer = models.TextField(blank=True)
    ground = models.CharField(max_length=14, choices=list(GROUNDS.items()), blank=True)
    reasons = models.TextField("the written reasons", blank=True)
    reasons_on = models.DateField("day the reasons were given", null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = _by_once_done()
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="co_operation_in_a_case_names_the_person",
                condition=Q(scope="case", person__isnull=False) | Q(scope="general", person=None),
            ),
            models.CheckConstraint(
                name="whoever_declines_to_co_operate_gives_written_reasons",
                condition=~Q(state__in=["declined", "partner_declined"])
                | Q(answered_on__isnull=False, reasons_on__isnull=False) & ~Q(reasons=""),
            ),
            models.CheckConstraint(
                name="the_council_declines_in_a_case_on_a_ground_of_section_7",
                condition=~Q(state="declined", scope="case") | ~Q(ground=""),
            ),
            models.CheckConstraint(
                name="a_request_to_co_operate_is_answered_by_whom_it_was_sent_to",
                condition=Q(direction="received", state__in=["waiting", "agreed", "declined", "withdrawn"])
                | Q(direction="made")
                & Q(state__in=["asked", "partner_agreed", "reasons_owed", "partner_declined", "withdrawn"]),
            ),
            models.CheckConstraint(
                name="a_closed_request_to_co_operate_says_when_and_by_whom",
                condition=Q(state__in=["waiting", "asked", "reasons_owed"], closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False)
                & ~Q(state__in=["waiting", "asked", "reasons_owed"]),
            ),
            models.CheckConstraint(
                name="a_request_to_co_operate_is_answered_after_it_was_asked",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("asked_on")),
            ),
        ]
        indexes = [
            # The list of open requests, late first, and the count of the late.
            models.Index(fields=["council", "due_on"], condition=Q(closed_at=None), name="co_operation_open_by_day"),
            models.Index(fields=["council", "-closed_at"], name="co_operation_closed"),
        ]

    def __str__(self) -> str:
        return self.ref
