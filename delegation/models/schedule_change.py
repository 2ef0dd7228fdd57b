"""A change of the schedule on its way: what is proposed, by whom, what it was seen to touch, and who decided."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.history import history_kept
from delegation.models.authority import Authorisation, Organisation, Post
from delegation.schedule import FUNCTIONS, POWERS
from delegation.schedule_change.rules import APPROVED, AUTHORISE, KINDS, PROPOSED, REVOKE, STATES, WITHDRAWN


class ScheduleChange(models.Model):
    """An authorisation to be given, or taken back, from a day; in force only once the Director approved it."""

    ref = models.CharField(max_length=20, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="schedule_changes")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="own_schedule_changes")
    function = models.CharField(max_length=60, choices=[(one.key, one.title) for one in FUNCTIONS.values()])
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)
    power = models.CharField(max_length=20, choices=list(POWERS.items()), blank=True)
    scope = models.TextField(blank=True)
    conditions = models.TextField(blank=True)
    instrument = models.CharField(max_length=200, blank=True)
    reasons = models.TextField()
    state = models.CharField(max_length=10, choices=list(STATES.items()), default=PROPOSED)
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision_reasons = models.TextField(blank=True)
    cabinet_reference = models.CharField(max_length=100, blank=True)
    # What it touched as the Director saw it on deciding.
    effects = models.JSONField(default=list)
    # The authorisation to be taken back, or the one that approval gave.
    authorisation = models.ForeignKey(
        Authorisation, null=True, blank=True, on_delete=models.PROTECT, related_name="schedule_changes"
    )

    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_decided_change_says_who_when_and_why",
                condition=Q(state=PROPOSED, decided_on__isnull=True, decided_by__isnull=True, post__isnull=True)
                | (
                    ~Q(state=PROPOSED)
                    & Q(decided_on__isnull=False, decided_by__isnull=False, post__isnull=False)
                    & ~Q(decision_reasons="")
                ),
            ),
            models.CheckConstraint(
                name="a_change_approved_or_to_revoke_names_its_authorisation",
                condition=Q(kind=REVOKE, authorisation__isnull=False)
                | Q(kind=AUTHORISE, state=APPROVED, authorisation__isnull=False)
                | (Q(kind=AUTHORISE, authorisation__isnull=True) & ~Q(state=APPROVED)),
            ),
            models.CheckConstraint(
                name="nobody_approves_the_change_they_proposed",
                condition=Q(state__in=(PROPOSED, WITHDRAWN)) | ~Q(decided_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="a_change_is_in_force_from_its_decision_or_later",
                condition=~Q(state=APPROVED) | Q(from_day__gte=F("decided_on")),
            ),
            models.UniqueConstraint(
                name="one_proposed_change_of_a_function_of_a_provider",
                fields=["organisation", "function"],
                condition=Q(state=PROPOSED),
            ),
        ]
        indexes = [
            # The list of changes of a council, the last proposed first.
            models.Index(fields=["council", "-proposed_on", "-id"], name="changes_of_a_council"),
        ]

    def __str__(self) -> str:
        return self.ref
