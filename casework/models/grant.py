"""An application for a disabled facilities grant, with the confirmation of need and the housing decision."""

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


class GrantApplication(models.Model):
    """A full application for a disabled facilities grant.

    Source: Housing Grants, Construction and Regeneration Act 1996 ss.23, 24, 34, 36; SI 2008/1189.
    """

    class State(models.TextChoices):
        APPLIED = "applied", "Waiting for the confirmation of need"
        CONFIRMED = "confirmed", "Necessary and appropriate"
        NOT_CONFIRMED = "not_confirmed", "Not necessary and appropriate"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"

    class Purpose(models.TextChoices):
        ACCESS = "access", "Getting in and out of the dwelling, s.23(1)(a)"
        SAFETY = "safety", "Making it safe, s.23(1)(b)"
        FAMILY_ROOM = "family_room", "Reaching the principal family room, s.23(1)(c)"
        BEDROOM = "bedroom", "Reaching or providing a bedroom, s.23(1)(d)"
        LAVATORY = "lavatory", "Reaching or using a lavatory, s.23(1)(e)"
        BATH = "bath", "Reaching or using a bath or shower, s.23(1)(f)"
        BASIN = "basin", "Reaching or using a wash-hand basin, s.23(1)(g)"
        FOOD = "food", "Preparing and cooking food, s.23(1)(h)"
        HEATING = "heating", "Improving the heating, s.23(1)(i)"
        CONTROLS = "controls", "Using power, light or heat, s.23(1)(j)"
        CARING = "caring", "Caring for another who lives there, s.23(1)(k)"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="grant_applications")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=12, choices=Purpose)
    works = models.TextField()
    applied_on = models.DateField("day of the full application")
    decide_by = models.DateField()
    state = models.CharField(max_length=14, choices=State, default=State.APPLIED)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_necessary = models.BooleanField("whether necessary and appropriate", null=True, blank=True)
    confirmed_because = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = _by_once_done()
    confirmed_on = models.DateField(null=True, blank=True)
    # As it stood on the day, so that a later change of the register changes nothing here.
    registration_body = models.CharField(max_length=60, blank=True)
    registration_number = models.CharField(max_length=40, blank=True)
    amount = models.DecimalField("pounds", max_digits=10, decimal_places=2, null=True, blank=True)
    pay_from = models.DateField(null=True, blank=True)
    reasons = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = _by_once_done()
    decided_on = models.DateField(null=True, blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_grant_is_confirmed_over_a_professional_registration",
                condition=Q(is_necessary=None, confirmed_at=None, confirmed_by=None, confirmed_on=None)
                | Q(is_necessary__isnull=False, confirmed_at__isnull=False, confirmed_by__isnull=False)
                & Q(confirmed_on__isnull=False)
                & ~Q(registration_body="")
                & ~Q(registration_number="")
                & ~Q(confirmed_because=""),
            ),
            models.CheckConstraint(
                name="a_grant_is_approved_only_where_necessary_and_for_an_amount",
                condition=~Q(state="approved") | Q(is_necessary=True, amount__gt=0, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_grant_is_no_more_than_the_order_allows", condition=Q(amount=None) | Q(amount__lte=30_000)
            ),
            models.CheckConstraint(
                name="a_decided_grant_says_when_and_by_whom",
                condition=Q(state__in=["approved", "refused"], decided_at__isnull=False, decided_by__isnull=False)
                & Q(decided_on__gte=F("applied_on"))
                | ~Q(state__in=["approved", "refused"]) & Q(decided_at=None, decided_by=None, decided_on=None),
            ),
        ]
        indexes = [
            # The list of undecided applications, late first, and the count of the late.
            models.Index(fields=["council", "decide_by"], condition=Q(decided_at=None), name="undecided_grants_by_day"),
            models.Index(fields=["council", "-decided_at"], name="decided_grants"),
        ]

    def __str__(self) -> str:
        return self.ref
