"""What the council sets for its market and its urgent support."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from delegation.history import history_kept
from delegation.models import Organisation
from verification.models.money import MONEY


class GuidePrice(models.Model):
    """What the council expects to pay for a kind of support, in pounds a unit, between dates."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    service_component = models.CharField(max_length=80)
    unit = models.CharField(max_length=10)
    price = models.DecimalField(**MONEY)
    from_day = models.DateField()
    to_day = models.DateField(null=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        indexes = [models.Index(fields=["council", "service_component", "from_day"], name="guide_price_of_a_kind")]
        constraints = [models.CheckConstraint(condition=Q(price__gt=0), name="guide_price_is_more_than_nothing")]


class UrgentAmount(models.Model):
    """The most the council lets one person's urgent support cost a week. None set means nought."""

    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    weekly = models.DecimalField(**MONEY)
    days = models.PositiveSmallIntegerField(default=14)
    from_day = models.DateField()
    to_day = models.DateField(null=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days__lte=14, days__gte=1), name="urgent_support_is_at_most_14_days"),
        ]
