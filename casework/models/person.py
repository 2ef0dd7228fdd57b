"""The person, and who cares for them."""

from django.db import models
from django.db.models import F, Q
from guardian.models import UserObjectPermissionBase

from casework import code_lists
from delegation.history import history_kept
from delegation.models import Organisation


def folded(*names: str) -> str:
    """Names in lower case with single spaces, as they are searched."""
    return " ".join(" ".join(names).casefold().split())


class Person(models.Model):
    """An adult, or a carer, known to the council through the provider that does its social work.

    The personal fields are those of client level data; `provider` is whose caseload they are on, and with
    the council decides who sees them. Source: casework/data/cld_lists.csv for every list.
    """

    ref = models.CharField(max_length=16, unique=True)
    council = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    council_identifier = models.CharField("council's own identifier", max_length=40, blank=True)
    nhs_number = models.CharField("NHS number", max_length=10, blank=True)
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    preferred_name = models.CharField(max_length=100, blank=True)
    # Written by the services, lower case, "last first" and "first last": what a search by prefix walks.
    search_name = models.CharField(max_length=201)
    search_first_name = models.CharField(max_length=201)
    date_of_birth = models.DateField()
    date_of_death = models.DateField(null=True, blank=True)
    moved_away_on = models.DateField(null=True, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    communication_needs = models.TextField(blank=True)
    gp_practice_name = models.CharField("GP practice name", max_length=200, blank=True)
    gp_practice_code = models.CharField("GP practice code", max_length=10, blank=True)
    gender = models.CharField(max_length=20, choices=code_lists.genders)
    ethnicity = models.CharField(max_length=120, choices=code_lists.ethnicities)
    client_type = models.CharField(max_length=60, choices=code_lists.client_types)
    primary_support_reason = models.CharField(max_length=80, choices=code_lists.primary_support_reasons, blank=True)
    accommodation_status = models.CharField(max_length=100, choices=code_lists.accommodation_statuses)
    employment_status = models.CharField(max_length=80, choices=code_lists.employment_statuses, blank=True)
    has_unpaid_carer = models.CharField(max_length=10, choices=code_lists.unpaid_carer_answers)
    autism = models.CharField("autism spectrum disorder", max_length=40, choices=code_lists.asd_answers, blank=True)
    visual_impairment = models.CharField(max_length=60, choices=code_lists.visual_impairments, blank=True)
    hearing_impairment = models.CharField(max_length=60, choices=code_lists.hearing_impairments, blank=True)
    dementia = models.CharField(max_length=40, choices=code_lists.dementia_answers, blank=True)
    client_funding_status = models.CharField(max_length=60, choices=code_lists.client_funding_statuses, blank=True)
    restricted = models.BooleanField(default=False)
    restricted_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        permissions = [("read_restricted_record", "Can read this restricted record")]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "nhs_number"],
                condition=~Q(nhs_number=""),
                name="an_nhs_number_names_one_person_in_a_council",
            ),
            models.UniqueConstraint(
                fields=["council", "council_identifier"],
                condition=~Q(council_identifier=""),
                name="a_council_identifier_names_one_person",
            ),
            models.CheckConstraint(
                condition=Q(nhs_number="") | Q(nhs_number__regex=r"^[0-9]{10}$"), name="nhs_number_has_ten_digits"
            ),
            models.CheckConstraint(
                condition=Q(date_of_death__isnull=True) | Q(date_of_death__gte=F("date_of_birth")),
                name="nobody_dies_before_birth",
            ),
            models.CheckConstraint(
                condition=Q(restricted=False) | ~Q(restricted_because=""), name="a_restricted_record_says_why"
            ),
            models.CheckConstraint(condition=~Q(last_name=""), name="a_person_has_a_last_name"),
        ]
        indexes = [
            # Search by prefix of the name, within what the asker may see, at a million people. On PostgreSQL
            # LIKE 'smi%' walks an index only with pattern operators; SQLite ignores them and walks the range.
            models.Index(
                fields=["provider", "search_name"],
                name="people_of_a_provider_by_name",
                opclasses=["int8_ops", "varchar_pattern_ops"],
            ),
            models.Index(
                fields=["provider", "search_first_name"],
                name="people_by_first_name",
                opclasses=["int8_ops", "varchar_pattern_ops"],
            ),
            # Search by NHS number across the councils an account sees: one row, found at once.
            models.Index(fields=["nhs_number"], name="people_by_nhs_number", condition=~Q(nhs_number="")),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def name(self) -> str:
        """First and last name, as spoken."""
        return f"{self.first_name} {self.last_name}".strip()

    def fold_names(self) -> None:
        """Write the two columns a search walks from the names as they now are."""
        self.search_name = folded(self.last_name, self.first_name)
        self.search_first_name = folded(self.first_name, self.last_name)


class PersonUserObjectPermission(UserObjectPermissionBase):
    """Guardian's grant on one person to one account: a real foreign key, so a list of people joins it."""

    content_object = models.ForeignKey(Person, on_delete=models.CASCADE)

    class Meta(UserObjectPermissionBase.Meta):
        pass


class CarerLink(models.Model):
    """Who cares for whom. Source: Care Act 2014 s.10(3); client level data "Adult 1 Linked Person_ID"."""

    carer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cares_for")
    cared_for = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="carers")
    relationship = models.CharField(max_length=60)
    # The national list of bands was not found; the hours are kept as told, in whole hours a week.
    hours_a_week = models.PositiveSmallIntegerField(null=True, blank=True)
    from_day = models.DateField()
    # The last day of caring, and why it ended.
    to_day = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)
    history = history_kept()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(carer=F("cared_for")), name="nobody_is_their_own_carer"),
            models.UniqueConstraint(
                fields=["carer", "cared_for"], condition=Q(to_day__isnull=True), name="a_carer_is_linked_once"
            ),
            models.CheckConstraint(
                condition=Q(to_day__isnull=True) | Q(to_day__gte=F("from_day")),
                name="caring_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_because="") | Q(to_day__isnull=False), name="only_caring_that_ended_says_why"
            ),
            models.CheckConstraint(
                condition=Q(hours_a_week__isnull=True) | Q(hours_a_week__lte=168), name="a_week_has_168_hours"
            ),
        ]
