"""What somebody has typed of an assessment that is not finished: it is nobody's assessment yet, and counts nowhere."""

from django.conf import settings
from django.db import models

from casework.models.assessment import Assessment
from casework.models.person import Person


class AssessmentDraft(models.Model):
    """An assessment begun and not finished, as its writer typed it; gone when it is finished or discarded.

    It has no line of history: unfinished words about a person are kept no longer than they are needed (UK GDPR Art
    5(1)(c) and (e)). That it was saved, by whom and when, the register keeps.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessment_drafts")
    kind = models.CharField(max_length=6, choices=Assessment.Kind.choices)
    # What each box of the page held, by its name.
    typed = models.JSONField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "saved_by"], name="a_writer_has_one_draft_of_an_assessment"
            ),
        ]
