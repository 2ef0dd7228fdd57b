import datetime

import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegation.append_only
import delegation.whole_tables


class Migration(migrations.Migration):
    replaces = [
        ("delegation", "0001_initial"),
        ("delegation", "0002_register_append_only"),
        ("delegation", "0003_revocations_and_covers_say_when_they_ended"),
        ("delegation", "0004_section_79_authorises_for_a_period"),
        ("delegation", "0005_acts_are_found_by_reference_alone"),
        ("delegation", "0006_assurance_reviews_and_exceptions"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        delegation.whole_tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Worker",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("registration_body", models.CharField(blank=True, max_length=60)),
                        ("registration_number", models.CharField(blank=True, max_length=40)),
                        ("registered_from", models.DateField(blank=True, null=True)),
                        ("registered_to", models.DateField(blank=True, null=True)),
                        ("registration_suspended", models.BooleanField(default=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "Council"),
                                    ("provider", "Provider"),
                                    ("care_provider", "Care provider"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ods_code", models.CharField(blank=True, max_length=10, verbose_name="ODS code")),
                        ("cqc_location_id", models.CharField(blank=True, max_length=20, verbose_name="CQC location")),
                        ("cqc_rating", models.CharField(blank=True, max_length=30, verbose_name="CQC rating")),
                        ("is_nhs_body", models.BooleanField(default=False, verbose_name="NHS body")),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "council",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contracted",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "staff_group",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="organisation",
                                to="auth.group",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("see_casework", "May see the casework of this organisation")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("council__isnull", True), ("kind", "council")),
                                    models.Q(models.Q(("kind", "council"), _negated=True), ("council__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_council_is_nobodys_and_others_work_for_one",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Account",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "username",
                            models.CharField(
                                error_messages={"unique": "A user with that username already exists."},
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                        ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accounts",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "user",
                        "verbose_name_plural": "users",
                        "abstract": False,
                    },
                    managers=[
                        ("objects", django.contrib.auth.models.UserManager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Post",
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
                                    ("practitioner", "Practitioner"),
                                    ("quality_assurer", "Quality assurer"),
                                    ("provider_manager", "Provider manager"),
                                    ("data_officer", "Data officer"),
                                    ("verifier", "Verifier"),
                                    ("team_manager", "Team manager"),
                                    ("head_of_service", "Head of service"),
                                    ("dass", "Director of Adult Social Services"),
                                    ("broker", "Broker"),
                                    ("safeguarding_manager", "Safeguarding manager"),
                                    ("amhp_lead", "AMHP lead"),
                                    ("guardianship_officer", "Guardianship officer"),
                                    ("information_officer", "Complaints and information officer"),
                                    ("returns_officer", "Returns officer"),
                                    ("auditor", "Auditor"),
                                    ("monitoring_officer", "Monitoring officer"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_post_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "administrator",
                                            "amhp_lead",
                                            "auditor",
                                            "broker",
                                            "dass",
                                            "data_officer",
                                            "guardianship_officer",
                                            "head_of_service",
                                            "information_officer",
                                            "monitoring_officer",
                                            "practitioner",
                                            "provider_manager",
                                            "quality_assurer",
                                            "returns_officer",
                                            "safeguarding_manager",
                                            "team_manager",
                                            "verifier",
                                        ],
                                    )
                                ),
                                name="a_post_has_a_known_role",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_day__isnull", True)),
                                fields=("worker", "organisation", "role"),
                                name="one_open_post_for_a_role",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegisterHead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seq", models.BigIntegerField(default=0)),
                        ("hash", models.CharField(blank=True, max_length=64)),
                        ("at", models.DateTimeField(blank=True, null=True)),
                        (
                            "council",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="register_head",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="HistoricalWorker",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("name", models.CharField(max_length=200)),
                        ("registration_body", models.CharField(blank=True, max_length=60)),
                        ("registration_number", models.CharField(blank=True, max_length=40)),
                        ("registered_from", models.DateField(blank=True, null=True)),
                        ("registered_to", models.DateField(blank=True, null=True)),
                        ("registration_suspended", models.BooleanField(default=False)),
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
                    ],
                    options={
                        "verbose_name": "historical worker",
                        "verbose_name_plural": "historical workers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOrganisation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("key", models.SlugField(max_length=80)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "Council"),
                                    ("provider", "Provider"),
                                    ("care_provider", "Care provider"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ods_code", models.CharField(blank=True, max_length=10, verbose_name="ODS code")),
                        ("cqc_location_id", models.CharField(blank=True, max_length=20, verbose_name="CQC location")),
                        ("cqc_rating", models.CharField(blank=True, max_length=30, verbose_name="CQC rating")),
                        ("is_nhs_body", models.BooleanField(default=False, verbose_name="NHS body")),
                        ("closed_on", models.DateField(blank=True, null=True)),
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
                            "staff_group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="auth.group",
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
                    ],
                    options={
                        "verbose_name": "historical organisation",
                        "verbose_name_plural": "historical organisations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAuthorisation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                        ("to_nhs_body", models.BooleanField(default=False)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
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
                        ("instrument", models.CharField(max_length=200)),
                        ("signed_by", models.CharField(max_length=200)),
                        ("signed_on", models.DateField()),
                        ("recorded_at", models.DateTimeField(blank=True, editable=False)),
                        ("revoked_on", models.DateField(blank=True, null=True)),
                        ("revoked_because", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
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
                            "revoked_by",
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
                        "verbose_name": "historical authorisation",
                        "verbose_name_plural": "historical authorisations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Authorisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        ("to_nhs_body", models.BooleanField(default=False)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "power",
                            models.CharField(
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
                        ("instrument", models.CharField(max_length=200)),
                        ("signed_by", models.CharField(max_length=200)),
                        ("signed_on", models.DateField()),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        ("revoked_on", models.DateField(blank=True, null=True)),
                        ("revoked_because", models.TextField(blank=True)),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "revoked_by",
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
                                related_name="authorisations_given",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="authorisations",
                                to="delegation.organisation",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["organisation", "function"], name="authorisation_of_function")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "care_act_s79"), _negated=True),
                                    models.Q(
                                        ("from_day__gte", datetime.date(2015, 4, 1)),
                                        (
                                            "function__in",
                                            [
                                                "brokerage_sourcing",
                                                "care_support_assessment",
                                                "carer_assessment",
                                                "carer_provision",
                                                "charging_policy_apply",
                                                "direct_payment_decision",
                                                "eligibility_determination",
                                                "personal_budget_provision",
                                                "plan_verification_and_funding",
                                                "s117_aftercare",
                                                "single_access_point_advice",
                                                "support_plan_development",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="s79_authorises_only_what_the_care_act_lets_go",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "nhs_act_s75"), _negated=True),
                                    models.Q(
                                        (
                                            "function__in",
                                            [
                                                "brokerage_sourcing",
                                                "care_support_assessment",
                                                "carer_assessment",
                                                "carer_provision",
                                                "charging_policy_apply",
                                                "charging_policy_hold",
                                                "co_operation_integration",
                                                "dfg_necessary_appropriate",
                                                "direct_payment_decision",
                                                "eligibility_determination",
                                                "personal_budget_provision",
                                                "plan_verification_and_funding",
                                                "property_entry_protection",
                                                "s117_aftercare",
                                                "safeguarding_adults_board",
                                                "safeguarding_alert_capture",
                                                "safeguarding_information_gathering",
                                                "safeguarding_investigation",
                                                "safeguarding_outcome_scrutiny",
                                                "single_access_point_advice",
                                                "support_plan_development",
                                            ],
                                        ),
                                        ("to_nhs_body", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="s75_authorises_only_an_nhs_body_and_what_the_regulations_let_go",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "activity"), _negated=True),
                                    (
                                        "function__in",
                                        [
                                            "complaint_initial_handling",
                                            "dfg_necessary_appropriate",
                                            "emergency_rest_centre",
                                            "members_liaison",
                                            "minimum_workforce_fte",
                                            "press_liaison",
                                            "principal_social_worker_post",
                                            "property_entry_protection",
                                            "provider_plan_quality_assurance",
                                            "safeguarding_alert_capture",
                                            "safeguarding_information_gathering",
                                            "safeguarding_investigation",
                                            "senior_social_care_posts",
                                            "statutory_return_data_collection",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="an_activity_is_one_that_may_be_carried_out_for_the_council",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("power__in", ["activity", "care_act_s79", "nhs_act_s75"])),
                                name="a_power_is_one_of_three",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "function__in",
                                        [
                                            "amhp_approval",
                                            "brokerage_sourcing",
                                            "charging_policy_hold",
                                            "co_operation_integration",
                                            "dass_role",
                                            "dols_authorisation",
                                            "due_diligence_sign_off",
                                            "foi_response",
                                            "guardianship_sign_off",
                                            "ombudsman_response",
                                            "plan_verification_and_funding",
                                            "policy_development",
                                            "retained_statutory_oversight",
                                            "return_asc_fr",
                                            "return_ascof",
                                            "return_ascs",
                                            "return_dols_annual",
                                            "return_dols_quarterly",
                                            "return_mh_guardianship",
                                            "return_registered_blind",
                                            "return_sace",
                                            "return_safeguarding_adults",
                                            "return_salt",
                                            "return_workforce_nmds_sc",
                                            "safeguarding_adults_board",
                                            "safeguarding_outcome_scrutiny",
                                            "statutory_return_submission",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                name="a_function_the_council_keeps_is_authorised_to_nobody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "function__in",
                                            [
                                                "charging_policy_apply",
                                                "dfg_necessary_appropriate",
                                                "direct_payment_decision",
                                                "emergency_rest_centre",
                                                "members_liaison",
                                                "minimum_workforce_fte",
                                                "press_liaison",
                                                "principal_social_worker_post",
                                                "property_entry_protection",
                                                "provider_plan_quality_assurance",
                                                "safeguarding_alert_capture",
                                                "safeguarding_information_gathering",
                                                "safeguarding_investigation",
                                                "senior_social_care_posts",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(("conditions", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_conditional_function_is_authorised_on_conditions",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="an_authorisation_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("revoked_at", None),
                                        ("revoked_because", ""),
                                        ("revoked_by", None),
                                        ("revoked_on", None),
                                    ),
                                    models.Q(
                                        ("revoked_at__isnull", False),
                                        ("revoked_by__isnull", False),
                                        ("revoked_on__isnull", False),
                                        models.Q(("revoked_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_revoked_authorisation_says_who_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("power", "care_act_s79"), _negated=True),
                                    ("to_day__isnull", False),
                                    _connector="OR",
                                ),
                                name="s79_authorises_for_a_period_that_ends",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssuranceReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("until_line", models.BigIntegerField()),
                        ("remarks", models.TextField()),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("signed_at", models.DateTimeField()),
                        (
                            "signed_by",
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
                                related_name="assurance_reviews",
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("council", "number"), name="a_review_is_numbered_once_in_its_council"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPost",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("practitioner", "Practitioner"),
                                    ("quality_assurer", "Quality assurer"),
                                    ("provider_manager", "Provider manager"),
                                    ("data_officer", "Data officer"),
                                    ("verifier", "Verifier"),
                                    ("team_manager", "Team manager"),
                                    ("head_of_service", "Head of service"),
                                    ("dass", "Director of Adult Social Services"),
                                    ("broker", "Broker"),
                                    ("safeguarding_manager", "Safeguarding manager"),
                                    ("amhp_lead", "AMHP lead"),
                                    ("guardianship_officer", "Guardianship officer"),
                                    ("information_officer", "Complaints and information officer"),
                                    ("returns_officer", "Returns officer"),
                                    ("auditor", "Auditor"),
                                    ("monitoring_officer", "Monitoring officer"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=40,
                            ),
                        ),
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
                        "verbose_name": "historical post",
                        "verbose_name_plural": "historical posts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFinancialLimit",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("role", models.CharField(blank=True, max_length=40)),
                        ("weekly", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("whole_life", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                        ("unlimited", models.BooleanField(default=False)),
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
                        "verbose_name": "historical financial limit",
                        "verbose_name_plural": "historical financial limits",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCover",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("reason", models.TextField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
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
                            "given_by",
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
                            "covered",
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
                            "covering",
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
                        "verbose_name": "historical cover",
                        "verbose_name_plural": "historical covers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAssuranceException",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("function", models.CharField(max_length=60)),
                        ("what", models.TextField()),
                        ("due_on", models.DateField()),
                        ("raised_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_because", models.TextField(blank=True)),
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
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "verbose_name": "historical assurance exception",
                        "verbose_name_plural": "historical assurance exceptions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="FinancialLimit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=40)),
                        ("weekly", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                        ("whole_life", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                        ("unlimited", models.BooleanField(default=False)),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField(blank=True, null=True)),
                        (
                            "set_by",
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
                                related_name="financial_limits",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="financial_limits",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("worker__isnull", True), models.Q(("role", ""), _negated=True)),
                                    models.Q(("role", ""), ("worker__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_limit_is_a_roles_or_a_persons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weekly__gte", 0), ("whole_life__gte", 0)),
                                name="a_limit_is_not_below_nought",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"
                                ),
                                name="a_limit_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_day", models.DateField()),
                        ("to_day", models.DateField()),
                        ("reason", models.TextField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
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
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covers_given",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covers",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "covered",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covered_by",
                                to="delegation.worker",
                            ),
                        ),
                        (
                            "covering",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covering_for",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_day__gte", models.F("from_day"))),
                                name="cover_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("covered", models.F("covering")), _negated=True),
                                name="nobody_covers_for_themselves",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssuranceException",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("function", models.CharField(max_length=60)),
                        ("what", models.TextField()),
                        ("due_on", models.DateField()),
                        ("raised_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_because", models.TextField(blank=True)),
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
                            "raised_by",
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
                                related_name="assurance_exceptions",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assurance_exceptions",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=["council"],
                                name="open_exceptions_of_a_council",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_because", ""), ("closed_by__isnull", True), ("closed_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("closed_by__isnull", False),
                                        ("closed_on__isnull", False),
                                        models.Q(("closed_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_closed_exception_says_when_by_whom_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("raised_on"))),
                                name="an_exception_falls_due_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Act",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seq", models.BigIntegerField()),
                        ("at", models.DateTimeField()),
                        ("day", models.DateField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("exercised", "Exercised"),
                                    ("refused", "Refused"),
                                    ("read", "Read"),
                                    ("noted", "Noted"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("verb", models.CharField(max_length=60)),
                        ("function", models.CharField(blank=True, max_length=60)),
                        ("source", models.TextField(blank=True)),
                        ("subject_kind", models.CharField(blank=True, max_length=40)),
                        ("subject", models.CharField(blank=True, max_length=80)),
                        ("amount_weekly", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                        ("amount_whole_life", models.DecimalField(decimal_places=2, max_digits=16, null=True)),
                        ("refusal", models.CharField(blank=True, max_length=60)),
                        ("reason", models.TextField(blank=True)),
                        ("detail", models.JSONField(default=dict)),
                        ("previous_hash", models.CharField(blank=True, max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                        (
                            "account",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "authorisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.authorisation",
                            ),
                        ),
                        (
                            "council",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts_by_its_staff",
                                to="delegation.organisation",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.post",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acts",
                                to="delegation.worker",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["council", "function", "seq"], name="acts_of_a_function"),
                            models.Index(fields=["council", "worker", "seq"], name="acts_of_a_worker"),
                            models.Index(fields=["organisation", "seq"], name="acts_of_an_organisation"),
                            models.Index(
                                condition=models.Q(("outcome", "refused")),
                                fields=["council", "seq"],
                                name="refusals_of_a_council",
                            ),
                            models.Index(fields=["council", "subject", "seq"], name="acts_of_a_subject"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("council", "seq"), name="one_act_per_place_in_the_register"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "refused"), models.Q(("refusal", ""), _negated=True)),
                                    models.Q(models.Q(("outcome", "refused"), _negated=True), ("refusal", "")),
                                    _connector="OR",
                                ),
                                name="a_refused_act_names_its_refusal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "exercised"), _negated=True),
                                    models.Q(
                                        models.Q(("function", ""), _negated=True),
                                        ("account__isnull", False),
                                        ("post__isnull", False),
                                        ("worker__isnull", False),
                                        ("organisation__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_exercised_act_has_a_function_an_actor_and_a_post",
                            ),
                        ],
                    },
                ),
            ],
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="delegation",
            model="Act",
            sentence="The register of acts is append-only: a line is never changed or removed.",
            columns=(),
        ),
        delegation.append_only.MakeAppendOnly(
            app_label="delegation",
            model="AssuranceReview",
            sentence="A review the Director signed is never changed or removed.",
            columns=(),
        ),
    ]
