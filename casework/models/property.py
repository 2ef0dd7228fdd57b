"""Protecting the belongings of somebody who cannot do so themselves."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import Organisation, Worker


def _by_once_done() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class PropertyProtection(models.Model):
    """Movable property in danger of loss, and the council officer's authority to enter and protect it.

    Source: Care Act 2014 s.47.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Waiting for the council’s authorisation"
        AUTHORISED = "authorised", "Entry authorised"
        PROTECTED = "protected", "Entered, and protected"
        ENDED = "ended", "Ended"
        REFUSED = "refused", "Not authorised"

    class Whereabouts(models.TextChoices):
        HOSPITAL = "hospital", "In hospital"
        ACCOMMODATION = "accommodation", "In accommodation the council arranged under s.18 or s.19"

    class Basis(models.TextChoices):
        CONSENT = "consent", "The person consents, s.47(4)"
        AUTHORISED_CONSENT = "authorised_consent", "Somebody authorised under the Mental Capacity Act consents"
        BEST_INTERESTS = "best_interests", "The person lacks capacity; it is in their best interests"

    class Attendance(models.TextChoices):
        THERE = "there", "Was there"
        AWAY = "away", "Was not there"
        NOT_ASKED = "not_asked", "Not known: recorded before it was asked"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="property_protections")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    whereabouts = models.CharField(max_length=14, choices=Whereabouts)
    danger = models.TextField("danger of loss or damage")
    no_other_arrangement = models.TextField("why no other arrangement is made")
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    basis = models.CharField(max_length=20, choices=Basis, blank=True)
    basis_record = models.TextField("who consented, or the best-interests record", blank=True)
    notice_on = models.DateField(null=True, blank=True)
    enter_from = models.DateField(null=True, blank=True)
    enter_until = models.DateField(null=True, blank=True)
    officer = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    social_worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authorised_at = models.DateTimeField(null=True, blank=True)
    authorised_by = _by_once_done()
    refused_because = models.TextField(blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    entered_by = _by_once_done()
    entered_on = models.DateField(null=True, blank=True)
    inventory = models.TextField(blank=True)
    # Of the social worker whom the authorisation names.
    attendance = models.CharField(max_length=10, choices=Attendance, blank=True)
    away_because = models.TextField("why the social worker was not there", blank=True)
    costs = models.DecimalField("pounds", max_digits=10, decimal_places=2, null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="nobody_enters_without_the_officers_authorisation",
                condition=Q(entered_at=None, entered_by=None, entered_on=None)
                | Q(authorised_at__isnull=False, authorised_by__isnull=False, officer__isnull=False)
                & Q(entered_on__gte=F("enter_from"), entered_on__lte=F("enter_until"))
                & ~Q(inventory=""),
            ),
            models.CheckConstraint(
                name="an_entry_says_whether_the_social_worker_was_there",
                condition=Q(entered_at=None, attendance="", away_because="")
                | Q(entered_at__isnull=False, attendance__in=["there", "not_asked"], away_because="")
                | Q(entered_at__isnull=False, attendance="away") & ~Q(away_because=""),
            ),
            models.CheckConstraint(
                name="an_authorised_entry_has_its_basis_notice_officer_and_social_worker",
                condition=Q(authorised_at=None, authorised_by=None)
                | Q(authorised_by__isnull=False, officer__isnull=False, social_worker__isnull=False)
                & Q(notice_on__lt=F("enter_from"), enter_from__lte=F("enter_until"))
                & ~Q(basis="")
                & ~Q(basis_record=""),
            ),
            models.CheckConstraint(
                name="an_entry_stands_with_its_state",
                condition=Q(state__in=["proposed", "refused"], authorised_at=None, entered_at=None)
                | Q(state="authorised", authorised_at__isnull=False, entered_at=None)
                | Q(state="protected", entered_at__isnull=False)
                | Q(state="ended", ended_on__isnull=False) & ~Q(ended_because=""),
            ),
        ]
        indexes = [
            # The list of those that go on, the oldest first; and those that are over.
            models.Index(fields=["council", "state", "proposed_on"], name="property_protections_by_state"),
        ]

    def __str__(self) -> str:
        return self.ref
