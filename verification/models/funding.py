"""The council's decisions on the money, line by line, and what is asked of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casework.models import Person, PlanVersion, SupportPlan
from delegation.history import history_kept
from delegation.models import Post, Worker
from verification.models.money import MONEY


class FundingDecision(models.Model):
    """A decision of the council on the money of one sealed version. Kept when void, never altered.

    Amounts are the council's cost in pounds: a week, and over the planned life (52 weeks when open-ended).
    """

    class Kind(models.TextChoices):
        FUNDING = "funding", "Funding decision"
        ENVELOPE = "envelope", "Change of the funding envelope"
        CHANGE = "change", "Change of a package"

    class Outcome(models.TextChoices):
        FUND = "fund", "Fund"
        REFUSE = "refuse", "Refuse"

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="funding_decisions")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="funding_decisions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.FUNDING)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    weekly = models.DecimalField(**MONEY)
    one_off = models.DecimalField(**MONEY)
    whole_life = models.DecimalField(**MONEY)
    already_weekly = models.DecimalField(**MONEY, default=0)
    already_whole_life = models.DecimalField(**MONEY, default=0)
    reasons = models.TextField(blank=True)
    conditions = models.TextField(blank=True)
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decider = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    in_force = models.BooleanField(default=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=200, blank=True)
    history = history_kept()

    class Meta:
        ordering = ["decided_at", "id"]
        indexes = [
            # What the person already receives: the sum a decision's limit must cover.
            models.Index(fields=["person"], name="decisions_in_force_of_a_person", condition=Q(in_force=True)),
            # What was decided between two days: the files a sample is drawn from.
            models.Index(fields=["decided_on"], name="decisions_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(in_force=True), name="one_decision_in_force_per_version"
            ),
            models.UniqueConstraint(fields=["plan"], condition=Q(in_force=True), name="one_decision_in_force_per_plan"),
            models.CheckConstraint(
                condition=Q(weekly__gte=0, one_off__gte=0, whole_life__gte=0), name="decision_is_not_of_negative_money"
            ),
            models.CheckConstraint(
                condition=Q(outcome="fund") | (~Q(reasons="") & Q(weekly=0, one_off=0)), name="refusal_carries_reasons"
            ),
            models.CheckConstraint(
                condition=Q(in_force=True, ended_at__isnull=True) | Q(in_force=False, ended_at__isnull=False),
                name="decision_no_longer_in_force_says_since_when",
            ),
        ]


class Escalation(models.Model):
    """A decision passed up to a named level: it waits for that role until it is decided."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="escalations")
    to_role = models.CharField(max_length=20)
    reason = models.TextField()
    escalated_at = models.DateTimeField()
    escalated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    live = models.BooleanField(default=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(live=True), name="one_live_escalation_per_plan"),
            models.CheckConstraint(condition=~Q(reason=""), name="escalation_has_a_reason"),
        ]


class FundedLine(models.Model):
    """What the council decided of one line: fund, part, until a day, or refuse."""

    class Outcome(models.TextChoices):
        FUND = "fund", "Fund"
        PART = "part", "Fund in part"
        UNTIL = "until", "Fund until a day"
        REFUSE = "refuse", "Refuse"

    decision = models.ForeignKey(FundingDecision, on_delete=models.PROTECT, related_name="lines")
    line_key = models.CharField(max_length=12)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    weekly = models.DecimalField(**MONEY)
    one_off = models.DecimalField(**MONEY)
    until = models.DateField(null=True)
    condition = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "line_key"], name="a_line_is_decided_once_in_a_decision"),
            models.CheckConstraint(
                condition=Q(outcome="fund") | ~Q(reason=""), name="a_line_not_funded_whole_has_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="until") | Q(until__isnull=False), name="a_line_funded_until_names_the_day"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="refuse") | Q(weekly=0, one_off=0), name="a_refused_line_costs_nothing"
            ),
        ]


class ChangeRequest(models.Model):
    """More or less money asked for: of the envelope before the package, or of the package. Waits for a decision."""

    class Kind(models.TextChoices):
        ENVELOPE = "envelope", "Price above the envelope"
        PACKAGE = "package", "Change of the package"

    class Outcome(models.TextChoices):
        OPEN = "open", "Waiting for a decision"
        AGREED = "agreed", "Agreed"
        REFUSED = "refused", "Refused"
        ENDED = "ended", "Ended with the plan"

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="change_requests")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    weekly_before = models.DecimalField(**MONEY)
    weekly_after = models.DecimalField(**MONEY)
    one_off_before = models.DecimalField(**MONEY)
    one_off_after = models.DecimalField(**MONEY)
    effective_on = models.DateField(null=True)
    reason = models.TextField()
    lines = models.JSONField(default=dict)
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    decision = models.ForeignKey(FundingDecision, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answer_reason = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(outcome="open"), name="one_open_change_per_plan"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_change_is_asked_for_with_a_reason"),
            models.CheckConstraint(
                condition=~Q(outcome="agreed") | Q(decision__isnull=False), name="agreed_change_has_a_decision"
            ),
        ]
