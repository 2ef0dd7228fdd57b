import datetime

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.append_only
import delegation.whole_tables


class Migration(migrations.Migration):
    replaces = [
        ("delegation", "0007_procedure_routes"),
        ("delegation", "0008_amhp"),
        ("delegation", "0009_contract"),
        ("delegation", "0010_information"),
        ("delegation", "0011_rest_centres"),
        ("delegation", "0012_rest_centres_of_a_provider"),
    ]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("delegation", "0001_tables"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("viewflow", "0015_task_scheduled"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="HistoricalProfessionalRegistration",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        (
                            "profession",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("social_worker", "Social worker"),
                                    ("mental_health_nurse", "First-level nurse (mental health)"),
                                    ("learning_disability_nurse", "First-level nurse (learning disability)"),
                                    ("occupational_therapist", "Occupational therapist"),
                                    ("practitioner_psychologist", "Practitioner psychologist"),
                                    ("nurse", "Nurse (another field of practice)"),
                                    ("hcpc_other", "Another profession of the HCPC"),
                                    ("medical_practitioner", "Registered medical practitioner"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("body", models.CharField(max_length=60)),
                        ("number", models.CharField(max_length=40)),
                        ("live_from", models.DateField(blank=True, null=True)),
                        ("live_to", models.DateField(blank=True, null=True)),
                        ("checked_on", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(max_length=200)),
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
                            "checked_by",
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
                        "verbose_name": "historical professional registration",
                        "verbose_name_plural": "historical professional registrations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalWorker",
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
                        "verbose_name": "historical worker",
                        "verbose_name_plural": "historical workers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "Council"),
                                    ("provider", "Provider"),
                                    ("care_provider", "Care provider"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ods_code", models.CharField(blank=True, max_length=10, verbose_name="ODS code")),
                        ("cqc_location_id", models.CharField(blank=True, max_length=20, verbose_name="CQC location")),
                        ("cqc_rating", models.CharField(blank=True, max_length=30, verbose_name="CQC rating")),
                        ("is_nhs_body", models.BooleanField(default=False, verbose_name="NHS body")),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "council",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contracted",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "staff_group",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="organisation",
                                to="auth.group",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("see_casework", "May see the casework of this organisation")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("council__isnull", True), ("kind", "council")),
                                    models.Q(models.Q(("kind", "council"), _negated=True), ("council__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_council_is_nobodys_and_others_work_for_one",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProcedureRoute",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject", models.CharField(max_length=40)),
                        ("live", models.BooleanField(default=True)),
                        (
                            "process",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="procedure_route",
                                to="viewflow.process",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("live", True)),
                                fields=("subject_kind", "subject"),
                                name="one_live_procedure_per_record",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfessionalRegistration",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        (
                            "profession",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("social_worker", "Social worker"),
                                    ("mental_health_nurse", "First-level nurse (mental health)"),
                                    ("learning_disability_nurse", "First-level nurse (learning disability)"),
                                    ("occupational_therapist", "Occupational therapist"),
                                    ("practitioner_psychologist", "Practitioner psychologist"),
                                    ("nurse", "Nurse (another field of practice)"),
                                    ("hcpc_other", "Another profession of the HCPC"),
                                    ("medical_practitioner", "Registered medical practitioner"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("body", models.CharField(max_length=60)),
                        ("number", models.CharField(max_length=40)),
                        ("live_from", models.DateField(blank=True, null=True)),
                        ("live_to", models.DateField(blank=True, null=True)),
                        ("checked_on", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(max_length=200)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "checked_by",
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
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registrations",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["body", "number"], name="registrations_by_number")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("worker", "body", "number"),
                                name="a_registration_is_entered_once_for_its_worker",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("body", ""), _negated=True), models.Q(("number", ""), _negated=True)
                                ),
                                name="a_registration_has_its_body_and_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live_to__isnull", True),
                                    ("live_from__isnull", True),
                                    ("live_to__gte", models.F("live_from")),
                                    _connector="OR",
                                ),
                                name="a_registration_runs_out_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_because", ""), ("ended_by__isnull", True), ("ended_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("ended_by__isnull", False),
                                        ("ended_on__isnull", False),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_ended_registration_says_by_whom_and_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OmbudsmanEnquiry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("their_reference", models.CharField(max_length=200, verbose_name="the Ombudsman's reference")),
                        ("asked_for", models.TextField(verbose_name="what the Ombudsman asks")),
                        ("received_on", models.DateField()),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for the council"),
                                    ("asked", "Waiting for the provider"),
                                    ("supplied", "Supplied by the provider"),
                                    ("answered", "Answered"),
                                    ("closed", "Closed on the Ombudsman’s decision"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("supply_asked", models.TextField(blank=True, verbose_name="what the provider is asked")),
                        ("supply_due_on", models.DateField(blank=True, null=True)),
                        ("supplied_at", models.DateTimeField(blank=True, null=True)),
                        ("supplied_on", models.DateField(blank=True, null=True)),
                        ("supply", models.TextField(blank=True, verbose_name="what the provider supplied")),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_investigated", "Not investigated"),
                                    ("not_upheld", "Not upheld"),
                                    ("upheld", "Upheld"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("remedy", models.TextField(blank=True)),
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
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "supplied_by",
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
                            "provider",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_at", None)),
                                fields=["council", "due_on"],
                                name="open_ombudsman_by_day",
                            ),
                            models.Index(fields=["council", "-closed_at"], name="closed_ombudsman_enquiries"),
                            models.Index(fields=["provider", "-received_on"], name="ombudsman_of_a_provider"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["answered", "closed"]), _negated=True),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                        ("answered_on__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="the_ombudsman_is_answered_with_words_by_somebody_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at", None),
                                        ("closed_by", None),
                                        ("decision", ""),
                                        models.Q(("state", "closed"), _negated=True),
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        ("state", "closed"),
                                        models.Q(("decision", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_ombudsman_enquiry_is_closed_on_a_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["asked", "supplied"]), _negated=True),
                                    models.Q(
                                        ("provider__isnull", False),
                                        ("supply_due_on__isnull", False),
                                        models.Q(("supply_asked", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_provider_is_asked_for_something_by_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceMinimum",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
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
                            "set_by",
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
                    ],
                    options={
                        "verbose_name": "historical workforce minimum",
                        "verbose_name_plural": "historical workforce minimums",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSeniorPost",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("principal_social_worker", "Principal social worker"),
                                    ("senior", "Senior social care post"),
                                    ("development", "Workforce development post"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("asked_from", models.DateField()),
                        ("held_since", models.DateField(blank=True, null=True)),
                        ("vacant_since", models.DateField(blank=True, null=True)),
                        ("covered_since", models.DateField(blank=True, null=True)),
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
                            "covered_by",
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
                            "holder",
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
                            "named_by",
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
                    ],
                    options={
                        "verbose_name": "historical senior post",
                        "verbose_name_plural": "historical senior posts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRestCentre",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("name", models.CharField(max_length=200)),
                        ("address", models.CharField(max_length=200)),
                        ("places", models.PositiveSmallIntegerField(verbose_name="people it takes")),
                        (
                            "responder_kind",
                            models.CharField(
                                choices=[
                                    ("local_authority", "Local authority (Category 1)"),
                                    ("police", "Chief officer of police (Category 1)"),
                                    ("fire_and_rescue", "Fire and rescue authority (Category 1)"),
                                    (
                                        "ambulance_trust",
                                        "NHS trust or foundation trust that provides ambulance services (Category 1)",
                                    ),
                                    (
                                        "emergency_department_trust",
                                        "NHS trust or foundation trust that provides accident and emergency services (Category 1)",
                                    ),
                                    ("nhs_england", "NHS England (Category 1)"),
                                    ("integrated_care_board", "Integrated care board (Category 1)"),
                                    ("health_protection", "UK Health Security Agency (Category 1)"),
                                    ("port_health_authority", "Port health authority (Category 1)"),
                                    ("environment_agency", "Environment Agency (Category 1)"),
                                    ("coastguard", "Maritime and Coastguard Agency (Category 1)"),
                                    ("utility", "Electricity, gas, water or telephone undertaker (Category 2)"),
                                    ("transport", "Railway, airport, harbour or highway operator (Category 2)"),
                                    ("health_and_safety", "Health and Safety Executive (Category 2)"),
                                ],
                                default="local_authority",
                                max_length=30,
                            ),
                        ),
                        ("responder_name", models.CharField(blank=True, max_length=200)),
                        (
                            "agreement",
                            models.CharField(blank=True, max_length=200, verbose_name="the written arrangement"),
                        ),
                        ("agreed_on", models.DateField(blank=True, null=True)),
                        (
                            "contract",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="the written arrangement with the provider"
                            ),
                        ),
                        ("contracted_on", models.DateField(blank=True, null=True)),
                        ("contact_tested_on", models.DateField(blank=True, null=True)),
                        ("contact_test_due_on", models.DateField()),
                        ("exercise_due_on", models.DateField()),
                        ("review_due_on", models.DateField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "In the plan"),
                                    ("open", "Open"),
                                    ("withdrawn", "Taken out of the plan"),
                                ],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
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
                    ],
                    options={
                        "verbose_name": "historical rest centre",
                        "verbose_name_plural": "historical rest centres",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPublicEnquiry",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("press", "The press"), ("member", "An elected member")], max_length=8
                            ),
                        ),
                        ("asked_by", models.CharField(max_length=200, verbose_name="who asks")),
                        ("asked_for", models.TextField(verbose_name="what is asked")),
                        ("received_on", models.DateField()),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for a draft"),
                                    ("drafted", "Waiting for clearance"),
                                    ("cleared", "Cleared, to be sent"),
                                    ("sent", "Sent"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("draft", models.TextField(blank=True)),
                        ("drafted_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_back_because", models.TextField(blank=True)),
                        ("cleared_at", models.DateTimeField(blank=True, null=True)),
                        ("cleared_words", models.TextField(blank=True)),
                        (
                            "constituents_authority",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nothing_personal", "The reply tells nothing of any person"),
                                    ("consent", "The constituent agreed in writing"),
                                    (
                                        "representative",
                                        "The member acts on the constituent’s request (DPA 2018 Sch 1 paras 23-24)",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_on", models.DateField(blank=True, null=True)),
                        ("sent_words", models.TextField(blank=True)),
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
                            "cleared_by",
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
                            "sent_by",
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
                        "verbose_name": "historical public enquiry",
                        "verbose_name_plural": "historical public enquirys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPost",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("practitioner", "Practitioner"),
                                    ("quality_assurer", "Quality assurer"),
                                    ("provider_manager", "Provider manager"),
                                    ("data_officer", "Data officer"),
                                    ("verifier", "Verifier"),
                                    ("team_manager", "Team manager"),
                                    ("head_of_service", "Head of service"),
                                    ("dass", "Director of Adult Social Services"),
                                    ("broker", "Broker"),
                                    ("safeguarding_manager", "Safeguarding manager"),
                                    ("amhp_lead", "AMHP lead"),
                                    ("guardianship_officer", "Guardianship officer"),
                                    ("information_officer", "Complaints and information officer"),
                                    ("returns_officer", "Returns officer"),
                                    ("auditor", "Auditor"),
                                    ("monitoring_officer", "Monitoring officer"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=40,
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
                    ],
                    options={
                        "verbose_name": "historical post",
                        "verbose_name_plural": "historical posts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOrganisation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("key", models.SlugField(max_length=80)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "Council"),
                                    ("provider", "Provider"),
                                    ("care_provider", "Care provider"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ods_code", models.CharField(blank=True, max_length=10, verbose_name="ODS code")),
                        ("cqc_location_id", models.CharField(blank=True, max_length=20, verbose_name="CQC location")),
                        ("cqc_rating", models.CharField(blank=True, max_length=30, verbose_name="CQC rating")),
                        ("is_nhs_body", models.BooleanField(default=False, verbose_name="NHS body")),
                        ("closed_on", models.DateField(blank=True, null=True)),
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
                            "staff_group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="auth.group",
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
                    ],
                    options={
                        "verbose_name": "historical organisation",
                        "verbose_name_plural": "historical organisations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOmbudsmanEnquiry",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("their_reference", models.CharField(max_length=200, verbose_name="the Ombudsman's reference")),
                        ("asked_for", models.TextField(verbose_name="what the Ombudsman asks")),
                        ("received_on", models.DateField()),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for the council"),
                                    ("asked", "Waiting for the provider"),
                                    ("supplied", "Supplied by the provider"),
                                    ("answered", "Answered"),
                                    ("closed", "Closed on the Ombudsman’s decision"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("supply_asked", models.TextField(blank=True, verbose_name="what the provider is asked")),
                        ("supply_due_on", models.DateField(blank=True, null=True)),
                        ("supplied_at", models.DateTimeField(blank=True, null=True)),
                        ("supplied_on", models.DateField(blank=True, null=True)),
                        ("supply", models.TextField(blank=True, verbose_name="what the provider supplied")),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_investigated", "Not investigated"),
                                    ("not_upheld", "Not upheld"),
                                    ("upheld", "Upheld"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("remedy", models.TextField(blank=True)),
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
                            "supplied_by",
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
                        "verbose_name": "historical ombudsman enquiry",
                        "verbose_name_plural": "historical ombudsman enquirys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFoiRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("received_on", models.DateField()),
                        ("handed_over_on", models.DateField(blank=True, null=True)),
                        ("handed_over_time", models.TimeField(blank=True, null=True)),
                        ("working_days_lost", models.PositiveSmallIntegerField(default=0)),
                        ("first_due_on", models.DateField()),
                        ("due_on", models.DateField()),
                        ("asked_by", models.CharField(max_length=200, verbose_name="who asks")),
                        ("reply_to", models.CharField(max_length=200, verbose_name="address for the reply")),
                        ("asked_for", models.TextField(verbose_name="what is asked for")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for an answer"),
                                    ("extended", "Put off for the public interest test"),
                                    ("answered", "Answered"),
                                    ("refused", "Refused"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("extended_on", models.DateField(blank=True, null=True)),
                        ("extended_under", models.CharField(blank=True, max_length=10)),
                        ("extended_because", models.TextField(blank=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                        ("is_held", models.BooleanField(default=True, verbose_name="whether the council holds it")),
                        ("exemptions", models.CharField(blank=True, max_length=100)),
                        ("reasons", models.TextField(blank=True)),
                        ("public_interest", models.TextField(blank=True)),
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
                            "reached",
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
                        "verbose_name": "historical foi request",
                        "verbose_name_plural": "historical foi requests",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFinancialLimit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("role", models.CharField(blank=True, max_length=40)),
                        ("weekly", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("whole_life", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                        ("unlimited", models.BooleanField(default=False)),
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
                            "set_by",
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
                    ],
                    options={
                        "verbose_name": "historical financial limit",
                        "verbose_name_plural": "historical financial limits",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCover",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("reason", models.TextField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
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
                            "covered",
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
                            "covering",
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
                            "given_by",
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
                    ],
                    options={
                        "verbose_name": "historical cover",
                        "verbose_name_plural": "historical covers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalContractTarget",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "measure",
                            models.CharField(
                                choices=[
                                    ("assessment_to_plan", "From assessment to plan"),
                                    ("assurance_to_submission", "From quality assurance to submission"),
                                    ("return_rate", "Plans returned"),
                                    ("late_reviews", "Reviews begun late"),
                                    ("provider_days", "Days with the provider"),
                                    ("council_days", "Days with the council"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=1, max_digits=6)),
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
                            "set_by",
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
                    ],
                    options={
                        "verbose_name": "historical contract target",
                        "verbose_name_plural": "historical contract targets",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAuthorisation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "function",
                            models.CharField(
                                choices=[
                                    ("care_support_assessment", "Care and support needs assessment (adult)"),
                                    ("support_plan_development", "Development of the care and support plan"),
                                    ("personal_budget_provision", "Provision of the personal budget"),
                                    ("safeguarding_alert_capture", "Safeguarding: receipt and logging of concerns"),
                                    ("safeguarding_information_gathering", "Safeguarding: gathering information"),
                                    ("safeguarding_investigation", "Safeguarding: carrying out the enquiry"),
                                    ("safeguarding_outcome_scrutiny", "Safeguarding: scrutiny and decision on outcome"),
                                    ("carer_assessment", "Carer's assessment"),
                                    ("carer_provision", "Support to carers (support plan and services)"),
                                    ("charging_policy_hold", "Charging policy: owning, setting and changing"),
                                    ("charging_policy_apply", "Charging: financial assessment and applying the policy"),
                                    ("policy_development", "Adult social care policy: development and change"),
                                    ("property_entry_protection", "Power to enter and protect property"),
                                    ("emergency_rest_centre", "Emergency planning: setting up a rest centre"),
                                    ("press_liaison", "Communication: press liaison"),
                                    ("members_liaison", "Communication: elected members' enquiries"),
                                    ("complaint_initial_handling", "Complaints and representations: first stage"),
                                    ("ombudsman_response", "Ombudsman (LGSCO) enquiries"),
                                    ("foi_response", "Freedom of information requests"),
                                    (
                                        "dfg_necessary_appropriate",
                                        "Disabled Facilities Grant: 'necessary and appropriate' confirmation",
                                    ),
                                    ("amhp_approval", "Mental Health Act: approval of AMHPs"),
                                    (
                                        "guardianship_sign_off",
                                        "Mental Health Act: guardianship acceptance, renewal receipt and discharge",
                                    ),
                                    ("dass_role", "Director of Adult Social Services"),
                                    ("statutory_return_data_collection", "Statutory returns: collecting the data"),
                                    ("statutory_return_submission", "Statutory returns: sign-off and submission"),
                                    ("return_asc_fr", "Adult Social Care Finance Return (ASC-FR)"),
                                    ("return_dols_annual", "Deprivation of Liberty Safeguards return (annual)"),
                                    ("return_dols_quarterly", "Deprivation of Liberty Safeguards quarterly return"),
                                    ("return_mh_guardianship", "Mental Health Guardianship return"),
                                    ("return_workforce_nmds_sc", "National Minimum Data Set for Social Care"),
                                    ("return_salt", "Short and Long Term (SALT) return, year to 31 March 2015"),
                                    ("return_safeguarding_adults", "Safeguarding Adults Return"),
                                    ("return_registered_blind", "Registers of blind or partially sighted people"),
                                    ("return_ascs", "Adult Social Care Survey 2014/15"),
                                    ("return_sace", "Survey of Adult Carers in England 2014-15 (biennial)"),
                                    ("return_ascof", "Adult Social Care Outcomes Framework"),
                                    ("retained_statutory_oversight", "Oversight of statutory functions and returns"),
                                    ("brokerage_sourcing", "Brokerage: sourcing the care package"),
                                    (
                                        "plan_verification_and_funding",
                                        "Verification: statutory needs met and funding agreed",
                                    ),
                                    (
                                        "provider_plan_quality_assurance",
                                        "Provider's internal quality assurance of the plan",
                                    ),
                                    ("single_access_point_advice", "Single access point, information and advice"),
                                    ("principal_social_worker_post", "Principal social worker in the provider"),
                                    (
                                        "minimum_workforce_fte",
                                        "Minimum FTE: social workers, occupational therapists, community care workers",
                                    ),
                                    (
                                        "senior_social_care_posts",
                                        "Senior social care and workforce development posts in the provider",
                                    ),
                                    ("due_diligence_sign_off", "Due diligence on the provider"),
                                    ("eligibility_determination", "Eligibility determination"),
                                    (
                                        "dols_authorisation",
                                        "Deprivation of liberty: authorisation by the supervisory body",
                                    ),
                                    ("direct_payment_decision", "Direct payments"),
                                    ("s117_aftercare", "After-care under s.117"),
                                    ("safeguarding_adults_board", "Safeguarding Adults Board and reviews"),
                                    ("co_operation_integration", "Integration and co-operation duties"),
                                ],
                                max_length=60,
                            ),
                        ),
                        ("to_nhs_body", models.BooleanField(default=False)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
                                choices=[
                                    ("care_act_s79", "Care Act 2014 s.79"),
                                    ("nhs_act_s75", "NHS Act 2006 s.75"),
                                    ("activity", "activity carried out for the council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("scope", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("instrument", models.CharField(max_length=200)),
                        ("signed_by", models.CharField(max_length=200)),
                        ("signed_on", models.DateField()),
                        ("recorded_at", models.DateTimeField(blank=True, editable=False)),
                        ("revoked_on", models.DateField(blank=True, null=True)),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        ("revoked_because", models.TextField(blank=True)),
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
                            "revoked_by",
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
                    ],
                    options={
                        "verbose_name": "historical authorisation",
                        "verbose_name_plural": "historical authorisations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAssuranceException",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("function", models.CharField(max_length=60)),
                        ("what", models.TextField()),
                        ("due_on", models.DateField()),
                        ("raised_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_because", models.TextField(blank=True)),
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
                    ],
                    options={
                        "verbose_name": "historical assurance exception",
                        "verbose_name_plural": "historical assurance exceptions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="FoiRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("received_on", models.DateField()),
                        ("handed_over_on", models.DateField(blank=True, null=True)),
                        ("handed_over_time", models.TimeField(blank=True, null=True)),
                        ("working_days_lost", models.PositiveSmallIntegerField(default=0)),
                        ("first_due_on", models.DateField()),
                        ("due_on", models.DateField()),
                        ("asked_by", models.CharField(max_length=200, verbose_name="who asks")),
                        ("reply_to", models.CharField(max_length=200, verbose_name="address for the reply")),
                        ("asked_for", models.TextField(verbose_name="what is asked for")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for an answer"),
                                    ("extended", "Put off for the public interest test"),
                                    ("answered", "Answered"),
                                    ("refused", "Refused"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("extended_on", models.DateField(blank=True, null=True)),
                        ("extended_under", models.CharField(blank=True, max_length=10)),
                        ("extended_because", models.TextField(blank=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                        ("is_held", models.BooleanField(default=True, verbose_name="whether the council holds it")),
                        ("exemptions", models.CharField(blank=True, max_length=100)),
                        ("reasons", models.TextField(blank=True)),
                        ("public_interest", models.TextField(blank=True)),
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
                            "recorded_by",
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
                            "reached",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_at", None)),
                                fields=["council", "due_on"],
                                name="open_foi_by_day",
                            ),
                            models.Index(fields=["council", "-closed_at"], name="closed_foi_requests"),
                            models.Index(fields=["reached", "-received_on"], name="foi_by_whom_it_reached"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at", None),
                                        ("closed_by", None),
                                        ("closed_on", None),
                                        ("state__in", ["open", "extended"]),
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        ("closed_on__isnull", False),
                                        ("state__in", ["answered", "refused"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_closed_foi_request_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(
                                        models.Q(("exemptions", ""), _negated=True),
                                        models.Q(("reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_refused_foi_request_names_its_exemption_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "answered"), _negated=True),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_foi_request_is_answered_with_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("handed_over_on", None), ("reached", models.F("council"))),
                                    models.Q(
                                        models.Q(("reached", models.F("council")), _negated=True),
                                        ("handed_over_on__gte", models.F("received_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_foi_request_that_reached_a_provider_was_handed_over",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on", models.F("first_due_on")), ("extended_on", None)),
                                    models.Q(
                                        ("due_on__gt", models.F("first_due_on")),
                                        ("extended_on__lte", models.F("first_due_on")),
                                        models.Q(("extended_under", ""), _negated=True),
                                        models.Q(("extended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_an_extension_with_its_exemption_moves_the_foi_clock",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FinancialLimit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=40)),
                        ("weekly", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("whole_life", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                        ("unlimited", models.BooleanField(default=False)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "set_by",
                            models.ForeignKey(
                                null=True,
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
                                related_name="financial_limits",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="financial_limits",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("worker__isnull", True), models.Q(("role", ""), _negated=True)),
                                    models.Q(("role", ""), ("worker__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_limit_is_a_roles_or_a_persons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weekly__gte", 0), ("whole_life__gte", 0)),
                                name="a_limit_is_not_below_nought",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_limit_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("reason", models.TextField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "covered",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covered_by",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "covering",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covering_for",
                                to="delegation.worker",
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
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covers_given",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covers",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_day__gte", models.F("from_day"))),
                                name="cover_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("covered", models.F("covering")), _negated=True),
                                name="nobody_covers_for_themselves",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContractTarget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(
                                choices=[
                                    ("assessment_to_plan", "From assessment to plan"),
                                    ("assurance_to_submission", "From quality assurance to submission"),
                                    ("return_rate", "Plans returned"),
                                    ("late_reviews", "Reviews begun late"),
                                    ("provider_days", "Days with the provider"),
                                    ("council_days", "Days with the council"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=1, max_digits=6)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "set_by",
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
                                related_name="contract_targets",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_contract_targets",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("value__gte", 0)), name="a_target_is_not_below_nought"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_target_ends_after_it_begins",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("organisation", "measure"),
                                name="one_open_target_of_a_measure",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Authorisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "function",
                            models.CharField(
                                choices=[
                                    ("care_support_assessment", "Care and support needs assessment (adult)"),
                                    ("support_plan_development", "Development of the care and support plan"),
                                    ("personal_budget_provision", "Provision of the personal budget"),
                                    ("safeguarding_alert_capture", "Safeguarding: receipt and logging of concerns"),
                                    ("safeguarding_information_gathering", "Safeguarding: gathering information"),
                                    ("safeguarding_investigation", "Safeguarding: carrying out the enquiry"),
                                    ("safeguarding_outcome_scrutiny", "Safeguarding: scrutiny and decision on outcome"),
                                    ("carer_assessment", "Carer's assessment"),
                                    ("carer_provision", "Support to carers (support plan and services)"),
                                    ("charging_policy_hold", "Charging policy: owning, setting and changing"),
                                    ("charging_policy_apply", "Charging: financial assessment and applying the policy"),
                                    ("policy_development", "Adult social care policy: development and change"),
                                    ("property_entry_protection", "Power to enter and protect property"),
                                    ("emergency_rest_centre", "Emergency planning: setting up a rest centre"),
                                    ("press_liaison", "Communication: press liaison"),
                                    ("members_liaison", "Communication: elected members' enquiries"),
                                    ("complaint_initial_handling", "Complaints and representations: first stage"),
                                    ("ombudsman_response", "Ombudsman (LGSCO) enquiries"),
                                    ("foi_response", "Freedom of information requests"),
                                    (
                                        "dfg_necessary_appropriate",
                                        "Disabled Facilities Grant: 'necessary and appropriate' confirmation",
                                    ),
                                    ("amhp_approval", "Mental Health Act: approval of AMHPs"),
                                    (
                                        "guardianship_sign_off",
                                        "Mental Health Act: guardianship acceptance, renewal receipt and discharge",
                                    ),
                                    ("dass_role", "Director of Adult Social Services"),
                                    ("statutory_return_data_collection", "Statutory returns: collecting the data"),
                                    ("statutory_return_submission", "Statutory returns: sign-off and submission"),
                                    ("return_asc_fr", "Adult Social Care Finance Return (ASC-FR)"),
                                    ("return_dols_annual", "Deprivation of Liberty Safeguards return (annual)"),
                                    ("return_dols_quarterly", "Deprivation of Liberty Safeguards quarterly return"),
                                    ("return_mh_guardianship", "Mental Health Guardianship return"),
                                    ("return_workforce_nmds_sc", "National Minimum Data Set for Social Care"),
                                    ("return_salt", "Short and Long Term (SALT) return, year to 31 March 2015"),
                                    ("return_safeguarding_adults", "Safeguarding Adults Return"),
                                    ("return_registered_blind", "Registers of blind or partially sighted people"),
                                    ("return_ascs", "Adult Social Care Survey 2014/15"),
                                    ("return_sace", "Survey of Adult Carers in England 2014-15 (biennial)"),
                                    ("return_ascof", "Adult Social Care Outcomes Framework"),
                                    ("retained_statutory_oversight", "Oversight of statutory functions and returns"),
                                    ("brokerage_sourcing", "Brokerage: sourcing the care package"),
                                    (
                                        "plan_verification_and_funding",
                                        "Verification: statutory needs met and funding agreed",
                                    ),
                                    (
                                        "provider_plan_quality_assurance",
                                        "Provider's internal quality assurance of the plan",
                                    ),
                                    ("single_access_point_advice", "Single access point, information and advice"),
                                    ("principal_social_worker_post", "Principal social worker in the provider"),
                                    (
                                        "minimum_workforce_fte",
                                        "Minimum FTE: social workers, occupational therapists, community care workers",
                                    ),
                                    (
                                        "senior_social_care_posts",
                                        "Senior social care and workforce development posts in the provider",
                                    ),
                                    ("due_diligence_sign_off", "Due diligence on the provider"),
                                    ("eligibility_determination", "Eligibility determination"),
                                    (
                                        "dols_authorisation",
                                        "Deprivation of liberty: authorisation by the supervisory body",
                                    ),
                                    ("direct_payment_decision", "Direct payments"),
                                    ("s117_aftercare", "After-care under s.117"),
                                    ("safeguarding_adults_board", "Safeguarding Adults Board and reviews"),
                                    ("co_operation_integration", "Integration and co-operation duties"),
                                ],
                                max_length=60,
                            ),
                        ),
                        ("to_nhs_body", models.BooleanField(default=False)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
                                choices=[
                                    ("care_act_s79", "Care Act 2014 s.79"),
                                    ("nhs_act_s75", "NHS Act 2006 s.75"),
                                    ("activity", "activity carried out for the council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("scope", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("instrument", models.CharField(max_length=200)),
                        ("signed_by", models.CharField(max_length=200)),
                        ("signed_on", models.DateField()),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        ("revoked_on", models.DateField(blank=True, null=True)),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        ("revoked_because", models.TextField(blank=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "revoked_by",
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
                                related_name="authorisations_given",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="authorisations",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["organisation", "function"], name="authorisation_of_function")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "care_act_s79"), _negated=True),
                                    models.Q(
                                        ("from_day__gte", datetime.date(2015, 4, 1)),
                                        (
                                            "function__in",
                                            [
                                                "brokerage_sourcing",
                                                "care_support_assessment",
                                                "carer_assessment",
                                                "carer_provision",
                                                "charging_policy_apply",
                                                "direct_payment_decision",
                                                "eligibility_determination",
                                                "personal_budget_provision",
                                                "plan_verification_and_funding",
                                                "s117_aftercare",
                                                "single_access_point_advice",
                                                "support_plan_development",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="s79_authorises_only_what_the_care_act_lets_go",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "care_act_s79"), _negated=True),
                                    ("to_day__isnull", False),
                                    _connector="OR",
                                ),
                                name="s79_authorises_for_a_period_that_ends",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "nhs_act_s75"), _negated=True),
                                    models.Q(
                                        (
                                            "function__in",
                                            [
                                                "brokerage_sourcing",
                                                "care_support_assessment",
                                                "carer_assessment",
                                                "carer_provision",
                                                "charging_policy_apply",
                                                "charging_policy_hold",
                                                "co_operation_integration",
                                                "dfg_necessary_appropriate",
                                                "direct_payment_decision",
                                                "eligibility_determination",
                                                "personal_budget_provision",
                                                "plan_verification_and_funding",
                                                "property_entry_protection",
                                                "s117_aftercare",
                                                "safeguarding_adults_board",
                                                "safeguarding_alert_capture",
                                                "safeguarding_information_gathering",
                                                "safeguarding_investigation",
                                                "safeguarding_outcome_scrutiny",
                                                "single_access_point_advice",
                                                "support_plan_development",
                                            ],
                                        ),
                                        ("to_nhs_body", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="s75_authorises_only_an_nhs_body_and_what_the_regulations_let_go",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "activity"), _negated=True),
                                    (
                                        "function__in",
                                        [
                                            "complaint_initial_handling",
                                            "dfg_necessary_appropriate",
                                            "emergency_rest_centre",
                                            "members_liaison",
                                            "minimum_workforce_fte",
                                            "press_liaison",
                                            "principal_social_worker_post",
                                            "property_entry_protection",
                                            "provider_plan_quality_assurance",
                                            "safeguarding_alert_capture",
                                            "safeguarding_information_gathering",
                                            "safeguarding_investigation",
                                            "senior_social_care_posts",
                                            "statutory_return_data_collection",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="an_activity_is_one_that_may_be_carried_out_for_the_council",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("power__in", ["activity", "care_act_s79", "nhs_act_s75"])),
                                name="a_power_is_one_of_three",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "function__in",
                                        [
                                            "amhp_approval",
                                            "brokerage_sourcing",
                                            "charging_policy_hold",
                                            "co_operation_integration",
                                            "dass_role",
                                            "dols_authorisation",
                                            "due_diligence_sign_off",
                                            "foi_response",
                                            "guardianship_sign_off",
                                            "ombudsman_response",
                                            "plan_verification_and_funding",
                                            "policy_development",
                                            "retained_statutory_oversight",
                                            "return_asc_fr",
                                            "return_ascof",
                                            "return_ascs",
                                            "return_dols_annual",
                                            "return_dols_quarterly",
                                            "return_mh_guardianship",
                                            "return_registered_blind",
                                            "return_sace",
                                            "return_safeguarding_adults",
                                            "return_salt",
                                            "return_workforce_nmds_sc",
                                            "safeguarding_adults_board",
                                            "safeguarding_outcome_scrutiny",
                                            "statutory_return_submission",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                name="a_function_the_council_keeps_is_authorised_to_nobody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "function__in",
                                            [
                                                "charging_policy_apply",
                                                "dfg_necessary_appropriate",
                                                "direct_payment_decision",
                                                "emergency_rest_centre",
                                                "members_liaison",
                                                "minimum_workforce_fte",
                                                "press_liaison",
                                                "principal_social_worker_post",
                                                "property_entry_protection",
                                                "provider_plan_quality_assurance",
                                                "safeguarding_alert_capture",
                                                "safeguarding_information_gathering",
                                                "safeguarding_investigation",
                                                "senior_social_care_posts",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(("conditions", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_conditional_function_is_authorised_on_conditions",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="an_authorisation_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("revoked_at", None),
                                        ("revoked_because", ""),
                                        ("revoked_by", None),
                                        ("revoked_on", None),
                                    ),
                                    models.Q(
                                        ("revoked_at__isnull", False),
                                        ("revoked_by__isnull", False),
                                        ("revoked_on__isnull", False),
                                        models.Q(("revoked_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_revoked_authorisation_says_who_and_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssuranceException",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("function", models.CharField(max_length=60)),
                        ("what", models.TextField()),
                        ("due_on", models.DateField()),
                        ("raised_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_because", models.TextField(blank=True)),
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
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assurance_exceptions",
                                to="delegation.worker",
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
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assurance_exceptions",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=["council"],
                                name="open_exceptions_of_a_council",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_because", ""), ("closed_by__isnull", True), ("closed_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("closed_by__isnull", False),
                                        ("closed_on__isnull", False),
                                        models.Q(("closed_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_closed_exception_says_when_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("raised_on"))),
                                name="an_exception_falls_due_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Post",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("practitioner", "Practitioner"),
                                    ("quality_assurer", "Quality assurer"),
                                    ("provider_manager", "Provider manager"),
                                    ("data_officer", "Data officer"),
                                    ("verifier", "Verifier"),
                                    ("team_manager", "Team manager"),
                                    ("head_of_service", "Head of service"),
                                    ("dass", "Director of Adult Social Services"),
                                    ("broker", "Broker"),
                                    ("safeguarding_manager", "Safeguarding manager"),
                                    ("amhp_lead", "AMHP lead"),
                                    ("guardianship_officer", "Guardianship officer"),
                                    ("information_officer", "Complaints and information officer"),
                                    ("returns_officer", "Returns officer"),
                                    ("auditor", "Auditor"),
                                    ("monitoring_officer", "Monitoring officer"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_post_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "administrator",
                                            "amhp_lead",
                                            "auditor",
                                            "broker",
                                            "dass",
                                            "data_officer",
                                            "guardianship_officer",
                                            "head_of_service",
                                            "information_officer",
                                            "monitoring_officer",
                                            "practitioner",
                                            "provider_manager",
                                            "quality_assurer",
                                            "returns_officer",
                                            "safeguarding_manager",
                                            "team_manager",
                                            "verifier",
                                        ],
                                    )
                                ),
                                name="a_post_has_a_known_role",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("worker", "organisation", "role"),
                                name="one_open_post_for_a_role",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRegistrationSuspension",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("from_day", models.DateField()),
                        ("because", models.TextField()),
                        ("lifted_on", models.DateField(blank=True, null=True)),
                        ("lifted_because", models.TextField(blank=True)),
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
                            "lifted_by",
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
                            "suspended_by",
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
                            "registration",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.professionalregistration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical registration suspension",
                        "verbose_name_plural": "historical registration suspensions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PublicEnquiry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("press", "The press"), ("member", "An elected member")], max_length=8
                            ),
                        ),
                        ("asked_by", models.CharField(max_length=200, verbose_name="who asks")),
                        ("asked_for", models.TextField(verbose_name="what is asked")),
                        ("received_on", models.DateField()),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for a draft"),
                                    ("drafted", "Waiting for clearance"),
                                    ("cleared", "Cleared, to be sent"),
                                    ("sent", "Sent"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("draft", models.TextField(blank=True)),
                        ("drafted_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_back_because", models.TextField(blank=True)),
                        ("cleared_at", models.DateTimeField(blank=True, null=True)),
                        ("cleared_words", models.TextField(blank=True)),
                        (
                            "constituents_authority",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nothing_personal", "The reply tells nothing of any person"),
                                    ("consent", "The constituent agreed in writing"),
                                    (
                                        "representative",
                                        "The member acts on the constituent’s request (DPA 2018 Sch 1 paras 23-24)",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_on", models.DateField(blank=True, null=True)),
                        ("sent_words", models.TextField(blank=True)),
                        (
                            "cleared_by",
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
                                blank=True,
                                null=True,
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
                            "sent_by",
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
                                condition=models.Q(("sent_at", None)),
                                fields=["council", "due_on"],
                                name="unsent_replies_by_day",
                            ),
                            models.Index(fields=["council", "-sent_at"], name="sent_replies"),
                            models.Index(fields=["provider", "-received_on"], name="enquiries_of_a_provider"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("sent_at", None),
                                        ("sent_by", None),
                                        ("sent_on", None),
                                        ("sent_words", ""),
                                        models.Q(("state", "sent"), _negated=True),
                                    ),
                                    models.Q(
                                        ("sent_at__gte", models.F("cleared_at")),
                                        ("sent_by__isnull", False),
                                        ("sent_on__isnull", False),
                                        ("sent_words", models.F("cleared_words")),
                                        ("state", "sent"),
                                        models.Q(("sent_words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_reply_is_sent_only_as_it_was_cleared",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cleared_at", None),
                                        ("cleared_by", None),
                                        ("cleared_words", ""),
                                        models.Q(("state__in", ["cleared", "sent"]), _negated=True),
                                    ),
                                    models.Q(
                                        ("cleared_at__isnull", False),
                                        ("cleared_by__isnull", False),
                                        ("state__in", ["cleared", "sent"]),
                                        models.Q(("cleared_words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_cleared_reply_says_who_cleared_which_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "member"), ("state__in", ["cleared", "sent"]), _negated=True),
                                    models.Q(("constituents_authority", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_member_is_told_only_with_the_constituents_authority_checked",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegisterHead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seq", models.BigIntegerField(default=0)),
                        ("hash", models.CharField(blank=True, max_length=64)),
                        ("at", models.DateTimeField(blank=True, null=True)),
                        (
                            "council",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="register_head",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="RegistrationSuspension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("because", models.TextField()),
                        ("lifted_on", models.DateField(blank=True, null=True)),
                        ("lifted_because", models.TextField(blank=True)),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="suspensions",
                                to="delegation.professionalregistration",
                            ),
                        ),
                        (
                            "suspended_by",
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
                                condition=models.Q(("lifted_on__isnull", True)),
                                fields=("registration",),
                                name="a_registration_is_suspended_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lifted_because", ""), ("lifted_by__isnull", True), ("lifted_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("lifted_by__isnull", False),
                                        ("lifted_on__isnull", False),
                                        models.Q(("lifted_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_lifted_registration_suspension_says_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("lifted_on__isnull", True),
                                    ("lifted_on__gte", models.F("from_day")),
                                    _connector="OR",
                                ),
                                name="a_registration_suspension_is_lifted_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RestCentre",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("address", models.CharField(max_length=200)),
                        ("places", models.PositiveSmallIntegerField(verbose_name="people it takes")),
                        (
                            "responder_kind",
                            models.CharField(
                                choices=[
                                    ("local_authority", "Local authority (Category 1)"),
                                    ("police", "Chief officer of police (Category 1)"),
                                    ("fire_and_rescue", "Fire and rescue authority (Category 1)"),
                                    (
                                        "ambulance_trust",
                                        "NHS trust or foundation trust that provides ambulance services (Category 1)",
                                    ),
                                    (
                                        "emergency_department_trust",
                                        "NHS trust or foundation trust that provides accident and emergency services (Category 1)",
                                    ),
                                    ("nhs_england", "NHS England (Category 1)"),
                                    ("integrated_care_board", "Integrated care board (Category 1)"),
                                    ("health_protection", "UK Health Security Agency (Category 1)"),
                                    ("port_health_authority", "Port health authority (Category 1)"),
                                    ("environment_agency", "Environment Agency (Category 1)"),
                                    ("coastguard", "Maritime and Coastguard Agency (Category 1)"),
                                    ("utility", "Electricity, gas, water or telephone undertaker (Category 2)"),
                                    ("transport", "Railway, airport, harbour or highway operator (Category 2)"),
                                    ("health_and_safety", "Health and Safety Executive (Category 2)"),
                                ],
                                default="local_authority",
                                max_length=30,
                            ),
                        ),
                        ("responder_name", models.CharField(blank=True, max_length=200)),
                        (
                            "agreement",
                            models.CharField(blank=True, max_length=200, verbose_name="the written arrangement"),
                        ),
                        ("agreed_on", models.DateField(blank=True, null=True)),
                        (
                            "contract",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="the written arrangement with the provider"
                            ),
                        ),
                        ("contracted_on", models.DateField(blank=True, null=True)),
                        ("contact_tested_on", models.DateField(blank=True, null=True)),
                        ("contact_test_due_on", models.DateField()),
                        ("exercise_due_on", models.DateField()),
                        ("review_due_on", models.DateField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "In the plan"),
                                    ("open", "Open"),
                                    ("withdrawn", "Taken out of the plan"),
                                ],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_because", models.TextField(blank=True)),
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
                                blank=True,
                                null=True,
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
                        "indexes": [
                            models.Index(fields=["council", "due_on"], name="rest_centres_by_day"),
                            models.Index(fields=["provider", "due_on"], name="rest_centres_of_a_provider"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("agreed_on", None),
                                        ("agreement", ""),
                                        ("responder_kind", "local_authority"),
                                        ("responder_name", ""),
                                    ),
                                    models.Q(
                                        ("agreed_on__isnull", False),
                                        (
                                            "responder_kind__in",
                                            [
                                                "local_authority",
                                                "police",
                                                "fire_and_rescue",
                                                "ambulance_trust",
                                                "emergency_department_trust",
                                                "nhs_england",
                                                "integrated_care_board",
                                                "health_protection",
                                                "port_health_authority",
                                                "environment_agency",
                                                "coastguard",
                                                "utility",
                                                "transport",
                                                "health_and_safety",
                                            ],
                                        ),
                                        models.Q(("responder_name", ""), _negated=True),
                                        models.Q(("agreement", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_rest_centre_is_the_councils_or_a_listed_responders",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("contact_tested_on", None),
                                        ("contract", ""),
                                        ("contracted_on", None),
                                        ("provider", None),
                                    ),
                                    models.Q(
                                        ("contracted_on__isnull", False),
                                        ("provider__isnull", False),
                                        models.Q(("contract", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_provider_staffs_a_rest_centre_under_a_written_arrangement",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("state", "withdrawn"), _negated=True),
                                        ("due_on__isnull", False),
                                        ("withdrawn_at", None),
                                        ("withdrawn_by", None),
                                    ),
                                    models.Q(
                                        ("due_on", None),
                                        ("state", "withdrawn"),
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("withdrawn_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_rest_centre_taken_out_says_when_by_whom_and_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeniorPost",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("principal_social_worker", "Principal social worker"),
                                    ("senior", "Senior social care post"),
                                    ("development", "Workforce development post"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("asked_from", models.DateField()),
                        ("held_since", models.DateField(blank=True, null=True)),
                        ("vacant_since", models.DateField(blank=True, null=True)),
                        ("covered_since", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="senior_posts",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "covered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="senior_posts",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_senior_posts",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_since__isnull", False),
                                        ("holder__isnull", False),
                                        ("vacant_since__isnull", True),
                                    ),
                                    models.Q(
                                        ("held_since__isnull", True),
                                        ("holder__isnull", True),
                                        ("vacant_since__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_post_is_held_or_vacant_since_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("covered_by__isnull", True), ("covered_since__isnull", True)),
                                    models.Q(
                                        ("covered_by__isnull", False),
                                        ("covered_since__isnull", False),
                                        ("holder__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_vacant_post_is_covered",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_because", ""), ("ended_on__isnull", True)),
                                    models.Q(
                                        ("ended_on__isnull", False), models.Q(("ended_because", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_post_no_longer_asked_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True), ("kind", "principal_social_worker")),
                                fields=("organisation",),
                                name="one_principal_social_worker_of_a_provider",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkforceMinimum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workforce_minimums",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_workforce_minimums",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "set_by",
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
                                condition=models.Q(("fte__gte", 0)), name="a_minimum_is_not_below_nought"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_minimum_ends_after_it_begins",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("organisation", "role"),
                                name="one_open_minimum_of_a_role",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AmhpApproval",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        ("profession", models.CharField(max_length=40)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied"),
                                    ("refused", "Refused"),
                                    ("in_force", "In force"),
                                    ("suspended", "Suspended"),
                                    ("ended", "Ended"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("applied_on", models.DateField()),
                        ("course", models.CharField(blank=True, max_length=200)),
                        ("course_completed_on", models.DateField(blank=True, null=True)),
                        ("was_approved_before", models.BooleanField(default=False)),
                        ("earlier_approvals", models.TextField(blank=True)),
                        ("approved_by_now", models.CharField(blank=True, max_length=200)),
                        ("undertakes_to_tell_of_acting", models.BooleanField(default=False)),
                        ("undertakes_to_stop_on_suspension", models.BooleanField(default=False)),
                        ("undertakes_to_stop_on_loss", models.BooleanField(default=False)),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("decision_written_in", models.CharField(blank=True, max_length=200)),
                        ("last_day", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("due_what", models.CharField(blank=True, max_length=20)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "end_cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("term", "The five years ended"),
                                    ("request", "At their own written request"),
                                    ("competence", "No longer satisfied of competence"),
                                    ("profession", "No longer meets a professional requirement"),
                                    ("breach", "A condition of the approval was broken"),
                                    ("elsewhere", "Approved by another council"),
                                    ("renewed", "Approved anew by this council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("end_reasons", models.TextField(blank=True)),
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
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amhp_approvals",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amhp_approvals",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "decided_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.post",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amhp_approvals",
                                to="delegation.professionalregistration",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "due_on"], name="amhps_by_what_falls_due"),
                            models.Index(fields=["council", "state"], name="amhps_by_state"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["in_force", "suspended"])),
                                fields=("worker",),
                                name="a_worker_has_one_live_amhp_approval",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "applied")),
                                fields=("worker", "council"),
                                name="a_worker_has_one_open_amhp_application_to_a_council",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("decided_in__isnull", True),
                                        ("decided_on__isnull", True),
                                        ("last_day__isnull", True),
                                        ("state", "applied"),
                                    ),
                                    models.Q(
                                        ("decided_by__isnull", False),
                                        ("decided_in__isnull", False),
                                        ("decided_on__isnull", False),
                                        ("state__in", ["refused", "in_force", "suspended", "ended"]),
                                        models.Q(("reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_amhp_decision_says_when_by_whom_in_which_post_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["in_force", "suspended", "ended"]), _negated=True),
                                    models.Q(
                                        ("last_day__gt", models.F("decided_on")),
                                        ("undertakes_to_stop_on_loss", True),
                                        ("undertakes_to_stop_on_suspension", True),
                                        ("undertakes_to_tell_of_acting", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_amhp_approval_has_its_term_and_its_undertakings",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_by__isnull", False),
                                        ("ended_on__isnull", False),
                                        ("state", "ended"),
                                        models.Q(("end_cause", ""), _negated=True),
                                        models.Q(("end_reasons", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "ended"), _negated=True),
                                        ("end_cause", ""),
                                        ("end_reasons", ""),
                                        ("ended_by__isnull", True),
                                        ("ended_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_ended_amhp_approval_says_when_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    models.Q(
                                        ("ended_on__gte", models.F("decided_on")),
                                        ("ended_on__lte", models.F("last_day")),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_amhp_approval_ends_within_its_term",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("course_completed_on__isnull", False),
                                    ("was_approved_before", True),
                                    _connector="OR",
                                ),
                                name="whoever_was_never_approved_as_an_amhp_names_the_course",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DueDiligence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        ("opened_on", models.DateField()),
                        ("signed_on", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        ("remarks", models.TextField(blank=True)),
                        (
                            "opened_by",
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
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="due_diligences",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_due_diligences",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.post",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["organisation", "signed_on"], name="due_diligence_of_a_provider"),
                            models.Index(fields=["council", "-opened_on"], name="due_diligence_of_a_council"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("post__isnull", True),
                                        ("signed_by__isnull", True),
                                        ("signed_on__isnull", True),
                                        ("valid_to__isnull", True),
                                    ),
                                    models.Q(
                                        ("post__isnull", False),
                                        ("signed_by__isnull", False),
                                        ("signed_on__isnull", False),
                                        ("valid_to__gte", models.F("signed_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_signed_due_diligence_says_who_in_which_post_and_until_when",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("signed_on__isnull", True)),
                                fields=("organisation",),
                                name="one_open_due_diligence_of_a_provider",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceReturn",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        ("month", models.DateField()),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("remarks", models.TextField(blank=True)),
                        ("due_on", models.DateField()),
                        ("declared_on", models.DateField()),
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
                            "declared_by",
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
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.post",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical workforce return",
                        "verbose_name_plural": "historical workforce returns",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalScheduleChange",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        (
                            "function",
                            models.CharField(
                                choices=[
                                    ("care_support_assessment", "Care and support needs assessment (adult)"),
                                    ("support_plan_development", "Development of the care and support plan"),
                                    ("personal_budget_provision", "Provision of the personal budget"),
                                    ("safeguarding_alert_capture", "Safeguarding: receipt and logging of concerns"),
                                    ("safeguarding_information_gathering", "Safeguarding: gathering information"),
                                    ("safeguarding_investigation", "Safeguarding: carrying out the enquiry"),
                                    ("safeguarding_outcome_scrutiny", "Safeguarding: scrutiny and decision on outcome"),
                                    ("carer_assessment", "Carer's assessment"),
                                    ("carer_provision", "Support to carers (support plan and services)"),
                                    ("charging_policy_hold", "Charging policy: owning, setting and changing"),
                                    ("charging_policy_apply", "Charging: financial assessment and applying the policy"),
                                    ("policy_development", "Adult social care policy: development and change"),
                                    ("property_entry_protection", "Power to enter and protect property"),
                                    ("emergency_rest_centre", "Emergency planning: setting up a rest centre"),
                                    ("press_liaison", "Communication: press liaison"),
                                    ("members_liaison", "Communication: elected members' enquiries"),
                                    ("complaint_initial_handling", "Complaints and representations: first stage"),
                                    ("ombudsman_response", "Ombudsman (LGSCO) enquiries"),
                                    ("foi_response", "Freedom of information requests"),
                                    (
                                        "dfg_necessary_appropriate",
                                        "Disabled Facilities Grant: 'necessary and appropriate' confirmation",
                                    ),
                                    ("amhp_approval", "Mental Health Act: approval of AMHPs"),
                                    (
                                        "guardianship_sign_off",
                                        "Mental Health Act: guardianship acceptance, renewal receipt and discharge",
                                    ),
                                    ("dass_role", "Director of Adult Social Services"),
                                    ("statutory_return_data_collection", "Statutory returns: collecting the data"),
                                    ("statutory_return_submission", "Statutory returns: sign-off and submission"),
                                    ("return_asc_fr", "Adult Social Care Finance Return (ASC-FR)"),
                                    ("return_dols_annual", "Deprivation of Liberty Safeguards return (annual)"),
                                    ("return_dols_quarterly", "Deprivation of Liberty Safeguards quarterly return"),
                                    ("return_mh_guardianship", "Mental Health Guardianship return"),
                                    ("return_workforce_nmds_sc", "National Minimum Data Set for Social Care"),
                                    ("return_salt", "Short and Long Term (SALT) return, year to 31 March 2015"),
                                    ("return_safeguarding_adults", "Safeguarding Adults Return"),
                                    ("return_registered_blind", "Registers of blind or partially sighted people"),
                                    ("return_ascs", "Adult Social Care Survey 2014/15"),
                                    ("return_sace", "Survey of Adult Carers in England 2014-15 (biennial)"),
                                    ("return_ascof", "Adult Social Care Outcomes Framework"),
                                    ("retained_statutory_oversight", "Oversight of statutory functions and returns"),
                                    ("brokerage_sourcing", "Brokerage: sourcing the care package"),
                                    (
                                        "plan_verification_and_funding",
                                        "Verification: statutory needs met and funding agreed",
                                    ),
                                    (
                                        "provider_plan_quality_assurance",
                                        "Provider's internal quality assurance of the plan",
                                    ),
                                    ("single_access_point_advice", "Single access point, information and advice"),
                                    ("principal_social_worker_post", "Principal social worker in the provider"),
                                    (
                                        "minimum_workforce_fte",
                                        "Minimum FTE: social workers, occupational therapists, community care workers",
                                    ),
                                    (
                                        "senior_social_care_posts",
                                        "Senior social care and workforce development posts in the provider",
                                    ),
                                    ("due_diligence_sign_off", "Due diligence on the provider"),
                                    ("eligibility_determination", "Eligibility determination"),
                                    (
                                        "dols_authorisation",
                                        "Deprivation of liberty: authorisation by the supervisory body",
                                    ),
                                    ("direct_payment_decision", "Direct payments"),
                                    ("s117_aftercare", "After-care under s.117"),
                                    ("safeguarding_adults_board", "Safeguarding Adults Board and reviews"),
                                    ("co_operation_integration", "Integration and co-operation duties"),
                                ],
                                max_length=60,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("authorise", "Authorise a function"),
                                    ("revoke", "Take an authorisation back"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("care_act_s79", "Care Act 2014 s.79"),
                                    ("nhs_act_s75", "NHS Act 2006 s.75"),
                                    ("activity", "activity carried out for the council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("scope", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("instrument", models.CharField(blank=True, max_length=200)),
                        ("reasons", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused by the Director"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=10,
                            ),
                        ),
                        ("proposed_on", models.DateField()),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("decision_reasons", models.TextField(blank=True)),
                        ("cabinet_reference", models.CharField(blank=True, max_length=100)),
                        ("effects", models.JSONField(default=list)),
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
                            "authorisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.authorisation",
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
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.post",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical schedule change",
                        "verbose_name_plural": "historical schedule changes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDueDiligence",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        ("opened_on", models.DateField()),
                        ("signed_on", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        ("remarks", models.TextField(blank=True)),
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
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.post",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical due diligence",
                        "verbose_name_plural": "historical due diligences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AssuranceReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("until_line", models.BigIntegerField()),
                        ("remarks", models.TextField()),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("signed_at", models.DateTimeField()),
                        (
                            "signed_by",
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
                                related_name="assurance_reviews",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("council", "number"), name="a_review_is_numbered_once_in_its_council"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Act",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seq", models.BigIntegerField()),
                        ("at", models.DateTimeField()),
                        ("day", models.DateField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("exercised", "Exercised"),
                                    ("refused", "Refused"),
                                    ("read", "Read"),
                                    ("noted", "Noted"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("verb", models.CharField(max_length=60)),
                        ("function", models.CharField(blank=True, max_length=60)),
                        ("source", models.TextField(blank=True)),
                        ("subject_kind", models.CharField(blank=True, max_length=40)),
                        ("subject", models.CharField(blank=True, max_length=80)),
                        ("amount_weekly", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                        ("amount_whole_life", models.DecimalField(decimal_places=2, max_digits=16, null=True)),
                        ("refusal", models.CharField(blank=True, max_length=60)),
                        ("reason", models.TextField(blank=True)),
                        ("detail", models.JSONField(default=dict)),
                        ("previous_hash", models.CharField(blank=True, max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                        (
                            "account",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "authorisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.authorisation",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts_by_its_staff",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.post",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "subject", "seq"], name="acts_of_a_subject"),
                            models.Index(fields=["council", "function", "seq"], name="acts_of_a_function"),
                            models.Index(fields=["council", "worker", "seq"], name="acts_of_a_worker"),
                            models.Index(fields=["organisation", "seq"], name="acts_of_an_organisation"),
                            models.Index(
                                condition=models.Q(("outcome", "refused")),
                                fields=["council", "seq"],
                                name="refusals_of_a_council",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("council", "seq"), name="one_act_per_place_in_the_register"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "refused"), models.Q(("refusal", ""), _negated=True)),
                                    models.Q(models.Q(("outcome", "refused"), _negated=True), ("refusal", "")),
                                    _connector="OR",
                                ),
                                name="a_refused_act_names_its_refusal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "exercised"), _negated=True),
                                    models.Q(
                                        models.Q(("function", ""), _negated=True),
                                        ("account__isnull", False),
                                        ("post__isnull", False),
                                        ("worker__isnull", False),
                                        ("organisation__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_exercised_act_has_a_function_an_actor_and_a_post",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAmhpApproval",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        ("profession", models.CharField(max_length=40)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied"),
                                    ("refused", "Refused"),
                                    ("in_force", "In force"),
                                    ("suspended", "Suspended"),
                                    ("ended", "Ended"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("applied_on", models.DateField()),
                        ("course", models.CharField(blank=True, max_length=200)),
                        ("course_completed_on", models.DateField(blank=True, null=True)),
                        ("was_approved_before", models.BooleanField(default=False)),
                        ("earlier_approvals", models.TextField(blank=True)),
                        ("approved_by_now", models.CharField(blank=True, max_length=200)),
                        ("undertakes_to_tell_of_acting", models.BooleanField(default=False)),
                        ("undertakes_to_stop_on_suspension", models.BooleanField(default=False)),
                        ("undertakes_to_stop_on_loss", models.BooleanField(default=False)),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("decision_written_in", models.CharField(blank=True, max_length=200)),
                        ("last_day", models.DateField(blank=True, null=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("due_what", models.CharField(blank=True, max_length=20)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "end_cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("term", "The five years ended"),
                                    ("request", "At their own written request"),
                                    ("competence", "No longer satisfied of competence"),
                                    ("profession", "No longer meets a professional requirement"),
                                    ("breach", "A condition of the approval was broken"),
                                    ("elsewhere", "Approved by another council"),
                                    ("renewed", "Approved anew by this council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("end_reasons", models.TextField(blank=True)),
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
                            "decided_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.post",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.professionalregistration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical amhp approval",
                        "verbose_name_plural": "historical amhp approvals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRestCentreOpening",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        ("incident", models.TextField(verbose_name="what happened")),
                        ("opened_at", models.DateTimeField()),
                        ("opened_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("stood_down", "Stood down, to be debriefed"),
                                    ("debriefed", "Debriefed"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("here_now", models.PositiveSmallIntegerField(default=0, verbose_name="people in the centre")),
                        (
                            "received",
                            models.PositiveSmallIntegerField(default=0, verbose_name="people received since it opened"),
                        ),
                        (
                            "needing_care",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="of those received, with care and support needs"
                            ),
                        ),
                        ("counted_at", models.DateTimeField(blank=True, null=True)),
                        ("stood_down_at", models.DateTimeField(blank=True, null=True)),
                        ("stood_down_on", models.DateField(blank=True, null=True)),
                        ("onward", models.TextField(blank=True, verbose_name="where the people went")),
                        ("debrief_due_on", models.DateField(blank=True, null=True)),
                        ("debriefed_at", models.DateTimeField(blank=True, null=True)),
                        ("debriefed_on", models.DateField(blank=True, null=True)),
                        ("lessons", models.TextField(blank=True)),
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
                            "counted_by",
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
                            "debriefed_by",
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
                            "stood_down_by",
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
                            "centre",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.restcentre",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical rest centre opening",
                        "verbose_name_plural": "historical rest centre openings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRestCentreCheck",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("contact_test", "Contact test out of hours"),
                                    ("exercise", "Exercise"),
                                    ("review", "Review of the plan"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("done_on", models.DateField()),
                        ("passed", models.BooleanField()),
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
                            "centre",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.restcentre",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical rest centre check",
                        "verbose_name_plural": "historical rest centre checks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RestCentreCheck",
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
                                    ("contact_test", "Contact test out of hours"),
                                    ("exercise", "Exercise"),
                                    ("review", "Review of the plan"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("done_on", models.DateField()),
                        ("passed", models.BooleanField()),
                        ("findings", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "centre",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="delegation.restcentre",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                blank=True,
                                null=True,
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
                    ],
                ),
                migrations.CreateModel(
                    name="RestCentreOpening",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        ("incident", models.TextField(verbose_name="what happened")),
                        ("opened_at", models.DateTimeField()),
                        ("opened_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("stood_down", "Stood down, to be debriefed"),
                                    ("debriefed", "Debriefed"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("here_now", models.PositiveSmallIntegerField(default=0, verbose_name="people in the centre")),
                        (
                            "received",
                            models.PositiveSmallIntegerField(default=0, verbose_name="people received since it opened"),
                        ),
                        (
                            "needing_care",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="of those received, with care and support needs"
                            ),
                        ),
                        ("counted_at", models.DateTimeField(blank=True, null=True)),
                        ("stood_down_at", models.DateTimeField(blank=True, null=True)),
                        ("stood_down_on", models.DateField(blank=True, null=True)),
                        ("onward", models.TextField(blank=True, verbose_name="where the people went")),
                        ("debrief_due_on", models.DateField(blank=True, null=True)),
                        ("debriefed_at", models.DateTimeField(blank=True, null=True)),
                        ("debriefed_on", models.DateField(blank=True, null=True)),
                        ("lessons", models.TextField(blank=True)),
                        (
                            "centre",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="openings",
                                to="delegation.restcentre",
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
                            "counted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "debriefed_by",
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
                            "provider",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "stood_down_by",
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
                                fields=["council", "-state", "debrief_due_on", "-opened_at"],
                                name="rest_centre_openings_in_order",
                            ),
                            models.Index(
                                fields=["provider", "-state", "debrief_due_on", "-opened_at"],
                                name="openings_of_a_provider",
                            ),
                            models.Index(
                                condition=models.Q(("state", "debriefed"), _negated=True),
                                fields=["council", "debrief_due_on"],
                                name="openings_not_debriefed",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("centre",),
                                name="a_rest_centre_is_open_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("here_now__lte", models.F("received")), ("needing_care__lte", models.F("received"))
                                ),
                                name="those_in_a_rest_centre_were_received_there",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("debrief_due_on", None),
                                        ("state", "open"),
                                        ("stood_down_at", None),
                                        ("stood_down_by", None),
                                    ),
                                    models.Q(
                                        ("stood_down_at__isnull", False),
                                        ("stood_down_by__isnull", False),
                                        ("stood_down_on__isnull", False),
                                        ("debrief_due_on__isnull", False),
                                        ("here_now", 0),
                                        models.Q(("state", "open"), _negated=True),
                                        models.Q(("onward", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_rest_centre_stood_down_says_when_by_whom_and_where_to",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("state", "debriefed"), _negated=True),
                                        ("debriefed_at", None),
                                        ("debriefed_by", None),
                                    ),
                                    models.Q(
                                        ("debriefed_at__isnull", False),
                                        ("debriefed_by__isnull", False),
                                        ("state", "debriefed"),
                                        models.Q(("lessons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_debriefed_rest_centre_says_what_was_learnt",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScheduleChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        (
                            "function",
                            models.CharField(
                                choices=[
                                    ("care_support_assessment", "Care and support needs assessment (adult)"),
                                    ("support_plan_development", "Development of the care and support plan"),
                                    ("personal_budget_provision", "Provision of the personal budget"),
                                    ("safeguarding_alert_capture", "Safeguarding: receipt and logging of concerns"),
                                    ("safeguarding_information_gathering", "Safeguarding: gathering information"),
                                    ("safeguarding_investigation", "Safeguarding: carrying out the enquiry"),
                                    ("safeguarding_outcome_scrutiny", "Safeguarding: scrutiny and decision on outcome"),
                                    ("carer_assessment", "Carer's assessment"),
                                    ("carer_provision", "Support to carers (support plan and services)"),
                                    ("charging_policy_hold", "Charging policy: owning, setting and changing"),
                                    ("charging_policy_apply", "Charging: financial assessment and applying the policy"),
                                    ("policy_development", "Adult social care policy: development and change"),
                                    ("property_entry_protection", "Power to enter and protect property"),
                                    ("emergency_rest_centre", "Emergency planning: setting up a rest centre"),
                                    ("press_liaison", "Communication: press liaison"),
                                    ("members_liaison", "Communication: elected members' enquiries"),
                                    ("complaint_initial_handling", "Complaints and representations: first stage"),
                                    ("ombudsman_response", "Ombudsman (LGSCO) enquiries"),
                                    ("foi_response", "Freedom of information requests"),
                                    (
                                        "dfg_necessary_appropriate",
                                        "Disabled Facilities Grant: 'necessary and appropriate' confirmation",
                                    ),
                                    ("amhp_approval", "Mental Health Act: approval of AMHPs"),
                                    (
                                        "guardianship_sign_off",
                                        "Mental Health Act: guardianship acceptance, renewal receipt and discharge",
                                    ),
                                    ("dass_role", "Director of Adult Social Services"),
                                    ("statutory_return_data_collection", "Statutory returns: collecting the data"),
                                    ("statutory_return_submission", "Statutory returns: sign-off and submission"),
                                    ("return_asc_fr", "Adult Social Care Finance Return (ASC-FR)"),
                                    ("return_dols_annual", "Deprivation of Liberty Safeguards return (annual)"),
                                    ("return_dols_quarterly", "Deprivation of Liberty Safeguards quarterly return"),
                                    ("return_mh_guardianship", "Mental Health Guardianship return"),
                                    ("return_workforce_nmds_sc", "National Minimum Data Set for Social Care"),
                                    ("return_salt", "Short and Long Term (SALT) return, year to 31 March 2015"),
                                    ("return_safeguarding_adults", "Safeguarding Adults Return"),
                                    ("return_registered_blind", "Registers of blind or partially sighted people"),
                                    ("return_ascs", "Adult Social Care Survey 2014/15"),
                                    ("return_sace", "Survey of Adult Carers in England 2014-15 (biennial)"),
                                    ("return_ascof", "Adult Social Care Outcomes Framework"),
                                    ("retained_statutory_oversight", "Oversight of statutory functions and returns"),
                                    ("brokerage_sourcing", "Brokerage: sourcing the care package"),
                                    (
                                        "plan_verification_and_funding",
                                        "Verification: statutory needs met and funding agreed",
                                    ),
                                    (
                                        "provider_plan_quality_assurance",
                                        "Provider's internal quality assurance of the plan",
                                    ),
                                    ("single_access_point_advice", "Single access point, information and advice"),
                                    ("principal_social_worker_post", "Principal social worker in the provider"),
                                    (
                                        "minimum_workforce_fte",
                                        "Minimum FTE: social workers, occupational therapists, community care workers",
                                    ),
                                    (
                                        "senior_social_care_posts",
                                        "Senior social care and workforce development posts in the provider",
                                    ),
                                    ("due_diligence_sign_off", "Due diligence on the provider"),
                                    ("eligibility_determination", "Eligibility determination"),
                                    (
                                        "dols_authorisation",
                                        "Deprivation of liberty: authorisation by the supervisory body",
                                    ),
                                    ("direct_payment_decision", "Direct payments"),
                                    ("s117_aftercare", "After-care under s.117"),
                                    ("safeguarding_adults_board", "Safeguarding Adults Board and reviews"),
                                    ("co_operation_integration", "Integration and co-operation duties"),
                                ],
                                max_length=60,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("authorise", "Authorise a function"),
                                    ("revoke", "Take an authorisation back"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("care_act_s79", "Care Act 2014 s.79"),
                                    ("nhs_act_s75", "NHS Act 2006 s.75"),
                                    ("activity", "activity carried out for the council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("scope", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("instrument", models.CharField(blank=True, max_length=200)),
                        ("reasons", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused by the Director"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=10,
                            ),
                        ),
                        ("proposed_on", models.DateField()),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("decision_reasons", models.TextField(blank=True)),
                        ("cabinet_reference", models.CharField(blank=True, max_length=100)),
                        ("effects", models.JSONField(default=list)),
                        (
                            "authorisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedule_changes",
                                to="delegation.authorisation",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedule_changes",
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_schedule_changes",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.post",
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
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "-proposed_on", "-id"], name="changes_of_a_council")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("decided_on__isnull", True),
                                        ("post__isnull", True),
                                        ("state", "proposed"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "proposed"), _negated=True),
                                        ("decided_by__isnull", False),
                                        ("decided_on__isnull", False),
                                        ("post__isnull", False),
                                        models.Q(("decision_reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_decided_change_says_who_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("authorisation__isnull", False), ("kind", "revoke")),
                                    models.Q(
                                        ("authorisation__isnull", False), ("kind", "authorise"), ("state", "approved")
                                    ),
                                    models.Q(
                                        ("authorisation__isnull", True),
                                        ("kind", "authorise"),
                                        models.Q(("state", "approved"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_change_approved_or_to_revoke_names_its_authorisation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ("proposed", "withdrawn")),
                                    models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_approves_the_change_they_proposed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "approved"), _negated=True),
                                    ("from_day__gte", models.F("decided_on")),
                                    _connector="OR",
                                ),
                                name="a_change_is_in_force_from_its_decision_or_later",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "proposed")),
                                fields=("organisation", "function"),
                                name="one_proposed_change_of_a_function_of_a_provider",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkforceReturn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        ("month", models.DateField()),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("remarks", models.TextField(blank=True)),
                        ("due_on", models.DateField()),
                        ("declared_on", models.DateField()),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workforce_returns",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "declared_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_workforce_returns",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "-month", "-number"], name="workforce_of_a_council")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "month", "number"), name="a_return_of_a_month_is_numbered"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1),
                                    models.Q(("number__gt", 1), models.Q(("remarks", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_corrected_return_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evaluator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "discipline",
                            models.CharField(
                                choices=[
                                    ("commissioning", "Commissioning"),
                                    ("procurement", "Procurement"),
                                    ("finance", "Finance"),
                                    ("human_resources", "Human resources"),
                                    ("legal", "Legal services"),
                                    ("safeguarding", "Adult safeguarding"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "diligence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluators",
                                to="delegation.duediligence",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluations",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("diligence", "discipline"), name="one_evaluator_of_a_discipline"
                            ),
                            models.UniqueConstraint(
                                fields=("diligence", "worker"), name="an_evaluator_stands_for_one_discipline"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "discipline__in",
                                        [
                                            "commissioning",
                                            "finance",
                                            "human_resources",
                                            "legal",
                                            "procurement",
                                            "safeguarding",
                                        ],
                                    )
                                ),
                                name="a_discipline_is_one_of_six",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAmhpCompetence",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("values", "Values"),
                                    ("law_and_policy", "Legal and policy framework"),
                                    ("mental_disorder", "Mental disorder"),
                                    ("partnership", "Working in partnership"),
                                    ("decisions", "Making and communicating decisions"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("evidence", models.TextField()),
                        ("assessed_on", models.DateField()),
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
                            "approval",
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
                        "verbose_name": "historical amhp competence",
                        "verbose_name_plural": "historical amhp competences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAmhpTraining",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("completed_on", models.DateField()),
                        ("hours", models.DecimalField(decimal_places=2, max_digits=5)),
                        ("what", models.CharField(max_length=200)),
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
                            "approval",
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
                        "verbose_name": "historical amhp training",
                        "verbose_name_plural": "historical amhp trainings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDueDiligenceEvidence",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("what", models.TextField()),
                        ("kept_at", models.CharField(max_length=200)),
                        ("expires_on", models.DateField(blank=True, null=True)),
                        ("entered_on", models.DateField()),
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
                            "diligence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.duediligence",
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
                    ],
                    options={
                        "verbose_name": "historical due diligence evidence",
                        "verbose_name_plural": "historical due diligence evidences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEvaluator",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "discipline",
                            models.CharField(
                                choices=[
                                    ("commissioning", "Commissioning"),
                                    ("procurement", "Procurement"),
                                    ("finance", "Finance"),
                                    ("human_resources", "Human resources"),
                                    ("legal", "Legal services"),
                                    ("safeguarding", "Adult safeguarding"),
                                ],
                                max_length=20,
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
                            "diligence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.duediligence",
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
                        "verbose_name": "historical evaluator",
                        "verbose_name_plural": "historical evaluators",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAmhpActing",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("number", models.PositiveIntegerField()),
                        ("authority", models.CharField(max_length=200)),
                        ("from_day", models.DateField()),
                        ("told_on", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        ("end_told_on", models.DateField(blank=True, null=True)),
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
                            "approval",
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
                            "for_council",
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
                        "verbose_name": "historical amhp acting",
                        "verbose_name_plural": "historical amhp actings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AmhpActing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("authority", models.CharField(max_length=200)),
                        ("from_day", models.DateField()),
                        ("told_on", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        ("end_told_on", models.DateField(blank=True, null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "approval",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acting",
                                to="delegation.amhpapproval",
                            ),
                        ),
                        (
                            "for_council",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amhps_acting_for_it",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("approval", "number"), name="an_acting_elsewhere_is_numbered_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("approval", "authority"),
                                name="an_amhp_acts_once_for_another_council_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end_told_on__isnull", True), ("to_day__isnull", True)),
                                    models.Q(("end_told_on__isnull", False), ("to_day__gte", models.F("from_day"))),
                                    _connector="OR",
                                ),
                                name="an_acting_elsewhere_ends_after_it_begins_and_the_end_was_told",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAmhpSuspension",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("from_day", models.DateField()),
                        ("because", models.TextField()),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("held_because", models.TextField(blank=True)),
                        ("lifted_on", models.DateField(blank=True, null=True)),
                        ("lifted_because", models.TextField(blank=True)),
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
                            "approval",
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lifted_by",
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
                            "suspended_by",
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
                            "registration_suspension",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.registrationsuspension",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical amhp suspension",
                        "verbose_name_plural": "historical amhp suspensions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AmhpSuspension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("because", models.TextField()),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("held_because", models.TextField(blank=True)),
                        ("lifted_on", models.DateField(blank=True, null=True)),
                        ("lifted_because", models.TextField(blank=True)),
                        (
                            "approval",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="suspensions",
                                to="delegation.amhpapproval",
                            ),
                        ),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "suspended_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "registration_suspension",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amhp_suspensions",
                                to="delegation.registrationsuspension",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("lifted_on__isnull", True)),
                                fields=("approval",),
                                name="an_amhp_approval_is_suspended_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lifted_because", ""), ("lifted_by__isnull", True), ("lifted_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("lifted_by__isnull", False),
                                        ("lifted_on__gte", models.F("from_day")),
                                        ("lifted_on__isnull", False),
                                        models.Q(("lifted_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_lifted_amhp_suspension_says_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_because", ""), ("held_on__isnull", True)),
                                    models.Q(("held_on__isnull", False), models.Q(("held_because", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="an_amhp_suspension_held_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RestCentreAttendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("duty", models.CharField(max_length=200, verbose_name="what they do there")),
                        ("arrived_at", models.DateTimeField()),
                        ("left_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "arrived_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "left_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "opening",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="delegation.restcentreopening",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("left_at", None)),
                                fields=("opening", "worker"),
                                name="nobody_attends_a_rest_centre_twice_at_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("left_at", None), ("left_by", None)),
                                    models.Q(("left_at__gte", models.F("arrived_at")), ("left_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="attendance_at_a_rest_centre_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRestCentreAttendance",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("duty", models.CharField(max_length=200, verbose_name="what they do there")),
                        ("arrived_at", models.DateTimeField()),
                        ("left_at", models.DateTimeField(blank=True, null=True)),
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
                            "arrived_by",
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
                            "left_by",
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
                            "opening",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.restcentreopening",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical rest centre attendance",
                        "verbose_name_plural": "historical rest centre attendances",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="WorkforceMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("was_registered", models.BooleanField()),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "workforce_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("workforce_return", "worker"), name="a_member_of_staff_is_named_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fte__gt", 0), ("fte__lte", 1)),
                                name="one_person_is_no_more_than_one_fte",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkforceLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("declared", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("agency", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("counted", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("minimum", models.DecimalField(decimal_places=2, max_digits=7)),
                        (
                            "workforce_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("workforce_return", "role"), name="a_role_is_returned_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agency__gte", 0),
                                    ("agency__lte", models.F("declared")),
                                    ("counted__gte", 0),
                                    ("counted__lte", models.F("declared")),
                                ),
                                name="no_more_counts_than_was_declared",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceMember",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("was_registered", models.BooleanField()),
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
                            "workforce_return",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical workforce member",
                        "verbose_name_plural": "historical workforce members",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceLine",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("declared", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("agency", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("counted", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("minimum", models.DecimalField(decimal_places=2, max_digits=7)),
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
                            "workforce_return",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical workforce line",
                        "verbose_name_plural": "historical workforce lines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AmhpCompetence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("values", "Values"),
                                    ("law_and_policy", "Legal and policy framework"),
                                    ("mental_disorder", "Mental disorder"),
                                    ("partnership", "Working in partnership"),
                                    ("decisions", "Making and communicating decisions"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("evidence", models.TextField()),
                        ("assessed_on", models.DateField()),
                        (
                            "approval",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="competence",
                                to="delegation.amhpapproval",
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
                                fields=("approval", "area"), name="an_area_of_competence_is_shown_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("evidence", ""), _negated=True),
                                name="an_area_of_competence_has_its_evidence",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "area__in",
                                        ["decisions", "law_and_policy", "mental_disorder", "partnership", "values"],
                                    )
                                ),
                                name="an_area_of_competence_is_one_of_five",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AmhpNotice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("approved", "Notice of approval"),
                                    ("refused", "Notice of refusal"),
                                    ("suspended", "Notice of suspension"),
                                    ("held", "Notice that the suspension stands"),
                                    ("lifted", "Notice that the suspension is lifted"),
                                    ("ended", "Notice of end"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("to_authority", models.CharField(blank=True, max_length=200)),
                        ("given_on", models.DateField()),
                        ("says", models.TextField()),
                        ("reasons", models.TextField()),
                        (
                            "approval",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="delegation.amhpapproval",
                            ),
                        ),
                        (
                            "given_by",
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
                                fields=("approval", "number"), name="an_amhp_notice_is_numbered_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reasons", ""), _negated=True), models.Q(("says", ""), _negated=True)
                                ),
                                name="an_amhp_notice_gives_its_reasons",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AmhpTraining",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("completed_on", models.DateField()),
                        ("hours", models.DecimalField(decimal_places=2, max_digits=5)),
                        ("what", models.CharField(max_length=200)),
                        (
                            "approval",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="training",
                                to="delegation.amhpapproval",
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
                                condition=models.Q(("hours__gt", 0), ("hours__lte", 100)),
                                name="amhp_training_lasts_above_nothing_and_at_most_a_hundred_hours",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True), name="amhp_training_says_what_it_was"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DueDiligenceEvidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("what", models.TextField()),
                        ("kept_at", models.CharField(max_length=200)),
                        ("expires_on", models.DateField(blank=True, null=True)),
                        ("entered_on", models.DateField()),
                        (
                            "diligence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="delegation.duediligence",
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
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "area__in",
                                        [
                                            "business_capability",
                                            "business_standing",
                                            "contracts_references",
                                            "data_protection",
                                            "equalities",
                                            "finance_insurance",
                                            "health_safety",
                                            "quality_management",
                                            "safeguarding",
                                        ],
                                    )
                                ),
                                name="evidence_is_of_one_of_nine_areas",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True), name="evidence_says_what_was_seen"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DueDiligenceScore",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Nothing shown"),
                                    (1, "Falls short"),
                                    (2, "Sufficient"),
                                    (3, "Good"),
                                    (4, "Excellent"),
                                ]
                            ),
                        ),
                        ("reasons", models.TextField()),
                        ("scored_on", models.DateField()),
                        (
                            "diligence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="delegation.duediligence",
                            ),
                        ),
                        (
                            "evaluator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="delegation.evaluator",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("evaluator", "area"), name="an_evaluator_scores_an_area_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("score__in", [0, 1, 2, 3, 4])), name="a_score_is_one_of_five"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True), name="a_score_has_its_reasons"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDueDiligenceScore",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Nothing shown"),
                                    (1, "Falls short"),
                                    (2, "Sufficient"),
                                    (3, "Good"),
                                    (4, "Excellent"),
                                ]
                            ),
                        ),
                        ("reasons", models.TextField()),
                        ("scored_on", models.DateField()),
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
                            "diligence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.duediligence",
                            ),
                        ),
                        (
                            "evaluator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.evaluator",
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
                        "verbose_name": "historical due diligence score",
                        "verbose_name_plural": "historical due diligence scores",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="delegation",
            model="Act",
            sentence="The register of acts is append-only: a line is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="delegation",
            model="AmhpNotice",
            sentence="A notice to an AMHP is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="delegation",
            model="AssuranceReview",
            sentence="A review the Director signed is never changed or removed.",
            columns=(),
        ),
    ]
