from typing import Any

from django.db import migrations, models

CHOICES = [
    ("there", "Was there"),
    ("away", "Was not there"),
    ("not_asked", "Not known: recorded before it was asked"),
]


def say_that_nobody_asked(apps: Any, schema_editor: Any) -> None:
    """Say of the entries recorded before that nobody asked whether the social worker was there."""
    entered = apps.get_model("casework", "PropertyProtection").objects.filter(entered_at__isnull=False)
    entered.update(attendance="not_asked")


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_charges_end_with_aftercare")]

    operations = [
        *(
            operation
            for name in ("propertyprotection", "historicalpropertyprotection")
            for operation in (
                migrations.AddField(
                    name,
                    "attendance",
                    models.CharField(blank=True, choices=CHOICES, default="", max_length=10),
                    preserve_default=False,
                ),
                migrations.AddField(
                    name,
                    "away_because",
                    models.TextField("why the social worker was not there", blank=True, default=""),
                    preserve_default=False,
                ),
            )
        ),
        migrations.RunPython(say_that_nobody_asked, migrations.RunPython.noop),
        migrations.AddConstraint(
            "propertyprotection",
            models.CheckConstraint(
                name="an_entry_says_whether_the_social_worker_was_there",
                condition=models.Q(entered_at=None, attendance="", away_because="")
                | models.Q(entered_at__isnull=False, attendance__in=["there", "not_asked"], away_because="")
                | models.Q(entered_at__isnull=False, attendance="away") & ~models.Q(away_because=""),
            ),
        ),
    ]
