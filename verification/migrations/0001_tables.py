import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.append_only
import delegation.whole_tables


class Migration(migrations.Migration):
    replaces = [
        ("verification", "0001_initial"),
        ("verification", "0002_urgent_support_of_a_provider"),
        ("verification", "0003_case_file_sampling"),
        ("verification", "0004_direct_payments"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("casework", "0001_tables"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("delegation", "0002_tables"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("viewflow", "0015_task_scheduled"),
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
                    name="Escalation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("to_role", models.CharField(max_length=20)),
                        ("reason", models.TextField()),
                        ("escalated_at", models.DateTimeField()),
                        ("live", models.BooleanField(default=True)),
                        (
                            "escalated_by",
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
                                related_name="escalations",
                                to="casework.supportplan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("live", True)),
                                fields=("plan",),
                                name="one_live_escalation_per_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="escalation_has_a_reason"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("line_key", models.CharField(blank=True, max_length=12)),
                        ("reason", models.TextField()),
                        ("raised_at", models.DateTimeField()),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("closed_at", models.DateTimeField(null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                            "need",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="casework.need",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="casework.supportplan",
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="casework.planversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "number"), name="finding_number_is_used_once_in_a_plan"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("line_key", ""), _negated=True), ("need__isnull", False), _connector="OR"
                                ),
                                name="finding_is_tied_to_a_line_or_a_need",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="finding_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", True), ("answered_by__isnull", True)),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="answered_finding_says_what_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_finding_was_answered",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FundingDecision",
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
                                    ("funding", "Funding decision"),
                                    ("envelope", "Change of the funding envelope"),
                                    ("change", "Change of a package"),
                                ],
                                default="funding",
                                max_length=10,
                            ),
                        ),
                        ("outcome", models.CharField(choices=[("fund", "Fund"), ("refuse", "Refuse")], max_length=10)),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("whole_life", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("already_weekly", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("already_whole_life", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("reasons", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("decided_on", models.DateField()),
                        ("decided_at", models.DateTimeField()),
                        ("in_force", models.BooleanField(default=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_because", models.CharField(blank=True, max_length=200)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.person"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="funding_decisions",
                                to="casework.supportplan",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="funding_decisions",
                                to="casework.planversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["decided_at", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("in_force", True)),
                                fields=["person"],
                                name="decisions_in_force_of_a_person",
                            ),
                            models.Index(fields=["decided_on"], name="decisions_by_day"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True)),
                                fields=("version",),
                                name="one_decision_in_force_per_version",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True)),
                                fields=("plan",),
                                name="one_decision_in_force_per_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("one_off__gte", 0), ("weekly__gte", 0), ("whole_life__gte", 0)),
                                name="decision_is_not_of_negative_money",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome", "fund"),
                                    models.Q(models.Q(("reasons", ""), _negated=True), ("one_off", 0), ("weekly", 0)),
                                    _connector="OR",
                                ),
                                name="refusal_carries_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("in_force", True)),
                                    models.Q(("ended_at__isnull", False), ("in_force", False)),
                                    _connector="OR",
                                ),
                                name="decision_no_longer_in_force_says_since_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GuidePrice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("service_component", models.CharField(max_length=80)),
                        ("unit", models.CharField(max_length=10)),
                        ("price", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(null=True)),
                        ("set_at", models.DateTimeField()),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                        "indexes": [
                            models.Index(
                                fields=["council", "service_component", "from_day"], name="guide_price_of_a_kind"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("price__gt", 0)), name="guide_price_is_more_than_nothing"
                            )
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
                    name="HistoricalEscalation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("to_role", models.CharField(max_length=20)),
                        ("reason", models.TextField()),
                        ("escalated_at", models.DateTimeField()),
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
                            "escalated_by",
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
                        "verbose_name": "historical escalation",
                        "verbose_name_plural": "historical escalations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFinding",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField()),
                        ("line_key", models.CharField(blank=True, max_length=12)),
                        ("reason", models.TextField()),
                        ("raised_at", models.DateTimeField()),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("closed_at", models.DateTimeField(null=True)),
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
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.planversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical finding",
                        "verbose_name_plural": "historical findings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFundingDecision",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("funding", "Funding decision"),
                                    ("envelope", "Change of the funding envelope"),
                                    ("change", "Change of a package"),
                                ],
                                default="funding",
                                max_length=10,
                            ),
                        ),
                        ("outcome", models.CharField(choices=[("fund", "Fund"), ("refuse", "Refuse")], max_length=10)),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("whole_life", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("already_weekly", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("already_whole_life", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("reasons", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("decided_on", models.DateField()),
                        ("decided_at", models.DateTimeField()),
                        ("in_force", models.BooleanField(default=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_because", models.CharField(blank=True, max_length=200)),
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
                            "decider",
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
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.planversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical funding decision",
                        "verbose_name_plural": "historical funding decisions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGuidePrice",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("service_component", models.CharField(max_length=80)),
                        ("unit", models.CharField(max_length=10)),
                        ("price", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(null=True)),
                        ("set_at", models.DateTimeField()),
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
                    ],
                    options={
                        "verbose_name": "historical guide price",
                        "verbose_name_plural": "historical guide prices",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalUrgentAmount",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("days", models.PositiveSmallIntegerField(default=14)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(null=True)),
                        ("set_at", models.DateTimeField()),
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
                    ],
                    options={
                        "verbose_name": "historical urgent amount",
                        "verbose_name_plural": "historical urgent amounts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalUrgentSupport",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("reason", models.TextField()),
                        ("starts_on", models.DateField()),
                        ("verify_by", models.DateField()),
                        ("authorised_at", models.DateTimeField()),
                        ("live", models.BooleanField(default=True)),
                        ("ended_at", models.DateTimeField(null=True)),
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
                            "authoriser",
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
                    ],
                    options={
                        "verbose_name": "historical urgent support",
                        "verbose_name_plural": "historical urgent supports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalVerification",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("recommended", "Recommended for funding"),
                                    ("returned", "Returned to the provider"),
                                    ("ended", "Ended with the plan"),
                                ],
                                default="open",
                                max_length=16,
                            ),
                        ),
                        ("checklist", models.JSONField(default=dict)),
                        ("recommendation", models.TextField(blank=True)),
                        ("taken_up_at", models.DateTimeField()),
                        ("concluded_at", models.DateTimeField(null=True)),
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
                            "taken_up_by",
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
                            "verifier",
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
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="casework.planversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical verification",
                        "verbose_name_plural": "historical verifications",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanRoute",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("live", models.BooleanField(default=True)),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="routes",
                                to="casework.supportplan",
                            ),
                        ),
                        (
                            "process",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_route",
                                to="viewflow.process",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("live", True)), fields=("plan",), name="one_live_route_per_plan"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QueueEntry",
                    fields=[
                        (
                            "plan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="queue_entry",
                                serialize=False,
                                to="casework.supportplan",
                            ),
                        ),
                        ("queue", models.CharField(max_length=32)),
                        ("state", models.CharField(max_length=32)),
                        ("side", models.CharField(max_length=10)),
                        ("for_role", models.CharField(blank=True, max_length=20)),
                        ("weekly_cost", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("waiting_since", models.DateField()),
                        ("due_on", models.DateField(null=True)),
                        ("flagged_late", models.BooleanField(default=False)),
                        ("urgent_until", models.DateField(null=True)),
                        (
                            "claimed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="casework.person"
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "queue", "due_on", "plan"], name="queue_of_a_council"),
                            models.Index(fields=["provider", "queue", "due_on", "plan"], name="queue_of_a_provider"),
                            models.Index(fields=["claimed_by", "queue", "due_on", "plan"], name="queue_of_a_worker"),
                            models.Index(
                                condition=models.Q(("urgent_until__isnull", False)),
                                fields=["council", "urgent_until"],
                                name="urgent_support_of_a_council",
                            ),
                            models.Index(
                                condition=models.Q(("urgent_until__isnull", False)),
                                fields=["provider", "urgent_until"],
                                name="urgent_support_of_a_provider",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentAmount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("days", models.PositiveSmallIntegerField(default=14)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(null=True)),
                        ("set_at", models.DateTimeField()),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                                condition=models.Q(("days__gte", 1), ("days__lte", 14)),
                                name="urgent_support_is_at_most_14_days",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentSupport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("reason", models.TextField()),
                        ("starts_on", models.DateField()),
                        ("verify_by", models.DateField()),
                        ("authorised_at", models.DateTimeField()),
                        ("live", models.BooleanField(default=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "authorised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "authoriser",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.person"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="urgent_supports",
                                to="casework.supportplan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("live", True)),
                                fields=("plan",),
                                name="one_live_urgent_support_per_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="urgent_support_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("verify_by__gte", models.F("starts_on"))),
                                name="urgent_support_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Verification",
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
                                    ("open", "Open"),
                                    ("recommended", "Recommended for funding"),
                                    ("returned", "Returned to the provider"),
                                    ("ended", "Ended with the plan"),
                                ],
                                default="open",
                                max_length=16,
                            ),
                        ),
                        ("checklist", models.JSONField(default=dict)),
                        ("recommendation", models.TextField(blank=True)),
                        ("taken_up_at", models.DateTimeField()),
                        ("concluded_at", models.DateTimeField(null=True)),
                        (
                            "concluded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verifications",
                                to="casework.supportplan",
                            ),
                        ),
                        (
                            "taken_up_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "verifier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verifications",
                                to="casework.planversion",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "open")),
                                fields=("plan",),
                                name="one_open_verification_per_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("concluded_at__isnull", True),
                                        ("concluded_by__isnull", True),
                                        ("outcome", "open"),
                                    ),
                                    models.Q(
                                        ("concluded_at__isnull", False),
                                        ("concluded_by__isnull", False),
                                        models.Q(("outcome", "open"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="concluded_verification_says_when_and_by_whom",
                            ),
                        ],
                    },
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
                    name="FundedLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("line_key", models.CharField(max_length=12)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("fund", "Fund"),
                                    ("part", "Fund in part"),
                                    ("until", "Fund until a day"),
                                    ("refuse", "Refuse"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("until", models.DateField(null=True)),
                        ("condition", models.TextField(blank=True)),
                        ("reason", models.TextField(blank=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="verification.fundingdecision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("decision", "line_key"), name="a_line_is_decided_once_in_a_decision"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome", "fund"), models.Q(("reason", ""), _negated=True), _connector="OR"
                                ),
                                name="a_line_not_funded_whole_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "until"), _negated=True),
                                    ("until__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_line_funded_until_names_the_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "refuse"), _negated=True),
                                    models.Q(("one_off", 0), ("weekly", 0)),
                                    _connector="OR",
                                ),
                                name="a_refused_line_costs_nothing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChangeRequest",
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
                                    ("envelope", "Price above the envelope"),
                                    ("package", "Change of the package"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("weekly_before", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("weekly_after", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_before", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_after", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("effective_on", models.DateField(null=True)),
                        ("reason", models.TextField()),
                        ("lines", models.JSONField(default=dict)),
                        ("requested_at", models.DateTimeField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for a decision"),
                                    ("agreed", "Agreed"),
                                    ("refused", "Refused"),
                                    ("ended", "Ended with the plan"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answer_reason", models.TextField(blank=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="change_requests",
                                to="casework.supportplan",
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
                            "decision",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="verification.fundingdecision",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "open")),
                                fields=("plan",),
                                name="one_open_change_per_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="a_change_is_asked_for_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "agreed"), _negated=True),
                                    ("decision__isnull", False),
                                    _connector="OR",
                                ),
                                name="agreed_change_has_a_decision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalChangeRequest",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("envelope", "Price above the envelope"),
                                    ("package", "Change of the package"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("weekly_before", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("weekly_after", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_before", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_after", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("effective_on", models.DateField(null=True)),
                        ("reason", models.TextField()),
                        ("lines", models.JSONField(default=dict)),
                        ("requested_at", models.DateTimeField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for a decision"),
                                    ("agreed", "Agreed"),
                                    ("refused", "Refused"),
                                    ("ended", "Ended with the plan"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answer_reason", models.TextField(blank=True)),
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
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.fundingdecision",
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
                        "verbose_name": "historical change request",
                        "verbose_name_plural": "historical change requests",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                migrations.CreateModel(
                    name="HistoricalFundedLine",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("line_key", models.CharField(max_length=12)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("fund", "Fund"),
                                    ("part", "Fund in part"),
                                    ("until", "Fund until a day"),
                                    ("refuse", "Refuse"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("until", models.DateField(null=True)),
                        ("condition", models.TextField(blank=True)),
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
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.fundingdecision",
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
                        "verbose_name": "historical funded line",
                        "verbose_name_plural": "historical funded lines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPackage",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("arranged", "Arranged"),
                                    ("active", "Active"),
                                    ("suspended", "Suspended"),
                                    ("ended", "Ended"),
                                ],
                                default="arranged",
                                max_length=10,
                            ),
                        ),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("arranged_at", models.DateTimeField()),
                        ("starts_on", models.DateField(null=True)),
                        ("started_at", models.DateTimeField(null=True)),
                        ("review_due_on", models.DateField(null=True)),
                        ("suspended_on", models.DateField(null=True)),
                        ("suspended_because", models.TextField(blank=True)),
                        ("expected_return_on", models.DateField(null=True)),
                        ("ends_on", models.DateField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
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
                            "arranged_by",
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
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.fundingdecision",
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
                            "started_by",
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
                        "verbose_name": "historical package",
                        "verbose_name_plural": "historical packages",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRequirement",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("line_key", models.CharField(max_length=12)),
                        ("service_component", models.CharField(max_length=80)),
                        ("description", models.TextField(blank=True)),
                        ("quantity", models.DecimalField(decimal_places=2, max_digits=9)),
                        ("unit", models.CharField(max_length=10)),
                        ("weekly_envelope", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_envelope", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("starts_on", models.DateField(null=True)),
                        ("opened_at", models.DateTimeField()),
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
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.fundingdecision",
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
                        "verbose_name": "historical requirement",
                        "verbose_name_plural": "historical requirements",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Package",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("arranged", "Arranged"),
                                    ("active", "Active"),
                                    ("suspended", "Suspended"),
                                    ("ended", "Ended"),
                                ],
                                default="arranged",
                                max_length=10,
                            ),
                        ),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("arranged_at", models.DateTimeField()),
                        ("starts_on", models.DateField(null=True)),
                        ("started_at", models.DateTimeField(null=True)),
                        ("review_due_on", models.DateField(null=True)),
                        ("suspended_on", models.DateField(null=True)),
                        ("suspended_because", models.TextField(blank=True)),
                        ("expected_return_on", models.DateField(null=True)),
                        ("ends_on", models.DateField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "arranged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="packages",
                                to="verification.fundingdecision",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="package",
                                to="casework.supportplan",
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                null=True,
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
                                    ("state", "arranged"),
                                    models.Q(
                                        ("started_at__isnull", False),
                                        ("started_by__isnull", False),
                                        ("starts_on__isnull", False),
                                    ),
                                    ("state", "ended"),
                                    _connector="OR",
                                ),
                                name="started_package_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "suspended"), _negated=True),
                                    models.Q(
                                        ("suspended_on__isnull", False),
                                        models.Q(("suspended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="suspended_package_has_a_reason_and_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("state", "ended"), _negated=True),
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("ends_on__isnull", False),
                                        ("state", "ended"),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ended_package_says_when_by_whom_and_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Requirement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("line_key", models.CharField(max_length=12)),
                        ("service_component", models.CharField(max_length=80)),
                        ("description", models.TextField(blank=True)),
                        ("quantity", models.DecimalField(decimal_places=2, max_digits=9)),
                        ("unit", models.CharField(max_length=10)),
                        ("weekly_envelope", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("one_off_envelope", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("starts_on", models.DateField(null=True)),
                        ("opened_at", models.DateTimeField()),
                        ("live", models.BooleanField(default=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requirements",
                                to="verification.fundingdecision",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requirements",
                                to="casework.supportplan",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("live", True)),
                                fields=("plan", "line_key"),
                                name="a_line_is_sourced_once_at_a_time",
                            )
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
                    name="Offer",
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
                                choices=[("offer", "Offer"), ("declined", "Declined"), ("none", "No answer")],
                                max_length=10,
                            ),
                        ),
                        ("unit_price", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                        ("one_off", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("available_from", models.DateField(null=True)),
                        ("note", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "organisation",
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
                            "requirement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="verification.requirement",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["weekly", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "offer"),
                                        ("one_off__gte", 0),
                                        ("unit_price__gte", 0),
                                        ("weekly__gte", 0),
                                    ),
                                    models.Q(
                                        models.Q(("kind", "offer"), _negated=True),
                                        ("unit_price__isnull", True),
                                        ("weekly__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_an_offer_has_a_price",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("invited_at", models.DateTimeField()),
                        (
                            "invited_by",
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
                                related_name="+",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "requirement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="verification.requirement",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("requirement", "organisation"), name="a_provider_is_invited_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalOffer",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("offer", "Offer"), ("declined", "Declined"), ("none", "No answer")],
                                max_length=10,
                            ),
                        ),
                        ("unit_price", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                        ("weekly", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                        ("one_off", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("available_from", models.DateField(null=True)),
                        ("note", models.TextField(blank=True)),
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
                            "requirement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.requirement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical offer",
                        "verbose_name_plural": "historical offers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalInvitation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("invited_at", models.DateTimeField()),
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
                            "invited_by",
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
                            "requirement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.requirement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical invitation",
                        "verbose_name_plural": "historical invitations",
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
                    name="HistoricalAward",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("is_cheapest", models.BooleanField()),
                        ("value_for_money_reason", models.TextField(blank=True)),
                        ("persons_choice", models.TextField()),
                        ("service_component", models.CharField(max_length=80)),
                        ("unit", models.CharField(max_length=10)),
                        ("unit_price", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("awarded_at", models.DateTimeField()),
                        ("paid_until", models.DateField(null=True)),
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
                            "awarded_by",
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
                            "offer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.offer",
                            ),
                        ),
                        (
                            "requirement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="verification.requirement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical award",
                        "verbose_name_plural": "historical awards",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Award",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_cheapest", models.BooleanField()),
                        ("value_for_money_reason", models.TextField(blank=True)),
                        ("persons_choice", models.TextField()),
                        ("service_component", models.CharField(max_length=80)),
                        ("unit", models.CharField(max_length=10)),
                        ("unit_price", models.DecimalField(decimal_places=2, max_digits=12)),
                        ("awarded_at", models.DateTimeField()),
                        ("paid_until", models.DateField(null=True)),
                        (
                            "awarded_by",
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
                            "offer",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="award",
                                to="verification.offer",
                            ),
                        ),
                        (
                            "requirement",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="award",
                                to="verification.requirement",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("paid_until__isnull", True)),
                                fields=["council", "service_component", "unit", "unit_price"],
                                name="prices_now_paid_for_a_kind",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_cheapest", True),
                                    models.Q(("value_for_money_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_award_not_the_cheapest_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("persons_choice", ""), _negated=True),
                                name="an_award_records_the_persons_choice",
                            ),
                        ],
                    },
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
