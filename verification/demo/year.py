"""The year behind the demonstration: sixteen plans of Northgate's, each on its days from the contact to its review.

Measures and what was overdue on a past day are read from history, so a demonstration without a past shows neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from unittest import mock

from django.utils import timezone

from casework.models import SupportPlan
from delegation.assuring import count_overdue_work
from delegation.demo import DemoOrganisations
from delegation.models import Account
from delegation.register import whole
from delegation.working_days import add_working_days
from verification.demo.characters import BY_NUMBER
from verification.demo.details import four_lines, reference_of
from verification.demo.stories import walk
from verification.demo.storyteller import Storyteller
from verification.services.packages import conclude_review, review_plan

# Of each plan: whether it was returned once, then the working days it waited for the plan to be begun, from quality
# assurance to the submission, for a verifier, and for the decision.
YEAR = (
    (True, 5, 3, 3, 2),
    (False, 5, 3, 3, 2),
    (True, 4, 3, 3, 2),
    (False, 4, 2, 4, 3),
    (True, 4, 2, 3, 2),
    (False, 3, 3, 3, 2),
    (False, 4, 2, 3, 2),
    (True, 3, 2, 2, 2),
    (False, 3, 2, 2, 2),
    (False, 2, 2, 3, 2),
    (False, 3, 1, 2, 2),
    (False, 2, 2, 2, 2),
    (True, 2, 1, 3, 2),
    (False, 2, 1, 2, 1),
    (False, 1, 1, 1, 0),
    (False, 1, 1, 1, 0),
)
FIRST = 13
APART = timedelta(days=25)
# Their reviews are held when the second plan after them begins; of these when the fourth does, which is late.
REVIEWED_LATE = frozenset({1, 2, 6, 11})


@dataclass
class _Calendar:
    """The demonstration's own clock, moved on after each act by the working days it took until the next."""

    clock: mock.Mock
    waits: dict[str, int] = field(default_factory=dict)

    def go_to(self, moment: datetime) -> None:
        self.clock.return_value = max(timezone.now(), moment)

    def after(self, act_name: str, by: Account, result: Any) -> None:
        """Told of each act as it is done."""
        on = timezone.localdate()
        passed = add_working_days(on, self.waits.pop(act_name, 0)) - on
        self.go_to(timezone.now() + passed + timedelta(minutes=5))


def live_through(world: DemoOrganisations, plans: Sequence[int]) -> None:
    """Walk some plans of the year, the first of them now and one after the other, and count what is overdue after each.

    Before each the reviews are held whose turn it is.
    """
    began = timezone.now()
    with mock.patch.object(timezone, "now", return_value=began) as clock:
        calendar = _Calendar(clock)
        for number in plans:
            calendar.go_to(_in_the_morning(began + (number - plans[0]) * APART))
            with whole():
                for earlier in range(number):
                    if number == earlier + (4 if earlier in REVIEWED_LATE else 2):
                        _review(Storyteller(world, calendar.after), earlier)
                _walk(world, calendar, number)
                count_overdue_work(world.council)


def _in_the_morning(moment: datetime) -> datetime:
    """Nine o'clock of the day, or of the next working day."""
    day = add_working_days(timezone.localdate(moment) - timedelta(days=1), 1)
    return timezone.make_aware(datetime.combine(day, time(9)))


def _walk(world: DemoOrganisations, calendar: _Calendar, number: int) -> None:
    was_returned, planned, submitted, verified, decided = YEAR[number]
    calendar.waits = {
        "determine_eligibility": planned,
        "pass_quality_assurance": submitted,
        "submit_plan_for_verification": verified,
        "recommend_plan": decided,
    }
    teller, who = Storyteller(world, calendar.after), BY_NUMBER[FIRST + number]
    if was_returned:
        walk(teller, who)
    else:
        teller.active(who, four_lines(starts_on=add_working_days(timezone.localdate(), 15)))


def _review(teller: Storyteller, number: int) -> None:
    """Hold the review of a plan; of none where the council was opened by somebody else since."""
    plan = SupportPlan.objects.filter(their_reference=reference_of(BY_NUMBER[FIRST + number])).first()
    if plan is None:
        return
    ref = plan.ref
    teller.do(review_plan, "practitioner", plan=ref, reason="Planned")
    teller.do(
        conclude_review,
        "practitioner",
        plan=ref,
        outcome="Washes and dresses with the morning visit; goes to the lunch club each week.",
        next_review_on=timezone.localdate() + timedelta(days=364),
        achieved="Fully Met",
        method="Service user and unpaid carer",
    )
