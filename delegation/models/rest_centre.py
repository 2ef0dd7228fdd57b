"""A rest centre of the council's plan, its tests, and each time it was opened.

Source: Civil Contingencies Act 2004 s.2. Nobody who came is named here: how many came is what is needed.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.history import history_kept
from delegation.models.authority import Organisation, Worker
from delegation.rest_centres.rules import RESPONDERS


def _by() -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


def _by_once_done() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class RestCentre(models.Model):
    """A building the council may open as a rest centre, who arranges it, and who staffs it.

    Source: Civil Contingencies Act 2004 s.2(1)(d), Sch 1; SI 2005/2042 reg 8(b).
    """

    class State(models.TextChoices):
        PLANNED = "planned", "In the plan"
        OPEN = "open", "Open"
        WITHDRAWN = "withdrawn", "Taken out of the plan"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=200)
    places = models.PositiveSmallIntegerField("people it takes")
    # Who arranges it: the council itself, or another responder of Schedule 1 under a written arrangement.
    responder_kind = models.CharField(
        max_length=30, choices=[(key, one.label) for key, one in RESPONDERS.items()], default="local_authority"
    )
    responder_name = models.CharField(max_length=200, blank=True)
    agreement = models.CharField("the written arrangement", max_length=200, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    # Who staffs it as the council's contractor.
    provider = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    contract = models.CharField("the written arrangement with the provider", max_length=200, blank=True)
    contracted_on = models.DateField(null=True, blank=True)
    # The last day on which the provider answered a test out of hours.
    contact_tested_on = models.DateField(null=True, blank=True)
    contact_test_due_on = models.DateField()
    exercise_due_on = models.DateField()
    review_due_on = models.DateField()
    # The earliest of the three; none once it is out of the plan.
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    recorded_at = models.DateTimeField()
    recorded_by = _by()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = _by_once_done()
    withdrawn_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_rest_centre_is_the_councils_or_a_listed_responders",
                condition=Q(responder_kind="local_authority", responder_name="", agreement="", agreed_on=None)
                | Q(responder_kind__in=list(RESPONDERS), agreed_on__isnull=False)
                & ~Q(responder_name="")
                & ~Q(agreement=""),
            ),
            models.CheckConstraint(
                name="a_provider_staffs_a_rest_centre_under_a_written_arrangement",
                condition=Q(provider=None, contract="", contracted_on=None, contact_tested_on=None)
                | Q(provider__isnull=False, contracted_on__isnull=False) & ~Q(contract=""),
            ),
            models.CheckConstraint(
                name="a_rest_centre_taken_out_says_when_by_whom_and_why",
                condition=~Q(state="withdrawn") & Q(withdrawn_at=None, withdrawn_by=None, due_on__isnull=False)
                | Q(state="withdrawn", withdrawn_at__isnull=False, withdrawn_by__isnull=False, due_on=None)
                & ~Q(withdrawn_because=""),
            ),
        ]
        indexes = [
            # The list of centres, those with a check due first.
            models.Index(fields=["council", "due_on"], name="rest_centres_by_day"),
            # The same for those who staff them.
            models.Index(fields=["provider", "due_on"], name="rest_centres_of_a_provider"),
        ]

    def __str__(self) -> str:
        return self.ref


class RestCentreCheck(models.Model):
    """A contact test, an exercise or a review of a rest centre. Source: SI 2005/2042 reg 25; the council's schedule."""

    class Kind(models.TextChoices):
        CONTACT_TEST = "contact_test", "Contact test out of hours"
        EXERCISE = "exercise", "Exercise"
        REVIEW = "review", "Review of the plan"

    centre = models.ForeignKey(RestCentre, on_delete=models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=14, choices=Kind)
    done_on = models.DateField()
    passed = models.BooleanField()
    findings = models.TextField()
    # Whom a contact test reached for; another provider's answer proves nothing of this one.
    provider = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = _by()
    history = history_kept()


class RestCentreOpening(models.Model):
    """One time a rest centre was opened: by whom and why, until it was stood down and what it taught."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        STOOD_DOWN = "stood_down", "Stood down, to be debriefed"
        DEBRIEFED = "debriefed", "Debriefed"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    centre = models.ForeignKey(RestCentre, on_delete=models.PROTECT, related_name="openings")
    # The provider called in to staff it; none where the condition of the schedule is not met.
    provider = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    incident = models.TextField("what happened")
    opened_at = models.DateTimeField()
    opened_by = _by()
    opened_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    # As counted last; nobody is named.
    here_now = models.PositiveSmallIntegerField("people in the centre", default=0)
    received = models.PositiveSmallIntegerField("people received since it opened", default=0)
    needing_care = models.PositiveSmallIntegerField("of those received, with care and support needs", default=0)
    counted_at = models.DateTimeField(null=True, blank=True)
    counted_by = _by_once_done()
    stood_down_at = models.DateTimeField(null=True, blank=True)
    stood_down_by = _by_once_done()
    stood_down_on = models.DateField(null=True, blank=True)
    onward = models.TextField("where the people went", blank=True)
    debrief_due_on = models.DateField(null=True, blank=True)
    debriefed_at = models.DateTimeField(null=True, blank=True)
    debriefed_by = _by_once_done()
    debriefed_on = models.DateField(null=True, blank=True)
    lessons = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["centre"], condition=Q(state="open"), name="a_rest_centre_is_open_once_at_a_time"
            ),
            models.CheckConstraint(
                name="those_in_a_rest_centre_were_received_there",
                condition=Q(here_now__lte=F("received"), needing_care__lte=F("received")),
            ),
            models.CheckConstraint(
                name="a_rest_centre_stood_down_says_when_by_whom_and_where_to",
                condition=Q(state="open", stood_down_at=None, stood_down_by=None, debrief_due_on=None)
                | Q(stood_down_at__isnull=False, stood_down_by__isnull=False, stood_down_on__isnull=False)
                & Q(debrief_due_on__isnull=False, here_now=0)
                & ~Q(state="open")
                & ~Q(onward=""),
            ),
            models.CheckConstraint(
                name="a_debriefed_rest_centre_says_what_was_learnt",
                condition=~Q(state="debriefed") & Q(debriefed_at=None, debriefed_by=None)
                | Q(state="debriefed", debriefed_at__isnull=False, debriefed_by__isnull=False) & ~Q(lessons=""),
            ),
        ]
        indexes = [
            # The openings on the page of rest centres: those to be debriefed, those open, then those that are over.
            models.Index(
                fields=["council", "-state", "debrief_due_on", "-opened_at"], name="rest_centre_openings_in_order"
            ),
            # The same for those who staff them.
            models.Index(fields=["provider", "-state", "debrief_due_on", "-opened_at"], name="openings_of_a_provider"),
            # Those still to be debriefed, and the count of the late.
            models.Index(
                fields=["council", "debrief_due_on"], condition=~Q(state="debriefed"), name="openings_not_debriefed"
            ),
        ]

    def __str__(self) -> str:
        return self.ref


class RestCentreAttendance(models.Model):
    """Somebody of the provider who staffed a rest centre while it was open, and from when to when."""

    opening = models.ForeignKey(RestCentreOpening, on_delete=models.PROTECT, related_name="attendances")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField("what they do there", max_length=200)
    arrived_at = models.DateTimeField()
    arrived_by = _by()
    left_at = models.DateTimeField(null=True, blank=True)
    left_by = _by_once_done()
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["opening", "worker"],
                condition=Q(left_at=None),
                name="nobody_attends_a_rest_centre_twice_at_once",
            ),
            models.CheckConstraint(
                name="attendance_at_a_rest_centre_ends_after_it_begins",
                condition=Q(left_at=None, left_by=None) | Q(left_at__gte=F("arrived_at"), left_by__isnull=False),
            ),
        ]
