import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0006_co_operation"),
        ("delegation", "0007_procedure_routes_squashed_0010_information"),
        ("delegation", "__first__"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
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
                                        ("state__in", ["in_force", "discharged", "ended", "expired", "transferred"]),
                                        ("term_from__isnull", False),
                                        ("term_number__gte", 1),
                                        ("term_to__gte", models.F("term_from")),
                                    ),
                                    models.Q(
                                        ("began_on__isnull", True),
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
                                        ("ended_on__gte", models.F("began_on")), ("ended_on__lte", models.F("term_to"))
                                    ),
                                    _connector="OR",
                                ),
                                name="a_guardianship_ends_within_its_term",
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
                                    ("received_on__lt", models.F("from_day")),
                                    ("to_day__gt", models.F("from_day")),
                                ),
                                name="a_renewal_is_received_before_the_term_it_begins",
                            ),
                        ],
                    },
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
            ],
        ),
    ]
