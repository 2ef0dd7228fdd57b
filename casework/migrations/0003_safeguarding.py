import django.db.migrations.operations.special
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from django.utils.timezone import localdate

import delegation.whole_tables
from delegation.working_days import add_working_days

# Functions from the following migrations need manual copying.
# Move them and any dependencies into this file, then update the
# RunPython operations to refer to the local versions:
# casework.migrations.0003_safeguarding


def let_concerns_fall_due(apps, schema_editor):
    """Concerns told before there was a procedure wait for the threshold decision, by the local target of that time."""
    concerns = apps.get_model("casework", "SafeguardingConcern").objects.filter(due_on=None)
    for concern in concerns.iterator():
        concern.told_on = localdate(concern.raised_at)
        concern.due_on = add_working_days(concern.told_on, 2)
        concern.save(update_fields=["told_on", "due_on"])
        concern_histories = apps.get_model("casework", "HistoricalSafeguardingConcern").objects.filter(id=concern.pk)
        concern_histories.update(told_on=concern.told_on)


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_sealed_versions_stay_as_they_are"),
        ("delegation", "0007_procedure_routes"),
        ("delegation", "__first__"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="BoardMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("body", models.CharField(max_length=200)),
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    ("local_authority", "The council that established the board"),
                                    ("integrated_care_board", "An integrated care board of the area"),
                                    ("police", "The chief officer of police of the area"),
                                    ("chair", "Chair"),
                                    ("other", "Another body or person"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="board_members",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="membership_ends_after_it_begins",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoardReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year_ended", models.PositiveSmallIntegerField()),
                        ("published_on", models.DateField()),
                        ("published_where", models.CharField(max_length=300)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="board_reports",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "recorded_by",
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
                                fields=("council", "year_ended"), name="a_financial_year_is_reported_on_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DesiredOutcome",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("wanted", models.TextField()),
                        (
                            "achieved",
                            models.CharField(
                                blank=True,
                                choices=[("met", "Met"), ("partly", "Partly met"), ("not_met", "Not met")],
                                max_length=8,
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="desired_outcomes",
                                to="casework.safeguardingconcern",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("concern", "number"), name="a_desired_outcome_is_numbered_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalBoardMember",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("name", models.CharField(max_length=200)),
                        ("body", models.CharField(max_length=200)),
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    ("local_authority", "The council that established the board"),
                                    ("integrated_care_board", "An integrated care board of the area"),
                                    ("police", "The chief officer of police of the area"),
                                    ("chair", "Chair"),
                                    ("other", "Another body or person"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
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
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical board member",
                        "verbose_name_plural": "historical board members",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBoardReport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("year_ended", models.PositiveSmallIntegerField()),
                        ("published_on", models.DateField()),
                        ("published_where", models.CharField(max_length=300)),
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
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical board report",
                        "verbose_name_plural": "historical board reports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDesiredOutcome",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField()),
                        ("wanted", models.TextField()),
                        (
                            "achieved",
                            models.CharField(
                                blank=True,
                                choices=[("met", "Met"), ("partly", "Partly met"), ("not_met", "Not met")],
                                max_length=8,
                            ),
                        ),
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
                            "concern",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.safeguardingconcern",
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
                        "verbose_name": "historical desired outcome",
                        "verbose_name_plural": "historical desired outcomes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalInformationRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("scope", models.TextField()),
                        ("due_on", models.DateField()),
                        ("requested_on", models.DateField()),
                        ("answer", models.TextField(blank=True)),
                        ("consent_and_wishes", models.TextField(blank=True)),
                        ("answered_on", models.DateField(blank=True, null=True)),
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
                            "answered_by",
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
                            "concern",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.safeguardingconcern",
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
                            "lead",
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
                            "organisation",
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
                            "requested_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical information request",
                        "verbose_name_plural": "historical information requests",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReviewReferral",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("why", models.TextField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("referred_on", models.DateField()),
                        ("has_needs", models.BooleanField(null=True)),
                        ("worked_together_badly", models.BooleanField(null=True)),
                        ("died_of_abuse", models.BooleanField(null=True)),
                        ("alive_after_serious_abuse", models.BooleanField(null=True)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("mandatory", "A review must be arranged, section 44(1) to (3)"),
                                    ("discretionary", "A review is arranged, section 44(4)"),
                                    ("no_review", "No review"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True)),
                        ("decided_on", models.DateField(blank=True, null=True)),
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
                            "concern",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.safeguardingconcern",
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
                            "decided_by",
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.person",
                            ),
                        ),
                        (
                            "referred_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical review referral",
                        "verbose_name_plural": "historical review referrals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSafeguardingEnquiry",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("scope", models.TextField()),
                        ("due_on", models.DateField()),
                        ("is_of_those_complained_of", models.BooleanField(default=False)),
                        ("despite_that_because", models.TextField(blank=True)),
                        ("caused_on", models.DateField()),
                        ("findings", models.TextField(blank=True)),
                        (
                            "conclusion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("substantiated", "Fully substantiated"),
                                    ("partly_substantiated", "Partly substantiated"),
                                    ("inconclusive", "Inconclusive"),
                                    ("not_substantiated", "Not substantiated"),
                                    ("ceased", "Ceased at the person’s request"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reported_on", models.DateField(blank=True, null=True)),
                        ("live", models.BooleanField(default=True)),
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
                            "caused_by",
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
                            "concern",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.safeguardingconcern",
                            ),
                        ),
                        (
                            "enquirer",
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
                            "organisation",
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
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical safeguarding enquiry",
                        "verbose_name_plural": "historical safeguarding enquirys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="InformationRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("scope", models.TextField()),
                        ("due_on", models.DateField()),
                        ("requested_on", models.DateField()),
                        ("answer", models.TextField(blank=True)),
                        ("consent_and_wishes", models.TextField(blank=True)),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="information_requests",
                                to="casework.safeguardingconcern",
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="information_requests",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="information_requests",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answered_on__isnull", True)),
                                fields=["organisation", "due_on"],
                                name="information_asked_of_us",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("requested_on"))),
                                name="information_falls_due_later",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", ""), ("answered_by__isnull", True), ("answered_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_by__isnull", False),
                                        ("answered_on__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                        models.Q(("consent_and_wishes", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="information_given_records_consent_and_wishes",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewReferral",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("why", models.TextField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("referred_on", models.DateField()),
                        ("has_needs", models.BooleanField(null=True)),
                        ("worked_together_badly", models.BooleanField(null=True)),
                        ("died_of_abuse", models.BooleanField(null=True)),
                        ("alive_after_serious_abuse", models.BooleanField(null=True)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("mandatory", "A review must be arranged, section 44(1) to (3)"),
                                    ("discretionary", "A review is arranged, section 44(4)"),
                                    ("no_review", "No review"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True)),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        (
                            "concern",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="casework.safeguardingconcern",
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
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_referrals",
                                to="casework.person",
                            ),
                        ),
                        (
                            "referred_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "due_on", "id"], name="review_referrals_by_their_day")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("decided_on__isnull", True),
                                        ("decision", ""),
                                        ("due_on__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(("decision", ""), _negated=True),
                                        ("decided_by__isnull", False),
                                        ("decided_on__isnull", False),
                                        ("due_on__isnull", True),
                                        models.Q(("reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_review_decided_says_when_by_whom_and_why",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafeguardingClosure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "asked_at_end",
                            models.CharField(
                                choices=[
                                    ("expressed", "They were asked, and said what they want"),
                                    ("none_expressed", "They were asked, and named no outcome"),
                                    ("not_asked", "They could not be asked"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("what_they_said", models.TextField(blank=True)),
                        ("not_asked_at_end_because", models.TextField(blank=True)),
                        (
                            "risk",
                            models.CharField(
                                choices=[
                                    ("removed", "The risk is removed"),
                                    ("reduced", "The risk is reduced"),
                                    ("remains", "The risk remains"),
                                    ("none_found", "No risk was found"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("risk_left", models.TextField()),
                        ("closed_on", models.DateField()),
                        (
                            "closed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "concern",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closure",
                                to="casework.safeguardingconcern",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("asked_at_end", "not_asked"), _negated=True),
                                    models.Q(("not_asked_at_end_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="whoever_was_not_asked_at_the_end_has_the_reason_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("risk_left", ""), _negated=True),
                                name="a_closed_concern_says_what_risk_is_left",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafeguardingEnquiry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("scope", models.TextField()),
                        ("due_on", models.DateField()),
                        ("is_of_those_complained_of", models.BooleanField(default=False)),
                        ("despite_that_because", models.TextField(blank=True)),
                        ("caused_on", models.DateField()),
                        ("findings", models.TextField(blank=True)),
                        (
                            "conclusion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("substantiated", "Fully substantiated"),
                                    ("partly_substantiated", "Partly substantiated"),
                                    ("inconclusive", "Inconclusive"),
                                    ("not_substantiated", "Not substantiated"),
                                    ("ceased", "Ceased at the person’s request"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reported_on", models.DateField(blank=True, null=True)),
                        ("live", models.BooleanField(default=True)),
                        (
                            "caused_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enquiries",
                                to="casework.safeguardingconcern",
                            ),
                        ),
                        (
                            "enquirer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="safeguarding_enquiries",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="safeguarding_enquiries",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("live", True)),
                                fields=["enquirer", "due_on"],
                                name="live_enquiries_of_a_worker",
                            ),
                            models.Index(
                                condition=models.Q(("live", True)),
                                fields=["organisation", "due_on"],
                                name="live_enquiries_of_organisation",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("live", True)),
                                fields=("concern",),
                                name="one_live_enquiry_into_a_concern",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_of_those_complained_of", False),
                                    models.Q(("despite_that_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_complained_of_enquires_without_a_recorded_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("caused_on"))),
                                name="an_enquiry_falls_due_later",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reported_by__isnull", True), ("reported_on__isnull", True)),
                                    models.Q(
                                        ("reported_by__isnull", False),
                                        ("reported_on__isnull", False),
                                        models.Q(("findings", ""), _negated=True),
                                        models.Q(("conclusion", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_enquiry_reported_has_findings_and_a_conclusion",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThresholdDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("has_needs", models.BooleanField()),
                        ("is_at_risk", models.BooleanField()),
                        ("cannot_protect_themselves", models.BooleanField()),
                        (
                            "decision",
                            models.CharField(
                                choices=[
                                    ("enquire", "Enquiries must be made, section 42(2)"),
                                    ("other_enquiry", "The duty does not arise; the council enquires all the same"),
                                    ("screen_out", "Screened out: no enquiry"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("reasons", models.TextField()),
                        ("advice", models.TextField(blank=True)),
                        ("decided_on", models.DateField()),
                        (
                            "concern",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="threshold",
                                to="casework.safeguardingconcern",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cannot_protect_themselves", True),
                                        ("decision", "enquire"),
                                        ("has_needs", True),
                                        ("is_at_risk", True),
                                    ),
                                    models.Q(
                                        ("decision__in", ("other_enquiry", "screen_out")),
                                        models.Q(
                                            ("cannot_protect_themselves", True),
                                            ("has_needs", True),
                                            ("is_at_risk", True),
                                            _negated=True,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="enquiries_must_be_made_where_all_three_limbs_are_met",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True),
                                name="a_threshold_decision_has_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", "screen_out"), _negated=True),
                                    models.Q(("advice", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_concern_screened_out_comes_with_advice",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafeguardingScrutiny",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[("accepted", "Accepted"), ("sent_back", "Sent back for more")], max_length=10
                            ),
                        ),
                        ("reasons", models.TextField()),
                        ("action", models.TextField(blank=True)),
                        ("action_by_whom", models.CharField(blank=True, max_length=200)),
                        ("scrutinised_on", models.DateField()),
                        (
                            "enquiry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scrutinies",
                                to="casework.safeguardingenquiry",
                            ),
                        ),
                        (
                            "scrutinised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True), name="scrutiny_has_reasons"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("result", "sent_back"),
                                    models.Q(
                                        models.Q(("action", ""), _negated=True),
                                        models.Q(("action_by_whom", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="findings_accepted_say_what_action_and_by_whom",
                            ),
                        ],
                    },
                ),
            ],
        ),
        delegation.whole_tables.AlterTable(
            steps=[
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="about",
                    field=models.CharField(
                        choices=[
                            ("not_known", "Not yet known"),
                            ("organisation", "An organisation, or somebody who works for it"),
                            ("named_person", "Another person"),
                            ("nobody_else", "Nobody else: self-neglect"),
                        ],
                        default="not_known",
                        max_length=12,
                    ),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="about_organisation",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegation.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="about_whom",
                    field=models.CharField(blank=True, max_length=200),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="asked_at_start",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("expressed", "They were asked, and said what they want"),
                            ("none_expressed", "They were asked, and named no outcome"),
                            ("not_asked", "They could not be asked"),
                        ],
                        max_length=16,
                    ),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="asked_at_start_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="asked_at_start_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="due_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="not_asked_at_start_because",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="state",
                    field=models.CharField(
                        choices=[
                            ("awaiting_threshold", "Threshold to decide"),
                            ("screened_out", "Screened out"),
                            ("awaiting_enquiry", "Enquiry to cause"),
                            ("under_enquiry", "Under enquiry"),
                            ("awaiting_scrutiny", "Outcome to scrutinise"),
                            ("awaiting_closure", "To be closed"),
                            ("closed", "Closed"),
                        ],
                        default="awaiting_threshold",
                        max_length=20,
                    ),
                ),
                migrations.AddField(
                    model_name="historicalsafeguardingconcern",
                    name="told_on",
                    field=models.DateField(null=True),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="about",
                    field=models.CharField(
                        choices=[
                            ("not_known", "Not yet known"),
                            ("organisation", "An organisation, or somebody who works for it"),
                            ("named_person", "Another person"),
                            ("nobody_else", "Nobody else: self-neglect"),
                        ],
                        default="not_known",
                        max_length=12,
                    ),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="about_organisation",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerns_about_it",
                        to="delegation.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="about_whom",
                    field=models.CharField(blank=True, max_length=200),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="asked_at_start",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("expressed", "They were asked, and said what they want"),
                            ("none_expressed", "They were asked, and named no outcome"),
                            ("not_asked", "They could not be asked"),
                        ],
                        max_length=16,
                    ),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="asked_at_start_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="asked_at_start_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="due_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="not_asked_at_start_because",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="state",
                    field=models.CharField(
                        choices=[
                            ("awaiting_threshold", "Threshold to decide"),
                            ("screened_out", "Screened out"),
                            ("awaiting_enquiry", "Enquiry to cause"),
                            ("under_enquiry", "Under enquiry"),
                            ("awaiting_scrutiny", "Outcome to scrutinise"),
                            ("awaiting_closure", "To be closed"),
                            ("closed", "Closed"),
                        ],
                        default="awaiting_threshold",
                        max_length=20,
                    ),
                ),
                migrations.AddField(
                    model_name="safeguardingconcern",
                    name="told_on",
                    field=models.DateField(null=True),
                ),
                migrations.AddIndex(
                    model_name="safeguardingconcern",
                    index=models.Index(
                        condition=models.Q(("due_on__isnull", False)),
                        fields=["council", "due_on", "id"],
                        name="open_concerns_by_their_day",
                    ),
                ),
                migrations.AddIndex(
                    model_name="safeguardingconcern",
                    index=models.Index(
                        condition=models.Q(("due_on", None)),
                        fields=["council", "-id"],
                        name="ended_concerns_newest_first",
                    ),
                ),
            ],
        ),
        migrations.RunPython(
            code=let_concerns_fall_due,
            reverse_code=django.db.migrations.operations.special.RunPython.noop,
        ),
        delegation.whole_tables.AlterTable(
            steps=[
                migrations.AlterField(
                    model_name="safeguardingconcern",
                    name="told_on",
                    field=models.DateField(),
                ),
                migrations.AlterField(
                    model_name="historicalsafeguardingconcern",
                    name="told_on",
                    field=models.DateField(),
                ),
                migrations.AddConstraint(
                    model_name="safeguardingconcern",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_on__isnull", True), ("state__in", ("screened_out", "closed"))),
                            models.Q(
                                models.Q(("state__in", ("screened_out", "closed")), _negated=True),
                                ("due_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_concern_falls_due_until_it_is_ended",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="safeguardingconcern",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("about__in", ("not_known", "nobody_else")),
                                ("about_organisation__isnull", True),
                                ("about_whom", ""),
                            ),
                            models.Q(
                                ("about__in", ("organisation", "named_person")),
                                models.Q(
                                    ("about_organisation__isnull", False),
                                    models.Q(("about_whom", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="a_concern_about_somebody_says_about_whom",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="safeguardingconcern",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked_at_start", "not_asked"), _negated=True),
                            models.Q(("not_asked_at_start_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="whoever_was_not_asked_has_the_reason_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="safeguardingconcern",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("asked_at_start", ""),
                                ("asked_at_start_by__isnull", True),
                                ("asked_at_start_on__isnull", True),
                            ),
                            models.Q(
                                models.Q(("asked_at_start", ""), _negated=True),
                                ("asked_at_start_by__isnull", False),
                                ("asked_at_start_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="whoever_was_asked_was_asked_by_somebody_on_a_day",
                    ),
                ),
            ],
        ),
    ]
