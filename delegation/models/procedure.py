"""What ties a record to the procedure that routes it: nothing here is the record, all of it can be made again."""

from django.db import models
from django.db.models import Q


class ProcedureRoute(models.Model):
    """Ties a record of a register, by its kind and reference, to its viewflow process; at most one of them is live.

    A plan has a tie of its own (`verification.models.PlanRoute`), which the flow's clocks need.
    """

    subject_kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=40)
    process = models.OneToOneField("viewflow.Process", on_delete=models.PROTECT, related_name="procedure_route")
    live = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject"], condition=Q(live=True), name="one_live_procedure_per_record"
            ),
        ]
