"""What chance gives the services of guardianship."""

from datetime import date, timedelta
from typing import Any

from casework.guardianship import demo
from casework.guardianship.details import (
    ApplicationDetails,
    GuardianDetails,
    HospitalDetails,
    ReceptionDetails,
    RecommendationDetails,
    RenewalDetails,
    VisitDetails,
)
from casework.guardianship.words import (
    ACTING,
    APPLICANTS,
    CHANGES,
    CLINICIANS,
    DISCHARGED_BY,
    NOTICES,
    OTHER_ENDINGS,
    RECEIVED,
)
from casework.models import Guardianship, Person
from delegation.models import AmhpApproval
from tests.registers.guardianship.steps import MEMBERS
from tests.registers.kit import Given


def a_guardianship(arguments: Any, *states: str, **such: Any) -> str:
    return str(arguments._a(Guardianship, state__in=states or ("in_force",), **such))


def guardian_given(arguments: Any) -> GuardianDetails:
    if arguments.random.randrange(3):
        return GuardianDetails(kind=arguments.either("council", "nobody"))
    return demo.private(
        name=arguments.words("Carys Treharne")[:200],
        willing_on=arguments.either(arguments.today(-3), None, arguments.today(3)),
        lives_here=arguments.either(True, False),
        is_fit=arguments.either(True, False),
        fit_because=arguments.words(),
    )


def recommendation_given(arguments: Any, on: date, *, is_section_12: bool) -> RecommendationDetails:
    return RecommendationDetails(
        doctor=arguments.either(f"Dr {arguments.random.randrange(10**6)}", "", "Dr Same"),
        examined_on=arguments.either(on, on - timedelta(days=9), on + timedelta(days=9)),
        signed_on=arguments.either(on, on + timedelta(days=2)),
        is_section_12=arguments.either(is_section_12, False),
        is_acquainted=arguments.either(True, False),
        is_relative=arguments.either(False, True),
        has_business_tie=arguments.either(False, True),
    )


def application_given(arguments: Any) -> Given:
    on = arguments.today(-1)
    applicant = arguments.either(arguments.one_of(sorted(APPLICANTS)), "neighbour", "")
    details = ApplicationDetails(
        applicant=applicant,
        applicant_name=arguments.either("Edna Mallory", ""),
        amhp=str(arguments._a(AmhpApproval)) if applicant == "amhp" else "",
        applied_on=arguments.either(on, on - timedelta(days=40), on + timedelta(days=40)),
        seen_on=arguments.either(on, on - timedelta(days=15)),
        received_on=arguments.either(arguments.today(), arguments.today(1), arguments.today(-60)),
        grounds=arguments.words(),
        recommendations=(
            recommendation_given(arguments, on, is_section_12=True),
            recommendation_given(arguments, on, is_section_12=False),
        ),
        guardian=guardian_given(arguments),
        is_learning_disability=arguments.either(False, True),
        nearest_relative_name="Edna Mallory",
        nearest_relative_consulted_on=arguments.either(on, None),
        nearest_relative_objects=arguments.either(False, True),
    )
    return {"person": arguments._a(Person), "details": details}


def reception_given(arguments: Any) -> Given:
    details = ReceptionDetails(
        origin=arguments.either(arguments.one_of(sorted(RECEIVED)), "moon"),
        began_on=arguments.day(-arguments.one_of([9, 200, 600])),
        received_on=arguments.day(-1),
        from_name=arguments.words("Moorshire Council")[:200],
        guardian=guardian_given(arguments),
    )
    return {"person": arguments._a(Person), "details": details}


def accept_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments, "received"),
        "accepted_on": arguments.one_of([None, None, arguments.day()]),
        "signed_in": arguments.words("The office")[:200],
    }


def because_given(arguments: Any) -> Given:
    return {"guardianship": a_guardianship(arguments, "received"), "because": arguments.words()}


def amendment_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "paper": arguments.either("recommendation_1", "napkin"),
        "defect": arguments.words(),
        "amended_on": arguments.day(),
        "amended_by_name": arguments.words("Dr Priya Nandan")[:200],
    }


def renewal_given(arguments: Any) -> Given:
    ref = a_guardianship(arguments)
    held = Guardianship.objects.filter(ref=ref).first()
    guardian = held.guardians.order_by("-pk").first() if held else None
    right = "nominated_medical_attendant" if guardian and guardian.kind == "private" else "responsible_clinician"
    name = guardian.attendant_name if guardian and guardian.attendant_name else "Dr Priya Nandan"
    details = RenewalDetails(
        clinician=arguments.either(right, arguments.one_of(sorted(CLINICIANS)), "barber"),
        clinician_name=arguments.either(name, "", "Dr Other"),
        examined_on=arguments.day(-1),
        signed_on=arguments.day(-1),
        received_on=arguments.day(),
        reasons=arguments.words(),
    )
    return {"guardianship": ref, "details": details}


def visit_given(arguments: Any) -> Given:
    details = VisitDetails(
        visited_on=arguments.day(),
        visitor=arguments.either(arguments.one_of(["officer", "section_12_doctor"]), "neighbour"),
        visitor_name=arguments.words("Mei Tan")[:200],
        findings=arguments.words(),
    )
    return {"guardianship": a_guardianship(arguments), "details": details}


def attendant_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments, "in_force", guardians__kind="private"),
        "name": arguments.words("Dr Hugh Marlow")[:200],
        "address": arguments.words(),
        "told_on": arguments.day(),
    }


def notice_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments, "in_force", guardians__kind="private"),
        "kind": arguments.either(arguments.one_of(sorted(NOTICES)), "gossip"),
        "happened_on": arguments.day(-2),
        "told_on": arguments.day(),
        "says": arguments.words(),
    }


def change_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "why": arguments.either(arguments.one_of(sorted(CHANGES)), "whim"),
        "on": arguments.day(),
        "because": arguments.words(),
        "guardian": guardian_given(arguments),
    }


def acting_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments, "in_force", guardians__kind="private"),
        "kind": arguments.either(arguments.one_of(sorted(ACTING)), "nobody"),
        "name": arguments.words("Ewan Treharne")[:200],
        "address": arguments.words(),
        "from_day": arguments.day(),
        "because": arguments.words(),
    }


def end_acting_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments, "in_force", guardians__acted_for__to_day=None),
        "on": arguments.day(),
        "because": arguments.words(),
    }


def on_given(name: str, **also: Any) -> Any:
    return lambda arguments: {
        "guardianship": a_guardianship(arguments),
        name: arguments.day(-arguments.one_of([0, 1])),
        **{key: arguments.words(words)[:200] for key, words in also.items()},
    }


def discharge_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "members": arguments.either(MEMBERS, MEMBERS[:2], [], [MEMBERS[0]] * 3, [*MEMBERS, "Mei Tan"]),
        "sitting_as": arguments.words("The panel")[:200],
        "ordered_on": arguments.day(),
        "reasons": arguments.words(),
    }


def discharged_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "discharged_by": arguments.either(arguments.one_of(sorted(DISCHARGED_BY)), "neighbour"),
        "ordered_by_name": arguments.words("Dr Priya Nandan")[:200],
        "ordered_on": arguments.day(),
        "reasons": arguments.words(),
    }


def hospital_given(arguments: Any) -> HospitalDetails:
    on = arguments.today(-1)
    return HospitalDetails(
        amhp=arguments.either(str(arguments._a(AmhpApproval)), ""),
        applied_on=arguments.either(on, on - timedelta(days=30), on + timedelta(days=30)),
        recommended_on=arguments.either(arguments.one_of(["joint", "each"]), "", "napkin"),
        recommendations=(
            recommendation_given(arguments, on, is_section_12=True),
            recommendation_given(arguments, on, is_section_12=False),
        ),
        managers_agreed_by=arguments.words("Mental Health Act office")[:200],
        managers_agreed_on=arguments.either(on, arguments.today(), arguments.today(-60)),
        arrangements=arguments.words("A bed."),
        why_no_acquaintance=arguments.words(),
    )


def transfer_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "to": arguments.either(arguments.one_of(["council", "hospital"]), "sea"),
        "to_name": arguments.words("Hillshire")[:200],
        "moved_on": arguments.day(),
        "because": arguments.words(),
        "council_agreed_by": arguments.words("R Pike, head of service")[:200],
        "council_agreed_on": arguments.either(arguments.today(-3), None, arguments.day()),
        "hospital": arguments.one_of([None, hospital_given(arguments), hospital_given(arguments)]),
    }


def end_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "ending": arguments.either(arguments.one_of(sorted(OTHER_ENDINGS)), "x"),
        "on": arguments.day(),
        "because": arguments.words(),
    }
