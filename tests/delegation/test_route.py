"""A record moves along its drawn procedure; one that is older than its procedure gets one that stands where it is."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from viewflow.workflow.models import Task

from delegation import route
from delegation.demo import DemoOrganisations
from delegation.information.flows import OMBUDSMAN_STEP_OF, OmbudsmanFlow
from delegation.information.ombudsman import (
    KIND,
    answer_ombudsman_enquiry,
    ask_provider_to_supply,
    close_ombudsman_enquiry,
    record_ombudsman_enquiry,
    supply_to_ombudsman_enquiry,
)
from delegation.models import Account, OmbudsmanEnquiry, ProcedureRoute
from delegation.steps import AlreadyTaken

People = dict[str, Account]

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry(demo: DemoOrganisations, people: People) -> OmbudsmanEnquiry:
    today = timezone.localdate()
    return record_ombudsman_enquiry(
        by=people["information"],
        council=demo.council,
        their_reference="26 000 111",
        asked_for="The file.",
        received_on=today,
        due_on=today + timedelta(days=20),
    )


def tasks(ref: str) -> list[tuple[str, str]]:
    """The steps of a record's procedure in the order they were opened, each with its status."""
    found = Task.objects.filter(process__procedure_route__subject=ref).order_by("pk")
    return [(task.flow_task.name, task.status) for task in found]


def walk(people: People, demo: DemoOrganisations, ref: str) -> None:
    today = timezone.localdate()
    ask: dict[str, Any] = {"supply_asked": "The notes.", "supply_due_on": today + timedelta(days=5)}
    ask_provider_to_supply(by=people["information"], enquiry=ref, provider=demo.northgate, **ask)
    supply_to_ombudsman_enquiry(by=people["providermanager"], enquiry=ref, supply="Our notes.")
    answer_ombudsman_enquiry(by=people["information"], enquiry=ref, answer="The file is sent.")
    close_ombudsman_enquiry(by=people["information"], enquiry=ref, decision="not_upheld")


WALKED = [
    ("supply", "DONE"),
    ("answer_with_supply", "DONE"),
    ("decision", "DONE"),
    ("closed", "DONE"),
]


def test_a_procedure_is_finished_step_by_step(
    demo: DemoOrganisations, people: People, enquiry: OmbudsmanEnquiry
) -> None:
    assert tasks(enquiry.ref) == [("start", "DONE"), ("answer", "NEW")]
    walk(people, demo, enquiry.ref)
    assert tasks(enquiry.ref) == [("start", "DONE"), ("answer", "DONE"), *WALKED]
    tie = ProcedureRoute.objects.get(subject_kind=KIND, subject=enquiry.ref)
    assert (tie.live, tie.process.status) == (False, "DONE")
    (supplied,) = tie.process.task_set.filter(owner=people["providermanager"])
    assert supplied.flow_task.name == "supply"


def test_a_record_older_than_its_procedure_goes_on_from_where_it_stands(
    demo: DemoOrganisations, people: People, enquiry: OmbudsmanEnquiry
) -> None:
    ProcedureRoute.objects.filter(subject=enquiry.ref).delete()
    walk(people, demo, enquiry.ref)
    assert tasks(enquiry.ref) == [("start", "DONE"), ("answer", "DONE"), *WALKED]
    assert ProcedureRoute.objects.filter(subject=enquiry.ref).count() == 1


def test_a_finished_step_is_not_finished_again(
    demo: DemoOrganisations, people: People, enquiry: OmbudsmanEnquiry
) -> None:
    answer_ombudsman_enquiry(by=people["information"], enquiry=enquiry.ref, answer="The file is sent.")
    again: dict[str, Any] = {"by": people["information"], "noted": "answer_ombudsman_enquiry"}
    with pytest.raises(AlreadyTaken):
        route.finish(OmbudsmanFlow, KIND, enquiry.ref, "answer", state="answered", **again)


def test_no_act_takes_a_way_that_is_not_drawn_for_it(people: People, enquiry: OmbudsmanEnquiry) -> None:
    before = tasks(enquiry.ref)
    for to, noted in (("closed", "close_ombudsman_enquiry"), ("answered", "ask_provider_to_supply"), ("answered", "")):
        with pytest.raises(LookupError, match="answer is left for"):
            route.move(OmbudsmanFlow, KIND, enquiry, OMBUDSMAN_STEP_OF, to, by=people["information"], noted=noted)
        enquiry.refresh_from_db()
    assert tasks(enquiry.ref) == before
