"""The contact, the assessment, the needs it found and the determination made of them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework import code_lists
from casework.models.person import Person
from casework.outcomes import outcome_choices
from delegation.history import history_kept
from delegation.models import Organisation, Worker

ACCOUNT = settings.AUTH_USER_MODEL


class Contact(models.Model):
    """Someone came to the single access point, and what came of it. Source: Care Act 2014 s.4, s.9(1)."""

    class Outcome(models.TextChoices):
        INFORMATION_AND_ADVICE = "information_and_advice", "Information and advice"
        IMMEDIATE_SUPPORT = "immediate_support", "Immediate support"
        CLINIC = "clinic", "Clinic"
        ASSESSMENT = "assessment", "Assessment"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    made_on = models.DateField()
    made_by = models.CharField("who made contact", max_length=100)
    route_of_access = models.CharField(max_length=60, choices=code_lists.routes_of_access)
    summary = models.TextField()
    outcome = models.CharField(max_length=24, choices=Outcome.choices)
    directory_entry = models.CharField(max_length=200, blank=True)
    outcome_detail = models.TextField(blank=True)
    safeguarding_concern = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="information_and_advice") | ~Q(directory_entry=""),
                name="information_and_advice_names_a_directory_entry",
            ),
        ]
        indexes = [models.Index(fields=["provider", "made_on"], name="contacts_of_a_provider_by_day")]


class Assessment(models.Model):
    """A needs assessment of an adult (s.9) or of a carer (s.10). Source: Care Act 2014 ss.9-12; SI 2014/2827."""

    class Kind(models.TextChoices):
        ADULT = "adult", "Adult"
        CARER = "carer", "Carer"

    class Capacity(models.TextChoices):
        HAS_CAPACITY = "has_capacity", "Has capacity for the decisions of this assessment"
        LACKS_CAPACITY = "lacks_capacity", "Lacks capacity for a decision of this assessment"

    class Advocacy(models.TextChoices):
        NOT_NEEDED = "not_needed", "Not needed"
        NEEDED = "needed", "Needed, not yet instructed"
        INSTRUCTED = "instructed", "Instructed"
        DECLINED = "declined", "Declined"

    class Refusal(models.TextChoices):
        NOT_REFUSED = "", "Not refused"
        ENDS_THE_DUTY = "ends_the_duty", "Refused: the duty ends"
        BEST_INTERESTS = "best_interests", "Refused: lacks capacity and the assessment is in their best interests"
        ABUSE_OR_NEGLECT = "abuse_or_neglect", "Refused: experiencing or at risk of abuse or neglect"

    ref = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    contact = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT, related_name="assessments")
    assessor = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    completed_on = models.DateField()
    assessment_type = models.CharField(max_length=40, choices=code_lists.assessment_types)
    method = models.CharField(max_length=60, choices=code_lists.methods_of_assessment)
    wellbeing = models.TextField(blank=True)
    desired_outcomes = models.TextField(blank=True)
    involvement = models.TextField(blank=True)
    other_help = models.TextField(blank=True)
    capacity = models.CharField(max_length=16, choices=Capacity.choices)
    capacity_decision = models.TextField(blank=True)
    best_interests = models.TextField(blank=True)
    advocacy = models.CharField(max_length=12, choices=Advocacy.choices)
    advocacy_note = models.TextField(blank=True)
    refusal = models.CharField(max_length=20, choices=Refusal.choices, blank=True)
    continuing_healthcare_referral = models.BooleanField(default=False)
    carer_willing = models.BooleanField(null=True)
    carer_able = models.BooleanField(null=True)
    carer_note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(completed_on__gte=F("started_on")), name="an_assessment_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(kind="carer") | ~Q(refusal="") | Q(carer_willing__isnull=False, carer_able__isnull=False),
                name="a_carer_assessment_says_willing_and_able",
            ),
            models.CheckConstraint(
                condition=~Q(capacity="lacks_capacity") | ~Q(capacity_decision=""),
                name="lacking_capacity_names_the_decision",
            ),
        ]


class AssessedOutcome(models.Model):
    """What the assessment says of one outcome of the regulations. Source: SI 2015/313 regs 2(2)-(3), 3(2)-(3)."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="outcomes")
    outcome = models.CharField(max_length=40, choices=outcome_choices)
    can_achieve = models.BooleanField()
    unable_because = models.JSONField(default=list)
    wellbeing_impact = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "outcome"], name="an_outcome_is_answered_once"),
        ]


class Need(models.Model):
    """A need the assessment found, and how far it meets the criteria. Source: Care Act 2014 s.25(1)(a)-(b)."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="needs")
    need_key = models.CharField(max_length=12)
    outcome = models.CharField(max_length=40, choices=outcome_choices)
    description = models.TextField()
    eligible = models.BooleanField(null=True)
    how_far = models.TextField("how far it meets the criteria", blank=True)
    # s.25(1)(c): which needs the council will meet and how; where no line meets it, why not.
    met_otherwise_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "need_key"], name="a_need_has_one_key_in_its_assessment"),
        ]


class EligibilityDetermination(models.Model):
    """Whether any need is eligible, in writing, with reasons. Source: Care Act 2014 s.13; SI 2015/313."""

    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="determination")
    eligible = models.BooleanField()
    outcomes_counted = models.JSONField(default=list)
    need_from_impairment = models.BooleanField("the need arises as the regulations ask")
    significant_effect = models.BooleanField("significant effect on wellbeing")
    health_at_risk = models.BooleanField("carer's health deteriorating or at risk", default=False)
    reasons = models.TextField()
    advice = models.TextField("advice on reducing and preventing needs", blank=True)
    determined_on = models.DateField()
    determined_at = models.DateTimeField()
    determined_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="a_determination_gives_reasons"),
            models.CheckConstraint(
                condition=Q(eligible=True) | ~Q(advice=""), name="who_is_not_eligible_is_given_advice"
            ),
            models.CheckConstraint(
                condition=Q(eligible=False) | Q(significant_effect=True, need_from_impairment=True),
                name="eligible_means_a_significant_effect_on_wellbeing",
            ),
        ]
