from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("delegation", "0011_rest_centres"),
    ]

    operations = [
        delegation.whole_tables.AlterTable(
            steps=[
                migrations.AddIndex(
                    model_name="restcentre",
                    index=models.Index(fields=["provider", "due_on"], name="rest_centres_of_a_provider"),
                ),
                migrations.AddIndex(
                    model_name="restcentreopening",
                    index=models.Index(
                        fields=["provider", "-state", "debrief_due_on", "-opened_at"], name="openings_of_a_provider"
                    ),
                ),
            ],
        ),
    ]
