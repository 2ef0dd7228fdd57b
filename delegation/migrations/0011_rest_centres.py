import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("delegation", "0007_procedure_routes_squashed_0010_information"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
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
                        "verbose_name": "historical rest centre",
                        "verbose_name_plural": "historical rest centres",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        "indexes": [models.Index(fields=["council", "due_on"], name="rest_centres_by_day")],
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
            ],
        ),
    ]
