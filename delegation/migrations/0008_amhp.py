from datetime import date

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

import delegation.whole_tables
from delegation.append_only import MakeAppendOnly
from delegation.references import new_reference

CARRIED = "As it was entered with the worker, before registrations had their own rows"


def carry_registrations(apps, schema_editor):
    """Each worker's one registration, with its history, becomes a row of its own that the guard asks instead."""
    Worker = apps.get_model("delegation", "Worker")
    Registration = apps.get_model("delegation", "ProfessionalRegistration")
    Suspension = apps.get_model("delegation", "RegistrationSuspension")
    for worker in Worker.objects.exclude(registration_number="").exclude(registration_body="").order_by("pk"):
        # One that ran out before it began was live on no day: it stays so, as one suspended throughout.
        first, last = worker.registered_from, worker.registered_to
        crossed = bool(first and last and last < first)
        registration = Registration.objects.create(
            ref=new_reference("PR"),
            worker=worker,
            profession="social_worker" if worker.registration_body == "Social Work England" else "",
            body=worker.registration_body,
            number=worker.registration_number,
            live_from=worker.registered_from,
            live_to=None if crossed else worker.registered_to,
            source=CARRIED,
        )
        _carry_history(apps, worker, registration)
        if worker.registration_suspended or crossed:
            suspension = Suspension.objects.create(
                registration=registration, from_day=worker.registered_from or date(1900, 1, 1), because=CARRIED
            )
            _write_history(apps, "RegistrationSuspension", suspension, history_type="+")


def _carry_history(apps, worker, registration):
    """The lines of the worker's history that say of the registration, as lines of its own; one at least."""
    lines = apps.get_model("delegation", "HistoricalWorker").objects.filter(id=worker.pk)
    kind = "+"
    for line in lines.exclude(registration_number="").order_by("history_date", "history_id"):
        _write_history(
            apps,
            "ProfessionalRegistration",
            registration,
            history_type=kind,
            history_date=line.history_date,
            history_user_id=line.history_user_id,
            history_change_reason=line.history_change_reason or CARRIED,
            body=line.registration_body,
            number=line.registration_number,
            live_from=line.registered_from,
            live_to=line.registered_to,
        )
        kind = "~"
    if kind == "+":
        _write_history(apps, "ProfessionalRegistration", registration, history_type="+")


def _write_history(apps, model, row, **said):
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    said = {"history_date": timezone.now(), "history_change_reason": "Entered"} | said
    apps.get_model("delegation", f"Historical{model}").objects.create(**(values | said))


def carry_back(apps, schema_editor):
    """The latest registration of each worker in the worker's own fields again."""
    Worker = apps.get_model("delegation", "Worker")
    Registration = apps.get_model("delegation", "ProfessionalRegistration")
    Suspension = apps.get_model("delegation", "RegistrationSuspension")
    for row in Registration.objects.order_by("pk"):
        suspended = row.ended_on or Suspension.objects.filter(registration=row, lifted_on=None).exists()
        Worker.objects.filter(pk=row.worker_id).update(
            registration_body=row.body,
            registration_number=row.number,
            registered_from=row.live_from,
            registered_to=row.live_to,
            registration_suspended=bool(suspended),
        )


class Migration(migrations.Migration):
    dependencies = [
        ("delegation", "0007_procedure_routes"),
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
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amhp_approvals",
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
                        "verbose_name": "historical amhp acting",
                        "verbose_name_plural": "historical amhp actings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                            "for_council",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amhps_acting_for_it",
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
                            "approval",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acting",
                                to="delegation.amhpapproval",
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
            ],
        ),
        migrations.RunPython(carry_registrations, carry_back),
        delegation.whole_tables.AlterTable(
            steps=[
                migrations.RemoveField(
                    model_name="historicalworker",
                    name="registered_from",
                ),
                migrations.RemoveField(
                    model_name="historicalworker",
                    name="registered_to",
                ),
                migrations.RemoveField(
                    model_name="historicalworker",
                    name="registration_body",
                ),
                migrations.RemoveField(
                    model_name="historicalworker",
                    name="registration_number",
                ),
                migrations.RemoveField(
                    model_name="historicalworker",
                    name="registration_suspended",
                ),
                migrations.RemoveField(
                    model_name="worker",
                    name="registered_from",
                ),
                migrations.RemoveField(
                    model_name="worker",
                    name="registered_to",
                ),
                migrations.RemoveField(
                    model_name="worker",
                    name="registration_body",
                ),
                migrations.RemoveField(
                    model_name="worker",
                    name="registration_number",
                ),
                migrations.RemoveField(
                    model_name="worker",
                    name="registration_suspended",
                ),
            ],
        ),
        MakeAppendOnly("delegation", "AmhpNotice", "A notice to an AMHP is never changed or removed."),
    ]
