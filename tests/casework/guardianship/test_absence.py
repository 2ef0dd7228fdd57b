"""Absence without leave: the week of the return, the report on Form G10, and the end."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.ending import record_guardianship_expiry
from casework.guardianship.rules import months_after
from casework.guardianship.running import receive_report_of_return, record_absence, record_return
from casework.models import Guardianship
from casework.refusals import AlreadyRecorded, NotKept
from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from delegation.refusals import WrongDates
from tests.casework.guardianship.asking import officer, today
from tests.scenarios import a_person

pytestmark = pytest.mark.django_db


def since(here: DemoOrganisations, days: int) -> str:
    """A guardianship in its first term, which ended so many days ago, its person absent since the week before that."""
    began_on = months_after(today() + timedelta(days=1 - days), -6)
    ref = demo.accepted(here, a_person(here), days_ago=(today() - began_on).days)
    held = Guardianship.objects.get(ref=ref)
    assert held.term_to is not None
    record_absence(by=officer(here), guardianship=ref, left_on=held.term_to - timedelta(days=4))
    return ref


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
