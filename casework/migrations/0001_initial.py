import django.db.models.deletion
import django.db.models.expressions
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import casework.code_lists
import casework.outcomes
import casework.way
import delegation.whole_tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("delegation", "0002_register_append_only"),
        ("delegation", "__first__"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("viewflow", "0015_task_scheduled"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "council_identifier",
                            models.CharField(blank=True, max_length=40, verbose_name="council's own identifier"),
                        ),
                        ("nhs_number", models.CharField(blank=True, max_length=10, verbose_name="NHS number")),
                        ("first_name", models.CharField(max_length=100)),
                        ("last_name", models.CharField(max_length=100)),
                        ("preferred_name", models.CharField(blank=True, max_length=100)),
                        ("search_name", models.CharField(max_length=201)),
                        ("search_first_name", models.CharField(max_length=201)),
                        ("date_of_birth", models.DateField()),
                        ("date_of_death", models.DateField(blank=True, null=True)),
                        ("moved_away_on", models.DateField(blank=True, null=True)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        ("communication_needs", models.TextField(blank=True)),
                        (
                            "gp_practice_name",
                            models.CharField(blank=True, max_length=200, verbose_name="GP practice name"),
                        ),
                        (
                            "gp_practice_code",
                            models.CharField(blank=True, max_length=10, verbose_name="GP practice code"),
                        ),
                        ("gender", models.CharField(choices=casework.code_lists.genders, max_length=20)),
                        ("ethnicity", models.CharField(choices=casework.code_lists.ethnicities, max_length=120)),
                        ("client_type", models.CharField(choices=casework.code_lists.client_types, max_length=60)),
                        (
                            "primary_support_reason",
                            models.CharField(
                                blank=True, choices=casework.code_lists.primary_support_reasons, max_length=80
                            ),
                        ),
                        (
                            "accommodation_status",
                            models.CharField(choices=casework.code_lists.accommodation_statuses, max_length=100),
                        ),
                        (
                            "employment_status",
                            models.CharField(
                                blank=True, choices=casework.code_lists.employment_statuses, max_length=80
                            ),
                        ),
                        (
                            "has_unpaid_carer",
                            models.CharField(choices=casework.code_lists.unpaid_carer_answers, max_length=10),
                        ),
                        (
                            "autism",
                            models.CharField(
                                blank=True,
                                choices=casework.code_lists.asd_answers,
                                max_length=40,
                                verbose_name="autism spectrum disorder",
                            ),
                        ),
                        (
                            "visual_impairment",
                            models.CharField(blank=True, choices=casework.code_lists.visual_impairments, max_length=60),
                        ),
                        (
                            "hearing_impairment",
                            models.CharField(
                                blank=True, choices=casework.code_lists.hearing_impairments, max_length=60
                            ),
                        ),
                        (
                            "dementia",
                            models.CharField(blank=True, choices=casework.code_lists.dementia_answers, max_length=40),
                        ),
                        (
                            "client_funding_status",
                            models.CharField(
                                blank=True, choices=casework.code_lists.client_funding_statuses, max_length=60
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False)),
                        ("restricted_because", models.TextField(blank=True)),
                    ],
                    options={
                        "permissions": [("read_restricted_record", "Can read this restricted record")],
                        "indexes": [
                            models.Index(
                                fields=["provider", "search_name"],
                                name="people_of_a_provider_by_name",
                                opclasses=["int8_ops", "varchar_pattern_ops"],
                            ),
                            models.Index(
                                fields=["provider", "search_first_name"],
                                name="people_by_first_name",
                                opclasses=["int8_ops", "varchar_pattern_ops"],
                            ),
                            models.Index(
                                condition=models.Q(("nhs_number", ""), _negated=True),
                                fields=["nhs_number"],
                                name="people_by_nhs_number",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("nhs_number", ""), _negated=True),
                                fields=("council", "nhs_number"),
                                name="an_nhs_number_names_one_person_in_a_council",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("council_identifier", ""), _negated=True),
                                fields=("council", "council_identifier"),
                                name="a_council_identifier_names_one_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nhs_number", ""), ("nhs_number__regex", "^[0-9]{10}$"), _connector="OR"
                                ),
                                name="nhs_number_has_ten_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_of_death__isnull", True),
                                    ("date_of_death__gte", models.F("date_of_birth")),
                                    _connector="OR",
                                ),
                                name="nobody_dies_before_birth",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("restricted", False),
                                    models.Q(("restricted_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_restricted_record_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("last_name", ""), _negated=True), name="a_person_has_a_last_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPerson",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "council_identifier",
                            models.CharField(blank=True, max_length=40, verbose_name="council's own identifier"),
                        ),
                        ("nhs_number", models.CharField(blank=True, max_length=10, verbose_name="NHS number")),
                        ("first_name", models.CharField(max_length=100)),
                        ("last_name", models.CharField(max_length=100)),
                        ("preferred_name", models.CharField(blank=True, max_length=100)),
                        ("search_name", models.CharField(max_length=201)),
                        ("search_first_name", models.CharField(max_length=201)),
                        ("date_of_birth", models.DateField()),
                        ("date_of_death", models.DateField(blank=True, null=True)),
                        ("moved_away_on", models.DateField(blank=True, null=True)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        ("communication_needs", models.TextField(blank=True)),
                        (
                            "gp_practice_name",
                            models.CharField(blank=True, max_length=200, verbose_name="GP practice name"),
                        ),
                        (
                            "gp_practice_code",
                            models.CharField(blank=True, max_length=10, verbose_name="GP practice code"),
                        ),
                        ("gender", models.CharField(choices=casework.code_lists.genders, max_length=20)),
                        ("ethnicity", models.CharField(choices=casework.code_lists.ethnicities, max_length=120)),
                        ("client_type", models.CharField(choices=casework.code_lists.client_types, max_length=60)),
                        (
                            "primary_support_reason",
                            models.CharField(
                                blank=True, choices=casework.code_lists.primary_support_reasons, max_length=80
                            ),
                        ),
                        (
                            "accommodation_status",
                            models.CharField(choices=casework.code_lists.accommodation_statuses, max_length=100),
                        ),
                        (
                            "employment_status",
                            models.CharField(
                                blank=True, choices=casework.code_lists.employment_statuses, max_length=80
                            ),
                        ),
                        (
                            "has_unpaid_carer",
                            models.CharField(choices=casework.code_lists.unpaid_carer_answers, max_length=10),
                        ),
                        (
                            "autism",
                            models.CharField(
                                blank=True,
                                choices=casework.code_lists.asd_answers,
                                max_length=40,
                                verbose_name="autism spectrum disorder",
                            ),
                        ),
                        (
                            "visual_impairment",
                            models.CharField(blank=True, choices=casework.code_lists.visual_impairments, max_length=60),
                        ),
                        (
                            "hearing_impairment",
                            models.CharField(
                                blank=True, choices=casework.code_lists.hearing_impairments, max_length=60
                            ),
                        ),
                        (
                            "dementia",
                            models.CharField(blank=True, choices=casework.code_lists.dementia_answers, max_length=40),
                        ),
                        (
                            "client_funding_status",
                            models.CharField(
                                blank=True, choices=casework.code_lists.client_funding_statuses, max_length=60
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False)),
                        ("restricted_because", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
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
                            "provider",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical person",
                        "verbose_name_plural": "historical persons",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PersonUserObjectPermission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "permission",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission"),
                        ),
                        (
                            "user",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "content_object",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="casework.person"),
                        ),
                    ],
                    options={
                        "unique_together": {("user", "permission", "content_object")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="CarerLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "carer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cares_for",
                                to="casework.person",
                            ),
                        ),
                        (
                            "cared_for",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="carers", to="casework.person"
                            ),
                        ),
                        ("relationship", models.CharField(max_length=60)),
                        ("hours_a_week", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("carer", models.F("cared_for")), _negated=True),
                                name="nobody_is_their_own_carer",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("carer", "cared_for"),
                                name="a_carer_is_linked_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="caring_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hours_a_week__isnull", True), ("hours_a_week__lte", 168), _connector="OR"
                                ),
                                name="a_week_has_168_hours",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="casework.person",
                            ),
                        ),
                        ("made_on", models.DateField()),
                        ("made_by", models.CharField(max_length=100, verbose_name="who made contact")),
                        (
                            "route_of_access",
                            models.CharField(choices=casework.code_lists.routes_of_access, max_length=60),
                        ),
                        ("summary", models.TextField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("information_and_advice", "Information and advice"),
                                    ("immediate_support", "Immediate support"),
                                    ("clinic", "Clinic"),
                                    ("assessment", "Assessment"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("directory_entry", models.CharField(blank=True, max_length=200)),
                        ("outcome_detail", models.TextField(blank=True)),
                        ("safeguarding_concern", models.BooleanField(default=False)),
                        ("recorded_at", models.DateTimeField()),
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
                        "indexes": [models.Index(fields=["provider", "made_on"], name="contacts_of_a_provider_by_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "information_and_advice"), _negated=True),
                                    models.Q(("directory_entry", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="information_and_advice_names_a_directory_entry",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCarerLink",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("relationship", models.CharField(max_length=60)),
                        ("hours_a_week", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "carer",
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
                            "cared_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.person",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical carer link",
                        "verbose_name_plural": "historical carer links",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalContact",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("made_on", models.DateField()),
                        ("made_by", models.CharField(max_length=100, verbose_name="who made contact")),
                        (
                            "route_of_access",
                            models.CharField(choices=casework.code_lists.routes_of_access, max_length=60),
                        ),
                        ("summary", models.TextField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("information_and_advice", "Information and advice"),
                                    ("immediate_support", "Immediate support"),
                                    ("clinic", "Clinic"),
                                    ("assessment", "Assessment"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("directory_entry", models.CharField(blank=True, max_length=200)),
                        ("outcome_detail", models.TextField(blank=True)),
                        ("safeguarding_concern", models.BooleanField(default=False)),
                        ("recorded_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
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
                            "provider",
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
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical contact",
                        "verbose_name_plural": "historical contacts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SafeguardingConcern",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="safeguarding_concerns",
                                to="casework.person",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="safeguarding_concerns",
                                to="casework.contact",
                            ),
                        ),
                        ("concern", models.TextField()),
                        ("raised_at", models.DateTimeField()),
                        (
                            "raised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("seen_at", models.DateTimeField(null=True)),
                        (
                            "seen_by",
                            models.ForeignKey(
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
                                condition=models.Q(("seen_at__isnull", True)),
                                fields=["council", "raised_at"],
                                name="concerns_not_yet_seen",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("seen_at__isnull", True), ("seen_by__isnull", True)),
                                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_concern_seen_names_who_saw_it",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("kind", models.CharField(choices=[("adult", "Adult"), ("carer", "Carer")], max_length=6)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="casework.person",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="casework.contact",
                            ),
                        ),
                        (
                            "assessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("completed_on", models.DateField()),
                        (
                            "assessment_type",
                            models.CharField(choices=casework.code_lists.assessment_types, max_length=40),
                        ),
                        ("method", models.CharField(choices=casework.code_lists.methods_of_assessment, max_length=60)),
                        ("wellbeing", models.TextField(blank=True)),
                        ("desired_outcomes", models.TextField(blank=True)),
                        ("involvement", models.TextField(blank=True)),
                        ("other_help", models.TextField(blank=True)),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("has_capacity", "Has capacity for the decisions of this assessment"),
                                    ("lacks_capacity", "Lacks capacity for a decision of this assessment"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("capacity_decision", models.TextField(blank=True)),
                        ("best_interests", models.TextField(blank=True)),
                        (
                            "advocacy",
                            models.CharField(
                                choices=[
                                    ("not_needed", "Not needed"),
                                    ("needed", "Needed, not yet instructed"),
                                    ("instructed", "Instructed"),
                                    ("declined", "Declined"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("advocacy_note", models.TextField(blank=True)),
                        (
                            "refusal",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not refused"),
                                    ("ends_the_duty", "Refused: the duty ends"),
                                    (
                                        "best_interests",
                                        "Refused: lacks capacity and the assessment is in their best interests",
                                    ),
                                    ("abuse_or_neglect", "Refused: experiencing or at risk of abuse or neglect"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("continuing_healthcare_referral", models.BooleanField(default=False)),
                        ("carer_willing", models.BooleanField(null=True)),
                        ("carer_able", models.BooleanField(null=True)),
                        ("carer_note", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
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
                                condition=models.Q(("completed_on__gte", models.F("started_on"))),
                                name="an_assessment_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "carer"), _negated=True),
                                    models.Q(("refusal", ""), _negated=True),
                                    models.Q(("carer_able__isnull", False), ("carer_willing__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_carer_assessment_says_willing_and_able",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("capacity", "lacks_capacity"), _negated=True),
                                    models.Q(("capacity_decision", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="lacking_capacity_names_the_decision",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSafeguardingConcern",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("concern", models.TextField()),
                        ("raised_at", models.DateTimeField()),
                        ("seen_at", models.DateTimeField(null=True)),
                        ("history_change_reason", models.TextField(null=True)),
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
                            "provider",
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.contact",
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
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical safeguarding concern",
                        "verbose_name_plural": "historical safeguarding concerns",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAssessment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("kind", models.CharField(choices=[("adult", "Adult"), ("carer", "Carer")], max_length=6)),
                        ("started_on", models.DateField()),
                        ("completed_on", models.DateField()),
                        (
                            "assessment_type",
                            models.CharField(choices=casework.code_lists.assessment_types, max_length=40),
                        ),
                        ("method", models.CharField(choices=casework.code_lists.methods_of_assessment, max_length=60)),
                        ("wellbeing", models.TextField(blank=True)),
                        ("desired_outcomes", models.TextField(blank=True)),
                        ("involvement", models.TextField(blank=True)),
                        ("other_help", models.TextField(blank=True)),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("has_capacity", "Has capacity for the decisions of this assessment"),
                                    ("lacks_capacity", "Lacks capacity for a decision of this assessment"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("capacity_decision", models.TextField(blank=True)),
                        ("best_interests", models.TextField(blank=True)),
                        (
                            "advocacy",
                            models.CharField(
                                choices=[
                                    ("not_needed", "Not needed"),
                                    ("needed", "Needed, not yet instructed"),
                                    ("instructed", "Instructed"),
                                    ("declined", "Declined"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("advocacy_note", models.TextField(blank=True)),
                        (
                            "refusal",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not refused"),
                                    ("ends_the_duty", "Refused: the duty ends"),
                                    (
                                        "best_interests",
                                        "Refused: lacks capacity and the assessment is in their best interests",
                                    ),
                                    ("abuse_or_neglect", "Refused: experiencing or at risk of abuse or neglect"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("continuing_healthcare_referral", models.BooleanField(default=False)),
                        ("carer_willing", models.BooleanField(null=True)),
                        ("carer_able", models.BooleanField(null=True)),
                        ("carer_note", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
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
                            "provider",
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.contact",
                            ),
                        ),
                        (
                            "assessor",
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
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical assessment",
                        "verbose_name_plural": "historical assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AssessedOutcome",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outcomes",
                                to="casework.assessment",
                            ),
                        ),
                        ("outcome", models.CharField(choices=casework.outcomes.outcome_choices, max_length=40)),
                        ("can_achieve", models.BooleanField()),
                        ("unable_because", models.JSONField(default=list)),
                        ("wellbeing_impact", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "outcome"), name="an_outcome_is_answered_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Need",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs",
                                to="casework.assessment",
                            ),
                        ),
                        ("need_key", models.CharField(max_length=12)),
                        ("outcome", models.CharField(choices=casework.outcomes.outcome_choices, max_length=40)),
                        ("description", models.TextField()),
                        ("eligible", models.BooleanField(null=True)),
                        ("how_far", models.TextField(blank=True, verbose_name="how far it meets the criteria")),
                        ("met_otherwise_because", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "need_key"), name="a_need_has_one_key_in_its_assessment"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="EligibilityDetermination",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "assessment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="determination",
                                to="casework.assessment",
                            ),
                        ),
                        ("eligible", models.BooleanField()),
                        ("outcomes_counted", models.JSONField(default=list)),
                        (
                            "need_from_impairment",
                            models.BooleanField(verbose_name="the need arises as the regulations ask"),
                        ),
                        ("significant_effect", models.BooleanField(verbose_name="significant effect on wellbeing")),
                        (
                            "health_at_risk",
                            models.BooleanField(default=False, verbose_name="carer's health deteriorating or at risk"),
                        ),
                        ("reasons", models.TextField()),
                        (
                            "advice",
                            models.TextField(blank=True, verbose_name="advice on reducing and preventing needs"),
                        ),
                        ("determined_on", models.DateField()),
                        ("determined_at", models.DateTimeField()),
                        (
                            "determined_by",
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
                                condition=models.Q(("reasons", ""), _negated=True), name="a_determination_gives_reasons"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("eligible", True), models.Q(("advice", ""), _negated=True), _connector="OR"
                                ),
                                name="who_is_not_eligible_is_given_advice",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("eligible", False),
                                    models.Q(("need_from_impairment", True), ("significant_effect", True)),
                                    _connector="OR",
                                ),
                                name="eligible_means_a_significant_effect_on_wellbeing",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="SupportPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="casework.person"
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="casework.assessment",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="delegation.worker",
                            ),
                        ),
                        ("state", models.CharField(choices=casework.way.state_choices, default="draft", max_length=32)),
                        ("revision", models.PositiveIntegerField(default=1)),
                        ("sealed_version", models.PositiveIntegerField(default=0)),
                        ("lines_numbered", models.PositiveIntegerField(default=0)),
                        ("wellbeing_matters", models.TextField(blank=True)),
                        ("prevention_advice", models.TextField(blank=True)),
                        ("person_involvement", models.TextField(blank=True)),
                        ("carer_involvement", models.TextField(blank=True)),
                        ("others_involvement", models.TextField(blank=True)),
                        ("steps_to_agree", models.TextField(blank=True)),
                        ("agreed_on", models.DateField(blank=True, null=True)),
                        ("agreed_with", models.CharField(blank=True, max_length=200)),
                        ("copy_offered", models.BooleanField(default=False)),
                        ("agreed_content_hash", models.CharField(blank=True, max_length=64)),
                        (
                            "budget_total_weekly",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_adult_share_weekly",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_council_share_weekly",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_total_one_off",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_adult_share_one_off",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_council_share_one_off",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "direct_payment_amount",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "direct_payment_frequency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("weekly", "Weekly"),
                                    ("four_weekly", "Every four weeks"),
                                    ("monthly", "Monthly"),
                                    ("once", "Once"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("direct_payment_managed_by", models.CharField(blank=True, max_length=200)),
                        ("direct_payment_conditions", models.JSONField(blank=True, default=list)),
                        ("section_117_aftercare", models.BooleanField(default=False)),
                        ("continuing_healthcare", models.BooleanField(default=False)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("held_by", models.CharField(default="provider", max_length=8)),
                        ("held_since", models.DateField()),
                        ("provider_days", models.PositiveIntegerField(default=0)),
                        ("council_days", models.PositiveIntegerField(default=0)),
                        ("late_since", models.DateField(blank=True, null=True)),
                        ("funding_decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "funding_decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("their_reference", models.CharField(blank=True, max_length=64)),
                        ("import_hash", models.CharField(blank=True, max_length=64)),
                        ("prepared_at", models.DateTimeField()),
                        (
                            "prepared_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["worker", "state"], name="plans_of_a_worker_by_state"),
                            models.Index(fields=["provider", "state"], name="plans_of_a_provider_by_state"),
                            models.Index(fields=["council", "state"], name="plans_of_a_council_by_state"),
                            models.Index(
                                condition=models.Q(("review_on__isnull", False)),
                                fields=["review_on"],
                                name="plans_by_review_day",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "active",
                                            "agreed_with_person",
                                            "awaiting_change_decision",
                                            "awaiting_envelope_decision",
                                            "awaiting_funding_decision",
                                            "draft",
                                            "ended",
                                            "funded",
                                            "in_brokerage",
                                            "in_quality_assurance",
                                            "in_verification",
                                            "package_arranged",
                                            "quality_assured",
                                            "refused",
                                            "returned_to_provider",
                                            "submitted",
                                            "suspended",
                                            "under_review",
                                            "withdrawn",
                                        ],
                                    )
                                ),
                                name="plan_is_in_a_state_the_way_knows",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "state__in",
                                            [
                                                "active",
                                                "awaiting_change_decision",
                                                "awaiting_envelope_decision",
                                                "funded",
                                                "in_brokerage",
                                                "package_arranged",
                                                "suspended",
                                                "under_review",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("funding_decided_at__isnull", False), ("funding_decided_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="funded_plan_has_a_council_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("budget_adult_share_weekly__isnull", True),
                                        ("budget_council_share_weekly__isnull", True),
                                        ("budget_total_weekly__isnull", True),
                                    ),
                                    models.Q(
                                        ("budget_adult_share_weekly__isnull", False),
                                        ("budget_council_share_weekly__isnull", False),
                                        ("budget_total_weekly__isnull", False),
                                        (
                                            "budget_total_weekly__gt",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("budget_adult_share_weekly"),
                                                    "+",
                                                    models.F("budget_council_share_weekly"),
                                                ),
                                                "-",
                                                models.Value(0.005),
                                            ),
                                        ),
                                        (
                                            "budget_total_weekly__lt",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("budget_adult_share_weekly"),
                                                    "+",
                                                    models.F("budget_council_share_weekly"),
                                                ),
                                                "+",
                                                models.Value(0.005),
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="weekly_budget_is_adult_and_council_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("budget_adult_share_one_off__isnull", True),
                                        ("budget_council_share_one_off__isnull", True),
                                        ("budget_total_one_off__isnull", True),
                                    ),
                                    models.Q(
                                        ("budget_adult_share_one_off__isnull", False),
                                        ("budget_council_share_one_off__isnull", False),
                                        ("budget_total_one_off__isnull", False),
                                        (
                                            "budget_total_one_off__gt",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("budget_adult_share_one_off"),
                                                    "+",
                                                    models.F("budget_council_share_one_off"),
                                                ),
                                                "-",
                                                models.Value(0.005),
                                            ),
                                        ),
                                        (
                                            "budget_total_one_off__lt",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("budget_adult_share_one_off"),
                                                    "+",
                                                    models.F("budget_council_share_one_off"),
                                                ),
                                                "+",
                                                models.Value(0.005),
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="one_off_budget_is_adult_and_council_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("budget_adult_share_weekly__isnull", True),
                                        ("budget_adult_share_weekly__gte", 0),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("budget_council_share_weekly__isnull", True),
                                        ("budget_council_share_weekly__gte", 0),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("budget_adult_share_one_off__isnull", True),
                                        ("budget_adult_share_one_off__gte", 0),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("budget_council_share_one_off__isnull", True),
                                        ("budget_council_share_one_off__gte", 0),
                                        _connector="OR",
                                    ),
                                ),
                                name="no_share_of_a_budget_is_below_nought",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("held_by__in", ["provider", "council", "none"])),
                                name="plan_is_held_by_a_side_or_by_none",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("their_reference", ""), _negated=True),
                                fields=("provider", "their_reference"),
                                name="a_providers_reference_names_one_plan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "active",
                                            "agreed_with_person",
                                            "awaiting_change_decision",
                                            "awaiting_envelope_decision",
                                            "awaiting_funding_decision",
                                            "draft",
                                            "funded",
                                            "in_brokerage",
                                            "in_quality_assurance",
                                            "in_verification",
                                            "package_arranged",
                                            "quality_assured",
                                            "returned_to_provider",
                                            "submitted",
                                            "suspended",
                                            "under_review",
                                        ],
                                    )
                                ),
                                fields=("assessment",),
                                name="one_live_plan_for_an_assessment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAssessedOutcome",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("outcome", models.CharField(choices=casework.outcomes.outcome_choices, max_length=40)),
                        ("can_achieve", models.BooleanField()),
                        ("unable_because", models.JSONField(default=list)),
                        ("wellbeing_impact", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.assessment",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical assessed outcome",
                        "verbose_name_plural": "historical assessed outcomes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalNeed",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("need_key", models.CharField(max_length=12)),
                        ("outcome", models.CharField(choices=casework.outcomes.outcome_choices, max_length=40)),
                        ("description", models.TextField()),
                        ("eligible", models.BooleanField(null=True)),
                        ("how_far", models.TextField(blank=True, verbose_name="how far it meets the criteria")),
                        ("met_otherwise_because", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.assessment",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical need",
                        "verbose_name_plural": "historical needs",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEligibilityDetermination",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("eligible", models.BooleanField()),
                        ("outcomes_counted", models.JSONField(default=list)),
                        (
                            "need_from_impairment",
                            models.BooleanField(verbose_name="the need arises as the regulations ask"),
                        ),
                        ("significant_effect", models.BooleanField(verbose_name="significant effect on wellbeing")),
                        (
                            "health_at_risk",
                            models.BooleanField(default=False, verbose_name="carer's health deteriorating or at risk"),
                        ),
                        ("reasons", models.TextField()),
                        (
                            "advice",
                            models.TextField(blank=True, verbose_name="advice on reducing and preventing needs"),
                        ),
                        ("determined_on", models.DateField()),
                        ("determined_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.assessment",
                            ),
                        ),
                        (
                            "determined_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical eligibility determination",
                        "verbose_name_plural": "historical eligibility determinations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSupportPlan",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("state", models.CharField(choices=casework.way.state_choices, default="draft", max_length=32)),
                        ("revision", models.PositiveIntegerField(default=1)),
                        ("sealed_version", models.PositiveIntegerField(default=0)),
                        ("lines_numbered", models.PositiveIntegerField(default=0)),
                        ("wellbeing_matters", models.TextField(blank=True)),
                        ("prevention_advice", models.TextField(blank=True)),
                        ("person_involvement", models.TextField(blank=True)),
                        ("carer_involvement", models.TextField(blank=True)),
                        ("others_involvement", models.TextField(blank=True)),
                        ("steps_to_agree", models.TextField(blank=True)),
                        ("agreed_on", models.DateField(blank=True, null=True)),
                        ("agreed_with", models.CharField(blank=True, max_length=200)),
                        ("copy_offered", models.BooleanField(default=False)),
                        ("agreed_content_hash", models.CharField(blank=True, max_length=64)),
                        (
                            "budget_total_weekly",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_adult_share_weekly",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_council_share_weekly",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_total_one_off",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_adult_share_one_off",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "budget_council_share_one_off",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "direct_payment_amount",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        (
                            "direct_payment_frequency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("weekly", "Weekly"),
                                    ("four_weekly", "Every four weeks"),
                                    ("monthly", "Monthly"),
                                    ("once", "Once"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("direct_payment_managed_by", models.CharField(blank=True, max_length=200)),
                        ("direct_payment_conditions", models.JSONField(blank=True, default=list)),
                        ("section_117_aftercare", models.BooleanField(default=False)),
                        ("continuing_healthcare", models.BooleanField(default=False)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("held_by", models.CharField(default="provider", max_length=8)),
                        ("held_since", models.DateField()),
                        ("provider_days", models.PositiveIntegerField(default=0)),
                        ("council_days", models.PositiveIntegerField(default=0)),
                        ("late_since", models.DateField(blank=True, null=True)),
                        ("funding_decided_at", models.DateTimeField(blank=True, null=True)),
                        ("their_reference", models.CharField(blank=True, max_length=64)),
                        ("import_hash", models.CharField(blank=True, max_length=64)),
                        ("prepared_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
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
                            "provider",
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
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.assessment",
                            ),
                        ),
                        (
                            "worker",
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
                            "funding_decided_by",
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
                            "prepared_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical support plan",
                        "verbose_name_plural": "historical support plans",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlannedSupport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="casework.supportplan",
                            ),
                        ),
                        ("line_key", models.CharField(max_length=12)),
                        (
                            "need",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="casework.need"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("universal", "Universal service"),
                                    ("friends_and_family", "Friends and family"),
                                    ("voluntary", "Voluntary organisation"),
                                    ("commissioned", "Commissioned by the council"),
                                    ("direct_payment", "Direct payment"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "service_component",
                            models.CharField(blank=True, choices=casework.code_lists.service_components, max_length=80),
                        ),
                        ("description", models.TextField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("weekly", "Weekly"), ("one_off", "One-off")], default="weekly", max_length=8
                            ),
                        ),
                        ("quantity", models.DecimalField(decimal_places=2, max_digits=8)),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("hour", "Hour"),
                                    ("day", "Day"),
                                    ("session", "Session"),
                                    ("week", "Week"),
                                    ("item", "Item"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("unit_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("weekly_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("starts_on", models.DateField()),
                        ("planned_weeks", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "line_key"), name="a_line_has_one_key_in_its_plan"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("one_off_cost__gte", 0),
                                    ("quantity__gt", 0),
                                    ("unit_cost__gte", 0),
                                    ("weekly_cost__gte", 0),
                                ),
                                name="a_line_has_a_quantity_and_no_cost_below_nought",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "weekly"), ("one_off_cost", 0)),
                                    models.Q(("kind", "one_off"), ("weekly_cost", 0)),
                                    _connector="OR",
                                ),
                                name="a_line_is_weekly_or_one_off",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("how__in", ["commissioned", "direct_payment"]),
                                    models.Q(("one_off_cost", 0), ("unit_cost", 0), ("weekly_cost", 0)),
                                    _connector="OR",
                                ),
                                name="only_support_the_council_pays_for_has_a_cost",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("planned_weeks__isnull", True), ("planned_weeks__gte", 1), _connector="OR"
                                ),
                                name="planned_weeks_are_at_least_one",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="PlanHand",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hands",
                                to="casework.supportplan",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "hand",
                            models.CharField(
                                choices=[
                                    ("author", "author"),
                                    ("amender", "amender"),
                                    ("quality_assurer", "quality_assurer"),
                                    ("verifier", "verifier"),
                                    ("decider", "decider"),
                                    ("broker", "broker"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("first_on", models.DateField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "worker", "hand"), name="a_hand_is_written_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "hand__in",
                                        ("author", "amender", "quality_assurer", "verifier", "decider", "broker"),
                                    )
                                ),
                                name="a_hand_is_one_the_way_knows",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="PlanVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="casework.supportplan",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("sealed_at", models.DateTimeField()),
                        (
                            "sealed_by",
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
                                fields=("plan", "number"), name="a_version_is_numbered_once_in_its_plan"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlannedSupport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("line_key", models.CharField(max_length=12)),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("universal", "Universal service"),
                                    ("friends_and_family", "Friends and family"),
                                    ("voluntary", "Voluntary organisation"),
                                    ("commissioned", "Commissioned by the council"),
                                    ("direct_payment", "Direct payment"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "service_component",
                            models.CharField(blank=True, choices=casework.code_lists.service_components, max_length=80),
                        ),
                        ("description", models.TextField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("weekly", "Weekly"), ("one_off", "One-off")], default="weekly", max_length=8
                            ),
                        ),
                        ("quantity", models.DecimalField(decimal_places=2, max_digits=8)),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("hour", "Hour"),
                                    ("day", "Day"),
                                    ("session", "Session"),
                                    ("week", "Week"),
                                    ("item", "Item"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("unit_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("weekly_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("starts_on", models.DateField()),
                        ("planned_weeks", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
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
                            "need",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.need",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical planned support",
                        "verbose_name_plural": "historical planned supports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
