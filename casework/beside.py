"""Which records of registers somebody may begin about a person, and which registers about people they may open.

By their posts alone, in one query: each page asks the guard again.
"""

from dataclasses import dataclass

from django.utils import timezone

from casework.models import Person
from delegation.guarded import OVERSEERS
from delegation.models import Account
from delegation.schedule import FUNCTIONS
from delegation.selectors import posts_of


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A page beside a person's record: what its link says, its address, the roles it is for."""

    text: str
    address: str
    roles: frozenset[str]


def _roles(function: str, *sides: str) -> frozenset[str]:
    row = FUNCTIONS[function]
    return frozenset().union(*({"council": row.council_roles, "provider": row.provider_roles}[side] for side in sides))


COMPLAINTS = _roles("complaint_initial_handling", "council", "provider")
BEGUN_FROM_A_RECORD = (
    Beside(text="Record a complaint", address="casework:record_complaint", roles=COMPLAINTS),
    Beside(
        text="Record an application for a grant",
        address="casework:record_grant_application",
        roles=_roles("dfg_necessary_appropriate", "council"),
    ),
    Beside(
        text="Propose to protect property",
        address="casework:propose_property_protection",
        roles=_roles("property_entry_protection", "provider"),
    ),
    Beside(
        text="Log a guardianship application",
        address="casework:record-guardianship-application",
        roles=_roles("guardianship_sign_off", "council"),
    ),
    Beside(
        text="Record a third party’s request about a deprivation of liberty",
        address="casework:record_third_party_request",
        roles=_roles("dols_authorisation", "council"),
    ),
    Beside(
        text="Receive into guardianship from a court, a council or a hospital",
        address="casework:receive-into-guardianship",
        roles=_roles("guardianship_sign_off", "council"),
    ),
)
REGISTERS = (
    Beside(
        text="Asked of us in safeguarding enquiries", address="casework:safeguarding-asked-of-us", roles=frozenset()
    ),
    Beside(text="Complaints", address="casework:complaints", roles=COMPLAINTS | OVERSEERS),
    Beside(text="Disabled facilities grants", address="casework:grants", roles=frozenset()),
    Beside(text="Guardianship", address="casework:guardianships", roles=_roles("guardianship_sign_off", "council")),
    Beside(text="Protection of property", address="casework:property_protections", roles=frozenset()),
)


def begun_about(account: Account, person: Person) -> list[Beside]:
    """What somebody may begin about this person, by the posts they hold with its council or its provider."""
    places = (person.council_id, person.provider_id)
    roles = {post.role for post in posts_of(account, timezone.localdate()) if post.organisation_id in places}
    return [one for one in BEGUN_FROM_A_RECORD if one.roles & roles]


def registers_beside(account: Account) -> list[Beside]:
    """The registers about people that somebody may open; none without a post."""
    roles = {post.role for post in posts_of(account, timezone.localdate())}
    return [one for one in REGISTERS if roles and (not one.roles or one.roles & roles)]
