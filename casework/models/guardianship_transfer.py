"""A guardianship that leaves the council: to another council, or to a hospital, with the papers that takes.

Source: Mental Health Act 1983 s.19; SI 2008/1184 reg 8 (what a transfer to hospital needs is general knowledge).
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.guardianship.words import AWAY, RECOMMENDED_ON
from casework.models.guardianship import Guardianship, MedicalRecommendation
from delegation.history import history_kept
from delegation.models import AmhpApproval

ACCOUNT = settings.AUTH_USER_MODEL
# Of a transfer to another council there is none of it.
NO_HOSPITAL = Q(recommended_on="", managers_agreed_by="", managers_agreed_on__isnull=True, arrangements="")
HOSPITAL_AGREED = (
    Q(managers_agreed_on__isnull=False) & ~Q(recommended_on="") & ~Q(managers_agreed_by="") & ~Q(arrangements="")
)


class GuardianshipTransfer(models.Model):
    """A transfer away: to another council, or to a hospital on an AMHP's application. Source: s.19; reg 8."""

    guardianship = models.OneToOneField(Guardianship, on_delete=models.PROTECT, related_name="transfer")
    to = models.CharField(max_length=8, choices=list(AWAY.items()))
    to_name = models.CharField("to", max_length=200)
    # To a hospital, the day of admission.
    moved_on = models.DateField()
    amhp = models.ForeignKey(AmhpApproval, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    applied_on = models.DateField(null=True, blank=True)
    recommended_on = models.CharField("form", max_length=8, choices=list(RECOMMENDED_ON.items()), blank=True)
    why_no_acquaintance = models.TextField("why neither doctor knew the person before", blank=True)
    managers_agreed_by = models.CharField("who agreed for the hospital’s managers", max_length=200, blank=True)
    managers_agreed_on = models.DateField(null=True, blank=True)
    # To another council: who agreed for it, on Form G7.
    council_agreed_by = models.CharField("who agreed for the other council", max_length=200, blank=True)
    council_agreed_on = models.DateField(null=True, blank=True)
    # On what the council was satisfied that the hospital would admit the person in time.
    arrangements = models.TextField("arrangements for admission", blank=True)
    agreed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to="hospital", amhp__isnull=False, applied_on__isnull=False)
                | Q(to="council", amhp__isnull=True, applied_on__isnull=True),
                name="a_transfer_to_hospital_names_the_amhp_who_applied",
            ),
            # One recorded before these were asked has none of them; the promise names it.
            models.CheckConstraint(
                condition=(Q(to="hospital") & HOSPITAL_AGREED) | NO_HOSPITAL,
                name="what_is_said_of_a_hospitals_agreement_is_whole",
            ),
            # As of a hospital's.
            models.CheckConstraint(
                condition=Q(council_agreed_by="", council_agreed_on__isnull=True)
                | (Q(to="council", council_agreed_on__lte=F("moved_on")) & ~Q(council_agreed_by="")),
                name="what_is_said_of_another_councils_agreement_is_whole",
            ),
        ]


class TransferRecommendation(MedicalRecommendation):
    """One of the two medical recommendations of a transfer to hospital (Form A7 or A8). Source: ss.3(3), 12, 12A."""

    transfer = models.ForeignKey(GuardianshipTransfer, on_delete=models.PROTECT, related_name="recommendations")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["transfer", "number"], name="each_recommendation_of_a_transfer_is_recorded_once"
            ),
            models.CheckConstraint(
                condition=Q(number__in=(1, 2)) & ~Q(doctor=""),
                name="a_transfer_recommendation_is_first_or_second_with_its_doctor",
            ),
        ]
