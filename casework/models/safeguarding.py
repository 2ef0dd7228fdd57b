"""A safeguarding concern, the council's threshold decision, the enquiry it causes, its scrutiny and how it closed.

Source: Care Act 2014 ss.42, 67-68, 79(2)(d); statutory guidance chapter 14 (Making Safeguarding Personal).
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casework.models.assessment import Contact
from casework.models.person import Person
from delegation.history import history_kept
from delegation.models import Organisation, Worker

ACCOUNT = settings.AUTH_USER_MODEL


class Asked(models.TextChoices):
    """Whether the person was asked what they want of it."""

    EXPRESSED = "expressed", "They were asked, and said what they want"
    NONE_EXPRESSED = "none_expressed", "They were asked, and named no outcome"
    NOT_ASKED = "not_asked", "They could not be asked"


class SafeguardingConcern(models.Model):
    """A concern that an adult is experiencing or at risk of abuse or neglect: the council's from the moment it is told.

    Whoever logs it, it stands before the council in the same transaction. `due_on` is the day its next step falls due.
    Source: Care Act 2014 s.42(1).
    """

    class State(models.TextChoices):
        AWAITING_THRESHOLD = "awaiting_threshold", "Threshold to decide"
        SCREENED_OUT = "screened_out", "Screened out"
        AWAITING_ENQUIRY = "awaiting_enquiry", "Enquiry to cause"
        UNDER_ENQUIRY = "under_enquiry", "Under enquiry"
        AWAITING_SCRUTINY = "awaiting_scrutiny", "Outcome to scrutinise"
        AWAITING_CLOSURE = "awaiting_closure", "To be closed"
        CLOSED = "closed", "Closed"

    class About(models.TextChoices):
        NOT_KNOWN = "not_known", "Not yet known"
        ORGANISATION = "organisation", "An organisation, or somebody who works for it"
        NAMED_PERSON = "named_person", "Another person"
        NOBODY_ELSE = "nobody_else", "Nobody else: self-neglect"

    ENDED = ("screened_out", "closed")

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="safeguarding_concerns")
    contact = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT, related_name="safeguarding_concerns")
    concern = models.TextField()
    about = models.CharField(max_length=12, choices=About.choices, default=About.NOT_KNOWN)
    about_organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="concerns_about_it"
    )
    about_whom = models.CharField(max_length=200, blank=True)
    # The day it was told to whoever logged it: the clock runs from there, however late it was logged.
    told_on = models.DateField()
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=State.choices, default=State.AWAITING_THRESHOLD)
    due_on = models.DateField(null=True, blank=True)
    # What the person wants of it, asked at the start (Making Safeguarding Personal).
    asked_at_start = models.CharField(max_length=16, choices=Asked.choices, blank=True)
    not_asked_at_start_because = models.TextField(blank=True)
    asked_at_start_on = models.DateField(null=True, blank=True)
    asked_at_start_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="a_concern_seen_names_who_saw_it",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("screened_out", "closed"), due_on__isnull=True)
                | (~Q(state__in=("screened_out", "closed")) & Q(due_on__isnull=False)),
                name="a_concern_falls_due_until_it_is_ended",
            ),
            models.CheckConstraint(
                condition=Q(about__in=("not_known", "nobody_else"), about_organisation__isnull=True, about_whom="")
                | (
                    Q(about__in=("organisation", "named_person"))
                    & (Q(about_organisation__isnull=False) | ~Q(about_whom=""))
                ),
                name="a_concern_about_somebody_says_about_whom",
            ),
            models.CheckConstraint(
                condition=~Q(asked_at_start="not_asked") | ~Q(not_asked_at_start_because=""),
                name="whoever_was_not_asked_has_the_reason_why",
            ),
            models.CheckConstraint(
                condition=Q(asked_at_start="", asked_at_start_on__isnull=True, asked_at_start_by__isnull=True)
                | (~Q(asked_at_start="") & Q(asked_at_start_on__isnull=False, asked_at_start_by__isnull=False)),
                name="whoever_was_asked_was_asked_by_somebody_on_a_day",
            ),
        ]
        indexes = [
            # What the council has not yet seen, newest first: small however many were ever raised.
            models.Index(
                fields=["council", "raised_at"], name="concerns_not_yet_seen", condition=Q(seen_at__isnull=True)
            ),
            # The list of a council's open concerns, late first; and the count of those that are late.
            models.Index(
                fields=["council", "due_on", "id"], name="open_concerns_by_their_day", condition=Q(due_on__isnull=False)
            ),
            # The list of its ended concerns, the newest first.
            models.Index(fields=["council", "-id"], name="ended_concerns_newest_first", condition=Q(due_on=None)),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def is_ended(self) -> bool:
        return self.state in self.ENDED


class ThresholdDecision(models.Model):
    """The three limbs of section 42(1), each answered, and what the council decided on them. Written once.

    Source: Care Act 2014 s.42(1)-(2).
    """

    class Decision(models.TextChoices):
        ENQUIRE = "enquire", "Enquiries must be made, section 42(2)"
        OTHER_ENQUIRY = "other_enquiry", "The duty does not arise; the council enquires all the same"
        SCREEN_OUT = "screen_out", "Screened out: no enquiry"

    concern = models.OneToOneField(SafeguardingConcern, on_delete=models.PROTECT, related_name="threshold")
    has_needs = models.BooleanField()
    is_at_risk = models.BooleanField()
    cannot_protect_themselves = models.BooleanField()
    decision = models.CharField(max_length=14, choices=Decision.choices)
    reasons = models.TextField()
    advice = models.TextField(blank=True)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="enquire", has_needs=True, is_at_risk=True, cannot_protect_themselves=True)
                | (
                    Q(decision__in=("other_enquiry", "screen_out"))
                    & ~Q(has_needs=True, is_at_risk=True, cannot_protect_themselves=True)
                ),
                name="enquiries_must_be_made_where_all_three_limbs_are_met",
            ),
            models.CheckConstraint(condition=~Q(reasons=""), name="a_threshold_decision_has_reasons"),
            models.CheckConstraint(
                condition=~Q(decision="screen_out") | ~Q(advice=""), name="a_concern_screened_out_comes_with_advice"
            ),
        ]


class SafeguardingEnquiry(models.Model):
    """An enquiry the council made or caused: who enquires, into what, by when, and what they found.

    Source: Care Act 2014 s.42(2).
    """

    class Conclusion(models.TextChoices):
        SUBSTANTIATED = "substantiated", "Fully substantiated"
        PARTLY_SUBSTANTIATED = "partly_substantiated", "Partly substantiated"
        INCONCLUSIVE = "inconclusive", "Inconclusive"
        NOT_SUBSTANTIATED = "not_substantiated", "Not substantiated"
        CEASED = "ceased", "Ceased at the person’s request"

    ref = models.CharField(max_length=16, unique=True)
    concern = models.ForeignKey(SafeguardingConcern, on_delete=models.PROTECT, related_name="enquiries")
    enquirer = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="safeguarding_enquiries")
    # The organisation they enquire for: the council, or the provider the council caused to enquire.
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="safeguarding_enquiries")
    scope = models.TextField()
    due_on = models.DateField()
    is_of_those_complained_of = models.BooleanField(default=False)
    despite_that_because = models.TextField(blank=True)
    caused_on = models.DateField()
    caused_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    findings = models.TextField(blank=True)
    conclusion = models.CharField(max_length=20, choices=Conclusion.choices, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    reported_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    live = models.BooleanField(default=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concern"], condition=Q(live=True), name="one_live_enquiry_into_a_concern"),
            models.CheckConstraint(
                condition=Q(is_of_those_complained_of=False) | ~Q(despite_that_because=""),
                name="nobody_complained_of_enquires_without_a_recorded_reason",
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("caused_on")), name="an_enquiry_falls_due_later"),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True, reported_by__isnull=True)
                | (Q(reported_on__isnull=False, reported_by__isnull=False) & ~Q(findings="") & ~Q(conclusion="")),
                name="an_enquiry_reported_has_findings_and_a_conclusion",
            ),
        ]
        indexes = [
            # What was asked of one worker, and of one organisation: the page of what is asked of us.
            models.Index(fields=["enquirer", "due_on"], name="live_enquiries_of_a_worker", condition=Q(live=True)),
            models.Index(
                fields=["organisation", "due_on"], name="live_enquiries_of_organisation", condition=Q(live=True)
            ),
        ]

    def __str__(self) -> str:
        return self.ref


class SafeguardingScrutiny(models.Model):
    """The council's scrutiny of findings: accepted with the action decided, or sent back for more. Written once.

    Source: Care Act 2014 s.42(2): to decide whether any action should be taken, what and by whom.
    """

    class Result(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        SENT_BACK = "sent_back", "Sent back for more"

    enquiry = models.ForeignKey(SafeguardingEnquiry, on_delete=models.PROTECT, related_name="scrutinies")
    result = models.CharField(max_length=10, choices=Result.choices)
    reasons = models.TextField()
    action = models.TextField(blank=True)
    action_by_whom = models.CharField(max_length=200, blank=True)
    scrutinised_on = models.DateField()
    scrutinised_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="scrutiny_has_reasons"),
            models.CheckConstraint(
                condition=Q(result="sent_back") | (~Q(action="") & ~Q(action_by_whom="")),
                name="findings_accepted_say_what_action_and_by_whom",
            ),
        ]


class DesiredOutcome(models.Model):
    """Something the person wants of the enquiry, in their words, and at the end whether it was achieved."""

    class Achieved(models.TextChoices):
        MET = "met", "Met"
        PARTLY = "partly", "Partly met"
        NOT_MET = "not_met", "Not met"

    concern = models.ForeignKey(SafeguardingConcern, on_delete=models.PROTECT, related_name="desired_outcomes")
    number = models.PositiveSmallIntegerField()
    wanted = models.TextField()
    achieved = models.CharField(max_length=8, choices=Achieved.choices, blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concern", "number"], name="a_desired_outcome_is_numbered_once"),
        ]


class SafeguardingClosure(models.Model):
    """How a concern that was enquired into was closed: what the person said at the end, and the risk left.

    Written once. Source: Care Act 2014 s.42(2); statutory guidance chapter 14.
    """

    class Risk(models.TextChoices):
        REMOVED = "removed", "The risk is removed"
        REDUCED = "reduced", "The risk is reduced"
        REMAINS = "remains", "The risk remains"
        NONE_FOUND = "none_found", "No risk was found"

    concern = models.OneToOneField(SafeguardingConcern, on_delete=models.PROTECT, related_name="closure")
    asked_at_end = models.CharField(max_length=16, choices=Asked.choices)
    what_they_said = models.TextField(blank=True)
    not_asked_at_end_because = models.TextField(blank=True)
    risk = models.CharField(max_length=12, choices=Risk.choices)
    risk_left = models.TextField()
    closed_on = models.DateField()
    closed_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(asked_at_end="not_asked") | ~Q(not_asked_at_end_because=""),
                name="whoever_was_not_asked_at_the_end_has_the_reason_why",
            ),
            models.CheckConstraint(condition=~Q(risk_left=""), name="a_closed_concern_says_what_risk_is_left"),
        ]


class InformationRequest(models.Model):
    """The council's recorded request for information: to whom, what, who leads, by when; and the answer.

    Source: Care Act 2014 ss.6, 7, 42(2); schedule "Safeguarding: gathering information".
    """

    ref = models.CharField(max_length=16, unique=True)
    concern = models.ForeignKey(SafeguardingConcern, on_delete=models.PROTECT, related_name="information_requests")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="information_requests")
    lead = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="information_requests")
    scope = models.TextField()
    due_on = models.DateField()
    requested_on = models.DateField()
    requested_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    consent_and_wishes = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(ACCOUNT, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("requested_on")), name="information_falls_due_later"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answered_by__isnull=True, answer="")
                | (Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(answer="") & ~Q(consent_and_wishes="")),
                name="information_given_records_consent_and_wishes",
            ),
        ]
        indexes = [
            # What was asked of an organisation and not yet answered: the page of what is asked of us, and the late.
            models.Index(
                fields=["organisation", "due_on"],
                name="information_asked_of_us",
                condition=Q(answered_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.ref
