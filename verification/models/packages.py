"""The support arranged for a person, and the support that could not wait."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models import Person, SupportPlan
from delegation.history import history_kept
from delegation.models import Worker
from verification.models.funding import FundingDecision
from verification.models.money import MONEY


class Package(models.Model):
    """The care and support arranged for a person on a decision of the council."""

    class State(models.TextChoices):
        ARRANGED = "arranged", "Arranged"
        ACTIVE = "active", "Active"
        SUSPENDED = "suspended", "Suspended"
        ENDED = "ended", "Ended"

    plan = models.OneToOneField(SupportPlan, on_delete=models.PROTECT, related_name="package")
    decision = models.ForeignKey(FundingDecision, on_delete=models.PROTECT, related_name="packages")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ARRANGED)
    weekly = models.DecimalField(**MONEY)
    one_off = models.DecimalField(**MONEY)
    arranged_at = models.DateTimeField()
    arranged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(null=True)
    started_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    review_due_on = models.DateField(null=True)
    suspended_on = models.DateField(null=True)
    suspended_because = models.TextField(blank=True)
    expected_return_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="arranged")
                | Q(started_at__isnull=False, started_by__isnull=False, starts_on__isnull=False)
                | Q(state="ended"),
                name="started_package_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="suspended") | (Q(suspended_on__isnull=False) & ~Q(suspended_because="")),
                name="suspended_package_has_a_reason_and_a_day",
            ),
            models.CheckConstraint(
                condition=(~Q(state="ended") & Q(ended_at__isnull=True, ended_by__isnull=True))
                | (
                    Q(state="ended", ended_at__isnull=False, ended_by__isnull=False, ends_on__isnull=False)
                    & ~Q(ended_because="")
                ),
                name="ended_package_says_when_by_whom_and_why",
            ),
        ]


class UrgentSupport(models.Model):
    """Support that starts before verification, on named authority: at most 14 days, and the council's amount."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="urgent_supports")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    weekly = models.DecimalField(**MONEY)
    reason = models.TextField()
    starts_on = models.DateField()
    verify_by = models.DateField()
    authorised_at = models.DateTimeField()
    authorised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    authoriser = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    live = models.BooleanField(default=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(live=True), name="one_live_urgent_support_per_plan"),
            models.CheckConstraint(condition=~Q(reason=""), name="urgent_support_has_a_reason"),
            models.CheckConstraint(
                condition=Q(verify_by__gte=F("starts_on")), name="urgent_support_ends_after_it_starts"
            ),
        ]
