"""What ties a plan to its route and its queue: nothing here is the record, all of it can be made again."""

from django.db import models
from django.db.models import Q

from casework.models import Person, SupportPlan
from delegation.models import Organisation, Worker
from verification.models.money import MONEY


class PlanRoute(models.Model):
    """Ties a plan to the viewflow process that routes it; at most one of them is live."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="routes")
    process = models.OneToOneField("viewflow.Process", on_delete=models.PROTECT, related_name="plan_route")
    live = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(live=True), name="one_live_route_per_plan"),
        ]


class QueueEntry(models.Model):
    """What waits, for whom, since when and until when: one row a plan, a projection of the plan.

    Written in the transaction of the plan's move, so a queue is one index range in order.
    `manage.py rebuild_queue` makes it anew; `--check` says whether it agrees.
    """

    plan = models.OneToOneField(SupportPlan, on_delete=models.CASCADE, primary_key=True, related_name="queue_entry")
    council = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    queue = models.CharField(max_length=32)
    state = models.CharField(max_length=32)
    side = models.CharField(max_length=10)
    claimed_by = models.ForeignKey(Worker, null=True, on_delete=models.SET_NULL, related_name="+")
    for_role = models.CharField(max_length=20, blank=True)
    weekly_cost = models.DecimalField(**MONEY, default=0)
    waiting_since = models.DateField()
    due_on = models.DateField(null=True)
    flagged_late = models.BooleanField(default=False)
    urgent_until = models.DateField(null=True)

    class Meta:
        indexes = [
            # The council's page of one queue, overdue first: one range, read in order, stops at 50.
            models.Index(fields=["council", "queue", "due_on", "plan"], name="queue_of_a_council"),
            # The provider's page of one queue, likewise.
            models.Index(fields=["provider", "queue", "due_on", "plan"], name="queue_of_a_provider"),
            # "Mine": what one worker has taken up.
            models.Index(fields=["claimed_by", "queue", "due_on", "plan"], name="queue_of_a_worker"),
            # What burns: urgent support whose verification is outstanding.
            models.Index(
                fields=["council", "urgent_until"],
                name="urgent_support_of_a_council",
                condition=Q(urgent_until__isnull=False),
            ),
            # The same for a provider, which sees only its own.
            models.Index(
                fields=["provider", "urgent_until"],
                name="urgent_support_of_a_provider",
                condition=Q(urgent_until__isnull=False),
            ),
        ]
