"""Who acts and on which day in the tests of guardianship."""

from datetime import date

from django.utils import timezone

from delegation.demo import DemoOrganisations
from delegation.models import Account


def officer(here: DemoOrganisations) -> Account:
    return here.accounts["guardianship"]


def today() -> date:
    return timezone.localdate()
