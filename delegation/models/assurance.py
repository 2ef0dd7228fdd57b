"""The Director's reviews of what the council keeps and gives, and the exceptions found, each with its owner and day."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.history import history_kept
from delegation.models.authority import Organisation, Post, Worker
from delegation.schedule import FUNCTIONS


class AssuranceReview(models.Model):
    """What the Director saw when they signed, frozen: every function with its evidence, and the SHA-256 of it.

    The database keeps it as it was (a trigger). It reaches to the line of the register that `until_line` names; the
    next review begins with the line after.
    """

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="assurance_reviews")
    number = models.PositiveIntegerField()
    until_line = models.BigIntegerField()
    remarks = models.TextField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "number"], name="a_review_is_numbered_once_in_its_council"),
        ]

    def __str__(self) -> str:
        return f"Review {self.number}"


class AssuranceException(models.Model):
    """Something about a function that is not as it must be: who mends it, and by when."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="assurance_exceptions")
    function = models.CharField(max_length=60)
    what = models.TextField()
    owner = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="assurance_exceptions")
    due_on = models.DateField()
    raised_on = models.DateField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_because = models.TextField(blank=True)

    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_closed_exception_says_when_by_whom_and_why",
                condition=Q(closed_on__isnull=True, closed_by__isnull=True, closed_because="")
                | (Q(closed_on__isnull=False, closed_by__isnull=False) & ~Q(closed_because="")),
            ),
            models.CheckConstraint(name="an_exception_falls_due_later", condition=Q(due_on__gte=F("raised_on"))),
        ]
        indexes = [
            models.Index(fields=["council"], condition=Q(closed_on__isnull=True), name="open_exceptions_of_a_council")
        ]

    @property
    def function_title(self) -> str:
        return FUNCTIONS[self.function].title
