"""Who enquires into a concern, who scrutinises what was found, and what is done when more comes to light."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import SafeguardingConcern, SafeguardingEnquiry
from casework.refusals import NotKept
from casework.safeguarding.about import record_who_it_is_about
from casework.safeguarding.answering import NotTheOneNamed, record_enquiry_findings
from casework.safeguarding.asking import ManagedInAProvider
from casework.safeguarding.causing import cause_enquiry, name_another_enquirer
from casework.safeguarding.services import challenge_enquiry
from delegation.authority import NotYourRole, RetainedByTheCouncil, SameHands
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from delegation.refusals import WrongState
from delegation.services import appoint_to_post
from tests.casework.concerns import (
    accepted,
    asked,
    caused,
    closed,
    decided,
    found,
    now,
    raised,
    to_scrutinise,
    under_enquiry,
    who,
)

pytestmark = pytest.mark.django_db

# Who enquires


def test_nobody_complained_of_enquires_without_a_managers_reason(here: DemoOrganisations) -> None:
    about = {"about": "organisation", "about_organisation": here.northgate}
    concern = raised(here, **about)
    decided(here, concern, **about)
    with pytest.raises(NotKept, match="complained of"):
        caused(here, concern)
    made = caused(here, concern, despite_that_because="She speaks only to Amara; a second council worker sits in.")
    assert made.is_of_those_complained_of
    asked(here, concern)
    found(here, made)
    assert broken_promises() == []


@pytest.mark.parametrize(
    "about",
    [
        {"about": "organisation", "about_whom": "the northgate  CARE partnership, day staff"},
        {"about": "named_person", "about_whom": "Amara Okafor, social worker"},
    ],
)
def test_whom_a_concern_names_in_words_does_not_enquire_without_a_reason(
    here: DemoOrganisations, about: dict[str, str]
) -> None:
    concern = raised(here, **about)
    decided(here, concern, **about)
    with pytest.raises(NotKept, match="complained of"):
        caused(here, concern)
    assert not caused(here, concern, "verifier").is_of_those_complained_of


@pytest.mark.parametrize("username", ["administrator", "strategicdirector", "auditor"])
def test_nobody_is_named_to_enquire_who_acts_on_no_case(here: DemoOrganisations, username: str, client: Client) -> None:
    concern = raised(here)
    decided(here, concern)
    with pytest.raises(NotKept, match="holds no post in Exampleshire Council today that does this"):
        caused(here, concern, username)
    client.force_login(who(here, "safeguarding"))
    page = client.get(f"/safeguarding/{concern.ref}/cause-enquiry/").content.decode()
    assert str(who(here, "verifier").worker) in page
    assert str(who(here, username).worker) not in page.split("<form")[-1]


def test_another_goes_on_with_the_enquiry_where_the_one_named_cannot(here: DemoOrganisations) -> None:
    enquiry = under_enquiry(here)
    asked(here, enquiry.concern)
    given = {"concern": enquiry.concern.ref, "due_on": timezone.localdate() + timedelta(days=5)}
    given |= {"organisation": here.northgate, "because": "Amara is on long leave."}
    with pytest.raises(NotKept, match="already"):
        name_another_enquirer(by=who(here, "safeguarding"), enquirer=enquiry.enquirer, **given)
    manager = here.accounts["providermanager"].worker
    with pytest.raises(RetainedByTheCouncil):
        name_another_enquirer(by=who(here, "providermanager"), enquirer=manager, **given)
    now = name_another_enquirer(by=who(here, "safeguarding"), enquirer=manager, **given)
    enquiry.refresh_from_db()
    assert not enquiry.live
    assert (now.scope, now.concern.state) == (enquiry.scope, "under_enquiry")
    with pytest.raises(NotTheOneNamed, match="named another"):
        found(here, enquiry)
    record_enquiry_findings(
        by=who(here, "providermanager"), enquiry=now.ref, findings="Seen.", conclusion="inconclusive"
    )
    now.concern.refresh_from_db()
    assert now.concern.state == "awaiting_scrutiny"
    assert broken_promises() == []


def test_a_council_worker_of_the_council_needs_no_such_reason(here: DemoOrganisations) -> None:
    about = {"about": "organisation", "about_organisation": here.northgate}
    concern = raised(here, **about)
    decided(here, concern, **about)
    assert not caused(here, concern, "verifier").is_of_those_complained_of


def test_only_the_one_named_enquires(here: DemoOrganisations) -> None:
    enquiry = under_enquiry(here)
    asked(here, enquiry.concern)
    with pytest.raises(NotTheOneNamed):
        found(here, enquiry, "providermanager")
    with pytest.raises(RetainedByTheCouncil):
        caused_by_provider(here, enquiry.concern)
    found(here, enquiry)


def caused_by_provider(here: DemoOrganisations, concern: SafeguardingConcern) -> None:
    cause_enquiry(
        by=who(here, "providermanager"),
        concern=concern.ref,
        enquirer=here.accounts["practitioner"].worker,
        organisation=here.northgate,
        scope="Our own ward.",
        due_on=timezone.localdate(),
    )


def test_another_providers_people_are_not_named(here: DemoOrganisations) -> None:
    concern = raised(here)
    decided(here, concern)
    worker = here.accounts["otherpractitioner"].worker
    with pytest.raises(NotKept):
        caused(here, concern, enquirer="practitioner", organisation=here.riverside)
    with pytest.raises(NotKept):
        cause_enquiry(
            by=who(here, "safeguarding"),
            concern=concern.ref,
            enquirer=worker,
            organisation=here.northgate,
            scope="The night.",
            due_on=timezone.localdate(),
        )


# More comes to light


def browser(here: DemoOrganisations, username: str) -> Client:
    client = Client()
    client.force_login(who(here, username))
    return client


def about(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "safeguarding", **but: Any) -> Any:
    given = {"about": "organisation", "about_organisation": here.northgate, "because": "A night carer told.", **but}
    return record_who_it_is_about(by=who(here, by), concern=concern.ref, **given)


def test_an_enquirer_who_turns_out_to_be_of_those_complained_of_goes_on_only_with_a_reason(
    here: DemoOrganisations,
) -> None:
    enquiry = under_enquiry(here)
    with pytest.raises(NotKept, match=r"Amara Okafor of Northgate Care Partnership is of those complained of: .* name"):
        about(here, enquiry.concern)
    assert now(enquiry.concern).about == "not_known"
    kept = about(here, enquiry.concern, "dass", despite_that_because="She alone signs; a council officer sits in.")
    page = browser(here, "safeguarding").get(f"/safeguarding/{kept.ref}/").content.decode()
    assert "a council officer sits in.<br>Imogen Clarke, " in page
    enquiry.refresh_from_db()
    assert (kept.about_organisation, enquiry.is_of_those_complained_of) == (here.northgate, True)
    line = Act.objects.get(verb="record_who_it_is_about", subject=kept.ref, outcome="exercised")
    assert (line.reason, line.detail["of_those_complained_of"]) == ("A night carer told.", True)
    about(here, enquiry.concern, about="nobody_else", about_organisation=None, because="It was a fall.")
    enquiry.refresh_from_db()
    assert (enquiry.is_of_those_complained_of, enquiry.despite_that_because) == (False, "")
    assert broken_promises() == []


def test_once_another_enquires_who_it_is_about_is_recorded_and_the_one_before_stands_as_it_was(
    here: DemoOrganisations,
) -> None:
    first = to_scrutinise(here)
    with pytest.raises(NotKept, match="send it back and name another first"):
        about(here, first.concern)
    soon = timezone.localdate() + timedelta(days=5)
    challenge_enquiry(by=who(here, "chair"), concern=first.concern.ref, reasons="Ask the nights.", due_on=soon)
    name_another_enquirer(
        by=who(here, "safeguarding"),
        concern=first.concern.ref,
        enquirer=here.accounts["verifier"].worker,
        organisation=here.council,
        because="It is about the partnership itself.",
        due_on=soon,
    )
    about(here, first.concern)
    found(here, SafeguardingEnquiry.objects.get(concern=first.concern, live=True), "verifier")
    assert broken_promises() == []


def test_who_it_is_about_is_the_councils_to_record_until_the_concern_is_ended(here: DemoOrganisations) -> None:
    enquiry = to_scrutinise(here)
    with pytest.raises(RetainedByTheCouncil):
        about(here, enquiry.concern, "providermanager")
    with pytest.raises(NotYourRole):
        about(here, enquiry.concern, "chair")
    accepted(here, enquiry.concern)
    with pytest.raises(NotKept, match="write why what they found may stand"):
        about(here, enquiry.concern)
    about(here, enquiry.concern, about="named_person", about_organisation=None, about_whom="Her nephew")
    with pytest.raises(NotKept, match="what is recorded already"):
        about(here, enquiry.concern, about="named_person", about_organisation=None, about_whom="Her nephew ")
    closed(here, enquiry.concern)
    with pytest.raises(WrongState):
        about(here, enquiry.concern)


# Scrutiny


def test_everybody_who_asked_the_person_what_they_want_is_kept_from_scrutiny(here: DemoOrganisations) -> None:
    enquiry = under_enquiry(here)
    asked(here, enquiry.concern, "dass", asked_at_start="none_expressed", outcomes=[])
    asked(here, enquiry.concern)
    found(here, enquiry)
    with pytest.raises(SameHands, match="asked the person what they want"):
        accepted(here, enquiry.concern, "dass")
    accepted(here, enquiry.concern, "chair")
    assert broken_promises() == []


def test_an_independent_chair_is_not_led_to_the_board_they_do_not_read(here: DemoOrganisations) -> None:
    for username, leads in (("chair", False), ("safeguarding", True)):
        assert ("/safeguarding-board/" in browser(here, username).get("/safeguarding/").content.decode()) == leads


def test_an_independent_chair_scrutinises_and_decides_nothing_else(here: DemoOrganisations) -> None:
    concern = raised(here)
    with pytest.raises(NotYourRole):
        decided(here, concern, "chair")
    decided(here, concern)
    enquiry = caused(here, concern)
    asked(here, concern)
    found(here, enquiry)
    accepted(here, concern, "chair")
    with pytest.raises(NotYourRole):
        closed(here, concern, "chair")
    closed(here, concern)


def test_whoever_is_about_to_take_part_is_told_who_is_left_to_scrutinise(
    here: DemoOrganisations, client: Client
) -> None:
    concern = raised(here)
    decided(here, concern)
    address = f"/safeguarding/{concern.ref}/cause-enquiry/"
    client.force_login(who(here, "safeguarding"))
    assert "Left to scrutinise after this: Imogen Clarke, Ruth Adeyemi" in client.get(address).content.decode()
    for username, role in (("chair", "practitioner"), ("dass", "quality_assurer")):
        appoint_to_post(
            by=who(here, "administrator"),
            worker=here.accounts[username].worker,
            organisation=here.riverside,
            role=role,
            from_day=timezone.localdate(),
        )
    assert "nobody of the council is left to" in client.get(address).content.decode()
    enquiry = caused(here, concern)
    asked(here, concern)
    found(here, enquiry)
    page = client.get(f"/safeguarding/{concern.ref}/").content.decode()
    assert "Nobody of the council: all took part, or hold a post outside it." in page


@pytest.mark.parametrize("by", ["safeguarding"])
def test_whoever_took_part_does_not_scrutinise(here: DemoOrganisations, by: str) -> None:
    enquiry = to_scrutinise(here)
    with pytest.raises(SameHands):
        accepted(here, enquiry.concern, by)
    with pytest.raises(SameHands):
        challenge_enquiry(by=who(here, by), concern=enquiry.concern.ref, reasons="Again.", due_on=timezone.localdate())
    accepted(here, enquiry.concern, "dass")


def test_the_council_sends_an_enquiry_back_for_more(here: DemoOrganisations) -> None:
    enquiry = to_scrutinise(here)
    challenge_enquiry(
        by=who(here, "dass"),
        concern=enquiry.concern.ref,
        reasons="Nobody spoke to the night carer.",
        due_on=timezone.localdate() + timedelta(days=3),
    )
    assert now(enquiry.concern).state == "under_enquiry"
    found(here, SafeguardingEnquiry.objects.get(pk=enquiry.pk))
    accepted(here, enquiry.concern)
    assert enquiry.scrutinies.count() == 2
    assert broken_promises() == []


def test_whoever_is_managed_in_a_provider_does_not_scrutinise(here: DemoOrganisations) -> None:
    enquiry = to_scrutinise(here)
    appoint_to_post(
        by=who(here, "administrator"),
        worker=here.accounts["dass"].worker,
        organisation=here.riverside,
        role="practitioner",
        from_day=timezone.localdate(),
    )
    with pytest.raises(ManagedInAProvider):
        accepted(here, enquiry.concern)
