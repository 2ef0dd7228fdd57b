"""A sample of case files drawn by chance, the audit of each, and what is done about what was found."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models import SupportPlan
from delegation.history import history_kept
from delegation.models import Organisation, Worker
from verification.sampling.rules import ANSWERS, OUTCOMES, OVERALL

ACCOUNT = settings.AUTH_USER_MODEL


class CaseFileSample(models.Model):
    """A sample as it was drawn: the days, the seed, and the count and the hash of what it was drawn from.

    Never changed; its line of the register holds the same.
    """

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="case_file_samples")
    number = models.PositiveIntegerField()
    from_day = models.DateField()
    to_day = models.DateField()
    per_stratum = models.PositiveSmallIntegerField()
    seed = models.CharField(max_length=64)
    population = models.PositiveIntegerField()
    population_hash = models.CharField(max_length=64)
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "number"], name="a_sample_is_numbered_once_in_its_council"),
            models.CheckConstraint(condition=Q(to_day__gte=F("from_day")), name="a_sample_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(seed="") & Q(per_stratum__gte=1), name="a_sample_keeps_its_seed"),
        ]

    def __str__(self) -> str:
        return f"Sample {self.number}"


class SampleStratum(models.Model):
    """The files of one provider that one thing became of, and how many there were. Never changed."""

    sample = models.ForeignKey(CaseFileSample, on_delete=models.PROTECT, related_name="strata")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=16, choices=OUTCOMES.items())
    population = models.PositiveIntegerField()

    class Meta:
        ordering = ["provider__name", "outcome"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "provider", "outcome"], name="a_stratum_stands_once_in_a_sample"),
            models.CheckConstraint(condition=Q(population__gte=1), name="a_stratum_has_a_file"),
        ]


class SampledFile(models.Model):
    """A file in the order its stratum was drawn: drawn, kept in reserve, or replaced because it could not be read."""

    class State(models.TextChoices):
        DRAWN = "drawn", "Drawn"
        RESERVE = "reserve", "In reserve"
        REPLACED = "replaced", "Replaced"

    sample = models.ForeignKey(CaseFileSample, on_delete=models.PROTECT, related_name="files")
    stratum = models.ForeignKey(SampleStratum, on_delete=models.PROTECT, related_name="files")
    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    # The day that put it into the population: its last decision in the sample's days.
    decided_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices)
    auditor = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    replaced_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        ordering = ["stratum", "place"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "plan"], name="a_file_stands_once_in_a_sample"),
            models.UniqueConstraint(fields=["stratum", "place"], name="a_place_in_a_stratum_is_one_files"),
            models.CheckConstraint(
                condition=(Q(state="replaced") & ~Q(replaced_because=""))
                | (~Q(state="replaced") & Q(replaced_because="")),
                name="a_replaced_file_says_why",
            ),
            models.CheckConstraint(
                condition=Q(auditor__isnull=True) | ~Q(state="reserve"), name="a_file_in_reserve_has_no_auditor"
            ),
        ]
        indexes = [
            # "Mine": the files one worker audits.
            models.Index(fields=["auditor"], name="sampled_files_of_an_auditor", condition=Q(auditor__isnull=False)),
        ]


class FileAudit(models.Model):
    """What the auditor of a file found: every question answered, and a judgement of the whole."""

    file = models.OneToOneField(SampledFile, on_delete=models.PROTECT, related_name="audit")
    # The file's own council, so that the assurance page counts along one index.
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    auditor = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    overall = models.CharField(max_length=20, choices=OVERALL.items())
    remarks = models.TextField(blank=True)
    # When it was last saved; every saving before is in its history.
    audited_at = models.DateTimeField()
    audited_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        indexes = [
            # What was audited since the last review, on the assurance page.
            models.Index(fields=["council", "audited_at"], name="audits_of_a_council_by_moment"),
        ]


class AuditAnswer(models.Model):
    """The answer to one question of the audit form, with what was not met."""

    audit = models.ForeignKey(FileAudit, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=40)
    answer = models.CharField(max_length=16, choices=ANSWERS.items())
    reason = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "question"], name="a_question_is_answered_once_in_an_audit"),
            models.CheckConstraint(
                condition=~Q(answer__in=["partly", "not_met"]) | ~Q(reason=""), name="what_is_not_met_has_a_reason"
            ),
        ]


class AuditAction(models.Model):
    """What is to be done about a finding: by whom of the council or of the file's provider, and by which day."""

    file = models.ForeignKey(SampledFile, on_delete=models.PROTECT, related_name="actions")
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=40)
    what = models.TextField()
    owner = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    raised_on = models.DateField()
    raised_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+")
    what_was_done = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_closed_action_says_when_by_whom_and_what",
                condition=Q(closed_on__isnull=True, closed_by__isnull=True, what_was_done="")
                | (Q(closed_on__isnull=False, closed_by__isnull=False) & ~Q(what_was_done="")),
            ),
            models.CheckConstraint(name="an_action_falls_due_later", condition=Q(due_on__gte=F("raised_on"))),
            models.CheckConstraint(name="an_action_says_what_is_to_be_done", condition=~Q(what="")),
        ]
        indexes = [
            # Open actions of a council, late first: the page of samples and the assurance page.
            models.Index(
                fields=["council", "due_on"], name="open_actions_of_a_council", condition=Q(closed_on__isnull=True)
            ),
            # "Mine": the open actions of one worker.
            models.Index(
                fields=["owner", "due_on"], name="open_actions_of_a_worker", condition=Q(closed_on__isnull=True)
            ),
        ]
