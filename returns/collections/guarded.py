"""Tells the guard's pages which act keeps the file of a return made out of our registers."""

from delegation.guarded import GuardedAct, tell_of_acts
from delegation.schedule import FUNCTIONS

VERB = "record_register_file"
# The whole council's people are in it, so it is the council's to make.
FUNCTION = "statutory_return_submission"

tell_of_acts([GuardedAct(verb=VERB, function=FUNCTION, side="council", roles=FUNCTIONS[FUNCTION].council_roles)])
