"""Complaints: the provider's first stage under clocks, the council seeing all, its signature on each response."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from casework.complaints.demo import load
from casework.complaints.rules import acknowledgement_due, is_made_in_time, response_due
from casework.complaints.selectors import complaint_list, complaints_standing
from casework.complaints.services import (
    acknowledge_complaint,
    agree_complaint_plan,
    agree_longer_complaint_period,
    prepare_complaint_response,
    record_complaint,
    return_complaint_response,
    sign_complaint_response,
    take_over_complaint,
)
from casework.models import Complaint, Person
from casework.services.people import record_person, restrict_record
from delegation.append_only import guards_lifted
from delegation.authority import NotAuthorised, NotYourOrganisation, NotYourRole, OutOfDate, RetainedByTheCouncil
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, Authorisation
from delegation.promises import broken_promises
from delegation.refusals import AlreadyThere, NothingSaid, Refused, WrongDates, WrongState
from delegation.services import revoke_authorisation
from tests.registers.complaints import a_complaint, brought_to
from verification.demo import BY_NUMBER, person_details

pytestmark = pytest.mark.django_db
People = dict[str, Account]
MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def people(demo: DemoOrganisations) -> People:
    return demo.accounts


@pytest.fixture
def person(demo: DemoOrganisations, people: People) -> Person:
    return record_person(by=people["practitioner"], provider=demo.northgate, details=person_details(BY_NUMBER[1]))


def at_stage(stage: str, demo: DemoOrganisations, person: Person) -> Complaint:
    by = demo.accounts["providermanager"]
    return brought_to(stage, by, a_complaint(by, person, demo.northgate))


def page_of(people: People, who: str) -> Client:
    client = Client()
    client.force_login(people[who])
    return client


def test_the_clocks_are_those_of_the_regulations() -> None:
    assert acknowledgement_due(MONDAY) == date(2026, 3, 5)
    assert acknowledgement_due(date(2026, 4, 1)) == date(2026, 4, 8)  # over Easter
    assert response_due(MONDAY) == date(2026, 9, 1)  # six months that begin with the day itself
    assert response_due(date(2026, 8, 31)) == date(2027, 2, 27)
    assert is_made_in_time(date(2025, 3, 2), MONDAY)
    assert not is_made_in_time(date(2025, 3, 1), MONDAY)


def test_the_first_stage_is_the_providers_and_the_signature_the_councils(
    demo: DemoOrganisations, people: People, person: Person
) -> None:
    held = at_stage("prepared", demo, person)
    for who in ("providermanager", "quality", "practitioner"):
        with pytest.raises(RetainedByTheCouncil):
            sign_complaint_response(by=people[who], complaint=held.ref)
    for who in ("information", "head"):
        with pytest.raises(NotYourRole):
            sign_complaint_response(by=people[who], complaint=held.ref)
    assert Act.objects.latest("pk").outcome == "refused"
    signed = sign_complaint_response(by=people["dass"], complaint=held.ref)
    assert "Local Government and Social Care Ombudsman" in signed.letter
    assert (signed.state, signed.signed_by, signed.signed_on) == ("responded", people["dass"], MONDAY)
    with pytest.raises(WrongState):
        sign_complaint_response(by=people["dass"], complaint=held.ref)
    assert broken_promises() == []


def test_the_council_sees_it_from_the_moment_it_is_recorded(
    demo: DemoOrganisations, people: People, person: Person
) -> None:
    held = a_complaint(people["quality"], person, demo.northgate)
    for who in ("information", "dass", "auditor"):
        assert held.ref in page_of(people, who).get("/complaints/").content.decode()
        assert page_of(people, who).get(f"/complaints/{held.ref}/").status_code == 200
        assert Act.objects.filter(outcome="read", subject=held.ref, account=people[who]).exists()
    assert page_of(people, "broker").get(f"/complaints/{held.ref}/").status_code == 403
    assert page_of(people, "practitioner").get(f"/complaints/{held.ref}/").status_code == 403
    assert page_of(people, "otherpractitioner").get(f"/complaints/{held.ref}/").status_code == 404


def test_a_restricted_record_keeps_no_complaint_from_those_who_answer_for_it(
    demo: DemoOrganisations, people: People, person: Person
) -> None:
    held = a_complaint(people["providermanager"], person, demo.northgate)
    restrict_record(by=people["safeguarding"], person=person.ref, because="Threats.", readers=[])
    assert complaint_list(people["information"], demo.council, closed=False).filter(ref=held.ref).exists()
    assert not complaint_list(people["auditor"], demo.council, closed=False).exists()
    assert page_of(people, "information").get(f"/complaints/{held.ref}/").status_code == 200
    assert page_of(people, "information").get(f"/people/{person.ref}/").status_code == 404
    assert page_of(people, "providermanager").get(f"/complaints/{held.ref}/").status_code == 404


def test_without_a_live_authorisation_the_provider_handles_none(
    demo: DemoOrganisations, people: People, person: Person
) -> None:
    held = a_complaint(people["providermanager"], person, demo.northgate)
    given = Authorisation.objects.get(function="complaint_initial_handling", organisation=demo.northgate)
    revoke_authorisation(by=people["dass"], authorisation=given, because="Complaints went unanswered.")
    with pytest.raises((OutOfDate, NotAuthorised)):
        acknowledge_complaint(by=people["providermanager"], complaint=held.ref, acknowledged_on=MONDAY)
    take_over_complaint(by=people["information"], complaint=held.ref, because="The authorisation is revoked.")
    acknowledge_complaint(by=people["information"], complaint=held.ref, acknowledged_on=MONDAY)
    assert broken_promises() == []


def test_once_taken_over_only_the_council_handles_it(demo: DemoOrganisations, people: People, person: Person) -> None:
    held = a_complaint(people["providermanager"], person, demo.northgate)
    with pytest.raises(NotYourOrganisation):
        acknowledge_complaint(by=people["information"], complaint=held.ref, acknowledged_on=MONDAY)
    with pytest.raises(RetainedByTheCouncil):
        take_over_complaint(by=people["providermanager"], complaint=held.ref, because="Mine.")
    with pytest.raises(NothingSaid):
        take_over_complaint(by=people["information"], complaint=held.ref, because=" ")
    take_over_complaint(by=people["information"], complaint=held.ref, because="The manager is complained of.")
    with pytest.raises(RetainedByTheCouncil):
        acknowledge_complaint(by=people["providermanager"], complaint=held.ref, acknowledged_on=MONDAY)
    with pytest.raises(AlreadyThere):
        take_over_complaint(by=people["information"], complaint=held.ref, because="Again.")
    brought = brought_to("prepared", people["information"], held)
    assert sign_complaint_response(by=people["dass"], complaint=brought.ref).state == "responded"


def test_after_twelve_months_only_with_a_reason(demo: DemoOrganisations, people: People, person: Person) -> None:
    given: dict[str, Any] = {
        "by": people["providermanager"],
        "person": person.ref,
        "at": demo.northgate,
        "made_by": "person",
        "complainant": "The person",
        "about": "Nobody came.",
        "arose_on": MONDAY - timedelta(days=400),
        "received_on": MONDAY,
    }
    with pytest.raises(NothingSaid, match="12 months"):
        record_complaint(**given)
    assert record_complaint(**given, late_because="In hospital until last week.").late_because
    for wrong in ({"arose_on": MONDAY + timedelta(days=1)}, {"received_on": MONDAY + timedelta(days=1)}):
        with pytest.raises(WrongDates):
            record_complaint(**given | wrong | {"late_because": "x"})
    with pytest.raises(NothingSaid):
        record_complaint(**given | {"arose_on": MONDAY, "made_by": "stranger"})
    with pytest.raises((NotYourOrganisation, NotAuthorised, RetainedByTheCouncil)):
        record_complaint(**given | {"at": demo.riverside})


def test_the_period_is_six_months_or_longer_as_agreed_before_it_is_over(
    demo: DemoOrganisations, people: People, person: Person, clock: Any
) -> None:
    by = people["providermanager"]
    held = at_stage("acknowledged", demo, person)
    with pytest.raises(WrongDates):
        agree_complaint_plan(by=by, complaint=held.ref, handling="A meeting.", respond_by=date(2026, 9, 2))
    agree_complaint_plan(by=by, complaint=held.ref, handling="A meeting.", respond_by=date(2026, 4, 1))
    with pytest.raises(WrongDates):
        agree_longer_complaint_period(by=by, complaint=held.ref, respond_by=date(2026, 4, 1), because="Ill.")
    agree_longer_complaint_period(by=by, complaint=held.ref, respond_by=date(2026, 5, 1), because="Agreed by letter.")
    clock.move_to(date(2026, 5, 2))
    assert numbers_of(complaints_standing(demo.council, date(2026, 5, 2))).late == 1
    with pytest.raises(WrongDates, match="before that"):
        agree_longer_complaint_period(by=by, complaint=held.ref, respond_by=date(2026, 8, 1), because="Late.")
    prepare_complaint_response(by=by, complaint=held.ref, outcome="partly", response="We are sorry.")
    with pytest.raises(NothingSaid, match="why it is late"):
        sign_complaint_response(by=people["dass"], complaint=held.ref)
    sent = sign_complaint_response(by=people["dass"], complaint=held.ref, late_because="The file was lost.")
    assert "The file was lost." in sent.letter
    assert numbers_of(complaints_standing(demo.council, date(2026, 5, 2))).late == 0


def test_a_response_given_back_comes_again(demo: DemoOrganisations, people: People, person: Person) -> None:
    held = at_stage("prepared", demo, person)
    return_complaint_response(by=people["dass"], complaint=held.ref, because="It says nothing of Sunday.")
    page = page_of(people, "providermanager").get(f"/complaints/{held.ref}/").content.decode()
    assert "It says nothing of Sunday." in page
    prepare_complaint_response(
        by=people["providermanager"], complaint=held.ref, outcome="upheld", response="On Sunday we failed."
    )
    assert "On Sunday" in sign_complaint_response(by=people["dass"], complaint=held.ref).letter


def test_the_list_says_what_falls_due_next_and_the_signature_shows_the_letter(
    demo: DemoOrganisations, people: People, person: Person
) -> None:
    held = at_stage("received", demo, person)
    director = page_of(people, "dass")

    def row() -> str:
        page = director.get("/complaints/").content.decode().replace("\xa0", " ")
        return page.split(f">{held.ref}<")[1].split("</tr>")[0]

    assert "Acknowledgement: 5 Mar 2026" in row()
    brought_to("prepared", people["providermanager"], held)
    assert "Response: 1 Sep 2026" in row()
    page = director.get(f"/complaints/{held.ref}/sign-response/").content.decode()
    assert Complaint.objects.get(ref=held.ref).response in page


def test_what_is_late_counts_in_the_assurance(
    demo: DemoOrganisations, people: People, person: Person, clock: Any
) -> None:
    a_complaint(people["providermanager"], person, demo.northgate)
    clock.move_to(MONDAY + timedelta(days=4))
    assert numbers_of(complaints_standing(demo.council, MONDAY + timedelta(days=3))).late == 0
    assert numbers_of(complaints_standing(demo.council, MONDAY + timedelta(days=4))).late == 1


CORRUPTIONS: list[str] = [
    "UPDATE casework_complaint SET signed_by_id = (SELECT id FROM delegation_account WHERE username = 'quality')",
    "UPDATE casework_complaint SET letter = 'We are sorry.'",
    "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'provider_manager') "
    "WHERE verb = 'sign_complaint_response'",
    "UPDATE casework_complaint SET council_id = handler_id",
    "UPDATE casework_complaint SET arose_on = '2024-03-01'",
]


@pytest.mark.parametrize("corruption", CORRUPTIONS)
def test_a_complaint_answered_otherwise_is_found(
    demo: DemoOrganisations, people: People, person: Person, corruption: str
) -> None:
    sign_complaint_response(by=people["dass"], complaint=at_stage("prepared", demo, person).ref)
    assert broken_promises() == []
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    found = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
    assert any("omplaint" in sentence for sentence in found)


def test_pages_cost_little_and_lose_nothing(
    demo: DemoOrganisations, people: People, person: Person, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for _ in range(10):
        held = a_complaint(people["providermanager"], person, demo.northgate)
    client = page_of(people, "information")
    client.get("/complaints/")
    with django_assert_max_num_queries(12):
        client.get("/complaints/")
    client = page_of(people, "providermanager")
    answer = client.post(f"/people/{person.ref}/complaints/new/", {"about": "Nobody came on Sunday."})
    assert answer.status_code == 422
    assert "Nobody came on Sunday." in answer.content.decode()
    assert "Choose an answer for ‘Who complains’" in answer.content.decode()
    page = client.get(f"/complaints/{held.ref}/").content.decode()
    assert "Acknowledge</a>" in page
    assert "Take it over" not in page
    assert "Take it over" in page_of(people, "information").get(f"/complaints/{held.ref}/").content.decode()


def test_the_demonstration_loads_once(demo: DemoOrganisations, person: Person) -> None:
    load(demo)
    before = Act.objects.count()
    load(demo)
    assert Act.objects.count() == before
    assert numbers_of(complaints_standing(demo.council, MONDAY)).late == 2
    assert broken_promises() == []


def test_nobody_of_another_provider_acts(demo: DemoOrganisations, people: People, person: Person) -> None:
    held = at_stage("looked_into", demo, person)
    with pytest.raises(Refused):
        prepare_complaint_response(by=people["otherpractitioner"], complaint=held.ref, outcome="upheld", response="x")
