import django.db.models.deletion
import django.db.models.expressions
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.append_only
import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0003_safeguarding"),
        ("delegation", "0007_procedure_routes"),
        ("delegation", "__first__"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aftercare",
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
            ],
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
        delegation.append_only.MakeAppendOnly(
            app_label="casework",
            model="ChargingPolicy",
            sentence="What a version of the charging policy says is never changed, and no version is removed.",
            columns=("council_id", "number", "from_day", "choices_made", "drafted_at", "drafted_by_id"),
        ),
    ]
