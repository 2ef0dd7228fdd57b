"""The contract with a provider: the due diligence it rests on, with its evidence and scores, and its targets."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.contract.areas import AREAS, DISCIPLINES, SCORES
from delegation.contract.measures import MEASURES
from delegation.history import history_kept
from delegation.models.authority import DatedQuerySet, Organisation, Post, Worker


class DueDiligence(models.Model):
    """The council's look at whether a provider can be given its social care: nine areas, then the Director's name.

    It stands from the day it is signed to `valid_to`, and no longer than its evidence does.
    """

    ref = models.CharField(max_length=20, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="due_diligences")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="own_due_diligences")
    opened_on = models.DateField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    valid_to = models.DateField(null=True, blank=True)
    remarks = models.TextField(blank=True)

    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_signed_due_diligence_says_who_in_which_post_and_until_when",
                condition=Q(signed_on__isnull=True, signed_by__isnull=True, post__isnull=True, valid_to__isnull=True)
                | Q(signed_on__isnull=False, signed_by__isnull=False, post__isnull=False, valid_to__gte=F("signed_on")),
            ),
            models.UniqueConstraint(
                name="one_open_due_diligence_of_a_provider",
                fields=["organisation"],
                condition=Q(signed_on__isnull=True),
            ),
        ]
        indexes = [
            # The guard of every authorisation: is there a signed one?
            models.Index(fields=["organisation", "signed_on"], name="due_diligence_of_a_provider"),
            # The list of due diligence of a council, the last opened first.
            models.Index(fields=["council", "-opened_on"], name="due_diligence_of_a_council"),
        ]

    def __str__(self) -> str:
        return self.ref


class Evaluator(models.Model):
    """Somebody of the council who scores for one of the six disciplines, and so never signs."""

    diligence = models.ForeignKey(DueDiligence, on_delete=models.PROTECT, related_name="evaluators")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="evaluations")
    discipline = models.CharField(max_length=20, choices=list(DISCIPLINES.items()))

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["diligence", "discipline"], name="one_evaluator_of_a_discipline"),
            models.UniqueConstraint(fields=["diligence", "worker"], name="an_evaluator_stands_for_one_discipline"),
            models.CheckConstraint(name="a_discipline_is_one_of_six", condition=Q(discipline__in=sorted(DISCIPLINES))),
        ]


class DueDiligenceEvidence(models.Model):
    """What was seen in one area, where it is kept, and the last day it can be relied on."""

    diligence = models.ForeignKey(DueDiligence, on_delete=models.PROTECT, related_name="evidence")
    area = models.CharField(max_length=30, choices=[(area.key, area.title) for area in AREAS.values()])
    what = models.TextField()
    kept_at = models.CharField(max_length=200)
    expires_on = models.DateField(null=True, blank=True)
    entered_on = models.DateField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="evidence_is_of_one_of_nine_areas", condition=Q(area__in=sorted(AREAS))),
            models.CheckConstraint(name="evidence_says_what_was_seen", condition=~Q(what="")),
        ]


class DueDiligenceScore(models.Model):
    """What one evaluator makes of one area, from nothing shown (0) to excellent (4), with the reason."""

    diligence = models.ForeignKey(DueDiligence, on_delete=models.PROTECT, related_name="scores")
    evaluator = models.ForeignKey(Evaluator, on_delete=models.PROTECT, related_name="scores")
    area = models.CharField(max_length=30, choices=[(area.key, area.title) for area in AREAS.values()])
    score = models.PositiveSmallIntegerField(choices=list(SCORES.items()))
    reasons = models.TextField()
    scored_on = models.DateField()

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluator", "area"], name="an_evaluator_scores_an_area_once"),
            models.CheckConstraint(name="a_score_is_one_of_five", condition=Q(score__in=sorted(SCORES))),
            models.CheckConstraint(name="a_score_has_its_reasons", condition=~Q(reasons="")),
        ]


class ContractTarget(models.Model):
    """What the contract asks of one measure of a provider, between two days; in the measure's own unit."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="contract_targets")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="own_contract_targets")
    measure = models.CharField(max_length=40, choices=[(one.key, one.title) for one in MEASURES.values()])
    value = models.DecimalField(max_digits=6, decimal_places=1)
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_target_is_not_below_nought", condition=Q(value__gte=0)),
            models.CheckConstraint(
                name="a_target_ends_after_it_begins",
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")),
            ),
            models.UniqueConstraint(
                name="one_open_target_of_a_measure",
                fields=["organisation", "measure"],
                condition=Q(to_day__isnull=True),
            ),
        ]
