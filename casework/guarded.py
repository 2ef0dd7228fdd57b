"""Tells the pages of authority which acts of the way of a plan each function guards."""

from casework.way import WAY
from delegation.guarded import GuardedAct, tell_of_acts

tell_of_acts(
    GuardedAct(verb=step.act, function=step.function, side=step.side, roles=step.roles) for step in WAY.values()
)
