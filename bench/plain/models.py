"""The tables of the plain way: the product's domain columns, each with its history, and nothing else.

No register, no queue, no flow, no hands, no constraint but the keys. Made by the schema editor; there is no migration.
"""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from casework.models import Assessment, Need, Person
from delegation.models import Organisation, Worker

MONEY = {"max_digits": 12, "decimal_places": 2}
ACCOUNT = settings.AUTH_USER_MODEL


def _to(model: object, **more: object) -> models.ForeignKey:
    return models.ForeignKey(model, on_delete=models.PROTECT, related_name="+", **more)


def _history() -> HistoricalRecords:
    return HistoricalRecords(history_change_reason_field=models.TextField(null=True))


class Plan(models.Model):
    """A support plan."""

    ref = models.CharField(max_length=16, unique=True)
    council = _to(Organisation)
    provider = _to(Organisation)
    person = _to(Person)
    assessment = _to(Assessment)
    worker = _to(Worker)
    state = models.CharField(max_length=32, default="draft")
    revision = models.PositiveIntegerField(default=1)
    sealed_version = models.PositiveIntegerField(default=0)
    wellbeing_matters = models.TextField(blank=True)
    prevention_advice = models.TextField(blank=True)
    person_involvement = models.TextField(blank=True)
    carer_involvement = models.TextField(blank=True)
    others_involvement = models.TextField(blank=True)
    steps_to_agree = models.TextField(blank=True)
    agreed_on = models.DateField(null=True)
    agreed_with = models.CharField(max_length=200, blank=True)
    copy_offered = models.BooleanField(default=False)
    agreed_content_hash = models.CharField(max_length=64, blank=True)
    budget_total_weekly = models.DecimalField(**MONEY, null=True)
    budget_adult_share_weekly = models.DecimalField(**MONEY, null=True)
    budget_council_share_weekly = models.DecimalField(**MONEY, null=True)
    budget_total_one_off = models.DecimalField(**MONEY, null=True)
    budget_adult_share_one_off = models.DecimalField(**MONEY, null=True)
    budget_council_share_one_off = models.DecimalField(**MONEY, null=True)
    direct_payment_amount = models.DecimalField(**MONEY, null=True)
    direct_payment_frequency = models.CharField(max_length=12, blank=True)
    direct_payment_managed_by = models.CharField(max_length=200, blank=True)
    direct_payment_conditions = models.JSONField(default=list)
    section_117_aftercare = models.BooleanField(default=False)
    continuing_healthcare = models.BooleanField(default=False)
    review_on = models.DateField(null=True)
    held_by = models.CharField(max_length=8, default="provider")
    held_since = models.DateField()
    provider_days = models.PositiveIntegerField(default=0)
    council_days = models.PositiveIntegerField(default=0)
    funding_decided_at = models.DateTimeField(null=True)
    funding_decided_by = _to(ACCOUNT, null=True)
    prepared_at = models.DateTimeField()
    prepared_by = _to(ACCOUNT)
    history = _history()


class Line(models.Model):
    """A line of support."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="lines")
    line_key = models.CharField(max_length=12)
    need = _to(Need)
    how = models.CharField(max_length=20)
    service_component = models.CharField(max_length=80, blank=True)
    description = models.TextField()
    kind = models.CharField(max_length=8, default="weekly")
    quantity = models.DecimalField(max_digits=8, decimal_places=2)
    unit = models.CharField(max_length=8)
    unit_cost = models.DecimalField(**MONEY)
    weekly_cost = models.DecimalField(**MONEY)
    one_off_cost = models.DecimalField(**MONEY)
    starts_on = models.DateField()
    planned_weeks = models.PositiveSmallIntegerField(null=True)
    history = _history()


class Version(models.Model):
    """A sealed version."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    sealed_by = _to(ACCOUNT)


class Verification(models.Model):
    """A verification of a version."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="verifications")
    version = _to(Version)
    verifier = _to(Worker)
    outcome = models.CharField(max_length=16, default="open")
    checklist = models.JSONField(default=dict)
    recommendation = models.TextField(blank=True)
    taken_up_at = models.DateTimeField()
    taken_up_by = _to(ACCOUNT)
    concluded_at = models.DateTimeField(null=True)
    concluded_by = _to(ACCOUNT, null=True)
    history = _history()


class Decision(models.Model):
    """A funding decision."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="decisions")
    version = _to(Version)
    person = _to(Person)
    kind = models.CharField(max_length=10, default="funding")
    outcome = models.CharField(max_length=10)
    weekly = models.DecimalField(**MONEY)
    one_off = models.DecimalField(**MONEY)
    whole_life = models.DecimalField(**MONEY)
    reasons = models.TextField(blank=True)
    conditions = models.TextField(blank=True)
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = _to(ACCOUNT)
    decider = _to(Worker)
    in_force = models.BooleanField(default=True)
    history = _history()


class FundedLine(models.Model):
    """A decided line."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="lines")
    line_key = models.CharField(max_length=12)
    outcome = models.CharField(max_length=10)
    weekly = models.DecimalField(**MONEY)
    one_off = models.DecimalField(**MONEY)
    until = models.DateField(null=True)
    condition = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    history = _history()


class Requirement(models.Model):
    """A funded line to be sourced."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="requirements")
    decision = _to(Decision)
    line_key = models.CharField(max_length=12)
    service_component = models.CharField(max_length=80)
    description = models.TextField(blank=True)
    quantity = models.DecimalField(max_digits=9, decimal_places=2)
    unit = models.CharField(max_length=10)
    weekly_envelope = models.DecimalField(**MONEY)
    one_off_envelope = models.DecimalField(**MONEY)
    starts_on = models.DateField(null=True)
    opened_at = models.DateTimeField()
    opened_by = _to(ACCOUNT)
    history = _history()


class Invitation(models.Model):
    """A care provider asked."""

    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="invitations")
    organisation = _to(Organisation)
    invited_at = models.DateTimeField()
    invited_by = _to(ACCOUNT)
    history = _history()


class Offer(models.Model):
    """A care provider's answer."""

    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="offers")
    organisation = _to(Organisation)
    kind = models.CharField(max_length=10)
    unit_price = models.DecimalField(**MONEY, null=True)
    weekly = models.DecimalField(**MONEY, null=True)
    one_off = models.DecimalField(**MONEY, default=0)
    available_from = models.DateField(null=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = _to(ACCOUNT)
    history = _history()


class Award(models.Model):
    """The offer taken."""

    requirement = models.OneToOneField(Requirement, on_delete=models.PROTECT, related_name="award")
    offer = models.OneToOneField(Offer, on_delete=models.PROTECT, related_name="award")
    is_cheapest = models.BooleanField()
    value_for_money_reason = models.TextField(blank=True)
    persons_choice = models.TextField()
    council = _to(Organisation)
    service_component = models.CharField(max_length=80)
    unit = models.CharField(max_length=10)
    unit_price = models.DecimalField(**MONEY)
    awarded_at = models.DateTimeField()
    awarded_by = _to(ACCOUNT)
    history = _history()


class Package(models.Model):
    """What was arranged."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="package")
    decision = _to(Decision)
    state = models.CharField(max_length=10, default="arranged")
    weekly = models.DecimalField(**MONEY)
    one_off = models.DecimalField(**MONEY)
    arranged_at = models.DateTimeField()
    arranged_by = _to(ACCOUNT)
    starts_on = models.DateField(null=True)
    started_at = models.DateTimeField(null=True)
    started_by = _to(ACCOUNT, null=True)
    review_due_on = models.DateField(null=True)
    history = _history()


TABLES = (
    Plan,
    Line,
    Version,
    Verification,
    Decision,
    FundedLine,
    Requirement,
    Invitation,
    Offer,
    Award,
    Package,
)
