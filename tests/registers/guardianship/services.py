"""The services of guardianship, each with what chance and what is certain give it."""

from typing import Any

from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.details import ReceptionDetails, RenewalDetails, VisitDetails
from tests.registers.dols import a_patient
from tests.registers.guardianship.chance import (
    a_guardianship,
    accept_given,
    acting_given,
    amendment_given,
    application_given,
    attendant_given,
    because_given,
    change_given,
    discharge_given,
    discharged_given,
    end_acting_given,
    end_given,
    notice_given,
    on_given,
    reception_given,
    renewal_given,
    transfer_given,
    visit_given,
)
from tests.registers.guardianship.steps import MEMBERS, OFFICER, an_amhp, brought_to
from tests.registers.kit import Given, Service


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
        transfer_given,
        ready_at("in_force", to="council", moved_on=timezone.localdate, council_agreed_on=timezone.localdate),
    ),
    "record_guardianship_expiry": officers(
        lambda arguments: {"guardianship": a_guardianship(arguments)}, ready_at("over")
    ),
    "end_guardianship": officers(end_given, ready_at("in_force", ending="died", on=timezone.localdate)),
}
