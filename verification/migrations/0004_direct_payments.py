import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0006_co_operation"),
        ("delegation", "0011_rest_centres"),
        ("delegation", "__first__"),
        ("verification", "0001_initial_squashed_0003_case_file_sampling"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="DirectPayment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=16, unique=True)),
                        (
                            "section",
                            models.CharField(
                                choices=[
                                    ("31", "The adult has capacity to ask, s.31"),
                                    ("32", "An authorised person asks for them, s.32"),
                                ],
                                max_length=2,
                            ),
                        ),
                        ("asked_by", models.CharField(max_length=200, verbose_name="who asks for it")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                        (
                            "frequency",
                            models.CharField(
                                choices=[
                                    ("weekly", "Weekly"),
                                    ("four_weekly", "Every four weeks"),
                                    ("monthly", "Monthly"),
                                    ("once", "Once"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("managed_by", models.CharField(max_length=200)),
                        ("requested_on", models.DateField()),
                        ("requested_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Waiting for the decision"),
                                    ("in_payment", "In payment"),
                                    ("to_end", "A condition failed: must be ended"),
                                    ("refused", "Refused"),
                                    ("ended", "Ended"),
                                ],
                                default="requested",
                                max_length=12,
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("conditions", models.JSONField(blank=True, default=list)),
                        (
                            "not_excluded",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="whether nobody paid is excluded by Schedule 1"
                            ),
                        ),
                        (
                            "relative",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nobody", "Nobody of the household is paid"),
                                    ("necessary", "A close relative of the household; it is necessary, reg 3(2)"),
                                    (
                                        "administration",
                                        "A close relative of the household, for administration, reg 3(3)",
                                    ),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("relative_because", models.TextField(blank=True)),
                        ("consulted", models.TextField(blank=True, verbose_name="whom reg 5 asks to consult")),
                        (
                            "certificate_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="enhanced criminal record certificate, reg 5"
                            ),
                        ),
                        ("first_paid_on", models.DateField(blank=True, null=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="last review")),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ended_ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("condition", "A condition is no longer met, s.33(4)"),
                                    ("breach", "A condition of the payment was broken, s.33(5)"),
                                    ("asked", "The person, or who acts for them, asked"),
                                    ("package", "The package ended or needs are met otherwise"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("ended_because", models.TextField(blank=True)),
                        ("repay", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("repay_because", models.TextField(blank=True)),
                        ("repay_decided_at", models.DateTimeField(blank=True, null=True)),
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="direct_payments",
                                to="casework.person",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="direct_payments",
                                to="casework.supportplan",
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
                            "repay_decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "seller",
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
                                condition=models.Q(("due_on__isnull", False)),
                                fields=["council", "due_on"],
                                name="direct_payments_live_by_day",
                            ),
                            models.Index(fields=["provider", "due_on"], name="direct_payments_of_a_caseload"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["requested", "in_payment", "to_end"])),
                                fields=("plan",),
                                name="a_plan_has_one_direct_payment_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["in_payment", "to_end", "ended"]), _negated=True),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        ("not_excluded", True),
                                        ("first_paid_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_direct_payment_in_force_was_decided_and_nobody_is_excluded",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        models.Q(("reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_refused_direct_payment_has_its_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("state", "ended"), _negated=True),
                                        ("ended_at", None),
                                        ("ended_by", None),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("ended_on__isnull", False),
                                        ("state", "ended"),
                                        ("ended_on__gte", models.F("first_paid_on")),
                                        models.Q(("ended_ground", ""), _negated=True),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_ended_direct_payment_says_when_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("repay", None), ("repay_decided_at", None), ("repay_decided_by", None)),
                                    models.Q(
                                        ("repay__gt", 0),
                                        ("repay_decided_at__isnull", False),
                                        ("repay_decided_by__isnull", False),
                                        models.Q(("repay_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="money_to_be_repaid_was_decided_with_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on", None), ("state__in", ["refused", "ended"])),
                                    models.Q(
                                        ("due_on__isnull", False),
                                        models.Q(("state__in", ["refused", "ended"]), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_live_direct_payment_has_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDirectPayment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=16)),
                        (
                            "section",
                            models.CharField(
                                choices=[
                                    ("31", "The adult has capacity to ask, s.31"),
                                    ("32", "An authorised person asks for them, s.32"),
                                ],
                                max_length=2,
                            ),
                        ),
                        ("asked_by", models.CharField(max_length=200, verbose_name="who asks for it")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                        (
                            "frequency",
                            models.CharField(
                                choices=[
                                    ("weekly", "Weekly"),
                                    ("four_weekly", "Every four weeks"),
                                    ("monthly", "Monthly"),
                                    ("once", "Once"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("managed_by", models.CharField(max_length=200)),
                        ("requested_on", models.DateField()),
                        ("requested_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Waiting for the decision"),
                                    ("in_payment", "In payment"),
                                    ("to_end", "A condition failed: must be ended"),
                                    ("refused", "Refused"),
                                    ("ended", "Ended"),
                                ],
                                default="requested",
                                max_length=12,
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("conditions", models.JSONField(blank=True, default=list)),
                        (
                            "not_excluded",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="whether nobody paid is excluded by Schedule 1"
                            ),
                        ),
                        (
                            "relative",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nobody", "Nobody of the household is paid"),
                                    ("necessary", "A close relative of the household; it is necessary, reg 3(2)"),
                                    (
                                        "administration",
                                        "A close relative of the household, for administration, reg 3(3)",
                                    ),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("relative_because", models.TextField(blank=True)),
                        ("consulted", models.TextField(blank=True, verbose_name="whom reg 5 asks to consult")),
                        (
                            "certificate_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="enhanced criminal record certificate, reg 5"
                            ),
                        ),
                        ("first_paid_on", models.DateField(blank=True, null=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("reasons", models.TextField(blank=True)),
                        ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="last review")),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ended_ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("condition", "A condition is no longer met, s.33(4)"),
                                    ("breach", "A condition of the payment was broken, s.33(5)"),
                                    ("asked", "The person, or who acts for them, asked"),
                                    ("package", "The package ended or needs are met otherwise"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("ended_because", models.TextField(blank=True)),
                        ("repay", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ("repay_because", models.TextField(blank=True)),
                        ("repay_decided_at", models.DateTimeField(blank=True, null=True)),
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
                            "repay_decided_by",
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
                            "seller",
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
                        "verbose_name": "historical direct payment",
                        "verbose_name_plural": "historical direct payments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DirectPaymentReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reviewed_on", models.DateField()),
                        ("conditions", models.JSONField(blank=True, default=list)),
                        ("all_met", models.BooleanField()),
                        ("findings", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "payment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="verification.directpayment",
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
                    name="HistoricalDirectPaymentReview",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("reviewed_on", models.DateField()),
                        ("conditions", models.JSONField(blank=True, default=list)),
                        ("all_met", models.BooleanField()),
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
                            "payment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.directpayment",
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
                        "verbose_name": "historical direct payment review",
                        "verbose_name_plural": "historical direct payment reviews",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
