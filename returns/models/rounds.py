"""One round of a return: a period of it, the days by which it is sent and submitted, and where it stands.

Source: Health and Social Care Act 2012 s.259 directions; the council's contract with its provider.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.history import history_kept
from delegation.models import Organisation
from returns.rounds.words import STATES

BEYOND_COLLECTION = ["compiled", "reviewed", "signed", "submitted"]


class ReturnRound(models.Model):
    """A return of a council for a period. The council alone signs and submits it; its provider sends the data."""

    ref = models.CharField(max_length=20, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="return_rounds")
    # The key of the catalogue: CLD, SAC, ...
    kind = models.CharField(max_length=20)
    period_start = models.DateField()
    period_end = models.DateField()
    state = models.CharField(max_length=12, choices=list(STATES.items()))
    # When the council must have submitted, and when its provider must have sent. Unconfirmed until the council says so.
    due_on = models.DateField()
    cut_off_on = models.DateField()
    dates_are_confirmed = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # The figures in hand: those compiled last. What was signed is named by its signature.
    cut = models.ForeignKey("returns.FigureCut", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Why it was opened again after a submission; empty in the first run.
    reopened_because = models.TextField(blank=True)

    history = history_kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "kind", "period_start", "period_end"], name="a_return_has_one_round_for_a_period"
            ),
            models.CheckConstraint(
                name="a_period_ends_after_it_begins", condition=Q(period_end__gte=F("period_start"))
            ),
            models.CheckConstraint(
                name="the_provider_sends_before_the_council_is_due", condition=Q(cut_off_on__lte=F("due_on"))
            ),
            models.CheckConstraint(name="a_round_stands_in_a_known_state", condition=Q(state__in=list(STATES))),
            models.CheckConstraint(
                name="a_round_past_collection_has_figures",
                condition=~Q(state__in=BEYOND_COLLECTION) | Q(cut__isnull=False),
            ),
        ]
        indexes = [
            # The calendar: a council's rounds by the day they are due.
            models.Index(fields=["council", "due_on"], name="rounds_by_their_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"

    @property
    def is_submitted(self) -> bool:
        return self.state == "submitted"
