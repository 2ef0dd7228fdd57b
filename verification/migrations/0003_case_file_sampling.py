import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.append_only
import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_sealed_versions_stay_as_they_are"),
        ("delegation", "0007_procedure_routes"),
        ("delegation", "__first__"),
        ("verification", "0002_urgent_support_of_a_provider"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="CaseFileSample",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("per_stratum", models.PositiveSmallIntegerField()),
                        ("seed", models.CharField(max_length=64)),
                        ("population", models.PositiveIntegerField()),
                        ("population_hash", models.CharField(max_length=64)),
                        ("drawn_at", models.DateTimeField()),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="case_file_samples",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "drawn_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("council", "number"), name="a_sample_is_numbered_once_in_its_council"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_day__gte", models.F("from_day"))),
                                name="a_sample_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("seed", ""), _negated=True), ("per_stratum__gte", 1)),
                                name="a_sample_keeps_its_seed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SampleStratum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("ended", "Ended"),
                                    ("changed", "Changed"),
                                    ("urgent_start", "Urgent start"),
                                    ("refused", "Refused"),
                                    ("returned", "Returned at least once"),
                                    ("funded", "Funded"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("population", models.PositiveIntegerField()),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "sample",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="strata",
                                to="verification.casefilesample",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["provider__name", "outcome"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sample", "provider", "outcome"), name="a_stratum_stands_once_in_a_sample"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("population__gte", 1)), name="a_stratum_has_a_file"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSampledFile",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("place", models.PositiveSmallIntegerField()),
                        ("decided_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("drawn", "Drawn"), ("reserve", "In reserve"), ("replaced", "Replaced")],
                                max_length=8,
                            ),
                        ),
                        ("replaced_because", models.TextField(blank=True)),
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
                            "auditor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.worker",
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
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.supportplan",
                            ),
                        ),
                        (
                            "sample",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.casefilesample",
                            ),
                        ),
                        (
                            "stratum",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.samplestratum",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical sampled file",
                        "verbose_name_plural": "historical sampled files",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SampledFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField()),
                        ("decided_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("drawn", "Drawn"), ("reserve", "In reserve"), ("replaced", "Replaced")],
                                max_length=8,
                            ),
                        ),
                        ("replaced_because", models.TextField(blank=True)),
                        (
                            "auditor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.supportplan"
                            ),
                        ),
                        (
                            "sample",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="verification.casefilesample",
                            ),
                        ),
                        (
                            "stratum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="verification.samplestratum",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["stratum", "place"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("auditor__isnull", False)),
                                fields=["auditor"],
                                name="sampled_files_of_an_auditor",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("sample", "plan"), name="a_file_stands_once_in_a_sample"),
                            models.UniqueConstraint(
                                fields=("stratum", "place"), name="a_place_in_a_stratum_is_one_files"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "replaced"), models.Q(("replaced_because", ""), _negated=True)),
                                    models.Q(models.Q(("state", "replaced"), _negated=True), ("replaced_because", "")),
                                    _connector="OR",
                                ),
                                name="a_replaced_file_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("auditor__isnull", True),
                                    models.Q(("state", "reserve"), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_file_in_reserve_has_no_auditor",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("question", models.CharField(max_length=40)),
                        ("what", models.TextField()),
                        ("due_on", models.DateField()),
                        ("raised_on", models.DateField()),
                        ("closed_on", models.DateField(null=True)),
                        ("what_was_done", models.TextField(blank=True)),
                        (
                            "closed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="verification.sampledfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=["council", "due_on"],
                                name="open_actions_of_a_council",
                            ),
                            models.Index(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=["owner", "due_on"],
                                name="open_actions_of_a_worker",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_by__isnull", True), ("closed_on__isnull", True), ("what_was_done", "")
                                    ),
                                    models.Q(
                                        ("closed_by__isnull", False),
                                        ("closed_on__isnull", False),
                                        models.Q(("what_was_done", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_closed_action_says_when_by_whom_and_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("raised_on"))),
                                name="an_action_falls_due_later",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True),
                                name="an_action_says_what_is_to_be_done",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileAudit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "overall",
                            models.CharField(
                                choices=[
                                    ("good", "Good"),
                                    ("needs_improvement", "Needs improvement"),
                                    ("inadequate", "Inadequate"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("remarks", models.TextField(blank=True)),
                        ("audited_at", models.DateTimeField()),
                        (
                            "audited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "auditor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "file",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="audit",
                                to="verification.sampledfile",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "audited_at"], name="audits_of_a_council_by_moment")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAuditAction",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("question", models.CharField(max_length=40)),
                        ("what", models.TextField()),
                        ("due_on", models.DateField()),
                        ("raised_on", models.DateField()),
                        ("closed_on", models.DateField(null=True)),
                        ("what_was_done", models.TextField(blank=True)),
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
                            "closed_by",
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
                            "council",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.organisation",
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
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "raised_by",
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
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.sampledfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical audit action",
                        "verbose_name_plural": "historical audit actions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFileAudit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "overall",
                            models.CharField(
                                choices=[
                                    ("good", "Good"),
                                    ("needs_improvement", "Needs improvement"),
                                    ("inadequate", "Inadequate"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("remarks", models.TextField(blank=True)),
                        ("audited_at", models.DateTimeField()),
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
                            "audited_by",
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
                            "auditor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.organisation",
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
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.sampledfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical file audit",
                        "verbose_name_plural": "historical file audits",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AuditAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("question", models.CharField(max_length=40)),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("met", "Met"),
                                    ("partly", "Partly met"),
                                    ("not_met", "Not met"),
                                    ("does_not_apply", "Does not apply"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        (
                            "audit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="verification.fileaudit",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit", "question"), name="a_question_is_answered_once_in_an_audit"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer__in", ["partly", "not_met"]), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="what_is_not_met_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAuditAnswer",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("question", models.CharField(max_length=40)),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("met", "Met"),
                                    ("partly", "Partly met"),
                                    ("not_met", "Not met"),
                                    ("does_not_apply", "Does not apply"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
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
                            "audit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.fileaudit",
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
                        "verbose_name": "historical audit answer",
                        "verbose_name_plural": "historical audit answers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="fundingdecision",
            index=models.Index(fields=["decided_on"], name="decisions_by_day"),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="verification",
            model="CaseFileSample",
            sentence="A sample stays as it was drawn.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="verification",
            model="SampleStratum",
            sentence="What a sample was drawn from stays as it was counted.",
            columns=(),
        ),
    ]
