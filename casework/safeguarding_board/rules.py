"""The rules of the board that need no database: when a review must be arranged, and which report falls due.

Source: Care Act 2014 s.44(1)-(4), Schedule 2 para 4.
"""

from datetime import date

from casework.models import BoardMember, ReviewReferral

Decision = ReviewReferral.Decision
# Schedule 2 para 4 says as soon as is feasible after the financial year; the day is the council's own target.
REPORT_BY = (12, 31)
# Schedule 2 para 1(1): those without whom there is no board.
SEATS_OF_THE_ACT = (
    BoardMember.Seat.LOCAL_AUTHORITY,
    BoardMember.Seat.INTEGRATED_CARE_BOARD,
    BoardMember.Seat.POLICE,
)


def must_be_reviewed(
    *, has_needs: bool, worked_together_badly: bool, died_of_abuse: bool, alive_after_serious_abuse: bool
) -> bool:
    """Whether section 44(1) is met: needs, cause for concern about working together, and condition 1 or 2."""
    return has_needs and worked_together_badly and (died_of_abuse or alive_after_serious_abuse)


def why_not_decided_so(decision: str, criteria: dict[str, bool | None]) -> dict[str, str]:
    """What stands against a decision on a referral, a sentence a field. Source: Care Act 2014 s.44(1)-(4)."""
    faults = {name: "Answer yes or no." for name, answer in criteria.items() if answer is None}
    if criteria.get("died_of_abuse") and criteria.get("alive_after_serious_abuse"):
        faults["alive_after_serious_abuse"] = "Somebody who died is not alive: answer one of the two with no."
    if decision not in Decision.values:
        faults["decision"] = "Choose what is decided."
    elif not faults:
        met = must_be_reviewed(**{name: bool(answer) for name, answer in criteria.items()})
        if met and decision != Decision.MANDATORY:
            faults["decision"] = "The criteria of section 44(1) are met: a review must be arranged."
        if not met and decision == Decision.MANDATORY:
            faults["decision"] = "The criteria of section 44(1) are not met; section 44(4) lets a review be arranged."
        if decision == Decision.DISCRETIONARY and not criteria["has_needs"]:
            faults["decision"] = "Section 44(4) reaches only an adult with needs for care and support."
    return faults


def year_to_report_on(on: date) -> int:
    """The last financial year, by the year it ended in, whose report has fallen due before a day."""
    ended = on.year if on >= date(on.year, 4, 1) else on.year - 1
    return ended if on > date(ended, *REPORT_BY) else ended - 1
