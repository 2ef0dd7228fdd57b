"""An authorisation under section 79 has a last day. Source: Care Act 2014 s.79(5)(a).

One that was written without is given a year from now: the council has until then to say what period it meant.
"""

from datetime import timedelta

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q
from django.utils import timezone


def give_a_last_day(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A year from today, or from the first day where it is still to begin."""
    today = timezone.localdate()
    open_ended = apps.get_model("delegation", "Authorisation").objects.filter(power="care_act_s79", to_day=None)
    for authorisation in open_ended:
        authorisation.to_day = max(authorisation.from_day, today) + timedelta(days=365)
        authorisation.save(update_fields=["to_day"])


class Migration(migrations.Migration):
    dependencies = [("delegation", "0003_revocations_and_covers_say_when_they_ended")]

    operations = [
        migrations.RunPython(give_a_last_day, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="authorisation",
            constraint=models.CheckConstraint(
                name="s79_authorises_for_a_period_that_ends",
                condition=~Q(power="care_act_s79") | Q(to_day__isnull=False),
            ),
        ),
    ]
