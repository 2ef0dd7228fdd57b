"""What the guard is asked before an act on a complaint: by whom it is handled decides the side."""

from dataclasses import replace

from casework.models import Complaint
from delegation.authority import Question
from delegation.models import Account, Organisation
from delegation.records import question_about
from delegation.schedule import FUNCTIONS

KIND = "complaint"
FUNCTION = "complaint_initial_handling"
# Reg 4(1)(a): the responsible person; the schedule names the Director, and whoever covers for them.
RESPONSIBLE_PERSON = frozenset({"dass"})
# Acts of whoever handles it; the others are the council's, whoever handles it.
OF_THE_HANDLER = frozenset(
    {
        "record_complaint",
        "acknowledge_complaint",
        "agree_complaint_plan",
        "agree_longer_complaint_period",
        "prepare_complaint_response",
    }
)


def question_at(verb: str, by: Account, council: Organisation, at: Organisation, ref: str = "") -> Question:
    """The question for an act of the organisation a complaint is with, the council or a provider."""
    asked = question_about(verb, by, council, subject_kind=KIND, subject=ref)
    if verb not in OF_THE_HANDLER or at == council:
        return asked
    return replace(asked, side="provider", roles=FUNCTIONS[FUNCTION].provider_roles, organisation_id=at.pk)


def question_of(verb: str, by: Account, held: Complaint) -> Question:
    """The question for an act on a complaint that is there."""
    return question_at(verb, by, held.council, held.handler, held.ref)
