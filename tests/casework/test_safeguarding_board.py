"""The Safeguarding Adults Board: the council's alone, its criteria kept, its report in time."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import ReviewReferral
from casework.refusals import AlreadyRecorded, NotKept
from casework.safeguarding import demo as concerns
from casework.safeguarding_board import demo
from casework.safeguarding_board.guarded import standing
from casework.safeguarding_board.rules import must_be_reviewed, year_to_report_on
from casework.safeguarding_board.services import (
    decide_review,
    end_board_membership,
    record_board_member,
    record_board_report,
    refer_for_review,
)
from delegation.authority import RetainedByTheCouncil
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from tests import scenarios

pytestmark = pytest.mark.django_db
NONE_MET = dict.fromkeys(("has_needs", "worked_together_badly", "died_of_abuse", "alive_after_serious_abuse"), False)
MET = {**NONE_MET, "has_needs": True, "worked_together_badly": True, "died_of_abuse": True}


def referred(here: DemoOrganisations, by: str = "safeguarding") -> ReviewReferral:
    return refer_for_review(by=here.accounts[by], person=scenarios.a_person(here).ref, why="Nobody told another.")


def decided(here: DemoOrganisations, referral: ReviewReferral, by: str = "dass", **but: Any) -> ReviewReferral:
    given = {**MET, "decision": "mandatory", "reasons": "She died of it.", **but}
    return decide_review(by=here.accounts[by], referral=referral.ref, **given)


def test_no_provider_refers_or_decides(here: DemoOrganisations) -> None:
    with pytest.raises(RetainedByTheCouncil):
        referred(here, "providermanager")
    referral = referred(here)
    with pytest.raises(RetainedByTheCouncil):
        decided(here, referral, "providermanager")
    assert Act.objects.filter(subject=referral.ref, outcome="refused", verb="decide_review").exists()
    decided(here, referral)
    with pytest.raises(AlreadyRecorded):
        decided(here, referral)
    assert broken_promises() == []


@pytest.mark.parametrize(
    ("but", "may"),
    [
        ({}, True),
        ({"decision": "no_review"}, False),
        ({"decision": "discretionary"}, False),
        ({"died_of_abuse": False, "alive_after_serious_abuse": True}, True),
        ({"alive_after_serious_abuse": True}, False),
        ({"died_of_abuse": False}, False),
        ({"died_of_abuse": False, "decision": "discretionary"}, True),
        ({"died_of_abuse": False, "decision": "no_review"}, True),
        ({"worked_together_badly": False}, False),
        ({**NONE_MET, "decision": "discretionary"}, False),
        ({"reasons": " "}, False),
        ({"has_needs": None}, False),
        ({"decision": ""}, False),
    ],
)
def test_the_criteria_of_section_44_decide(here: DemoOrganisations, but: dict[str, Any], may: bool) -> None:
    referral = referred(here)
    if may:
        assert decided(here, referral, **but).due_on is None
    else:
        with pytest.raises(NotKept):
            decided(here, referral, **but)


def test_neither_condition_alone_makes_a_review() -> None:
    assert must_be_reviewed(**MET)
    for name in ("has_needs", "worked_together_badly", "died_of_abuse"):
        assert not must_be_reviewed(**{**MET, name: False}), name


def test_the_report_falls_due_at_the_end_of_the_year_in_which_its_year_ended() -> None:
    assert year_to_report_on(date(2026, 12, 31)) == 2025
    assert year_to_report_on(date(2027, 1, 1)) == 2026
    assert year_to_report_on(date(2027, 3, 31)) == 2026
    assert year_to_report_on(date(2027, 4, 1)) == 2026


def test_a_report_is_recorded_once_and_its_lack_is_late(here: DemoOrganisations) -> None:
    today = timezone.localdate()
    year = year_to_report_on(today)
    assert numbers_of(standing(here.council, today)).late == 1
    given = {"council": here.council, "year_ended": year, "published_where": "The website"}
    with pytest.raises(NotKept):
        record_board_report(by=here.accounts["dass"], published_on=date(year, 3, 1), **given)
    record_board_report(by=here.accounts["dass"], published_on=date(year, 9, 1), **given)
    with pytest.raises(AlreadyRecorded):
        record_board_report(by=here.accounts["dass"], published_on=date(year, 9, 1), **given)
    assert numbers_of(standing(here.council, today)).late == 0


def test_a_membership_ends_once_and_not_before_it_began(here: DemoOrganisations) -> None:
    by, today = here.accounts["dass"], timezone.localdate()
    given = {"name": "Gwen Hale", "body": "Fire", "seat": "other", "from_day": today}
    with pytest.raises(NotKept):
        record_board_member(by=by, council=here.council, **{**given, "seat": "king"})
    member = record_board_member(by=by, council=here.council, **given)
    with pytest.raises(NotKept):
        end_board_membership(by=by, member=member, to_day=date(2020, 1, 1))
    end_board_membership(by=by, member=member, to_day=today)
    with pytest.raises(AlreadyRecorded):
        end_board_membership(by=by, member=member, to_day=today)


def test_the_page_says_what_the_act_asks_for_and_a_provider_finds_none(here: DemoOrganisations) -> None:
    client = Client()
    client.force_login(here.accounts["dass"])
    before = client.get("/safeguarding-board/").content.decode()
    assert "chief officer of police" in before
    assert "No annual report is recorded" in before
    concerns.load(here)
    demo.load(here)
    lines = Act.objects.count()
    demo.load(here)
    assert Act.objects.count() == lines
    page = client.get("/safeguarding-board/").content.decode()
    assert "Supt Nadia Ferris" in page
    assert "Schedule 2 asks for" not in page
    referral = ReviewReferral.objects.filter(decision="").get()
    assert referral.ref in page
    assert client.get(f"/safeguarding-board/reviews/{referral.ref}/").status_code == 200
    provider = Client()
    provider.force_login(here.accounts["providermanager"])
    assert provider.get("/safeguarding-board/").status_code == 404
    assert provider.get(f"/people/{referral.person.ref}/refer-for-review/").status_code == 403
    assert broken_promises() == []
