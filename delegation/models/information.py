"""Enquiries from outside that the council answers: freedom of information, the Ombudsman, the press, members."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.history import history_kept
from delegation.models.authority import Organisation


def _by() -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


def _by_once_done() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class FoiRequest(models.Model):
    """A request for information, to the council or to a provider that holds it for the council.

    Source: Freedom of Information Act 2000 ss.1, 3(2)(b), 8, 10, 17.
    """

    class State(models.TextChoices):
        OPEN = "open", "Waiting for an answer"
        EXTENDED = "extended", "Put off for the public interest test"
        ANSWERED = "answered", "Answered"
        REFUSED = "refused", "Refused"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # Whom it reached: the council, or a provider that handed it over.
    reached = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    handed_over_on = models.DateField(null=True, blank=True)
    # The time of day is known where the provider itself handed it over here.
    handed_over_time = models.TimeField(null=True, blank=True)
    working_days_lost = models.PositiveSmallIntegerField(default=0)
    first_due_on = models.DateField()
    due_on = models.DateField()
    asked_by = models.CharField("who asks", max_length=200)
    reply_to = models.CharField("address for the reply", max_length=200)
    asked_for = models.TextField("what is asked for")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    recorded_at = models.DateTimeField()
    recorded_by = _by()
    extended_on = models.DateField(null=True, blank=True)
    extended_under = models.CharField(max_length=10, blank=True)
    extended_because = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = _by_once_done()
    closed_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    is_held = models.BooleanField("whether the council holds it", default=True)
    exemptions = models.CharField(max_length=100, blank=True)
    reasons = models.TextField(blank=True)
    public_interest = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_closed_foi_request_says_when_and_by_whom",
                condition=Q(state__in=["open", "extended"], closed_at=None, closed_by=None, closed_on=None)
                | Q(
                    state__in=["answered", "refused"],
                    closed_at__isnull=False,
                    closed_by__isnull=False,
                    closed_on__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_refused_foi_request_names_its_exemption_and_why",
                condition=~Q(state="refused") | ~Q(exemptions="") & ~Q(reasons=""),
            ),
            models.CheckConstraint(
                name="an_foi_request_is_answered_with_words", condition=~Q(state="answered") | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="an_foi_request_that_reached_a_provider_was_handed_over",
                condition=Q(reached=F("council"), handed_over_on=None)
                | ~Q(reached=F("council")) & Q(handed_over_on__gte=F("received_on")),
            ),
            models.CheckConstraint(
                name="only_an_extension_with_its_exemption_moves_the_foi_clock",
                condition=Q(due_on=F("first_due_on"), extended_on=None)
                | Q(due_on__gt=F("first_due_on"), extended_on__lte=F("first_due_on"))
                & ~Q(extended_under="")
                & ~Q(extended_because=""),
            ),
        ]
        indexes = [
            # The list of open requests, late first, and the count of the late.
            models.Index(fields=["council", "due_on"], condition=Q(closed_at=None), name="open_foi_by_day"),
            # The list of closed requests, the last first.
            models.Index(fields=["council", "-closed_at"], name="closed_foi_requests"),
            # A provider's own hand-overs, and how many were late.
            models.Index(fields=["reached", "-received_on"], name="foi_by_whom_it_reached"),
        ]

    def __str__(self) -> str:
        return self.ref
