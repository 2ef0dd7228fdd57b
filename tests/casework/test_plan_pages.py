"""The pages of a plan and of imported plans as a browser meets them: who may, and that nothing typed is lost."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework import services as casework
from casework.models import Assessment, SupportPlan
from casework.outcomes import outcomes_of
from delegation.demo import DemoOrganisations
from tests import scenarios
from tests.casework.browsing import browser, day_parts
from tests.casework.sent_plans import a_sent_plan

pytestmark = pytest.mark.django_db


# Assessment and determination


def assessment(**but: Any) -> dict[str, Any]:
    today = timezone.localdate()
    unable = ("nutrition", "personal_hygiene")
    told: dict[str, Any] = {
        **day_parts("started_on", today - timedelta(days=2)),
        **day_parts("completed_on", today),
        "assessment_type": "Long term assessment",
        "method": "Service user only",
        "involvement": "She told her own story.",
        "desired_outcomes": "To stay at home.",
        "capacity": "has_capacity",
        "advocacy": "not_needed",
        "wellbeing": "Low in the mornings.",
        "refusal": "",
        "further_outcome_1": "nutrition",
        "further_need_1": "Needs somebody to shop.",
    }
    for outcome in outcomes_of("adult"):
        told[f"answer_{outcome.key}"] = "unable" if outcome.key in unable else "can"
    for key in unable:
        told |= {
            f"because_{key}": ["not_without_help"],
            f"need_{key}": f"Help with {key}.",
            f"how_far_{key}": "Wholly.",
        }
    return {**told, **but}


def test_an_assessment_is_one_task_and_its_needs_are_kept(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    answer = browser(here, "practitioner").post(f"/people/{person.ref}/assess/", assessment())
    assert answer.status_code == 303, answer.context["form"].errors
    kept = Assessment.objects.get()
    assert [need.need_key for need in kept.needs.order_by("pk")] == ["N1", "N2", "N3"]
    assert kept.outcomes.count() == 10
    assert answer.headers["Location"].endswith("/determine-eligibility/")


def test_an_outcome_left_out_is_said_beside_it(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    sent = assessment(answer_toilet_needs="", because_nutrition=[])
    answer = browser(here, "practitioner").post(f"/people/{person.ref}/assess/", sent)
    assert answer.status_code == 422
    assert {"answer_toilet_needs", "because_nutrition"} <= set(answer.context["form"].errors)
    assert "Needs somebody to shop." in answer.content.decode()


def test_a_carers_assessment_asks_the_eight_outcomes(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    page = browser(here, "practitioner").get(f"/people/{person.ref}/assess-as-carer/")
    assert len(list(page.context["form"].outcome_blocks())) == 8


def test_the_rules_own_answer_stands_beside_the_reasons(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    account = here.accounts["practitioner"]
    made = casework.record_assessment(by=account, person=person.ref, details=scenarios.assessment_details(1))
    address = f"/people/{person.ref}/assessments/{made.ref}/determine-eligibility/"
    mine = browser(here, "practitioner")
    assert "Too few outcomes" in mine.get(address).content.decode()
    sent = {"need_from_impairment": "yes", "significant_effect": "yes", "reasons": "One outcome only."}
    without = mine.post(address, sent)
    assert without.status_code == 422
    assert "advice" in without.context["form"].errors
    assert mine.post(address, {**sent, "advice": "The falls clinic."}).status_code == 303
    made.refresh_from_db()
    assert made.determination.eligible is False


def test_a_plan_starts_from_an_eligible_assessment(here: DemoOrganisations) -> None:
    made = scenarios.an_assessment(here, needs=2)
    address = f"/people/{made.person.ref}/assessments/{made.ref}/prepare-plan/"
    assert browser(here, "practitioner").get(address).status_code == 200
    answer = browser(here, "practitioner").post(address)
    assert answer.headers["Location"] == f"/plans/{SupportPlan.objects.get().ref}/prepare/"


# The plan while it is written


@pytest.fixture
def plan(here: DemoOrganisations) -> SupportPlan:
    scenarios.a_draft_plan(here)
    return SupportPlan.objects.get()


def line(**but: str) -> dict[str, str]:
    told = {
        "need": "N1",
        "how": "commissioned",
        "service_component": "Home support or domiciliary care",
        "description": "A care worker at midday.",
        "kind": "weekly",
        "quantity": "3.5",
        "unit": "hour",
        "unit_cost": "20",
        **day_parts("starts_on", timezone.localdate()),
    }
    return {**told, **but}


def test_the_task_list_says_what_is_missing_by_its_letter(here: DemoOrganisations) -> None:
    made = scenarios.an_assessment(here, needs=2)
    account = here.accounts["practitioner"]
    empty = casework.prepare_plan(by=account, assessment=made.ref)
    told = browser(here, "practitioner").get(f"/plans/{empty.ref}/prepare/").content.decode()
    assert "Section 25(1)(c)" in told
    assert "Say which support meets need N1, or why none does." in told
    assert "Cannot start yet" in told


def test_a_line_is_added_changed_and_removed_and_its_cost_is_worked_out(
    here: DemoOrganisations, plan: SupportPlan
) -> None:
    mine = browser(here, "practitioner")
    answer = mine.post(f"/plans/{plan.ref}/prepare/support/new/", line(revision=str(plan.revision)))
    assert answer.status_code == 303
    assert "£70.00 a week" in mine.get(answer.headers["Location"]).content.decode()
    added = plan.lines.get(line_key="L5")
    plan.refresh_from_db()
    changed = line(quantity="4", revision=str(plan.revision))
    assert mine.post(f"/plans/{plan.ref}/prepare/support/L5/", changed).status_code == 303
    added.refresh_from_db()
    assert added.weekly_cost == Decimal("80.00")
    plan.refresh_from_db()
    assert mine.get(f"/plans/{plan.ref}/prepare/support/L5/remove/").status_code == 200
    gone = mine.post(f"/plans/{plan.ref}/prepare/support/L5/remove/", {"revision": str(plan.revision)})
    assert gone.status_code == 303
    assert not plan.lines.filter(line_key="L5").exists()


def test_a_budget_that_does_not_reconcile_is_refused_with_the_figures_kept(
    here: DemoOrganisations, plan: SupportPlan
) -> None:
    sent = {
        "weekly_total": "100",
        "weekly_adult_share": "20",
        "weekly_council_share": "70",
        "one_off_total": "0",
        "one_off_adult_share": "0",
        "one_off_council_share": "0",
        "revision": str(plan.revision),
    }
    mine = browser(here, "practitioner")
    answer = mine.post(f"/plans/{plan.ref}/prepare/budget/", sent)
    assert answer.status_code == 422
    assert "weekly_total" in answer.context["form"].errors
    assert 'value="70"' in answer.content.decode()
    assert mine.post(f"/plans/{plan.ref}/prepare/budget/", {**sent, "weekly_council_share": "80"}).status_code == 303


@pytest.mark.parametrize(
    ("page", "field", "words"),
    [
        ("wellbeing", "wellbeing_matters", "Her garden."),
        ("prevention", "prevention_advice", "A key safe."),
        ("involvement", "person_involvement", "At her own table."),
        ("direct-payment", "direct_payment_managed_by", "Her daughter"),
    ],
)
def test_each_part_is_saved_and_come_back_to(
    here: DemoOrganisations, plan: SupportPlan, page: str, field: str, words: str
) -> None:
    mine = browser(here, "practitioner")
    address = f"/plans/{plan.ref}/prepare/{page}/"
    assert mine.post(address, {field: words, "revision": str(plan.revision)}).status_code == 303
    assert words in mine.get(address).content.decode()


def test_two_people_on_one_plan_lose_nothing(here: DemoOrganisations, plan: SupportPlan) -> None:
    address = f"/plans/{plan.ref}/prepare/wellbeing/"
    mine = browser(here, "practitioner")
    opened = mine.get(address).context["revision"]
    casework.amend_plan(
        by=here.accounts["practitioner"],
        plan=plan.ref,
        seen_revision=plan.revision,
        changes={"wellbeing_matters": "Theirs, saved first."},
    )
    answer = mine.post(address, {"wellbeing_matters": "Mine, typed second.", "revision": str(opened)})
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Amara Okafor" in told
    assert "Theirs, saved first." in told
    assert "Mine, typed second." in told
    plan.refresh_from_db()
    assert plan.wellbeing_matters == "Theirs, saved first."
    over = {"wellbeing_matters": "Mine, typed second.", "revision": str(answer.context["revision"])}
    assert mine.post(address, over).status_code == 303
    plan.refresh_from_db()
    assert plan.wellbeing_matters == "Mine, typed second."


def test_what_the_second_had_not_touched_is_not_undone(here: DemoOrganisations, plan: SupportPlan) -> None:
    address = f"/plans/{plan.ref}/prepare/involvement/"
    mine = browser(here, "practitioner")
    page = mine.get(address)
    typed = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    casework.amend_plan(
        by=here.accounts["practitioner"],
        plan=plan.ref,
        seen_revision=plan.revision,
        changes={"others_involvement": "Her neighbour came once."},
    )
    typed |= {"person_involvement": "We sat down twice.", "revision": str(page.context["revision"])}
    answer = mine.post(address, typed)
    assert answer.status_code == 409
    again = answer.context["form"]
    assert again["others_involvement"].value() == "Her neighbour came once."
    assert again["person_involvement"].value() == "We sat down twice."


def test_a_line_changed_by_two_keeps_what_the_second_had_not_touched(
    here: DemoOrganisations, plan: SupportPlan
) -> None:
    address = f"/plans/{plan.ref}/prepare/support/L1/"
    mine = browser(here, "practitioner")
    page = mine.get(address)
    start = plan.lines.get(line_key="L1").starts_on
    typed = {name: str(page.context["form"][name].value() or "") for name in page.context["form"].fields}
    typed |= {**day_parts("starts_on", start), "revision": str(page.context["revision"]), "description": "At noon."}
    casework.change_line(
        by=here.accounts["practitioner"],
        plan=plan.ref,
        seen_revision=plan.revision,
        line_key="L1",
        line=scenarios.line_details(1, quantity=Decimal("9.00")),
    )
    answer = mine.post(address, typed)
    assert answer.status_code == 409
    assert answer.context["form"]["quantity"].value() == Decimal("9.00")
    assert answer.context["form"]["description"].value() == "At noon."


def test_a_form_that_does_not_say_its_revision_changes_nothing(here: DemoOrganisations, plan: SupportPlan) -> None:
    answer = browser(here, "practitioner").post(f"/plans/{plan.ref}/prepare/wellbeing/", {"wellbeing_matters": "X"})
    assert answer.status_code == 409


def test_a_mistyped_form_keeps_the_revision_it_was_opened_with(here: DemoOrganisations, plan: SupportPlan) -> None:
    address = f"/plans/{plan.ref}/prepare/support/new/"
    answer = browser(here, "practitioner").post(address, line(quantity="many", revision="1"))
    assert answer.status_code == 422
    assert answer.context["revision"] == 1


def test_what_was_typed_on_a_line_removed_meanwhile_can_be_added_anew(
    here: DemoOrganisations, plan: SupportPlan
) -> None:
    opened = plan.revision
    casework.remove_line(by=here.accounts["practitioner"], plan=plan.ref, seen_revision=opened, line_key="L1")
    mine = browser(here, "practitioner")
    answer = mine.post(f"/plans/{plan.ref}/prepare/support/L1/", line(revision=str(opened)))
    assert answer.status_code == 409
    assert "Add mine as a new line" in answer.content.decode()
    anew = line(revision=str(answer.context["revision"]))
    assert mine.post(f"/plans/{plan.ref}/prepare/support/new/", anew).status_code == 303


def test_the_person_agrees_a_complete_plan(here: DemoOrganisations, plan: SupportPlan) -> None:
    sent = {
        **day_parts("agreed_on", timezone.localdate()),
        "agreed_with": "The person herself",
        "steps_to_agree": "Read through together twice.",
        "copy_offered": "on",
        "revision": str(plan.revision),
    }
    mine = browser(here, "practitioner")
    assert mine.post(f"/plans/{plan.ref}/prepare/agreement/", sent).status_code == 303
    plan.refresh_from_db()
    assert plan.state == "agreed_with_person"
    assert "Nothing of section 25 is missing" in mine.get(f"/plans/{plan.ref}/prepare/").content.decode()


def test_another_providers_plan_is_not_found(here: DemoOrganisations, plan: SupportPlan) -> None:
    theirs = browser(here, "otherpractitioner")
    for place in ("", "needs/", "needs/N1/", "support/new/", "support/L1/", "support/L1/remove/", "budget/", "review/"):
        assert theirs.get(f"/plans/{plan.ref}/prepare/{place}").status_code == 404, place
        assert theirs.post(f"/plans/{plan.ref}/prepare/{place}").status_code in (404, 405), place


@pytest.mark.parametrize("username", ["verifier", "quality"])
def test_who_may_not_write_reads_the_tasks_and_is_told_why(
    here: DemoOrganisations, plan: SupportPlan, username: str
) -> None:
    reader = browser(here, username)
    tasks = reader.get(f"/plans/{plan.ref}/prepare/")
    assert tasks.status_code == 200
    assert f"/plans/{plan.ref}/prepare/budget/" not in tasks.content.decode()
    assert reader.get(f"/plans/{plan.ref}/prepare/budget/").status_code == 403
    refused = reader.post(f"/plans/{plan.ref}/prepare/wellbeing/", {"wellbeing_matters": "X", "revision": "1"})
    assert refused.status_code == 403


# Import


def test_a_file_that_is_no_json_is_refused_with_a_sentence(here: DemoOrganisations) -> None:
    sent = SimpleUploadedFile("plans.json", b"{not json", content_type="application/json")
    answer = browser(here, "practitioner").post("/import-plans/", {"file": sent})
    assert answer.status_code == 422
    assert "The file is not JSON" in answer.content.decode()


def test_every_fault_of_a_plan_is_told_by_its_place(here: DemoOrganisations) -> None:
    body = json.dumps([{"format": "countersign-support-plan/1", "their_reference": "A1"}]).encode()
    sent = SimpleUploadedFile("plans.json", body, content_type="application/json")
    answer = browser(here, "practitioner").post("/import-plans/", {"file": sent})
    assert answer.status_code == 422
    assert "$[0].person" in answer.content.decode()


def test_a_file_sent_twice_changes_nothing_the_second_time(here: DemoOrganisations) -> None:
    body = json.dumps([a_sent_plan()]).encode()
    mine = browser(here, "practitioner")
    counts = []
    for _ in range(2):
        sent = SimpleUploadedFile("plans.json", body, content_type="application/json")
        answer = mine.post("/import-plans/", {"file": sent})
        assert answer.status_code == 200, answer.content.decode()
        counts.append(dict(answer.context["counts"]))
    assert [count["Accepted"] for count in counts] == [1, 0]
    assert [count["Unchanged"] for count in counts] == [0, 1]


def test_the_schema_of_the_format_is_served(here: DemoOrganisations) -> None:
    answer = browser(here, "practitioner").get("/import-plans/schema.json")
    assert json.loads(b"".join(answer.streaming_content))["title"]


def test_a_file_too_large_for_the_page_is_not_read(here: DemoOrganisations) -> None:
    sent = SimpleUploadedFile("plans.json", b" " * 2_000_001, content_type="application/json")
    answer = browser(here, "practitioner").post("/import-plans/", {"file": sent})
    assert answer.status_code == 422
    assert "larger than 2 megabytes" in answer.content.decode()


def test_the_council_imports_no_plans(here: DemoOrganisations) -> None:
    assert browser(here, "verifier").get("/import-plans/").status_code == 403


# What it costs


def test_an_act_of_a_page_stays_within_thirty_queries(
    here: DemoOrganisations, plan: SupportPlan, django_assert_max_num_queries: Any
) -> None:
    mine = browser(here, "practitioner")
    sent = line(revision=str(plan.revision))
    with django_assert_max_num_queries(30):
        assert mine.post(f"/plans/{plan.ref}/prepare/support/new/", sent).status_code == 303
