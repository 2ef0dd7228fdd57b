"""What a notice says, in a sentence or two a lawyer could check; its reasons stand below it.

Source: SI 2008/1206 regs 4, 6 and 7.
"""

from delegation.amhp.words import CAUSES
from delegation.models import AmhpApproval
from delegation.wording import long_day


def said_of(approval: AmhpApproval, kind: str, *, to_authority: str = "") -> str:
    """What is told of an approval, as it stands now, to the AMHP or to another council."""
    who = f"{approval.worker.name}" if to_authority else "You"
    words = {
        "approved": _approved,
        "refused": _refused,
        "suspended": _suspended,
        "held": _held,
        "lifted": _lifted,
        "ended": _ended,
    }
    return words[kind](approval, who, "is" if to_authority else "are")


def _approved(approval: AmhpApproval, who: str, verb: str) -> str:
    return (
        f"{who} {verb} approved by {approval.council} to act as an approved mental health professional from "
        f"{long_day(approval.decided_on)} until the end of {long_day(approval.last_day)}, a period of five years. "
        "Each year of the approval asks at least 18 hours of agreed training. Approval by one council ends that by "
        "another (Mental Health Act 1983 s.114; SI 2008/1206 regs 4, 5 and 7)."
    )


def _refused(approval: AmhpApproval, who: str, verb: str) -> str:
    return (
        f"{who} {verb} not approved by {approval.council} to act as an approved mental health professional "
        "(Mental Health Act 1983 s.114(3); SI 2008/1206 reg 3)."
    )


def _suspended(approval: AmhpApproval, who: str, verb: str) -> str:
    return (
        f"The approval by {approval.council} is suspended. {who} may not act as an approved mental health professional "
        f"until the council lifts the suspension. The approval still ends on {long_day(approval.last_day)} "
        "(SI 2008/1206 reg 6)."
    )


def _held(approval: AmhpApproval, who: str, verb: str) -> str:
    return (
        f"{approval.council} is not satisfied of competence, so the suspension of the approval stands although the "
        f"registration is live again. {who} may not act as an approved mental health professional (SI 2008/1206 reg 6)."
    )


def _lifted(approval: AmhpApproval, who: str, verb: str) -> str:
    return (
        f"{approval.council} has lifted the suspension of the approval. {who} may act as an approved mental health "
        f"professional again, until the end of {long_day(approval.last_day)}: the term ran on meanwhile and is not "
        "extended (SI 2008/1206 reg 6)."
    )


def _ended(approval: AmhpApproval, who: str, verb: str) -> str:
    when = "at the end of" if approval.end_cause == "term" else "on"
    return (
        f"The approval by {approval.council} ended {when} {long_day(approval.ended_on)}. {who} may no longer act under "
        f"it as an approved mental health professional. Ground: {CAUSES[approval.end_cause].lower()} "
        "(SI 2008/1206 reg 7)."
    )
