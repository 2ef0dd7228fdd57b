"""Grants confirmed only under live registration; nobody enters a home but the officer the council authorised."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client

from casework.grants import demo as grants_demo
from casework.grants.rules import decision_due, latest_payment
from casework.grants.selectors import grants_standing
from casework.grants.services import approve_grant, confirm_necessary_and_appropriate, refuse_grant
from casework.models import GrantApplication, Person, PropertyProtection
from casework.property import demo as property_demo
from casework.property.selectors import officers_in, property_standing, social_workers_in
from casework.property.services import (
    authorise_property_entry,
    end_property_protection,
    propose_property_protection,
    record_property_entry,
)
from casework.services.people import record_person, restrict_record
from delegation.append_only import guards_lifted
from delegation.authority import NotQualified, NotYourRole, RetainedByTheCouncil
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act
from delegation.promises import broken_promises
from delegation.refusals import (
    NothingSaid,
    NotKept,
    Refused,
    RoleNotOfThisOrganisation,
    WrongAmount,
    WrongDates,
    WrongState,
)
from delegation.register import keep
from delegation.registration.services import suspend_registration
from delegation.services import appoint_to_post
from tests.registers.grants import a_grant, confirmed, registered
from tests.registers.property import a_protection, an_entry, authorised
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


def broken(corruption: str) -> set[str]:
    assert broken_promises() == []
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    return {one.promise.sentence for one in broken_promises(with_register_walk=False)}


# -- grants ----------------------------------------------------------------------------------------------------------


def test_the_clocks_of_a_grant_are_those_of_the_act() -> None:
    assert decision_due(MONDAY) == date(2026, 9, 2)
    assert decision_due(date(2026, 8, 31)) == date(2027, 2, 28)
    assert latest_payment(MONDAY) == date(2027, 3, 2)


def test_only_live_registration_on_the_day_confirms_a_grant(people: People, person: Person, clock: Any) -> None:
    held = a_grant(people["head"], person)
    given: dict[str, Any] = {"grant": held.ref, "is_necessary": True, "because": "She cannot step over the side."}
    with pytest.raises(NotQualified, match="HCPC"):
        confirm_necessary_and_appropriate(by=people["practitioner"], **given)  # a social worker
    assert Act.objects.latest("pk").refusal == "NotQualified"
    confirm, client = f"/grants/{held.ref}/confirm/", Client()
    for number, profession in (("PYL00417", "practitioner_psychologist"), ("BS000417", "hcpc_other")):
        by = registered(people["practitioner"], number, profession)
        with pytest.raises(NotQualified, match="allied health professional"):
            confirm_necessary_and_appropriate(by=by, **given)
        assert Act.objects.latest("pk").refusal == "NotQualified"
        client.force_login(by)
        assert confirm not in client.get(f"/grants/{held.ref}/").content.decode()
    by = registered(people["practitioner"])
    assert by.worker
    assert confirm in client.get(f"/grants/{held.ref}/").content.decode()
    registration = by.worker.registrations.get(profession="occupational_therapist")
    registration.live_to = MONDAY - timedelta(days=1)
    keep(registration, by=by, why="ran out")
    with pytest.raises(NotQualified):
        confirm_necessary_and_appropriate(by=Account.objects.get(pk=by.pk), **given)
    by = registered(people["practitioner"])
    confirmed_grant = confirm_necessary_and_appropriate(by=by, **given)
    assert (confirmed_grant.registration_body, confirmed_grant.registration_number) == ("HCPC", "OT000417")
    clock.shift(timedelta(days=30))
    suspend_registration(
        by=people["administrator"],
        council=confirmed_grant.council,
        registration=registration,
        from_day=MONDAY,
        reason="The body told us late.",
    )
    assert broken_promises() == []  # it was live on the day


def test_the_decision_is_the_councils_within_its_limits(
    demo: DemoOrganisations, people: People, person: Person, clock: Any
) -> None:
    held = a_grant(people["head"], person)
    given: dict[str, Any] = {"by": people["head"], "grant": held.ref, "reasons": "Practicable."}
    with pytest.raises(WrongState):
        approve_grant(**given, amount=Decimal(9_000))  # nobody confirmed the need
    confirmed(registered(people["practitioner"]), held)
    for amount in (Decimal(0), Decimal("30000.01")):
        with pytest.raises(WrongAmount):
            approve_grant(**given, amount=amount)
    with pytest.raises(WrongDates):
        approve_grant(**given, amount=Decimal(9_000), pay_from=date(2027, 3, 3))
    with pytest.raises(RetainedByTheCouncil):
        approve_grant(**given | {"by": people["practitioner"]}, amount=Decimal(9_000))
    clock.move_to(date(2026, 9, 3))
    assert numbers_of(grants_standing(demo.council, date(2026, 9, 3))).late == 1
    assert approve_grant(**given, amount=Decimal(9_000)).state == "approved"
    assert numbers_of(grants_standing(demo.council, date(2026, 9, 3))).late == 0
    with pytest.raises(WrongState):
        refuse_grant(by=people["dass"], grant=held.ref, reasons="No.")
    assert broken_promises() == []


@pytest.mark.parametrize(
    "corruption",
    [
        "UPDATE casework_grantapplication SET registration_number = 'OT999999'",
        "UPDATE delegation_historicalprofessionalregistration SET live_to = '2020-01-01' WHERE body = 'HCPC'",
        "UPDATE casework_grantapplication SET confirmed_by_id = "
        "(SELECT id FROM delegation_account WHERE username = 'quality')",
        "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'practitioner') "
        "WHERE verb = 'approve_grant'",
    ],
)
def test_a_grant_confirmed_or_decided_otherwise_is_found(people: People, person: Person, corruption: str) -> None:
    held = confirmed(registered(people["practitioner"]), a_grant(people["head"], person))
    approve_grant(by=people["head"], grant=held.ref, amount=Decimal(9_000), reasons="Practicable.")
    assert any("grant" in sentence for sentence in broken(corruption))


# -- property --------------------------------------------------------------------------------------------------------


def test_nobody_enters_but_the_officer_the_council_named(
    demo: DemoOrganisations, people: People, person: Person
) -> None:
    held = a_protection(people["practitioner"], person)
    entry: dict[str, Any] = {
        "protection": held.ref,
        "entered_on": MONDAY,
        "inventory": "A dog, a clock.",
        "social_worker_attended": True,
    }
    with pytest.raises(NotYourRole, match="Who may: nobody before the council authorises the entry"):
        record_property_entry(by=people["broker"], **entry)
    with pytest.raises(RetainedByTheCouncil):
        authorised(people["practitioner"], held, people["broker"], people["practitioner"])
    with pytest.raises(NotYourRole):
        authorised(people["broker"], held, people["broker"], people["practitioner"])
    authorised(people["head"], held, people["broker"], people["practitioner"])
    with pytest.raises(RetainedByTheCouncil):
        record_property_entry(by=people["practitioner"], **entry)
    with pytest.raises(NotYourRole, match="officer whom the authorisation names") as refused:
        record_property_entry(by=people["head"], **entry)
    assert refused.value.sentence.endswith(f" Who may: {people['broker']}.")
    assert Act.objects.latest("pk").outcome == "refused"
    with pytest.raises(WrongDates):
        record_property_entry(by=people["broker"], **entry | {"entered_on": MONDAY - timedelta(days=1)})
    assert record_property_entry(by=people["broker"], **entry).state == "protected"
    end_property_protection(by=people["dass"], protection=held.ref, because="He is home.", costs=Decimal(40))
    assert broken_promises() == []


@pytest.mark.parametrize(
    ("otherwise", "fault"),
    [
        ({"basis": "convenience"}, NothingSaid),
        ({"basis_record": " "}, NothingSaid),
        ({"notice_on": MONDAY}, WrongDates),
        ({"notice_on": MONDAY + timedelta(days=1), "enter_from": MONDAY + timedelta(days=2)}, WrongDates),
        ({"enter_from": MONDAY - timedelta(days=1), "notice_on": MONDAY - timedelta(days=2)}, WrongDates),
        ({"enter_until": MONDAY - timedelta(days=1)}, WrongDates),
        ({"officer": 0}, RoleNotOfThisOrganisation),
        ({"social_worker": 0}, RoleNotOfThisOrganisation),
    ],
)
def test_an_authorisation_says_all_that_section_47_asks(
    people: People, person: Person, otherwise: dict[str, Any], fault: type[Refused]
) -> None:
    held = a_protection(people["practitioner"], person)
    entry = an_entry(people["broker"], people["practitioner"], **otherwise)
    with pytest.raises(fault):
        authorise_property_entry(by=people["head"], protection=held.ref, entry=entry)
    with pytest.raises(RoleNotOfThisOrganisation):
        authorised(people["head"], held, people["practitioner"], people["practitioner"])
    with pytest.raises(RoleNotOfThisOrganisation):
        authorised(people["head"], held, people["broker"], people["otherpractitioner"])
    assert authorised(people["head"], held, people["broker"], people["practitioner"]).state == "authorised"


def test_the_social_worker_who_is_available_is_a_registered_one(people: People, person: Person) -> None:
    held = a_protection(people["practitioner"], person)
    registration = people["practitioner"].worker.registrations.get()  # type: ignore[union-attr]
    offered = social_workers_in(held.provider, MONDAY)
    registration.live_to = MONDAY - timedelta(days=1)
    keep(registration, by=people["administrator"], why="ran out")
    with pytest.raises(NotQualified, match="Social Work England"):
        authorised(people["head"], held, people["broker"], people["practitioner"])
    assert Act.objects.latest("pk").refusal == "NotQualified"
    gone = set(offered) - set(social_workers_in(held.provider, MONDAY))
    assert gone == {(registration.worker_id, "Amara Okafor")}


def test_a_proposal_says_where_the_person_is_what_is_in_danger_and_that_nobody_else_helps(
    people: People, person: Person
) -> None:
    given = {"person": person.ref, "whereabouts": "hospital", "danger": "A dog.", "no_other_arrangement": "Nobody."}
    for wrong in ({"whereabouts": "sea"}, {"danger": ""}, {"no_other_arrangement": " "}):
        with pytest.raises(NothingSaid):
            propose_property_protection(by=people["practitioner"], **given | wrong)
    with pytest.raises(Refused):
        propose_property_protection(by=people["otherpractitioner"], **given)


def test_only_an_officer_who_can_reach_the_record_is_named(people: People, person: Person) -> None:
    held = a_protection(people["practitioner"], person)
    offered = {name for _, name in officers_in(held.council, MONDAY)}
    assert {str(people[who]) for who in ("broker", "teammanager", "dass")} <= offered
    for who in ("administrator", "strategicdirector", "auditor"):
        assert str(people[who]) not in offered
        with pytest.raises(RoleNotOfThisOrganisation, match="Choose as officer somebody") as told:
            authorised(people["head"], held, people[who], people["practitioner"])
        assert (
            "acts on its cases. Administrators, auditors, monitoring officers and strategic directors do not."
            in told.value.sentence
        )
    client = Client()
    client.force_login(people["head"])
    page = client.get(f"/property/{held.ref}/authorise/").content.decode()
    assert str(people["broker"]) in page
    assert str(people["auditor"]) not in page
    also = {"worker": people["auditor"].worker, "organisation": held.council, "role": "broker"}
    appoint_to_post(by=people["dass"], **also, from_day=MONDAY)  # type: ignore[arg-type]
    assert authorised(people["head"], held, people["auditor"], people["practitioner"]).state == "authorised"


def test_an_entry_says_whether_the_social_worker_was_there(people: People, person: Person) -> None:
    held = a_protection(people["practitioner"], person)
    authorised(people["head"], held, people["broker"], people["practitioner"])
    with pytest.raises(NothingSaid, match="Write why Amara Okafor was not there"):
        _enter(people["broker"], held, social_worker_attended=False)
    with pytest.raises(NotKept, match="Leave out why Amara Okafor was not there"):
        _enter(people["broker"], held, away_because="Called away.")
    client = Client()
    client.force_login(people["broker"])
    address, typed = f"/property/{held.ref}/enter/", {"entered_on": str(MONDAY), "inventory": "A dog."}
    unsaid = client.post(address, typed).content.decode()
    assert "Choose an answer for ‘Whether Amara Okafor, the provider’s social worker, was there’" in unsaid
    assert client.post(address, typed | {"social_worker_attended": "no"}).status_code == 422
    assert PropertyProtection.objects.get(pk=held.pk).state == "authorised"
    away = {"social_worker_attended": "no", "away_because": "Called away."}
    assert client.post(address, typed | away).status_code == 303
    page = client.get(f"/property/{held.ref}/").content.decode()
    assert "Was not there" in page
    assert "Called away." in page
    detail = Act.objects.get(verb="record_property_entry", outcome="exercised").detail
    assert (detail["attendance"], detail["away_because"]) == ("away", "Called away.")
    assert broken_promises() == []


@pytest.mark.parametrize("corruption", ["attendance = 'not_asked'", "attendance = 'away', away_because = 'Ill.'"])
def test_an_entry_that_does_not_say_who_was_there_is_found(people: People, person: Person, corruption: str) -> None:
    held = a_protection(people["practitioner"], person)
    authorised(people["head"], held, people["broker"], people["practitioner"])
    _enter(people["broker"], held)
    for without in ({"attendance": ""}, {"attendance": "away"}):
        with pytest.raises(IntegrityError, match="an_entry_says_whether"), transaction.atomic():
            PropertyProtection.objects.update(**without)
    found = broken(f"UPDATE casework_propertyprotection SET {corruption}")
    assert any("whether the social worker attended" in sentence for sentence in found)


def test_an_entry_recorded_before_anybody_asked_stands(people: People, person: Person) -> None:
    held = a_protection(people["practitioner"], person)
    authorised(people["head"], held, people["broker"], people["practitioner"])
    _enter(people["broker"], held)
    held.history.filter(history_change_reason="entered").update(attendance="")
    PropertyProtection.objects.update(attendance="not_asked")
    assert broken_promises() == []


def _enter(by: Account, held: PropertyProtection, **otherwise: Any) -> PropertyProtection:
    given: dict[str, Any] = {"entered_on": MONDAY, "inventory": "A dog.", "social_worker_attended": True}
    return record_property_entry(by=by, protection=held.ref, **given | otherwise)


@pytest.mark.parametrize(
    "corruption",
    [
        "UPDATE casework_propertyprotection SET officer_id = (SELECT MIN(id) FROM delegation_worker)",
        "DELETE FROM delegation_act WHERE verb = 'authorise_property_entry'",
        "UPDATE delegation_act SET seq = 100000 WHERE verb = 'authorise_property_entry'",
        "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'practitioner') "
        "WHERE verb = 'authorise_property_entry'",
    ],
)
def test_an_entry_without_the_officers_authorisation_is_found(people: People, person: Person, corruption: str) -> None:
    held = a_protection(people["practitioner"], person)
    authorised(people["head"], held, people["broker"], people["practitioner"])
    _enter(people["broker"], held)
    assert any("entered under section 47" in sentence for sentence in broken(corruption))


def test_the_pages_are_open_to_those_who_see_the_person(
    demo: DemoOrganisations, people: People, person: Person, django_assert_max_num_queries: Any, clock: Any
) -> None:
    for _ in range(10):
        grant = a_grant(people["head"], person)
        held = a_protection(people["practitioner"], person)
    authorised(people["head"], held, people["broker"], people["practitioner"])
    client = Client()
    client.force_login(people["broker"])
    assert "Record the entry" in client.get(f"/property/{held.ref}/").content.decode()
    assert Act.objects.filter(outcome="read", subject=held.ref, account=people["broker"]).exists()
    for address in ("/grants/", "/property/"):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200
    assert client.get(f"/grants/{grant.ref}/").status_code == 200
    client.force_login(people["otherpractitioner"])
    assert client.get(f"/grants/{grant.ref}/").status_code == 404
    restrict_record(by=people["safeguarding"], person=person.ref, because="Threats.", readers=[])
    client.force_login(people["broker"])
    assert client.get(f"/grants/{grant.ref}/").status_code == 404
    assert client.get(f"/property/{held.ref}/").status_code == 404
    clock.move_to(MONDAY + timedelta(days=3))
    assert numbers_of(property_standing(demo.council, MONDAY + timedelta(days=3))).late == 1
    assert GrantApplication.objects.count() == PropertyProtection.objects.count() == 10


def test_the_demonstrations_load_once(demo: DemoOrganisations, person: Person) -> None:
    for load in (grants_demo.load, property_demo.load):
        load(demo)
    before = Act.objects.count()
    for load in (grants_demo.load, property_demo.load):
        load(demo)
    assert Act.objects.count() == before
    assert numbers_of(grants_standing(demo.council, MONDAY)).late == 1
    assert PropertyProtection.objects.count() == GrantApplication.objects.count() == 4
    assert broken_promises() == []
