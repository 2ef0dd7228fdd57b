"""Rest centres: the duty is the council's, whoever staffs them; a body outside the Act's list arranges none."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from delegation.authority import NotAuthorised, NotYourOrganisation, NotYourRole, OutOfDate, RetainedByTheCouncil
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, Authorisation, RestCentre, RestCentreOpening
from delegation.promises import broken_promises
from delegation.refusals import (
    AlreadyThere,
    NothingSaid,
    NotReady,
    RoleNotOfThisOrganisation,
    WrongAmount,
    WrongDates,
    WrongState,
)
from delegation.rest_centres.asking import FUNCTION
from delegation.rest_centres.demo import load
from delegation.rest_centres.openings import (
    activate_rest_centre,
    debrief_rest_centre,
    end_rest_centre_attendance,
    record_people_received,
    record_rest_centre_attendance,
    stand_down_rest_centre,
)
from delegation.rest_centres.rules import RESPONDERS, debrief_due, next_check
from delegation.rest_centres.selectors import centres_standing
from delegation.rest_centres.services import (
    arrange_rest_centre_staffing,
    record_rest_centre,
    record_rest_centre_check,
    withdraw_rest_centre,
)
from delegation.services import revoke_authorisation
from tests.proof.corrupting import corrupt_here
from tests.registers.rest_centres import a_centre, an_opening, may_staff

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
def opening(demo: DemoOrganisations, people: People) -> RestCentreOpening:
    may_staff(people["dass"], demo.council, demo.northgate)
    return an_opening(people["head"], demo.council, demo.northgate)


def test_the_days_of_the_plan_are_the_councils_own() -> None:
    assert next_check("contact_test", MONDAY) == date(2026, 9, 2)
    assert next_check("exercise", MONDAY) == next_check("review", MONDAY) == date(2027, 3, 2)
    assert debrief_due(MONDAY) == date(2026, 3, 30)


def test_no_provider_of_social_care_is_a_responder_of_the_act(demo: DemoOrganisations, people: People) -> None:
    given: dict[str, Any] = {
        "by": people["head"],
        "council": demo.council,
        "name": "Quay Hall",
        "address": "Quay Road",
        "places": 80,
        "responder_name": "Exampleshire Constabulary",
        "agreement": "A deed",
        "agreed_on": MONDAY,
    }
    assert {one.category for one in RESPONDERS.values()} == {1, 2}
    with pytest.raises(NothingSaid, match="Schedule 1"):
        record_rest_centre(**given, responder_kind="community_interest_company")
    for left_out in ({"responder_name": ""}, {"agreement": " "}):
        with pytest.raises(NothingSaid):
            record_rest_centre(**given | left_out, responder_kind="police")
    with pytest.raises(WrongDates):
        record_rest_centre(**given | {"agreed_on": None}, responder_kind="police")
    with pytest.raises(WrongAmount):
        record_rest_centre(**given | {"places": 0}, responder_kind="police")
    with pytest.raises(RetainedByTheCouncil):
        record_rest_centre(**given | {"by": people["providermanager"]}, responder_kind="police")
    with pytest.raises(NotYourRole):
        record_rest_centre(**given | {"by": people["broker"]}, responder_kind="police")
    for named in ("Northgate Care Partnership", " northgate  CARE partnership"):
        with pytest.raises(NothingSaid, match="no NHS body"):
            record_rest_centre(**given | {"responder_name": named}, responder_kind="emergency_department_trust")
    assert record_rest_centre(**given, responder_kind="police").responder_kind == "police"
    assert broken_promises() == []


def test_a_provider_that_is_an_nhs_body_may_be_a_responder(demo: DemoOrganisations, people: People) -> None:
    assert demo.riverside.is_nhs_body
    centre = record_rest_centre(
        by=people["head"],
        council=demo.council,
        name="Quay Hall",
        address="Quay Road",
        places=80,
        responder_kind="emergency_department_trust",
        responder_name=demo.riverside.name,
        agreement="A deed",
        agreed_on=MONDAY,
    )
    assert centre.responder_name == demo.riverside.name


def test_the_council_opens_and_stands_down_and_the_provider_only_staffs(
    demo: DemoOrganisations, people: People, opening: RestCentreOpening, clock: Any
) -> None:
    manager, head = people["providermanager"], people["head"]
    assert opening.provider == demo.northgate
    for service, given in (
        (stand_down_rest_centre, {"opening": opening.ref, "onward": "Home."}),
        (activate_rest_centre, {"centre": opening.centre.ref, "incident": "A fire."}),
        (withdraw_rest_centre, {"centre": opening.centre.ref, "because": "Sold."}),
    ):
        with pytest.raises(RetainedByTheCouncil):
            service(by=manager, **given)
        line = Act.objects.latest("pk")
        assert (line.outcome, line.function) == ("refused", FUNCTION)
    worker = people["practitioner"].worker_id
    arrived: dict[str, Any] = {"opening": opening.ref, "worker": worker, "duty": "Reception"}
    with pytest.raises(NotYourOrganisation):
        record_rest_centre_attendance(by=head, **arrived)
    with pytest.raises(RoleNotOfThisOrganisation):
        record_rest_centre_attendance(by=manager, **arrived | {"worker": people["otherpractitioner"].worker_id})
    record_rest_centre_attendance(by=manager, **arrived)
    with pytest.raises(AlreadyThere):
        record_rest_centre_attendance(by=manager, **arrived)
    record_people_received(by=manager, opening=opening.ref, here_now=9, received=12, needing_care=2)
    record_people_received(by=head, opening=opening.ref, here_now=3, received=13, needing_care=2)
    for wrong in ((14, 13, 0), (3, 12, 0), (0, 13, 14), (-1, 13, 0)):
        with pytest.raises(WrongAmount):
            record_people_received(
                by=manager, opening=opening.ref, here_now=wrong[0], received=wrong[1], needing_care=wrong[2]
            )
    with pytest.raises(AlreadyThere):
        end_rest_centre_attendance(by=manager, opening=opening.ref, worker=manager.worker_id or 0)
    held = stand_down_rest_centre(by=head, opening=opening.ref, onward="Three to a hotel.")
    assert (held.here_now, held.debrief_due_on) == (0, date(2026, 3, 30))
    assert not held.attendances.filter(left_at=None).exists()
    with pytest.raises(WrongState):
        record_rest_centre_attendance(by=manager, **arrived)
    clock.move_to(date(2026, 3, 31))
    assert numbers_of(centres_standing(demo.council, date(2026, 3, 31))).late == 1
    debrief_rest_centre(by=head, opening=opening.ref, lessons="More beds.")
    centre = RestCentre.objects.get(pk=opening.centre_id)
    assert (centre.state, centre.review_due_on) == ("planned", date(2026, 3, 31))
    assert numbers_of(centres_standing(demo.council, date(2026, 3, 31))).late == 0
    assert broken_promises() == []


def test_without_arrangement_test_or_authorisation_the_council_opens_and_staffs_it_itself(
    demo: DemoOrganisations, people: People
) -> None:
    """An emergency waits for no paper: the centre is opened, and the register says why no provider was called in."""
    head, dass = people["head"], people["dass"]
    bare = a_centre(head, demo.council)
    untested = a_centre(head, demo.council)
    arranged = {"by": head, "provider": demo.northgate, "contract": "Schedule 9", "contracted_on": MONDAY}
    arrange_rest_centre_staffing(centre=untested.ref, **arranged)
    unauthorised = a_centre(head, demo.council, demo.northgate)
    for centre, why in ((bare, "Nobody is arranged"), (untested, "contact test"), (unauthorised, "not authorised")):
        opening = activate_rest_centre(by=dass, centre=centre.ref, incident="A flood.")
        assert opening.provider is None
        assert why in Act.objects.latest("pk").detail["staffed_by_the_council"]
        given: dict[str, Any] = {"opening": opening.ref, "worker": people["practitioner"].worker_id, "duty": "Door"}
        with pytest.raises(NotYourOrganisation):
            record_rest_centre_attendance(by=people["providermanager"], **given)
    assert broken_promises() == []


def test_an_authorisation_taken_back_is_felt_while_the_centre_is_open(
    demo: DemoOrganisations, people: People, opening: RestCentreOpening
) -> None:
    given: dict[str, Any] = {"opening": opening.ref, "worker": people["practitioner"].worker_id, "duty": "Door"}
    with pytest.raises(NotYourRole):
        record_rest_centre_attendance(by=people["practitioner"], **given)
    authorisation = Authorisation.objects.get(organisation=demo.northgate, function=FUNCTION)
    revoke_authorisation(by=people["dass"], authorisation=authorisation, because="The contract ended.")
    with pytest.raises((NotAuthorised, OutOfDate)):
        record_rest_centre_attendance(by=people["providermanager"], **given)
    stand_down_rest_centre(by=people["head"], opening=opening.ref, onward="Home.")
    assert broken_promises() == []


def test_a_failed_test_is_due_again_at_once_and_proves_nothing(demo: DemoOrganisations, people: People) -> None:
    head = people["head"]
    held = a_centre(head, demo.council, demo.northgate)
    given: dict[str, Any] = {"by": head, "centre": held.ref, "kind": "contact_test", "findings": "Nobody answered."}
    with pytest.raises(WrongDates):
        record_rest_centre_check(**given, done_on=MONDAY + timedelta(days=1), passed=False)
    with pytest.raises(WrongDates, match="later one"):
        record_rest_centre_check(**given, done_on=MONDAY - timedelta(days=1), passed=True)
    record_rest_centre_check(**given, done_on=MONDAY, passed=False)
    held.refresh_from_db()
    assert (held.contact_tested_on, held.contact_test_due_on, held.due_on) == (None, MONDAY, MONDAY)
    nobodys = a_centre(head, demo.council)
    with pytest.raises(NotReady):
        record_rest_centre_check(**given | {"centre": nobodys.ref}, done_on=MONDAY, passed=True)


@pytest.mark.parametrize(
    "corruption",
    [
        "UPDATE delegation_restcentre SET responder_kind = 'community_interest_company'",
        "UPDATE delegation_restcentre SET responder_name = 'Northgate Care Partnership', responder_kind = 'police', "
        "agreement = 'A deed', agreed_on = '2026-03-02'",
        "UPDATE delegation_restcentre SET responder_kind = 'police'",
        "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'provider_manager') "
        "WHERE verb = 'stand_down_rest_centre'",
        "DELETE FROM delegation_act WHERE verb = 'activate_rest_centre'",
        "UPDATE delegation_restcentreopening SET debriefed_by_id = opened_by_id + 1",
        "UPDATE delegation_restcentrecheck SET passed = FALSE",
        "UPDATE delegation_historicalrestcentre SET contract = ''",
        "UPDATE delegation_act SET authorisation_id = NULL WHERE verb = 'record_rest_centre_attendance'",
        "UPDATE delegation_restcentreattendance SET left_at = NULL",
    ],
)
def test_a_rest_centre_kept_otherwise_is_found(people: People, opening: RestCentreOpening, corruption: str) -> None:
    manager, worker = people["providermanager"], people["practitioner"].worker_id
    record_rest_centre_attendance(by=manager, opening=opening.ref, worker=worker or 0, duty="Door")
    stand_down_rest_centre(by=people["head"], opening=opening.ref, onward="Home.")
    debrief_rest_centre(by=people["head"], opening=opening.ref, lessons="More beds.")
    assert broken_promises() == []
    corrupt_here(corruption)
    broken = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
    assert any("rest centre" in sentence for sentence in broken)


def test_the_pages_show_late_first_and_only_what_each_may(
    demo: DemoOrganisations,
    people: People,
    opening: RestCentreOpening,
    django_assert_max_num_queries: Any,
    clock: Any,
) -> None:
    for _ in range(10):
        centre = a_centre(people["head"], demo.council)
    clock.move_to(date(2026, 9, 3))  # the contact of the first is to be tested again
    client = Client()
    client.force_login(people["head"])
    with django_assert_max_num_queries(12):
        page = client.get("/rest-centres/").content.decode()
    assert page.index("Late") < page.index(centre.ref)
    client.force_login(people["providermanager"])
    page = client.get("/rest-centres/").content.decode()
    assert opening.ref in page
    assert centre.ref not in page
    assert client.get(f"/rest-centres/{centre.ref}/").status_code == 404
    page = client.get(f"/rest-centre-openings/{opening.ref}/").content.decode()
    assert "Count the people" in page
    assert "Stand it down" not in page
    client.force_login(people["otherpractitioner"])
    assert client.get(f"/rest-centre-openings/{opening.ref}/").status_code == 404


def test_the_demonstration_loads_once(demo: DemoOrganisations) -> None:
    load(demo)
    before = Act.objects.count()
    load(demo)
    assert Act.objects.count() == before
    assert RestCentre.objects.count() == 3
    assert numbers_of(centres_standing(demo.council, MONDAY)).late == 1
    assert Act.objects.filter(verb="stand_down_rest_centre", outcome="refused").exists()
    assert broken_promises() == []
