"""Invented people for the demonstration of the registers, found again by the council's own identifier."""

from dataclasses import dataclass
from datetime import date

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
        council_identifier=who.identifier,
        address="The Quay, Exampleton",
        postcode="EX9 9ZZ",
    )
    return record_person(by=here.accounts["practitioner"], provider=here.northgate, details=details)
