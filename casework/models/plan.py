"""The support plan, its lines, the hands that were on it and the versions that were sealed of it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework import code_lists
from casework.models.assessment import Assessment, Need
from casework.models.person import Person
from casework.way import FUNDED_STATES, HANDS, LIVE_STATES, STATES, state_choices
from delegation.history import history_kept
from delegation.models import Organisation, Worker

MONEY: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}
HALF_A_PENNY = models.Value(0.005)


def _reconciles(total: str, adult: str, council: str) -> Q:
    """Total is adult's share and council's share together; null while not yet set.

    Within half a penny, because SQLite keeps decimals as binary fractions.
    """
    shares = F(adult) + F(council)
    unset = Q(**{f"{name}__isnull": True for name in (total, adult, council)})
    whole = Q(**{f"{name}__isnull": False for name in (total, adult, council)})
    near = Q(**{f"{total}__gt": shares - HALF_A_PENNY, f"{total}__lt": shares + HALF_A_PENNY})
    return unset | (whole & near)


class SupportPlan(models.Model):
    """How a person's needs will be met, by whom and for how much. Source: Care Act 2014 ss.24-26, 31-33."""

    class How(models.TextChoices):
        """How often a direct payment is paid."""

        WEEKLY = "weekly", "Weekly"
        FOUR_WEEKLY = "four_weekly", "Every four weeks"
        MONTHLY = "monthly", "Monthly"
        ONCE = "once", "Once"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plans")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="plans")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="plans")
    state = models.CharField(max_length=32, choices=state_choices, default="draft")
    revision = models.PositiveIntegerField(default=1)
    sealed_version = models.PositiveIntegerField(default=0)
    # Keys of lines are never used twice, so a finding on L3 never points at another line.
    lines_numbered = models.PositiveIntegerField(default=0)

    # s.25(1)(d), (f), (3)-(5), (9)
    wellbeing_matters = models.TextField(blank=True)
    prevention_advice = models.TextField(blank=True)
    person_involvement = models.TextField(blank=True)
    carer_involvement = models.TextField(blank=True)
    others_involvement = models.TextField(blank=True)
    steps_to_agree = models.TextField(blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    agreed_with = models.CharField(max_length=200, blank=True)
    copy_offered = models.BooleanField(default=False)
    agreed_content_hash = models.CharField(max_length=64, blank=True)

    # s.26(1): cost, the adult's share, the council's share. Pounds a week, and pounds once.
    budget_total_weekly = models.DecimalField(**MONEY, null=True, blank=True)
    budget_adult_share_weekly = models.DecimalField(**MONEY, null=True, blank=True)
    budget_council_share_weekly = models.DecimalField(**MONEY, null=True, blank=True)
    budget_total_one_off = models.DecimalField(**MONEY, null=True, blank=True)
    budget_adult_share_one_off = models.DecimalField(**MONEY, null=True, blank=True)
    budget_council_share_one_off = models.DecimalField(**MONEY, null=True, blank=True)

    # ss.31-33 and s.25(2)
    direct_payment_amount = models.DecimalField(**MONEY, null=True, blank=True)
    direct_payment_frequency = models.CharField(max_length=12, choices=How.choices, blank=True)
    direct_payment_managed_by = models.CharField(max_length=200, blank=True)
    direct_payment_conditions = models.JSONField(default=list, blank=True)

    section_117_aftercare = models.BooleanField(default=False)
    continuing_healthcare = models.BooleanField(default=False)
    review_on = models.DateField(null=True, blank=True)

    # Custody: working days each side has held it, and since when the holder does.
    held_by = models.CharField(max_length=8, default="provider")
    held_since = models.DateField()
    provider_days = models.PositiveIntegerField(default=0)
    council_days = models.PositiveIntegerField(default=0)
    late_since = models.DateField(null=True, blank=True)

    # Written by plans.move with the act record_funding_decision: the constraint below leans on them.
    funding_decided_at = models.DateTimeField(null=True, blank=True)
    funding_decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    # From the provider's own system, so that a file sent twice changes nothing.
    their_reference = models.CharField(max_length=64, blank=True)
    import_hash = models.CharField(max_length=64, blank=True)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=sorted(STATES)), name="plan_is_in_a_state_the_way_knows"),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(FUNDED_STATES))
                | Q(funding_decided_at__isnull=False, funding_decided_by__isnull=False),
                name="funded_plan_has_a_council_decision",
            ),
            models.CheckConstraint(
                condition=_reconciles(
                    "budget_total_weekly", "budget_adult_share_weekly", "budget_council_share_weekly"
                ),
                name="weekly_budget_is_adult_and_council_share",
            ),
            models.CheckConstraint(
                condition=_reconciles(
                    "budget_total_one_off", "budget_adult_share_one_off", "budget_council_share_one_off"
                ),
                name="one_off_budget_is_adult_and_council_share",
            ),
            models.CheckConstraint(
                condition=(Q(budget_adult_share_weekly__isnull=True) | Q(budget_adult_share_weekly__gte=0))
                & (Q(budget_council_share_weekly__isnull=True) | Q(budget_council_share_weekly__gte=0))
                & (Q(budget_adult_share_one_off__isnull=True) | Q(budget_adult_share_one_off__gte=0))
                & (Q(budget_council_share_one_off__isnull=True) | Q(budget_council_share_one_off__gte=0)),
                name="no_share_of_a_budget_is_below_nought",
            ),
            models.CheckConstraint(
                condition=Q(held_by__in=["provider", "council", "none"]), name="plan_is_held_by_a_side_or_by_none"
            ),
            models.UniqueConstraint(
                fields=["provider", "their_reference"],
                condition=~Q(their_reference=""),
                name="a_providers_reference_names_one_plan",
            ),
            models.UniqueConstraint(
                fields=["assessment"],
                condition=Q(state__in=sorted(LIVE_STATES)),
                name="one_live_plan_for_an_assessment",
            ),
        ]
        indexes = [
            # "What I hold" for one worker, and every list of a person's plans, at 300,000 plans.
            models.Index(fields=["worker", "state"], name="plans_of_a_worker_by_state"),
            # Counts of where plans are, for one provider, without reading the plans.
            models.Index(fields=["provider", "state"], name="plans_of_a_provider_by_state"),
            models.Index(fields=["council", "state"], name="plans_of_a_council_by_state"),
            # Reviews falling due, read in order of day.
            models.Index(fields=["review_on"], name="plans_by_review_day", condition=Q(review_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.ref


class PlannedSupport(models.Model):
    """One line of support: the need it meets, how, how much, for how long. Source: Care Act 2014 s.25(1)(c), (2)."""

    class How(models.TextChoices):
        UNIVERSAL = "universal", "Universal service"
        FRIENDS_AND_FAMILY = "friends_and_family", "Friends and family"
        VOLUNTARY = "voluntary", "Voluntary organisation"
        COMMISSIONED = "commissioned", "Commissioned by the council"
        DIRECT_PAYMENT = "direct_payment", "Direct payment"

    class Kind(models.TextChoices):
        WEEKLY = "weekly", "Weekly"
        ONE_OFF = "one_off", "One-off"

    class Unit(models.TextChoices):
        HOUR = "hour", "Hour"
        DAY = "day", "Day"
        SESSION = "session", "Session"
        WEEK = "week", "Week"
        ITEM = "item", "Item"

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="lines")
    line_key = models.CharField(max_length=12)
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="lines")
    how = models.CharField(max_length=20, choices=How.choices)
    service_component = models.CharField(max_length=80, choices=code_lists.service_components, blank=True)
    description = models.TextField()
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.WEEKLY)
    quantity = models.DecimalField(max_digits=8, decimal_places=2)
    unit = models.CharField(max_length=8, choices=Unit.choices)
    unit_cost = models.DecimalField(**MONEY)
    weekly_cost = models.DecimalField(**MONEY)
    one_off_cost = models.DecimalField(**MONEY)
    starts_on = models.DateField()
    planned_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    history = history_kept()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "line_key"], name="a_line_has_one_key_in_its_plan"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, unit_cost__gte=0, weekly_cost__gte=0, one_off_cost__gte=0),
                name="a_line_has_a_quantity_and_no_cost_below_nought",
            ),
            models.CheckConstraint(
                condition=Q(kind="weekly", one_off_cost=0) | Q(kind="one_off", weekly_cost=0),
                name="a_line_is_weekly_or_one_off",
            ),
            models.CheckConstraint(
                condition=Q(how__in=["commissioned", "direct_payment"]) | Q(unit_cost=0, weekly_cost=0, one_off_cost=0),
                name="only_support_the_council_pays_for_has_a_cost",
            ),
            models.CheckConstraint(
                condition=Q(planned_weeks__isnull=True) | Q(planned_weeks__gte=1),
                name="planned_weeks_are_at_least_one",
            ),
        ]


class PlanHand(models.Model):
    """Whose hands were on a plan, and doing what: those hands may not do what they are kept from.

    Rows are added and never removed: a hand once on a plan stays on it.
    """

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="hands")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    hand = models.CharField(max_length=16, choices=[(hand, hand) for hand in HANDS])
    first_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "worker", "hand"], name="a_hand_is_written_once"),
            models.CheckConstraint(condition=Q(hand__in=HANDS), name="a_hand_is_one_the_way_knows"),
        ]


class PlanVersion(models.Model):
    """What was submitted, sealed: the whole content and its SHA-256. A database trigger keeps it as it was."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="a_version_is_numbered_once_in_its_plan"),
        ]
