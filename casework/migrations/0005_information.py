import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0004_dols_and_charging"),
        ("delegation", "0010_information"),
        ("delegation", "__first__"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
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
                        "verbose_name": "historical grant application",
                        "verbose_name_plural": "historical grant applications",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="complaints",
                                to="casework.person",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grant_applications",
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
            ],
        ),
    ]
