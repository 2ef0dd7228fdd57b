import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("delegation", "0009_contract"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
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
                        "verbose_name": "historical foi request",
                        "verbose_name_plural": "historical foi requests",
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
                            "supplied_by",
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
            ],
        ),
    ]
