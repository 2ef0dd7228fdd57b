"""Enquiries from outside that the council answers: freedom of information, the Ombudsman, the press, members."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.history import history_kept
from delegation.models.authority import Organisation


def _by() -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


def _by_once_done() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class FoiRequest(models.Model):
    """A request for information, to the council or to a provider that holds it for the council.

    Source: Freedom of Information Act 2000 ss.1, 3(2)(b), 8, 10, 17.
    """

    class State(models.TextChoices):
        OPEN = "open", "Waiting for an answer"
        EXTENDED = "extended", "Put off for the public interest test"
        ANSWERED = "answered", "Answered"
        REFUSED = "refused", "Refused"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # Whom it reached: the council, or a provider that handed it over.
    reached = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    handed_over_on = models.DateField(null=True, blank=True)
    # The time of day is known where the provider itself handed it over here.
    handed_over_time = models.TimeField(null=True, blank=True)
    # Days of the calendar: a request that reaches a provider is passed on the same day.
    days_late = models.PositiveSmallIntegerField("days handed over late", default=0)
    first_due_on = models.DateField()
    due_on = models.DateField()
    asked_by = models.CharField("who asks", max_length=200)
    reply_to = models.CharField("address for the reply", max_length=200)
    asked_for = models.TextField("what is asked for")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    recorded_at = models.DateTimeField()
    recorded_by = _by()
    extended_on = models.DateField(null=True, blank=True)
    extended_under = models.CharField(max_length=10, blank=True)
    extended_because = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = _by_once_done()
    closed_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    is_held = models.BooleanField("whether the council holds it", default=True)
    exemptions = models.CharField(max_length=100, blank=True)
    reasons = models.TextField(blank=True)
    public_interest = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_closed_foi_request_says_when_and_by_whom",
                condition=Q(state__in=["open", "extended"], closed_at=None, closed_by=None, closed_on=None)
                | Q(
                    state__in=["answered", "refused"],
                    closed_at__isnull=False,
                    closed_by__isnull=False,
                    closed_on__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_refused_foi_request_names_its_exemption_and_why",
                condition=~Q(state="refused") | ~Q(exemptions="") & ~Q(reasons=""),
            ),
            models.CheckConstraint(
                name="an_foi_request_is_answered_with_words", condition=~Q(state="answered") | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="an_foi_request_that_reached_a_provider_was_handed_over",
                condition=Q(reached=F("council"), handed_over_on=None)
                | ~Q(reached=F("council")) & Q(handed_over_on__gte=F("received_on")),
            ),
            models.CheckConstraint(
                name="only_an_extension_with_its_exemption_moves_the_foi_clock",
                condition=Q(due_on=F("first_due_on"), extended_on=None)
                | Q(due_on__gt=F("first_due_on"), extended_on__lte=F("first_due_on"))
                & ~Q(extended_under="")
                & ~Q(extended_because=""),
            ),
        ]
        indexes = [
            # The list of open requests, late first, and the count of the late.
            models.Index(fields=["council", "due_on"], condition=Q(closed_at=None), name="open_foi_by_day"),
            # The list of closed requests, the last first.
            models.Index(fields=["council", "-closed_at"], name="closed_foi_requests"),
            # A provider's own hand-overs, and how many were late.
            models.Index(fields=["reached", "-received_on"], name="foi_by_whom_it_reached"),
        ]

    def __str__(self) -> str:
        return self.ref


class OmbudsmanEnquiry(models.Model):
    """An enquiry of the Local Government and Social Care Ombudsman, which the council's link officer answers.

    Source: Local Government Act 1974 Part III ss.25 to 31; what a contractor does counts as the council's.
    """

    class State(models.TextChoices):
        OPEN = "open", "Waiting for the council"
        ASKED = "asked", "Waiting for the provider"
        SUPPLIED = "supplied", "Supplied by the provider"
        ANSWERED = "answered", "Answered"
        REMEDYING = "remedying", "Upheld, the remedy to be done"
        CLOSED = "closed", "Closed on the Ombudsman’s decision"

    class Decision(models.TextChoices):
        NOT_INVESTIGATED = "not_investigated", "Not investigated"
        NOT_UPHELD = "not_upheld", "Not upheld"
        UPHELD = "upheld", "Upheld"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    their_reference = models.CharField("the Ombudsman's reference", max_length=200)
    asked_for = models.TextField("what the Ombudsman asks")
    received_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    recorded_at = models.DateTimeField()
    recorded_by = _by()
    supply_asked = models.TextField("what the provider is asked", blank=True)
    supply_due_on = models.DateField(null=True, blank=True)
    supplied_at = models.DateTimeField(null=True, blank=True)
    supplied_by = _by_once_done()
    supplied_on = models.DateField(null=True, blank=True)
    supply = models.TextField("what the provider supplied", blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = _by_once_done()
    answered_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = _by_once_done()
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    remedy = models.TextField(blank=True)
    remedy_due_on = models.DateField(null=True, blank=True)
    # When it is closed is when somebody recorded the remedy; this is the day it was done.
    remedied_on = models.DateField(null=True, blank=True)
    remedy_done = models.TextField("what was done", blank=True)
    # Of those alone that were upheld and closed before a day was asked for.
    closed_without_remedy_day = models.BooleanField(default=False)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="the_ombudsman_is_answered_with_words_by_somebody_on_a_day",
                condition=~Q(state__in=["answered", "remedying", "closed"])
                | Q(answered_at__isnull=False, answered_by__isnull=False, answered_on__isnull=False) & ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="an_ombudsman_enquiry_is_closed_on_a_decision",
                condition=Q(closed_at=None, closed_by=None, decision="", remedy_due_on=None)
                & ~Q(state__in=["remedying", "closed"])
                | Q(state="remedying", closed_at=None, closed_by=None, decision="upheld", remedy_due_on__isnull=False)
                & ~Q(remedy="")
                | Q(state="closed", closed_at__isnull=False, closed_by__isnull=False) & ~Q(decision=""),
            ),
            models.CheckConstraint(
                name="an_upheld_enquiry_is_closed_when_its_remedy_is_done",
                condition=Q(remedied_on=None, remedy_done="", closed_without_remedy_day=False)
                & ~Q(state="closed", decision="upheld")
                | Q(state="closed", decision="upheld", closed_without_remedy_day=False)
                & Q(remedy_due_on__isnull=False, remedied_on__gte=F("received_on"))
                & ~Q(remedy_done="")
                | Q(state="closed", decision="upheld", closed_without_remedy_day=True)
                & Q(remedy_due_on=None, remedied_on=None, remedy_done=""),
            ),
            models.CheckConstraint(
                name="a_provider_is_asked_for_something_by_a_day",
                condition=~Q(state__in=["asked", "supplied"])
                | Q(provider__isnull=False, supply_due_on__isnull=False) & ~Q(supply_asked=""),
            ),
        ]
        indexes = [
            # The list of open enquiries, late first, and the count of the late.
            models.Index(fields=["council", "due_on"], condition=Q(closed_at=None), name="open_ombudsman_by_day"),
            models.Index(fields=["council", "-closed_at"], name="closed_ombudsman_enquiries"),
            # What a provider is asked to supply.
            models.Index(fields=["provider", "-received_on"], name="ombudsman_of_a_provider"),
        ]

    def __str__(self) -> str:
        return self.ref


class PublicEnquiry(models.Model):
    """What the press or an elected member asks, and the reply: drafted, cleared by the commissioner, then sent.

    Source: the contract's communication protocol; Local Government Act 1986 publicity code; Data Protection Act 2018
    Sch 1 paras 23 and 24 for what a member may be told of a constituent.
    """

    class Kind(models.TextChoices):
        PRESS = "press", "The press"
        MEMBER = "member", "An elected member"

    class State(models.TextChoices):
        OPEN = "open", "Waiting for a draft"
        DRAFTED = "drafted", "Waiting for clearance"
        CLEARED = "cleared", "Cleared, to be sent"
        SENT = "sent", "Sent"

    class Authority(models.TextChoices):
        NOTHING_PERSONAL = "nothing_personal", "The reply tells nothing of any person"
        CONSENT = "consent", "The constituent agreed in writing"
        REPRESENTATIVE = "representative", "The member acts on the constituent’s request (DPA 2018 Sch 1 paras 23-24)"

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # Who drafts the reply; the council itself where there is none.
    provider = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    asked_by = models.CharField("who asks", max_length=200)
    asked_for = models.TextField("what is asked")
    received_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    recorded_at = models.DateTimeField()
    recorded_by = _by()
    draft = models.TextField(blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    drafted_by = _by_once_done()
    sent_back_because = models.TextField(blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)
    cleared_by = _by_once_done()
    cleared_words = models.TextField(blank=True)
    constituents_authority = models.CharField(max_length=20, choices=Authority, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = _by_once_done()
    sent_on = models.DateField(null=True, blank=True)
    sent_words = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_reply_is_sent_only_as_it_was_cleared",
                condition=Q(sent_at=None, sent_by=None, sent_on=None, sent_words="") & ~Q(state="sent")
                | Q(
                    state="sent",
                    sent_at__gte=F("cleared_at"),
                    sent_by__isnull=False,
                    sent_on__isnull=False,
                    sent_words=F("cleared_words"),
                )
                & ~Q(sent_words=""),
            ),
            models.CheckConstraint(
                name="a_cleared_reply_says_who_cleared_which_words",
                condition=Q(cleared_at=None, cleared_by=None, cleared_words="") & ~Q(state__in=["cleared", "sent"])
                | Q(state__in=["cleared", "sent"], cleared_at__isnull=False, cleared_by__isnull=False)
                & ~Q(cleared_words=""),
            ),
            models.CheckConstraint(
                name="a_member_is_told_only_with_the_constituents_authority_checked",
                condition=~Q(kind="member", state__in=["cleared", "sent"]) | ~Q(constituents_authority=""),
            ),
        ]
        indexes = [
            # The list of those not yet sent, late first, and the count of the late.
            models.Index(fields=["council", "due_on"], condition=Q(sent_at=None), name="unsent_replies_by_day"),
            models.Index(fields=["council", "-sent_at"], name="sent_replies"),
            models.Index(fields=["provider", "-received_on"], name="enquiries_of_a_provider"),
        ]

    def __str__(self) -> str:
        return self.ref
