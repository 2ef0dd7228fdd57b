"""Co-operation: the council asks and answers, nobody else in its name, and a refusal has its reasons in writing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from casework.co_operation.demo import load
from casework.co_operation.rules import answer_due, reasons_due
from casework.co_operation.selectors import co_operation_standing
from casework.co_operation.services import (
    agree_to_co_operate,
    decline_to_co_operate,
    record_co_operation_request,
    record_partners_answer,
    record_partners_reasons,
    request_co_operation,
    withdraw_co_operation_request,
)
from casework.models import CoOperationRequest, Person
from casework.services.people import record_person, restrict_record
from delegation.authority import NotYourRole, RetainedByTheCouncil
from delegation.counting import numbers_of
from delegation.demo import LAST_DAY_AUTHORISED, DemoOrganisations
from delegation.models import Account, Act
from delegation.promises import broken_promises
from delegation.refusals import NothingSaid, Refused, UnlawfulAuthorisation, WrongDates, WrongState
from delegation.services import authorise_function
from tests.proof.corrupting import corrupt_here
from tests.registers.co_operation import asked_of, made, reasons_owed, received
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


def test_the_clocks_are_the_councils_own_and_give_way_to_the_day_it_is_needed() -> None:
    assert answer_due("case", MONDAY, None) == date(2026, 3, 16)
    assert answer_due("general", MONDAY, None) == date(2026, 3, 30)
    assert answer_due("general", MONDAY, date(2026, 3, 4)) == date(2026, 3, 4)
    assert reasons_due(MONDAY) == date(2026, 3, 16)


@pytest.mark.parametrize("who", ["practitioner", "providermanager", "otherpractitioner"])
def test_no_provider_asks_or_answers_in_the_councils_name(
    demo: DemoOrganisations, people: People, person: Person, who: str
) -> None:
    ref = received(people["head"], demo.council, person).ref
    by = people[who]
    for service, given in (
        (decline_to_co_operate, {"request": ref, "ground": "own_duties", "reasons": "Short today."}),
        (agree_to_co_operate, {"request": ref, "answer": "Yes."}),
        (withdraw_co_operation_request, {"request": ref, "because": "No."}),
        (request_co_operation, {"council": demo.council, "asked": asked_of()}),
        (record_co_operation_request, {"council": demo.council, "asked": asked_of()}),
    ):
        with pytest.raises(RetainedByTheCouncil, match="kept by the council in law"):
            service(by=by, **given)
        line = Act.objects.latest("pk")
        assert (line.outcome, line.function) == ("refused", "co_operation_integration")
    with pytest.raises(NotYourRole):
        agree_to_co_operate(by=people["teammanager"], request=ref, answer="Yes.")
    assert CoOperationRequest.objects.get(ref=ref).state == "waiting"


def test_no_authorisation_to_co_operate_in_the_councils_name_can_be_written(
    demo: DemoOrganisations, people: People
) -> None:
    for power in ("care_act_s79", "activity"):
        with pytest.raises(UnlawfulAuthorisation):
            authorise_function(
                by=people["dass"],
                council=demo.council,
                organisation=demo.northgate,
                function="co_operation_integration",
                power=power,
                from_day=MONDAY,
                to_day=LAST_DAY_AUTHORISED,
                conditions="All.",
                instrument="A deed",
                signed_by="The director",
            )


def test_a_refusal_in_a_case_has_a_ground_and_written_reasons(
    demo: DemoOrganisations, people: People, person: Person
) -> None:
    ref = received(people["head"], demo.council, person).ref
    given: dict[str, Any] = {"by": people["head"], "request": ref}
    for ground, reasons in (("", "We cannot."), ("no_time", "We cannot."), ("own_duties", "  ")):
        with pytest.raises(NothingSaid):
            decline_to_co_operate(**given, ground=ground, reasons=reasons)
    held = decline_to_co_operate(**given, ground="own_functions", reasons="Nobody is on duty that night.")
    assert (held.state, held.reasons_on, held.answered_on) == ("declined", MONDAY, MONDAY)
    general = received(people["head"], demo.council)
    decline_to_co_operate(by=people["dass"], request=general.ref, reasons="The hub has its own analyst.")
    with pytest.raises(WrongState):
        agree_to_co_operate(by=people["dass"], request=general.ref, answer="After all.")
    assert broken_promises() == []


def test_a_partner_that_declines_without_reasons_owes_them(
    demo: DemoOrganisations, people: People, person: Person, clock: Any
) -> None:
    held = made(people["head"], demo.council, person)
    given: dict[str, Any] = {"by": people["head"], "request": held.ref}
    with pytest.raises(WrongDates):
        record_partners_answer(**given, agreed=True, answered_on=MONDAY + timedelta(days=1), answer="Yes.")
    with pytest.raises(NothingSaid):
        record_partners_answer(**given, agreed=True, answered_on=MONDAY)
    held = record_partners_answer(**given, agreed=False, answered_on=MONDAY)
    assert (held.state, held.due_on, held.closed_at) == ("reasons_owed", date(2026, 3, 16), None)
    clock.move_to(date(2026, 3, 17))
    assert numbers_of(co_operation_standing(demo.council, date(2026, 3, 17))).late == 1
    with pytest.raises(NothingSaid):
        record_partners_reasons(**given, reasons=" ", reasons_on=date(2026, 3, 17))
    with pytest.raises(WrongDates):
        record_partners_reasons(**given, reasons="Not written.", reasons_on=MONDAY - timedelta(days=1))
    held = record_partners_reasons(**given, reasons="Not written.", reasons_on=date(2026, 3, 17))
    assert held.state == "partner_declined"
    other = made(people["head"], demo.council)
    done = record_partners_answer(
        by=people["dass"], request=other.ref, agreed=False, answered_on=date(2026, 3, 17), reasons="No staff."
    )
    assert done.state == "partner_declined"
    owed = reasons_owed(people["head"], demo.council)
    withdraw_co_operation_request(by=people["head"], request=owed.ref, because="No longer needed.")
    assert numbers_of(co_operation_standing(demo.council, date(2026, 3, 17))).open == 0
    assert broken_promises() == []


def test_only_a_relevant_partner_is_asked_in_a_case(demo: DemoOrganisations, people: People, person: Person) -> None:
    given: dict[str, Any] = {"by": people["head"], "council": demo.council}
    for asked in (
        asked_of(person, partner_kind="another_body"),
        asked_of(partner_kind="a friend"),
        asked_of(partner=" "),
        asked_of(asked_for=""),
    ):
        with pytest.raises(NothingSaid):
            request_co_operation(**given, asked=asked)
    for asked in (asked_of(asked_on=MONDAY + timedelta(days=1)), asked_of(needed_by=MONDAY - timedelta(days=1))):
        with pytest.raises(WrongDates):
            request_co_operation(**given, asked=asked)
    with pytest.raises(Refused):
        request_co_operation(**given, asked=replace(asked_of(), person="PE-0000-0000"))
    assert request_co_operation(**given, asked=asked_of(partner_kind="another_body")).scope == "general"


@pytest.mark.parametrize(
    "corruption",
    [
        "UPDATE casework_cooperationrequest SET reasons = ' '",
        "UPDATE casework_cooperationrequest SET reasons_on = NULL",
        "UPDATE casework_cooperationrequest SET ground = ''",
        "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'provider_manager') "
        "WHERE verb = 'decline_to_co_operate'",
        "DELETE FROM delegation_act WHERE verb = 'record_co_operation_request'",
        "UPDATE casework_cooperationrequest SET closed_by_id = "
        "(SELECT id FROM delegation_account WHERE username = 'providermanager')",
        "UPDATE casework_cooperationrequest SET state = 'agreed'",
    ],
)
def test_co_operation_declined_otherwise_is_found(
    demo: DemoOrganisations, people: People, person: Person, corruption: str
) -> None:
    ref = received(people["head"], demo.council, person).ref
    decline_to_co_operate(by=people["head"], request=ref, ground="own_duties", reasons="It is unlawful.")
    assert broken_promises() == []
    corrupt_here(corruption)
    broken = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
    assert any("co-operat" in sentence for sentence in broken)


def test_the_pages_are_the_councils_and_keep_a_restricted_case_closed(
    demo: DemoOrganisations, people: People, person: Person, django_assert_max_num_queries: Any, clock: Any
) -> None:
    for _ in range(10):
        general = received(people["head"], demo.council)
    in_a_case = received(people["head"], demo.council, person)
    client = Client()
    client.force_login(people["head"])
    with django_assert_max_num_queries(12):
        assert client.get("/co-operation/").status_code == 200
    assert client.get(f"/co-operation/{in_a_case.ref}/").status_code == 200
    assert Act.objects.filter(outcome="read", subject=in_a_case.ref, account=people["head"]).exists()
    typed = {"partner_kind": "police", "partner": "Police", "asked_for": "A hub.", "asked_on": "2026-03-02"}
    answer = client.post("/co-operation/made/new/", typed | {"person": "PE-0000-0000"})
    assert answer.status_code == 422
    assert "A hub." in answer.content.decode()
    restrict_record(by=people["safeguarding"], person=person.ref, because="Threats.", readers=[])
    assert client.get(f"/co-operation/{in_a_case.ref}/").status_code == 404
    assert client.get(f"/co-operation/{general.ref}/").status_code == 200
    assert in_a_case.ref not in client.get("/co-operation/").content.decode()
    clock.move_to(MONDAY + timedelta(days=50))
    client.force_login(people["head"])
    assert "Late" in client.get("/co-operation/").content.decode()
    page = client.get(f"/register/?subject={general.ref}").content.decode()
    assert "restricted to named people" not in page
    client.force_login(people["providermanager"])
    assert client.get("/co-operation/").status_code == 403
    assert client.get(f"/co-operation/{general.ref}/").status_code == 404


def test_the_demonstration_loads_once(demo: DemoOrganisations, person: Person) -> None:
    load(demo)
    before = Act.objects.count()
    load(demo)
    assert Act.objects.count() == before
    assert numbers_of(co_operation_standing(demo.council, MONDAY)).late == 2
    assert Act.objects.filter(verb="decline_to_co_operate", outcome="refused").exists()
    assert broken_promises() == []
