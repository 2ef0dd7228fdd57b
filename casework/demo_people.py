"""Invented people for the demonstration of the registers, found again by the council's own identifier."""

from dataclasses import dataclass
from datetime import date

from stdnum.gb import nhs

from casework.details import PersonDetails
from casework.models import Person
from casework.services.people import record_person
from delegation.demo import DemoOrganisations


@dataclass(frozen=True, kw_only=True)
class Invented:
    """Somebody who does not exist."""

    identifier: str
    first_name: str
    last_name: str
    date_of_birth: date
    gender: str
    client_type: str = "Service user"
    nhs_number: str = ""
    primary_support_reason: str = ""


def somebody(here: DemoOrganisations, who: Invented) -> Person:
    """The person, recorded with Northgate where they are not there yet."""
    known = Person.objects.filter(council=here.council, council_identifier=who.identifier)
    if found := known.select_related("council", "provider").first():
        return found
    details = PersonDetails(
        first_name=who.first_name,
        last_name=who.last_name,
        date_of_birth=who.date_of_birth,
        gender=who.gender,
        ethnicity="No data: Undeclared or not known",
        accommodation_status="Registered care home",
        has_unpaid_carer="No",
        client_type=who.client_type,
        nhs_number=who.nhs_number,
        primary_support_reason=who.primary_support_reason,
        council_identifier=who.identifier,
        address="The Quay, Exampleton",
        postcode="EX9 9ZZ",
    )
    return record_person(by=here.accounts["practitioner"], provider=here.northgate, details=details)


def invented_nhs_number(number: int) -> str:
    """The first valid NHS number in the `number`th hundred of those beginning 999, which no person has."""
    stem = 9990000000 + number * 100
    return next(str(candidate) for candidate in range(stem, stem + 100) if nhs.is_valid(str(candidate)))
