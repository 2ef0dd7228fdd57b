"""The pages of AMHPs."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from delegation.amhp.selectors import amhp_in_force
from delegation.amhp.words import AREAS
from delegation.demo import DemoOrganisations
from delegation.models import AmhpApproval
from tests.delegation.amhp.people import approved, somebody

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
    answer = client.post("/amhps/apply/", typed | {"course": ""})
    assert answer.status_code == 422
    assert answer.context["form"].errors["course"] == [
        "Enter the approved course: whoever was never approved has completed one."
    ]
    answer = client.post("/amhps/apply/", typed)
    assert answer.status_code == 303
    record = answer.headers["Location"]
    assert client.post(f"{record}approve/", {"reasons": "All.", **dated("approved_on")}).status_code == 422
    page = client.get(record).content.decode()
    assert "Before it can be approved" in page
    assert f"{record}approve/" not in page
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


def test_all_that_falls_due_within_90_days_is_listed_and_no_cause_but_the_term_after_it(
    demo: DemoOrganisations,
) -> None:
    approval = approved(demo)
    last_day = AmhpApproval.objects.get(ref=approval.ref).last_day
    assert last_day
    with time_machine.travel(last_day - timedelta(days=30)):
        for path in ("/amhps/", f"/amhps/{approval.ref}/"):
            page = browser(demo, "amhplead").get(path).content.decode()
            assert "The five years end" in page
            assert page.count("18 hours in an approval year") == 5
        assert 'value="term"' not in browser(demo, "amhplead").get(f"/amhps/{approval.ref}/end/").content.decode()
    with time_machine.travel(last_day + timedelta(days=1)):
        page = browser(demo, "amhplead").get(f"/amhps/{approval.ref}/end/").content.decode()
        assert page.count('name="cause"') == 1
        assert 'value="term"' in page


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
