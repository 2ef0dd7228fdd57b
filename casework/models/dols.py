"""Deprivation of liberty: the assessors the council keeps, the request, its six assessments, the authorisation.

Source: Mental Capacity Act 2005 Sch A1; SI 2008/1858.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.dols.rules import CLOSED, ENDINGS, KINDS, OPEN, PROFESSIONS, STATES, AssessorFacts
from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import Organisation, Worker

ACCOUNT = settings.AUTH_USER_MODEL


def _together(*names: str) -> Q:
    """All of these are said, or none of them."""
    return Q(**{f"{name}__isnull": True for name in names}) | Q(**{f"{name}__isnull": False for name in names})


class DolsAssessor(models.Model):
    """Somebody whom the council may select to assess, and the facts by which they may.

    Source: SI 2008/1858 regs 3-9.
    """

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    # Where the assessor also works for the council or a provider here, so that hands can be compared.
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Left out where whoever employs them is no organisation known here.
    employer = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    employer_name = models.CharField(max_length=200, blank=True)
    profession = models.CharField(max_length=24, choices=list(PROFESSIONS.items()))
    registered_on = models.DateField()
    insured_until = models.DateField()
    certificate_on = models.DateField("criminal record certificate of")
    training_on = models.DateField("approved training completed on")
    further_training_on = models.DateField("further training last on", null=True, blank=True)
    section_12_until = models.DateField("approved under section 12 until", null=True, blank=True)
    has_special_experience = models.BooleanField(default=False)
    is_amhp = models.BooleanField("approved mental health professional", default=False)
    suspended_on = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_dols_assessor_has_a_name")]
        # The list of a council's assessors, by name.
        indexes = [models.Index(fields=["council", "name"], name="dols_assessors_of_a_council")]

    def __str__(self) -> str:
        return self.name

    @property
    def facts(self) -> AssessorFacts:
        """What decides which assessments they may make, as it was told (`dols.registered` asks the registers)."""
        names = set(AssessorFacts.__dataclass_fields__) - {"is_registered"}
        return AssessorFacts(**{name: getattr(self, name) for name in names})


class DolsRequest(models.Model):
    """A managing authority asks the council to authorise a deprivation of liberty. Source: Sch A1 paras 24, 30, 76."""

    class Setting(models.TextChoices):
        CARE_HOME = "care_home", "Care home"
        HOSPITAL = "hospital", "Hospital"

    class Asked(models.TextChoices):
        STANDARD = "standard", "Standard authorisation"
        URGENT = "urgent", "Standard authorisation, with an urgent one given"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="dols_requests")
    state = models.CharField(max_length=16, choices=list(STATES.items()), default="received")
    setting = models.CharField(max_length=12, choices=Setting.choices)
    # A care home of the market, or the council's own; a hospital is recorded by its name.
    managing_authority = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hospital_name = models.CharField(max_length=200, blank=True)
    received_on = models.DateField()
    circumstances = models.TextField()
    urgent_on = models.DateField("urgent authorisation given on", null=True, blank=True)
    urgent_days = models.PositiveSmallIntegerField(null=True, blank=True)
    urgent_because = models.TextField(blank=True)
    extended_by_days = models.PositiveSmallIntegerField(default=0)
    extended_because = models.TextField(blank=True)
    extended_at = models.DateTimeField(null=True, blank=True)
    extended_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # The next day on which something falls due; nothing where the request is closed. Lists walk it, late first.
    due_on = models.DateField(null=True, blank=True)
    logged_at = models.DateTimeField()
    logged_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    refused_because = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    suspended_on = models.DateField(null=True, blank=True)
    suspended_because = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=16, choices=list(ENDINGS.items()), blank=True)
    ended_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=sorted(STATES)), name="a_dols_request_is_in_a_known_state"),
            models.CheckConstraint(
                condition=Q(managing_authority__isnull=False, hospital_name="")
                | (Q(managing_authority__isnull=True) & ~Q(hospital_name="")),
                name="a_dols_request_has_one_managing_authority",
            ),
            models.CheckConstraint(
                condition=_together("urgent_on", "urgent_days"), name="an_urgent_authorisation_has_its_day_and_days"
            ),
            models.CheckConstraint(
                condition=Q(urgent_days__isnull=True) | Q(urgent_days__range=(1, 7)),
                name="an_urgent_authorisation_is_of_seven_days_at_most",
            ),
            models.CheckConstraint(
                condition=Q(extended_by_days=0, extended_at__isnull=True, extended_by__isnull=True)
                | Q(
                    extended_by_days__range=(1, 7),
                    extended_at__isnull=False,
                    extended_by__isnull=False,
                    urgent_on__isnull=False,
                ),
                name="an_urgent_authorisation_is_extended_once_by_the_council",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[*sorted(OPEN), "ended"])
                | (Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="a_decided_dols_request_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refused_because=""), name="a_refused_dols_request_says_why"
            ),
            models.CheckConstraint(
                condition=(Q(state="ended", ended_on__isnull=False) & ~Q(ending=""))
                | (~Q(state="ended") & Q(ended_on__isnull=True, ending="")),
                name="an_ended_dols_request_says_when_and_how",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(CLOSED), due_on__isnull=True)
                | (~Q(state__in=sorted(CLOSED)) & Q(due_on__isnull=False)),
                name="a_live_dols_request_has_a_day_falling_due",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(state__in=sorted(OPEN)), name="a_person_has_one_undecided_dols_request"
            ),
        ]
        indexes = [
            # The list of what is live, the longest overdue first, and how many are late.
            models.Index(
                fields=["council", "due_on", "id"], condition=Q(due_on__isnull=False), name="dols_falling_due"
            ),
            # The list of one state, and how many wait in each.
            models.Index(fields=["council", "state", "due_on"], name="dols_by_state"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def managed_by(self) -> str:
        """The managing authority's name."""
        return self.managing_authority.name if self.managing_authority else self.hospital_name


class DolsAssessment(models.Model):
    """One of the six assessments: who was selected, that they are independent, what they found.

    Source: Sch A1 paras 33-49, 129; SI 2008/1858 regs 10-12.
    """

    request = models.ForeignKey(DolsRequest, on_delete=models.PROTECT, related_name="assessments")
    kind = models.CharField(max_length=16, choices=list(KINDS.items()))
    assessor = models.ForeignKey(DolsAssessor, on_delete=models.PROTECT, related_name="assessments")
    selected_on = models.DateField()
    selected_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    is_involved_in_care = models.BooleanField(default=False)
    is_relative = models.BooleanField(default=False)
    has_financial_interest = models.BooleanField(default=False)
    is_employed_by_managing_authority = models.BooleanField(default=False)
    assessed_on = models.DateField(null=True, blank=True)
    met = models.BooleanField("the requirement is met", null=True, blank=True)
    reasons = models.TextField(blank=True)
    # Best interests alone says for how long at most, and on what conditions (Sch A1 paras 42-43).
    most_days = models.PositiveSmallIntegerField("longest period, in days", null=True, blank=True)
    conditions = models.TextField("conditions recommended", blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "kind"], name="each_dols_assessment_is_made_once"),
            models.CheckConstraint(
                condition=Q(
                    is_involved_in_care=False,
                    is_relative=False,
                    has_financial_interest=False,
                    is_employed_by_managing_authority=False,
                ),
                name="a_selected_dols_assessor_is_independent",
            ),
            models.CheckConstraint(
                condition=Q(met__isnull=True, assessed_on__isnull=True, recorded_at__isnull=True)
                | (
                    Q(met__isnull=False, assessed_on__isnull=False, recorded_at__isnull=False)
                    & Q(recorded_by__isnull=False)
                    & ~Q(reasons="")
                ),
                name="a_recorded_dols_assessment_has_its_day_and_reasons",
            ),
            models.CheckConstraint(
                condition=~Q(kind="best_interests", met=True) | Q(most_days__range=(1, 366)),
                name="best_interests_met_says_the_longest_period",
            ),
        ]

    @property
    def title(self) -> str:
        """The name of the assessment."""
        return KINDS[self.kind]


class DolsAuthorisation(models.Model):
    """The council's standard authorisation: its period, purpose, conditions and representative.

    Source: Sch A1 paras 50-55, 139.
    """

    class Representative(models.TextChoices):
        FAMILY = "family", "Family member or friend"
        PAID = "paid", "Paid representative"

    request = models.OneToOneField(DolsRequest, on_delete=models.PROTECT, related_name="authorisation")
    from_day = models.DateField()
    to_day = models.DateField()
    purpose = models.TextField()
    conditions = models.TextField(blank=True)
    representative_name = models.CharField(max_length=200)
    representative_kind = models.CharField(max_length=8, choices=Representative.choices)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(to_day__gte=F("from_day")), name="a_dols_authorisation_has_a_period"),
            models.CheckConstraint(
                condition=~Q(representative_name="") & ~Q(purpose=""),
                name="a_dols_authorisation_has_a_purpose_and_a_representative",
            ),
        ]


class DolsReview(models.Model):
    """A review of an authorisation by the council: who asked and on what ground, and what came of it.

    Source: Sch A1 Part 8.
    """

    class Asked(models.TextChoices):
        PERSON = "person", "The person"
        REPRESENTATIVE = "representative", "The person’s representative"
        MANAGING_AUTHORITY = "managing_authority", "The managing authority"
        COUNCIL = "council", "The council itself"

    class Outcome(models.TextChoices):
        CONTINUES = "continues", "The requirements are met: it continues"
        VARIED = "varied", "It continues with other conditions"
        ENDS = "ends", "A requirement is no longer met: it ends"

    request = models.ForeignKey(DolsRequest, on_delete=models.PROTECT, related_name="reviews")
    asked_by = models.CharField(max_length=20, choices=Asked.choices)
    asked_on = models.DateField()
    grounds = models.TextField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    reasons = models.TextField(blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    concluded_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(outcome=""), name="an_authorisation_has_one_review_open"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", concluded_at__isnull=True, concluded_by__isnull=True)
                | (~Q(outcome="") & ~Q(reasons="") & Q(concluded_at__isnull=False, concluded_by__isnull=False)),
                name="a_concluded_dols_review_says_what_why_and_by_whom",
            ),
        ]
