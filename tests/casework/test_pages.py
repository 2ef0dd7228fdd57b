"""The pages of people, contacts and assessments as a browser meets them: who may, and that nothing typed is lost."""

from typing import Any

import pytest
from django.utils import timezone

from casework import services as casework
from casework.models import Person, SafeguardingConcern
from delegation.demo import DemoOrganisations
from delegation.models import Act
from tests import scenarios
from tests.casework.browsing import browser, day_parts

pytestmark = pytest.mark.django_db
PERSON = {
    "first_name": "Harpreet",
    "last_name": "Gill",
    "date_of_birth_day": "4",
    "date_of_birth_month": "7",
    "date_of_birth_year": "1950",
    "gender": "Female",
    "ethnicity": "White: Irish",
    "client_type": "Service user",
    "accommodation_status": "Owner occupier or shared ownership scheme",
    "has_unpaid_carer": "No",
}


# People


def test_a_search_is_posted_and_finds_only_the_own_caseload(here: DemoOrganisations) -> None:
    mine = scenarios.a_person(here)
    theirs = scenarios.a_person(here, by="otherpractitioner")
    answer = browser(here, "practitioner").post("/people/", {"words": "holl"})
    assert mine.ref in answer.content.decode()
    assert theirs.ref not in answer.content.decode()


def test_a_search_by_get_finds_nobody(here: DemoOrganisations) -> None:
    mine = scenarios.a_person(here)
    assert mine.ref not in browser(here, "practitioner").get("/people/?words=hollis").content.decode()


def test_a_person_is_registered_and_read_with_an_access_line(here: DemoOrganisations) -> None:
    answer = browser(here, "practitioner").post("/people/new/", PERSON)
    assert answer.status_code == 303
    page = browser(here, "practitioner").get(answer.headers["Location"])
    assert "Harpreet Gill" in page.content.decode()
    person = Person.objects.get(last_name="Gill")
    assert Act.objects.filter(outcome="read", subject_kind="person", subject=person.ref).count() == 1


def test_a_wrong_nhs_number_is_said_beside_its_field_and_nothing_typed_is_lost(here: DemoOrganisations) -> None:
    answer = browser(here, "practitioner").post("/people/new/", {**PERSON, "nhs_number": "943 476 5918"})
    assert answer.status_code == 422
    assert "nhs_number" in answer.context["form"].errors
    assert "943 476 5918" in answer.content.decode()
    assert "Harpreet" in answer.content.decode()


@pytest.mark.parametrize("username", ["verifier", "quality", "administrator"])
def test_who_is_no_practitioner_registers_nobody(here: DemoOrganisations, username: str) -> None:
    assert browser(here, username).get("/people/new/").status_code == 403
    assert browser(here, username).post("/people/new/", PERSON).status_code == 403
    assert not Person.objects.exists()


def test_another_organisations_record_is_not_found(here: DemoOrganisations) -> None:
    theirs = scenarios.a_person(here, by="otherpractitioner")
    mine = browser(here, "practitioner")
    nobody = mine.get("/people/PE-0000-0000/")
    for place in ("", "correct/", "carers/new/", "contacts/new/", "assess/", "assess-as-carer/", "restrict/"):
        answer = mine.get(f"/people/{theirs.ref}/{place}")
        assert answer.status_code == 404, place
    assert mine.post(f"/people/{theirs.ref}/contacts/new/", {}).status_code == 404
    assert nobody.status_code == 404


def test_a_restricted_record_is_found_only_by_those_named(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    reader = here.accounts["practitioner"]
    answer = browser(here, "teammanager").post(
        f"/people/{person.ref}/restrict/", {"because": "Threats from a neighbour.", "readers": [str(reader.pk)]}
    )
    assert answer.status_code == 303
    address = f"/people/{person.ref}/"
    assert browser(here, "practitioner").get(address).status_code == 200
    assert browser(here, "providermanager").get(address).status_code == 404
    assert person.ref not in browser(here, "providermanager").post("/people/", {"words": "hollis"}).content.decode()
    lifted = browser(here, "teammanager").post(f"{address}lift-restriction/", {"because": "The threat is over."})
    assert lifted.status_code == 303
    assert browser(here, "providermanager").get(address).status_code == 200


def correction(here: DemoOrganisations, person: Person, **but: str) -> dict[str, str]:
    page = browser(here, "practitioner").get(f"/people/{person.ref}/correct/")
    form = page.context["form"]
    born = person.date_of_birth
    kept = {name: str(form[name].value() or "") for name in form.fields if "date" not in name and "moved" not in name}
    return {**kept, **day_parts("date_of_birth", born), "revision": str(page.context["revision"]), **but}


def test_a_correction_keeps_its_reason(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    sent = correction(here, person, telephone="01632 960123", reason="She rang with her new number.")
    answer = browser(here, "practitioner").post(f"/people/{person.ref}/correct/", sent)
    assert answer.status_code == 303
    person.refresh_from_db()
    assert person.telephone == "01632 960123"


def test_the_second_correction_of_a_record_is_told_of_the_first(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    sent = correction(here, person, telephone="01632 960123", reason="She rang.")
    casework.correct_person(
        by=here.accounts["dataofficer"], person=person.ref, changes={"telephone": "01632 960999"}, reason="From the GP."
    )
    mine = browser(here, "practitioner")
    answer = mine.post(f"/people/{person.ref}/correct/", sent)
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Dev Patel" in told
    assert "01632 960999" in told
    assert "01632 960123" in told
    person.refresh_from_db()
    assert person.telephone == "01632 960999"
    again = mine.post(f"/people/{person.ref}/correct/", {**sent, "revision": str(answer.context["revision"])})
    assert again.status_code == 303


def test_a_carer_of_another_organisation_cannot_be_linked(here: DemoOrganisations) -> None:
    mine, theirs = scenarios.a_person(here), scenarios.a_person(here, by="otherpractitioner")
    today = timezone.localdate()
    sent = {"carer": theirs.ref, "relationship": "Son", **day_parts("from_day", today)}
    assert browser(here, "practitioner").post(f"/people/{mine.ref}/carers/new/", sent).status_code == 422
    assert not mine.carers.exists()


# Contacts and concerns


def contact(**but: str) -> dict[str, str]:
    told = {
        **day_parts("made_on", timezone.localdate()),
        "made_by": "Her daughter",
        "route_of_access": "Community or other route",
        "summary": "Struggling in the mornings.",
        "outcome": "assessment",
    }
    return {**told, **but}


def test_a_safeguarding_concern_stands_before_the_council_at_once_and_is_seen(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    sent = contact(safeguarding_concern="Money is missing.")
    assert browser(here, "practitioner").post(f"/people/{person.ref}/contacts/new/", sent).status_code == 303
    concern = SafeguardingConcern.objects.get()
    manager = browser(here, "safeguarding")
    assert concern.ref in manager.get("/safeguarding-concerns/").content.decode()
    assert "Money is missing." in manager.get(f"/safeguarding-concerns/{concern.ref}/").content.decode()
    assert browser(here, "verifier").post(f"/safeguarding-concerns/{concern.ref}/").status_code == 403
    assert manager.post(f"/safeguarding-concerns/{concern.ref}/").status_code == 303
    concern.refresh_from_db()
    assert concern.seen_by == here.accounts["safeguarding"]


def test_a_concern_of_a_restricted_record_opens_for_the_safeguarding_manager_and_nothing_else_of_it(
    here: DemoOrganisations,
) -> None:
    person = scenarios.a_person(here)
    sent = contact(safeguarding_concern="Money is missing.")
    browser(here, "practitioner").post(f"/people/{person.ref}/contacts/new/", sent)
    casework.restrict_record(by=here.accounts["head"], person=person.ref, because="Works here.", readers=[])
    place = f"/safeguarding-concerns/{SafeguardingConcern.objects.get().ref}/"
    manager = browser(here, "safeguarding")
    page = manager.get(place).content.decode()
    assert "Money is missing." in page
    assert f"/people/{person.ref}/" not in page
    assert manager.get(f"/people/{person.ref}/").status_code == 404
    assert browser(here, "verifier").get(place).status_code == 404
    assert manager.post(place).status_code == 303


def test_a_provider_has_no_list_of_concerns(here: DemoOrganisations) -> None:
    assert browser(here, "practitioner").get("/safeguarding-concerns/").status_code == 403


def test_information_and_advice_without_an_entry_is_said_beside_the_entry(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    sent = contact(outcome="information_and_advice")
    answer = browser(here, "practitioner").post(f"/people/{person.ref}/contacts/new/", sent)
    assert answer.status_code == 422
    assert "directory_entry" in answer.context["form"].errors


def test_a_contact_is_read_on_its_own_page(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    browser(here, "practitioner").post(f"/people/{person.ref}/contacts/new/", contact())
    found = person.contacts.get()
    answer = browser(here, "practitioner").get(f"/people/{person.ref}/contacts/{found.ref}/")
    assert "Struggling in the mornings." in answer.content.decode()


def test_a_search_stays_within_twelve_queries(here: DemoOrganisations, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        scenarios.a_person(here, first_name=f"Anna{number}")
    mine = browser(here, "practitioner")
    with django_assert_max_num_queries(12):
        assert mine.post("/people/", {"words": "hollis"}).status_code == 200


def test_the_search_leads_nobody_to_a_page_that_refuses_them(
    here: DemoOrganisations, django_assert_max_num_queries: Any
) -> None:
    for username, shown in (
        ("practitioner", {"/people/new/", "/import-plans/"}),
        ("quality", set()),
        ("dataofficer", set()),
        ("verifier", {"/safeguarding-concerns/"}),
        ("administrator", set()),
    ):
        client = browser(here, username)
        client.get("/people/")  # a session's first page writes it
        with django_assert_max_num_queries(12):
            body = client.get("/people/").content.decode()
        led_to = {href for href in ("/people/new/", "/import-plans/", "/safeguarding-concerns/") if href in body}
        assert led_to == shown, username
        assert all(client.get(href).status_code == 200 for href in led_to), username
