"""Guardianship runs: renewed in its window, visited, with the duties of whoever is guardian."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.acting import approve_acting_guardian, end_acting_guardian
from casework.guardianship.details import GuardianDetails, VisitDetails
from casework.guardianship.guarded import standing
from casework.guardianship.rules import window_opens
from casework.guardianship.running import (
    change_guardian,
    name_medical_attendant,
    record_guardian_notice,
    record_guardianship_visit,
)
from casework.models import ActingGuardian, Guardian, Guardianship
from casework.refusals import AlreadyRecorded, NotKept
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises
from delegation.refusals import RetainedByTheCouncil, WrongDates
from tests.casework.guardianship.asking import officer, today
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db


def test_it_is_renewed_only_in_the_last_two_months_and_by_the_right_clinician(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=60)
    held = Guardianship.objects.get(ref=ref)
    assert held.term_to
    early = window_opens(held.term_to) - timedelta(days=1)
    with time_machine.travel(timezone.now() + timedelta(days=100)):
        with pytest.raises(NotKept, match="last two months"):
            demo.renewed(told, held, examined_on=early, signed_on=early, received_on=early)
        with pytest.raises(NotKept, match="responsible clinician"):
            demo.renewed(told, held, clinician="nominated_medical_attendant")
        demo.renewed(told, held)
        held.refresh_from_db()
        assert (held.state, held.term_number) == ("in_force", 2)
        assert broken_promises() == []


def test_under_a_private_guardian_the_medical_attendant_they_named_reports(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=130, guardian=demo.private(willing_on=demo.days_before(140)))
    by, held = officer(told), Guardianship.objects.get(ref=ref)
    attendant = {"clinician": "nominated_medical_attendant", "clinician_name": "Dr Hugh Marlow"}
    with pytest.raises(NotKept, match="nobody yet"):
        demo.renewed(told, held, **attendant)
    name_medical_attendant(by=by, guardianship=ref, name="Dr Hugh Marlow", address="", told_on=today())
    with pytest.raises(NotKept, match="medical attendant"):
        demo.renewed(told, held)
    demo.renewed(told, held, **attendant)
    assert broken_promises() == []


def test_a_report_that_came_in_time_renews_when_entered_late(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told))
    with time_machine.travel(timezone.now() + timedelta(days=190)):
        demo.renewed(told, Guardianship.objects.get(ref=ref))
        assert Guardianship.objects.get(ref=ref).term_number == 2
        assert broken_promises() == []


def test_a_private_guardians_late_notice_is_marked_and_the_duties_fall_due(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=10, guardian=demo.private())
    assert Guardianship.objects.get(ref=ref).due_on == demo.days_before(3)
    told_of = {"kind": "addresses", "happened_on": demo.days_before(10), "says": "Mill Street."}
    record_guardian_notice(by=officer(told), guardianship=ref, told_on=demo.days_before(2), **told_of)
    assert Act.objects.latest("pk").detail["late"] is True
    name_medical_attendant(by=officer(told), guardianship=ref, name="Dr Marlow", address="", told_on=today())
    assert Guardianship.objects.get(ref=ref).due_what == "visit"
    council = demo.accepted(told, a_person(told, last_name="Other"))
    with pytest.raises(NotKept, match="council itself"):
        record_guardian_notice(by=officer(told), guardianship=council, told_on=today(), **told_of)


def test_a_guardian_who_tells_of_the_death_makes_the_record_of_the_end_due_until_somebody_visits(
    told: DemoOrganisations,
) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=20, guardian=demo.private())
    notice = {"kind": "death", "happened_on": demo.days_before(4), "says": "He died in his sleep."}
    record_guardian_notice(by=officer(told), guardianship=ref, told_on=demo.days_before(3), **notice)
    told_of = {"kind": "addresses", "happened_on": demo.days_before(20), "says": "Mill Street."}
    record_guardian_notice(by=officer(told), guardianship=ref, told_on=demo.days_before(19), **told_of)
    name_medical_attendant(by=officer(told), guardianship=ref, name="Dr Marlow", address="", told_on=today())
    held = Guardianship.objects.get(ref=ref)
    assert (held.due_on, held.due_what) == (demo.days_before(3), "end_told")
    assert numbers_of(standing(told.council, today())).late == 1
    demo.visited(told, ref, 1)
    assert Guardianship.objects.get(ref=ref).due_what == "visit"


def test_where_a_private_guardian_dies_it_vests_in_the_council(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), guardian=demo.private())
    change = {"guardianship": ref, "on": today(), "because": "Told by her brother."}
    with pytest.raises(NotKept, match="vests"):
        change_guardian(by=officer(told), why="died", guardian=demo.private(name="Another"), **change)
    change_guardian(by=officer(told), why="died", guardian=GuardianDetails(), **change)
    kinds = list(Guardian.objects.filter(guardianship__ref=ref).order_by("pk").values_list("kind", "left"))
    assert kinds == [("private", "died"), ("council", "")]
    assert broken_promises() == []


def test_visits_move_what_falls_due(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=100)
    assert numbers_of(standing(told.council, today())).late == 1
    demo.visited(told, ref, 0)
    assert numbers_of(standing(told.council, today())).late == 0
    before = VisitDetails(visited_on=demo.days_before(101), visitor="officer", visitor_name="Mei Tan", findings="Well.")
    with pytest.raises(WrongDates):
        record_guardianship_visit(by=officer(told), guardianship=ref, details=before)


def test_the_council_or_whom_it_approves_acts_for_a_guardian_who_is_ill(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), guardian=demo.private())
    acting: dict[str, Any] = {"guardianship": ref, "from_day": today(), "because": "In hospital.", "address": ""}
    with pytest.raises(NotKept, match="Name"):
        approve_acting_guardian(by=officer(told), kind="person", name=" ", **acting)
    with pytest.raises(RetainedByTheCouncil):
        approve_acting_guardian(by=told.accounts["providermanager"], kind="council", name="", **acting)
    approve_acting_guardian(by=officer(told), kind="person", name="Ewan Treharne", **acting)
    with pytest.raises(AlreadyRecorded):
        approve_acting_guardian(by=officer(told), kind="council", name="", **acting)
    end_acting_guardian(by=officer(told), guardianship=ref, on=today(), because="She is home.")
    with pytest.raises(NotKept, match="Nobody acts"):
        end_acting_guardian(by=officer(told), guardianship=ref, on=today(), because="She is home.")
    assert Guardian.objects.get(guardianship__ref=ref).to_day is None
    assert broken_promises() == []


def test_nobody_acts_for_the_council_and_whoever_acts_stops_with_the_guardian(told: DemoOrganisations) -> None:
    council = demo.accepted(told, a_person(told))
    with pytest.raises(NotKept, match="council itself"):
        demo.acted_for(told, council)
    ref = demo.accepted(told, a_person(told, last_name="Other"), guardian=demo.private())
    demo.acted_for(told, ref)
    change_guardian(
        by=officer(told), guardianship=ref, why="died", on=today(), because="Told.", guardian=GuardianDetails()
    )
    acting = ActingGuardian.objects.get()
    assert (acting.to_day, acting.ended_because) == (today(), "Told.")
    assert broken_promises() == []


@pytest.mark.parametrize("ended_before", [False, True])
def test_that_the_guardian_died_may_be_heard_of_after_somebody_was_approved_to_act(
    told: DemoOrganisations, ended_before: bool
) -> None:
    ref = demo.accepted(told, a_person(told), guardian=demo.private(), days_ago=60)
    approve_acting_guardian(
        by=officer(told),
        guardianship=ref,
        kind="council",
        name="",
        address="",
        from_day=demo.days_before(10),
        because="Not heard of for a week.",
    )
    if ended_before:
        end_acting_guardian(by=officer(told), guardianship=ref, on=demo.days_before(5), because="It was thought so.")
    change_guardian(
        by=officer(told),
        guardianship=ref,
        why="died",
        on=demo.days_before(20),
        because="Told by the coroner.",
        guardian=GuardianDetails(),
    )
    acting = ActingGuardian.objects.get()
    assert acting.to_day == demo.days_before(5 if ended_before else 10)
    assert broken_promises() == []
