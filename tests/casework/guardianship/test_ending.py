"""Guardianship ends by a record: discharge, the term, a death."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.applying import (
    accept_guardianship_application,
    receive_into_guardianship,
    refuse_guardianship_application,
)
from casework.guardianship.details import ReceptionDetails
from casework.guardianship.ending import (
    discharge_guardianship,
    end_guardianship,
    record_discharge_by_another,
    record_guardianship_expiry,
)
from casework.guardianship.guarded import standing
from casework.models import Guardianship, GuardianshipDischarge, Person
from casework.refusals import NotKept
from casework.services.people import person_died
from delegation.counting import numbers_of
from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from delegation.refusals import RetainedByTheCouncil, WrongDates
from delegation.register import keep, whole
from tests.casework.guardianship.asking import officer, today
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db


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
    for staff in ("Helen Marsh", " imogen  CLARKE ", "Carol Whitfield"):  # of the council, and of a provider
        with pytest.raises(NotKept, match="no officer is among the members"):
            discharge_guardianship(by=officer(told), members=[*demo.MEMBERS, staff], **order)
    for too_few in ((),):
        with pytest.raises(NotKept, match="members"):
            discharge_guardianship(by=officer(told), members=too_few, **order)
    with pytest.raises(RetainedByTheCouncil):
        discharge_guardianship(by=told.accounts["providermanager"], members=demo.MEMBERS, **order)
    assert not GuardianshipDischarge.objects.exists()
    discharge_guardianship(by=officer(told), members=demo.MEMBERS, **order)
    held = Guardianship.objects.get(ref=ref)
    assert (held.state, held.ending, held.due_on) == ("discharged", "by_council", None)
    assert broken_promises() == []


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


def test_a_death_before_the_councils_decision_bars_acceptance(told: DemoOrganisations) -> None:
    person = a_person(told)
    ref = demo.applied(told, person)
    dies(told, person, today())
    assert Guardianship.objects.get(ref=ref).due_what == "death"
    with pytest.raises(NotKept, match="died"):
        accept_guardianship_application(by=officer(told), guardianship=ref)
    refuse_guardianship_application(by=officer(told), guardianship=ref, because="She died.")


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
