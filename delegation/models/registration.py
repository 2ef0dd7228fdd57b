"""Who is registered with which professional body, from when to when, and when that was suspended.

The guard asks these rows on the day of an act. `delegation/registration/services.py` alone writes them.
"""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from delegation.history import history_kept
from delegation.models.authority import Worker
from delegation.professions import PROFESSIONS


class RegistrationQuerySet(models.QuerySet[Any]):
    """Registrations by what they were on a day."""

    def live_on(self, day: date) -> Self:
        """Begun, neither run out nor ended, and not suspended; the day it ends or is suspended is the first without."""
        suspended = RegistrationSuspension.objects.filter(
            Q(lifted_on__isnull=True) | Q(lifted_on__gt=day), registration=OuterRef("pk"), from_day__lte=day
        )
        return self.filter(
            Q(live_from__isnull=True) | Q(live_from__lte=day),
            Q(live_to__isnull=True) | Q(live_to__gte=day),
            Q(ended_on__isnull=True) | Q(ended_on__gt=day),
            ~Exists(suspended),
        )


class ProfessionalRegistration(models.Model):
    """A worker's entry in the register of a professional body, as somebody of the council found it there."""

    ref = models.CharField(max_length=20, unique=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="registrations")
    # Empty only where it was entered before the profession was asked.
    profession = models.CharField(
        max_length=40, blank=True, choices=[(one.key, one.title) for one in PROFESSIONS.values()]
    )
    body = models.CharField(max_length=60)
    number = models.CharField(max_length=40)
    # Empty only where it was entered before the day was asked: it then counts from any day.
    live_from = models.DateField(null=True, blank=True)
    live_to = models.DateField(null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Where it was looked up.
    source = models.CharField(max_length=200)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_because = models.TextField(blank=True)

    objects = RegistrationQuerySet.as_manager()
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "body", "number"],
                condition=Q(ended_on__isnull=True),
                name="a_registration_is_entered_once_for_its_worker",
            ),
            models.CheckConstraint(
                name="a_registration_has_its_body_and_number", condition=~Q(body="") & ~Q(number="")
            ),
            models.CheckConstraint(
                name="a_registration_runs_out_after_it_begins",
                condition=Q(live_to__isnull=True) | Q(live_from__isnull=True) | Q(live_to__gte=F("live_from")),
            ),
            models.CheckConstraint(
                name="an_ended_registration_says_by_whom_and_why",
                condition=Q(ended_on__isnull=True, ended_by__isnull=True, ended_because="")
                | (Q(ended_on__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
            ),
        ]
        indexes = [
            # Whoever records a registration is told of another person's with the same number.
            models.Index(fields=["body", "number"], name="registrations_by_number"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.number}"

    @property
    def profession_title(self) -> str:
        return PROFESSIONS[self.profession].title if self.profession else "Profession not recorded"

    @property
    def is_suspended(self) -> bool:
        """Whether a suspension was not lifted; without a query where the suspensions are at hand."""
        return any(suspension.lifted_on is None for suspension in self.suspensions.all())


class RegistrationSuspension(models.Model):
    """A registration suspended from a day until the day the suspension was lifted."""

    registration = models.ForeignKey(ProfessionalRegistration, on_delete=models.PROTECT, related_name="suspensions")
    from_day = models.DateField()
    because = models.TextField()
    # Nobody where it was entered before suspensions had their own row.
    suspended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_because = models.TextField(blank=True)

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(lifted_on__isnull=True),
                name="a_registration_is_suspended_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_lifted_registration_suspension_says_by_whom_and_why",
                condition=Q(lifted_on__isnull=True, lifted_by__isnull=True, lifted_because="")
                | (Q(lifted_on__isnull=False, lifted_by__isnull=False) & ~Q(lifted_because="")),
            ),
            models.CheckConstraint(
                name="a_registration_suspension_is_lifted_after_it_begins",
                condition=Q(lifted_on__isnull=True) | Q(lifted_on__gte=F("from_day")),
            ),
        ]
