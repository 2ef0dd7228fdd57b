"""The pages of AMHPs."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from delegation.amhp.forms import ApplyForm
from delegation.amhp.selectors import amhp_in_force
from delegation.amhp.words import AREAS
from delegation.demo import DemoOrganisations
from delegation.models import AmhpApproval
from tests.delegation.amhp.people import applied, approved, competent, somebody

pytestmark = pytest.mark.django_db


def browser(demo: DemoOrganisations, who: str) -> Client:
    client = Client()
    client.force_login(demo.accounts[who])
    return client


def test_the_lead_walks_an_application_to_its_notice_on_the_pages(demo: DemoOrganisations) -> None:
    worker, client = somebody(demo), browser(demo, "amhplead")
    day = {"day": "10", "month": "6", "year": "2026"}

    def dated(name: str) -> dict[str, str]:
        return {f"{name}_{part}": value for part, value in day.items()}

    answer = client.post("/amhps/apply/", {"username": "rowan"})
    assert answer.status_code == 422
    assert b"Enter the approved course" in answer.content
    ticked = dict.fromkeys(
        ("undertakes_to_tell_of_acting", "undertakes_to_stop_on_suspension", "undertakes_to_stop_on_loss"), "on"
    )
    typed = {
        "username": "rowan",
        "course": "Programme",
        **dated("applied_on"),
        **dated("course_completed_on"),
        **ticked,
    }
    answer = client.post("/amhps/apply/", typed)
    assert answer.status_code == 303
    record = answer.headers["Location"]
    page = client.get(record).content.decode()
    assert "Before it can be approved:" in page
    assert "Nothing shows competence in" in page
    assert f"{record}approve/" not in page
    answer = client.post(f"{record}approve/", {"reasons": "All.", **dated("approved_on")})
    assert answer.status_code == 422
    assert "Before it can be approved:" in answer.content.decode()
    assert "not before 10 June 2021" in client.get(f"{record}competence/").content.decode()
    shown = dict.fromkeys(AREAS, "Seen.") | dated("assessed_on")
    assert client.post(f"{record}competence/", shown).status_code == 303
    assert f"{record}approve/" in client.get(record).content.decode()
    assert client.post(f"{record}approve/", {"reasons": "All shown.", **dated("approved_on")}).status_code == 303
    page = client.get(record).content.decode()
    assert "In force" in page
    assert "9 June 2031" in page.replace("\xa0", " ")
    assert "All shown." in client.get(f"{record}notices/1/").content.decode()
    assert amhp_in_force(worker, demo.council)


def test_what_its_term_is_over_for_is_not_offered(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    past = AmhpApproval.objects.get(ref=approval.ref).last_day + timedelta(days=1)  # type: ignore[operator]
    for day, offered in ((timezone.localdate(), {"acting", "suspend", "end"}), (past, {"end"})):
        with time_machine.travel(day):
            page = browser(demo, "amhplead").get(f"/amhps/{approval.ref}/").content.decode()
        assert {each for each in ("acting", "suspend", "end") if f"/amhps/{approval.ref}/{each}/" in page} == offered


def test_a_decision_of_an_earlier_day_is_offered_where_today_is_too_late(demo: DemoOrganisations) -> None:
    approval = competent(applied(demo, course_completed_on=date(2021, 6, 10)), demo.accounts["amhplead"])
    with time_machine.travel(date(2026, 6, 11)):
        page = browser(demo, "amhplead").get(f"/amhps/{approval.ref}/").content.decode()
    assert "The course was completed on 10 June 2021" in page
    assert "on 10 June 2026 nothing of this stood against it." in page
    assert f"/amhps/{approval.ref}/approve/" in page


def test_the_page_of_the_approval_says_what_is_true_of_the_day_typed(demo: DemoOrganisations) -> None:
    lead = demo.accounts["amhplead"]
    page = f"/amhps/{competent(applied(demo), lead).ref}/approve/"
    client = browser(demo, "amhplead")
    shown = client.get(page).content.decode()
    assert "For five years from the day of approval." in shown
    assert "Of an approval of today, they last until the end of 9 June 2031." in shown
    typed = {"approved_on_day": "3", "approved_on_month": "3", "approved_on_year": "2026"}
    assert "approved on 3 March 2026, until the end of 2 March 2031." in client.post(page, typed).content.decode()


def test_only_the_causes_that_are_possible_are_offered(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    page = f"/amhps/{approval.ref}/end/"
    shown = browser(demo, "amhplead").get(page).content.decode()
    assert 'value="term"' not in shown
    assert 'value="renewed"' not in shown
    assert "“The five years ended” is offered from the day after 9 June 2031" in shown
    with time_machine.travel(date(2031, 6, 10)):
        client = browser(demo, "amhplead")
        shown = client.get(page).content.decode()
        assert shown.count('name="cause"') == 1
        assert "The five years ended on 9 June 2031: no other cause is possible after that day." in shown
        answer = client.post(page, {"cause": "request", "reasons": "They asked."})
        assert "Choose one of the causes listed: the five years ended on 9 June 2031" in answer.content.decode()
        assert client.post(page, {"cause": "term", "reasons": "Over."}).status_code == 303


def test_the_earlier_approval_is_asked_and_shown(demo: DemoOrganisations) -> None:
    first, client = approved(demo), browser(demo, "amhplead")
    form = client.get("/amhps/apply/").content.decode()
    assert f"Rowan, {first.ref}, approved on 10 June 2026" in form
    day = {"applied_on_day": "10", "applied_on_month": "6", "applied_on_year": "2026"}
    ticked = dict.fromkeys((name for name in ApplyForm.base_fields if name.startswith("undertakes")), "on")
    typed = {"username": "rowan", **day, **ticked}
    without = client.post("/amhps/apply/", typed)
    assert "Enter the approved course, or the approval they had before" in without.content.decode()
    nameless = client.post("/amhps/apply/", typed | {"earlier_council": "Hillshire Council"})
    assert "Enter the day on which that council approved them." in nameless.content.decode()
    record = client.post("/amhps/apply/", typed | {"earlier": first.ref}).headers["Location"]
    for page in (client.get(record).content.decode(), client.get("/amhps/").content.decode()):
        assert "By this council, from 10 June 2026 to 9 June 2031" in page


def test_the_list_and_the_record_show_everything_near(demo: DemoOrganisations) -> None:
    approval = approved(demo)
    with time_machine.travel(date(2031, 6, 1)):
        client = browser(demo, "amhplead")
        for page in ("/amhps/?show=due", f"/amhps/{approval.ref}/"):
            shown = client.get(page).content.decode()
            assert "The five years end<" in shown
            assert shown.count("18 hours in an approval year") == 5
            assert "Year 5: 18 hours missing" in shown


@pytest.mark.parametrize(("who", "status"), [("auditor", 200), ("dass", 200), ("broker", 403), ("practitioner", 404)])
def test_who_reads_the_register(demo: DemoOrganisations, who: str, status: int) -> None:
    approval = approved(demo)
    client = browser(demo, who)
    for path in ("/amhps/", f"/amhps/{approval.ref}/", f"/amhps/{approval.ref}/notices/1/"):
        assert client.get(path).status_code == status
    if status == 200:
        assert (b"Suspend" in client.get(f"/amhps/{approval.ref}/").content) == (who == "dass")


def test_the_list_asks_as_many_queries_for_many_as_for_few(
    demo: DemoOrganisations, django_assert_max_num_queries: Any
) -> None:
    client = browser(demo, "amhplead")
    client.get("/amhps/")
    for number in range(12):
        approved(demo, somebody(demo, f"amhp{number}"))
    with django_assert_max_num_queries(12):
        page = client.get("/amhps/", {"show": "live", "name": "amhp"}).content.decode()
    assert page.count("app-row-header") == 12
    with django_assert_max_num_queries(20):
        client.get(f"/amhps/{AmhpApproval.objects.latest('pk').ref}/")
