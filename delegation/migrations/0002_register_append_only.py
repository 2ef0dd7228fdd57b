"""The register is append-only in the database itself: no line is changed or removed once written."""

from django.db import migrations

from delegation.append_only import MakeAppendOnly


class Migration(migrations.Migration):
    dependencies = [("delegation", "0001_initial")]

    operations = [
        MakeAppendOnly("delegation", "Act", "The register of acts is append-only: a line is never changed or removed."),
    ]
