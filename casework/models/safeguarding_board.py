"""The Safeguarding Adults Board the council must establish: members, annual reports, referrals for review.

Source: Care Act 2014 ss.43-44, Schedule 2.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models.person import Person
from casework.models.safeguarding import SafeguardingConcern
from delegation.history import history_kept
from delegation.models import Organisation

ACCOUNT = settings.AUTH_USER_MODEL


class BoardMember(models.Model):
    """Somebody who sits on the board, and for which body. Source: Care Act 2014 Schedule 2 para 1."""

    class Seat(models.TextChoices):
        LOCAL_AUTHORITY = "local_authority", "The council that established the board"
        INTEGRATED_CARE_BOARD = "integrated_care_board", "An integrated care board of the area"
        POLICE = "police", "The chief officer of police of the area"
        CHAIR = "chair", "Chair"
        OTHER = "other", "Another body or person"

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="board_members")
    name = models.CharField(max_length=200)
    body = models.CharField(max_length=200)
    seat = models.CharField(max_length=24, choices=Seat.choices)
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")), name="membership_ends_after_it_begins"
            ),
        ]


class BoardReport(models.Model):
    """The board's annual report, recorded as published. Source: Care Act 2014 Schedule 2 para 4."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="board_reports")
    # The financial year it reports on, by the calendar year in which that year ended (31 March).
    year_ended = models.PositiveSmallIntegerField()
    published_on = models.DateField()
    published_where = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "year_ended"], name="a_financial_year_is_reported_on_once"),
        ]


class ReviewReferral(models.Model):
    """A case referred for a safeguarding adults review, and what the council decided. Source: Care Act 2014 s.44."""

    class Decision(models.TextChoices):
        MANDATORY = "mandatory", "A review must be arranged, section 44(1) to (3)"
        DISCRETIONARY = "discretionary", "A review is arranged, section 44(4)"
        NO_REVIEW = "no_review", "No review"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="review_referrals")
    concern = models.ForeignKey(SafeguardingConcern, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    referred_on = models.DateField()
    referred_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    has_needs = models.BooleanField(null=True)
    worked_together_badly = models.BooleanField(null=True)
    died_of_abuse = models.BooleanField(null=True)
    alive_after_serious_abuse = models.BooleanField(null=True)
    decision = models.CharField(max_length=14, choices=Decision.choices, blank=True)
    reasons = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_on__isnull=True, decided_by__isnull=True, due_on__isnull=False)
                | (
                    ~Q(decision="")
                    & Q(decided_on__isnull=False, decided_by__isnull=False, due_on__isnull=True)
                    & ~Q(reasons="")
                ),
                name="a_review_decided_says_when_by_whom_and_why",
            ),
        ]
        indexes = [
            # The referrals of a council, the undecided by their day: the page of the board.
            models.Index(fields=["council", "due_on", "id"], name="review_referrals_by_their_day"),
        ]

    def __str__(self) -> str:
        return self.ref
