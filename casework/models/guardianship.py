"""Guardianship: the application and its recommendations, the guardian, terms, visits, notices, discharge.

Source: Mental Health Act 1983 ss.7 to 11, 19, 20, 23, 29, 37; SI 2008/1184.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.guardianship.rules import Away, Recommendation, Term
from casework.guardianship.words import (
    ACTING,
    APPLICANTS,
    CHANGES,
    CLINICIANS,
    CLOSED,
    DISCHARGED_BY,
    DUE,
    ENDINGS,
    GUARDIANS,
    LIVE,
    NOTICES,
    ORIGINS,
    OVER,
    PAPERS,
    STATES,
    VISITORS,
)
from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import AmhpApproval, Organisation

ACCOUNT = settings.AUTH_USER_MODEL


class Guardianship(models.Model):
    """One guardianship of one person, from the application or the court's order to its end."""

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardianships")
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="received")
    origin = models.CharField("how it began", max_length=16, choices=list(ORIGINS.items()))
    # The day the papers, or the order, reached the council.
    received_on = models.DateField()

    applicant = models.CharField(max_length=20, choices=list(APPLICANTS.items()), blank=True)
    applicant_name = models.CharField(max_length=200, blank=True)
    amhp = models.ForeignKey(AmhpApproval, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    applied_on = models.DateField(null=True, blank=True)
    seen_on = models.DateField("the person was seen on", null=True, blank=True)
    grounds = models.TextField(blank=True)
    is_learning_disability = models.BooleanField(default=False)
    has_serious_conduct = models.BooleanField(default=False)
    nearest_relative_name = models.CharField("nearest relative", max_length=200, blank=True)
    nearest_relative_consulted_on = models.DateField(null=True, blank=True)
    nearest_relative_not_consulted_because = models.TextField(blank=True)
    nearest_relative_objects = models.BooleanField(default=False)
    # A county court may put another in the place of the nearest relative (s.29). Counted in the statutory return.
    nearest_relative_displaced_on = models.DateField(null=True, blank=True)
    nearest_relative_displaced_by = models.CharField("court", max_length=200, blank=True)
    why_no_acquaintance = models.TextField("why neither doctor knew the person before", blank=True)

    # The court, council or hospital it came from, where it was not applied for here.
    from_name = models.CharField("from", max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    refused_because = models.TextField(blank=True)
    # Where Form G5 is kept, when it was signed on an earlier day than it was entered.
    signed_in = models.CharField("where the form is kept", max_length=200, blank=True)
    # The day of acceptance, or of the court's order, or of admission to the hospital it came from (s.19(2)).
    began_on = models.DateField(null=True, blank=True)
    term_number = models.PositiveSmallIntegerField(null=True, blank=True)
    term_from = models.DateField(null=True, blank=True)
    term_to = models.DateField(null=True, blank=True)
    # The last day on which it is in force: that of the term, unless an absence makes it another (ss.18(4), 21, 21B;
    # general knowledge).
    runs_to = models.DateField(null=True, blank=True)
    # The next day on which something falls due, and what; nothing where it is over. Lists walk it, late first.
    due_on = models.DateField(null=True, blank=True)
    due_what = models.CharField(max_length=16, choices=list(DUE.items()), blank=True)

    ended_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=20, choices=list(ENDINGS.items()), blank=True)
    ended_because = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()
    logged_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=sorted(STATES)), name="a_guardianship_is_in_a_known_state"),
            models.CheckConstraint(
                condition=Q(origin="application", applied_on__isnull=False, seen_on__isnull=False)
                & ~Q(applicant="")
                & ~Q(applicant_name="")
                | (~Q(origin="application") & Q(applicant="", amhp__isnull=True) & ~Q(from_name="")),
                name="a_guardianship_was_applied_for_or_came_from_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(applicant="amhp", amhp__isnull=False) | (~Q(applicant="amhp") & Q(amhp__isnull=True)),
                name="an_amhp_who_applies_for_guardianship_is_named_by_their_approval",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["in_force", *sorted(OVER)],
                    began_on__isnull=False,
                    term_number__gte=1,
                    term_from__isnull=False,
                    term_to__gte=F("term_from"),
                    runs_to__isnull=False,
                )
                | Q(
                    state__in=["received", "refused", "withdrawn"],
                    began_on__isnull=True,
                    term_number__isnull=True,
                    term_from__isnull=True,
                    term_to__isnull=True,
                    runs_to__isnull=True,
                ),
                name="a_guardianship_in_force_has_its_beginning_and_its_term",
            ),
            models.CheckConstraint(
                condition=Q(state="received") | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="a_decided_guardianship_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refused_because=""), name="a_refused_guardianship_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(OVER), ended_on__isnull=False, ended_at__isnull=False)
                & Q(ended_by__isnull=False)
                & ~Q(ending="")
                | (~Q(state__in=sorted(OVER)) & Q(ended_on__isnull=True, ending="", ended_by__isnull=True)),
                name="an_ended_guardianship_says_when_how_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on"), ended_on__lte=F("runs_to")),
                name="a_guardianship_ends_while_it_runs",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=sorted(LIVE), due_on__isnull=False) & ~Q(due_what=""))
                | Q(state__in=sorted(CLOSED), due_on__isnull=True, due_what=""),
                name="a_live_guardianship_has_a_day_falling_due",
            ),
            models.CheckConstraint(
                condition=Q(nearest_relative_displaced_on__isnull=True, nearest_relative_displaced_by="")
                | (Q(nearest_relative_displaced_on__isnull=False) & ~Q(nearest_relative_displaced_by="")),
                name="a_displaced_nearest_relative_has_the_day_and_the_court",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(state__in=sorted(LIVE)), name="a_person_has_one_live_guardianship"
            ),
        ]
        indexes = [
            # The list of what is live, the longest overdue first, and how many are late.
            models.Index(
                fields=["council", "due_on", "id"],
                condition=Q(due_on__isnull=False),
                name="guardianships_falling_due",
            ),
            # The list of one state, and how many stand in each.
            models.Index(fields=["council", "state", "due_on"], name="guardianships_by_state"),
            # The list of those in the last two months of their term.
            models.Index(fields=["council", "term_to"], condition=Q(state="in_force"), name="guardianships_by_term"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def section(self) -> str:
        """The section of the Act it is under, as the statutory return counts it."""
        return "37" if self.origin == "court_order" else "7"

    @property
    def here_since(self) -> date:
        """The first day on which the council here is answerable for it: visits are counted from it."""
        if self.began_on and self.origin in ("application", "court_order"):
            return self.began_on
        return self.received_on

    @property
    def term(self) -> Term | None:
        """The term that runs, or ran last."""
        if self.term_number is None or self.term_from is None or self.term_to is None:
            return None
        return Term(number=self.term_number, from_day=self.term_from, to_day=self.term_to)


class MedicalRecommendation(models.Model):
    """What every medical recommendation says: who examined when, and that they are independent. Source: ss.12, 12A."""

    number = models.PositiveSmallIntegerField()
    doctor = models.CharField(max_length=200)
    examined_on = models.DateField()
    signed_on = models.DateField()
    is_section_12 = models.BooleanField("approved under section 12")
    is_acquainted = models.BooleanField("knew the person before")
    is_relative = models.BooleanField(default=False)
    has_business_tie = models.BooleanField(default=False)
    has_professional_tie = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def has_tie(self) -> bool:
        """Whether the doctor told of any conflict of interest."""
        return self.is_relative or self.has_business_tie or self.has_professional_tie

    @property
    def told(self) -> Recommendation:
        """What the rules ask of it."""
        names = ("doctor", "examined_on", "signed_on", "is_section_12", "is_acquainted", "has_tie")
        return Recommendation(**{name: getattr(self, name) for name in names})


class GuardianshipRecommendation(MedicalRecommendation):
    """One of the two medical recommendations of an application (Form G3 or G4). Source: ss.7(3), 12, 12A."""

    guardianship = models.ForeignKey(Guardianship, on_delete=models.PROTECT, related_name="recommendations")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["guardianship", "number"], name="each_recommendation_is_recorded_once"),
            models.CheckConstraint(
                condition=Q(number__in=(1, 2)) & ~Q(doctor=""),
                name="a_recommendation_is_the_first_or_the_second_and_has_its_doctor",
            ),
        ]


class Guardian(models.Model):
    """Who is guardian, from when to when: the council, or somebody who is willing. Source: ss.7(5), 8, 10."""

    guardianship = models.ForeignKey(Guardianship, on_delete=models.PROTECT, related_name="guardians")
    kind = models.CharField(max_length=8, choices=list(GUARDIANS.items()))
    name = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    relationship = models.CharField(max_length=100, blank=True)
    lives_here = models.BooleanField(default=True)
    willing_on = models.DateField(null=True, blank=True)
    is_fit = models.BooleanField(default=True)
    fit_because = models.TextField(blank=True)
    # Nothing while the application waits.
    from_day = models.DateField(null=True, blank=True)
    to_day = models.DateField(null=True, blank=True)
    left = models.CharField(max_length=12, choices=[*CHANGES.items(), ("ended", "The guardianship ended")], blank=True)
    left_because = models.TextField(blank=True)
    attendant_name = models.CharField(max_length=200, blank=True)
    attendant_address = models.TextField(blank=True)
    attendant_told_on = models.DateField(null=True, blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["guardianship"],
                condition=Q(to_day__isnull=True),
                name="a_guardianship_has_one_guardian_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_guardian_has_a_name"),
            models.CheckConstraint(
                condition=Q(to_day__isnull=True, left="") | (Q(to_day__isnull=False) & ~Q(left="")),
                name="a_guardian_who_left_says_how",
            ),
            models.CheckConstraint(
                condition=Q(attendant_name="", attendant_told_on__isnull=True)
                | (Q(kind="private", attendant_told_on__isnull=False) & ~Q(attendant_name="")),
                name="a_private_guardian_names_the_medical_attendant",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GuardianshipRenewal(models.Model):
    """A report that renewed the guardianship, received by the council on Form G9. Source: s.20(6)-(8); reg 13."""

    guardianship = models.ForeignKey(Guardianship, on_delete=models.PROTECT, related_name="renewals")
    # Under whom it was made: that decides who reports (s.34(1)).
    guardian = models.ForeignKey("casework.Guardian", on_delete=models.PROTECT, related_name="+")
    # The number of the term that it begins.
    number = models.PositiveSmallIntegerField()
    clinician = models.CharField(max_length=28, choices=list(CLINICIANS.items()))
    clinician_name = models.CharField(max_length=200)
    examined_on = models.DateField()
    signed_on = models.DateField()
    received_on = models.DateField()
    reasons = models.TextField()
    from_day = models.DateField()
    to_day = models.DateField()
    # The last day for the report where an absence gave longer than the term (ss.21, 21A(2), 21B(5); general knowledge).
    extended_to = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["guardianship", "number"], name="each_term_is_renewed_once"),
            models.CheckConstraint(
                condition=Q(number__gte=2, to_day__gt=F("from_day"))
                & (Q(received_on__lt=F("from_day")) | Q(received_on__lte=F("extended_to"))),
                name="a_renewal_is_received_while_the_guardianship_runs",
            ),
        ]


class GuardianshipVisit(models.Model):
    """A visit for the council: when, by whom, what was found. Source: SI 2008/1184 reg 23."""

    guardianship = models.ForeignKey(Guardianship, on_delete=models.PROTECT, related_name="visits")
    visited_on = models.DateField()
    visitor = models.CharField(max_length=20, choices=list(VISITORS.items()))
    visitor_name = models.CharField(max_length=200)
    findings = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(visitor_name="") & ~Q(findings=""), name="a_visit_says_who_came_and_what_was_found"
            ),
        ]


class GuardianNotice(models.Model):
    """What a private guardian told the council, and when. Source: SI 2008/1184 reg 22."""

    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=12, choices=list(NOTICES.items()))
    happened_on = models.DateField()
    told_on = models.DateField()
    says = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(says=""), name="a_guardians_notice_says_something")]


class GuardianshipAmendment(models.Model):
    """A defect of a paper mended by whoever signed it, with the council's consent, in 14 days. Source: s.8(4)."""

    guardianship = models.ForeignKey(Guardianship, on_delete=models.PROTECT, related_name="amendments")
    paper = models.CharField(max_length=20, choices=list(PAPERS.items()))
    defect = models.TextField()
    amended_on = models.DateField()
    amended_by_name = models.CharField("who signed the paper", max_length=200)
    consented_at = models.DateTimeField()
    consented_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(defect=""), name="an_amendment_says_what_was_defective")]


class GuardianshipDischarge(models.Model):
    """An order of discharge: whose it was, of which day, for what reasons. Source: s.23."""

    guardianship = models.OneToOneField(Guardianship, on_delete=models.PROTECT, related_name="discharge")
    discharged_by = models.CharField(max_length=20, choices=list(DISCHARGED_BY.items()))
    ordered_by_name = models.CharField(max_length=200, blank=True)
    # Of which committee the members are, or that the council authorised them.
    sitting_as = models.CharField(max_length=200, blank=True)
    ordered_on = models.DateField()
    reasons = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(discharged_by="council") & ~Q(sitting_as=""))
                | (~Q(discharged_by="council") & ~Q(ordered_by_name="")),
                name="a_discharge_says_who_ordered_it",
            ),
            models.CheckConstraint(condition=~Q(reasons=""), name="a_discharge_gives_its_reasons"),
        ]


class DischargingMember(models.Model):
    """A member of the council who agreed to the discharge. Source: s.23(4)."""

    discharge = models.ForeignKey(GuardianshipDischarge, on_delete=models.PROTECT, related_name="members")
    name = models.CharField(max_length=200)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["discharge", "name"], name="a_member_agrees_to_a_discharge_once"),
            models.CheckConstraint(condition=~Q(name=""), name="a_discharging_member_is_named"),
        ]


class GuardianshipAbsence(models.Model):
    """An absence without leave, the return, and after 28 days the report on Form G10.

    Source: ss.18(3)-(4), 21-21B (general knowledge).
    """

    guardianship = models.ForeignKey(Guardianship, on_delete=models.PROTECT, related_name="absences")
    left_on = models.DateField()
    returned_on = models.DateField(null=True, blank=True)
    reported_on = models.DateField("Form G10 received on", null=True, blank=True)
    clinician_name = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["guardianship"],
                condition=Q(returned_on__isnull=True),
                name="a_person_is_absent_from_guardianship_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(returned_on__gte=F("left_on")),
                name="a_return_comes_after_the_absence",
            ),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True, clinician_name="")
                | (Q(returned_on__isnull=False, reported_on__gte=F("returned_on")) & ~Q(clinician_name="")),
                name="a_report_on_a_return_has_its_clinician",
            ),
        ]

    @property
    def told(self) -> Away:
        """What the rules ask of it."""
        return Away(left_on=self.left_on, returned_on=self.returned_on, is_reported=self.reported_on is not None)


class ActingGuardian(models.Model):
    """Who does a private guardian's work while they cannot: the council, or somebody it approved. Source: s.10(2)."""

    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="acted_for")
    kind = models.CharField(max_length=8, choices=list(ACTING.items()))
    name = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    incapacitated_because = models.TextField("what keeps the guardian from acting")
    from_day = models.DateField()
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    to_day = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["guardian"], condition=Q(to_day__isnull=True), name="one_acts_for_a_guardian_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(incapacitated_because=""),
                name="whoever_acts_for_a_guardian_is_named_and_it_says_why",
            ),
            models.CheckConstraint(
                condition=Q(to_day__isnull=True, ended_at__isnull=True, ended_by__isnull=True, ended_because="")
                | (Q(to_day__gte=F("from_day"), ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="an_acting_guardian_who_left_says_when_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.name
