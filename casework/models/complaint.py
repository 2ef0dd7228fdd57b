"""A complaint about adult social care, whoever took it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import Organisation


def _by_once_done() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class Complaint(models.Model):
    """A complaint: taken by the provider or the council, handled by one of them, signed by the council.

    Source: SI 2009/309 regs 5, 12 to 14.
    """

    class State(models.TextChoices):
        RECEIVED = "received", "Received"
        ACKNOWLEDGED = "acknowledged", "Acknowledged"
        LOOKED_INTO = "looked_into", "Being looked into"
        PREPARED = "prepared", "Waiting for the council’s signature"
        RESPONDED = "responded", "Responded"

    class Outcome(models.TextChoices):
        UPHELD = "upheld", "Upheld"
        PARTLY = "partly", "Partly upheld"
        NOT_UPHELD = "not_upheld", "Not upheld"

    class MadeBy(models.TextChoices):
        PERSON = "person", "The person themselves"
        CONSENT = "consent", "Somebody with the person’s consent"
        INCAPACITY = "incapacity", "Somebody acting for a person who lacks capacity, in their best interests"
        DIED = "died", "Somebody acting for a person who has died"
        AFFECTED = "affected", "Somebody else affected by what was done"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="complaints")
    # Whose caseload the person is on: with the council, who sees the complaint.
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # Who looks into it: the provider at the first stage, the council once it took it over or where it came to it.
    handler = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    made_by = models.CharField(max_length=12, choices=MadeBy)
    complainant = models.CharField("who complains", max_length=200)
    about = models.TextField("what it is about")
    wanted = models.TextField("what would put it right", blank=True)
    arose_on = models.DateField("day the matter arose, or was first known of")
    late_because = models.TextField(blank=True)
    received_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=14, choices=State, default=State.RECEIVED)
    acknowledge_by = models.DateField()
    acknowledged_on = models.DateField(null=True, blank=True)
    handling = models.TextField("how it is handled", blank=True)
    respond_by = models.DateField()
    longer_because = models.TextField(blank=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    prepared_by = _by_once_done()
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    response = models.TextField("the response", blank=True)
    returned_because = models.TextField(blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = _by_once_done()
    signed_on = models.DateField(null=True, blank=True)
    letter = models.TextField("the letter as it was sent", blank=True)
    late_response_because = models.TextField(blank=True)
    taken_over_at = models.DateTimeField(null=True, blank=True)
    taken_over_by = _by_once_done()
    taken_over_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_complaint_is_responded_to_over_a_signature",
                condition=Q(
                    state="responded", signed_at__isnull=False, signed_by__isnull=False, signed_on__isnull=False
                )
                & ~Q(outcome="")
                & ~Q(letter="")
                | ~Q(state="responded") & Q(signed_at=None, signed_by=None, signed_on=None, letter=""),
            ),
            models.CheckConstraint(
                name="a_complaint_taken_over_says_by_whom_and_why",
                condition=Q(taken_over_at=None, taken_over_by=None, taken_over_because="")
                | Q(taken_over_at__isnull=False, taken_over_by__isnull=False, handler=F("council"))
                & ~Q(taken_over_because=""),
            ),
            models.CheckConstraint(
                name="a_complaint_is_looked_into_once_acknowledged_and_agreed",
                condition=Q(state="received", acknowledged_on=None)
                | Q(state="acknowledged", acknowledged_on__isnull=False)
                | Q(state__in=["looked_into", "prepared", "responded"], acknowledged_on__isnull=False)
                & ~Q(handling=""),
            ),
            models.CheckConstraint(
                name="a_complaint_is_received_after_the_matter_arose", condition=Q(received_on__gte=F("arose_on"))
            ),
        ]
        indexes = [
            # The council's list of open complaints and the count of the late, by the day of the response.
            models.Index(fields=["council", "respond_by"], condition=Q(signed_at=None), name="open_complaints_by_day"),
            # A provider's own, and the closed ones, the last first.
            models.Index(fields=["provider", "-received_on"], name="complaints_of_a_provider"),
            models.Index(fields=["council", "-signed_at"], name="closed_complaints"),
        ]

    def __str__(self) -> str:
        return self.ref
