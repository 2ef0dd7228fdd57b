"""After-care under section 117 of the Mental Health Act 1983: never charged for, ended only by both bodies together."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import Organisation

ACCOUNT = settings.AUTH_USER_MODEL


class AfterCare(models.Model):
    """After-care of one person. It ends when the council and the integrated care board have each decided so.

    Source: Mental Health Act 1983 s.117(2).
    """

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aftercare")
    from_day = models.DateField()
    needs = models.TextField()
    icb_name = models.CharField("integrated care board", max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    icb_decided_on = models.DateField(null=True, blank=True)
    icb_signed_by = models.CharField("who signed for the board", max_length=200, blank=True)
    icb_reference = models.CharField("the board’s reference", max_length=200, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_on__isnull=True), name="a_person_has_one_live_aftercare"
            ),
            models.CheckConstraint(
                condition=Q(icb_decided_on__isnull=True, icb_signed_by="")
                | (Q(icb_decided_on__isnull=False) & ~Q(icb_signed_by="")),
                name="a_boards_decision_has_its_day_and_signatory",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_at__isnull=True, ended_by__isnull=True, ended_because="")
                | (
                    Q(ended_on__gte=F("from_day"), ended_at__isnull=False, ended_by__isnull=False)
                    & Q(icb_decided_on__isnull=False, icb_decided_on__lte=F("ended_on"))
                    & ~Q(ended_because="")
                ),
                name="aftercare_is_never_ended_by_one_body_alone",
            ),
        ]
        # The list of a council's live after-care: where the board has decided first, then the oldest.
        indexes = [
            models.Index(
                fields=["council", "icb_decided_on", "from_day", "id"],
                condition=Q(ended_on__isnull=True),
                name="aftercare_live",
            )
        ]

    def __str__(self) -> str:
        return self.ref
