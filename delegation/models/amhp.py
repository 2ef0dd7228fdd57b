"""The register of approved mental health professionals: who applied, who is approved until when, and all that befell.

Source: Mental Health Act 1983 s.114; SI 2008/1206 regs 3 to 8.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.amhp.words import AREAS, CAUSES, NOTICES, STATES
from delegation.history import history_kept
from delegation.models.authority import Organisation, Post, Worker
from delegation.models.registration import ProfessionalRegistration, RegistrationSuspension

DECIDED = ["refused", "in_force", "suspended", "ended"]
APPROVED = ["in_force", "suspended", "ended"]
STANDING = ["in_force", "suspended"]


class AmhpApproval(models.Model):
    """One application of one worker to one council, and the approval that came of it, kept as reg 8(1) asks."""

    ref = models.CharField(max_length=20, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="amhp_approvals")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="amhp_approvals")
    registration = models.ForeignKey(ProfessionalRegistration, on_delete=models.PROTECT, related_name="amhp_approvals")
    profession = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=list(STATES.items()))

    applied_on = models.DateField()
    course = models.CharField(max_length=200, blank=True)
    course_completed_on = models.DateField(null=True, blank=True)
    # Reg 3(3) asks the course of whoever was never approved. Who was, names the latest approval before this one: by
    # its record here, or by its council and days (no last day: that council approves them still).
    was_approved_before = models.BooleanField(default=False)
    earlier = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="later")
    earlier_council = models.CharField(max_length=200, blank=True, default="")
    earlier_from = models.DateField(null=True, blank=True)
    earlier_to = models.DateField(null=True, blank=True)
    # Reg 8(1) keeps the others of the five years before.
    earlier_approvals = models.TextField(blank=True)
    # The council that approves them now, where that is another: it is told (reg 7).
    approved_by_now = models.CharField(max_length=200, blank=True)
    undertakes_to_tell_of_acting = models.BooleanField(default=False)
    undertakes_to_stop_on_suspension = models.BooleanField(default=False)
    undertakes_to_stop_on_loss = models.BooleanField(default=False)

    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_in = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reasons = models.TextField(blank=True)
    # Where a decision of an earlier day is written, for one entered after it was made.
    decision_written_in = models.CharField(max_length=200, blank=True)
    last_day = models.DateField(null=True, blank=True)
    # The next day something falls due: the term, a year of training, the registration. Made by the rules.
    due_on = models.DateField(null=True, blank=True)
    due_what = models.CharField(max_length=20, blank=True)

    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    end_cause = models.CharField(max_length=20, blank=True, choices=list(CAUSES.items()))
    end_reasons = models.TextField(blank=True)

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["worker"], condition=Q(state__in=STANDING), name="a_worker_has_one_live_amhp_approval"
            ),
            models.UniqueConstraint(
                fields=["worker", "council"],
                condition=Q(state="applied"),
                name="a_worker_has_one_open_amhp_application_to_a_council",
            ),
            models.CheckConstraint(
                name="an_amhp_decision_says_when_by_whom_in_which_post_and_why",
                condition=Q(
                    state="applied",
                    decided_on__isnull=True,
                    decided_by__isnull=True,
                    decided_in__isnull=True,
                    last_day__isnull=True,
                )
                | (
                    Q(
                        state__in=DECIDED,
                        decided_on__isnull=False,
                        decided_by__isnull=False,
                        decided_in__isnull=False,
                    )
                    & ~Q(reasons="")
                ),
            ),
            models.CheckConstraint(
                name="an_amhp_approval_has_its_term_and_its_undertakings",
                condition=~Q(state__in=APPROVED)
                | Q(
                    last_day__gt=F("decided_on"),
                    undertakes_to_tell_of_acting=True,
                    undertakes_to_stop_on_suspension=True,
                    undertakes_to_stop_on_loss=True,
                ),
            ),
            models.CheckConstraint(
                name="an_ended_amhp_approval_says_when_by_whom_and_why",
                condition=(
                    Q(state="ended", ended_on__isnull=False, ended_by__isnull=False)
                    & ~Q(end_cause="")
                    & ~Q(end_reasons="")
                )
                | (~Q(state="ended") & Q(ended_on__isnull=True, ended_by__isnull=True, end_cause="", end_reasons="")),
            ),
            models.CheckConstraint(
                name="an_amhp_approval_ends_within_its_term",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("decided_on"), ended_on__lte=F("last_day")),
            ),
            models.CheckConstraint(
                name="whoever_was_never_approved_as_an_amhp_names_the_course",
                condition=Q(course_completed_on__isnull=False) | Q(was_approved_before=True),
            ),
            models.CheckConstraint(
                name="whoever_was_approved_as_an_amhp_before_says_by_which_council",
                condition=Q(was_approved_before=True, earlier__isnull=True) & ~Q(earlier_council="")
                | Q(earlier_council="", earlier_from__isnull=True, earlier_to__isnull=True)
                & (
                    Q(was_approved_before=True, earlier__isnull=False)
                    | Q(was_approved_before=False, earlier__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="an_earlier_amhp_approval_does_not_end_before_it_begins",
                condition=Q(earlier_to__isnull=True) | Q(earlier_from__isnull=False, earlier_to__gte=F("earlier_from")),
            ),
        ]
        indexes = [
            # The register's page: what falls due first, first.
            models.Index(fields=["council", "due_on"], name="amhps_by_what_falls_due"),
            models.Index(fields=["council", "state"], name="amhps_by_state"),
        ]

    def __str__(self) -> str:
        return self.ref


class AmhpCompetence(models.Model):
    """What showed the council that somebody is competent in one of the five areas of Sch 2."""

    approval = models.ForeignKey(AmhpApproval, on_delete=models.PROTECT, related_name="competence")
    area = models.CharField(max_length=20, choices=[(area.key, area.title) for area in AREAS.values()])
    evidence = models.TextField()
    assessed_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "area"], name="an_area_of_competence_is_shown_once"),
            models.CheckConstraint(name="an_area_of_competence_has_its_evidence", condition=~Q(evidence="")),
            models.CheckConstraint(name="an_area_of_competence_is_one_of_five", condition=Q(area__in=sorted(AREAS))),
        ]


class AmhpSuspension(models.Model):
    """An approval suspended because the registration is; the term runs on meanwhile and is not extended (reg 6)."""

    approval = models.ForeignKey(AmhpApproval, on_delete=models.PROTECT, related_name="suspensions")
    registration_suspension = models.ForeignKey(
        RegistrationSuspension, on_delete=models.PROTECT, related_name="amhp_suspensions"
    )
    from_day = models.DateField()
    because = models.TextField()
    suspended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # Why it stands although the registration is live again: the council was not satisfied of competence.
    held_on = models.DateField(null=True, blank=True)
    held_because = models.TextField(blank=True)
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_because = models.TextField(blank=True)

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["approval"],
                condition=Q(lifted_on__isnull=True),
                name="an_amhp_approval_is_suspended_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_lifted_amhp_suspension_says_by_whom_and_why",
                condition=Q(lifted_on__isnull=True, lifted_by__isnull=True, lifted_because="")
                | (
                    Q(lifted_on__isnull=False, lifted_by__isnull=False, lifted_on__gte=F("from_day"))
                    & ~Q(lifted_because="")
                ),
            ),
            models.CheckConstraint(
                name="an_amhp_suspension_held_says_why",
                condition=Q(held_on__isnull=True, held_because="") | (Q(held_on__isnull=False) & ~Q(held_because="")),
            ),
        ]


class AmhpTraining(models.Model):
    """Training agreed with the council and completed: it counts in the approval year of its day (reg 5(a))."""

    approval = models.ForeignKey(AmhpApproval, on_delete=models.PROTECT, related_name="training")
    completed_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    what = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="amhp_training_lasts_above_nothing_and_at_most_a_hundred_hours",
                condition=Q(hours__gt=0, hours__lte=100),
            ),
            models.CheckConstraint(name="amhp_training_says_what_it_was", condition=~Q(what="")),
        ]


class AmhpActing(models.Model):
    """An AMHP agreed to act for another council, from a day to a day; the approving council is told of both."""

    approval = models.ForeignKey(AmhpApproval, on_delete=models.PROTECT, related_name="acting")
    number = models.PositiveIntegerField()
    authority = models.CharField(max_length=200)
    # The same council where it is in this service too.
    for_council = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="amhps_acting_for_it"
    )
    from_day = models.DateField()
    told_on = models.DateField()
    to_day = models.DateField(null=True, blank=True)
    end_told_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "number"], name="an_acting_elsewhere_is_numbered_once"),
            models.UniqueConstraint(
                fields=["approval", "authority"],
                condition=Q(to_day__isnull=True),
                name="an_amhp_acts_once_for_another_council_at_a_time",
            ),
            models.CheckConstraint(
                name="an_acting_elsewhere_ends_after_it_begins_and_the_end_was_told",
                condition=Q(to_day__isnull=True, end_told_on__isnull=True)
                | Q(to_day__gte=F("from_day"), end_told_on__isnull=False),
            ),
        ]


class AmhpNotice(models.Model):
    """What the council told the AMHP, or another council, with its reasons. Never changed, never removed."""

    approval = models.ForeignKey(AmhpApproval, on_delete=models.PROTECT, related_name="notices")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=list(NOTICES.items()))
    # Empty: to the AMHP. Otherwise the name of the council that is told.
    to_authority = models.CharField(max_length=200, blank=True)
    given_on = models.DateField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    says = models.TextField()
    reasons = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "number"], name="an_amhp_notice_is_numbered_once"),
            models.CheckConstraint(name="an_amhp_notice_gives_its_reasons", condition=~Q(reasons="") & ~Q(says="")),
        ]
