"""The Ombudsman answered by the council alone; no word to the press or a member before the commissioner cleared it."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client

from delegation.append_only import guards_lifted
from delegation.assurance import assurance_of, overdue_today
from delegation.authority import NotAuthorised, NotYourOrganisation, NotYourRole, RetainedByTheCouncil, SameHands
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.information.ombudsman import (
    answer_ombudsman_enquiry,
    ask_provider_to_supply,
    close_ombudsman_enquiry,
    complete_ombudsman_remedy,
    supply_to_ombudsman_enquiry,
)
from delegation.information.public import (
    clear_public_reply,
    draft_public_reply,
    record_public_enquiry,
    send_back_public_reply,
    send_public_reply,
)
from delegation.information.selectors import ombudsman_standing, public_standing
from delegation.models import Account, Act, OmbudsmanEnquiry, PublicEnquiry
from delegation.promises import broken_promises
from delegation.refusals import NothingSaid, WrongDates, WrongState
from tests.registers.enquiries import a_public_enquiry, an_ombudsman_enquiry, authorised, upheld

pytestmark = pytest.mark.django_db
People = dict[str, Account]
MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


def test_the_provider_supplies_and_the_council_answers(demo: DemoOrganisations, people: People) -> None:
    held = an_ombudsman_enquiry(people["information"], demo.council, demo.northgate)
    with pytest.raises(NotYourOrganisation):
        supply_to_ombudsman_enquiry(by=people["otherpractitioner"], enquiry=held.ref, supply="Ours.")
    with pytest.raises(NotYourOrganisation):
        supply_to_ombudsman_enquiry(by=people["information"], enquiry=held.ref, supply="Ours.")
    assert Act.objects.latest("pk").refusal == "NotYourOrganisation"
    supplied = supply_to_ombudsman_enquiry(by=people["practitioner"], enquiry=held.ref, supply="The file.")
    assert (supplied.state, Act.objects.latest("pk").outcome) == ("supplied", "noted")
    for who in ("practitioner", "providermanager"):
        with pytest.raises(RetainedByTheCouncil):
            answer_ombudsman_enquiry(by=people[who], enquiry=held.ref, answer="We did nothing wrong.")
    answer_ombudsman_enquiry(by=people["information"], enquiry=held.ref, answer="The file is attached.")
    with pytest.raises(RetainedByTheCouncil):
        close_ombudsman_enquiry(by=people["providermanager"], enquiry=held.ref, decision="not_upheld")
    with pytest.raises(NothingSaid, match="what the council does"):
        close_ombudsman_enquiry(by=people["information"], enquiry=held.ref, decision="upheld")
    with pytest.raises(NothingSaid, match="the day by which"):
        close_ombudsman_enquiry(by=people["information"], enquiry=held.ref, decision="upheld", remedy="An apology.")
    assert upheld(people["information"], held).state == "remedying"
    assert broken_promises() == []


def test_an_upheld_enquiry_is_open_until_its_remedy_is_done(
    demo: DemoOrganisations, people: People, clock: Any
) -> None:
    officer = people["information"]
    held = an_ombudsman_enquiry(officer, demo.council, None, answered=True)
    given: dict[str, Any] = {"by": officer, "enquiry": held.ref, "remedy": "An apology and £200."}
    with pytest.raises(WrongDates, match="falls due after that"):
        close_ombudsman_enquiry(**given, decision="upheld", remedy_due_on=MONDAY - timedelta(days=1))
    with pytest.raises(WrongDates, match="Only an upheld complaint"):
        close_ombudsman_enquiry(**given, decision="not_upheld", remedy_due_on=MONDAY)
    done: dict[str, Any] = {"enquiry": held.ref, "remedied_on": MONDAY, "remedy_done": "Sent, and paid."}
    with pytest.raises(WrongState):
        complete_ombudsman_remedy(by=officer, **done)  # nothing is upheld
    held = upheld(officer, held)
    assert (held.state, held.closed_at) == ("remedying", None)
    clock.move_to(MONDAY + timedelta(days=11))
    today = MONDAY + timedelta(days=11)
    standing = numbers_of(ombudsman_standing(demo.council, today))
    assert (standing.open, standing.late) == (1, 1)
    client = Client()
    client.force_login(officer)
    listed = client.get("/ombudsman/").content.decode()
    assert "Remedy by 12\xa0Mar\xa02026" in listed
    assert "Late" in listed
    assert "Record the remedy done" in client.get(f"/ombudsman/{held.ref}/").content.decode()
    with pytest.raises(NotYourRole):
        complete_ombudsman_remedy(by=people["verifier"], **done)
    with pytest.raises(RetainedByTheCouncil):
        complete_ombudsman_remedy(by=people["providermanager"], **done)
    with pytest.raises(WrongDates, match="today or before"):
        complete_ombudsman_remedy(by=officer, **done | {"remedied_on": today + timedelta(days=1)})
    with pytest.raises(NothingSaid, match="Write what was done"):
        complete_ombudsman_remedy(by=officer, **done | {"remedy_done": " "})
    unsaid = client.post(f"/ombudsman/{held.ref}/remedy/", {"remedy_done": "Sent."}).content.decode()
    assert "Enter a date for ‘Day the remedy was done’" in unsaid
    closed = complete_ombudsman_remedy(by=people["dass"], **done)
    assert (closed.state, closed.closed_by, closed.remedied_on) == ("closed", people["dass"], MONDAY)
    assert Act.objects.latest("pk").detail["in_time"] is True
    standing = numbers_of(ombudsman_standing(demo.council, today))
    assert (standing.open, standing.late) == (0, 0)
    assert broken_promises() == []


def test_an_enquiry_upheld_and_closed_before_remedies_had_a_day_stands(demo: DemoOrganisations, people: People) -> None:
    held = an_ombudsman_enquiry(people["information"], demo.council, None, answered=True)
    held = close_ombudsman_enquiry(by=people["information"], enquiry=held.ref, decision="not_upheld", remedy="Sorry.")
    OmbudsmanEnquiry.objects.update(decision="upheld", closed_without_remedy_day=True)
    assert broken_promises() == []
    client = Client()
    client.force_login(people["information"])
    assert "Closed before a day was asked for" in client.get(f"/ombudsman/{held.ref}/").content.decode()


def test_what_is_late_is_counted_once_for_either_day(demo: DemoOrganisations, people: People, clock: Any) -> None:
    held = an_ombudsman_enquiry(people["information"], demo.council, demo.northgate)
    assert numbers_of(ombudsman_standing(demo.council, MONDAY)).late == 0
    clock.move_to(MONDAY + timedelta(days=11))
    assert numbers_of(ombudsman_standing(demo.council, MONDAY + timedelta(days=11))).late == 1
    with pytest.raises(WrongState):
        ask_provider_to_supply(
            by=people["information"],
            enquiry=held.ref,
            provider=demo.northgate,
            supply_asked="Again.",
            supply_due_on=MONDAY + timedelta(days=20),
        )
    supply_to_ombudsman_enquiry(by=people["quality"], enquiry=held.ref, supply="The file.")
    assert "late" in Act.objects.latest("pk").reason
    with pytest.raises(WrongDates):
        ask_provider_to_supply(
            by=people["information"],
            enquiry=held.ref,
            provider=demo.northgate,
            supply_asked="Again.",
            supply_due_on=MONDAY,
        )


def test_a_provider_sees_only_what_it_was_asked(demo: DemoOrganisations, people: People) -> None:
    held = an_ombudsman_enquiry(people["information"], demo.council, demo.northgate)
    client = Client()
    client.force_login(people["practitioner"])
    assert "Supply what is asked" in client.get(f"/ombudsman/{held.ref}/").content.decode()
    client.force_login(people["otherpractitioner"])
    assert client.get(f"/ombudsman/{held.ref}/").status_code == 404
    client.force_login(people["verifier"])
    assert client.get("/ombudsman/").status_code == 403


def test_nothing_is_sent_before_it_is_cleared(demo: DemoOrganisations, people: People) -> None:
    manager, officer = people["providermanager"], people["information"]
    held = a_public_enquiry(manager, people["dass"], demo.northgate)
    with pytest.raises(WrongState):
        send_public_reply(by=officer, enquiry=held.ref)
    draft_public_reply(by=manager, enquiry=held.ref, draft="Nineteen days.")
    with pytest.raises(RetainedByTheCouncil):
        clear_public_reply(by=manager, enquiry=held.ref, constituents_authority="consent")
    with pytest.raises(NotYourRole):
        clear_public_reply(by=people["verifier"], enquiry=held.ref, constituents_authority="consent")
    with pytest.raises(NothingSaid, match="constituent"):
        clear_public_reply(by=officer, enquiry=held.ref)
    send_back_public_reply(by=officer, enquiry=held.ref, because="Say since when.")
    assert PublicEnquiry.objects.get(ref=held.ref).sent_back_because
    draft_public_reply(by=manager, enquiry=held.ref, draft="Nineteen days since April.")
    clear_public_reply(by=officer, enquiry=held.ref, constituents_authority="nothing_personal")
    with pytest.raises(WrongState):
        draft_public_reply(by=manager, enquiry=held.ref, draft="Ninety days.")
    with pytest.raises(RetainedByTheCouncil):
        send_public_reply(by=manager, enquiry=held.ref)  # the council signs the reply to a member
    sent = send_public_reply(by=officer, enquiry=held.ref)
    assert sent.sent_words == "Nineteen days since April."
    assert broken_promises() == []
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicEnquiry.objects.filter(ref=held.ref).update(sent_words="Ninety days.")


def test_a_cleared_statement_to_the_press_may_be_sent_by_who_drafted_it(
    demo: DemoOrganisations, people: People, clock: Any
) -> None:
    manager = people["providermanager"]
    given: dict[str, Any] = {
        "council": demo.council,
        "kind": "press",
        "asked_by": "The Gazette",
        "asked_for": "Why did the day centre close?",
        "received_on": MONDAY,
        "due_on": MONDAY,
    }
    with pytest.raises(NotAuthorised):
        record_public_enquiry(by=manager, provider=demo.northgate, **given)
    authorised(people["dass"], demo.northgate)
    ref = record_public_enquiry(by=manager, provider=demo.northgate, **given).ref
    draft_public_reply(by=manager, enquiry=ref, draft="It did not close.")
    with pytest.raises(WrongState):
        send_public_reply(by=manager, enquiry=ref)
    assert numbers_of(public_standing(demo.council, MONDAY + timedelta(days=1))).late == 1
    clear_public_reply(by=people["head"], enquiry=ref)
    assert send_public_reply(by=manager, enquiry=ref).state == "sent"
    assert broken_promises() == []


def test_a_late_reply_counts_in_the_function_of_whoever_asked(demo: DemoOrganisations, people: People) -> None:
    given: dict[str, Any] = {
        "council": demo.council,
        "provider": None,
        "asked_by": "Councillor Hale",
        "asked_for": "Why did the day centre close?",
        "received_on": MONDAY,
        "due_on": MONDAY,
    }
    record_public_enquiry(by=people["head"], kind="member", **given)
    with time_machine.travel(MONDAY + timedelta(days=1)):
        late = overdue_today(demo.council)
        assert (late["press_liaison"].number, late["members_liaison"].number) == (0, 1)
        record_public_enquiry(by=people["head"], kind="press", **given)
        late = overdue_today(demo.council)
        assert (late["press_liaison"].number, late["members_liaison"].number) == (1, 1)
        lines = {each.function.key: each for each in assurance_of(demo.council).lines}
        assert lines["members_liaison"].colour == "red"


def test_what_the_council_drafts_itself_other_hands_clear(demo: DemoOrganisations, people: People) -> None:
    officer = people["information"]
    ref = record_public_enquiry(
        by=officer,
        council=demo.council,
        provider=None,
        kind="press",
        asked_by="The Gazette",
        asked_for="Who answers?",
        received_on=MONDAY,
        due_on=MONDAY,
    ).ref
    draft_public_reply(by=officer, enquiry=ref, draft="We do.")
    with pytest.raises(SameHands):
        clear_public_reply(by=officer, enquiry=ref)
    clear_public_reply(by=people["head"], enquiry=ref)
    send_public_reply(by=officer, enquiry=ref)
    assert broken_promises() == []


OMBUDSMAN = [
    "UPDATE delegation_ombudsmanenquiry SET answered_by_id = "
    "(SELECT id FROM delegation_account WHERE username = 'quality')",
    "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'practitioner') "
    "WHERE verb = 'answer_ombudsman_enquiry'",
    "UPDATE delegation_ombudsmanenquiry SET state = 'closed', closed_at = answered_at, "
    "closed_by_id = answered_by_id, decision = 'not_upheld'",
    "UPDATE delegation_ombudsmanenquiry SET state = 'remedying', decision = 'upheld', remedy = 'An apology.', "
    "remedy_due_on = '2026-03-02'",
]
REMEDY = [
    "UPDATE delegation_ombudsmanenquiry SET closed_without_remedy_day = (1 = 1), remedy_due_on = NULL, "
    "remedied_on = NULL, remedy_done = ''",
    "DELETE FROM delegation_act WHERE verb = 'complete_ombudsman_remedy'",
    "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'practitioner') "
    "WHERE verb = 'complete_ombudsman_remedy'",
]
PUBLIC = [
    "DELETE FROM delegation_act WHERE verb = 'clear_public_reply'",
    "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'provider_manager') "
    "WHERE verb = 'clear_public_reply'",
    "UPDATE delegation_act SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'provider_manager') "
    "WHERE verb = 'send_public_reply'",
    "UPDATE delegation_act SET function = 'press_liaison' WHERE verb = 'clear_public_reply'",
]


@pytest.mark.parametrize("corruption", OMBUDSMAN)
def test_an_answer_from_outside_to_the_ombudsman_is_found(
    demo: DemoOrganisations, people: People, corruption: str
) -> None:
    an_ombudsman_enquiry(people["information"], demo.council, demo.northgate, answered=True)
    _is_found(corruption, "Ombudsman")


@pytest.mark.parametrize("corruption", REMEDY)
def test_an_upheld_enquiry_closed_without_its_remedy_is_found(
    demo: DemoOrganisations, people: People, corruption: str
) -> None:
    officer = people["information"]
    held = upheld(officer, an_ombudsman_enquiry(officer, demo.council, None, answered=True))
    with pytest.raises(IntegrityError, match="when_its_remedy_is_done"), transaction.atomic():
        OmbudsmanEnquiry.objects.update(state="closed", closed_at=held.answered_at, closed_by=officer)
    complete_ombudsman_remedy(by=officer, enquiry=held.ref, remedied_on=MONDAY, remedy_done="Sent, and paid.")
    _is_found(corruption, "before the council recorded its remedy done")


@pytest.mark.parametrize("corruption", PUBLIC)
def test_a_reply_that_nobody_of_the_council_cleared_is_found(
    demo: DemoOrganisations, people: People, corruption: str
) -> None:
    held = a_public_enquiry(people["providermanager"], people["dass"], demo.northgate, "cleared")
    send_public_reply(by=people["information"], enquiry=held.ref)
    _is_found(corruption, "No reply to")


def _is_found(corruption: str, words: str) -> None:
    assert broken_promises() == []
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    found = {one.promise.sentence for one in broken_promises(with_register_walk=False)}
    assert any(words in sentence for sentence in found)


def test_the_lists_cost_little(demo: DemoOrganisations, people: People, django_assert_max_num_queries: Any) -> None:
    for _ in range(10):
        an_ombudsman_enquiry(people["information"], demo.council, demo.northgate)
        a_public_enquiry(people["providermanager"], people["dass"], demo.northgate)
    assert OmbudsmanEnquiry.objects.count() == 10
    for who in ("information", "providermanager"):
        client = Client()
        client.force_login(people[who])
        client.get("/ombudsman/")
        for address in ("/ombudsman/", "/press-and-members/"):
            with django_assert_max_num_queries(12):
                assert client.get(address).status_code == 200
