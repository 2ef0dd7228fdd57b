from typing import Any

from django.db import migrations, models
from django.db.models import F


def count_days(apps: Any, schema_editor: Any) -> None:
    """Count anew how late each request was handed over: days of the calendar after it came, and not working days."""
    for name in ("FoiRequest", "HistoricalFoiRequest"):
        requests = apps.get_model("delegation", name).objects
        requests.filter(handed_over_on=F("received_on")).update(days_late=0)
        for request in requests.filter(handed_over_on__gt=F("received_on")).order_by("pk").iterator():
            late = (request.handed_over_on - request.received_on).days
            requests.filter(pk=request.pk).update(days_late=late)


class Migration(migrations.Migration):
    dependencies = [("delegation", "0003_tries_at_logging_in")]

    operations = [
        migrations.RenameField("foirequest", "working_days_lost", "days_late"),
        migrations.RenameField("historicalfoirequest", "working_days_lost", "days_late"),
        migrations.AlterField(
            "foirequest", "days_late", models.PositiveSmallIntegerField("days handed over late", default=0)
        ),
        migrations.AlterField(
            "historicalfoirequest", "days_late", models.PositiveSmallIntegerField("days handed over late", default=0)
        ),
        migrations.RunPython(count_days, migrations.RunPython.noop),
    ]
