"""The search for a package: requirement, invitation, offer, award."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casework.models import SupportPlan
from delegation.history import history_kept
from delegation.models import Organisation
from verification.models.funding import FundingDecision
from verification.models.money import MONEY


class Requirement(models.Model):
    """A funded line to be sourced: what brokerage asks the market for, within which envelope."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="requirements")
    decision = models.ForeignKey(FundingDecision, on_delete=models.PROTECT, related_name="requirements")
    line_key = models.CharField(max_length=12)
    service_component = models.CharField(max_length=80)
    description = models.TextField(blank=True)
    quantity = models.DecimalField(max_digits=9, decimal_places=2)
    unit = models.CharField(max_length=10)
    weekly_envelope = models.DecimalField(**MONEY)
    one_off_envelope = models.DecimalField(**MONEY)
    starts_on = models.DateField(null=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    live = models.BooleanField(default=True)
    history = history_kept()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "line_key"], condition=Q(live=True), name="a_line_is_sourced_once_at_a_time"
            ),
        ]


class Invitation(models.Model):
    """A care provider asked for an offer."""

    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="invitations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["requirement", "organisation"], name="a_provider_is_invited_once"),
        ]


class Offer(models.Model):
    """What a care provider answered: an offer, or "declined", or "none" by the day asked for."""

    class Kind(models.TextChoices):
        OFFER = "offer", "Offer"
        DECLINED = "declined", "Declined"
        NONE = "none", "No answer"

    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="offers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    unit_price = models.DecimalField(**MONEY, null=True)
    weekly = models.DecimalField(**MONEY, null=True)
    one_off = models.DecimalField(**MONEY, default=0)
    available_from = models.DateField(null=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        ordering = ["weekly", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="offer") & Q(unit_price__gte=0, weekly__gte=0, one_off__gte=0))
                | (~Q(kind="offer") & Q(unit_price__isnull=True, weekly__isnull=True)),
                name="only_an_offer_has_a_price",
            ),
        ]


class Award(models.Model):
    """The offer taken for a requirement, why when it is not the cheapest, and what the person chose."""

    requirement = models.OneToOneField(Requirement, on_delete=models.PROTECT, related_name="award")
    offer = models.OneToOneField(Offer, on_delete=models.PROTECT, related_name="award")
    is_cheapest = models.BooleanField()
    value_for_money_reason = models.TextField(blank=True)
    persons_choice = models.TextField()
    # Kept beside the award so that the prices now paid for a kind of support are one index range.
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    service_component = models.CharField(max_length=80)
    unit = models.CharField(max_length=10)
    unit_price = models.DecimalField(**MONEY)
    awarded_at = models.DateTimeField()
    awarded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    paid_until = models.DateField(null=True)
    history = history_kept()

    class Meta:
        indexes = [
            models.Index(
                fields=["council", "service_component", "unit", "unit_price"],
                name="prices_now_paid_for_a_kind",
                condition=Q(paid_until__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_cheapest=True) | ~Q(value_for_money_reason=""),
                name="an_award_not_the_cheapest_has_a_reason",
            ),
            models.CheckConstraint(condition=~Q(persons_choice=""), name="an_award_records_the_persons_choice"),
        ]
