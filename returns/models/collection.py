"""Files as they were sent: kept whole and unchanged, with what the check found in them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from delegation.models import Organisation, Post
from returns.models.rounds import ReturnRound


class CollectedFile(models.Model):
    """One file sent for a round. The database keeps the row as it was (a trigger); the bytes lie under their hash."""

    round = models.ForeignKey(ReturnRound, on_delete=models.PROTECT, related_name="files")
    number = models.PositiveIntegerField()
    # Whose data it is, and in which post it was sent.
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="collected_files")
    name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    received_in = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    rows = models.IntegerField()
    accepted = models.IntegerField()
    refused = models.IntegerField()
    # Of the accepted ones, those with an error that the sender mends at source.
    to_mend = models.IntegerField()
    faults = models.IntegerField()
    # Sentences about the file as a whole, such as that it looks partial.
    warnings = models.JSONField(default=list)
    counts_by_rule = models.JSONField(default=dict)
    events_by_type = models.JSONField(default=dict)
    # What changed since this organisation's last file of the round; empty for its first.
    changes = models.JSONField(default=dict)
    # The faults row by row, and the accepted rows, kept beside the file under their own hashes.
    report_sha256 = models.CharField(max_length=64)
    rows_sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="a_file_is_numbered_once_in_its_round"),
            models.UniqueConstraint(
                fields=["round", "organisation", "sha256"], name="a_file_sent_twice_is_kept_once_in_its_round"
            ),
            models.CheckConstraint(
                name="each_row_of_a_file_is_accepted_or_refused",
                condition=Q(rows=F("accepted") + F("refused"), accepted__gte=0, refused__gte=0),
            ),
            models.CheckConstraint(
                name="rows_to_mend_are_among_the_accepted",
                condition=Q(to_mend__gte=0, to_mend__lte=F("accepted")),
            ),
            models.CheckConstraint(
                name="a_file_with_refused_rows_has_a_fault", condition=Q(refused=0) | Q(faults__gt=0)
            ),
            models.CheckConstraint(name="a_kept_file_has_content", condition=Q(size__gt=0)),
        ]
        indexes = [
            # An organisation's files of a round, the last first.
            models.Index(fields=["round", "organisation", "number"], name="files_of_an_organisation"),
        ]

    def __str__(self) -> str:
        return f"File {self.number}"
