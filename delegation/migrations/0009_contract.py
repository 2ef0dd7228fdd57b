import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.whole_tables


class Migration(migrations.Migration):
    dependencies = [
        ("delegation", "0008_amhp"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="DueDiligence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        ("opened_on", models.DateField()),
                        ("signed_on", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        ("remarks", models.TextField(blank=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="due_diligences",
                                to="delegation.organisation",
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_due_diligences",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.post",
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
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["organisation", "signed_on"], name="due_diligence_of_a_provider"),
                            models.Index(fields=["council", "-opened_on"], name="due_diligence_of_a_council"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("post__isnull", True),
                                        ("signed_by__isnull", True),
                                        ("signed_on__isnull", True),
                                        ("valid_to__isnull", True),
                                    ),
                                    models.Q(
                                        ("post__isnull", False),
                                        ("signed_by__isnull", False),
                                        ("signed_on__isnull", False),
                                        ("valid_to__gte", models.F("signed_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_signed_due_diligence_says_who_in_which_post_and_until_when",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("signed_on__isnull", True)),
                                fields=("organisation",),
                                name="one_open_due_diligence_of_a_provider",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalContractTarget",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "measure",
                            models.CharField(
                                choices=[
                                    ("assessment_to_plan", "From assessment to plan"),
                                    ("assurance_to_submission", "From quality assurance to submission"),
                                    ("return_rate", "Plans returned"),
                                    ("late_reviews", "Reviews begun late"),
                                    ("provider_days", "Days with the provider"),
                                    ("council_days", "Days with the council"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=1, max_digits=6)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
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
                        "verbose_name": "historical contract target",
                        "verbose_name_plural": "historical contract targets",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDueDiligence",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        ("opened_on", models.DateField()),
                        ("signed_on", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        ("remarks", models.TextField(blank=True)),
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
                    ],
                    options={
                        "verbose_name": "historical due diligence",
                        "verbose_name_plural": "historical due diligences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalScheduleChange",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        (
                            "function",
                            models.CharField(
                                choices=[
                                    ("care_support_assessment", "Care and support needs assessment (adult)"),
                                    ("support_plan_development", "Development of the care and support plan"),
                                    ("personal_budget_provision", "Provision of the personal budget"),
                                    ("safeguarding_alert_capture", "Safeguarding: receipt and logging of concerns"),
                                    ("safeguarding_information_gathering", "Safeguarding: gathering information"),
                                    ("safeguarding_investigation", "Safeguarding: carrying out the enquiry"),
                                    ("safeguarding_outcome_scrutiny", "Safeguarding: scrutiny and decision on outcome"),
                                    ("carer_assessment", "Carer's assessment"),
                                    ("carer_provision", "Support to carers (support plan and services)"),
                                    ("charging_policy_hold", "Charging policy: owning, setting and changing"),
                                    ("charging_policy_apply", "Charging: financial assessment and applying the policy"),
                                    ("policy_development", "Adult social care policy: development and change"),
                                    ("property_entry_protection", "Power to enter and protect property"),
                                    ("emergency_rest_centre", "Emergency planning: setting up a rest centre"),
                                    ("press_liaison", "Communication: press liaison"),
                                    ("members_liaison", "Communication: elected members' enquiries"),
                                    ("complaint_initial_handling", "Complaints and representations: first stage"),
                                    ("ombudsman_response", "Ombudsman (LGSCO) enquiries"),
                                    ("foi_response", "Freedom of information requests"),
                                    (
                                        "dfg_necessary_appropriate",
                                        "Disabled Facilities Grant: 'necessary and appropriate' confirmation",
                                    ),
                                    ("amhp_approval", "Mental Health Act: approval of AMHPs"),
                                    (
                                        "guardianship_sign_off",
                                        "Mental Health Act: guardianship acceptance, renewal receipt and discharge",
                                    ),
                                    ("dass_role", "Director of Adult Social Services"),
                                    ("statutory_return_data_collection", "Statutory returns: collecting the data"),
                                    ("statutory_return_submission", "Statutory returns: sign-off and submission"),
                                    ("return_asc_fr", "Adult Social Care Finance Return (ASC-FR)"),
                                    ("return_dols_annual", "Deprivation of Liberty Safeguards return (annual)"),
                                    ("return_dols_quarterly", "Deprivation of Liberty Safeguards quarterly return"),
                                    ("return_mh_guardianship", "Mental Health Guardianship return"),
                                    ("return_workforce_nmds_sc", "National Minimum Data Set for Social Care"),
                                    ("return_salt", "Short and Long Term (SALT) return, year to 31 March 2015"),
                                    ("return_safeguarding_adults", "Safeguarding Adults Return"),
                                    ("return_registered_blind", "Registers of blind or partially sighted people"),
                                    ("return_ascs", "Adult Social Care Survey 2014/15"),
                                    ("return_sace", "Survey of Adult Carers in England 2014-15 (biennial)"),
                                    ("return_ascof", "Adult Social Care Outcomes Framework"),
                                    ("retained_statutory_oversight", "Oversight of statutory functions and returns"),
                                    ("brokerage_sourcing", "Brokerage: sourcing the care package"),
                                    (
                                        "plan_verification_and_funding",
                                        "Verification: statutory needs met and funding agreed",
                                    ),
                                    (
                                        "provider_plan_quality_assurance",
                                        "Provider's internal quality assurance of the plan",
                                    ),
                                    ("single_access_point_advice", "Single access point, information and advice"),
                                    ("principal_social_worker_post", "Principal social worker in the provider"),
                                    (
                                        "minimum_workforce_fte",
                                        "Minimum FTE: social workers, occupational therapists, community care workers",
                                    ),
                                    (
                                        "senior_social_care_posts",
                                        "Senior social care and workforce development posts in the provider",
                                    ),
                                    ("due_diligence_sign_off", "Due diligence on the provider"),
                                    ("eligibility_determination", "Eligibility determination"),
                                    (
                                        "dols_authorisation",
                                        "Deprivation of liberty: authorisation by the supervisory body",
                                    ),
                                    ("direct_payment_decision", "Direct payments"),
                                    ("s117_aftercare", "After-care under s.117"),
                                    ("safeguarding_adults_board", "Safeguarding Adults Board and reviews"),
                                    ("co_operation_integration", "Integration and co-operation duties"),
                                ],
                                max_length=60,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("authorise", "Authorise a function"),
                                    ("revoke", "Take an authorisation back"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("care_act_s79", "Care Act 2014 s.79"),
                                    ("nhs_act_s75", "NHS Act 2006 s.75"),
                                    ("activity", "activity carried out for the council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("scope", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("instrument", models.CharField(blank=True, max_length=200)),
                        ("reasons", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused by the Director"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=10,
                            ),
                        ),
                        ("proposed_on", models.DateField()),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("decision_reasons", models.TextField(blank=True)),
                        ("cabinet_reference", models.CharField(blank=True, max_length=100)),
                        ("effects", models.JSONField(default=list)),
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
                            "authorisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.authorisation",
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
                    ],
                    options={
                        "verbose_name": "historical schedule change",
                        "verbose_name_plural": "historical schedule changes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSeniorPost",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("principal_social_worker", "Principal social worker"),
                                    ("senior", "Senior social care post"),
                                    ("development", "Workforce development post"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("asked_from", models.DateField()),
                        ("held_since", models.DateField(blank=True, null=True)),
                        ("vacant_since", models.DateField(blank=True, null=True)),
                        ("covered_since", models.DateField(blank=True, null=True)),
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
                            "covered_by",
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
                            "holder",
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
                            "named_by",
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
                    ],
                    options={
                        "verbose_name": "historical senior post",
                        "verbose_name_plural": "historical senior posts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceMinimum",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
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
                        "verbose_name": "historical workforce minimum",
                        "verbose_name_plural": "historical workforce minimums",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceReturn",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("ref", models.CharField(db_index=True, max_length=20)),
                        ("month", models.DateField()),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("remarks", models.TextField(blank=True)),
                        ("due_on", models.DateField()),
                        ("declared_on", models.DateField()),
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
                            "declared_by",
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
                    ],
                    options={
                        "verbose_name": "historical workforce return",
                        "verbose_name_plural": "historical workforce returns",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ScheduleChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        (
                            "function",
                            models.CharField(
                                choices=[
                                    ("care_support_assessment", "Care and support needs assessment (adult)"),
                                    ("support_plan_development", "Development of the care and support plan"),
                                    ("personal_budget_provision", "Provision of the personal budget"),
                                    ("safeguarding_alert_capture", "Safeguarding: receipt and logging of concerns"),
                                    ("safeguarding_information_gathering", "Safeguarding: gathering information"),
                                    ("safeguarding_investigation", "Safeguarding: carrying out the enquiry"),
                                    ("safeguarding_outcome_scrutiny", "Safeguarding: scrutiny and decision on outcome"),
                                    ("carer_assessment", "Carer's assessment"),
                                    ("carer_provision", "Support to carers (support plan and services)"),
                                    ("charging_policy_hold", "Charging policy: owning, setting and changing"),
                                    ("charging_policy_apply", "Charging: financial assessment and applying the policy"),
                                    ("policy_development", "Adult social care policy: development and change"),
                                    ("property_entry_protection", "Power to enter and protect property"),
                                    ("emergency_rest_centre", "Emergency planning: setting up a rest centre"),
                                    ("press_liaison", "Communication: press liaison"),
                                    ("members_liaison", "Communication: elected members' enquiries"),
                                    ("complaint_initial_handling", "Complaints and representations: first stage"),
                                    ("ombudsman_response", "Ombudsman (LGSCO) enquiries"),
                                    ("foi_response", "Freedom of information requests"),
                                    (
                                        "dfg_necessary_appropriate",
                                        "Disabled Facilities Grant: 'necessary and appropriate' confirmation",
                                    ),
                                    ("amhp_approval", "Mental Health Act: approval of AMHPs"),
                                    (
                                        "guardianship_sign_off",
                                        "Mental Health Act: guardianship acceptance, renewal receipt and discharge",
                                    ),
                                    ("dass_role", "Director of Adult Social Services"),
                                    ("statutory_return_data_collection", "Statutory returns: collecting the data"),
                                    ("statutory_return_submission", "Statutory returns: sign-off and submission"),
                                    ("return_asc_fr", "Adult Social Care Finance Return (ASC-FR)"),
                                    ("return_dols_annual", "Deprivation of Liberty Safeguards return (annual)"),
                                    ("return_dols_quarterly", "Deprivation of Liberty Safeguards quarterly return"),
                                    ("return_mh_guardianship", "Mental Health Guardianship return"),
                                    ("return_workforce_nmds_sc", "National Minimum Data Set for Social Care"),
                                    ("return_salt", "Short and Long Term (SALT) return, year to 31 March 2015"),
                                    ("return_safeguarding_adults", "Safeguarding Adults Return"),
                                    ("return_registered_blind", "Registers of blind or partially sighted people"),
                                    ("return_ascs", "Adult Social Care Survey 2014/15"),
                                    ("return_sace", "Survey of Adult Carers in England 2014-15 (biennial)"),
                                    ("return_ascof", "Adult Social Care Outcomes Framework"),
                                    ("retained_statutory_oversight", "Oversight of statutory functions and returns"),
                                    ("brokerage_sourcing", "Brokerage: sourcing the care package"),
                                    (
                                        "plan_verification_and_funding",
                                        "Verification: statutory needs met and funding agreed",
                                    ),
                                    (
                                        "provider_plan_quality_assurance",
                                        "Provider's internal quality assurance of the plan",
                                    ),
                                    ("single_access_point_advice", "Single access point, information and advice"),
                                    ("principal_social_worker_post", "Principal social worker in the provider"),
                                    (
                                        "minimum_workforce_fte",
                                        "Minimum FTE: social workers, occupational therapists, community care workers",
                                    ),
                                    (
                                        "senior_social_care_posts",
                                        "Senior social care and workforce development posts in the provider",
                                    ),
                                    ("due_diligence_sign_off", "Due diligence on the provider"),
                                    ("eligibility_determination", "Eligibility determination"),
                                    (
                                        "dols_authorisation",
                                        "Deprivation of liberty: authorisation by the supervisory body",
                                    ),
                                    ("direct_payment_decision", "Direct payments"),
                                    ("s117_aftercare", "After-care under s.117"),
                                    ("safeguarding_adults_board", "Safeguarding Adults Board and reviews"),
                                    ("co_operation_integration", "Integration and co-operation duties"),
                                ],
                                max_length=60,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("authorise", "Authorise a function"),
                                    ("revoke", "Take an authorisation back"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("care_act_s79", "Care Act 2014 s.79"),
                                    ("nhs_act_s75", "NHS Act 2006 s.75"),
                                    ("activity", "activity carried out for the council"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("scope", models.TextField(blank=True)),
                        ("conditions", models.TextField(blank=True)),
                        ("instrument", models.CharField(blank=True, max_length=200)),
                        ("reasons", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused by the Director"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="proposed",
                                max_length=10,
                            ),
                        ),
                        ("proposed_on", models.DateField()),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("decision_reasons", models.TextField(blank=True)),
                        ("cabinet_reference", models.CharField(blank=True, max_length=100)),
                        ("effects", models.JSONField(default=list)),
                        (
                            "authorisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedule_changes",
                                to="delegation.authorisation",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedule_changes",
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_schedule_changes",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.post",
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
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "-proposed_on", "-id"], name="changes_of_a_council")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("decided_on__isnull", True),
                                        ("post__isnull", True),
                                        ("state", "proposed"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "proposed"), _negated=True),
                                        ("decided_by__isnull", False),
                                        ("decided_on__isnull", False),
                                        ("post__isnull", False),
                                        models.Q(("decision_reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_decided_change_says_who_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("authorisation__isnull", False), ("kind", "revoke")),
                                    models.Q(
                                        ("authorisation__isnull", False), ("kind", "authorise"), ("state", "approved")
                                    ),
                                    models.Q(
                                        ("authorisation__isnull", True),
                                        ("kind", "authorise"),
                                        models.Q(("state", "approved"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_change_approved_or_to_revoke_names_its_authorisation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ("proposed", "withdrawn")),
                                    models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_approves_the_change_they_proposed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "approved"), _negated=True),
                                    ("from_day__gte", models.F("decided_on")),
                                    _connector="OR",
                                ),
                                name="a_change_is_in_force_from_its_decision_or_later",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "proposed")),
                                fields=("organisation", "function"),
                                name="one_proposed_change_of_a_function_of_a_provider",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeniorPost",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("principal_social_worker", "Principal social worker"),
                                    ("senior", "Senior social care post"),
                                    ("development", "Workforce development post"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("asked_from", models.DateField()),
                        ("held_since", models.DateField(blank=True, null=True)),
                        ("vacant_since", models.DateField(blank=True, null=True)),
                        ("covered_since", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_because", models.TextField(blank=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="senior_posts",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "covered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="senior_posts",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "named_by",
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
                                related_name="own_senior_posts",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_since__isnull", False),
                                        ("holder__isnull", False),
                                        ("vacant_since__isnull", True),
                                    ),
                                    models.Q(
                                        ("held_since__isnull", True),
                                        ("holder__isnull", True),
                                        ("vacant_since__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_post_is_held_or_vacant_since_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("covered_by__isnull", True), ("covered_since__isnull", True)),
                                    models.Q(
                                        ("covered_by__isnull", False),
                                        ("covered_since__isnull", False),
                                        ("holder__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_vacant_post_is_covered",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_because", ""), ("ended_on__isnull", True)),
                                    models.Q(
                                        ("ended_on__isnull", False), models.Q(("ended_because", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_post_no_longer_asked_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True), ("kind", "principal_social_worker")),
                                fields=("organisation",),
                                name="one_principal_social_worker_of_a_provider",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkforceMinimum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workforce_minimums",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_workforce_minimums",
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
                                condition=models.Q(("fte__gte", 0)), name="a_minimum_is_not_below_nought"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_minimum_ends_after_it_begins",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("organisation", "role"),
                                name="one_open_minimum_of_a_role",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkforceReturn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.CharField(max_length=20, unique=True)),
                        ("month", models.DateField()),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("remarks", models.TextField(blank=True)),
                        ("due_on", models.DateField()),
                        ("declared_on", models.DateField()),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workforce_returns",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "declared_by",
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
                                related_name="own_workforce_returns",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.post"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "-month", "-number"], name="workforce_of_a_council")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "month", "number"), name="a_return_of_a_month_is_numbered"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1),
                                    models.Q(("number__gt", 1), models.Q(("remarks", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_corrected_return_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContractTarget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(
                                choices=[
                                    ("assessment_to_plan", "From assessment to plan"),
                                    ("assurance_to_submission", "From quality assurance to submission"),
                                    ("return_rate", "Plans returned"),
                                    ("late_reviews", "Reviews begun late"),
                                    ("provider_days", "Days with the provider"),
                                    ("council_days", "Days with the council"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=1, max_digits=6)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contract_targets",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_contract_targets",
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
                                condition=models.Q(("value__gte", 0)), name="a_target_is_not_below_nought"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_target_ends_after_it_begins",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("organisation", "measure"),
                                name="one_open_target_of_a_measure",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DueDiligenceEvidence",
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
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("what", models.TextField()),
                        ("kept_at", models.CharField(max_length=200)),
                        ("expires_on", models.DateField(blank=True, null=True)),
                        ("entered_on", models.DateField()),
                        (
                            "diligence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="delegation.duediligence",
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
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "area__in",
                                        [
                                            "business_capability",
                                            "business_standing",
                                            "contracts_references",
                                            "data_protection",
                                            "equalities",
                                            "finance_insurance",
                                            "health_safety",
                                            "quality_management",
                                            "safeguarding",
                                        ],
                                    )
                                ),
                                name="evidence_is_of_one_of_nine_areas",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True), name="evidence_says_what_was_seen"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evaluator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "discipline",
                            models.CharField(
                                choices=[
                                    ("commissioning", "Commissioning"),
                                    ("procurement", "Procurement"),
                                    ("finance", "Finance"),
                                    ("human_resources", "Human resources"),
                                    ("legal", "Legal services"),
                                    ("safeguarding", "Adult safeguarding"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "diligence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluators",
                                to="delegation.duediligence",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluations",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("diligence", "discipline"), name="one_evaluator_of_a_discipline"
                            ),
                            models.UniqueConstraint(
                                fields=("diligence", "worker"), name="an_evaluator_stands_for_one_discipline"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "discipline__in",
                                        [
                                            "commissioning",
                                            "finance",
                                            "human_resources",
                                            "legal",
                                            "procurement",
                                            "safeguarding",
                                        ],
                                    )
                                ),
                                name="a_discipline_is_one_of_six",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDueDiligenceEvidence",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("what", models.TextField()),
                        ("kept_at", models.CharField(max_length=200)),
                        ("expires_on", models.DateField(blank=True, null=True)),
                        ("entered_on", models.DateField()),
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
                            "diligence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.duediligence",
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
                    ],
                    options={
                        "verbose_name": "historical due diligence evidence",
                        "verbose_name_plural": "historical due diligence evidences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEvaluator",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "discipline",
                            models.CharField(
                                choices=[
                                    ("commissioning", "Commissioning"),
                                    ("procurement", "Procurement"),
                                    ("finance", "Finance"),
                                    ("human_resources", "Human resources"),
                                    ("legal", "Legal services"),
                                    ("safeguarding", "Adult safeguarding"),
                                ],
                                max_length=20,
                            ),
                        ),
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
                            "diligence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.duediligence",
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
                        "verbose_name": "historical evaluator",
                        "verbose_name_plural": "historical evaluators",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="WorkforceMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("was_registered", models.BooleanField()),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="delegation.worker"
                            ),
                        ),
                        (
                            "workforce_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("workforce_return", "worker"), name="a_member_of_staff_is_named_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fte__gt", 0), ("fte__lte", 1)),
                                name="one_person_is_no_more_than_one_fte",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkforceLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("declared", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("agency", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("counted", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("minimum", models.DecimalField(decimal_places=2, max_digits=7)),
                        (
                            "workforce_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("workforce_return", "role"), name="a_role_is_returned_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agency__gte", 0),
                                    ("agency__lte", models.F("declared")),
                                    ("counted__gte", 0),
                                    ("counted__lte", models.F("declared")),
                                ),
                                name="no_more_counts_than_was_declared",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceMember",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("fte", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("was_registered", models.BooleanField()),
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
                            "workforce_return",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical workforce member",
                        "verbose_name_plural": "historical workforce members",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalWorkforceLine",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("social_worker", "Social workers"),
                                    ("occupational_therapist", "Occupational therapists"),
                                    ("community_care_worker", "Community care workers"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("declared", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("agency", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("counted", models.DecimalField(decimal_places=2, max_digits=7)),
                        ("minimum", models.DecimalField(decimal_places=2, max_digits=7)),
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
                            "workforce_return",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.workforcereturn",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical workforce line",
                        "verbose_name_plural": "historical workforce lines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DueDiligenceScore",
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
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Nothing shown"),
                                    (1, "Falls short"),
                                    (2, "Sufficient"),
                                    (3, "Good"),
                                    (4, "Excellent"),
                                ]
                            ),
                        ),
                        ("reasons", models.TextField()),
                        ("scored_on", models.DateField()),
                        (
                            "diligence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="delegation.duediligence",
                            ),
                        ),
                        (
                            "evaluator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="delegation.evaluator",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("evaluator", "area"), name="an_evaluator_scores_an_area_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("score__in", [0, 1, 2, 3, 4])), name="a_score_is_one_of_five"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True), name="a_score_has_its_reasons"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDueDiligenceScore",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "area",
                            models.CharField(
                                choices=[
                                    ("business_standing", "Professional and business standing"),
                                    ("finance_insurance", "Organisational finance and insurance"),
                                    ("health_safety", "Health and safety"),
                                    ("data_protection", "Data protection"),
                                    ("equalities", "Equalities and diversity"),
                                    ("safeguarding", "Safeguarding adults"),
                                    ("quality_management", "Quality management"),
                                    ("contracts_references", "Recent contracts and references"),
                                    ("business_capability", "Business capability and continuity"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Nothing shown"),
                                    (1, "Falls short"),
                                    (2, "Sufficient"),
                                    (3, "Good"),
                                    (4, "Excellent"),
                                ]
                            ),
                        ),
                        ("reasons", models.TextField()),
                        ("scored_on", models.DateField()),
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
                            "diligence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.duediligence",
                            ),
                        ),
                        (
                            "evaluator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="delegation.evaluator",
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
                        "verbose_name": "historical due diligence score",
                        "verbose_name_plural": "historical due diligence scores",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
    ]
