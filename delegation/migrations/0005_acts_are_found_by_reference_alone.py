"""A search of the register by reference alone walks the index of acts of a subject, newest first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delegation", "0004_section_79_authorises_for_a_period")]

    operations = [
        migrations.RemoveIndex(model_name="act", name="acts_of_a_subject"),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(fields=["council", "subject", "seq"], name="acts_of_a_subject"),
        ),
    ]
