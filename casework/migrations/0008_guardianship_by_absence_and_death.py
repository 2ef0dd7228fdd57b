import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


def run_to_the_end_of_the_term(apps, schema_editor):
    """No absence has lengthened a term before this: each runs to the last day of its term."""
    apps.get_model("casework", "Guardianship").objects.filter(term_to__isnull=False).update(runs_to=models.F("term_to"))


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0007_guardianship"),
        ("delegation", "0007_procedure_routes_squashed_0010_information"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="ActingGuardian",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("council", "The council"), ("person", "Somebody the council approved")],
                                max_length=8,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("address", models.TextField(blank=True)),
                        ("incapacitated_because", models.TextField(verbose_name="what keeps the guardian from acting")),
                        ("from_day", models.DateField()),
                        ("approved_at", models.DateTimeField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "guardian",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acted_for",
                                to="casework.guardian",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("guardian",),
                                name="one_acts_for_a_guardian_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("incapacitated_because", ""), _negated=True),
                                ),
                                name="whoever_acts_for_a_guardian_is_named_and_it_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_because", ""),
                                        ("ended_by__isnull", True),
                                        ("to_day__isnull", True),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("to_day__gte", models.F("from_day")),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_acting_guardian_who_left_says_when_and_why",
                            ),
                        ]
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalActingGuardian",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("council", "The council"), ("person", "Somebody the council approved")],
                                max_length=8,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("address", models.TextField(blank=True)),
                        ("incapacitated_because", models.TextField(verbose_name="what keeps the guardian from acting")),
                        ("from_day", models.DateField()),
                        ("approved_at", models.DateTimeField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "guardian",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardian",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical acting guardian",
                        "verbose_name_plural": "historical acting guardians",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ]
        ),
        delegation.whole_tables.AlterTable(
            steps=[
                migrations.RemoveConstraint(
                    model_name="guardianship",
                    name="a_guardianship_in_force_has_its_beginning_and_its_term",
                ),
                migrations.RemoveConstraint(
                    model_name="guardianship",
                    name="a_guardianship_ends_within_its_term",
                ),
                migrations.RemoveConstraint(
                    model_name="guardianshiprenewal",
                    name="a_renewal_is_received_before_the_term_it_begins",
                ),
                migrations.AddField(
                    model_name="guardianship",
                    name="runs_to",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="guardianshiprenewal",
                    name="extended_to",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="historicalguardianship",
                    name="runs_to",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="historicalguardianshiprenewal",
                    name="extended_to",
                    field=models.DateField(blank=True, null=True),
                ),
            ]
        ),
        migrations.RunPython(run_to_the_end_of_the_term, migrations.RunPython.noop),
        delegation.whole_tables.AlterTable(
            steps=[
                migrations.AlterField(
                    model_name="guardianship",
                    name="due_what",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("decision", "Decide whether to accept it"),
                            ("visit", "Visit, at least each three months"),
                            ("doctor_visit", "Visit by a doctor, at least once a year"),
                            ("term", "Renewal report, or the end"),
                            ("attendant", "Private guardian names the medical attendant"),
                            ("addresses", "Private guardian tells the addresses"),
                            ("report_of_return", "Report after an absence of more than 28 days"),
                            ("death", "The person died: record the end"),
                        ],
                        max_length=16,
                    ),
                ),
                migrations.AlterField(
                    model_name="guardianship",
                    name="ending",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("by_council", "Discharged by the council"),
                            ("by_clinician", "Discharged by the responsible clinician"),
                            ("by_nearest_relative", "Discharged by the nearest relative"),
                            ("by_tribunal", "Discharged by the tribunal"),
                            ("expired", "The term ended without a renewal"),
                            ("no_report", "No report in the week after an absence of more than 28 days"),
                            ("to_council", "Transferred to another council"),
                            ("to_hospital", "Transferred to hospital"),
                            ("died", "The person died"),
                            ("detained", "Admitted to hospital for treatment under section 3"),
                            ("new_application", "A new guardianship application was accepted elsewhere"),
                            ("court", "A court ended it"),
                            ("imprisoned", "In custody for more than six months"),
                            ("absent", "Absent without leave, and not returned in time"),
                        ],
                        max_length=20,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalguardianship",
                    name="due_what",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("decision", "Decide whether to accept it"),
                            ("visit", "Visit, at least each three months"),
                            ("doctor_visit", "Visit by a doctor, at least once a year"),
                            ("term", "Renewal report, or the end"),
                            ("attendant", "Private guardian names the medical attendant"),
                            ("addresses", "Private guardian tells the addresses"),
                            ("report_of_return", "Report after an absence of more than 28 days"),
                            ("death", "The person died: record the end"),
                        ],
                        max_length=16,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalguardianship",
                    name="ending",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("by_council", "Discharged by the council"),
                            ("by_clinician", "Discharged by the responsible clinician"),
                            ("by_nearest_relative", "Discharged by the nearest relative"),
                            ("by_tribunal", "Discharged by the tribunal"),
                            ("expired", "The term ended without a renewal"),
                            ("no_report", "No report in the week after an absence of more than 28 days"),
                            ("to_council", "Transferred to another council"),
                            ("to_hospital", "Transferred to hospital"),
                            ("died", "The person died"),
                            ("detained", "Admitted to hospital for treatment under section 3"),
                            ("new_application", "A new guardianship application was accepted elsewhere"),
                            ("court", "A court ended it"),
                            ("imprisoned", "In custody for more than six months"),
                            ("absent", "Absent without leave, and not returned in time"),
                        ],
                        max_length=20,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="guardianship",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("began_on__isnull", False),
                                ("runs_to__isnull", False),
                                ("state__in", ["in_force", "discharged", "ended", "expired", "transferred"]),
                                ("term_from__isnull", False),
                                ("term_number__gte", 1),
                                ("term_to__gte", models.F("term_from")),
                            ),
                            models.Q(
                                ("began_on__isnull", True),
                                ("runs_to__isnull", True),
                                ("state__in", ["received", "refused", "withdrawn"]),
                                ("term_from__isnull", True),
                                ("term_number__isnull", True),
                                ("term_to__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="a_guardianship_in_force_has_its_beginning_and_its_term",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="guardianship",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            models.Q(("ended_on__gte", models.F("began_on")), ("ended_on__lte", models.F("runs_to"))),
                            _connector="OR",
                        ),
                        name="a_guardianship_ends_while_it_runs",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="guardianshiprenewal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("number__gte", 2),
                            ("to_day__gt", models.F("from_day")),
                            models.Q(
                                ("received_on__lt", models.F("from_day")),
                                ("received_on__lte", models.F("extended_to")),
                                _connector="OR",
                            ),
                        ),
                        name="a_renewal_is_received_while_the_guardianship_runs",
                    ),
                ),
            ]
        ),
    ]
