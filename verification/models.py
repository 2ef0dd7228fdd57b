"""What the council records of a plan: verification, findings, decisions, brokerage, package.

The state of record lives here and on the plan, held by named constraints. viewflow's own rows
(`PlanRoute.process`) are the route only: losing them would lose no decision.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from casework.models import Need, Person, PlanVersion, SupportPlan
from delegation.models import Organisation, Post, Worker

MONEY = {"max_digits": 12, "decimal_places": 2}


class PlanRoute(models.Model):
    """Ties a plan to the viewflow process that routes it; at most one of them is live."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="routes")
    process = models.OneToOneField("viewflow.Process", on_delete=models.PROTECT, related_name="plan_route")
    live = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(live=True), name="one_live_route_per_plan"),
        ]


class QueueEntry(models.Model):
    """What waits, for whom, since when and until when: one row a plan, a projection of the plan.

    Written in the transaction of the plan's move, so a queue is one index range in order.
    `manage.py rebuild_queue` makes it anew; `--check` says whether it agrees.
    """

    plan = models.OneToOneField(SupportPlan, on_delete=models.CASCADE, primary_key=True, related_name="queue_entry")
    council = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    queue = models.CharField(max_length=32)
    state = models.CharField(max_length=32)
    side = models.CharField(max_length=10)
    claimed_by = models.ForeignKey(Worker, null=True, on_delete=models.SET_NULL, related_name="+")
    for_role = models.CharField(max_length=20, blank=True)
    weekly_cost = models.DecimalField(**MONEY, default=0)
    waiting_since = models.DateField()
    due_on = models.DateField(null=True)
    flagged_late = models.BooleanField(default=False)
    urgent_until = models.DateField(null=True)

    class Meta:
        indexes = [
            # The council's page of one queue, overdue first: one range, read in order, stops at 50.
            models.Index(fields=["council", "queue", "due_on", "plan"], name="queue_of_a_council"),
            # The provider's page of one queue, likewise.
            models.Index(fields=["provider", "queue", "due_on", "plan"], name="queue_of_a_provider"),
            # "Mine": what one worker has taken up.
            models.Index(fields=["claimed_by", "queue", "due_on", "plan"], name="queue_of_a_worker"),
            # What burns: urgent support whose verification is outstanding.
            models.Index(
                fields=["council", "urgent_until"],
                name="urgent_support_of_a_council",
                condition=Q(urgent_until__isnull=False),
            ),
        ]


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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering = ["decided_at", "id"]
        indexes = [
            # What the person already receives: the sum a decision's limit must cover.
            models.Index(fields=["person"], name="decisions_in_force_of_a_person", condition=Q(in_force=True)),
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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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


class GuidePrice(models.Model):
    """What the council expects to pay for a kind of support, in pounds a unit, between dates."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    service_component = models.CharField(max_length=80)
    unit = models.CharField(max_length=10)
    price = models.DecimalField(**MONEY)
    from_day = models.DateField()
    to_day = models.DateField(null=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        indexes = [models.Index(fields=["council", "service_component", "from_day"], name="guide_price_of_a_kind")]
        constraints = [models.CheckConstraint(condition=Q(price__gt=0), name="guide_price_is_more_than_nothing")]


class UrgentAmount(models.Model):
    """The most the council lets one person's urgent support cost a week. None set means nought."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    weekly = models.DecimalField(**MONEY)
    days = models.PositiveSmallIntegerField(default=14)
    from_day = models.DateField()
    to_day = models.DateField(null=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days__lte=14, days__gte=1), name="urgent_support_is_at_most_14_days"),
        ]


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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(outcome="open"), name="one_open_change_per_plan"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_change_is_asked_for_with_a_reason"),
            models.CheckConstraint(
                condition=~Q(outcome="agreed") | Q(decision__isnull=False), name="agreed_change_has_a_decision"
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
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(live=True), name="one_live_urgent_support_per_plan"),
            models.CheckConstraint(condition=~Q(reason=""), name="urgent_support_has_a_reason"),
            models.CheckConstraint(
                condition=Q(verify_by__gte=F("starts_on")), name="urgent_support_ends_after_it_starts"
            ),
        ]
