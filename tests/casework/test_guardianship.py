"""Guardianship: accepted by the council alone on papers the Act allows, renewed in its window, ended by a record."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.acting import approve_acting_guardian, end_acting_guardian
from casework.guardianship.applying import (
    accept_guardianship_application,
    consent_to_amendment,
    receive_into_guardianship,
    refuse_guardianship_application,
)
from casework.guardianship.details import GuardianDetails, ReceptionDetails, VisitDetails
from casework.guardianship.ending import (
    discharge_guardianship,
    end_guardianship,
    record_discharge_by_another,
    record_guardianship_expiry,
    transfer_guardianship_away,
)
from casework.guardianship.guarded import standing
from casework.guardianship.rules import (
    Away,
    Papers,
    Recommendation,
    Watched,
    days_between,
    days_falling_due,
    first_term,
    forward_by,
    last_day,
    months_after,
    next_term,
    runs_to,
    term_on,
    why_not_accepted,
    why_not_discharged,
    why_not_renewed,
    window_opens,
)
from casework.guardianship.running import (
    change_guardian,
    name_medical_attendant,
    receive_report_of_return,
    record_absence,
    record_displacement,
    record_guardian_notice,
    record_guardianship_visit,
    record_return,
)
from casework.models import ActingGuardian, Guardian, Guardianship, GuardianshipDischarge, Person
from casework.refusals import AlreadyRecorded, NotKept
from casework.services.people import person_died
from delegation.amhp import demo as amhp
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, AmhpApproval
from delegation.promises import broken_promises
from delegation.refusals import (
    NotQualified,
    NotYourRole,
    Refused,
    RetainedByTheCouncil,
    SameHands,
    WrongDates,
    WrongState,
)
from delegation.register import keep, whole
from delegation.services import appoint_to_post
from tests.once import Begun
from tests.scenarios import a_person

ON = date(2026, 6, 15)
ONE = Recommendation(
    doctor="Dr One", examined_on=ON, signed_on=ON, is_section_12=True, is_acquainted=True, has_tie=False
)
TWO = replace(ONE, doctor="Dr Two", is_section_12=False, is_acquainted=False)
PAPERS = Papers(
    born=date(1980, 1, 1), applicant="amhp", applied_on=ON, seen_on=ON, received_on=ON, recommendations=(ONE, TWO)
)


# -- rules ------------------------------------------------------------------------------------------------------------


def test_papers_in_order_may_be_accepted() -> None:
    assert why_not_accepted(PAPERS) == []


@pytest.mark.parametrize(
    ("but", "says"),
    [
        ({"born": date(2010, 6, 16)}, "s.7(1)"),
        ({"has_died": True}, "died"),
        ({"is_learning_disability": True}, "s.1(2A)"),
        ({"seen_on": ON - timedelta(days=14)}, "s.11(5)"),
        ({"nearest_relative_objects": True}, "s.11(4)"),
        ({"nearest_relative_told": False}, "s.11(4)"),
        ({"recommendations": (ONE,)}, "s.7(3)"),
        ({"recommendations": (ONE, replace(TWO, doctor=" dr  ONE"))}, "s.7(3)"),
        ({"recommendations": (replace(ONE, is_section_12=False), TWO)}, "s.12(2)"),
        ({"recommendations": (replace(ONE, is_acquainted=False), TWO)}, "s.12(2)"),
        ({"recommendations": (replace(ONE, has_tie=True), TWO)}, "s.12A"),
        ({"recommendations": (replace(ONE, signed_on=ON + timedelta(days=1)), TWO)}, "s.12(1)"),
        ({"recommendations": (replace(ONE, examined_on=ON - timedelta(days=7)), TWO)}, "s.12(1)"),
        ({"received_on": ON + timedelta(days=14)}, "s.8(2)"),
        ({"guardian_is_private": True}, "s.7(5)"),
        ({"guardian_is_private": True, "guardian_willing_on": ON, "guardian_lives_here": False}, "s.7(5)"),
    ],
)
def test_each_thing_the_act_asks_bars_acceptance_alone(but: dict[str, Any], says: str) -> None:
    (why,) = why_not_accepted(replace(PAPERS, **but))
    assert says in why


@pytest.mark.parametrize(
    "but",
    [
        {"born": date(2010, 6, 15)},
        {"is_learning_disability": True, "has_serious_conduct": True},
        {"seen_on": ON - timedelta(days=13)},
        {"applicant": "nearest_relative", "nearest_relative_objects": True, "nearest_relative_told": False},
        {"recommendations": (replace(ONE, examined_on=ON - timedelta(days=6)), TWO)},
        {"recommendations": (replace(ONE, is_acquainted=False), TWO), "why_no_acquaintance": "New to the area."},
        {"received_on": ON + timedelta(days=13)},
        {"guardian_is_private": True, "guardian_willing_on": ON},
    ],
)
def test_the_last_day_of_each_limit_is_still_in_time(but: dict[str, Any]) -> None:
    assert why_not_accepted(replace(PAPERS, **but)) == []


def test_the_fourteen_days_begin_with_the_last_examination() -> None:
    assert forward_by([date(2026, 6, 1), date(2026, 6, 4)]) == date(2026, 6, 17)
    assert days_between(date(2026, 6, 1), date(2026, 6, 7)) == 5
    assert days_between(ON, ON) == 0


def test_six_months_six_months_then_twelve() -> None:
    first = first_term(date(2026, 1, 1))
    second = next_term(first)
    third = next_term(second)
    assert [term.to_day for term in (first, second, third, next_term(third))] == [
        date(2026, 6, 30),
        date(2026, 12, 31),
        date(2027, 12, 31),
        date(2028, 12, 31),
    ]
    assert last_day(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert last_day(date(2026, 3, 1), 6) == date(2026, 8, 31)
    assert term_on(date(2026, 1, 1), date(2027, 1, 1)).number == 3


def test_the_window_is_the_last_two_months_of_the_term() -> None:
    ends = date(2026, 6, 30)
    assert window_opens(ends) == date(2026, 5, 1)
    opens = window_opens(ends)
    assert why_not_renewed(ends, opens, opens, opens) == []
    assert why_not_renewed(ends, ends, ends, ends) == []
    assert why_not_renewed(ends, opens - timedelta(days=1), opens, opens)
    assert why_not_renewed(ends, ends, ends, ends + timedelta(days=1))
    assert why_not_renewed(ends, ends, opens, ends)


def test_visits_fall_due_each_three_months_and_a_doctors_each_year() -> None:
    watched = Watched(since=date(2026, 1, 31), to_day=date(2026, 7, 30))
    assert days_falling_due(watched)[0] == (date(2026, 4, 30), "visit")
    seen = replace(watched, visited_on=date(2026, 7, 1), to_day=date(2027, 7, 30))
    assert days_falling_due(seen)[:2] == [(date(2026, 10, 1), "visit"), (date(2027, 1, 31), "doctor_visit")]
    private = replace(watched, guardian_is_private=True, guardian_from=date(2026, 1, 31))
    assert {what for _, what in days_falling_due(private)[:2]} == {"attendant", "addresses"}


def test_after_a_death_in_the_term_nothing_falls_due_but_its_end() -> None:
    watched = Watched(since=date(2026, 1, 31), to_day=date(2026, 7, 30), died_on=date(2026, 7, 30))
    assert days_falling_due(watched) == [(date(2026, 7, 30), "death")]
    assert days_falling_due(replace(watched, died_on=date(2026, 7, 31)))[0] == (date(2026, 4, 30), "visit")


def test_three_members_and_no_officer_discharge() -> None:
    assert why_not_discharged(demo.MEMBERS, "Mei Tan") == []
    assert why_not_discharged(demo.MEMBERS[:2], "Mei Tan")
    assert why_not_discharged(["Ada", "ada", " ADA "], "Mei Tan")
    assert why_not_discharged([*demo.MEMBERS, "mei tan"], "Mei Tan")


# -- the way ----------------------------------------------------------------------------------------------------------

database = pytest.mark.django_db


@pytest.fixture
def told(here: DemoOrganisations, begun: Begun) -> DemoOrganisations:
    """The demo council with its AMHPs."""
    begun("AMHPs", lambda: amhp.load(here))
    return here


def officer(here: DemoOrganisations) -> Account:
    return here.accounts["guardianship"]


def today() -> date:
    return timezone.localdate()


@database
def test_an_application_is_accepted_on_form_g5_for_six_months(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told))
    held = accept_guardianship_application(by=officer(told), guardianship=ref)
    assert (held.state, held.term_number, held.term_to) == ("in_force", 1, last_day(today(), 6))
    assert (held.due_what, held.section) == ("visit", "7")
    assert held.guardians.get().kind == "council"
    assert Act.objects.latest("pk").verb == "accept_guardianship_application"
    assert broken_promises() == []


@database
@pytest.mark.parametrize(
    ("who", "refusal"),
    [("practitioner", RetainedByTheCouncil), ("providermanager", RetainedByTheCouncil), ("verifier", NotYourRole)],
)
def test_nobody_but_the_councils_own_roles_accepts(told: DemoOrganisations, who: str, refusal: type[Refused]) -> None:
    ref = demo.applied(told, a_person(told), guardian=demo.private())
    with pytest.raises(refusal):
        accept_guardianship_application(by=told.accounts[who], guardianship=ref)
    accept_guardianship_application(by=told.accounts["dass"], guardianship=ref)


@database
@pytest.mark.parametrize("username", [demo.SUSPENDED, "hpugh", "jkaur"])
def test_an_amhp_suspended_lapsed_or_refused_is_not_named(told: DemoOrganisations, username: str) -> None:
    person = a_person(told)
    with pytest.raises(NotQualified):
        demo.applied(told, person, amhp=demo.amhp_ref(told, username))
    assert not Guardianship.objects.filter(person=person).exists()
    demo.applied(told, person)
    assert broken_promises() == []


@database
def test_an_amhp_suspended_since_may_have_applied_before(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told), days_ago=7, amhp=demo.amhp_ref(told, demo.SUSPENDED))
    assert Guardianship.objects.get(ref=ref).amhp is not None
    assert broken_promises() == []


@database
def test_what_bars_acceptance_may_be_logged_and_is_refused_with_reasons(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told), nearest_relative_objects=True)
    with pytest.raises(NotKept, match="nearest relative objects"):
        accept_guardianship_application(by=officer(told), guardianship=ref)
    held = refuse_guardianship_application(by=officer(told), guardianship=ref, because="Her son objects.")
    assert (held.state, held.due_on) == ("refused", None)
    with pytest.raises(WrongState):
        accept_guardianship_application(by=officer(told), guardianship=ref)
    assert broken_promises() == []


@database
def test_a_court_that_displaces_the_nearest_relative_lifts_the_objection(told: DemoOrganisations) -> None:
    ref = demo.applied(told, a_person(told), nearest_relative_objects=True)
    record_displacement(by=officer(told), guardianship=ref, on=today(), court="Exampleton County Court")
    accept_guardianship_application(by=officer(told), guardianship=ref)
    with pytest.raises(AlreadyRecorded):
        record_displacement(by=officer(told), guardianship=ref, on=today(), court="Exampleton County Court")
    assert broken_promises() == []


@database
def test_whoever_applied_as_an_amhp_does_not_accept(told: DemoOrganisations) -> None:
    worker = AmhpApproval.objects.get(ref=demo.amhp_ref(told)).worker
    by = worker.accounts.get()
    appoint_to_post(
        by=told.accounts["administrator"],
        worker=worker,
        organisation=told.council,
        role="guardianship_officer",
        from_day=date(2020, 1, 1),
    )
    ref = demo.applied(told, a_person(told))
    with pytest.raises(SameHands):
        accept_guardianship_application(by=by, guardianship=ref)
    accept_guardianship_application(by=officer(told), guardianship=ref)


@database
def test_a_person_has_one_live_guardianship(told: DemoOrganisations) -> None:
    person = a_person(told)
    ref = demo.accepted(told, person)
    with pytest.raises(AlreadyRecorded):
        demo.applied(told, person)
    end_guardianship(by=officer(told), guardianship=ref, ending="detained", on=today(), because="Section 3.")
    demo.applied(told, person)


@database
def test_a_paper_is_amended_within_fourteen_days_and_no_later(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=20)
    mended = {"paper": "application", "defect": "A wrong street.", "amended_by_name": "Ravi Singh"}
    with pytest.raises(WrongDates, match="amended from the day"):
        consent_to_amendment(by=officer(told), guardianship=ref, amended_on=demo.days_before(6), **mended)
    consent_to_amendment(by=officer(told), guardianship=ref, amended_on=demo.days_before(7), **mended)


@database
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


@database
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


@database
def test_a_private_guardian_is_accepted_willing_and_living_here(told: DemoOrganisations) -> None:
    for number, wrong in enumerate(({"willing_on": None}, {"lives_here": False}, {"is_fit": False})):
        person = a_person(told, last_name=f"Other{number}")
        ref = demo.applied(told, person, guardian=demo.private(**wrong))
        with pytest.raises(NotKept):
            accept_guardianship_application(by=officer(told), guardianship=ref)
    with pytest.raises(NotKept):
        demo.applied(told, a_person(told), guardian=demo.private(fit_because=" "))
    demo.accepted(told, a_person(told), guardian=demo.private())
    assert broken_promises() == []


@database
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


@database
def test_where_a_private_guardian_dies_it_vests_in_the_council(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), guardian=demo.private())
    change = {"guardianship": ref, "on": today(), "because": "Told by her brother."}
    with pytest.raises(NotKept, match="vests"):
        change_guardian(by=officer(told), why="died", guardian=demo.private(name="Another"), **change)
    change_guardian(by=officer(told), why="died", guardian=GuardianDetails(), **change)
    kinds = list(Guardian.objects.filter(guardianship__ref=ref).order_by("pk").values_list("kind", "left"))
    assert kinds == [("private", "died"), ("council", "")]
    assert broken_promises() == []


@database
def test_visits_move_what_falls_due(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=100)
    assert numbers_of(standing(told.council, today())).late == 1
    demo.visited(told, ref, 0)
    assert numbers_of(standing(told.council, today())).late == 0
    before = VisitDetails(visited_on=demo.days_before(101), visitor="officer", visitor_name="Mei Tan", findings="Well.")
    with pytest.raises(WrongDates):
        record_guardianship_visit(by=officer(told), guardianship=ref, details=before)


@database
def test_the_council_discharges_only_by_three_members(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told))
    order: dict[str, Any] = {
        "guardianship": ref,
        "sitting_as": "The panel",
        "ordered_on": today(),
        "reasons": "Settled.",
    }
    for too_few in ((), demo.MEMBERS[:2], [demo.MEMBERS[0]] * 3, [*demo.MEMBERS[:2], "Mei Tan"]):
        with pytest.raises(NotKept, match="members"):
            discharge_guardianship(by=officer(told), members=too_few, **order)
    with pytest.raises(RetainedByTheCouncil):
        discharge_guardianship(by=told.accounts["providermanager"], members=demo.MEMBERS, **order)
    assert not GuardianshipDischarge.objects.exists()
    discharge_guardianship(by=officer(told), members=demo.MEMBERS, **order)
    held = Guardianship.objects.get(ref=ref)
    assert (held.state, held.ending, held.due_on) == ("discharged", "by_council", None)
    assert broken_promises() == []


@database
def test_a_nearest_relative_discharges_but_not_from_a_courts_order(told: DemoOrganisations) -> None:
    by, person = officer(told), a_person(told)
    court = ReceptionDetails(
        origin="court_order", began_on=today(), received_on=today(), from_name="Crown Court", guardian=demo.COUNCIL
    )
    ordered = receive_into_guardianship(by=by, person=person.ref, details=court)
    applied = demo.accepted(told, a_person(told, last_name="Other"))
    order = {"discharged_by": "nearest_relative", "ordered_by_name": "Edna", "ordered_on": today(), "reasons": "Home."}
    with pytest.raises(NotKept, match="court"):
        record_discharge_by_another(by=by, guardianship=ordered.ref, **order)
    assert (
        record_discharge_by_another(by=by, guardianship=applied, **order).guardianship.ending == "by_nearest_relative"
    )
    assert (ordered.section, broken_promises()) == ("37", [])


@database
def test_to_a_hospital_an_amhp_in_force_applied(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told))
    away: dict[str, Any] = {
        "guardianship": ref,
        "to": "hospital",
        "to_name": "Exampleton Hospital",
        "moved_on": today(),
        "because": "Relapse.",
        "applied_on": today(),
    }
    with pytest.raises(NotKept, match="AMHP"):
        transfer_guardianship_away(by=officer(told), **away)
    with pytest.raises(NotQualified):
        transfer_guardianship_away(by=officer(told), amhp=demo.amhp_ref(told, demo.SUSPENDED), **away)
    transfer_guardianship_away(by=officer(told), amhp=demo.amhp_ref(told), **away)
    assert Guardianship.objects.get(ref=ref).ending == "to_hospital"
    assert broken_promises() == []


@database
def test_past_its_term_only_the_end_of_it_is_recorded(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told))
    with pytest.raises(WrongDates):
        record_guardianship_expiry(by=officer(told), guardianship=ref)
    with time_machine.travel(timezone.now() + timedelta(days=190)):
        (broken,) = broken_promises()
        assert broken.promise.sentence == "No guardianship is past its term without an end"
        with pytest.raises(WrongDates, match="expired"):
            demo.visited(told, ref, 0)
        with pytest.raises(NotKept, match="after the term ended"):
            demo.renewed(told, Guardianship.objects.get(ref=ref), received_on=today())
        held = record_guardianship_expiry(by=officer(told), guardianship=ref)
        assert (held.state, held.ended_on) == ("expired", held.term_to)
        assert broken_promises() == []


def dies(here: DemoOrganisations, person: Person, on: date) -> None:
    """As the record of a death on a plan does it."""
    with whole():
        person.date_of_death = on
        keep(person, by=here.accounts["verifier"], why="The person died")
        person_died.send(Person, person=person, by=here.accounts["verifier"])


@database
def test_a_death_falls_due_as_the_end_and_bars_everything_later(told: DemoOrganisations) -> None:
    person = a_person(told)
    ref = demo.accepted(told, person, days_ago=30)
    dies(told, person, demo.days_before(2))
    held = Guardianship.objects.get(ref=ref)
    assert (held.state, held.due_what, held.due_on) == ("in_force", "death", demo.days_before(2))
    assert numbers_of(standing(told.council, today())).late == 1
    with pytest.raises(WrongDates, match="died"):
        demo.visited(told, ref, 0)
    with pytest.raises(WrongDates, match="not the day"):
        end_guardianship(
            by=officer(told), guardianship=ref, ending="died", on=demo.days_before(3), because="Told by the GP."
        )
    end_guardianship(
        by=officer(told), guardianship=ref, ending="died", on=demo.days_before(2), because="Told by the GP."
    )
    held.refresh_from_db()
    assert (held.state, held.due_on, numbers_of(standing(told.council, today())).late) == ("ended", None, 0)
    assert broken_promises() == []


@database
def test_a_death_before_the_councils_decision_bars_acceptance(told: DemoOrganisations) -> None:
    person = a_person(told)
    ref = demo.applied(told, person)
    dies(told, person, today())
    assert Guardianship.objects.get(ref=ref).due_what == "death"
    with pytest.raises(NotKept, match="died"):
        accept_guardianship_application(by=officer(told), guardianship=ref)
    refuse_guardianship_application(by=officer(told), guardianship=ref, because="She died.")


@database
def test_what_ended_with_a_death_is_not_recorded_as_expired(told: DemoOrganisations) -> None:
    person = a_person(told)
    ref = demo.accepted(told, person)
    dies(told, person, today())
    with time_machine.travel(timezone.now() + timedelta(days=190)):
        with pytest.raises(WrongDates, match="died"):
            record_guardianship_expiry(by=officer(told), guardianship=ref)
        end_guardianship(
            by=officer(told), guardianship=ref, ending="died", on=person.date_of_death, because="Told by the GP."
        )


@database
def test_a_report_that_came_in_time_renews_when_entered_late(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told))
    with time_machine.travel(timezone.now() + timedelta(days=190)):
        demo.renewed(told, Guardianship.objects.get(ref=ref))
        assert Guardianship.objects.get(ref=ref).term_number == 2
        assert broken_promises() == []


@database
def test_after_an_absence_of_more_than_28_days_a_report_falls_due_within_the_week(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=60)
    record_absence(by=officer(told), guardianship=ref, left_on=demo.days_before(40))
    with pytest.raises(AlreadyRecorded):
        record_absence(by=officer(told), guardianship=ref, left_on=demo.days_before(3))
    record_return(by=officer(told), guardianship=ref, returned_on=today())
    held = Guardianship.objects.get(ref=ref)
    assert (held.due_what, held.due_on) == ("report_of_return", today() + timedelta(days=6))
    assert held.runs_to == today() + timedelta(days=6)
    receive_report_of_return(by=officer(told), guardianship=ref, reported_on=today(), clinician_name="Dr Priya Nandan")
    held.refresh_from_db()
    assert (held.due_what, held.runs_to, held.term_number) == ("visit", held.term_to, 1)
    assert broken_promises() == []


@database
def test_without_the_report_it_ends_with_the_week_of_the_return(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), days_ago=60)
    record_absence(by=officer(told), guardianship=ref, left_on=demo.days_before(40))
    record_return(by=officer(told), guardianship=ref, returned_on=demo.days_before(7))
    with pytest.raises(WrongDates, match="ended by that day"):
        receive_report_of_return(
            by=officer(told), guardianship=ref, reported_on=today(), clinician_name="Dr Priya Nandan"
        )
    held = record_guardianship_expiry(by=officer(told), guardianship=ref)
    assert (held.state, held.ending, held.ended_on) == ("expired", "no_report", demo.days_before(1))
    assert broken_promises() == []


def since(here: DemoOrganisations, days: int) -> str:
    """A guardianship in its first term, which ended so many days ago, its person absent since the week before that."""
    began_on = months_after(today() + timedelta(days=1 - days), -6)
    ref = demo.accepted(here, a_person(here), days_ago=(today() - began_on).days)
    held = Guardianship.objects.get(ref=ref)
    assert held.term_to is not None
    record_absence(by=officer(here), guardianship=ref, left_on=held.term_to - timedelta(days=4))
    return ref


@database
def test_who_is_absent_when_the_term_ends_has_the_week_of_the_return(told: DemoOrganisations) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=184)):
        ref = since(told, 0)
    with time_machine.travel(timezone.now() + timedelta(days=187)):
        assert broken_promises() == []
        record_return(by=officer(told), guardianship=ref, returned_on=today())
        held = Guardianship.objects.get(ref=ref)
        assert held.runs_to == today() + timedelta(days=6)
        with pytest.raises(WrongDates, match="not ended"):
            record_guardianship_expiry(by=officer(told), guardianship=ref)
    with time_machine.travel(timezone.now() + timedelta(days=193)):
        demo.renewed(told, held, examined_on=today(), signed_on=today(), received_on=today())
        held.refresh_from_db()
        assert (held.term_number, held.term_from, held.runs_to) == (2, held.term_from, held.term_to)
        assert broken_promises() == []


@database
def test_after_the_week_of_the_return_it_has_ended(told: DemoOrganisations) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=184)):
        ref = since(told, 0)
    with time_machine.travel(timezone.now() + timedelta(days=187)):
        record_return(by=officer(told), guardianship=ref, returned_on=today())
        returned_on = today()
    with time_machine.travel(timezone.now() + timedelta(days=194)):
        held = Guardianship.objects.get(ref=ref)
        with pytest.raises(NotKept, match="after the term ended"):
            demo.renewed(told, held, received_on=today())
        held = record_guardianship_expiry(by=officer(told), guardianship=ref)
        assert (held.ending, held.ended_on) == ("expired", returned_on + timedelta(days=6))
        assert broken_promises() == []


@database
def test_the_report_on_a_late_return_renews_where_the_term_is_over(told: DemoOrganisations) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=184)):
        ref = since(told, 0)
        term_to = Guardianship.objects.get(ref=ref).term_to
    with time_machine.travel(timezone.now() + timedelta(days=224)):
        record_return(by=officer(told), guardianship=ref, returned_on=today())
        receive_report_of_return(
            by=officer(told), guardianship=ref, reported_on=today(), clinician_name="Dr Priya Nandan"
        )
        held = Guardianship.objects.get(ref=ref)
        assert term_to
        assert (held.term_number, held.term_from) == (2, term_to + timedelta(days=1))
        assert broken_promises() == []


def test_an_absence_lengthens_only_what_it_reaches() -> None:
    ends = date(2026, 6, 30)
    left = ends - timedelta(days=20)
    assert runs_to(ends, []) == ends
    assert runs_to(ends, [Away(left_on=left, returned_on=ends - timedelta(days=7))]) == ends
    assert runs_to(ends, [Away(left_on=left, returned_on=ends - timedelta(days=5))]) == ends + timedelta(days=1)
    assert runs_to(ends, [Away(left_on=left, returned_on=ends)]) == ends + timedelta(days=6)
    assert runs_to(ends, [Away(left_on=left)]) == date(2026, 12, 9)
    assert runs_to(ends, [Away(left_on=date(2025, 12, 1))]) == ends
    assert runs_to(ends, [Away(left_on=ends + timedelta(days=1))]) == ends


def test_an_absence_is_long_after_the_twenty_eighth_day() -> None:
    left = date(2026, 6, 1)
    assert not Away(left_on=left, returned_on=date(2026, 6, 28)).is_long
    assert Away(left_on=left, returned_on=date(2026, 6, 29)).is_long
    assert runs_to(date(2026, 9, 30), [Away(left_on=left, returned_on=date(2026, 7, 3))]) == date(2026, 7, 9)


@database
def test_the_council_or_whom_it_approves_acts_for_a_guardian_who_is_ill(told: DemoOrganisations) -> None:
    ref = demo.accepted(told, a_person(told), guardian=demo.private())
    acting: dict[str, Any] = {"guardianship": ref, "from_day": today(), "because": "In hospital.", "address": ""}
    with pytest.raises(NotKept, match="name"):
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


@database
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


@database
def test_the_demonstration_loads_once(here: DemoOrganisations) -> None:
    demo.load(here)
    lines = Act.objects.count()
    demo.load(here)
    assert Act.objects.count() == lines
    states = sorted(Guardianship.objects.filter(council=here.council).values_list("state", flat=True))
    assert states == ["discharged", "expired", *["in_force"] * 4, "received", "received", "refused"]
    assert numbers_of(standing(here.council, timezone.localdate())).late == 2
    refused = Act.objects.get(verb="record_guardianship_application", outcome="refused")
    assert refused.refusal == "NotQualified"
    assert broken_promises() == []
