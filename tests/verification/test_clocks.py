"""The flow's clocks: what is late is flagged, a review falls due, and nothing of a person is kept by viewflow."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from viewflow.workflow.models import Process, Task

from casework.models import SupportPlan
from delegation.models import Act
from verification import clocks
from verification.demo import Character, Storyteller, four_lines
from verification.models import Package, QueueEntry
from verification.services.verifying import take_up_verification
from verification.services.ways_out import record_death_or_move

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def a_monday():
    with time_machine.travel(datetime(2026, 11, 23, 9, 0, tzinfo=LONDON), tick=True) as traveller:
        yield traveller


def test_a_verification_within_its_days_is_not_late(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())
    call_command("workflow_timers")
    assert not QueueEntry.objects.get(plan__ref=ref).flagged_late


def test_a_verification_past_its_day_is_flagged_in_the_queue_and_the_register(
    story: Storyteller, character: Character, a_monday
) -> None:
    ref = story.submitted(character, four_lines())
    story.do(take_up_verification, "verifier", plan=ref)
    a_monday.move_to(datetime(2026, 12, 1, 9, 0, tzinfo=LONDON))
    call_command("workflow_timers")
    call_command("workflow_timers")
    assert QueueEntry.objects.get(plan__ref=ref).flagged_late
    assert Act.objects.filter(subject=ref, verb="flag_late", outcome=Act.Outcome.NOTED).count() == 1
    assert SupportPlan.objects.get(ref=ref).state == "in_verification"


def test_a_finished_step_is_never_flagged(story: Storyteller, character: Character, a_monday) -> None:
    ref = story.recommended(character, four_lines())
    story.fund(ref, by="teammanager")
    a_monday.move_to(datetime(2026, 12, 20, 9, 0, tzinfo=LONDON))
    call_command("workflow_timers")
    assert not Act.objects.filter(subject=ref, verb="flag_late").exists()


def test_a_review_falls_due_on_its_day(story: Storyteller, character: Character, a_monday) -> None:
    ref = story.active(character, four_lines())
    due = Package.objects.get(plan__ref=ref).review_due_on
    a_monday.move_to(datetime.combine(due - timedelta(days=1), datetime.min.time(), LONDON))
    call_command("workflow_timers")
    assert not Act.objects.filter(subject=ref, verb="call_review").exists()
    a_monday.move_to(datetime.combine(due, datetime.min.time(), LONDON) + timedelta(hours=7))
    call_command("workflow_timers")
    assert Act.objects.filter(subject=ref, verb="call_review").count() == 1


def test_a_clock_that_fails_keeps_nothing_of_a_person(
    story: Storyteller, character: Character, a_monday, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = story.submitted(character, four_lines())

    def fails(process_pk: int) -> None:
        plan = SupportPlan.objects.select_related("person").get(ref=ref)
        raise RuntimeError(f"{plan.person.first_name} {plan.person.last_name}")

    monkeypatch.setattr(clocks, "mark_late", fails)
    a_monday.move_to(datetime(2026, 12, 7, 9, 0, tzinfo=LONDON))
    call_command("workflow_timers")
    kept = str([task.data for task in Task.objects.filter(process__plan_route__plan__ref=ref)])
    assert "ClockError" in kept or "_exception" in kept
    assert character.first_name not in kept
    assert character.last_name not in kept


def test_the_flow_is_left_whole_when_a_plan_ends(story: Storyteller, character: Character) -> None:
    ref = story.submitted(character, four_lines())

    story.do(record_death_or_move, "verifier", plan=ref, what="moved", on=timezone.localdate())
    process = Process.objects.get(plan_route__plan__ref=ref)
    assert process.finished
    assert not Task.objects.filter(process=process, finished__isnull=True).exists()
