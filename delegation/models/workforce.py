"""The workforce of a provider: what the contract asks, what each month counted, and the named posts."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.contract.workforce_rules import POST_KINDS, ROLES_OF_A_CONTRACT
from delegation.history import history_kept
from delegation.models.authority import DatedQuerySet, Organisation, Post, Worker

ROLE_CHOICES = [(one.key, one.title) for one in ROLES_OF_A_CONTRACT.values()]


def fte_field() -> models.DecimalField:
    """Full-time equivalents, to two places."""
    return models.DecimalField(max_digits=7, decimal_places=2)


class WorkforceMinimum(models.Model):
    """The least full-time equivalents of a role the contract asks of a provider, between two days."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="workforce_minimums")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="own_workforce_minimums")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    fte = fte_field()
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_minimum_is_not_below_nought", condition=Q(fte__gte=0)),
            models.CheckConstraint(
                name="a_minimum_ends_after_it_begins",
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")),
            ),
            models.UniqueConstraint(
                name="one_open_minimum_of_a_role",
                fields=["organisation", "role"],
                condition=Q(to_day__isnull=True),
            ),
        ]


class WorkforceReturn(models.Model):
    """What a provider declared of its workforce for a month; a correction is a further one, and the last counts."""

    ref = models.CharField(max_length=20, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="workforce_returns")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="own_workforce_returns")
    month = models.DateField()
    number = models.PositiveSmallIntegerField(default=1)
    remarks = models.TextField(blank=True)
    due_on = models.DateField()
    declared_on = models.DateField()
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "month", "number"], name="a_return_of_a_month_is_numbered"),
            models.CheckConstraint(
                name="a_corrected_return_says_why", condition=Q(number=1) | (Q(number__gt=1) & ~Q(remarks=""))
            ),
        ]
        indexes = [
            # The page of the workforce of a council, the last month first.
            models.Index(fields=["council", "-month", "-number"], name="workforce_of_a_council"),
        ]

    def __str__(self) -> str:
        return self.ref


class WorkforceLine(models.Model):
    """One role of a return: declared, how much of it agency, counted, and what the contract asked that month."""

    workforce_return = models.ForeignKey(WorkforceReturn, on_delete=models.PROTECT, related_name="lines")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    declared = fte_field()
    agency = fte_field()
    counted = fte_field()
    minimum = fte_field()

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workforce_return", "role"], name="a_role_is_returned_once"),
            models.CheckConstraint(
                name="no_more_counts_than_was_declared",
                condition=Q(counted__lte=F("declared"), agency__lte=F("declared"), counted__gte=0, agency__gte=0),
            ),
        ]


class WorkforceMember(models.Model):
    """A named member of staff in a registered role, and whether their registration was live at the month's end."""

    workforce_return = models.ForeignKey(WorkforceReturn, on_delete=models.PROTECT, related_name="members")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    fte = fte_field()
    was_registered = models.BooleanField()

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workforce_return", "worker"], name="a_member_of_staff_is_named_once"),
            models.CheckConstraint(name="one_person_is_no_more_than_one_fte", condition=Q(fte__gt=0, fte__lte=1)),
        ]


class SeniorPost(models.Model):
    """A named post the contract asks of a provider: who holds it, since when it is vacant, who covers."""

    ref = models.CharField(max_length=20, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="senior_posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="own_senior_posts")
    kind = models.CharField(max_length=30, choices=[(one.key, one.title) for one in POST_KINDS.values()])
    title = models.CharField(max_length=200)
    asked_from = models.DateField()
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="senior_posts")
    held_since = models.DateField(null=True, blank=True)
    vacant_since = models.DateField(null=True, blank=True)
    covered_by = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    covered_since = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_post_is_held_or_vacant_since_a_day",
                condition=Q(holder__isnull=False, held_since__isnull=False, vacant_since__isnull=True)
                | Q(holder__isnull=True, held_since__isnull=True, vacant_since__isnull=False),
            ),
            models.CheckConstraint(
                name="only_a_vacant_post_is_covered",
                condition=Q(covered_by__isnull=True, covered_since__isnull=True)
                | Q(covered_by__isnull=False, covered_since__isnull=False, holder__isnull=True),
            ),
            models.CheckConstraint(
                name="a_post_no_longer_asked_says_why",
                condition=Q(ended_on__isnull=True, ended_because="")
                | (Q(ended_on__isnull=False) & ~Q(ended_because="")),
            ),
            models.UniqueConstraint(
                name="one_principal_social_worker_of_a_provider",
                fields=["organisation"],
                condition=Q(kind="principal_social_worker", ended_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title
