"""A third party asks the council whether a person is deprived of their liberty without authority.

Source: Mental Capacity Act 2005 Sch A1 paras 67-73 (general knowledge); SI 2008/1858 reg 14.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models.dols import DolsAssessor, DolsRequest
from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import Organisation

ACCOUNT = settings.AUTH_USER_MODEL


class ThirdPartyRequest(models.Model):
    """What a third party asked, who looked into it for the council, and what was found.

    Somebody asks the managing authority first; where it does not ask for an authorisation, they ask the council.
    """

    class State(models.TextChoices):
        RECEIVED = "received", "Assessor to appoint"
        LOOKED_INTO = "looked_into", "Being looked into"
        CONCLUDED = "concluded", "Concluded"
        NOT_PURSUED = "not_pursued", "Not pursued"

    class Outcome(models.TextChoices):
        NO_DEPRIVATION = "no_deprivation", "The person is not deprived of their liberty"
        AUTHORISED = "authorised", "They are, and it is authorised"
        UNAUTHORISED = "unauthorised", "They are, and it is not authorised"
        DIED_OR_LEFT = "died_or_left", "The person died, or no longer stays there"

    OPEN = ("received", "looked_into")

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="third_party_requests")
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    setting = models.CharField(max_length=12, choices=DolsRequest.Setting)
    managing_authority = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hospital_name = models.CharField(max_length=200, blank=True)
    asked_by_name = models.CharField("who asks", max_length=200)
    asked_as = models.CharField("who they are to the person", max_length=200)
    # The managing authority was asked first, and did not request an authorisation in reasonable time.
    managing_authority_asked_on = models.DateField()
    circumstances = models.TextField()
    received_on = models.DateField()
    # The last of the seven days.
    due_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    assessor = models.ForeignKey(DolsAssessor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    appointed_on = models.DateField(null=True, blank=True)
    appointed_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    assessed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)
    reasons = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_third_party_request_has_one_managing_authority",
                condition=Q(managing_authority__isnull=False, hospital_name="")
                | (Q(managing_authority__isnull=True) & ~Q(hospital_name="")),
            ),
            models.CheckConstraint(
                name="whoever_looks_into_a_third_party_request_was_appointed_on_a_day",
                condition=Q(assessor__isnull=True, appointed_on__isnull=True, appointed_by__isnull=True)
                | Q(assessor__isnull=False, appointed_on__gte=F("received_on"), appointed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_third_party_request_is_concluded_or_not_pursued_with_reasons",
                condition=Q(state__in=["received", "looked_into"], outcome="", closed_on=None, closed_by=None)
                | Q(state="not_pursued", outcome="", closed_on__isnull=False, closed_by__isnull=False) & ~Q(reasons="")
                | (
                    Q(state="concluded", assessor__isnull=False, assessed_on__isnull=False)
                    & Q(closed_on__gte=F("assessed_on"), closed_by__isnull=False)
                    & ~Q(outcome="")
                    & ~Q(reasons="")
                ),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=["received", "looked_into"]),
                name="a_person_has_one_open_third_party_request",
            ),
        ]
        indexes = [
            # The list of what is open, late first, and the count of the late.
            models.Index(fields=["council", "due_on"], condition=Q(closed_on=None), name="open_third_party_requests"),
            models.Index(fields=["council", "-closed_on", "-id"], name="closed_third_party_requests"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def managed_by(self) -> str:
        """The managing authority's name."""
        return self.managing_authority.name if self.managing_authority else self.hospital_name
