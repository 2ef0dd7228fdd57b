"""The acts of the board with the function they exercise, and its register, told when the program starts."""

from datetime import date

from django.db.models import Exists, Q
from django.utils import timezone

from casework.models import BoardReport, ReviewReferral
from casework.safeguarding_board.flows import WAY_OF_A_REVIEW
from casework.safeguarding_board.rules import year_to_report_on
from delegation.authority import would_permit
from delegation.counting import NONE, Counting
from delegation.guarded import ACTS, GuardedAct, tell_of_acts
from delegation.models import Account, Organisation
from delegation.refusals import Refused
from delegation.registers import Register, tell_of_register
from delegation.schedule import FUNCTIONS

BOARD = "safeguarding_adults_board"
MANAGERS = FUNCTIONS[BOARD].council_roles
READERS = MANAGERS | {"head_of_service", "auditor", "monitoring_officer"}

tell_of_acts(
    (
        GuardedAct(verb="read_safeguarding_board", function=BOARD, side="council", roles=READERS),
        *(
            GuardedAct(verb=verb, function=BOARD, side="council", roles=MANAGERS)
            for verb in (
                "record_board_member",
                "end_board_membership",
                "record_board_report",
                "refer_for_review",
                "decide_review",
            )
        ),
    )
)


def may_read_board(account: Account, council: Organisation) -> bool:
    """Whether somebody reads the council's register of its board."""
    question = ACTS["read_safeguarding_board"].question(by=account, council=council, on=timezone.localdate())
    return not isinstance(would_permit(question), Refused)


def standing(council: Organisation, on: date) -> list[Counting]:
    """The referrals not yet decided, and of them the late; a report not published by its day is one more late."""
    waiting = ReviewReferral.objects.filter(council=council, due_on__isnull=False)
    reports = BoardReport.objects.filter(council=council, year_ended=year_to_report_on(on))
    not_reported = Organisation.objects.filter(~Exists(reports), pk=council.pk)
    return [Counting(rows=waiting, late=Q(due_on__lt=on)), Counting(rows=not_reported, open=NONE)]


tell_of_register(
    Register(
        key="safeguarding-board",
        title="Safeguarding Adults Board",
        says="Members, annual reports, and referrals for a safeguarding adults review.",
        function=BOARD,
        sections="Care Act 2014 sections 43 to 45, Schedule 2",
        address="casework:safeguarding-board",
        is_open_to=may_read_board,
        standing=standing,
        drawn=WAY_OF_A_REVIEW,
    )
)
