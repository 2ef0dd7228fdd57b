"""Freedom of information: handed over by anybody, clocked from receipt, answered by the council alone."""

from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test import Client

from delegation.append_only import guards_lifted
from delegation.authority import NotYourRole, RetainedByTheCouncil
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.information.demo import load
from delegation.information.foi import answer_foi_request, extend_foi_request, record_foi_request, refuse_foi_request
from delegation.information.rules import days_late, foi_due
from delegation.information.selectors import foi_standing
from delegation.models import Account, Act, FoiRequest
from delegation.promises import broken_promises
from delegation.refusals import NoPost, NotFound, NothingSaid, Refused, WrongDates, WrongState
from delegation.services import revoke_authorisation

pytestmark = pytest.mark.django_db
People = dict[str, Account]
MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


def handed_over(demo: DemoOrganisations, by: Account, received_on: date = MONDAY, **further: Any) -> FoiRequest:
    return record_foi_request(
        by=by,
        council=demo.council,
        reached=further.pop("reached", demo.northgate),
        received_on=received_on,
        asked_by="A newspaper",
        reply_to="desk@newspaper.example",
        asked_for="How many assessments were late?",
        **further,
    )


def test_the_twenty_working_days_run_from_the_day_after_receipt() -> None:
    assert foi_due(MONDAY) == date(2026, 3, 30)
    assert foi_due(date(2026, 3, 27)) == date(2026, 4, 28)  # Good Friday, Easter Monday
    assert foi_due(date(2026, 2, 28)) == foi_due(date(2026, 2, 27))  # a Saturday counts as the Friday before it


def test_a_hand_over_is_late_on_every_day_after_the_request_came() -> None:
    friday, sunday = date(2026, 2, 27), date(2026, 3, 1)
    assert days_late(friday, friday) == days_late(sunday, sunday) == 0
    assert days_late(sunday, MONDAY) == 1
    assert days_late(friday, MONDAY) == 3


def test_what_came_on_a_sunday_and_is_handed_over_on_monday_is_a_day_late(
    demo: DemoOrganisations, people: People
) -> None:
    request = handed_over(demo, people["practitioner"], MONDAY - timedelta(days=1))
    assert (request.days_late, request.due_on) == (1, foi_due(MONDAY - timedelta(days=1)))
    assert Act.objects.get(subject=request.ref).reason.endswith("Late: 1 day after it came.")
    in_time = handed_over(demo, people["practitioner"])
    assert Act.objects.get(subject=in_time.ref).reason.endswith("On the day it came.")
    client = Client()
    client.force_login(people["information"])
    page = client.get(f"/foi/{request.ref}/").content.decode()
    assert f"{demo.northgate} handed this over 1 day late. The twenty working days ran meanwhile." in page
    assert "late." not in client.get(f"/foi/{in_time.ref}/").content.decode().split("govuk-summary-list")[0]
    assert broken_promises() == []


def test_a_late_hand_over_moves_no_clock_and_stands_against_the_provider(
    demo: DemoOrganisations, people: People
) -> None:
    received = MONDAY - timedelta(days=7)
    request = handed_over(demo, people["practitioner"], received)
    assert request.days_late == 7
    assert request.due_on == foi_due(received)
    assert request.handed_over_on == MONDAY
    line = Act.objects.get(subject=request.ref)
    assert (line.outcome, line.verb, line.organisation) == ("noted", "record_foi_request", demo.northgate)
    assert "Late: 7 days after it came." in line.reason
    client = Client()
    client.force_login(people["information"])
    page = client.get("/foi/").content.decode()
    assert "Northgate Care Partnership" in page
    assert "Handed over 7 days late" in page
    handed_over(demo, people["practitioner"], MONDAY - timedelta(days=3))
    assert "Handed over 3 days late" in client.get("/foi/").content.decode()
    assert broken_promises() == []


def test_what_was_counted_in_working_days_is_counted_anew_by_the_calendar(
    demo: DemoOrganisations, people: People
) -> None:
    by = people["practitioner"]
    three, same, own = (
        handed_over(demo, by, MONDAY - timedelta(days=3)),
        handed_over(demo, by),
        handed_over(demo, people["information"], MONDAY - timedelta(days=3), reached=demo.council),
    )
    for model in (FoiRequest, FoiRequest.history.model):
        model.objects.filter(handed_over_on__isnull=False).update(days_late=1)  # as working days had it
    import_module("delegation.migrations.0004_handed_over_the_same_day").count_days(apps, None)
    for rows in (FoiRequest.objects, FoiRequest.history):
        assert dict(rows.values_list("ref", "days_late")) == {three.ref: 3, same.ref: 0, own.ref: 0}


def test_whoever_it_reaches_hands_over_authorised_or_not(demo: DemoOrganisations, people: People) -> None:
    for given in demo.northgate.authorisations.all():
        revoke_authorisation(by=people["dass"], authorisation=given, because="The contract ended.")
    assert handed_over(demo, people["dataofficer"]).reached == demo.northgate
    with pytest.raises(RetainedByTheCouncil):
        handed_over(demo, people["otherpractitioner"])  # it did not reach their organisation
    with pytest.raises(NotYourRole):
        handed_over(demo, people["guardianship"])


def test_the_council_says_when_a_provider_passed_on_what_it_recorded_itself(
    demo: DemoOrganisations, people: People
) -> None:
    with pytest.raises(WrongDates):
        handed_over(demo, people["information"])
    request = handed_over(demo, people["information"], MONDAY - timedelta(days=3), handed_over_on=MONDAY)
    assert request.days_late == 3
    own = handed_over(demo, people["information"], reached=demo.council)
    assert (own.handed_over_on, own.days_late) == (None, 0)
    with pytest.raises(WrongDates):
        handed_over(demo, people["information"], MONDAY + timedelta(days=1), reached=demo.council)


@pytest.mark.parametrize("who", ["practitioner", "providermanager", "otherpractitioner"])
def test_no_provider_answers_refuses_or_puts_off(demo: DemoOrganisations, people: People, who: str) -> None:
    ref = handed_over(demo, people["practitioner"]).ref
    by = people[who]
    for service, given in (
        (answer_foi_request, {"answer": "Twelve."}),
        (refuse_foi_request, {"exemptions": ["s40"], "reasons": "Names."}),
        (extend_foi_request, {"exemption": "s43", "because": "A tender.", "until": MONDAY + timedelta(days=40)}),
    ):
        with pytest.raises(RetainedByTheCouncil, match="kept by the council in law"):
            service(by=by, foi_request=ref, **given)
        assert Act.objects.latest("pk").outcome == "refused"
    assert FoiRequest.objects.get(ref=ref).state == "open"
    answer_foi_request(by=people["information"], foi_request=ref, answer="Twelve.")
    held = FoiRequest.objects.get(ref=ref)
    assert (held.state, held.closed_by, held.closed_on) == ("answered", people["information"], MONDAY)
    with pytest.raises(WrongState):
        answer_foi_request(by=people["information"], foi_request=ref, answer="Thirteen.")
    assert broken_promises() == []


def test_the_clock_moves_only_for_a_qualified_exemption_in_time(
    demo: DemoOrganisations, people: People, clock: Any
) -> None:
    ref = handed_over(demo, people["practitioner"]).ref
    by, given = people["information"], {"because": "A tender is under way."}
    until = date(2026, 4, 20)
    for exemption, day, fault in (
        ("s40", until, NothingSaid),  # absolute: nothing is weighed
        ("s99", until, NothingSaid),
        ("s43", date(2026, 3, 30), WrongDates),
        ("s43", date(2026, 7, 1), WrongDates),
    ):
        with pytest.raises(fault):
            extend_foi_request(by=by, foi_request=ref, exemption=exemption, until=day, **given)
    late = handed_over(demo, people["practitioner"]).ref
    clock.move_to(date(2026, 3, 30))
    extend_foi_request(by=by, foi_request=ref, exemption="s43", until=until, **given)
    clock.move_to(date(2026, 3, 31))
    assert numbers_of(foi_standing(demo.council, date(2026, 3, 31))).late == 1
    with pytest.raises(WrongDates, match="within the twenty working days"):
        extend_foi_request(by=by, foi_request=late, exemption="s43", until=until, **given)
    with pytest.raises(WrongState):
        extend_foi_request(by=by, foi_request=ref, exemption="s43", until=until, **given)
    refuse_foi_request(
        by=by, foi_request=ref, exemptions=["s43"], reasons="It would harm the tender.", public_interest="Weighed."
    )
    assert broken_promises() == []


def test_a_refusal_names_its_exemption_its_reasons_and_the_interest_weighed(
    demo: DemoOrganisations, people: People
) -> None:
    ref, by = handed_over(demo, people["practitioner"]).ref, people["information"]
    for exemptions, reasons in (([], "No."), (["s99"], "No."), (["s40"], " "), (["s43"], "Harm.")):
        with pytest.raises(NothingSaid):
            refuse_foi_request(by=by, foi_request=ref, exemptions=exemptions, reasons=reasons)
    refuse_foi_request(by=by, foi_request=ref, exemptions=["s40"], reasons="It names a person.")
    client = Client()
    client.force_login(by)
    assert "internal review" in client.get(f"/foi/{ref}/").content.decode()


def test_who_is_nobody_hands_over_nothing(demo: DemoOrganisations) -> None:
    with pytest.raises(NoPost):
        handed_over(demo, Account.objects.create_user("nobody"))
    with pytest.raises(NotFound):
        answer_foi_request(by=demo.accounts["dass"], foi_request="FR-0000-0000", answer="x")


CORRUPTIONS = [
    "UPDATE delegation_foirequest SET closed_by_id = (SELECT id FROM delegation_account WHERE username = 'quality')",
    "UPDATE delegation_act SET post_id = (SELECT p.id FROM delegation_post p WHERE p.role = 'practitioner' LIMIT 1) "
    "WHERE verb = 'answer_foi_request'",
    "DELETE FROM delegation_act WHERE verb = 'answer_foi_request'",
    "UPDATE delegation_foirequest SET due_on = '2026-05-01', extended_on = '2026-03-02', extended_under = 's43', "
    "extended_because = 'x'",
    "UPDATE delegation_foirequest SET days_late = 3",
    "UPDATE delegation_foirequest SET received_on = '2026-03-01'",
]


@pytest.mark.parametrize("corruption", CORRUPTIONS)
def test_an_answer_that_was_not_the_councils_is_found(demo: DemoOrganisations, people: People, corruption: str) -> None:
    ref = handed_over(demo, people["practitioner"]).ref
    answer_foi_request(by=people["information"], foi_request=ref, answer="Twelve.")
    assert broken_promises() == []
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    found = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
    assert any("request for information" in sentence for sentence in found)


def test_the_pages_show_what_may_follow_and_to_whom(
    demo: DemoOrganisations, people: People, django_assert_max_num_queries: Any
) -> None:
    ref = handed_over(demo, people["practitioner"]).ref
    client = Client()
    client.force_login(people["information"])
    client.get("/foi/")
    with django_assert_max_num_queries(12):
        client.get("/foi/")
    with django_assert_max_num_queries(14):
        page = client.get(f"/foi/{ref}/").content.decode()
    assert "Put off for the public interest" in page
    client.force_login(people["practitioner"])
    page = client.get(f"/foi/{ref}/").content.decode()
    assert f"/foi/{ref}/answer/" not in page
    assert client.get("/foi/").status_code == 200
    client.force_login(people["otherpractitioner"])
    assert client.get(f"/foi/{ref}/").status_code == 404
    client.force_login(people["broker"])
    assert client.get("/foi/").status_code == 403
    client.force_login(people["information"])
    answer = client.post(f"/foi/{ref}/refuse/", {"exemptions": ["s43"], "reasons": "Harm to the tender"})
    assert answer.status_code == 422
    assert "public interest" in answer.content.decode()
    assert "Harm to the tender" in answer.content.decode()


def test_a_refusal_is_in_the_register(demo: DemoOrganisations, people: People) -> None:
    with pytest.raises(Refused):
        handed_over(demo, people["verifier"], reached=demo.council)
    line = Act.objects.latest("pk")
    assert (line.outcome, line.function) == ("refused", "foi_response")


def test_the_demonstration_loads_once(demo: DemoOrganisations) -> None:
    load(demo)
    before = Act.objects.count()
    load(demo)
    assert Act.objects.count() == before
    assert FoiRequest.objects.filter(days_late__gt=0).exists()
    assert numbers_of(foi_standing(demo.council, MONDAY)).late == 1
    assert broken_promises() == []
