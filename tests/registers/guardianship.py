"""Guardianship, for the proofs: an application and a guardianship at every step, its services and its pages."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.applying import receive_into_guardianship, record_guardianship_application
from casework.guardianship.details import (
    ApplicationDetails,
    GuardianDetails,
    ReceptionDetails,
    RecommendationDetails,
    RenewalDetails,
    VisitDetails,
)
from casework.guardianship.ending import (
    discharge_guardianship,
    end_guardianship,
    record_guardianship_expiry,
    transfer_guardianship_away,
)
from casework.guardianship.rules import months_after
from casework.guardianship.running import name_medical_attendant, record_absence, record_return
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
from delegation.amhp import demo as amhp
from delegation.models import AmhpApproval
from tests.registers.dols import a_patient, day
from tests.registers.kit import Given, Page, Register, Service, Things

OFFICER = "guardianship"
NOTHING = SimpleNamespace(ref="GU-0000-0000")
MEMBERS = list(demo.MEMBERS)
YES, NO = "yes", "no"


# -- what chance gives ------------------------------------------------------------------------------------------------


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


def transfer_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "to": arguments.either(arguments.one_of(["council", "hospital"]), "sea"),
        "to_name": arguments.words("Hillshire")[:200],
        "moved_on": arguments.day(),
        "because": arguments.words(),
        "amhp": str(arguments._a(AmhpApproval)),
        "applied_on": arguments.one_of([None, arguments.day(-1)]),
    }


def end_given(arguments: Any) -> Given:
    return {
        "guardianship": a_guardianship(arguments),
        "ending": arguments.either(arguments.one_of(sorted(OTHER_ENDINGS)), "x"),
        "on": arguments.day(),
        "because": arguments.words(),
    }


# -- a world with one at each step ------------------------------------------------------------------------------------


def an_amhp(here: Any) -> str:
    """The reference of an approval five hundred days old, made where the world has none."""
    if not AmhpApproval.objects.filter(worker__accounts__username=demo.IN_FORCE).exists():
        amhp._tell(here, amhp.PEOPLE[0])
    return demo.amhp_ref(here)


def brought_to(here: Any, state: str, number: int) -> str:
    """A guardianship at a step; its reference."""
    person, by, today = a_patient(here, number), here.accounts[OFFICER], timezone.localdate()
    an_amhp(here)
    if state == "received":
        return demo.applied(here, person)
    if state == "to_refuse":
        return demo.applied(here, person, nearest_relative_objects=True)
    if state == "private":
        ref = demo.accepted(here, person, guardian=demo.private())
        name_medical_attendant(by=by, guardianship=ref, name="Dr Hugh Marlow", address="", told_on=today)
        return ref
    if state == "acted_for":
        ref = demo.accepted(here, person, guardian=demo.private())
        demo.acted_for(here, ref)
        return ref
    if state == "to_renew":
        return demo.accepted(here, person, days_ago=150)
    if state == "over":
        began_on = months_after(today + timedelta(days=1), -6)
        return demo.accepted(here, person, days_ago=(today - began_on).days)
    if state in ("away", "returned"):
        ref = demo.accepted(here, person, days_ago=60)
        record_absence(by=by, guardianship=ref, left_on=today - timedelta(days=40))
        if state == "returned":
            record_return(by=by, guardianship=ref, returned_on=today)
        return ref
    if state == "renewed":
        ref = demo.accepted(here, person, days_ago=150)
        demo.renewed(here, Guardianship.objects.get(ref=ref))
        return ref
    if state in ("discharged", "in_hospital"):
        return ended(here, demo.accepted(here, person), state)
    if state == "court":
        return received(here, person, by).ref
    return demo.accepted(here, person)


def ended(here: Any, ref: str, state: str) -> str:
    """Discharged by the council, or transferred to a hospital."""
    by, today = here.accounts[OFFICER], timezone.localdate()
    if state == "discharged":
        discharge_guardianship(
            by=by, guardianship=ref, members=MEMBERS, sitting_as="Panel", ordered_on=today, reasons="Settled."
        )
    else:
        transfer_guardianship_away(
            by=by,
            guardianship=ref,
            to="hospital",
            to_name="Exampleton Hospital",
            moved_on=today,
            because="Relapse.",
            amhp=demo.amhp_ref(here),
            applied_on=today,
        )
    return ref


def received(here: Any, person: Person, by: Any) -> Guardianship:
    today = timezone.localdate()
    details = ReceptionDetails(
        origin="court_order", began_on=today, received_on=today, from_name="Crown Court", guardian=demo.COUNCIL
    )
    return receive_into_guardianship(by=by, person=person.ref, details=details)


# None in its last day: the world of the proofs goes on a day after it is made.
STEPS = (
    "received",
    "to_refuse",
    "in_force",
    "private",
    "acted_for",
    "to_renew",
    "away",
    "returned",
    "court",
    "renewed",
    "discharged",
    "in_hospital",
)


def populate(world: Any) -> None:
    for number, state in enumerate(STEPS, 301):
        brought_to(world.teller.world, state, number)


def days_pass(world: Any) -> None:
    """The council's day: what ran out is recorded as ended, because the law ended it meanwhile."""
    by = world.accounts["dass"]
    lapsed = Guardianship.objects.filter(state="in_force", runs_to__lt=timezone.localdate()).select_related("person")
    for held in lapsed.order_by("pk"):
        died_on = held.person.date_of_death
        if died_on and held.runs_to and held.began_on and died_on <= held.runs_to:
            on = max(died_on, held.began_on)
            end_guardianship(by=by, guardianship=held.ref, ending="died", on=on, because="Told by the GP.")
        else:
            record_guardianship_expiry(by=by, guardianship=held.ref)


def ready_at(state: str, **also: Any) -> Any:
    """A guardianship at the step, and what is certain of the call."""

    def ready(world: Any) -> Given:
        made = {name: value() if callable(value) else value for name, value in also.items()}
        return {"guardianship": brought_to(world.teller.world, state, 390), **made}

    return ready


def sure_application(world: Any) -> Given:
    here = world.teller.world
    an_amhp(here)
    return {"person": a_patient(here, 391).ref, "details": demo.application(0, amhp=demo.amhp_ref(here))}


def sure_reception(world: Any) -> Given:
    today = timezone.localdate()
    details = ReceptionDetails(
        origin="court_order", began_on=today, received_on=today, from_name="Crown Court", guardian=demo.COUNCIL
    )
    return {"person": a_patient(world.teller.world, 392).ref, "details": details}


def sure_renewal() -> RenewalDetails:
    today = timezone.localdate()
    return RenewalDetails(
        clinician="responsible_clinician",
        clinician_name="Dr Priya Nandan",
        examined_on=today,
        signed_on=today,
        received_on=today,
        reasons="Still necessary.",
    )


def sure_visit() -> VisitDetails:
    return VisitDetails(visited_on=timezone.localdate(), visitor="officer", visitor_name="Mei Tan", findings="Well.")


def officers(given: Any, ready: Any) -> Service:
    return Service(by=OFFICER, given=given, ready=ready)


SERVICES = {
    "record_guardianship_application": officers(application_given, sure_application),
    "receive_into_guardianship": officers(reception_given, sure_reception),
    "accept_guardianship_application": officers(
        accept_given, ready_at("received", accepted_on=timezone.localdate, signed_in="")
    ),
    "refuse_guardianship_application": officers(because_given, ready_at("to_refuse")),
    "withdraw_guardianship_application": officers(because_given, ready_at("received")),
    "consent_to_amendment": officers(amendment_given, ready_at("in_force")),
    "receive_guardianship_renewal": officers(renewal_given, ready_at("to_renew", details=sure_renewal)),
    "record_guardianship_visit": officers(visit_given, ready_at("in_force", details=sure_visit)),
    "name_medical_attendant": officers(attendant_given, ready_at("private")),
    "record_guardian_notice": officers(notice_given, ready_at("private", told_on=timezone.localdate)),
    "change_guardian": officers(
        change_given, ready_at("private", why="died", on=timezone.localdate, guardian=demo.COUNCIL)
    ),
    "approve_acting_guardian": officers(acting_given, ready_at("private", kind="council", from_day=timezone.localdate)),
    "end_acting_guardian": officers(end_acting_given, ready_at("acted_for", on=timezone.localdate)),
    "record_displacement": officers(on_given("on", court="Exampleton County Court"), ready_at("in_force")),
    "record_absence": officers(on_given("left_on"), ready_at("in_force", left_on=timezone.localdate)),
    "record_return": officers(on_given("returned_on"), ready_at("away", returned_on=timezone.localdate)),
    "receive_report_of_return": officers(
        on_given("reported_on", clinician_name="Dr Priya Nandan"),
        ready_at("returned", reported_on=timezone.localdate),
    ),
    "discharge_guardianship": officers(
        discharge_given, ready_at("in_force", members=MEMBERS, ordered_on=timezone.localdate)
    ),
    "record_discharge_by_another": officers(
        discharged_given, ready_at("in_force", discharged_by="clinician", ordered_on=timezone.localdate)
    ),
    "transfer_guardianship_away": officers(
        transfer_given, ready_at("in_force", to="council", amhp="", moved_on=timezone.localdate)
    ),
    "record_guardianship_expiry": officers(
        lambda arguments: {"guardianship": a_guardianship(arguments)}, ready_at("over")
    ),
    "end_guardianship": officers(end_given, ready_at("in_force", ending="died", on=timezone.localdate)),
}


# -- pages ------------------------------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    """A nearest relative's application about the caseload's person, logged by the council's director."""
    known = Guardianship.objects.filter(person=things["person"]).first()
    details = demo.application(0, applicant="nearest_relative", applicant_name="Edna Mallory")
    by = here.accounts["dass"]
    made = known or record_guardianship_application(by=by, person=things["person"].ref, details=details)
    return {"guardianship": made}


def named(things: Things) -> Given:
    return {"ref": things.get("guardianship", NOTHING).ref}


def at(state: str) -> Any:
    """Our things with a guardianship at the step."""

    def ready(world: Any, things: Things) -> Things:
        return things | {"guardianship": Guardianship.objects.get(ref=brought_to(world.here, state, 393))}

    return ready


def page(state: str, typed: Any = lambda world, plan: {}) -> Page:
    return Page(kind="guardianship", named=named, ready=at(state), typed=typed)


def a_person_without(world: Any, things: Things) -> Things:
    an_amhp(world.here)
    return things | {"person": a_patient(world.here, 394)}


def doctor(number: int) -> Given:
    today, prefix = timezone.localdate(), f"doctor_{number}"
    answers = dict.fromkeys(("is_section_12", "is_acquainted"), YES)
    answers |= dict.fromkeys(("is_relative", "has_business_tie", "has_professional_tie"), NO)
    return {
        f"{prefix}_doctor": f"Dr {number}",
        **day(f"{prefix}_examined_on", today),
        **day(f"{prefix}_signed_on", today),
        **{f"{prefix}_{name}": answer for name, answer in answers.items()},
    }


def application_typed(world: Any, plan: Any) -> Given:
    today = timezone.localdate()
    known = AmhpApproval.objects.filter(worker__accounts__username=demo.IN_FORCE).first()
    return {
        "kind": "council",
        "applicant": "amhp",
        "amhp": known.ref if known else "",
        **day("applied_on", today),
        **day("seen_on", today),
        "grounds": "Neglect.",
        "is_learning_disability": NO,
        **day("nearest_relative_consulted_on", today),
        "nearest_relative_objects": NO,
        **doctor(1),
        **doctor(2),
    }


def today_typed(*names: str, **also: str) -> Any:
    return lambda world, plan: {
        **{key: value for name in names for key, value in day(name, timezone.localdate()).items()},
        **also,
    }


def typed(**also: str) -> Any:
    return lambda world, plan: also


PAGES = {
    "casework:guardianships": Page(),
    "casework:record-guardianship-application": Page(
        kind="person",
        named=lambda things: {"ref": things["person"].ref},
        ready=a_person_without,
        typed=application_typed,
    ),
    "casework:receive-into-guardianship": Page(
        kind="person",
        named=lambda things: {"ref": things["person"].ref},
        ready=a_person_without,
        typed=today_typed("began_on", kind="council", origin="court_order", from_name="Crown Court"),
    ),
    "casework:guardianship": page("in_force"),
    "casework:guardianship-accept": page("received"),
    "casework:guardianship-refuse": page("to_refuse", typed(because="She objects.")),
    "casework:guardianship-withdraw": page("received", typed(because="She changed her mind.")),
    "casework:guardianship-amend": page(
        "in_force", typed(paper="application", defect="A wrong street.", amended_by_name="Ravi Singh")
    ),
    "casework:guardianship-renew": page(
        "to_renew",
        today_typed(
            "examined_on",
            "signed_on",
            clinician="responsible_clinician",
            clinician_name="Dr Priya Nandan",
            reasons="Still necessary.",
        ),
    ),
    "casework:guardianship-visit": page("in_force", typed(visitor="officer", visitor_name="Mei Tan", findings="Well.")),
    "casework:guardianship-attendant": page("private", typed(name="Dr Hugh Marlow")),
    "casework:guardianship-notice": page("private", typed(kind="addresses", says="Mill Street.")),
    "casework:guardianship-guardian": page("private", typed(why="died", because="He died.", kind="council")),
    "casework:guardianship-acting": page("private", typed(kind="council", because="In hospital.")),
    "casework:guardianship-acting-end": page("acted_for", typed(because="She is home.")),
    "casework:guardianship-displacement": page("in_force", today_typed("on", court="Exampleton County Court")),
    "casework:guardianship-absence": page("in_force"),
    "casework:guardianship-return": page("away"),
    "casework:guardianship-report": page("returned", typed(clinician_name="Dr Priya Nandan")),
    "casework:guardianship-discharge": page(
        "in_force",
        typed(sitting_as="The panel", member_1="A", member_2="B", member_3="C", reasons="Settled."),
    ),
    "casework:guardianship-discharged": page(
        "in_force", typed(discharged_by="clinician", ordered_by_name="Dr Priya Nandan", reasons="Well.")
    ),
    "casework:guardianship-transfer": page("in_force", typed(to="council", to_name="Hillshire", because="Moved.")),
    "casework:guardianship-expire": page("over"),
    "casework:guardianship-end": page("in_force", typed(ending="died", because="Told by the GP.")),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate, days_pass=days_pass)
