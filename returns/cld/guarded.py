"""Tells the pages of authority which act on Client Level Data is guarded, and by which function."""

from delegation.guarded import GuardedAct, tell_of_acts
from delegation.schedule import FUNCTIONS

# The whole council's people are in the file, so it is the council's to make; a provider sends its own.
FUNCTION = "statutory_return_submission"
VERB = "record_cld_file"

tell_of_acts([GuardedAct(verb=VERB, function=FUNCTION, side="council", roles=FUNCTIONS[FUNCTION].council_roles)])
