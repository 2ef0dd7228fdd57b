"""Organisations, the people who work in them, what they are authorised to do, and the register of what they did.

The rows of these tables are what `authority.permit` reads; services in this folder are the only ones that write them.
"""

from datetime import date
from typing import Any, Self

from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.db.models import F, Q

from delegation.history import history_kept
from delegation.rules import (
    SECTION_79_BEGINS,
    conditional_functions,
    functions_lawful_under,
    retained_functions,
)
from delegation.schedule import FUNCTIONS, POWERS, ROLES


class DatedQuerySet(models.QuerySet[Any]):
    """Rows in force from one day to another, both days included; an open end has no last day."""

    def live_on(self, day: date) -> Self:
        return self.filter(Q(to_day__isnull=True) | Q(to_day__gte=day), from_day__lte=day)


class Worker(models.Model):
    """A human being who works for a council or a provider; hands are compared by this."""

    name = models.CharField(max_length=200)

    history = history_kept()

    def __str__(self) -> str:
        return self.name

    def is_registered_with(self, body: str, on: date) -> bool:
        """Whether a registration with this body was live on the day: begun, not run out, not suspended, not ended."""
        return self.registrations.live_on(on).filter(body=body).exists()


class Account(AbstractUser):
    """A way to log in. One worker may have several; a technical account has no worker and no authority."""

    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="accounts")

    def __str__(self) -> str:
        return self.worker.name if self.worker else self.username


class Organisation(models.Model):
    """A council, the provider that does its social work, or a care provider in the market."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        PROVIDER = "provider", "Provider"
        CARE_PROVIDER = "care_provider", "Care provider"

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    # Whose area and contract it works in; a council is its own.
    council = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="contracted")
    ods_code = models.CharField("ODS code", max_length=10, blank=True)
    cqc_location_id = models.CharField("CQC location", max_length=20, blank=True)
    cqc_rating = models.CharField("CQC rating", max_length=30, blank=True)
    is_nhs_body = models.BooleanField("NHS body", default=False)
    closed_on = models.DateField(null=True, blank=True)
    # The group whose guardian grants say which casework the staff of this organisation see.
    staff_group = models.OneToOneField(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="organisation"
    )

    history = history_kept()

    class Meta:
        permissions = [("see_casework", "May see the casework of this organisation")]
        constraints = [
            models.CheckConstraint(
                name="a_council_is_nobodys_and_others_work_for_one",
                condition=Q(kind="council", council__isnull=True) | (~Q(kind="council") & Q(council__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def answerable_council_id(self) -> int:
        """The council that answers for what this organisation does: itself, or the one it works for."""
        return self.council_id or self.pk


class Post(models.Model):
    """A person holds a role in an organisation between two days; an ended post keeps its row."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=40, choices=[(role.key, role.title) for role in ROLES.values()])
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_post_ends_after_it_begins",
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")),
            ),
            models.CheckConstraint(name="a_post_has_a_known_role", condition=Q(role__in=sorted(ROLES))),
            models.UniqueConstraint(
                name="one_open_post_for_a_role",
                fields=["worker", "organisation", "role"],
                condition=Q(to_day__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{ROLES[self.role].title} of {self.organisation.name}"

    @property
    def role_title(self) -> str:
        return ROLES[self.role].title


class Authorisation(models.Model):
    """The council lets an organisation exercise a function, for a time, under a power, on conditions."""

    function = models.CharField(
        max_length=60, choices=[(function.key, function.title) for function in FUNCTIONS.values()]
    )
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="authorisations_given")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="authorisations")
    # Copied from the organisation on the day, so that the database itself can hold s.75 to NHS bodies.
    to_nhs_body = models.BooleanField(default=False)
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)
    power = models.CharField(max_length=20, choices=list(POWERS.items()))
    scope = models.TextField(blank=True)
    conditions = models.TextField(blank=True)
    instrument = models.CharField(max_length=200)
    signed_by = models.CharField(max_length=200)
    signed_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    revoked_on = models.DateField(null=True, blank=True)
    revoked_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_because = models.TextField(blank=True)

    objects = DatedQuerySet.as_manager()
    history = history_kept()

    class Meta:
        indexes = [
            # The guard's question: is this function authorised to this organisation?
            models.Index(fields=["organisation", "function"], name="authorisation_of_function"),
        ]
        constraints = [
            models.CheckConstraint(
                name="s79_authorises_only_what_the_care_act_lets_go",
                condition=~Q(power="care_act_s79")
                | Q(
                    function__in=functions_lawful_under("care_act_s79", False),
                    from_day__gte=SECTION_79_BEGINS,
                ),
            ),
            models.CheckConstraint(
                name="s79_authorises_for_a_period_that_ends",
                condition=~Q(power="care_act_s79") | Q(to_day__isnull=False),
            ),
            models.CheckConstraint(
                name="s75_authorises_only_an_nhs_body_and_what_the_regulations_let_go",
                condition=~Q(power="nhs_act_s75")
                | Q(function__in=functions_lawful_under("nhs_act_s75", True), to_nhs_body=True),
            ),
            models.CheckConstraint(
                name="an_activity_is_one_that_may_be_carried_out_for_the_council",
                condition=~Q(power="activity") | Q(function__in=functions_lawful_under("activity", False)),
            ),
            models.CheckConstraint(name="a_power_is_one_of_three", condition=Q(power__in=sorted(POWERS))),
            models.CheckConstraint(
                name="a_function_the_council_keeps_is_authorised_to_nobody",
                condition=~Q(function__in=retained_functions()),
            ),
            models.CheckConstraint(
                name="a_conditional_function_is_authorised_on_conditions",
                condition=~Q(function__in=conditional_functions()) | ~Q(conditions=""),
            ),
            models.CheckConstraint(
                name="an_authorisation_ends_after_it_begins",
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")),
            ),
            models.CheckConstraint(
                name="a_revoked_authorisation_says_who_and_why",
                condition=Q(revoked_on=None, revoked_at=None, revoked_by=None, revoked_because="")
                | (
                    Q(revoked_on__isnull=False, revoked_at__isnull=False, revoked_by__isnull=False)
                    & ~Q(revoked_because="")
                ),
            ),
        ]

    def is_live_on(self, day: date) -> bool:
        """Whether it may be relied on that day; the day it is revoked is the first it may not."""
        return (
            self.from_day <= day
            and (self.to_day is None or day <= self.to_day)
            and (self.revoked_on is None or day < self.revoked_on)
        )


class FinancialLimit(models.Model):
    """How much of the council's money a role, or one person, may agree: pounds a week and over the whole life."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="financial_limits")
    role = models.CharField(max_length=40, blank=True)
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="financial_limits")
    weekly = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    whole_life = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    unlimited = models.BooleanField(default=False)
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)
    # Nobody where the council's own scheme set it, at its opening.
    set_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_limit_is_a_roles_or_a_persons",
                condition=(Q(worker__isnull=True) & ~Q(role="")) | Q(worker__isnull=False, role=""),
            ),
            models.CheckConstraint(name="a_limit_is_not_below_nought", condition=Q(weekly__gte=0, whole_life__gte=0)),
            models.CheckConstraint(
                name="a_limit_ends_after_it_begins",
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")),
            ),
        ]


class Cover(models.Model):
    """Somebody acts in another's absence, with that person's role and limit, from one day to another."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="covers")
    covered = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="covered_by")
    covering = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="covering_for")
    from_day = models.DateField()
    to_day = models.DateField()
    given_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="covers_given")
    reason = models.TextField()
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="cover_ends_after_it_begins", condition=Q(to_day__gte=F("from_day"))),
            models.CheckConstraint(name="nobody_covers_for_themselves", condition=~Q(covered=F("covering"))),
        ]


class Act(models.Model):
    """One line of the register: a function exercised or refused, or a record read. Never changed, never removed."""

    class Outcome(models.TextChoices):
        EXERCISED = "exercised", "Exercised"
        REFUSED = "refused", "Refused"
        READ = "read", "Read"
        NOTED = "noted", "Noted"

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="acts")
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    day = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    verb = models.CharField(max_length=60)
    function = models.CharField(max_length=60, blank=True)
    source = models.TextField(blank=True)
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="acts")
    worker = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="acts")
    post = models.ForeignKey(Post, null=True, on_delete=models.PROTECT, related_name="acts")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="acts_by_its_staff"
    )
    authorisation = models.ForeignKey(Authorisation, null=True, on_delete=models.PROTECT, related_name="acts")
    # A public reference, never a name.
    subject_kind = models.CharField(max_length=40, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    amount_weekly = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    amount_whole_life = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    refusal = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "seq"], name="one_act_per_place_in_the_register"),
            models.CheckConstraint(
                name="a_refused_act_names_its_refusal",
                condition=(Q(outcome="refused") & ~Q(refusal="")) | (~Q(outcome="refused") & Q(refusal="")),
            ),
            models.CheckConstraint(
                name="an_exercised_act_has_a_function_an_actor_and_a_post",
                condition=~Q(outcome="exercised")
                | (
                    ~Q(function="")
                    & Q(account__isnull=False, worker__isnull=False, post__isnull=False)
                    & Q(organisation__isnull=False)
                ),
            ),
        ]
        indexes = [
            # Each reading of the register is newest first within a council.
            models.Index(fields=["council", "subject", "seq"], name="acts_of_a_subject"),
            models.Index(fields=["council", "function", "seq"], name="acts_of_a_function"),
            models.Index(fields=["council", "worker", "seq"], name="acts_of_a_worker"),
            models.Index(fields=["organisation", "seq"], name="acts_of_an_organisation"),
            models.Index(fields=["council", "seq"], condition=Q(outcome="refused"), name="refusals_of_a_council"),
        ]


class RegisterHead(models.Model):
    """The end of a council's register: how many lines, and the hash that holds all of them."""

    council = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="register_head")
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(null=True, blank=True)
