from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


def say_that_it_was_not_asked(apps: Any, schema_editor: Any) -> None:
    """Say of those approved before, of whom nobody asked by which council, that it was not asked."""
    approvals = apps.get_model("delegation", "AmhpApproval").objects
    approvals.filter(was_approved_before=True).update(earlier_council="Not asked when it was recorded")


class Migration(migrations.Migration):
    dependencies = [("delegation", "0008_independent_chair")]

    operations = [
        migrations.AddField(
            "amhpapproval",
            "earlier",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="later",
                to="delegation.amhpapproval",
            ),
        ),
        migrations.AddField(
            "historicalamhpapproval",
            "earlier",
            models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="delegation.amhpapproval",
            ),
        ),
        *(
            migrations.AddField(model, name, field)
            for model in ("amhpapproval", "historicalamhpapproval")
            for name, field in (
                ("earlier_council", models.CharField(blank=True, default="", max_length=200)),
                ("earlier_from", models.DateField(blank=True, null=True)),
                ("earlier_to", models.DateField(blank=True, null=True)),
            )
        ),
        migrations.RunPython(say_that_it_was_not_asked, migrations.RunPython.noop),
        migrations.AddConstraint(
            "amhpapproval",
            models.CheckConstraint(
                name="whoever_was_approved_as_an_amhp_before_says_by_which_council",
                condition=Q(was_approved_before=True, earlier__isnull=True) & ~Q(earlier_council="")
                | Q(earlier_council="", earlier_from__isnull=True, earlier_to__isnull=True)
                & (
                    Q(was_approved_before=True, earlier__isnull=False)
                    | Q(was_approved_before=False, earlier__isnull=True)
                ),
            ),
        ),
        migrations.AddConstraint(
            "amhpapproval",
            models.CheckConstraint(
                name="an_earlier_amhp_approval_does_not_end_before_it_begins",
                condition=Q(earlier_to__isnull=True) | Q(earlier_from__isnull=False, earlier_to__gte=F("earlier_from")),
            ),
        ),
    ]
