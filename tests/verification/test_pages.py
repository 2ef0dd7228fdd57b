"""The pages of plans: what waits for each, the queues, the tabs, another's plan, the letter, the diagram."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.complaints import demo as complaints
from casework.models import Complaint, SupportPlan
from casework.services import restrict_record
from delegation.assuring import close_assurance_exception, raise_assurance_exception
from delegation.demo import PEOPLE
from delegation.diagram import flow_bpmn, flow_svg
from delegation.information import demo as information
from delegation.models import Account, Act, OmbudsmanEnquiry, ScheduleChange
from delegation.registers import drawn_procedures, waiting_in
from delegation.schedule import FUNCTIONS
from delegation.schedule_change import demo as schedule_change
from verification.clock_days import QUEUES
from verification.demo import BY_NUMBER, Character, Storyteller, four_lines
from verification.flows import WAY_OF_A_PLAN
from verification.services.urgent import end_urgent_support, start_urgent_support

pytestmark = pytest.mark.django_db

EVERYONE = [username for username, *_ in PEOPLE] + ["dass", "administrator"]
TABS = ("plan", "needs", "money", "versions", "findings", "brokerage", "history")


def page_of(username: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=username))
    return client


def tell(username: str, address: str) -> str:
    answer = page_of(username).get(address)
    assert answer.status_code == 200, (username, address, answer.status_code)
    return answer.content.decode()


def test_everybody_is_told_what_waits_and_what_to_do_next(story: Storyteller) -> None:
    for username in EVERYONE:
        said = tell(username, "/")
        assert "What waits for you" in said
        assert 'class="govuk-body"><a class="govuk-link"' in said or "govuk-button" in said or "you keep" in said


def test_whoever_keeps_a_register_is_told_what_waits_in_it(story: Storyteller) -> None:
    """The registers of the functions their posts hold, as many as the page of procedures says, and no others."""
    council, today = story.world.council, timezone.localdate()
    client = page_of("head")
    client.get("/")  # what the process keeps for good is asked once
    with CaptureQueriesContext(connection) as asked:
        kept = dict(client.get("/").context["home"].kept)
    assert len(asked) <= 24, [query["sql"][:90] for query in asked]
    assert {"charging", "due_diligence", "workforce"} <= {each.key for each in kept}
    assert list(kept.values()) == waiting_in(list(kept), council, today)
    assert [each.key for each, _ in page_of("amhplead").get("/").context["home"].kept] == ["amhp"]
    for username in ("practitioner", "providermanager", "verifier", "dass", "auditor", "administrator"):
        assert page_of(username).get("/").context["home"].kept == []


def test_whoever_alone_can_do_something_is_told_that_it_waits(story: Storyteller, character: Character) -> None:
    world = story.world
    story.drafted(character, four_lines())
    information.load(world)
    complaints.load(world)
    schedule_change.load(world)

    def told(username: str) -> dict[str, tuple[int, int]]:
        home = page_of(username).get("/").context["home"]
        return {work.title: (waiting.open, waiting.late) for work, waiting in home.work}

    to_sign = Complaint.objects.filter(state="prepared").count()
    to_decide = ScheduleChange.objects.filter(state="proposed").count()
    director = told("dass")
    assert director["Responses to complaints to sign"][0] == to_sign > 0
    assert director["Changes of the schedule to decide"][0] == to_decide > 0
    manager = told("providermanager")
    theirs = Complaint.objects.filter(handler=world.northgate, signed_at=None).exclude(state="prepared").count()
    assert manager["Complaints to answer"][0] == theirs > 0
    assert manager["Asked of us for the Ombudsman"][0] == OmbudsmanEnquiry.objects.filter(state="asked").count() == 1
    assert manager["Press and members: replies to draft or send"][1] > 0
    for username in ("otherpractitioner", "auditor", "head", "administrator"):
        assert told(username) == {}


def test_whoever_owns_an_exception_is_told_of_it_until_it_is_closed(story: Storyteller) -> None:
    world, today = story.world, timezone.localdate()
    raised = raise_assurance_exception(
        by=world.accounts["dass"],
        council=world.council,
        function="brokerage_sourcing",
        what="Too few offers in the north of the county.",
        owner=world.accounts["broker"].worker,
        due_on=today,
    )
    said = tell("broker", "/")
    assert "Too few offers in the north of the county." in said
    assert FUNCTIONS["brokerage_sourcing"].title in said
    assert page_of("head").get("/").context["home"].exceptions == []
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert "Late" in tell("broker", "/").split("Exceptions you are to mend")[1]
    close_assurance_exception(by=world.accounts["dass"], exception=raised, because="Three more providers offer.")
    assert "Too few offers" not in tell("broker", "/")


def test_aftercare_stands_on_the_first_page_of_those_who_keep_it(story: Storyteller) -> None:
    for username, keeps in (("head", True), ("dass", False), ("broker", False)):
        kept = [register.key for register, _ in page_of(username).get("/").context["home"].kept]
        assert ("aftercare" in kept) == keeps


def test_somebody_without_a_post_is_told_so(story: Storyteller) -> None:
    nobody = Account.objects.create(username="nobody")
    client = Client()
    client.force_login(nobody)
    assert "You hold no post today" in client.get("/").content.decode()


def test_a_queue_asks_at_most_twelve_queries(story: Storyteller, character: Character) -> None:
    story.submitted(character, four_lines())
    client = page_of("teammanager")
    client.get("/queues/verification/")  # what the process keeps for good is asked once
    for queue in QUEUES:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/queues/{queue}/").status_code == 200
        assert len(asked) <= 12, [query["sql"][:90] for query in asked]


def test_urgent_support_opens_its_verification_before_the_plan_is_submitted(
    story: Storyteller, character: Character
) -> None:
    ref = story.drafted(character, four_lines())
    assert ref not in tell("verifier", "/queues/verification/")
    story.do(
        start_urgent_support, "head", plan=ref, weekly=Decimal(300), reason="Tonight", starts_on=timezone.localdate()
    )
    said = tell("verifier", "/queues/verification/")
    assert ref in said
    assert "must be verified by" in said
    story.do(end_urgent_support, "head", plan=ref, reason="Not needed after all.")
    assert ref not in tell("verifier", "/queues/verification/")


def test_a_provider_sees_its_own_plans_in_a_queue_and_no_others(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    assert ref in tell("verifier", "/queues/verification/")
    assert ref in tell("practitioner", "/queues/verification/")
    assert ref not in tell("otherpractitioner", "/queues/verification/")
    assert ref not in tell("administrator", "/queues/verification/")


def test_a_restricted_persons_plan_is_in_no_queue_of_those_not_named(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    person = SupportPlan.objects.get(ref=ref).person
    head = Account.objects.get(username="head")
    restrict_record(by=head, person=person.ref, because="Works for the council.", readers=[])
    assert ref not in tell("verifier", "/queues/verification/")
    assert ref in tell("head", "/queues/verification/")
    assert page_of("verifier").get(f"/plans/{ref}/").status_code == 404


def test_a_queue_is_read_fifty_at_a_time_and_nothing_is_lost_between_pages(
    story: Storyteller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verification.queue_reads.PAGE", 1)
    refs = {story.submitted(BY_NUMBER[number], four_lines()) for number in (1, 2, 3)}
    client, found, address = page_of("verifier"), [], "/queues/verification/"
    while address:
        page = client.get(address).context["page"]
        found += [row.ref for row in page.rows]
        address = f"/queues/verification/?after={page.next_after}" if page.next_after else ""
    assert len(found) == 3
    assert set(found) == refs


@pytest.mark.parametrize("after", ["nonsense", "2026-13-40.1", ".", "2026-11-24.x"])
def test_a_place_that_cannot_be_read_is_the_beginning(story: Storyteller, character: Character, after: str) -> None:
    ref = story.submitted(character, four_lines())
    assert ref in tell("verifier", f"/queues/verification/?after={after}")


def test_a_tab_is_read_by_the_council_and_the_plans_provider_and_leaves_a_line(
    story: Storyteller, character: Character
) -> None:
    ref = story.funded(character, four_lines())
    for tab in TABS:
        for username in ("auditor", "practitioner"):
            read = Act.objects.filter(outcome="read", subject=ref, account__username=username)
            before = read.count()
            tell(username, reverse(f"verification:{tab}", args=[ref]))
            assert read.count() == before + 1


def test_anothers_plan_is_not_found_whether_it_is_there_or_not(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    client = page_of("otherpractitioner")
    for tab in (*TABS, "letter", "take_up_verification", "record_funding_decision"):
        theirs = client.get(reverse(f"verification:{tab}", args=[ref]))
        none = client.get(reverse(f"verification:{tab}", args=["SP-0000-0000"]))
        assert theirs.status_code == none.status_code == 404
        assert b"Page not found" in theirs.content or b"not found" in theirs.content


def test_the_plan_shows_each_what_they_may_do(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    button = f'href="/plans/{ref}/take-up-verification/"'
    assert button in tell("verifier", f"/plans/{ref}/")
    assert button not in tell("practitioner", f"/plans/{ref}/")
    assert "Why can’t I?" in tell("practitioner", f"/plans/{ref}/")


def test_the_letter_gives_reasons_conditions_and_the_route_to_challenge(
    story: Storyteller, character: Character
) -> None:
    ref = story.funded(character, four_lines())
    said = tell("auditor", f"/plans/{ref}/letter/")
    for words in ("SI 2009/309", "Ombudsman", "Ask us to look at it again", "within 12 months"):
        assert words in said


def test_no_letter_goes_to_a_person_who_died(story: Storyteller, character: Character) -> None:
    ref = story.funded(character, four_lines())
    plan = SupportPlan.objects.get(ref=ref)
    page_of("broker").post(
        f"/plans/{ref}/record-death-or-move/",
        {"revision": plan.revision, "what": "died", "on_day": "1", "on_month": "6", "on_year": "2025"},
    )
    assert SupportPlan.objects.get(ref=ref).state == "ended"
    said = tell("auditor", f"/plans/{ref}/letter/")
    assert "No letter is written" in said
    assert "Dear" not in said


def test_the_documents_hold_the_flow_as_the_code_draws_it() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"
    drawn = {"way-of-a-plan": WAY_OF_A_PLAN} | {f"procedures/{key}": one for key, one in drawn_procedures().items()}
    for name, one in drawn.items():
        assert (docs / f"{name}.svg").read_text(encoding="utf-8") == flow_svg(one), name
        assert (docs / f"{name}.bpmn").read_text(encoding="utf-8") == flow_bpmn(one), name


@pytest.mark.parametrize("address", ["/flow/", "/flow/way-of-a-plan.svg", "/flow/way-of-a-plan.bpmn", "/picture/"])
def test_the_pictures_open_for_everybody_with_an_account(story: Storyteller, address: str) -> None:
    for username in ("verifier", "practitioner", "administrator"):
        assert page_of(username).get(address).status_code == 200
