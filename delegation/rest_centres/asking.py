"""What the guard is asked before an act on a rest centre: the duty is the council's, the staffing a provider's."""

from dataclasses import replace

from delegation.authority import Question
from delegation.models import Account, Organisation, RestCentreOpening
from delegation.records import post_in, question_about
from delegation.schedule import FUNCTIONS

CENTRE = "rest_centre"
OPENING = "rest_centre_opening"
FUNCTION = "emergency_rest_centre"
# The hands of a provider at an open centre; everything else is the council's.
OF_THE_PROVIDER = frozenset({"record_rest_centre_attendance", "end_rest_centre_attendance"})


def centre_question(verb: str, by: Account, council: Organisation, ref: str = "") -> Question:
    """The question for an act on a centre of the plan."""
    return question_about(verb, by, council, subject_kind=CENTRE, subject=ref)


def opening_question(verb: str, by: Account, held: RestCentreOpening) -> Question:
    """The question for an act on an opening; whoever of the two sides is there counts the people."""
    asked = question_about(verb, by, held.council, subject_kind=OPENING, subject=held.ref)
    if verb in OF_THE_PROVIDER:
        return replace(asked, organisation_id=held.provider_id or 0)
    if verb == "record_people_received" and held.provider and post_in(by, held.provider, held.council):
        roles = FUNCTIONS[FUNCTION].provider_roles
        return replace(asked, side="provider", roles=roles, organisation_id=held.provider_id)
    return asked
