"""Where casework and a provider's file disagree, whose word counts: chosen by the council, with a reason.

Nothing of the person is kept here: the matter is named by a hash of both values, which the kept files hold.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from delegation.models import Post
from returns.models.collection import CollectedFile
from returns.models.figures import FigureCut
from returns.models.rounds import ReturnRound


class SourceChoice(models.Model):
    """One choice between casework and a file. Choosing again makes another; the last of a matter counts."""

    class Chosen(models.TextChoices):
        CASEWORK = "casework", "Our casework"
        FILE = "file", "The file"

    round = models.ForeignKey(ReturnRound, on_delete=models.PROTECT, related_name="choices")
    # The hash of who and what it is about and of both values, salted with the round.
    matter = models.CharField(max_length=64)
    about = models.CharField(max_length=10)
    casework_file = models.ForeignKey(CollectedFile, on_delete=models.PROTECT, related_name="+")
    other_file = models.ForeignKey(CollectedFile, on_delete=models.PROTECT, related_name="+")
    chosen = models.CharField(max_length=10, choices=Chosen.choices)
    reason = models.TextField()
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    chosen_in = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_choice_between_sources_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="a_choice_is_of_one_of_two_sources", condition=Q(chosen__in=["casework", "file"])
            ),
        ]
        indexes = [
            # The last choice of each matter of a round: the page of its disagreements, and compiling.
            models.Index(fields=["round", "matter"], name="choices_of_a_matter"),
        ]

    def __str__(self) -> str:
        return f"{self.get_chosen_display()} ({self.about})"


class CutChoice(models.Model):
    """A choice that went into a cut, and the record it left out; none where only values of a person were taken over."""

    cut = models.ForeignKey(FigureCut, on_delete=models.PROTECT, related_name="choices")
    choice = models.ForeignKey(SourceChoice, on_delete=models.PROTECT, related_name="cuts")
    left_out = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cut", "choice"], name="a_choice_goes_into_a_cut_once")]
