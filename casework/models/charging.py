"""Charging: the council's policy in versions, what was worked out by it, and what the council decided.

Source: Care Act 2014 ss.14, 17, 69-70; SI 2014/2672.
"""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.charging.rules import FIGURES, NEVER, STATES, SUPPORT, WAITING
from casework.models.person import Person
from casework.models.plan import HALF_A_PENNY, SupportPlan
from delegation.history import history_kept
from delegation.models import Organisation

ACCOUNT = settings.AUTH_USER_MODEL
MONEY: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}


class ChargingPolicy(models.Model):
    """A dated version of the council's charging policy. Approved, it never changes; the database keeps it so.

    In force on a day is the approved version with the latest first day up to that day: there is one at most, because
    no two approved versions begin on one day. Source: Care Act 2014 ss.14, 17, 79(2).
    """

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    from_day = models.DateField()
    choices_made = models.TextField()
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_by_decision = models.CharField(max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "number"], name="a_charging_policy_is_numbered_once"),
            models.UniqueConstraint(
                fields=["council", "from_day"],
                condition=Q(approved_at__isnull=False),
                name="one_charging_policy_is_in_force_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True, approved_by_decision="")
                | (Q(approved_at__isnull=False, approved_by__isnull=False) & ~Q(approved_by_decision="")),
                name="an_approved_charging_policy_names_the_decision",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, approved_at__isnull=True)
                    & ~Q(withdrawn_because="")
                ),
                name="only_a_draft_charging_policy_is_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"

    def figures_by_key(self) -> dict[str, Decimal]:
        """Its figures. One query, unless they were fetched with it."""
        return {figure.key: figure.amount for figure in self.figures.all()}


class ChargingFigure(models.Model):
    """One figure of a policy, with the council's own source. Never changed: another figure is another version."""

    policy = models.ForeignKey(ChargingPolicy, on_delete=models.PROTECT, related_name="figures")
    key = models.CharField(max_length=60, choices=[(key, one.title) for key, one in FIGURES.items()])
    amount = models.DecimalField(**MONEY)
    source = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["policy", "key"], name="a_policy_has_each_figure_once"),
            models.CheckConstraint(condition=~Q(source=""), name="a_figure_of_charging_has_a_source"),
        ]


class Charge(models.Model):
    """What a person is to pay for their support: worked out by the provider, decided and told by the council.

    Source: Care Act 2014 ss.14, 17.
    """

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="charges")
    plan = models.ForeignKey(SupportPlan, null=True, blank=True, on_delete=models.PROTECT, related_name="charges")
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="calculated")
    support = models.CharField(max_length=32, choices=[(key, one.title) for key, one in SUPPORT.items()])
    outside_aftercare_because = models.TextField(blank=True)
    from_day = models.DateField()
    weekly_cost = models.DecimalField(**MONEY)
    calculated_weekly = models.DecimalField(**MONEY)
    calculated_at = models.DateTimeField()
    calculated_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    # The day by which the council decides, or tells what it decided. Lists walk it, late first.
    due_on = models.DateField(null=True, blank=True)
    weekly = models.DecimalField(**MONEY, null=True, blank=True)
    reasons = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    waived_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=sorted(STATES)), name="a_charge_is_in_a_known_state"),
            models.CheckConstraint(condition=~Q(support__in=sorted(NEVER)), name="what_is_never_charged_has_no_charge"),
            models.CheckConstraint(
                condition=Q(weekly_cost__gt=0)
                & Q(calculated_weekly__gte=0)
                & Q(calculated_weekly__lt=F("weekly_cost") + HALF_A_PENNY)
                & (Q(weekly__isnull=True) | (Q(weekly__gte=0) & Q(weekly__lt=F("weekly_cost") + HALF_A_PENNY))),
                name="a_charge_is_never_more_than_the_cost",
            ),
            models.CheckConstraint(
                condition=Q(weekly__isnull=True, decided_at__isnull=True, decided_by__isnull=True)
                | Q(weekly__isnull=False, decided_at__isnull=False, decided_by__isnull=False),
                name="a_decided_charge_says_how_much_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["calculated", "replaced", "barred"]) | Q(decided_at__isnull=False),
                name="no_charge_without_a_decision_of_the_council",
            ),
            models.CheckConstraint(
                condition=~Q(state="issued") | Q(issued_at__isnull=False, issued_by__isnull=False),
                name="an_issued_charge_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(waived_at__isnull=True, waived_by__isnull=True, waived_because="")
                | (Q(state="waived", waived_at__isnull=False, waived_by__isnull=False) & ~Q(waived_because="")),
                name="a_waived_charge_says_when_by_whom_and_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=WAITING, due_on__isnull=False) | (~Q(state__in=WAITING) & Q(due_on__isnull=True)),
                name="a_waiting_charge_has_a_day_falling_due",
            ),
            models.UniqueConstraint(
                fields=["person", "support"], condition=Q(state="calculated"), name="one_charge_waits_for_its_decision"
            ),
            models.UniqueConstraint(
                fields=["person", "support"], condition=Q(state="issued"), name="one_charge_for_a_support_is_in_force"
            ),
        ]
        indexes = [
            # What waits for the council, or of one provider, the longest overdue first.
            models.Index(
                fields=["council", "due_on", "id"], condition=Q(due_on__isnull=False), name="charges_falling_due"
            ),
            models.Index(fields=["provider", "state", "-id"], name="charges_of_a_provider"),
            # All of one state in a council, the newest first.
            models.Index(fields=["council", "state", "-id"], name="charges_by_state"),
        ]

    def __str__(self) -> str:
        return self.ref


class ChargeCalculation(models.Model):
    """The sum a charge rests on: the version of the policy, the means told, and every step. Never changed."""

    charge = models.OneToOneField(Charge, on_delete=models.PROTECT, related_name="calculation")
    policy = models.ForeignKey(ChargingPolicy, on_delete=models.PROTECT, related_name="calculations")
    means = models.JSONField()
    evidence = models.TextField()
    steps = models.JSONField()
    weekly = models.DecimalField(**MONEY)
