import django.db.models.deletion
import django.db.models.expressions
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import casework.code_lists
import casework.outcomes
import casework.way
import delegation.append_only
import delegation.whole_tables


class Migration(migrations.Migration):
    replaces = [
        ("casework", "0001_initial"),
        ("casework", "0002_sealed_versions_stay_as_they_are"),
        ("casework", "0003_safeguarding"),
        ("casework", "0004_dols_and_charging"),
        ("casework", "0005_information"),
        ("casework", "0006_co_operation"),
        ("casework", "0007_guardianship"),
        ("casework", "0008_guardianship_by_absence_and_death"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("delegation", "0002_tables"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("viewflow", "0015_task_scheduled"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="ChargingPolicy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("from_day", models.DateField()),
                        ("choices_made", models.TextField()),
                        ("drafted_at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by_decision", models.CharField(blank=True, max_length=300)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_because", models.TextField(blank=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
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
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("council", "number"), name="a_charging_policy_is_numbered_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("approved_at__isnull", False)),
                                fields=("council", "from_day"),
                                name="one_charging_policy_is_in_force_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_at__isnull", True),
                                        ("approved_by__isnull", True),
                                        ("approved_by_decision", ""),
                                    ),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("approved_by__isnull", False),
                                        models.Q(("approved_by_decision", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_approved_charging_policy_names_the_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_because", ""),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("approved_at__isnull", True),
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("withdrawn_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_draft_charging_policy_is_withdrawn",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DolsAssessor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("employer_name", models.CharField(blank=True, max_length=200)),
                        (
                            "profession",
                            models.CharField(
                                choices=[
                                    ("doctor", "Doctor"),
                                    ("social_worker", "Social worker"),
                                    ("nurse", "Nurse"),
                                    ("occupational_therapist", "Occupational therapist"),
                                    ("psychologist", "Psychologist"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("registered_on", models.DateField()),
                        ("insured_until", models.DateField()),
                        ("certificate_on", models.DateField(verbose_name="criminal record certificate of")),
                        ("training_on", models.DateField(verbose_name="approved training completed on")),
                        (
                            "further_training_on",
                            models.DateField(blank=True, null=True, verbose_name="further training last on"),
                        ),
                        (
                            "section_12_until",
                            models.DateField(blank=True, null=True, verbose_name="approved under section 12 until"),
                        ),
                        ("has_special_experience", models.BooleanField(default=False)),
                        (
                            "is_amhp",
                            models.BooleanField(default=False, verbose_name="approved mental health professional"),
                        ),
                        ("suspended_on", models.DateField(blank=True, null=True)),
                        ("entered_at", models.DateTimeField()),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["council", "name"], name="dols_assessors_of_a_council")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="a_dols_assessor_has_a_name"
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
                    name="HistoricalChargingPolicy",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("number", models.PositiveIntegerField()),
                        ("from_day", models.DateField()),
                        ("choices_made", models.TextField()),
                        ("drafted_at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by_decision", models.CharField(blank=True, max_length=300)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_because", models.TextField(blank=True)),
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
                            "drafted_by",
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
                            "withdrawn_by",
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
                        "verbose_name": "historical charging policy",
                        "verbose_name_plural": "historical charging policys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDolsAssessor",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("name", models.CharField(max_length=200)),
                        ("employer_name", models.CharField(blank=True, max_length=200)),
                        (
                            "profession",
                            models.CharField(
                                choices=[
                                    ("doctor", "Doctor"),
                                    ("social_worker", "Social worker"),
                                    ("nurse", "Nurse"),
                                    ("occupational_therapist", "Occupational therapist"),
                                    ("psychologist", "Psychologist"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("registered_on", models.DateField()),
                        ("insured_until", models.DateField()),
                        ("certificate_on", models.DateField(verbose_name="criminal record certificate of")),
                        ("training_on", models.DateField(verbose_name="approved training completed on")),
                        (
                            "further_training_on",
                            models.DateField(blank=True, null=True, verbose_name="further training last on"),
                        ),
                        (
                            "section_12_until",
                            models.DateField(blank=True, null=True, verbose_name="approved under section 12 until"),
                        ),
                        ("has_special_experience", models.BooleanField(default=False)),
                        (
                            "is_amhp",
                            models.BooleanField(default=False, verbose_name="approved mental health professional"),
                        ),
                        ("suspended_on", models.DateField(blank=True, null=True)),
                        ("entered_at", models.DateTimeField()),
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
                            "employer",
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
                            "entered_by",
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
                    ],
                    options={
                        "verbose_name": "historical dols assessor",
                        "verbose_name_plural": "historical dols assessors",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                    ],
                    options={
                        "verbose_name": "historical person",
                        "verbose_name_plural": "historical persons",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
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
                    name="ChargingFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                choices=[
                                    (
                                        "minimum_income_guarantee_pension_age",
                                        "Minimum income guarantee: single, of pension age",
                                    ),
                                    (
                                        "minimum_income_guarantee_working_age",
                                        "Minimum income guarantee: single, of working age",
                                    ),
                                    ("minimum_income_guarantee_couple", "Minimum income guarantee: one of a couple"),
                                    ("disposable_income_share", "Share of the disposable income that is charged"),
                                    ("lower_capital_limit", "Lower capital limit"),
                                    ("upper_capital_limit", "Upper capital limit"),
                                    (
                                        "capital_for_each_pound",
                                        "Capital above the lower limit that counts as one pound a week",
                                    ),
                                    (
                                        "standard_disability_expenditure",
                                        "Disability-related expenditure allowed without receipts",
                                    ),
                                    ("smallest_charge", "Smallest charge that is collected"),
                                    ("charges_carers", "Carers are charged for their own support (1) or not (0)"),
                                    (
                                        "working_days_to_decide",
                                        "Working days in which the council decides a charge worked out",
                                    ),
                                ],
                                max_length=60,
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("source", models.TextField()),
                        (
                            "policy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figures",
                                to="casework.chargingpolicy",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("policy", "key"), name="a_policy_has_each_figure_once"),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="a_figure_of_charging_has_a_source",
                            ),
                        ],
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
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    name="DolsRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Assessors to select"),
                                    ("assessing", "Being assessed"),
                                    ("assessed", "Waiting for the decision"),
                                    ("granted", "Authorised"),
                                    ("refused", "Refused"),
                                    ("under_review", "Under review"),
                                    ("suspended", "Suspended"),
                                    ("ended", "Ended"),
                                ],
                                default="received",
                                max_length=16,
                            ),
                        ),
                        (
                            "setting",
                            models.CharField(
                                choices=[("care_home", "Care home"), ("hospital", "Hospital")], max_length=12
                            ),
                        ),
                        ("hospital_name", models.CharField(blank=True, max_length=200)),
                        ("received_on", models.DateField()),
                        ("circumstances", models.TextField()),
                        (
                            "urgent_on",
                            models.DateField(blank=True, null=True, verbose_name="urgent authorisation given on"),
                        ),
                        ("urgent_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("urgent_because", models.TextField(blank=True)),
                        ("extended_by_days", models.PositiveSmallIntegerField(default=0)),
                        ("extended_because", models.TextField(blank=True)),
                        ("extended_at", models.DateTimeField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("logged_at", models.DateTimeField()),
                        ("refused_because", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("suspended_on", models.DateField(blank=True, null=True)),
                        ("suspended_because", models.TextField(blank=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ending",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("expired", "The period ended"),
                                    ("review", "A review found that the requirements are no longer met"),
                                    ("died", "The person died"),
                                    ("moved", "The person moved to another place"),
                                    ("not_resumed", "Suspended, and not resumed in time"),
                                    ("withdrawn", "The request was withdrawn or the arrangements ended"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("ended_because", models.TextField(blank=True)),
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
                            "extended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "logged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "managing_authority",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dols_requests",
                                to="casework.person",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("due_on__isnull", False)),
                                fields=["council", "due_on", "id"],
                                name="dols_falling_due",
                            ),
                            models.Index(fields=["council", "state", "due_on"], name="dols_by_state"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "assessed",
                                            "assessing",
                                            "ended",
                                            "granted",
                                            "received",
                                            "refused",
                                            "suspended",
                                            "under_review",
                                        ],
                                    )
                                ),
                                name="a_dols_request_is_in_a_known_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("hospital_name", ""), ("managing_authority__isnull", False)),
                                    models.Q(
                                        ("managing_authority__isnull", True),
                                        models.Q(("hospital_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_dols_request_has_one_managing_authority",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("urgent_days__isnull", True), ("urgent_on__isnull", True)),
                                    models.Q(("urgent_days__isnull", False), ("urgent_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="an_urgent_authorisation_has_its_day_and_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("urgent_days__isnull", True), ("urgent_days__range", (1, 7)), _connector="OR"
                                ),
                                name="an_urgent_authorisation_is_of_seven_days_at_most",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("extended_at__isnull", True),
                                        ("extended_by__isnull", True),
                                        ("extended_by_days", 0),
                                    ),
                                    models.Q(
                                        ("extended_at__isnull", False),
                                        ("extended_by__isnull", False),
                                        ("extended_by_days__range", (1, 7)),
                                        ("urgent_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_urgent_authorisation_is_extended_once_by_the_council",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["assessed", "assessing", "received", "ended"]),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_decided_dols_request_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(("refused_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_refused_dols_request_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_on__isnull", False),
                                        ("state", "ended"),
                                        models.Q(("ending", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "ended"), _negated=True),
                                        ("ended_on__isnull", True),
                                        ("ending", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_ended_dols_request_says_when_and_how",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on__isnull", True), ("state__in", ["ended", "refused"])),
                                    models.Q(
                                        models.Q(("state__in", ["ended", "refused"]), _negated=True),
                                        ("due_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_live_dols_request_has_a_day_falling_due",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["assessed", "assessing", "received"])),
                                fields=("person",),
                                name="a_person_has_one_undecided_dols_request",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guardianship",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Waiting for the council"),
                                    ("in_force", "In force"),
                                    ("refused", "Not accepted"),
                                    ("withdrawn", "Withdrawn"),
                                    ("discharged", "Discharged"),
                                    ("expired", "Expired"),
                                    ("transferred", "Transferred"),
                                    ("ended", "Ended"),
                                ],
                                default="received",
                                max_length=12,
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("application", "Application under section 7"),
                                    ("court_order", "Court order under section 37"),
                                    ("from_council", "Transferred from another guardian or council (Form G7)"),
                                    ("from_hospital", "Transferred from hospital (Form G6)"),
                                ],
                                max_length=16,
                                verbose_name="how it began",
                            ),
                        ),
                        ("received_on", models.DateField()),
                        (
                            "applicant",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("amhp", "Approved mental health professional (Form G2)"),
                                    ("nearest_relative", "Nearest relative (Form G1)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("applicant_name", models.CharField(blank=True, max_length=200)),
                        ("applied_on", models.DateField(blank=True, null=True)),
                        ("seen_on", models.DateField(blank=True, null=True, verbose_name="the person was seen on")),
                        ("grounds", models.TextField(blank=True)),
                        ("is_learning_disability", models.BooleanField(default=False)),
                        ("has_serious_conduct", models.BooleanField(default=False)),
                        (
                            "nearest_relative_name",
                            models.CharField(blank=True, max_length=200, verbose_name="nearest relative"),
                        ),
                        ("nearest_relative_consulted_on", models.DateField(blank=True, null=True)),
                        ("nearest_relative_not_consulted_because", models.TextField(blank=True)),
                        ("nearest_relative_objects", models.BooleanField(default=False)),
                        ("nearest_relative_displaced_on", models.DateField(blank=True, null=True)),
                        (
                            "nearest_relative_displaced_by",
                            models.CharField(blank=True, max_length=200, verbose_name="court"),
                        ),
                        (
                            "why_no_acquaintance",
                            models.TextField(blank=True, verbose_name="why neither doctor knew the person before"),
                        ),
                        ("from_name", models.CharField(blank=True, max_length=200, verbose_name="from")),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("refused_because", models.TextField(blank=True)),
                        (
                            "signed_in",
                            models.CharField(blank=True, max_length=200, verbose_name="where the form is kept"),
                        ),
                        ("began_on", models.DateField(blank=True, null=True)),
                        ("term_number", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("term_from", models.DateField(blank=True, null=True)),
                        ("term_to", models.DateField(blank=True, null=True)),
                        ("runs_to", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "due_what",
                            models.CharField(
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
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ending",
                            models.CharField(
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
                        ("ended_because", models.TextField(blank=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("logged_at", models.DateTimeField()),
                        (
                            "amhp",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.amhpapproval",
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
                            "logged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="guardianships",
                                to="casework.person",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("due_on__isnull", False)),
                                fields=["council", "due_on", "id"],
                                name="guardianships_falling_due",
                            ),
                            models.Index(fields=["council", "state", "due_on"], name="guardianships_by_state"),
                            models.Index(
                                condition=models.Q(("state", "in_force")),
                                fields=["council", "term_to"],
                                name="guardianships_by_term",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "discharged",
                                            "ended",
                                            "expired",
                                            "in_force",
                                            "received",
                                            "refused",
                                            "transferred",
                                            "withdrawn",
                                        ],
                                    )
                                ),
                                name="a_guardianship_is_in_a_known_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("applied_on__isnull", False),
                                        ("origin", "application"),
                                        ("seen_on__isnull", False),
                                        models.Q(("applicant", ""), _negated=True),
                                        models.Q(("applicant_name", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("origin", "application"), _negated=True),
                                        ("amhp__isnull", True),
                                        ("applicant", ""),
                                        models.Q(("from_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_guardianship_was_applied_for_or_came_from_somewhere",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amhp__isnull", False), ("applicant", "amhp")),
                                    models.Q(models.Q(("applicant", "amhp"), _negated=True), ("amhp__isnull", True)),
                                    _connector="OR",
                                ),
                                name="an_amhp_who_applies_for_guardianship_is_named_by_their_approval",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "received"),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_decided_guardianship_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(("refused_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_refused_guardianship_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_on__isnull", False),
                                        ("state__in", ["discharged", "ended", "expired", "transferred"]),
                                        ("ended_by__isnull", False),
                                        models.Q(("ending", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ["discharged", "ended", "expired", "transferred"]),
                                            _negated=True,
                                        ),
                                        ("ended_by__isnull", True),
                                        ("ended_on__isnull", True),
                                        ("ending", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_ended_guardianship_says_when_how_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    models.Q(
                                        ("ended_on__gte", models.F("began_on")), ("ended_on__lte", models.F("runs_to"))
                                    ),
                                    _connector="OR",
                                ),
                                name="a_guardianship_ends_while_it_runs",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("due_on__isnull", False),
                                        ("state__in", ["in_force", "received"]),
                                        models.Q(("due_what", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("due_on__isnull", True),
                                        ("due_what", ""),
                                        (
                                            "state__in",
                                            ["discharged", "ended", "expired", "refused", "transferred", "withdrawn"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_live_guardianship_has_a_day_falling_due",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("nearest_relative_displaced_by", ""),
                                        ("nearest_relative_displaced_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("nearest_relative_displaced_on__isnull", False),
                                        models.Q(("nearest_relative_displaced_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_displaced_nearest_relative_has_the_day_and_the_court",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["in_force", "received"])),
                                fields=("person",),
                                name="a_person_has_one_live_guardianship",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPropertyProtection",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "whereabouts",
                            models.CharField(
                                choices=[
                                    ("hospital", "In hospital"),
                                    ("accommodation", "In accommodation the council arranged under s.18 or s.19"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("danger", models.TextField(verbose_name="danger of loss or damage")),
                        ("no_other_arrangement", models.TextField(verbose_name="why no other arrangement is made")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Waiting for the council’s authorisation"),
                                    ("authorised", "Entry authorised"),
                                    ("protected", "Entered, and protected"),
                                    ("ended", "Ended"),
                                    ("refused", "Not authorised"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("proposed_at", models.DateTimeField()),
                        ("proposed_on", models.DateField()),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("consent", "The person consents, s.47(4)"),
                                    (
                                        "authorised_consent",
                                        "Somebody authorised under the Mental Capacity Act consents",
                                    ),
                                    ("best_interests", "The person lacks capacity; it is in their best interests"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "basis_record",
                            models.TextField(blank=True, verbose_name="who consented, or the best-interests record"),
                        ),
                        ("notice_on", models.DateField(blank=True, null=True)),
                        ("enter_from", models.DateField(blank=True, null=True)),
                        ("enter_until", models.DateField(blank=True, null=True)),
                        ("authorised_at", models.DateTimeField(blank=True, null=True)),
                        ("refused_because", models.TextField(blank=True)),
                        ("entered_at", models.DateTimeField(blank=True, null=True)),
                        ("entered_on", models.DateField(blank=True, null=True)),
                        ("inventory", models.TextField(blank=True)),
                        (
                            "costs",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="pounds"
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
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
                            "authorised_by",
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
                            "entered_by",
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
                            "officer",
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
                            "proposed_by",
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
                            "social_worker",
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
                    ],
                    options={
                        "verbose_name": "historical property protection",
                        "verbose_name_plural": "historical property protections",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianship",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Waiting for the council"),
                                    ("in_force", "In force"),
                                    ("refused", "Not accepted"),
                                    ("withdrawn", "Withdrawn"),
                                    ("discharged", "Discharged"),
                                    ("expired", "Expired"),
                                    ("transferred", "Transferred"),
                                    ("ended", "Ended"),
                                ],
                                default="received",
                                max_length=12,
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("application", "Application under section 7"),
                                    ("court_order", "Court order under section 37"),
                                    ("from_council", "Transferred from another guardian or council (Form G7)"),
                                    ("from_hospital", "Transferred from hospital (Form G6)"),
                                ],
                                max_length=16,
                                verbose_name="how it began",
                            ),
                        ),
                        ("received_on", models.DateField()),
                        (
                            "applicant",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("amhp", "Approved mental health professional (Form G2)"),
                                    ("nearest_relative", "Nearest relative (Form G1)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("applicant_name", models.CharField(blank=True, max_length=200)),
                        ("applied_on", models.DateField(blank=True, null=True)),
                        ("seen_on", models.DateField(blank=True, null=True, verbose_name="the person was seen on")),
                        ("grounds", models.TextField(blank=True)),
                        ("is_learning_disability", models.BooleanField(default=False)),
                        ("has_serious_conduct", models.BooleanField(default=False)),
                        (
                            "nearest_relative_name",
                            models.CharField(blank=True, max_length=200, verbose_name="nearest relative"),
                        ),
                        ("nearest_relative_consulted_on", models.DateField(blank=True, null=True)),
                        ("nearest_relative_not_consulted_because", models.TextField(blank=True)),
                        ("nearest_relative_objects", models.BooleanField(default=False)),
                        ("nearest_relative_displaced_on", models.DateField(blank=True, null=True)),
                        (
                            "nearest_relative_displaced_by",
                            models.CharField(blank=True, max_length=200, verbose_name="court"),
                        ),
                        (
                            "why_no_acquaintance",
                            models.TextField(blank=True, verbose_name="why neither doctor knew the person before"),
                        ),
                        ("from_name", models.CharField(blank=True, max_length=200, verbose_name="from")),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("refused_because", models.TextField(blank=True)),
                        (
                            "signed_in",
                            models.CharField(blank=True, max_length=200, verbose_name="where the form is kept"),
                        ),
                        ("began_on", models.DateField(blank=True, null=True)),
                        ("term_number", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("term_from", models.DateField(blank=True, null=True)),
                        ("term_to", models.DateField(blank=True, null=True)),
                        ("runs_to", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "due_what",
                            models.CharField(
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
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ending",
                            models.CharField(
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
                        ("ended_because", models.TextField(blank=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("logged_at", models.DateTimeField()),
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
                            "amhp",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.amhpapproval",
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "logged_by",
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
                    ],
                    options={
                        "verbose_name": "historical guardianship",
                        "verbose_name_plural": "historical guardianships",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGrantApplication",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("access", "Getting in and out of the dwelling, s.23(1)(a)"),
                                    ("safety", "Making it safe, s.23(1)(b)"),
                                    ("family_room", "Reaching the principal family room, s.23(1)(c)"),
                                    ("bedroom", "Reaching or providing a bedroom, s.23(1)(d)"),
                                    ("lavatory", "Reaching or using a lavatory, s.23(1)(e)"),
                                    ("bath", "Reaching or using a bath or shower, s.23(1)(f)"),
                                    ("basin", "Reaching or using a wash-hand basin, s.23(1)(g)"),
                                    ("food", "Preparing and cooking food, s.23(1)(h)"),
                                    ("heating", "Improving the heating, s.23(1)(i)"),
                                    ("controls", "Using power, light or heat, s.23(1)(j)"),
                                    ("caring", "Caring for another who lives there, s.23(1)(k)"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("works", models.TextField()),
                        ("applied_on", models.DateField(verbose_name="day of the full application")),
                        ("decide_by", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Waiting for the confirmation of need"),
                                    ("confirmed", "Necessary and appropriate"),
                                    ("not_confirmed", "Not necessary and appropriate"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                ],
                                default="applied",
                                max_length=14,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "is_necessary",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="whether necessary and appropriate"
                            ),
                        ),
                        ("confirmed_because", models.TextField(blank=True)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("confirmed_on", models.DateField(blank=True, null=True)),
                        ("registration_body", models.CharField(blank=True, max_length=60)),
                        ("registration_number", models.CharField(blank=True, max_length=40)),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="pounds"
                            ),
                        ),
                        ("pay_from", models.DateField(blank=True, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                            "confirmed_by",
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
                    ],
                    options={
                        "verbose_name": "historical grant application",
                        "verbose_name_plural": "historical grant applications",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDolsRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Assessors to select"),
                                    ("assessing", "Being assessed"),
                                    ("assessed", "Waiting for the decision"),
                                    ("granted", "Authorised"),
                                    ("refused", "Refused"),
                                    ("under_review", "Under review"),
                                    ("suspended", "Suspended"),
                                    ("ended", "Ended"),
                                ],
                                default="received",
                                max_length=16,
                            ),
                        ),
                        (
                            "setting",
                            models.CharField(
                                choices=[("care_home", "Care home"), ("hospital", "Hospital")], max_length=12
                            ),
                        ),
                        ("hospital_name", models.CharField(blank=True, max_length=200)),
                        ("received_on", models.DateField()),
                        ("circumstances", models.TextField()),
                        (
                            "urgent_on",
                            models.DateField(blank=True, null=True, verbose_name="urgent authorisation given on"),
                        ),
                        ("urgent_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("urgent_because", models.TextField(blank=True)),
                        ("extended_by_days", models.PositiveSmallIntegerField(default=0)),
                        ("extended_because", models.TextField(blank=True)),
                        ("extended_at", models.DateTimeField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("logged_at", models.DateTimeField()),
                        ("refused_because", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("suspended_on", models.DateField(blank=True, null=True)),
                        ("suspended_because", models.TextField(blank=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ending",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("expired", "The period ended"),
                                    ("review", "A review found that the requirements are no longer met"),
                                    ("died", "The person died"),
                                    ("moved", "The person moved to another place"),
                                    ("not_resumed", "Suspended, and not resumed in time"),
                                    ("withdrawn", "The request was withdrawn or the arrangements ended"),
                                ],
                                max_length=16,
                            ),
                        ),
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
                            "extended_by",
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
                            "logged_by",
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
                            "managing_authority",
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
                    ],
                    options={
                        "verbose_name": "historical dols request",
                        "verbose_name_plural": "historical dols requests",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCoOperationRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("received", "From a partner to the council"),
                                    ("made", "From the council to a partner"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[("case", "In the case of one person, s.7"), ("general", "In general, s.6")],
                                max_length=10,
                            ),
                        ),
                        (
                            "partner_kind",
                            models.CharField(
                                choices=[
                                    ("district_council", "A district council of the county"),
                                    ("local_authority", "Another local authority"),
                                    ("nhs_body", "An NHS body in the area"),
                                    (
                                        "work_and_pensions",
                                        "The Minister for social security and employment (jobcentres)",
                                    ),
                                    ("police", "The chief officer of police"),
                                    ("prisons", "The Minister for prisons"),
                                    ("probation", "A provider of probation services"),
                                    ("another_body", "Another body with functions or activities for adults with needs"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("partner", models.CharField(max_length=200, verbose_name="name of the partner")),
                        ("asked_for", models.TextField(verbose_name="what is asked for")),
                        ("asked_on", models.DateField(verbose_name="day it was received or made")),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting for the council’s answer"),
                                    ("agreed", "The council co-operates"),
                                    ("declined", "Declined with written reasons"),
                                    ("asked", "Waiting for the partner’s answer"),
                                    ("partner_agreed", "The partner co-operates"),
                                    ("reasons_owed", "Declined; written reasons are owed"),
                                    ("partner_declined", "The partner declined with reasons"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=18,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                        (
                            "ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "own_duties",
                                        "It would be incompatible with one’s own duties, s.7(1)(a) or (2)(a)",
                                    ),
                                    (
                                        "own_functions",
                                        "It would otherwise have an adverse effect on one’s own functions, s.7(1)(b) or (2)(b)",
                                    ),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True, verbose_name="the written reasons")),
                        (
                            "reasons_on",
                            models.DateField(blank=True, null=True, verbose_name="day the reasons were given"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                    ],
                    options={
                        "verbose_name": "historical co operation request",
                        "verbose_name_plural": "historical co operation requests",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
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
                    ],
                    options={
                        "verbose_name": "historical contact",
                        "verbose_name_plural": "historical contacts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalComplaint",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "made_by",
                            models.CharField(
                                choices=[
                                    ("person", "The person themselves"),
                                    ("consent", "Somebody with the person’s consent"),
                                    (
                                        "incapacity",
                                        "Somebody acting for a person who lacks capacity, in their best interests",
                                    ),
                                    ("died", "Somebody acting for a person who has died"),
                                    ("affected", "Somebody else affected by what was done"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("complainant", models.CharField(max_length=200, verbose_name="who complains")),
                        ("about", models.TextField(verbose_name="what it is about")),
                        ("wanted", models.TextField(blank=True, verbose_name="what would put it right")),
                        ("arose_on", models.DateField(verbose_name="day the matter arose, or was first known of")),
                        ("late_because", models.TextField(blank=True)),
                        ("received_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("acknowledged", "Acknowledged"),
                                    ("looked_into", "Being looked into"),
                                    ("prepared", "Waiting for the council’s signature"),
                                    ("responded", "Responded"),
                                ],
                                default="received",
                                max_length=14,
                            ),
                        ),
                        ("acknowledge_by", models.DateField()),
                        ("acknowledged_on", models.DateField(blank=True, null=True)),
                        ("handling", models.TextField(blank=True, verbose_name="how it is handled")),
                        ("respond_by", models.DateField()),
                        ("longer_because", models.TextField(blank=True)),
                        ("prepared_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("upheld", "Upheld"),
                                    ("partly", "Partly upheld"),
                                    ("not_upheld", "Not upheld"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("response", models.TextField(blank=True, verbose_name="the response")),
                        ("returned_because", models.TextField(blank=True)),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_on", models.DateField(blank=True, null=True)),
                        ("letter", models.TextField(blank=True, verbose_name="the letter as it was sent")),
                        ("late_response_because", models.TextField(blank=True)),
                        ("taken_over_at", models.DateTimeField(blank=True, null=True)),
                        ("taken_over_because", models.TextField(blank=True)),
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
                            "handler",
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
                        (
                            "signed_by",
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
                            "taken_over_by",
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
                    ],
                    options={
                        "verbose_name": "historical complaint",
                        "verbose_name_plural": "historical complaints",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                    ],
                    options={
                        "verbose_name": "historical carer link",
                        "verbose_name_plural": "historical carer links",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAfterCare",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("from_day", models.DateField()),
                        ("needs", models.TextField()),
                        ("icb_name", models.CharField(max_length=200, verbose_name="integrated care board")),
                        ("recorded_at", models.DateTimeField()),
                        ("icb_decided_on", models.DateField(blank=True, null=True)),
                        (
                            "icb_signed_by",
                            models.CharField(blank=True, max_length=200, verbose_name="who signed for the board"),
                        ),
                        (
                            "icb_reference",
                            models.CharField(blank=True, max_length=200, verbose_name="the board’s reference"),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "verbose_name": "historical after care",
                        "verbose_name_plural": "historical after cares",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="GrantApplication",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("access", "Getting in and out of the dwelling, s.23(1)(a)"),
                                    ("safety", "Making it safe, s.23(1)(b)"),
                                    ("family_room", "Reaching the principal family room, s.23(1)(c)"),
                                    ("bedroom", "Reaching or providing a bedroom, s.23(1)(d)"),
                                    ("lavatory", "Reaching or using a lavatory, s.23(1)(e)"),
                                    ("bath", "Reaching or using a bath or shower, s.23(1)(f)"),
                                    ("basin", "Reaching or using a wash-hand basin, s.23(1)(g)"),
                                    ("food", "Preparing and cooking food, s.23(1)(h)"),
                                    ("heating", "Improving the heating, s.23(1)(i)"),
                                    ("controls", "Using power, light or heat, s.23(1)(j)"),
                                    ("caring", "Caring for another who lives there, s.23(1)(k)"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("works", models.TextField()),
                        ("applied_on", models.DateField(verbose_name="day of the full application")),
                        ("decide_by", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Waiting for the confirmation of need"),
                                    ("confirmed", "Necessary and appropriate"),
                                    ("not_confirmed", "Not necessary and appropriate"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                ],
                                default="applied",
                                max_length=14,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "is_necessary",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="whether necessary and appropriate"
                            ),
                        ),
                        ("confirmed_because", models.TextField(blank=True)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("confirmed_on", models.DateField(blank=True, null=True)),
                        ("registration_body", models.CharField(blank=True, max_length=60)),
                        ("registration_number", models.CharField(blank=True, max_length=40)),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="pounds"
                            ),
                        ),
                        ("pay_from", models.DateField(blank=True, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
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
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grant_applications",
                                to="casework.person",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("decided_at", None)),
                                fields=["council", "decide_by"],
                                name="undecided_grants_by_day",
                            ),
                            models.Index(fields=["council", "-decided_at"], name="decided_grants"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("confirmed_at", None),
                                        ("confirmed_by", None),
                                        ("confirmed_on", None),
                                        ("is_necessary", None),
                                    ),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        ("confirmed_by__isnull", False),
                                        ("is_necessary__isnull", False),
                                        ("confirmed_on__isnull", False),
                                        models.Q(("registration_body", ""), _negated=True),
                                        models.Q(("registration_number", ""), _negated=True),
                                        models.Q(("confirmed_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_grant_is_confirmed_over_a_professional_registration",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "approved"), _negated=True),
                                    models.Q(("amount__gt", 0), ("decided_by__isnull", False), ("is_necessary", True)),
                                    _connector="OR",
                                ),
                                name="a_grant_is_approved_only_where_necessary_and_for_an_amount",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount", None), ("amount__lte", 30000), _connector="OR"),
                                name="a_grant_is_no_more_than_the_order_allows",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        ("state__in", ["approved", "refused"]),
                                        ("decided_on__gte", models.F("applied_on")),
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ["approved", "refused"]), _negated=True),
                                        ("decided_at", None),
                                        ("decided_by", None),
                                        ("decided_on", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_decided_grant_says_when_and_by_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoOperationRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("received", "From a partner to the council"),
                                    ("made", "From the council to a partner"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[("case", "In the case of one person, s.7"), ("general", "In general, s.6")],
                                max_length=10,
                            ),
                        ),
                        (
                            "partner_kind",
                            models.CharField(
                                choices=[
                                    ("district_council", "A district council of the county"),
                                    ("local_authority", "Another local authority"),
                                    ("nhs_body", "An NHS body in the area"),
                                    (
                                        "work_and_pensions",
                                        "The Minister for social security and employment (jobcentres)",
                                    ),
                                    ("police", "The chief officer of police"),
                                    ("prisons", "The Minister for prisons"),
                                    ("probation", "A provider of probation services"),
                                    ("another_body", "Another body with functions or activities for adults with needs"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("partner", models.CharField(max_length=200, verbose_name="name of the partner")),
                        ("asked_for", models.TextField(verbose_name="what is asked for")),
                        ("asked_on", models.DateField(verbose_name="day it was received or made")),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting for the council’s answer"),
                                    ("agreed", "The council co-operates"),
                                    ("declined", "Declined with written reasons"),
                                    ("asked", "Waiting for the partner’s answer"),
                                    ("partner_agreed", "The partner co-operates"),
                                    ("reasons_owed", "Declined; written reasons are owed"),
                                    ("partner_declined", "The partner declined with reasons"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=18,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                        (
                            "ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "own_duties",
                                        "It would be incompatible with one’s own duties, s.7(1)(a) or (2)(a)",
                                    ),
                                    (
                                        "own_functions",
                                        "It would otherwise have an adverse effect on one’s own functions, s.7(1)(b) or (2)(b)",
                                    ),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True, verbose_name="the written reasons")),
                        (
                            "reasons_on",
                            models.DateField(blank=True, null=True, verbose_name="day the reasons were given"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
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
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="co_operation_requests",
                                to="casework.person",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_at", None)),
                                fields=["council", "due_on"],
                                name="co_operation_open_by_day",
                            ),
                            models.Index(fields=["council", "-closed_at"], name="co_operation_closed"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person__isnull", False), ("scope", "case")),
                                    models.Q(("person", None), ("scope", "general")),
                                    _connector="OR",
                                ),
                                name="co_operation_in_a_case_names_the_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["declined", "partner_declined"]), _negated=True),
                                    models.Q(
                                        ("answered_on__isnull", False),
                                        ("reasons_on__isnull", False),
                                        models.Q(("reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="whoever_declines_to_co_operate_gives_written_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("scope", "case"), ("state", "declined"), _negated=True),
                                    models.Q(("ground", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="the_council_declines_in_a_case_on_a_ground_of_section_7",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("direction", "received"),
                                        ("state__in", ["waiting", "agreed", "declined", "withdrawn"]),
                                    ),
                                    models.Q(
                                        ("direction", "made"),
                                        (
                                            "state__in",
                                            [
                                                "asked",
                                                "partner_agreed",
                                                "reasons_owed",
                                                "partner_declined",
                                                "withdrawn",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_request_to_co_operate_is_answered_by_whom_it_was_sent_to",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at", None),
                                        ("closed_by", None),
                                        ("state__in", ["waiting", "asked", "reasons_owed"]),
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        models.Q(("state__in", ["waiting", "asked", "reasons_owed"]), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_closed_request_to_co_operate_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_on", None), ("answered_on__gte", models.F("asked_on")), _connector="OR"
                                ),
                                name="a_request_to_co_operate_is_answered_after_it_was_asked",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Complaint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "made_by",
                            models.CharField(
                                choices=[
                                    ("person", "The person themselves"),
                                    ("consent", "Somebody with the person’s consent"),
                                    (
                                        "incapacity",
                                        "Somebody acting for a person who lacks capacity, in their best interests",
                                    ),
                                    ("died", "Somebody acting for a person who has died"),
                                    ("affected", "Somebody else affected by what was done"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("complainant", models.CharField(max_length=200, verbose_name="who complains")),
                        ("about", models.TextField(verbose_name="what it is about")),
                        ("wanted", models.TextField(blank=True, verbose_name="what would put it right")),
                        ("arose_on", models.DateField(verbose_name="day the matter arose, or was first known of")),
                        ("late_because", models.TextField(blank=True)),
                        ("received_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("acknowledged", "Acknowledged"),
                                    ("looked_into", "Being looked into"),
                                    ("prepared", "Waiting for the council’s signature"),
                                    ("responded", "Responded"),
                                ],
                                default="received",
                                max_length=14,
                            ),
                        ),
                        ("acknowledge_by", models.DateField()),
                        ("acknowledged_on", models.DateField(blank=True, null=True)),
                        ("handling", models.TextField(blank=True, verbose_name="how it is handled")),
                        ("respond_by", models.DateField()),
                        ("longer_because", models.TextField(blank=True)),
                        ("prepared_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("upheld", "Upheld"),
                                    ("partly", "Partly upheld"),
                                    ("not_upheld", "Not upheld"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("response", models.TextField(blank=True, verbose_name="the response")),
                        ("returned_because", models.TextField(blank=True)),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_on", models.DateField(blank=True, null=True)),
                        ("letter", models.TextField(blank=True, verbose_name="the letter as it was sent")),
                        ("late_response_because", models.TextField(blank=True)),
                        ("taken_over_at", models.DateTimeField(blank=True, null=True)),
                        ("taken_over_because", models.TextField(blank=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "prepared_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_over_by",
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
                                related_name="complaints",
                                to="casework.person",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("signed_at", None)),
                                fields=["council", "respond_by"],
                                name="open_complaints_by_day",
                            ),
                            models.Index(fields=["provider", "-received_on"], name="complaints_of_a_provider"),
                            models.Index(fields=["council", "-signed_at"], name="closed_complaints"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("signed_at__isnull", False),
                                        ("signed_by__isnull", False),
                                        ("signed_on__isnull", False),
                                        ("state", "responded"),
                                        models.Q(("outcome", ""), _negated=True),
                                        models.Q(("letter", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "responded"), _negated=True),
                                        ("letter", ""),
                                        ("signed_at", None),
                                        ("signed_by", None),
                                        ("signed_on", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_complaint_is_responded_to_over_a_signature",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("taken_over_at", None), ("taken_over_because", ""), ("taken_over_by", None)
                                    ),
                                    models.Q(
                                        ("handler", models.F("council")),
                                        ("taken_over_at__isnull", False),
                                        ("taken_over_by__isnull", False),
                                        models.Q(("taken_over_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_complaint_taken_over_says_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("acknowledged_on", None), ("state", "received")),
                                    models.Q(("acknowledged_on__isnull", False), ("state", "acknowledged")),
                                    models.Q(
                                        ("acknowledged_on__isnull", False),
                                        ("state__in", ["looked_into", "prepared", "responded"]),
                                        models.Q(("handling", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_complaint_is_looked_into_once_acknowledged_and_agreed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("received_on__gte", models.F("arose_on"))),
                                name="a_complaint_is_received_after_the_matter_arose",
                            ),
                        ],
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
                        ("relationship", models.CharField(max_length=60)),
                        ("hours_a_week", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "cared_for",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="carers", to="casework.person"
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
                    },
                ),
                migrations.CreateModel(
                    name="AfterCare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("from_day", models.DateField()),
                        ("needs", models.TextField()),
                        ("icb_name", models.CharField(max_length=200, verbose_name="integrated care board")),
                        ("recorded_at", models.DateTimeField()),
                        ("icb_decided_on", models.DateField(blank=True, null=True)),
                        (
                            "icb_signed_by",
                            models.CharField(blank=True, max_length=200, verbose_name="who signed for the board"),
                        ),
                        (
                            "icb_reference",
                            models.CharField(blank=True, max_length=200, verbose_name="the board’s reference"),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
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
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aftercare",
                                to="casework.person",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=["council", "from_day", "id"],
                                name="aftercare_live",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("person",),
                                name="a_person_has_one_live_aftercare",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("icb_decided_on__isnull", True), ("icb_signed_by", "")),
                                    models.Q(
                                        ("icb_decided_on__isnull", False),
                                        models.Q(("icb_signed_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_boards_decision_has_its_day_and_signatory",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_because", ""),
                                        ("ended_by__isnull", True),
                                        ("ended_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("ended_on__gte", models.F("from_day")),
                                        ("icb_decided_on__isnull", False),
                                        ("icb_decided_on__lte", models.F("ended_on")),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="aftercare_is_never_ended_by_one_body_alone",
                            ),
                        ],
                    },
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
                            "content_object",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="casework.person"),
                        ),
                        (
                            "permission",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission"),
                        ),
                        (
                            "user",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PropertyProtection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "whereabouts",
                            models.CharField(
                                choices=[
                                    ("hospital", "In hospital"),
                                    ("accommodation", "In accommodation the council arranged under s.18 or s.19"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("danger", models.TextField(verbose_name="danger of loss or damage")),
                        ("no_other_arrangement", models.TextField(verbose_name="why no other arrangement is made")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Waiting for the council’s authorisation"),
                                    ("authorised", "Entry authorised"),
                                    ("protected", "Entered, and protected"),
                                    ("ended", "Ended"),
                                    ("refused", "Not authorised"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("proposed_at", models.DateTimeField()),
                        ("proposed_on", models.DateField()),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("consent", "The person consents, s.47(4)"),
                                    (
                                        "authorised_consent",
                                        "Somebody authorised under the Mental Capacity Act consents",
                                    ),
                                    ("best_interests", "The person lacks capacity; it is in their best interests"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "basis_record",
                            models.TextField(blank=True, verbose_name="who consented, or the best-interests record"),
                        ),
                        ("notice_on", models.DateField(blank=True, null=True)),
                        ("enter_from", models.DateField(blank=True, null=True)),
                        ("enter_until", models.DateField(blank=True, null=True)),
                        ("authorised_at", models.DateTimeField(blank=True, null=True)),
                        ("refused_because", models.TextField(blank=True)),
                        ("entered_at", models.DateTimeField(blank=True, null=True)),
                        ("entered_on", models.DateField(blank=True, null=True)),
                        ("inventory", models.TextField(blank=True)),
                        (
                            "costs",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="pounds"
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "authorised_by",
                            models.ForeignKey(
                                blank=True,
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
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="property_protections",
                                to="casework.person",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "social_worker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["council", "state", "proposed_on"], name="property_protections_by_state"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("entered_at", None), ("entered_by", None), ("entered_on", None)),
                                    models.Q(
                                        ("authorised_at__isnull", False),
                                        ("authorised_by__isnull", False),
                                        ("officer__isnull", False),
                                        ("entered_on__gte", models.F("enter_from")),
                                        ("entered_on__lte", models.F("enter_until")),
                                        models.Q(("inventory", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="nobody_enters_without_the_officers_authorisation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("authorised_at", None), ("authorised_by", None)),
                                    models.Q(
                                        ("authorised_by__isnull", False),
                                        ("officer__isnull", False),
                                        ("social_worker__isnull", False),
                                        ("enter_from__lte", models.F("enter_until")),
                                        ("notice_on__lt", models.F("enter_from")),
                                        models.Q(("basis", ""), _negated=True),
                                        models.Q(("basis_record", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_authorised_entry_has_its_basis_notice_officer_and_social_worker",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("authorised_at", None),
                                        ("entered_at", None),
                                        ("state__in", ["proposed", "refused"]),
                                    ),
                                    models.Q(
                                        ("authorised_at__isnull", False), ("entered_at", None), ("state", "authorised")
                                    ),
                                    models.Q(("entered_at__isnull", False), ("state", "protected")),
                                    models.Q(
                                        ("ended_on__isnull", False),
                                        ("state", "ended"),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_entry_stands_with_its_state",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guardian",
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
                                choices=[("council", "The council"), ("private", "A private guardian")], max_length=8
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("address", models.TextField(blank=True)),
                        ("relationship", models.CharField(blank=True, max_length=100)),
                        ("lives_here", models.BooleanField(default=True)),
                        ("willing_on", models.DateField(blank=True, null=True)),
                        ("is_fit", models.BooleanField(default=True)),
                        ("fit_because", models.TextField(blank=True)),
                        ("from_day", models.DateField(blank=True, null=True)),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "left",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("transfer", "Transferred by the guardian with the council’s agreement (Form G7)"),
                                    ("died", "The private guardian died"),
                                    ("gave_up", "The private guardian gave up by written notice"),
                                    ("court", "The county court transferred it"),
                                    ("ended", "The guardianship ended"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("left_because", models.TextField(blank=True)),
                        ("attendant_name", models.CharField(blank=True, max_length=200)),
                        ("attendant_address", models.TextField(blank=True)),
                        ("attendant_told_on", models.DateField(blank=True, null=True)),
                        (
                            "guardianship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="guardians",
                                to="casework.guardianship",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("guardianship",),
                                name="a_guardianship_has_one_guardian_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="a_guardian_has_a_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("left", ""), ("to_day__isnull", True)),
                                    models.Q(("to_day__isnull", False), models.Q(("left", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_guardian_who_left_says_how",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("attendant_name", ""), ("attendant_told_on__isnull", True)),
                                    models.Q(
                                        ("attendant_told_on__isnull", False),
                                        ("kind", "private"),
                                        models.Q(("attendant_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_private_guardian_names_the_medical_attendant",
                            ),
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
                            "assessor",
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
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="casework.person",
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
                    },
                ),
                migrations.CreateModel(
                    name="DolsAuthorisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("purpose", models.TextField()),
                        ("conditions", models.TextField(blank=True)),
                        ("representative_name", models.CharField(max_length=200)),
                        (
                            "representative_kind",
                            models.CharField(
                                choices=[("family", "Family member or friend"), ("paid", "Paid representative")],
                                max_length=8,
                            ),
                        ),
                        ("granted_at", models.DateTimeField()),
                        (
                            "granted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="authorisation",
                                to="casework.dolsrequest",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_day__gte", models.F("from_day"))),
                                name="a_dols_authorisation_has_a_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("representative_name", ""), _negated=True),
                                    models.Q(("purpose", ""), _negated=True),
                                ),
                                name="a_dols_authorisation_has_a_purpose_and_a_representative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DolsAssessment",
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
                                choices=[
                                    ("age", "Age"),
                                    ("no_refusals", "No refusals"),
                                    ("mental_capacity", "Mental capacity"),
                                    ("mental_health", "Mental health"),
                                    ("eligibility", "Eligibility"),
                                    ("best_interests", "Best interests"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("selected_on", models.DateField()),
                        ("is_involved_in_care", models.BooleanField(default=False)),
                        ("is_relative", models.BooleanField(default=False)),
                        ("has_financial_interest", models.BooleanField(default=False)),
                        ("is_employed_by_managing_authority", models.BooleanField(default=False)),
                        ("assessed_on", models.DateField(blank=True, null=True)),
                        ("met", models.BooleanField(blank=True, null=True, verbose_name="the requirement is met")),
                        ("reasons", models.TextField(blank=True)),
                        (
                            "most_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="longest period, in days"
                            ),
                        ),
                        ("conditions", models.TextField(blank=True, verbose_name="conditions recommended")),
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "selected_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="casework.dolsassessor",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="casework.dolsrequest",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("request", "kind"), name="each_dols_assessment_is_made_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("has_financial_interest", False),
                                    ("is_employed_by_managing_authority", False),
                                    ("is_involved_in_care", False),
                                    ("is_relative", False),
                                ),
                                name="a_selected_dols_assessor_is_independent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("assessed_on__isnull", True),
                                        ("met__isnull", True),
                                        ("recorded_at__isnull", True),
                                    ),
                                    models.Q(
                                        ("assessed_on__isnull", False),
                                        ("met__isnull", False),
                                        ("recorded_at__isnull", False),
                                        ("recorded_by__isnull", False),
                                        models.Q(("reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_recorded_dols_assessment_has_its_day_and_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "best_interests"), ("met", True), _negated=True),
                                    ("most_days__range", (1, 366)),
                                    _connector="OR",
                                ),
                                name="best_interests_met_says_the_longest_period",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DolsReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "asked_by",
                            models.CharField(
                                choices=[
                                    ("person", "The person"),
                                    ("representative", "The person’s representative"),
                                    ("managing_authority", "The managing authority"),
                                    ("council", "The council itself"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked_on", models.DateField()),
                        ("grounds", models.TextField()),
                        ("opened_at", models.DateTimeField()),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("continues", "The requirements are met: it continues"),
                                    ("varied", "It continues with other conditions"),
                                    ("ends", "A requirement is no longer met: it ends"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True)),
                        ("concluded_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "concluded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="casework.dolsrequest",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "")),
                                fields=("request",),
                                name="an_authorisation_has_one_review_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("concluded_at__isnull", True), ("concluded_by__isnull", True), ("outcome", "")
                                    ),
                                    models.Q(
                                        models.Q(("outcome", ""), _negated=True),
                                        models.Q(("reasons", ""), _negated=True),
                                        ("concluded_at__isnull", False),
                                        ("concluded_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_concluded_dols_review_says_what_why_and_by_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianshipAbsence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("left_on", models.DateField()),
                        ("returned_on", models.DateField(blank=True, null=True)),
                        ("reported_on", models.DateField(blank=True, null=True, verbose_name="Form G10 received on")),
                        ("clinician_name", models.CharField(blank=True, max_length=200)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "guardianship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="absences",
                                to="casework.guardianship",
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
                                condition=models.Q(("returned_on__isnull", True)),
                                fields=("guardianship",),
                                name="a_person_is_absent_from_guardianship_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned_on__isnull", True),
                                    ("returned_on__gte", models.F("left_on")),
                                    _connector="OR",
                                ),
                                name="a_return_comes_after_the_absence",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("clinician_name", ""), ("reported_on__isnull", True)),
                                    models.Q(
                                        ("reported_on__gte", models.F("returned_on")),
                                        ("returned_on__isnull", False),
                                        models.Q(("clinician_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_report_on_a_return_has_its_clinician",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianshipAmendment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "paper",
                            models.CharField(
                                choices=[
                                    ("application", "The application"),
                                    ("recommendation_1", "The first medical recommendation"),
                                    ("recommendation_2", "The second medical recommendation"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("defect", models.TextField()),
                        ("amended_on", models.DateField()),
                        ("amended_by_name", models.CharField(max_length=200, verbose_name="who signed the paper")),
                        ("consented_at", models.DateTimeField()),
                        (
                            "consented_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "guardianship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amendments",
                                to="casework.guardianship",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("defect", ""), _negated=True),
                                name="an_amendment_says_what_was_defective",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianshipDischarge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "discharged_by",
                            models.CharField(
                                choices=[
                                    ("council", "The council, by three or more members"),
                                    ("clinician", "The responsible clinician"),
                                    ("nearest_relative", "The nearest relative"),
                                    ("tribunal", "The tribunal"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ordered_by_name", models.CharField(blank=True, max_length=200)),
                        ("sitting_as", models.CharField(blank=True, max_length=200)),
                        ("ordered_on", models.DateField()),
                        ("reasons", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "guardianship",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="discharge",
                                to="casework.guardianship",
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
                                    models.Q(("discharged_by", "council"), models.Q(("sitting_as", ""), _negated=True)),
                                    models.Q(
                                        models.Q(("discharged_by", "council"), _negated=True),
                                        models.Q(("ordered_by_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_discharge_says_who_ordered_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True), name="a_discharge_gives_its_reasons"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianshipRecommendation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("doctor", models.CharField(max_length=200)),
                        ("examined_on", models.DateField()),
                        ("signed_on", models.DateField()),
                        ("is_section_12", models.BooleanField(verbose_name="approved under section 12")),
                        ("is_acquainted", models.BooleanField(verbose_name="knew the person before")),
                        ("is_relative", models.BooleanField(default=False)),
                        ("has_business_tie", models.BooleanField(default=False)),
                        ("has_professional_tie", models.BooleanField(default=False)),
                        (
                            "guardianship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="casework.guardianship",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("guardianship", "number"), name="each_recommendation_is_recorded_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__in", (1, 2)), models.Q(("doctor", ""), _negated=True)),
                                name="a_recommendation_is_the_first_or_the_second_and_has_its_doctor",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianshipTransfer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "to",
                            models.CharField(
                                choices=[("council", "Another council"), ("hospital", "A hospital (Form G8)")],
                                max_length=8,
                            ),
                        ),
                        ("to_name", models.CharField(max_length=200, verbose_name="to")),
                        ("moved_on", models.DateField()),
                        ("applied_on", models.DateField(blank=True, null=True)),
                        ("agreed_at", models.DateTimeField()),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "amhp",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.amhpapproval",
                            ),
                        ),
                        (
                            "guardianship",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="transfer",
                                to="casework.guardianship",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("amhp__isnull", False), ("applied_on__isnull", False), ("to", "hospital")
                                    ),
                                    models.Q(("amhp__isnull", True), ("applied_on__isnull", True), ("to", "council")),
                                    _connector="OR",
                                ),
                                name="a_transfer_to_hospital_names_the_amhp_who_applied",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianshipVisit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("visited_on", models.DateField()),
                        (
                            "visitor",
                            models.CharField(
                                choices=[
                                    ("officer", "Officer of the council"),
                                    ("approved_clinician", "Approved clinician"),
                                    ("section_12_doctor", "Doctor approved under section 12"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("visitor_name", models.CharField(max_length=200)),
                        ("findings", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "guardianship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="casework.guardianship",
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
                                    models.Q(("visitor_name", ""), _negated=True),
                                    models.Q(("findings", ""), _negated=True),
                                ),
                                name="a_visit_says_who_came_and_what_was_found",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDolsAssessment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("age", "Age"),
                                    ("no_refusals", "No refusals"),
                                    ("mental_capacity", "Mental capacity"),
                                    ("mental_health", "Mental health"),
                                    ("eligibility", "Eligibility"),
                                    ("best_interests", "Best interests"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("selected_on", models.DateField()),
                        ("is_involved_in_care", models.BooleanField(default=False)),
                        ("is_relative", models.BooleanField(default=False)),
                        ("has_financial_interest", models.BooleanField(default=False)),
                        ("is_employed_by_managing_authority", models.BooleanField(default=False)),
                        ("assessed_on", models.DateField(blank=True, null=True)),
                        ("met", models.BooleanField(blank=True, null=True, verbose_name="the requirement is met")),
                        ("reasons", models.TextField(blank=True)),
                        (
                            "most_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="longest period, in days"
                            ),
                        ),
                        ("conditions", models.TextField(blank=True, verbose_name="conditions recommended")),
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
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
                            "assessor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.dolsassessor",
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
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.dolsrequest",
                            ),
                        ),
                        (
                            "selected_by",
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
                        "verbose_name": "historical dols assessment",
                        "verbose_name_plural": "historical dols assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDolsAuthorisation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("purpose", models.TextField()),
                        ("conditions", models.TextField(blank=True)),
                        ("representative_name", models.CharField(max_length=200)),
                        (
                            "representative_kind",
                            models.CharField(
                                choices=[("family", "Family member or friend"), ("paid", "Paid representative")],
                                max_length=8,
                            ),
                        ),
                        ("granted_at", models.DateTimeField()),
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
                            "granted_by",
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
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.dolsrequest",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical dols authorisation",
                        "verbose_name_plural": "historical dols authorisations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDolsReview",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "asked_by",
                            models.CharField(
                                choices=[
                                    ("person", "The person"),
                                    ("representative", "The person’s representative"),
                                    ("managing_authority", "The managing authority"),
                                    ("council", "The council itself"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked_on", models.DateField()),
                        ("grounds", models.TextField()),
                        ("opened_at", models.DateTimeField()),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("continues", "The requirements are met: it continues"),
                                    ("varied", "It continues with other conditions"),
                                    ("ends", "A requirement is no longer met: it ends"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True)),
                        ("concluded_at", models.DateTimeField(blank=True, null=True)),
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
                            "concluded_by",
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
                            "opened_by",
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
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.dolsrequest",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical dols review",
                        "verbose_name_plural": "historical dols reviews",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardian",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("council", "The council"), ("private", "A private guardian")], max_length=8
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("address", models.TextField(blank=True)),
                        ("relationship", models.CharField(blank=True, max_length=100)),
                        ("lives_here", models.BooleanField(default=True)),
                        ("willing_on", models.DateField(blank=True, null=True)),
                        ("is_fit", models.BooleanField(default=True)),
                        ("fit_because", models.TextField(blank=True)),
                        ("from_day", models.DateField(blank=True, null=True)),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "left",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("transfer", "Transferred by the guardian with the council’s agreement (Form G7)"),
                                    ("died", "The private guardian died"),
                                    ("gave_up", "The private guardian gave up by written notice"),
                                    ("court", "The county court transferred it"),
                                    ("ended", "The guardianship ended"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("left_because", models.TextField(blank=True)),
                        ("attendant_name", models.CharField(blank=True, max_length=200)),
                        ("attendant_address", models.TextField(blank=True)),
                        ("attendant_told_on", models.DateField(blank=True, null=True)),
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
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardian",
                        "verbose_name_plural": "historical guardians",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianshipAbsence",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("left_on", models.DateField()),
                        ("returned_on", models.DateField(blank=True, null=True)),
                        ("reported_on", models.DateField(blank=True, null=True, verbose_name="Form G10 received on")),
                        ("clinician_name", models.CharField(blank=True, max_length=200)),
                        ("recorded_at", models.DateTimeField()),
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
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardianship absence",
                        "verbose_name_plural": "historical guardianship absences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianshipAmendment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "paper",
                            models.CharField(
                                choices=[
                                    ("application", "The application"),
                                    ("recommendation_1", "The first medical recommendation"),
                                    ("recommendation_2", "The second medical recommendation"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("defect", models.TextField()),
                        ("amended_on", models.DateField()),
                        ("amended_by_name", models.CharField(max_length=200, verbose_name="who signed the paper")),
                        ("consented_at", models.DateTimeField()),
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
                            "consented_by",
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
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardianship amendment",
                        "verbose_name_plural": "historical guardianship amendments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianshipDischarge",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "discharged_by",
                            models.CharField(
                                choices=[
                                    ("council", "The council, by three or more members"),
                                    ("clinician", "The responsible clinician"),
                                    ("nearest_relative", "The nearest relative"),
                                    ("tribunal", "The tribunal"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ordered_by_name", models.CharField(blank=True, max_length=200)),
                        ("sitting_as", models.CharField(blank=True, max_length=200)),
                        ("ordered_on", models.DateField()),
                        ("reasons", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
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
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardianship discharge",
                        "verbose_name_plural": "historical guardianship discharges",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianshipRecommendation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField()),
                        ("doctor", models.CharField(max_length=200)),
                        ("examined_on", models.DateField()),
                        ("signed_on", models.DateField()),
                        ("is_section_12", models.BooleanField(verbose_name="approved under section 12")),
                        ("is_acquainted", models.BooleanField(verbose_name="knew the person before")),
                        ("is_relative", models.BooleanField(default=False)),
                        ("has_business_tie", models.BooleanField(default=False)),
                        ("has_professional_tie", models.BooleanField(default=False)),
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
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardianship recommendation",
                        "verbose_name_plural": "historical guardianship recommendations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianshipTransfer",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "to",
                            models.CharField(
                                choices=[("council", "Another council"), ("hospital", "A hospital (Form G8)")],
                                max_length=8,
                            ),
                        ),
                        ("to_name", models.CharField(max_length=200, verbose_name="to")),
                        ("moved_on", models.DateField()),
                        ("applied_on", models.DateField(blank=True, null=True)),
                        ("agreed_at", models.DateTimeField()),
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
                            "agreed_by",
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
                            "amhp",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.amhpapproval",
                            ),
                        ),
                        (
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardianship transfer",
                        "verbose_name_plural": "historical guardianship transfers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianshipVisit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("visited_on", models.DateField()),
                        (
                            "visitor",
                            models.CharField(
                                choices=[
                                    ("officer", "Officer of the council"),
                                    ("approved_clinician", "Approved clinician"),
                                    ("section_12_doctor", "Doctor approved under section 12"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("visitor_name", models.CharField(max_length=200)),
                        ("findings", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
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
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardianship visit",
                        "verbose_name_plural": "historical guardianship visits",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSafeguardingConcern",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("concern", models.TextField()),
                        (
                            "about",
                            models.CharField(
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
                        ("about_whom", models.CharField(blank=True, max_length=200)),
                        ("told_on", models.DateField()),
                        ("raised_at", models.DateTimeField()),
                        ("seen_at", models.DateTimeField(null=True)),
                        (
                            "state",
                            models.CharField(
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
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "asked_at_start",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("expressed", "They were asked, and said what they want"),
                                    ("none_expressed", "They were asked, and named no outcome"),
                                    ("not_asked", "They could not be asked"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("not_asked_at_start_because", models.TextField(blank=True)),
                        ("asked_at_start_on", models.DateField(blank=True, null=True)),
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
                            "about_organisation",
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
                            "asked_at_start_by",
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
                    ],
                    options={
                        "verbose_name": "historical safeguarding concern",
                        "verbose_name_plural": "historical safeguarding concerns",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
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
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    ],
                    options={
                        "verbose_name": "historical assessment",
                        "verbose_name_plural": "historical assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
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
                        ("concern", models.TextField()),
                        (
                            "about",
                            models.CharField(
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
                        ("about_whom", models.CharField(blank=True, max_length=200)),
                        ("told_on", models.DateField()),
                        ("raised_at", models.DateTimeField()),
                        ("seen_at", models.DateTimeField(null=True)),
                        (
                            "state",
                            models.CharField(
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
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "asked_at_start",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("expressed", "They were asked, and said what they want"),
                                    ("none_expressed", "They were asked, and named no outcome"),
                                    ("not_asked", "They could not be asked"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("not_asked_at_start_because", models.TextField(blank=True)),
                        ("asked_at_start_on", models.DateField(blank=True, null=True)),
                        (
                            "about_organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="concerns_about_it",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "asked_at_start_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "council",
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
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
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
                            ),
                            models.Index(
                                condition=models.Q(("due_on__isnull", False)),
                                fields=["council", "due_on", "id"],
                                name="open_concerns_by_their_day",
                            ),
                            models.Index(
                                condition=models.Q(("due_on", None)),
                                fields=["council", "-id"],
                                name="ended_concerns_newest_first",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("seen_at__isnull", True), ("seen_by__isnull", True)),
                                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_concern_seen_names_who_saw_it",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("asked_at_start", "not_asked"), _negated=True),
                                    models.Q(("not_asked_at_start_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="whoever_was_not_asked_has_the_reason_why",
                            ),
                            models.CheckConstraint(
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
                        ],
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
                            "assessment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="determination",
                                to="casework.assessment",
                            ),
                        ),
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
                    },
                ),
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianNotice",
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
                                choices=[
                                    ("addresses", "Their own address and the person’s, on reception"),
                                    ("new_address", "A new address, their own or the person’s"),
                                    ("report", "A report the council asked for"),
                                    ("death", "The person’s death, or an end of the guardianship"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("told_on", models.DateField()),
                        ("says", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "guardian",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="casework.guardian",
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
                                condition=models.Q(("says", ""), _negated=True),
                                name="a_guardians_notice_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DischargingMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "discharge",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="casework.guardianshipdischarge",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("discharge", "name"), name="a_member_agrees_to_a_discharge_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="a_discharging_member_is_named"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuardianshipRenewal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "clinician",
                            models.CharField(
                                choices=[
                                    ("responsible_clinician", "Responsible clinician"),
                                    ("nominated_medical_attendant", "Nominated medical attendant"),
                                ],
                                max_length=28,
                            ),
                        ),
                        ("clinician_name", models.CharField(max_length=200)),
                        ("examined_on", models.DateField()),
                        ("signed_on", models.DateField()),
                        ("received_on", models.DateField()),
                        ("reasons", models.TextField()),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("extended_to", models.DateField(blank=True, null=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "guardian",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.guardian"
                            ),
                        ),
                        (
                            "guardianship",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="renewals",
                                to="casework.guardianship",
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
                                fields=("guardianship", "number"), name="each_term_is_renewed_once"
                            ),
                            models.CheckConstraint(
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
                        ],
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
                migrations.CreateModel(
                    name="HistoricalAssessedOutcome",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("outcome", models.CharField(choices=casework.outcomes.outcome_choices, max_length=40)),
                        ("can_achieve", models.BooleanField()),
                        ("unable_because", models.JSONField(default=list)),
                        ("wellbeing_impact", models.TextField(blank=True)),
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
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDischargingMember",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("name", models.CharField(max_length=200)),
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
                            "discharge",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianshipdischarge",
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
                        "verbose_name": "historical discharging member",
                        "verbose_name_plural": "historical discharging members",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
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
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianNotice",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("addresses", "Their own address and the person’s, on reception"),
                                    ("new_address", "A new address, their own or the person’s"),
                                    ("report", "A report the council asked for"),
                                    ("death", "The person’s death, or an end of the guardianship"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("told_on", models.DateField()),
                        ("says", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
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
                        "verbose_name": "historical guardian notice",
                        "verbose_name_plural": "historical guardian notices",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuardianshipRenewal",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "clinician",
                            models.CharField(
                                choices=[
                                    ("responsible_clinician", "Responsible clinician"),
                                    ("nominated_medical_attendant", "Nominated medical attendant"),
                                ],
                                max_length=28,
                            ),
                        ),
                        ("clinician_name", models.CharField(max_length=200)),
                        ("examined_on", models.DateField()),
                        ("signed_on", models.DateField()),
                        ("received_on", models.DateField()),
                        ("reasons", models.TextField()),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("extended_to", models.DateField(blank=True, null=True)),
                        ("recorded_at", models.DateTimeField()),
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
                            "guardianship",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.guardianship",
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
                        "verbose_name": "historical guardianship renewal",
                        "verbose_name_plural": "historical guardianship renewals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
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
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        ("need_key", models.CharField(max_length=12)),
                        ("outcome", models.CharField(choices=casework.outcomes.outcome_choices, max_length=40)),
                        ("description", models.TextField()),
                        ("eligible", models.BooleanField(null=True)),
                        ("how_far", models.TextField(blank=True, verbose_name="how far it meets the criteria")),
                        ("met_otherwise_because", models.TextField(blank=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs",
                                to="casework.assessment",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "need_key"), name="a_need_has_one_key_in_its_assessment"
                            )
                        ],
                    },
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
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
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
                    ],
                    options={
                        "verbose_name": "historical support plan",
                        "verbose_name_plural": "historical support plans",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        (
                            "concern",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="information_requests",
                                to="casework.safeguardingconcern",
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
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
                    name="SupportPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
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
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="casework.assessment",
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
                            "funding_decided_by",
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="casework.person"
                            ),
                        ),
                        (
                            "prepared_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="delegation.worker",
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
                    name="AssessedOutcome",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("outcome", models.CharField(choices=casework.outcomes.outcome_choices, max_length=40)),
                        ("can_achieve", models.BooleanField()),
                        ("unable_because", models.JSONField(default=list)),
                        ("wellbeing_impact", models.TextField(blank=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outcomes",
                                to="casework.assessment",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "outcome"), name="an_outcome_is_answered_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Charge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("calculated", "Waiting for the council’s decision"),
                                    ("decided", "Decided, notice to issue"),
                                    ("issued", "Charged"),
                                    ("waived", "Waived"),
                                    ("replaced", "Replaced by a later one"),
                                ],
                                default="calculated",
                                max_length=12,
                            ),
                        ),
                        (
                            "support",
                            models.CharField(
                                choices=[
                                    ("care_and_support", "Care and support for the person's own needs"),
                                    ("carers_own_support", "Support for a carer's own needs, given to the carer"),
                                    (
                                        "given_to_the_adult",
                                        "Care given to the adult to meet a carer's needs, such as replacement care",
                                    ),
                                    (
                                        "section_117_aftercare",
                                        "After-care under section 117 of the Mental Health Act 1983",
                                    ),
                                    ("reablement_six_weeks", "Intermediate care or reablement, in its first six weeks"),
                                    (
                                        "aids_and_minor_adaptations",
                                        "Community equipment: aids, and adaptations of £1,000 or less",
                                    ),
                                ],
                                max_length=32,
                            ),
                        ),
                        ("outside_aftercare_because", models.TextField(blank=True)),
                        ("from_day", models.DateField()),
                        ("weekly_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("calculated_weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("calculated_at", models.DateTimeField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("weekly", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("issued_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_because", models.TextField(blank=True)),
                        (
                            "calculated_by",
                            models.ForeignKey(
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
                            "issued_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "waived_by",
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
                                related_name="charges",
                                to="casework.person",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="charges",
                                to="casework.supportplan",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("due_on__isnull", False)),
                                fields=["council", "due_on", "id"],
                                name="charges_falling_due",
                            ),
                            models.Index(fields=["provider", "state", "-id"], name="charges_of_a_provider"),
                            models.Index(fields=["council", "state", "-id"], name="charges_by_state"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["calculated", "decided", "issued", "replaced", "waived"])
                                ),
                                name="a_charge_is_in_a_known_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "support__in",
                                        [
                                            "aids_and_minor_adaptations",
                                            "given_to_the_adult",
                                            "reablement_six_weeks",
                                            "section_117_aftercare",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                name="what_is_never_charged_has_no_charge",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("weekly_cost__gt", 0),
                                    ("calculated_weekly__gte", 0),
                                    (
                                        "calculated_weekly__lt",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("weekly_cost"), "+", models.Value(0.005)
                                        ),
                                    ),
                                    models.Q(
                                        ("weekly__isnull", True),
                                        models.Q(
                                            ("weekly__gte", 0),
                                            (
                                                "weekly__lt",
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("weekly_cost"), "+", models.Value(0.005)
                                                ),
                                            ),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                name="a_charge_is_never_more_than_the_cost",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True),
                                        ("decided_by__isnull", True),
                                        ("weekly__isnull", True),
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        ("weekly__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_decided_charge_says_how_much_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["calculated", "replaced"]),
                                    ("decided_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="no_charge_without_a_decision_of_the_council",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "issued"), _negated=True),
                                    models.Q(("issued_at__isnull", False), ("issued_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="an_issued_charge_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("waived_at__isnull", True), ("waived_because", ""), ("waived_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("state", "waived"),
                                        ("waived_at__isnull", False),
                                        ("waived_by__isnull", False),
                                        models.Q(("waived_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_waived_charge_says_when_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on__isnull", False), ("state__in", ("calculated", "decided"))),
                                    models.Q(
                                        models.Q(("state__in", ("calculated", "decided")), _negated=True),
                                        ("due_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_waiting_charge_has_a_day_falling_due",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "calculated")),
                                fields=("person", "support"),
                                name="one_charge_waits_for_its_decision",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "issued")),
                                fields=("person", "support"),
                                name="one_charge_for_a_support_is_in_force",
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
                migrations.CreateModel(
                    name="PlanVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="casework.supportplan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "number"), name="a_version_is_numbered_once_in_its_plan"
                            )
                        ],
                    },
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
                        (
                            "need",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="casework.need"
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
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
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
                    ],
                    options={
                        "verbose_name": "historical planned support",
                        "verbose_name_plural": "historical planned supports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCharge",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("calculated", "Waiting for the council’s decision"),
                                    ("decided", "Decided, notice to issue"),
                                    ("issued", "Charged"),
                                    ("waived", "Waived"),
                                    ("replaced", "Replaced by a later one"),
                                ],
                                default="calculated",
                                max_length=12,
                            ),
                        ),
                        (
                            "support",
                            models.CharField(
                                choices=[
                                    ("care_and_support", "Care and support for the person's own needs"),
                                    ("carers_own_support", "Support for a carer's own needs, given to the carer"),
                                    (
                                        "given_to_the_adult",
                                        "Care given to the adult to meet a carer's needs, such as replacement care",
                                    ),
                                    (
                                        "section_117_aftercare",
                                        "After-care under section 117 of the Mental Health Act 1983",
                                    ),
                                    ("reablement_six_weeks", "Intermediate care or reablement, in its first six weeks"),
                                    (
                                        "aids_and_minor_adaptations",
                                        "Community equipment: aids, and adaptations of £1,000 or less",
                                    ),
                                ],
                                max_length=32,
                            ),
                        ),
                        ("outside_aftercare_because", models.TextField(blank=True)),
                        ("from_day", models.DateField()),
                        ("weekly_cost", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("calculated_weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("calculated_at", models.DateTimeField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("weekly", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("issued_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_because", models.TextField(blank=True)),
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
                            "calculated_by",
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
                            "issued_by",
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
                            "waived_by",
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
                    ],
                    options={
                        "verbose_name": "historical charge",
                        "verbose_name_plural": "historical charges",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ChargeCalculation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("means", models.JSONField()),
                        ("evidence", models.TextField()),
                        ("steps", models.JSONField()),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        (
                            "charge",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calculation",
                                to="casework.charge",
                            ),
                        ),
                        (
                            "policy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calculations",
                                to="casework.chargingpolicy",
                            ),
                        ),
                    ],
                ),
            ],
        ),
        migrations.AlterUniqueTogether(
            name="personuserobjectpermission",
            unique_together={("user", "permission", "content_object")},
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="casework",
            model="PlanHand",
            sentence="A hand that was once on a plan stays on it.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="casework",
            model="PlanVersion",
            sentence="A sealed version of a plan is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="casework",
            model="ChargingPolicy",
            sentence="What a version of the charging policy says is never changed, and no version is removed.",
            columns=("council_id", "number", "from_day", "choices_made", "drafted_at", "drafted_by_id"),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="casework",
            model="ChargingFigure",
            sentence="A figure of a charging policy is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="casework",
            model="ChargeCalculation",
            sentence="What a charge was worked out from is never changed or removed.",
            columns=(),
        ),
    ]
