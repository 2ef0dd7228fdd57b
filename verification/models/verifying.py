"""The council's examination of a sealed version, and its findings."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casework.models import Need, PlanVersion, SupportPlan
from delegation.history import history_kept
from delegation.models import Worker


class Verification(models.Model):
    """The council's examination of one sealed version by one verifier at a time.

    Source: seed 001 "Verification Model"; statutory guidance 10.85 (no editing of the plan).
    """

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        RECOMMENDED = "recommended", "Recommended for funding"
        RETURNED = "returned", "Returned to the provider"
        ENDED = "ended", "Ended with the plan"

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="verifications")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="verifications")
    verifier = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=16, choices=Outcome.choices, default=Outcome.OPEN)
    checklist = models.JSONField(default=dict)
    recommendation = models.TextField(blank=True)
    taken_up_at = models.DateTimeField()
    taken_up_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    concluded_at = models.DateTimeField(null=True)
    concluded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(outcome="open"), name="one_open_verification_per_plan"
            ),
            models.CheckConstraint(
                condition=Q(concluded_at__isnull=True, concluded_by__isnull=True, outcome="open")
                | (Q(concluded_at__isnull=False, concluded_by__isnull=False) & ~Q(outcome="open")),
                name="concluded_verification_says_when_and_by_whom",
            ),
        ]


class Finding(models.Model):
    """A question of the council's on a line or a need; answered once, it is not asked again."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="findings")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    line_key = models.CharField(max_length=12, blank=True)
    need = models.ForeignKey(Need, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="finding_number_is_used_once_in_a_plan"),
            models.CheckConstraint(
                condition=~Q(line_key="") | Q(need__isnull=False), name="finding_is_tied_to_a_line_or_a_need"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="finding_has_a_reason"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="answered_finding_says_what_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False, answered_at__isnull=False),
                name="closed_finding_was_answered",
            ),
        ]
