"""Review, signature and submission: each once for a cut, by a post of the council, and never changed.

Source: Health and Social Care Act 2012 s.259 directions: only the council submits.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from delegation.models import Post
from returns.models.figures import FigureCut
from returns.models.rounds import ReturnRound


class ReturnReview(models.Model):
    """Somebody of the council compared the figures with the last and with last year's, and says what they found."""

    cut = models.OneToOneField(FigureCut, on_delete=models.PROTECT, related_name="review")
    remarks = models.TextField()
    reviewed_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reviewed_in = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="a_review_says_what_it_found", condition=~Q(remarks=""))]


class ReturnSignOff(models.Model):
    """The council's signature under the figures: they and their lineage are frozen, by the hash it was given for."""

    cut = models.OneToOneField(FigureCut, on_delete=models.PROTECT, related_name="sign_off")
    review = models.OneToOneField(ReturnReview, on_delete=models.PROTECT, related_name="sign_off")
    sha256 = models.CharField(max_length=64)
    statement = models.TextField()
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_in = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="a_signature_states_what_is_signed", condition=~Q(statement=""))]


class ReturnSubmission(models.Model):
    """The council handed the signed figures over. A later one of the same round says why."""

    round = models.ForeignKey(ReturnRound, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveIntegerField()
    sign_off = models.OneToOneField(ReturnSignOff, on_delete=models.PROTECT, related_name="submission")
    # What the centre's portal answered, so that it can be found there again.
    receipt = models.CharField(max_length=100)
    reason = models.TextField(blank=True)
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_in = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="a_submission_is_numbered_once_in_its_round"),
            models.CheckConstraint(name="a_resubmission_says_why", condition=Q(number=1) | ~Q(reason="")),
            models.CheckConstraint(name="a_submission_names_its_receipt", condition=~Q(receipt="")),
        ]
