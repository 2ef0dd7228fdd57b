"""The queue agrees with the plans after every move, and is made anew when it does not."""

from io import StringIO

import pytest
from django.core.management import call_command

from verification.demo import BY_NUMBER, STORIES, Storyteller, four_lines
from verification.models import QueueEntry

pytestmark = pytest.mark.django_db


def checked() -> tuple[int, str]:
    said = StringIO()
    try:
        call_command("rebuild_queue", "--check", stdout=said, stderr=StringIO())
    except SystemExit as ended:
        return int(ended.code or 0), said.getvalue()
    return 0, said.getvalue()


@pytest.mark.parametrize("number", sorted(STORIES))
def test_the_queue_agrees_with_a_plan_at_every_step(story: Storyteller, number: int) -> None:
    _, tell = STORIES[number]
    tell(story, BY_NUMBER[number])
    assert checked()[0] == 0


def test_a_queue_that_disagrees_is_named_and_mended(story: Storyteller) -> None:
    ref = story.submitted(BY_NUMBER[3], four_lines())
    QueueEntry.objects.filter(plan__ref=ref).update(queue="brokerage")
    status, said = checked()
    assert status == 1
    assert ref in said
    call_command("rebuild_queue", stdout=StringIO(), stderr=StringIO())
    assert QueueEntry.objects.get(plan__ref=ref).queue == "verification"
    assert checked()[0] == 0
