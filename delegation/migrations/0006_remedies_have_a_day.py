from typing import Any

from django.db import migrations, models
from django.db.models import F, Q

STATES = [
    ("open", "Waiting for the council"),
    ("asked", "Waiting for the provider"),
    ("supplied", "Supplied by the provider"),
    ("answered", "Answered"),
    ("remedying", "Upheld, the remedy to be done"),
    ("closed", "Closed on the Ombudsman’s decision"),
]


def leave_those_closed_before_closed(apps: Any, schema_editor: Any) -> None:
    """Say of those upheld and closed before that no day was asked for: they stand as closed."""
    enquiries = apps.get_model("delegation", "OmbudsmanEnquiry").objects
    enquiries.filter(state="closed", decision="upheld").update(closed_without_remedy_day=True)


class Migration(migrations.Migration):
    dependencies = [("delegation", "0005_strategic_director")]

    operations = [
        migrations.RemoveConstraint("ombudsmanenquiry", "the_ombudsman_is_answered_with_words_by_somebody_on_a_day"),
        migrations.RemoveConstraint("ombudsmanenquiry", "an_ombudsman_enquiry_is_closed_on_a_decision"),
        *(
            operation
            for name in ("ombudsmanenquiry", "historicalombudsmanenquiry")
            for operation in (
                migrations.AlterField(name, "state", models.CharField(choices=STATES, default="open", max_length=10)),
                migrations.AddField(name, "remedy_due_on", models.DateField(blank=True, null=True)),
                migrations.AddField(name, "remedied_on", models.DateField(blank=True, null=True)),
                migrations.AddField(
                    name,
                    "remedy_done",
                    models.TextField("what was done", blank=True, default=""),
                    preserve_default=False,
                ),
                migrations.AddField(name, "closed_without_remedy_day", models.BooleanField(default=False)),
            )
        ),
        migrations.RunPython(leave_those_closed_before_closed, migrations.RunPython.noop),
        migrations.AddConstraint(
            "ombudsmanenquiry",
            models.CheckConstraint(
                name="the_ombudsman_is_answered_with_words_by_somebody_on_a_day",
                condition=~Q(state__in=["answered", "remedying", "closed"])
                | Q(answered_at__isnull=False, answered_by__isnull=False, answered_on__isnull=False) & ~Q(answer=""),
            ),
        ),
        migrations.AddConstraint(
            "ombudsmanenquiry",
            models.CheckConstraint(
                name="an_ombudsman_enquiry_is_closed_on_a_decision",
                condition=Q(closed_at=None, closed_by=None, decision="", remedy_due_on=None)
                & ~Q(state__in=["remedying", "closed"])
                | Q(state="remedying", closed_at=None, closed_by=None, decision="upheld", remedy_due_on__isnull=False)
                & ~Q(remedy="")
                | Q(state="closed", closed_at__isnull=False, closed_by__isnull=False) & ~Q(decision=""),
            ),
        ),
        migrations.AddConstraint(
            "ombudsmanenquiry",
            models.CheckConstraint(
                name="an_upheld_enquiry_is_closed_when_its_remedy_is_done",
                condition=Q(remedied_on=None, remedy_done="", closed_without_remedy_day=False)
                & ~Q(state="closed", decision="upheld")
                | Q(state="closed", decision="upheld", closed_without_remedy_day=False)
                & Q(remedy_due_on__isnull=False, remedied_on__gte=F("received_on"))
                & ~Q(remedy_done="")
                | Q(state="closed", decision="upheld", closed_without_remedy_day=True)
                & Q(remedy_due_on=None, remedied_on=None, remedy_done=""),
            ),
        ),
    ]
