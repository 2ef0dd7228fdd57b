"""A sealed version is never changed or removed, and a hand once on a plan stays on it: held by the database."""

from django.db import migrations

from delegation.append_only import MakeAppendOnly


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]

    operations = [
        MakeAppendOnly("casework", "PlanVersion", "A sealed version of a plan is never changed or removed."),
        MakeAppendOnly("casework", "PlanHand", "A hand that was once on a plan stays on it."),
    ]
