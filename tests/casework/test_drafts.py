"""An assessment that is interrupted: saved for its writer, seen by nobody else, counted nowhere, gone when finished."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casework.models import Assessment, AssessmentDraft, Person
from casework.refusals import NotKept
from casework.services import discard_assessment_draft, record_assessment, save_assessment_draft
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act
from delegation.refusals import NotFound, Refused
from delegation.services import open_account
from returns.cld.events.casework_frames import assessments_completed
from returns.cld.events.period import Period
from tests import scenarios
from tests.permissions.forms import _assessment
from tests.permissions.world import appointed
from verification.demo import assessment_details

pytestmark = pytest.mark.django_db
# As a browser sends what is typed half-way: a day without its year, two reasons ticked.
HALF = {
    "started_on_day": "27",
    "started_on_month": "3",
    "started_on_year": "",
    "involvement": "Spoke with her at home & wrote ‘as she said’.",
    "answer_nutrition": "unable",
    "because_nutrition": ["danger", "takes_longer"],
}


@pytest.fixture
def person(here: DemoOrganisations) -> Person:
    return scenarios.a_person(here)


@pytest.fixture
def second(here: DemoOrganisations) -> Account:
    """Another practitioner of the same organisation."""
    account = open_account(by=here.accounts["administrator"], council=here.council, username="second", name="Second")
    return appointed(here, account, here.northgate, "practitioner", None)


def browser(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def save(here: DemoOrganisations, person: Person, who: Account | None = None, **typed: str) -> AssessmentDraft:
    given = {name: [value] for name, value in (typed or {"involvement": "Begun."}).items()}
    by = who or here.accounts["practitioner"]
    return save_assessment_draft(by=by, person=person.ref, kind="adult", typed=given)


def page_of(person: Person) -> str:
    return f"/people/{person.ref}/assess/"


def test_what_was_typed_comes_back_as_it_was_and_nothing_is_asked_of_it(
    here: DemoOrganisations, person: Person
) -> None:
    client = browser(here.accounts["practitioner"])
    answer = client.post(page_of(person), {**HALF, "later": "1"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/people/{person.ref}/")
    shown = client.get(page_of(person))
    form = shown.context["form"]
    assert form["involvement"].value() == HALF["involvement"]
    assert form["because_nutrition"].value() == HALF["because_nutrition"]
    assert form["started_on"].value() == "-3-27"  # shown again in its three boxes
    page = shown.content.decode()
    assert "There is a problem" not in page
    assert "Error: " not in page
    assert "You saved this on" in page
    assert "Not finished" in client.get(f"/people/{person.ref}/").content.decode()


def test_what_is_saved_is_no_assessment_and_exercises_no_function(here: DemoOrganisations, person: Person) -> None:
    before = Assessment.objects.count()
    save(here, person)
    assert Assessment.objects.count() == before
    ever = Period(start=date(2000, 1, 1), end=date(2100, 1, 1))
    assert not assessments_completed(here.council, ever).filter(person=person)
    line = Act.objects.latest("pk")
    assert (line.verb, line.outcome, line.function) == ("save_assessment_draft", "noted", "")
    assert (line.subject, line.account) == (person.ref, here.accounts["practitioner"])
    assert "Begun." not in f"{line.reason} {line.detail}"


def test_finishing_makes_the_assessment_and_takes_its_writers_draft_away(
    here: DemoOrganisations, person: Person
) -> None:
    client = browser(here.accounts["practitioner"])
    client.post(page_of(person), {**HALF, "later": "1"})
    assert client.post(page_of(person), _assessment("adult")).status_code == 303
    assert Assessment.objects.filter(person=person).count() == 1
    assert not AssessmentDraft.objects.exists()


def test_a_finish_that_is_refused_leaves_the_draft(here: DemoOrganisations, person: Person) -> None:
    save(here, person)
    by, details = here.accounts["practitioner"], assessment_details()
    with pytest.raises(NotFound):
        record_assessment(by=by, person=person.ref, details=details, contact="CO-0000-0000")
    assert AssessmentDraft.objects.count() == 1
    record_assessment(by=by, person=person.ref, details=details)
    assert not AssessmentDraft.objects.exists()


@pytest.mark.parametrize("kind", ["assess", "assess-as-carer"])
def test_the_page_of_a_refused_finish_still_offers_to_discard_the_draft(
    here: DemoOrganisations, person: Person, kind: str
) -> None:
    client, page = browser(here.accounts["practitioner"]), f"/people/{person.ref}/{kind}/"
    discard = "Discard the draft"
    never_saved = client.post(page, {"involvement": "Talked twice."})
    assert (never_saved.status_code, discard in never_saved.content.decode()) == (422, False)
    client.post(page, {**HALF, "later": "1"})
    refused = client.post(page, {"involvement": "Talked twice."})
    shown = refused.content.decode()
    assert (refused.status_code, discard in shown) == (422, True)
    assert refused.context["form"]["involvement"].value() == "Talked twice."
    assert "is kept until the assessment is finished or you discard it" in shown
    assert client.post(page, {"discard": "1"}).status_code == 303
    assert discard not in client.post(page, {"involvement": "Talked twice."}).content.decode()


def test_two_writers_have_a_draft_each_and_neither_reads_or_finishes_the_others(
    here: DemoOrganisations, person: Person, second: Account
) -> None:
    save(here, person, involvement="Only for its writer.")
    client = browser(second)
    record = client.get(f"/people/{person.ref}/").content.decode()
    assert "Not finished" in record
    assert "Go on with it" not in record
    for page in (record, client.get(page_of(person)).content.decode()):
        assert "Only for its writer." not in page
    save(here, person, second, involvement="The second's own.")
    assert AssessmentDraft.objects.count() == 2
    record_assessment(by=second, person=person.ref, details=assessment_details())
    assert [draft.saved_by for draft in AssessmentDraft.objects.all()] == [here.accounts["practitioner"]]


def test_each_kind_has_its_own_draft(here: DemoOrganisations, person: Person) -> None:
    by = here.accounts["practitioner"]
    save(here, person, involvement="As an adult.")
    save_assessment_draft(by=by, person=person.ref, kind="carer", typed={"carer_note": ["As a carer."]})
    assert "As a carer." in browser(by).get(f"/people/{person.ref}/assess-as-carer/").content.decode()
    record_assessment(by=by, person=person.ref, details=assessment_details())
    assert [draft.kind for draft in AssessmentDraft.objects.all()] == ["carer"]


def test_saving_again_writes_over_the_writers_own_draft(here: DemoOrganisations, person: Person) -> None:
    save(here, person, involvement="First.")
    save(here, person, involvement="Second.")
    (draft,) = AssessmentDraft.objects.all()
    assert draft.typed == {"involvement": ["Second."]}


@pytest.mark.parametrize("who", ["quality", "otherpractitioner", "verifier", "dass"])
def test_nobody_else_saves_one(here: DemoOrganisations, person: Person, who: str) -> None:
    with pytest.raises(Refused):
        save(here, person, here.accounts[who])
    assert not AssessmentDraft.objects.exists()
    line = Act.objects.latest("pk")
    assert (line.verb, line.outcome) == ("save_assessment_draft", "refused")


def test_somebody_of_another_organisation_does_not_learn_of_it(here: DemoOrganisations, person: Person) -> None:
    save(here, person)
    assert browser(here.accounts["otherpractitioner"]).get(page_of(person)).status_code == 404


def test_a_draft_may_be_discarded_by_its_writer(here: DemoOrganisations, person: Person) -> None:
    client = browser(here.accounts["practitioner"])
    client.post(page_of(person), {**HALF, "later": "1"})
    assert client.post(page_of(person), {"discard": "1"}).status_code == 303
    assert not AssessmentDraft.objects.exists()
    assert client.post(page_of(person), {"discard": "1"}).status_code == 422
    with pytest.raises(NotFound):
        discard_assessment_draft(by=here.accounts["practitioner"], person=person.ref, kind="adult")


@pytest.mark.parametrize("text", ["a\x00b", "half \ud800", "x" * 500_001])
def test_what_no_database_keeps_or_nobody_types_is_refused_with_a_sentence(
    here: DemoOrganisations, person: Person, text: str
) -> None:
    with pytest.raises(NotKept):
        save(here, person, involvement=text)
    assert not AssessmentDraft.objects.exists()


def test_boxes_the_page_does_not_have_are_not_kept(here: DemoOrganisations, person: Person) -> None:
    sent = {**HALF, "later": "1", "csrfmiddlewaretoken": "x", "strange": "y"}
    browser(here.accounts["practitioner"]).post(page_of(person), sent)
    (draft,) = AssessmentDraft.objects.all()
    assert set(draft.typed) == set(HALF)


def test_saving_takes_few_statements(here: DemoOrganisations, person: Person) -> None:
    client = browser(here.accounts["practitioner"])
    client.get("/me/")
    with CaptureQueriesContext(connection) as asked:
        client.post(page_of(person), {**HALF, "later": "1"})
    assert len(asked) <= 30
