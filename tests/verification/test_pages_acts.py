"""The pages that act: who may, what is typed is kept, a page seen too long ago undoes nobody's work."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from casework.models import SupportPlan
from delegation.models import Account, Act
from verification.demo import BY_NUMBER, Character, Storyteller, four_lines
from verification.models import Finding, FundingDecision
from verification.urls import urlpatterns

pytestmark = pytest.mark.django_db

PLAN_ACTS = [
    pattern.name
    for pattern in urlpatterns
    if hasattr(pattern.callback, "view_class") and str(pattern.pattern).startswith("plans/<slug:ref>/")
]


def send(username: str, act: str, ref: str, revision: int | None = None, **typed: object) -> HttpResponse:
    client = Client()
    client.force_login(Account.objects.get(username=username))
    seen = SupportPlan.objects.get(ref=ref).revision if revision is None else revision
    return client.post(address_of(act, ref), {"revision": seen, **typed})


def address_of(act: str, ref: str) -> str:
    extra: dict[str, object] = {}
    if act in ("answer_finding", "withdraw_finding"):
        extra["number"] = 1
    if act in ("invite_offers", "record_offer"):
        extra["line_key"] = "L1"
    return reverse(f"verification:{act}", kwargs={"ref": ref, **extra})


def lines_of(ref: str, outcome: str = "fund") -> dict[str, str]:
    return {f"{line.line_key}_outcome": outcome for line in SupportPlan.objects.get(ref=ref).lines.all()}


@pytest.mark.parametrize("username", ["auditor", pytest.param("otherpractitioner", marks=pytest.mark.long)])
def test_whoever_has_no_authority_moves_nothing_by_any_page(
    story: Storyteller, character: Character, username: str
) -> None:
    ref = story.submitted(character, four_lines())
    before = SupportPlan.objects.get(ref=ref).revision
    answers = {act: send(username, act, ref).status_code for act in PLAN_ACTS}
    assert set(answers.values()) <= {403, 404}, answers
    assert SupportPlan.objects.get(ref=ref).revision == before


def test_taking_up_a_plan_twice_gives_a_sentence(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    seen = SupportPlan.objects.get(ref=ref).revision
    assert send("verifier", "take_up_verification", ref).status_code == 303
    again = send("verifier", "take_up_verification", ref, revision=seen)
    assert again.status_code == 409
    assert "was changed after you opened this page: Farah Khan" in again.content.decode()


def test_a_double_click_raises_one_finding(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    send("verifier", "take_up_verification", ref)
    seen = SupportPlan.objects.get(ref=ref).revision
    typed = {"about": "line:L1", "reason": "Whose choice is this?"}
    assert send("verifier", "raise_finding", ref, revision=seen, **typed).status_code == 303
    again = send("verifier", "raise_finding", ref, revision=seen, **typed)
    assert again.status_code == 409
    assert "Whose choice is this?" in again.content.decode()
    assert Finding.objects.filter(plan__ref=ref).count() == 1


def test_a_page_that_says_no_revision_changes_nothing(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    assert send("verifier", "take_up_verification", ref, revision=0).status_code == 409
    assert SupportPlan.objects.get(ref=ref).state == "submitted"


def test_a_decider_who_looked_at_an_older_plan_is_told_who_changed_it(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    seen = SupportPlan.objects.get(ref=ref).revision
    escalated = {"to_role": "dass", "reason": "Beyond my judgement"}
    assert send("teammanager", "escalate_funding_decision", ref, **escalated).status_code == 303
    late = send("dass", "record_funding_decision", ref, revision=seen, reasons="Agreed by me", **lines_of(ref))
    said = late.content.decode()
    assert late.status_code == 409
    assert "George Mills" in said
    assert "Agreed by me" in said
    assert not FundingDecision.objects.filter(plan__ref=ref).exists()
    # The page now carries what was changed: sent again knowingly, it is done.
    assert send("dass", "record_funding_decision", ref, **lines_of(ref)).status_code == 303


def test_authority_is_asked_before_the_revision_and_the_refusal_is_registered(
    story: Storyteller, character: Character
) -> None:
    ref = story.recommended(character, four_lines())
    answer = send("practitioner", "record_funding_decision", ref, revision=1, **lines_of(ref))
    assert answer.status_code == 403
    assert "/why/?" in answer.content.decode()
    assert Act.objects.filter(subject=ref, outcome="refused", verb="record_funding_decision").exists()


def test_working_out_the_total_decides_nothing(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    answer = send("dass", "record_funding_decision", ref, work_out="1", **lines_of(ref))
    assert answer.status_code == 200
    assert "This decision would commit" in answer.content.decode()
    assert not FundingDecision.objects.filter(plan__ref=ref).exists()


def test_a_line_not_funded_whole_asks_its_reason_at_the_line(story: Storyteller, character: Character) -> None:
    ref = story.recommended(character, four_lines())
    answer = send("dass", "record_funding_decision", ref, **{**lines_of(ref), "L1_outcome": "refuse"})
    assert answer.status_code == 422
    assert 'href="#id_L1_outcome_0"' in answer.content.decode()
    assert "write the reason" in answer.content.decode()


def test_the_checklist_is_saved_part_by_part(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    send("verifier", "take_up_verification", ref)
    assert send("verifier", "complete_checklist", ref, plan_capacity="yes").status_code == 303
    assert send("verifier", "complete_checklist", ref, plan_carer="yes").status_code == 303
    saved = SupportPlan.objects.get(ref=ref).verifications.get().checklist["plan"]
    assert {key: given["answer"] for key, given in saved.items()} == {"capacity": "yes", "carer": "yes"}


@pytest.mark.parametrize("act", ["take_up_verification", "raise_finding", "return_plan_to_provider"])
def test_an_act_of_verification_asks_at_most_thirty_queries(story: Storyteller, character: Character, act: str) -> None:
    ref = story.submitted(character, four_lines())
    send("verifier", "take_up_verification", story.submitted(BY_NUMBER[2], four_lines()))  # warm what is kept
    if act != "take_up_verification":
        send("verifier", "take_up_verification", ref)
        send("verifier", "raise_finding", ref, about="line:L1", reason="Why?")
    client = Client()
    client.force_login(Account.objects.get(username="verifier"))
    typed = {"revision": SupportPlan.objects.get(ref=ref).revision, "about": "line:L1", "reason": "Why then?"}
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address_of(act, ref), typed).status_code == 303
    # The test's own transaction adds two savepoints of its own where the page has two transactions.
    assert len(asked) <= 32, [query["sql"][:90] for query in asked]
