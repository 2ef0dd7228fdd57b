"""The demonstration of guardianship: ten at different places, some late, some refused; loading again changes nothing.

Everything goes through the services, so what was refused stands in the register too.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from casework.demo_people import Invented, somebody
from casework.guardianship.acting import approve_acting_guardian
from casework.guardianship.applying import (
    accept_guardianship_application,
    receive_into_guardianship,
    record_guardianship_application,
    refuse_guardianship_application,
)
from casework.guardianship.details import (
    ApplicationDetails,
    GuardianDetails,
    HospitalDetails,
    ReceptionDetails,
    RecommendationDetails,
    RenewalDetails,
    VisitDetails,
)
from casework.guardianship.ending import discharge_guardianship, record_guardianship_expiry
from casework.guardianship.leaving import transfer_guardianship_away
from casework.guardianship.rules import months_after, window_opens
from casework.guardianship.running import (
    name_medical_attendant,
    receive_guardianship_renewal,
    record_guardian_notice,
    record_guardianship_visit,
)
from casework.models import Guardianship, Person
from delegation.amhp import demo as amhp
from delegation.demo import DemoOrganisations
from delegation.models import Account, AmhpApproval
from delegation.refusals import NotQualified
from delegation.register import whole

IN_FORCE, SUSPENDED = "rsingh", "tadeyemi"
COUNCIL = GuardianDetails()
MEMBERS = ("Councillor Ada Finch", "Councillor Tom Reeve", "Councillor Joan Pike")
GROUNDS = "Lives with schizophrenia; without a settled place and the monthly injection, self-neglect becomes a danger."
PEOPLE = tuple(
    Invented(identifier=f"GUARD-{number}", first_name=first, last_name=last, date_of_birth=born, gender=gender)
    for number, (first, last, born, gender) in enumerate(
        (
            ("Owen", "Mallory", date(1979, 4, 3), "Male"),
            ("Jean", "Astley", date(1958, 9, 12), "Female"),
            ("Kofi", "Danso", date(1990, 2, 27), "Male"),
            ("Rita", "Blake", date(1966, 12, 5), "Female"),
            ("Glyn", "Treharne", date(1984, 7, 19), "Male"),
            ("Moira", "Fenn", date(1971, 5, 30), "Female"),
            ("Desmond", "Cole", date(1962, 3, 8), "Male"),
            ("Farida", "Noor", date(1995, 10, 1), "Female"),
            ("Lionel", "Gray", date(1949, 1, 22), "Male"),
            ("Aidan", "Rowe", date(1987, 11, 14), "Male"),
        ),
        1,
    )
)


def load(here: DemoOrganisations) -> None:
    """Ten guardianships of the demo council, and an application refused because its AMHP is suspended."""
    if Guardianship.objects.filter(council=here.council).exists():
        return
    amhp.load(here)
    stories: tuple[Callable[[DemoOrganisations, Person], object], ...] = (
        waiting,
        out_of_time,
        not_accepted,
        visit_is_late,
        with_a_private_guardian,
        third_term,
        discharged,
        expired,
        by_a_court,
        moved_to_hospital,
    )
    for who, story in zip(PEOPLE, stories, strict=True):
        with whole():
            story(here, somebody(here, who))
    with suppress(NotQualified):  # the register keeps that it was asked, and refused
        applied(here, somebody(here, PEOPLE[7]), days_ago=1, amhp=amhp_ref(here, SUSPENDED))


# -- what the stories are made of ----------------------------------------------------------------------------------


def by_of(here: DemoOrganisations) -> Account:
    """Who does it: the guardianship officer."""
    return here.accounts["guardianship"]


def days_before(days: int) -> date:
    """A day before today."""
    return timezone.localdate() - timedelta(days=days)


def amhp_ref(here: DemoOrganisations, username: str = IN_FORCE) -> str:
    """The reference of an AMHP's approval by the demo council."""
    return AmhpApproval.objects.get(council=here.council, worker__accounts__username=username).ref


def recommendations(last: date, *, apart: int = 2, is_section_12: bool = True) -> tuple[Any, Any]:
    """Two recommendations, the later examined and signed on a day, the other so many days before."""
    first = last - timedelta(days=apart)
    common = {"is_acquainted": False, "is_section_12": False}
    return (
        RecommendationDetails(
            doctor="Dr Priya Nandan",
            examined_on=first,
            signed_on=first,
            **(common | {"is_section_12": is_section_12}),
        ),
        RecommendationDetails(
            doctor="Dr Hugh Marlow",
            examined_on=last,
            signed_on=last,
            **(common | {"is_acquainted": True}),
        ),
    )


def hospital(here: DemoOrganisations, days_ago: int = 0, **but: Any) -> HospitalDetails:
    """What a transfer to hospital of so many days ago is founded on, with whatever should differ."""
    on = days_before(days_ago)
    told: dict[str, Any] = {
        "amhp": amhp_ref(here),
        "applied_on": on,
        "recommended_on": "each",
        "recommendations": recommendations(on, apart=3),
        "managers_agreed_by": "Gail Osborne, Mental Health Act office",
        "managers_agreed_on": on,
        "arrangements": "A bed on Alder Ward from the evening; conveyed by ambulance, the AMHP going with him.",
    }
    return HospitalDetails(**{**told, **but})


def application(days_ago: int, **but: Any) -> ApplicationDetails:
    """An AMHP's application that reached the council so many days ago, with whatever should differ."""
    on = days_before(days_ago)
    told: dict[str, Any] = {
        "applicant": "amhp",
        "applicant_name": "",
        "applied_on": on,
        "seen_on": on - timedelta(days=1),
        "received_on": on,
        "grounds": GROUNDS,
        "recommendations": recommendations(on - timedelta(days=1)),
        "guardian": COUNCIL,
        "nearest_relative_name": "Pat Mallory",
        "nearest_relative_consulted_on": on - timedelta(days=1),
    }
    return ApplicationDetails(**{**told, **but})


def applied(here: DemoOrganisations, person: Person, *, days_ago: int = 0, **but: Any) -> str:
    """An application; its reference."""
    by_relative = but.get("applicant") == "nearest_relative"
    told = {"amhp": "" if by_relative else amhp_ref(here), "nearest_relative_name": f"Pat {person.last_name}", **but}
    details = application(days_ago, **told)
    return record_guardianship_application(by=by_of(here), person=person.ref, details=details).ref


def accepted(here: DemoOrganisations, person: Person, *, days_ago: int = 0, **but: Any) -> str:
    """An application accepted on the day it came; its reference."""
    ref = applied(here, person, days_ago=days_ago, **but)
    kept = "Mental health office, guardianship file" if days_ago else ""
    accept_guardianship_application(by=by_of(here), guardianship=ref, accepted_on=days_before(days_ago), signed_in=kept)
    return ref


def private(**but: Any) -> GuardianDetails:
    """A sister who is willing, with whatever should differ."""
    told: dict[str, Any] = {
        "kind": "private",
        "name": "Carys Treharne",
        "address": "12 Mill Street, Exampleton, EX2 4PD",
        "relationship": "Sister",
        "lives_here": True,
        "willing_on": days_before(30),
        "is_fit": True,
        "fit_because": "Seen twice; understands the powers and their limits; no conflict found.",
    }
    return GuardianDetails(**{**told, **but})


def visited(here: DemoOrganisations, ref: str, days_ago: int, visitor: str = "officer") -> None:
    """A visit."""
    name = "Mei Tan" if visitor == "officer" else "Dr Priya Nandan"
    details = VisitDetails(
        visited_on=days_before(days_ago),
        visitor=visitor,
        visitor_name=name,
        findings="At home, in good spirits; attends the clinic; wishes to go on as it is.",
    )
    record_guardianship_visit(by=by_of(here), guardianship=ref, details=details)


def acted_for(here: DemoOrganisations, ref: str) -> None:
    """The council acts for the private guardian, who is ill."""
    approve_acting_guardian(
        by=by_of(here),
        guardianship=ref,
        kind="council",
        name="",
        address="",
        from_day=timezone.localdate(),
        because="In hospital after a fall; her brother told the council.",
    )


# -- the stories ---------------------------------------------------------------------------------------------------


def waiting(here: DemoOrganisations, person: Person) -> None:
    """An application of two days ago waits for the council."""
    applied(here, person, days_ago=2)


def out_of_time(here: DemoOrganisations, person: Person) -> None:
    """A nearest relative's application waits that came on the sixteenth day, and cannot be accepted: late."""
    last = days_before(19)
    applied(
        here,
        person,
        days_ago=4,
        applicant="nearest_relative",
        applicant_name="Brian Astley",
        nearest_relative_name="Brian Astley, the applicant",
        nearest_relative_consulted_on=None,
        applied_on=last,
        seen_on=last,
        recommendations=recommendations(last),
    )


def not_accepted(here: DemoOrganisations, person: Person) -> None:
    """Refused, nine days having passed between the examinations."""
    ref = applied(here, person, days_ago=9, recommendations=recommendations(days_before(10), apart=10))
    because = "More than five days elapsed between the two medical examinations (s.12(1))."
    refuse_guardianship_application(by=by_of(here), guardianship=ref, because=because)


def visit_is_late(here: DemoOrganisations, person: Person) -> None:
    """Accepted five months ago and visited once: the visit is late, and the renewal falls due."""
    ref = accepted(here, person, days_ago=150)
    visited(here, ref, 110)


def with_a_private_guardian(here: DemoOrganisations, person: Person) -> None:
    """A sister is guardian, who told of a move late; she is ill now, and the council acts for her."""
    willing = days_before(65)
    ref = accepted(here, person, days_ago=60, guardian=private(willing_on=willing))
    by, since = by_of(here), days_before(60)
    name_medical_attendant(
        by=by, guardianship=ref, name="Dr Hugh Marlow", address="The Surgery, Exampleton", told_on=since
    )
    record_guardian_notice(
        by=by, guardianship=ref, kind="addresses", happened_on=since, told_on=since, says="Both at 12 Mill Street."
    )
    record_guardian_notice(
        by=by,
        guardianship=ref,
        kind="new_address",
        happened_on=days_before(21),
        told_on=days_before(10),
        says="Both have moved to 3 Weir Court, Exampleton.",
    )
    visited(here, ref, 35)
    acted_for(here, ref)


def third_term(here: DemoOrganisations, person: Person) -> None:
    """Taken over from another council in its second term and renewed for twelve months, a doctor having visited."""
    began_on = months_after(timezone.localdate(), -11)
    reception = ReceptionDetails(
        origin="from_council",
        began_on=began_on,
        received_on=days_before(140),
        from_name="Moorshire Council",
        guardian=COUNCIL,
    )
    held = receive_into_guardianship(by=by_of(here), person=person.ref, details=reception)
    visited(here, held.ref, 100)
    visited(here, held.ref, 40, "section_12_doctor")
    renewed(here, held)


def renewed(here: DemoOrganisations, held: Guardianship, **but: Any) -> None:
    """Renewed on the responsible clinician's report of the first day of the window."""
    if held.term_to is None:
        raise LookupError(f"{held.ref} has no term")
    opens = window_opens(held.term_to)
    told: dict[str, Any] = {
        "clinician": "responsible_clinician",
        "clinician_name": "Dr Priya Nandan",
        "examined_on": opens,
        "signed_on": opens,
        "received_on": opens,
        "reasons": "Still unwell to that degree; without guardianship the placement would fail.",
    }
    details = RenewalDetails(**{**told, **but})
    receive_guardianship_renewal(by=by_of(here), guardianship=held.ref, details=details)


def discharged(here: DemoOrganisations, person: Person) -> None:
    """Discharged by three members of the council."""
    ref = accepted(here, person, days_ago=120)
    visited(here, ref, 60)
    discharge_guardianship(
        by=by_of(here),
        guardianship=ref,
        members=MEMBERS,
        sitting_as="Guardianship panel of the Adults Committee",
        ordered_on=days_before(15),
        reasons="Settled in his own tenancy and engaging of his own will.",
    )


def expired(here: DemoOrganisations, person: Person) -> None:
    """The six months end today, and the end is recorded."""
    began_on = months_after(timezone.localdate() + timedelta(days=1), -6)
    days_ago = (timezone.localdate() - began_on).days
    ref = accepted(here, person, days_ago=days_ago)
    visited(here, ref, 95)
    if Guardianship.objects.get(ref=ref).term_to == timezone.localdate():
        record_guardianship_expiry(by=by_of(here), guardianship=ref)


def by_a_court(here: DemoOrganisations, person: Person) -> None:
    """Ordered by the Crown Court a month ago."""
    on = days_before(30)
    reception = ReceptionDetails(
        origin="court_order", began_on=on, received_on=on, from_name="Exampleton Crown Court", guardian=COUNCIL
    )
    receive_into_guardianship(by=by_of(here), person=person.ref, details=reception)


def moved_to_hospital(here: DemoOrganisations, person: Person) -> None:
    """Relapsed in the fourth month: to hospital on an AMHP's application, two doctors recommending it."""
    ref = accepted(here, person, days_ago=115)
    visited(here, ref, 50)
    transfer_guardianship_away(
        by=by_of(here),
        guardianship=ref,
        to="hospital",
        to_name="Exampleton General Hospital",
        moved_on=days_before(12),
        because="Relapse after four missed injections; at risk of self-neglect in the community.",
        hospital=hospital(here, days_ago=12),
    )
