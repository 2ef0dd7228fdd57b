import django.db.models.deletion
import django.db.models.expressions
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.append_only
import delegation.whole_tables


class Migration(migrations.Migration):
    replaces = [("returns", "0001_returns"), ("returns", "0002_corrected_figures")]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("delegation", "0002_tables"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("viewflow", "0015_task_scheduled"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="FigureCut",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("compiled_at", models.DateTimeField()),
                        ("rows", models.IntegerField()),
                        ("left_out", models.IntegerField(default=0)),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "compiled_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "compiled_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cuts",
                                to="returns.returnround",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "number"), name="a_cut_is_numbered_once_in_its_round"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReturnRound",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        ("kind", models.CharField(max_length=20)),
                        ("period_start", models.DateField()),
                        ("period_end", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("collecting", "Collecting"),
                                    ("compiled", "Compiled, to be reviewed"),
                                    ("reviewed", "Reviewed, to be signed"),
                                    ("signed", "Signed, to be submitted"),
                                    ("submitted", "Submitted"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("cut_off_on", models.DateField()),
                        ("dates_are_confirmed", models.BooleanField(default=False)),
                        ("opened_at", models.DateTimeField()),
                        ("reopened_because", models.TextField(blank=True)),
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
                            "cut",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="returns.figurecut",
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
                    ],
                    options={
                        "verbose_name": "historical return round",
                        "verbose_name_plural": "historical return rounds",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReturnReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("remarks", models.TextField()),
                        ("reviewed_at", models.DateTimeField()),
                        (
                            "cut",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review",
                                to="returns.figurecut",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reviewed_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("remarks", ""), _negated=True), name="a_review_says_what_it_found"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnRound",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        ("kind", models.CharField(max_length=20)),
                        ("period_start", models.DateField()),
                        ("period_end", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("collecting", "Collecting"),
                                    ("compiled", "Compiled, to be reviewed"),
                                    ("reviewed", "Reviewed, to be signed"),
                                    ("signed", "Signed, to be submitted"),
                                    ("submitted", "Submitted"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("cut_off_on", models.DateField()),
                        ("dates_are_confirmed", models.BooleanField(default=False)),
                        ("opened_at", models.DateTimeField()),
                        ("reopened_because", models.TextField(blank=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="return_rounds",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "cut",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="returns.figurecut",
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
                    ],
                    options={
                        "indexes": [models.Index(fields=["council", "due_on"], name="rounds_by_their_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("council", "kind", "period_start", "period_end"),
                                name="a_return_has_one_round_for_a_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("period_end__gte", models.F("period_start"))),
                                name="a_period_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("cut_off_on__lte", models.F("due_on"))),
                                name="the_provider_sends_before_the_council_is_due",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["collecting", "compiled", "reviewed", "signed", "submitted"])
                                ),
                                name="a_round_stands_in_a_known_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state__in", ["compiled", "reviewed", "signed", "submitted"]), _negated=True
                                    ),
                                    ("cut__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_round_past_collection_has_figures",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CollectedFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("name", models.CharField(max_length=200)),
                        ("size", models.BigIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("received_at", models.DateTimeField()),
                        ("rows", models.IntegerField()),
                        ("accepted", models.IntegerField()),
                        ("refused", models.IntegerField()),
                        ("to_mend", models.IntegerField()),
                        ("faults", models.IntegerField()),
                        ("warnings", models.JSONField(default=list)),
                        ("counts_by_rule", models.JSONField(default=dict)),
                        ("events_by_type", models.JSONField(default=dict)),
                        ("changes", models.JSONField(default=dict)),
                        ("report_sha256", models.CharField(max_length=64)),
                        ("rows_sha256", models.CharField(max_length=64)),
                        ("lineage_sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="collected_files",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "received_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="returns.returnround",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["round", "organisation", "number"], name="files_of_an_organisation")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "number"), name="a_file_is_numbered_once_in_its_round"
                            ),
                            models.UniqueConstraint(
                                fields=("round", "organisation", "sha256"),
                                name="a_file_sent_twice_is_kept_once_in_its_round",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted__gte", 0),
                                    ("refused__gte", 0),
                                    (
                                        "rows",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("accepted"), "+", models.F("refused")
                                        ),
                                    ),
                                ),
                                name="each_row_of_a_file_is_accepted_or_refused",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_mend__gte", 0), ("to_mend__lte", models.F("accepted"))),
                                name="rows_to_mend_are_among_the_accepted",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("refused", 0), ("faults__gt", 0), _connector="OR"),
                                name="a_file_with_refused_rows_has_a_fault",
                            ),
                            models.CheckConstraint(condition=models.Q(("size__gt", 0)), name="a_kept_file_has_content"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnSignOff",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        ("statement", models.TextField()),
                        ("signed_at", models.DateTimeField()),
                        (
                            "cut",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sign_off",
                                to="returns.figurecut",
                            ),
                        ),
                        (
                            "review",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sign_off",
                                to="returns.returnreview",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signed_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("statement", ""), _negated=True),
                                name="a_signature_states_what_is_signed",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnSubmission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("receipt", models.CharField(max_length=100)),
                        ("reason", models.TextField(blank=True)),
                        ("submitted_at", models.DateTimeField()),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="returns.returnround",
                            ),
                        ),
                        (
                            "sign_off",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submission",
                                to="returns.returnsignoff",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "submitted_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "number"), name="a_submission_is_numbered_once_in_its_round"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                                ),
                                name="a_resubmission_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("receipt", ""), _negated=True),
                                name="a_submission_names_its_receipt",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SourceChoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("matter", models.CharField(max_length=64)),
                        ("about", models.CharField(max_length=10)),
                        (
                            "chosen",
                            models.CharField(
                                choices=[("casework", "Our casework"), ("file", "The file")], max_length=10
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("chosen_at", models.DateTimeField()),
                        (
                            "casework_file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="returns.collectedfile",
                            ),
                        ),
                        (
                            "chosen_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "chosen_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                        (
                            "other_file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="returns.collectedfile",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="choices",
                                to="returns.returnround",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["round", "matter"], name="choices_of_a_matter")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="a_choice_between_sources_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("chosen__in", ["casework", "file"])),
                                name="a_choice_is_of_one_of_two_sources",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CutChoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("left_out", models.BigIntegerField(null=True)),
                        (
                            "cut",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="choices",
                                to="returns.figurecut",
                            ),
                        ),
                        (
                            "choice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cuts",
                                to="returns.sourcechoice",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("cut", "choice"), name="a_choice_goes_into_a_cut_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Figure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.IntegerField()),
                        ("table", models.CharField(max_length=20)),
                        ("file", models.CharField(max_length=60)),
                        ("says", models.JSONField()),
                        ("measure", models.CharField(max_length=60)),
                        ("value", models.CharField(max_length=40)),
                        ("count", models.BigIntegerField(null=True)),
                        ("sources", models.BigIntegerField(null=True)),
                        (
                            "cut",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figures",
                                to="returns.figurecut",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["cut", "table", "place"], name="figures_of_a_table")],
                        "constraints": [
                            models.UniqueConstraint(fields=("cut", "place"), name="a_figure_has_one_place_in_its_cut")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CutFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cuts",
                                to="returns.collectedfile",
                            ),
                        ),
                        (
                            "cut",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sources",
                                to="returns.figurecut",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("cut", "file"), name="a_file_goes_into_a_cut_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FigureFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.CharField(max_length=20)),
                        ("name", models.CharField(max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("figures", "Figures"), ("lineage", "Lineage"), ("changes", "Changes")],
                                max_length=10,
                            ),
                        ),
                        ("lines", models.IntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "cut",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="returns.figurecut",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("cut", "name"), name="a_cut_has_each_of_its_files_once")
                        ],
                    },
                ),
            ],
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="CollectedFile",
            sentence="A file that was sent for a return is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="FigureCut",
            sentence="The figures of a return are never changed: compile them again.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="CutFile",
            sentence="What a cut was made of is never changed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="FigureFile",
            sentence="The files of a cut are never changed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="Figure",
            sentence="The figures of a return are never changed: compile them again.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="SourceChoice",
            sentence="A choice between sources is never changed: choose again.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="CutChoice",
            sentence="What was chosen for a cut is never changed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="ReturnReview",
            sentence="The review of a return is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="ReturnSignOff",
            sentence="The signature under a return is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="returns",
            model="ReturnSubmission",
            sentence="The submission of a return is never changed or removed.",
            columns=(),
        ),
    ]
