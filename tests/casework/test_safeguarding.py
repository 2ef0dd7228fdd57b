"""Safeguarding: a concern is the council's at once, and nobody outside it judges, downgrades or closes one."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import SafeguardingConcern, SafeguardingEnquiry
from casework.refusals import NotKept
from casework.safeguarding import demo
from casework.safeguarding.answering import (
    NotTheOneNamed,
    answer_information_request,
    record_desired_outcomes,
    record_enquiry_findings,
)
from casework.safeguarding.asking import ManagedInAProvider
from casework.safeguarding.causing import cause_enquiry, name_another_enquirer
from casework.safeguarding.guarded import standing
from casework.safeguarding.raising import raise_safeguarding_concern
from casework.safeguarding.services import (
    challenge_enquiry,
    close_concern,
    record_threshold_decision,
    request_information,
    scrutinise_outcome,
)
from delegation.authority import NotYourRole, RetainedByTheCouncil, SameHands
from delegation.counting import Waiting, numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act
from delegation.promises import broken_promises
from delegation.refusals import WrongState
from delegation.services import appoint_to_post
from tests import scenarios

pytestmark = pytest.mark.django_db


def anew(account: Account) -> Account:
    return Account.objects.select_related("worker").get(pk=account.pk)


def who(here: DemoOrganisations, username: str) -> Account:
    return anew(here.accounts[username])


def raised(here: DemoOrganisations, by: str = "practitioner", **but: Any) -> SafeguardingConcern:
    person = scenarios.a_person(here)
    given = {"concern": "Bruises on both arms.", **but}
    return raise_safeguarding_concern(by=who(here, by), person=person.ref, **given)


def decided(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "safeguarding", **but: Any) -> Any:
    given = {
        "has_needs": True,
        "is_at_risk": True,
        "cannot_protect_themselves": True,
        "decision": "enquire",
        "reasons": "She cannot leave the house alone.",
        **but,
    }
    return record_threshold_decision(by=who(here, by), concern=concern.ref, **given)


def caused(here: DemoOrganisations, concern: SafeguardingConcern, enquirer: str = "practitioner", **but: Any) -> Any:
    of_council = enquirer not in ("practitioner", "providermanager")
    given = {
        "enquirer": here.accounts[enquirer].worker,
        "organisation": here.council if of_council else here.northgate,
        "scope": "How she came by the bruises.",
        "due_on": timezone.localdate() + timedelta(days=10),
        **but,
    }
    return cause_enquiry(by=who(here, "safeguarding"), concern=concern.ref, **given)


def under_enquiry(here: DemoOrganisations, **about: Any) -> SafeguardingEnquiry:
    concern = raised(here)
    decided(here, concern, **about)
    return caused(here, concern)


def asked(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "practitioner", **but: Any) -> Any:
    given = {"asked_at_start": "expressed", "outcomes": ["To feel safe at home", "To see her sister"], **but}
    return record_desired_outcomes(by=who(here, by), concern=concern.ref, **given)


def found(here: DemoOrganisations, enquiry: SafeguardingEnquiry, by: str = "practitioner") -> SafeguardingEnquiry:
    return record_enquiry_findings(
        by=who(here, by), enquiry=enquiry.ref, findings="Rough handling at night.", conclusion="substantiated"
    )


def to_scrutinise(here: DemoOrganisations) -> SafeguardingEnquiry:
    enquiry = under_enquiry(here)
    asked(here, enquiry.concern)
    return found(here, enquiry)


def accepted(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "dass") -> Any:
    return scrutinise_outcome(
        by=who(here, by),
        concern=concern.ref,
        reasons="Two accounts agree.",
        action="Another agency from Monday.",
        action_by_whom="The broker",
    )


def closed(here: DemoOrganisations, concern: SafeguardingConcern, by: str = "safeguarding", **but: Any) -> Any:
    given = {
        "asked_at_end": "expressed",
        "what_they_said": "She sleeps again.",
        "risk": "reduced",
        "risk_left": "The old agency still works next door.",
        "achieved": {1: "met", 2: "partly"},
        **but,
    }
    return close_concern(by=who(here, by), concern=concern.ref, **given)


def now(concern: SafeguardingConcern) -> SafeguardingConcern:
    return SafeguardingConcern.objects.get(pk=concern.pk)


# The way


def test_a_concern_goes_from_telling_to_closure_by_the_right_hands(here: DemoOrganisations) -> None:
    enquiry = to_scrutinise(here)
    concern = enquiry.concern
    assert now(concern).state == "awaiting_scrutiny"
    accepted(here, concern)
    closed(here, concern)
    ended = now(concern)
    assert (ended.state, ended.due_on) == ("closed", None)
    assert [one.achieved for one in concern.desired_outcomes.order_by("number")] == ["met", "partly"]
    verbs = Act.objects.filter(subject=concern.ref, outcome="exercised").order_by("seq").values_list("verb", flat=True)
    assert list(verbs) == [
        "raise_safeguarding_concern",
        "record_threshold_decision",
        "cause_enquiry",
        "record_desired_outcomes",
        "record_enquiry_findings",
        "scrutinise_outcome",
        "close_concern",
    ]
    assert broken_promises() == []


@pytest.mark.parametrize("by", ["practitioner", "dataofficer", "verifier", "auditor"])
def test_anybody_of_council_or_provider_raises_a_concern_and_the_council_has_it_at_once(
    here: DemoOrganisations, by: str
) -> None:
    concern = raised(here, by)
    assert now(concern).state == "awaiting_threshold"
    client = Client()
    client.force_login(here.accounts["safeguarding"])
    assert concern.ref in client.get("/safeguarding/").content.decode()


@pytest.mark.parametrize("by", ["practitioner", "providermanager", "quality"])
def test_no_provider_judges_or_closes_and_each_attempt_stands_in_the_register(here: DemoOrganisations, by: str) -> None:
    concern = raised(here)
    for attempt in (
        lambda: decided(here, concern, by=by),
        lambda: accepted(here, concern, by=by),
        lambda: closed(here, concern, by=by),
    ):
        with pytest.raises(RetainedByTheCouncil):
            attempt()
    refused = Act.objects.filter(subject=concern.ref, outcome="refused", function="safeguarding_outcome_scrutiny")
    assert set(refused.values_list("verb", flat=True)) == {
        "record_threshold_decision",
        "scrutinise_outcome",
        "close_concern",
    }
    assert now(concern).state == "awaiting_threshold"


def test_the_threshold_is_the_safeguarding_managers(here: DemoOrganisations) -> None:
    concern = raised(here)
    for by in ("verifier", "head", "dass"):
        with pytest.raises(NotYourRole):
            decided(here, concern, by=by)
    decided(here, concern)
    with pytest.raises(WrongState):
        decided(here, concern)


# The three limbs


def test_all_three_limbs_met_leave_no_choice(here: DemoOrganisations) -> None:
    concern = raised(here)
    with pytest.raises(NotKept, match="must be made"):
        decided(here, concern, decision="screen_out", advice="Call again.")
    with pytest.raises(NotKept, match="duty"):
        decided(here, concern, is_at_risk=False)
    assert decided(here, concern, is_at_risk=False, decision="other_enquiry").decision == "other_enquiry"
    assert now(concern).state == "awaiting_enquiry"


def test_screening_out_takes_reasons_and_advice(here: DemoOrganisations) -> None:
    concern = raised(here)
    for lack in ({"advice": ""}, {"advice": "  "}, {"advice": "Ring the warden.", "reasons": ""}):
        with pytest.raises(NotKept):
            decided(here, concern, **{"cannot_protect_themselves": False, "decision": "screen_out", **lack})
    decided(here, concern, cannot_protect_themselves=False, decision="screen_out", advice="Ring the warden.")
    assert (now(concern).state, now(concern).due_on) == ("screened_out", None)


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


# Information


def test_information_is_given_on_a_recorded_request_by_its_lead(here: DemoOrganisations) -> None:
    concern = raised(here)
    asked_for = request_information(
        by=who(here, "safeguarding"),
        concern=concern.ref,
        organisation=here.northgate,
        lead=here.accounts["practitioner"].worker,
        scope="The night notes of last week.",
        due_on=timezone.localdate(),
    )
    given = {"request": asked_for.ref, "answer": "Two visits were missed.", "consent_and_wishes": "She agrees."}
    with pytest.raises(NotKept):
        answer_information_request(by=who(here, "practitioner"), **{**given, "consent_and_wishes": " "})
    with pytest.raises(NotYourRole):
        answer_information_request(by=who(here, "quality"), **given)
    answer_information_request(by=who(here, "practitioner"), **given)
    assert broken_promises() == []


# Scrutiny


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


# Making Safeguarding Personal


def test_nothing_is_found_before_the_person_was_asked_or_the_reason_written(here: DemoOrganisations) -> None:
    enquiry = under_enquiry(here)
    with pytest.raises(NotKept, match="wants"):
        found(here, enquiry)
    with pytest.raises(NotKept):
        asked(here, enquiry.concern, asked_at_start="not_asked", outcomes=[])
    asked(here, enquiry.concern, asked_at_start="not_asked", outcomes=[], not_asked_because="In intensive care.")
    found(here, enquiry)


def test_no_enquiry_closes_without_what_the_person_said_at_the_end(here: DemoOrganisations) -> None:
    enquiry = to_scrutinise(here)
    accepted(here, enquiry.concern)
    for lack in (
        {"achieved": {1: "met"}},
        {"asked_at_end": "not_asked", "what_they_said": ""},
        {"asked_at_end": ""},
        {"what_they_said": ""},
        {"risk_left": ""},
        {"risk": ""},
    ):
        with pytest.raises(NotKept):
            closed(here, enquiry.concern, **lack)
    closed(here, enquiry.concern)


def test_the_enquirer_of_the_council_does_not_close(here: DemoOrganisations) -> None:
    concern = raised(here)
    decided(here, concern)
    enquiry = caused(here, concern, "dass")
    asked(here, concern, "dass")
    found(here, enquiry, "dass")
    with pytest.raises(SameHands):
        accepted(here, concern, "dass")


# The pages


def browser(here: DemoOrganisations, username: str) -> Client:
    client = Client()
    client.force_login(here.accounts[username])
    return client


def test_a_concern_is_worked_through_its_pages(here: DemoOrganisations) -> None:
    person = scenarios.a_person(here)
    practitioner, manager, director = (browser(here, name) for name in ("practitioner", "safeguarding", "dass"))
    today = timezone.localdate().isoformat()
    told = {
        "concern": "Money is missing.",
        "told_on": today,
        "about": "organisation",
        "about_organisation": "northgate",
    }
    assert practitioner.post(f"/people/{person.ref}/raise-safeguarding-concern/", told).status_code == 303
    concern = SafeguardingConcern.objects.get()
    place = f"/safeguarding/{concern.ref}/"
    limbs = dict.fromkeys(("has_needs", "is_at_risk", "cannot_protect_themselves"), "yes")
    decision = {"decision": "enquire", "reasons": "She cannot check her account.", **limbs}
    about = {name: told[name] for name in ("about", "about_organisation")}
    bad = manager.post(f"{place}threshold/", {**decision, **about, "decision": "screen_out"})
    assert bad.status_code == 422
    assert "must be made" in bad.content.decode()
    assert "She cannot check her account." in bad.content.decode()
    assert manager.post(f"{place}threshold/", {**decision, **about}).status_code == 303
    post = here.accounts["practitioner"].worker.posts.get()
    due = timezone.localdate() + timedelta(days=5)
    day = {"due_on_day": due.day, "due_on_month": due.month, "due_on_year": due.year}
    naming = {"enquirer": post.pk, "scope": "The bank book.", **day}
    refused = manager.post(f"{place}cause-enquiry/", naming)
    assert refused.status_code == 422
    assert "complained of" in refused.content.decode()
    assert manager.post(f"{place}cause-enquiry/", {**naming, "despite_that_because": "Trusted."}).status_code == 303
    asking = {"lead": post.pk, "scope": "The receipts.", **day}
    assert manager.post(f"{place}request-information/", asking).status_code == 303
    mine = practitioner.get("/safeguarding/asked-of-us/").content.decode()
    enquiry, request = concern.enquiries.get(), concern.information_requests.get()
    assert enquiry.ref in mine
    assert request.ref in mine
    own = f"/safeguarding/asked-of-us/enquiries/{enquiry.ref}/"
    wishes = {"asked_at_start": "expressed", "outcomes": "My money back\nNobody told off"}
    assert practitioner.post(f"{own}desired-outcomes/", wishes).status_code == 303
    assert "My money back" in practitioner.get(own).content.decode()
    told_of = {"findings": "A carer kept the change.", "conclusion": "substantiated"}
    assert practitioner.post(f"{own}findings/", told_of).status_code == 303
    answer = {"answer": "Eleven receipts.", "consent_and_wishes": "She agrees."}
    assert practitioner.post(f"/safeguarding/asked-of-us/requests/{request.ref}/", answer).status_code == 303
    assert manager.post(f"{place}scrutinise/", {}).status_code == 403
    accepts = {"reasons": "Agrees with the receipts.", "action": "Repaid.", "action_by_whom": "Northgate"}
    assert director.post(f"{place}scrutinise/", accepts).status_code == 303
    closes = {"asked_at_end": "expressed", "what_they_said": "Glad.", "risk": "removed", "risk_left": "None."}
    short_of = director.post(f"{place}close/", closes)
    assert short_of.status_code == 422
    assert director.post(f"{place}close/", {**closes, "achieved_1": "met", "achieved_2": "not_met"}).status_code == 303
    page = director.get(place).content.decode()
    for words in ("My money back", "Trusted.", "Eleven receipts.", "Repaid.", "Closed", "Not met"):
        assert words in page
    assert now(concern).state == "closed"


@pytest.mark.parametrize("part", ["", "threshold/", "cause-enquiry/", "close/"])
def test_a_provider_is_told_that_the_council_keeps_it_and_another_is_told_nothing(
    here: DemoOrganisations, part: str
) -> None:
    concern = raised(here)
    assert browser(here, "practitioner").get(f"/safeguarding/{concern.ref}/{part}").status_code == 403
    assert browser(here, "otherpractitioner").get(f"/safeguarding/{concern.ref}/{part}").status_code == 404


def test_whoever_was_not_asked_finds_nothing(here: DemoOrganisations) -> None:
    enquiry = under_enquiry(here)
    own = f"/safeguarding/asked-of-us/enquiries/{enquiry.ref}/"
    assert browser(here, "practitioner").get(own).status_code == 200
    for other in ("providermanager", "otherpractitioner", "verifier"):
        assert browser(here, other).get(own).status_code == 404


def test_the_late_come_first_and_are_counted(here: DemoOrganisations) -> None:
    raised(here)
    late = raised(here)
    SafeguardingConcern.objects.filter(pk=late.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    page = browser(here, "safeguarding").get("/safeguarding/")
    assert page.context["page"].object_list[0].ref == late.ref
    assert "Late" in page.content.decode()
    assert numbers_of(standing(here.council, timezone.localdate())) == Waiting(open=2, late=1)
    only = browser(here, "safeguarding").get("/safeguarding/?late=on")
    assert [one.ref for one in only.context["page"].object_list] == [late.ref]


def test_the_demonstration_shows_each_step_and_loads_once(here: DemoOrganisations) -> None:
    demo.load(here)
    states = list(SafeguardingConcern.objects.order_by("pk").values_list("state", flat=True))
    assert states == [
        "awaiting_threshold",
        "awaiting_threshold",
        "screened_out",
        "under_enquiry",
        "awaiting_scrutiny",
        "closed",
    ]
    assert numbers_of(standing(here.council, timezone.localdate())).late == 1
    refused = Act.objects.filter(outcome="refused", subject_kind="safeguarding_concern")
    assert set(refused.values_list("verb", flat=True)) == {"close_concern", "cause_enquiry"}
    lines = Act.objects.count()
    demo.load(here)
    assert Act.objects.count() == lines
    assert broken_promises() == []
