"""Safeguarding: a concern is the council's at once, and nobody outside it judges, downgrades or closes one."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import SafeguardingConcern
from casework.refusals import NotKept
from casework.safeguarding import demo
from casework.safeguarding.answering import (
    answer_information_request,
)
from casework.safeguarding.guarded import standing
from casework.safeguarding.services import (
    request_information,
)
from delegation.authority import NotYourRole, RetainedByTheCouncil, SameHands
from delegation.counting import Waiting, numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from delegation.refusals import WrongState
from tests import scenarios
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
