"""A direct payment in force or asked for, and its reviews. Source: Care Act 2014 ss.31-33; SI 2014/2871."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models import Person, SupportPlan
from delegation.history import history_kept
from delegation.models import Organisation
from verification.models.money import MONEY


def _by() -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


def _by_once_done() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class DirectPayment(models.Model):
    """Money paid instead of arranged care, for the needs of one plan.

    Amount and frequency are those of the plan and of the council's funding decision on the day it began.
    """

    class State(models.TextChoices):
        REQUESTED = "requested", "Waiting for the decision"
        IN_PAYMENT = "in_payment", "In payment"
        TO_END = "to_end", "A condition failed: must be ended"
        REFUSED = "refused", "Refused"
        ENDED = "ended", "Ended"

    class Section(models.TextChoices):
        CAPACITY = "31", "The adult has capacity to ask, s.31"
        NO_CAPACITY = "32", "An authorised person asks for them, s.32"

    class Relative(models.TextChoices):
        NOBODY = "nobody", "Nobody of the household is paid"
        NECESSARY = "necessary", "A close relative of the household; it is necessary, reg 3(2)"
        ADMINISTRATION = "administration", "A close relative of the household, for administration, reg 3(3)"

    class SoldBy(models.TextChoices):
        ORGANISATION = "organisation", "An organisation known here"
        ELSEWHERE = "elsewhere", "Somebody else, or a person employed directly"
        UNKNOWN = "unknown", "Not known yet"

    class Ground(models.TextChoices):
        CONDITION = "condition", "A condition is no longer met, s.33(4)"
        BREACH = "breach", "A condition of the payment was broken, s.33(5)"
        ASKED = "asked", "The person, or who acts for them, asked"
        PACKAGE = "package", "The package ended or needs are met otherwise"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="direct_payments")
    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="direct_payments")
    section = models.CharField(max_length=2, choices=Section)
    # Who asks: the adult, or under s.32 the authorised person, and by which authority.
    asked_by = models.CharField("who asks for it", max_length=200)
    # Answered when it is asked for, so that no seller decides because nothing was said.
    sold_by = models.CharField("who sells the care", max_length=12, choices=SoldBy)
    # An organisation known here whose care would be bought; it never decides on it.
    seller = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(**MONEY)
    frequency = models.CharField(max_length=12, choices=SupportPlan.How.choices)
    managed_by = models.CharField(max_length=200)
    requested_on = models.DateField()
    requested_at = models.DateTimeField()
    requested_by = _by()
    state = models.CharField(max_length=12, choices=State, default=State.REQUESTED)
    # The next day something is done by: the decision, the review, or the end that must follow a failed condition.
    due_on = models.DateField(null=True, blank=True)
    conditions = models.JSONField(default=list, blank=True)
    not_excluded = models.BooleanField("whether nobody paid is excluded by Schedule 1", null=True, blank=True)
    relative = models.CharField(max_length=16, choices=Relative, blank=True)
    relative_because = models.TextField(blank=True)
    consulted = models.TextField("whom reg 5 asks to consult", blank=True)
    certificate_on = models.DateField("enhanced criminal record certificate, reg 5", null=True, blank=True)
    first_paid_on = models.DateField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = _by_once_done()
    decided_on = models.DateField(null=True, blank=True)
    reasons = models.TextField(blank=True)
    reviewed_on = models.DateField("last review", null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = _by_once_done()
    ended_on = models.DateField(null=True, blank=True)
    ended_ground = models.CharField(max_length=10, choices=Ground, blank=True)
    ended_because = models.TextField(blank=True)
    # Pounds.
    repay = models.DecimalField(**MONEY, null=True, blank=True)
    repay_because = models.TextField(blank=True)
    repay_decided_at = models.DateTimeField(null=True, blank=True)
    repay_decided_by = _by_once_done()
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state__in=["requested", "in_payment", "to_end"]),
                name="a_plan_has_one_direct_payment_at_a_time",
            ),
            models.CheckConstraint(
                name="a_direct_payment_in_force_was_decided_and_nobody_is_excluded",
                condition=~Q(state__in=["in_payment", "to_end", "ended"])
                | Q(decided_at__isnull=False, decided_by__isnull=False, not_excluded=True)
                & Q(first_paid_on__isnull=False),
            ),
            models.CheckConstraint(
                name="it_is_said_who_sells_the_care_of_a_direct_payment",
                condition=Q(sold_by="organisation", seller__isnull=False)
                | Q(sold_by__in=["elsewhere", "unknown"], seller=None),
            ),
            models.CheckConstraint(
                name="a_refused_direct_payment_has_its_reasons",
                condition=~Q(state="refused") | Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(reasons=""),
            ),
            models.CheckConstraint(
                name="an_ended_direct_payment_says_when_by_whom_and_why",
                condition=~Q(state="ended") & Q(ended_at=None, ended_by=None)
                | Q(state="ended", ended_at__isnull=False, ended_by__isnull=False, ended_on__isnull=False)
                & Q(ended_on__gte=F("first_paid_on"))
                & ~Q(ended_ground="")
                & ~Q(ended_because=""),
            ),
            models.CheckConstraint(
                name="money_to_be_repaid_was_decided_with_reasons",
                condition=Q(repay=None, repay_decided_at=None, repay_decided_by=None)
                | Q(repay__gt=0, repay_decided_at__isnull=False, repay_decided_by__isnull=False) & ~Q(repay_because=""),
            ),
            models.CheckConstraint(
                name="a_live_direct_payment_has_a_day",
                condition=Q(state__in=["refused", "ended"], due_on=None)
                | Q(due_on__isnull=False) & ~Q(state__in=["refused", "ended"]),
            ),
        ]
        indexes = [
            # The register of direct payments, late first, and the count of the late.
            models.Index(
                fields=["council", "due_on"], condition=Q(due_on__isnull=False), name="direct_payments_live_by_day"
            ),
            models.Index(fields=["provider", "due_on"], name="direct_payments_of_a_caseload"),
        ]

    def __str__(self) -> str:
        return self.ref


class DirectPaymentReview(models.Model):
    """A review of a direct payment: the conditions as they were found. Source: SI 2014/2871 reg 7."""

    payment = models.ForeignKey(DirectPayment, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField()
    conditions = models.JSONField(default=list, blank=True)
    all_met = models.BooleanField()
    findings = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = _by()
    history = history_kept()
