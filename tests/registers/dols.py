"""Deprivation of liberty, for the proofs: assessors, a request at every step, its services and its pages."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from casework.details import PersonDetails
from casework.dols import demo
from casework.dols.after import open_dols_review, suspend_dols_authorisation
from casework.dols.assessors import enter_dols_assessor
from casework.dols.details import AssessorDetails, GrantDetails, RequestDetails, ResultDetails
from casework.dols.rules import KINDS, OPEN, PROFESSIONS, Independence
from casework.dols.services import (
    record_dols_assessment,
    record_dols_request,
)
from casework.models import DolsAssessor, DolsRequest, DolsReview, Person
from casework.services.people import record_person
from delegation.models import Organisation, Worker
from tests.registers.kit import Given, Page, Register, Service, Things

SAFEGUARDING = "safeguarding"
NOTHING = SimpleNamespace(ref="DL-0000-0000")
NOBODY = SimpleNamespace(ref="DA-0000-0000")
HOSPITAL = "Exampleton General Hospital"


# -- what chance gives ------------------------------------------------------------------------------------------------


def a_request(arguments: Any, *states: str) -> str:
    return str(arguments._a(DolsRequest, state__in=states))


def an_assessor(arguments: Any) -> str:
    return str(arguments._a(DolsAssessor))


def assessor_given(arguments: Any) -> Given:
    details = AssessorDetails(
        name=arguments.words("Dr Somebody"),
        profession=arguments.either(arguments.one_of(sorted(PROFESSIONS)), "baker", ""),
        registered_on=arguments.day(-2000),
        insured_until=arguments.day(300),
        certificate_on=arguments.day(-100),
        training_on=arguments.day(-100),
        further_training_on=arguments.one_of([None, arguments.day(-10)]),
        section_12_until=arguments.one_of([None, arguments.day(100)]),
        is_amhp=arguments.one_of([True, False]),
        employer=arguments.one_of([None, arguments.world.council, *Organisation.objects.order_by("pk")[:3]]),
        worker=arguments.one_of([None, *Worker.objects.order_by("pk")[:5]]),
    )
    return {"council": arguments.a_council(), "details": details}


def change_given(arguments: Any) -> Given:
    changes = {
        "further_training_on": arguments.day(-1),
        "insured_until": arguments.day(200),
        "suspended_on": arguments.either(None, arguments.today(), arguments.today(-9)),
    }
    return {
        "assessor": an_assessor(arguments),
        "changes": arguments.either(changes, {"profession": "doctor"}, {}),
        "reason": arguments.words(),
    }


def request_given(arguments: Any) -> Given:
    is_urgent = arguments.one_of([True, False])
    details = RequestDetails(
        setting=arguments.either("hospital", "castle"),
        received_on=arguments.day(-3),
        circumstances=arguments.words(),
        hospital_name=arguments.either(HOSPITAL, ""),
        managing_authority=arguments.either(None, arguments.world.demo.care_providers[0]),
        urgent_on=arguments.day(-4) if is_urgent else None,
        urgent_days=arguments.either(7, 0, 8) if is_urgent else None,
        urgent_because=arguments.words() if is_urgent else "",
    )
    return {"person": arguments._a(Person), "details": details}


def extend_given(arguments: Any) -> Given:
    return {
        "request": a_request(arguments, *OPEN),
        "days": arguments.either(5, 0, 8, -1),
        "because": arguments.words(),
    }


def select_given(arguments: Any) -> Given:
    ties = [False, False, False, False]
    if arguments.is_foolish():
        ties[arguments.random.randrange(4)] = True
    kinds = arguments.random.sample(sorted(KINDS), arguments.one_of([1, 1, 2, 3]))
    return {
        "request": a_request(arguments, "received", "assessing"),
        "assessor": an_assessor(arguments),
        "kinds": arguments.either(kinds, [], ["height"]),
        "independence": Independence(**dict(zip(Independence.__dataclass_fields__, ties, strict=True))),
    }


def result_given(arguments: Any) -> Given:
    request = a_request(arguments, "assessing")
    waiting = list(
        DolsRequest.objects.filter(ref=request, assessments__met__isnull=True).values_list(
            "assessments__kind", flat=True
        )
    )
    kind = arguments.either(arguments.one_of([each for each in waiting if each] or ["age"]), "height", "age")
    is_best = kind == "best_interests"
    met = arguments.random.randrange(8) > 0
    details = ResultDetails(
        kind=kind,
        assessed_on=arguments.day(0),
        met=met,
        reasons=arguments.words(),
        most_days=arguments.either(100, 0, 4000) if is_best and met else None,
        conditions=arguments.words() if is_best and met else "",
    )
    return {"request": request, "details": details}


def grant_given(arguments: Any) -> Given:
    details = GrantDetails(
        from_day=arguments.day(0),
        to_day=arguments.day(50),
        purpose=arguments.words(),
        conditions=arguments.words(),
        representative_name=arguments.either("Carol Poe", ""),
        representative_kind=arguments.either("family", "nobody"),
    )
    return {"request": a_request(arguments, "assessed"), "details": details}


def review_given(arguments: Any) -> Given:
    return {
        "request": a_request(arguments, "granted"),
        "asked_by": arguments.either("person", "neighbour"),
        "asked_on": arguments.day(0),
        "grounds": arguments.words(),
    }


def conclude_given(arguments: Any) -> Given:
    return {
        "request": a_request(arguments, "under_review"),
        "outcome": arguments.either(arguments.one_of(DolsReview.Outcome.values), "perhaps"),
        "reasons": arguments.words(),
        "conditions": arguments.words(),
    }


def end_given(arguments: Any) -> Given:
    return {
        "request": a_request(arguments, *OPEN, "granted", "under_review", "suspended"),
        "ending": arguments.either(arguments.one_of(["died", "moved", "withdrawn", "expired", "not_resumed"]), "x"),
        "on": arguments.day(0),
        "because": arguments.words(),
    }


def because_given(*states: str) -> Any:
    return lambda arguments: {"request": a_request(arguments, *states), "because": arguments.words()}


def suspend_given(arguments: Any) -> Given:
    return {"request": a_request(arguments, "granted"), "on": arguments.day(0), "because": arguments.words()}


# -- a world with a request at each step ------------------------------------------------------------------------------


def a_patient(here: Any, number: int) -> Person:
    details = PersonDetails(
        first_name="Una",
        last_name=f"Patient{number}",
        date_of_birth=date(1939, 5, 5),
        gender="Female",
        ethnicity="No data: Undeclared or not known",
        accommodation_status="Registered care home",
        has_unpaid_carer="No",
        council_identifier=f"PATIENT-{number}",
    )
    known = Person.objects.filter(council=here.council, council_identifier=details.council_identifier).first()
    return known or record_person(by=here.accounts["practitioner"], provider=here.northgate, details=details)


def brought_to(here: Any, state: str, number: int) -> str:
    """A request at a state of the procedure; its reference."""
    by, today = here.accounts[SAFEGUARDING], timezone.localdate()
    doctor, best = pair(here)
    ref = demo.received(here, a_patient(here, number), today, is_urgent=state == "received")
    if state == "assessing":
        demo.select(here, ref, doctor, best)
    elif state == "unmet":
        demo.select(here, ref, doctor, best)
        no = demo.result("age", met=False, reasons="No certificate.")
        record_dols_assessment(by=by, request=ref, details=no)
    elif state == "assessed":
        demo.assessed(here, ref, doctor, best)
    elif state != "received":
        demo.granted(here, ref, doctor, best)
    if state == "under_review":
        open_dols_review(by=by, request=ref, asked_by="person", asked_on=today, grounds="Wants to go home.")
    if state == "suspended":
        suspend_dols_authorisation(by=by, request=ref, on=today, because="In hospital under section 2.")
    return ref


def pair(here: Any) -> tuple[str, str]:
    """The two assessors, entered once."""
    known = DolsAssessor.objects.filter(council=here.council, name__in=("Dr Priya Nandan", "Sunil Rao"))
    refs = dict(known.values_list("name", "ref"))
    return (refs["Dr Priya Nandan"], refs["Sunil Rao"]) if len(refs) == 2 else demo.assessors(here)


def populate(world: Any) -> None:
    states = ("received", "assessing", "assessed", "unmet", "granted", "under_review", "suspended")
    for number, state in enumerate(states, 1):
        brought_to(world.teller.world, state, number)


def ready_at(state: str, **also: Any) -> Any:
    """A request at the state, and what is certain of the call."""

    def ready(world: Any) -> Given:
        return {"request": brought_to(world.teller.world, state, 90), **also}

    return ready


def sure_selection(world: Any) -> Given:
    _, best = pair(world.teller.world)
    return ready_at("received", assessor=best, kinds=["age"], independence=Independence())(world)


def sure_result(world: Any) -> Given:
    return ready_at("assessing", details=demo.result("age"))(world)


def sure_end(world: Any) -> Given:
    return ready_at("granted", ending="moved", on=timezone.localdate())(world)


def council_service(given: Any, ready: Any) -> Service:
    return Service(by=SAFEGUARDING, given=given, ready=ready)


SERVICES = {
    "enter_dols_assessor": council_service(assessor_given, lambda world: {}),
    "update_dols_assessor": council_service(change_given, lambda world: {"assessor": pair(world.teller.world)[1]}),
    "record_dols_request": council_service(
        request_given, lambda world: {"person": a_patient(world.teller.world, 90).ref}
    ),
    "extend_urgent_authorisation": council_service(extend_given, ready_at("received", days=5)),
    "select_dols_assessor": council_service(select_given, sure_selection),
    "record_dols_assessment": council_service(result_given, sure_result),
    "grant_dols_authorisation": council_service(grant_given, ready_at("assessed")),
    "refuse_dols_authorisation": council_service(because_given("assessed"), ready_at("unmet")),
    "open_dols_review": council_service(review_given, ready_at("granted")),
    "conclude_dols_review": council_service(conclude_given, ready_at("under_review")),
    "suspend_dols_authorisation": council_service(suspend_given, ready_at("granted")),
    "resume_dols_authorisation": council_service(because_given("suspended"), ready_at("suspended")),
    "end_dols_authorisation": council_service(end_given, sure_end),
}


# -- pages ------------------------------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    """A request about the caseload's person, by the council's director, and an assessor of that council."""
    by, today = here.accounts["dass"], timezone.localdate()
    details = RequestDetails(
        setting="hospital", received_on=today, circumstances="Locked ward.", hospital_name=HOSPITAL
    )
    assessor = enter_dols_assessor(
        by=by,
        council=here.council,
        details=AssessorDetails(
            name="Dr Ines Vale",
            profession="doctor",
            registered_on=date(2010, 1, 1),
            insured_until=today + timedelta(days=300),
            certificate_on=date(2020, 1, 1),
            training_on=today - timedelta(days=30),
            section_12_until=today + timedelta(days=300),
        ),
    )
    known = DolsRequest.objects.filter(person=things["person"]).first()
    request = known or record_dols_request(by=by, person=things["person"].ref, details=details)
    return {"dols": request, "assessor": assessor}


def dols_named(things: Things) -> Given:
    return {"ref": things.get("dols", NOTHING).ref}


def at(state: str) -> Any:
    """Our things with a request at the state."""

    def ready(world: Any, things: Things) -> Things:
        return things | {"dols": DolsRequest.objects.get(ref=brought_to(world.here, state, 91))}

    return ready


def day(name: str, when: date) -> Given:
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def page(state: str, typed: Any = lambda world, plan: {}) -> Page:
    return Page(kind="dols", named=dols_named, ready=at(state), typed=typed)


def selected(world: Any, plan: Any) -> Given:
    no = dict.fromkeys(Independence.__dataclass_fields__, "no")
    return {"assessor": pair(world.here)[1], "kinds": ["age"], **no}


def a_person_without(world: Any, things: Things) -> Things:
    return things | {"person": a_patient(world.here, 92)}


PAGES = {
    "casework:dols": Page(),
    "casework:dols-assessors": Page(),
    "casework:dols-enter-assessor": Page(
        typed=lambda world, plan: {
            "name": "Dr New",
            "profession": "doctor",
            **day("registered_on", date(2010, 1, 1)),
            **day("insured_until", timezone.localdate()),
            **day("certificate_on", date(2020, 1, 1)),
            **day("training_on", date(2020, 1, 1)),
        }
    ),
    "casework:dols-update-assessor": Page(
        kind="dols assessor",
        named=lambda things: {"ref": things.get("assessor", NOBODY).ref},
        typed=lambda world, plan: {"reason": "The certificate came."},
    ),
    "casework:record-dols-request": Page(
        kind="person",
        named=lambda things: {"ref": things["person"].ref},
        ready=a_person_without,
        typed=lambda world, plan: {"setting": "hospital", "hospital_name": HOSPITAL, "circumstances": "Locked."},
    ),
    "casework:dols-request": page("granted"),
    "casework:dols-notice": page("granted"),
    "casework:dols-extend": page("received", lambda world, plan: {"days": "3", "because": "No doctor is free."}),
    "casework:dols-select": page("received", selected),
    "casework:dols-assess": page(
        "assessing", lambda world, plan: {"kind": "age", "met": "yes", "reasons": "Certificate seen."}
    ),
    "casework:dols-grant": page(
        "assessed",
        lambda world, plan: {
            "purpose": "Care.",
            "representative_name": "Carol Poe",
            "representative_kind": "family",
        },
    ),
    "casework:dols-refuse": page("unmet", lambda world, plan: {"because": "Not met."}),
    "casework:dols-review": page("granted", lambda world, plan: {"asked_by": "person", "grounds": "Wants to go home."}),
    "casework:dols-conclude-review": page(
        "under_review", lambda world, plan: {"outcome": "continues", "reasons": "As before."}
    ),
    "casework:dols-suspend": page("granted", lambda world, plan: {"because": "In hospital."}),
    "casework:dols-resume": page("suspended", lambda world, plan: {"because": "Home again."}),
    "casework:dols-end": page("granted", lambda world, plan: {"ending": "moved"}),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate)
