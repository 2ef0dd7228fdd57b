import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0001_initial_squashed_0005_information"),
        ("delegation", "0011_rest_centres"),
        ("delegation", "__first__"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
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
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="co_operation_requests",
                                to="casework.person",
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
            ],
        ),
    ]
