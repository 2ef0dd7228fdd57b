"""Professional registration: what the guard asks of a hand on the day of an act, and what an AMHP's approval rests on.

The council alone records it, from the body's own register: a provider that recorded its people's registrations would
qualify its own hands (the schedule's condition on `dfg_necessary_appropriate`; Care Act 2014 s.79(6)).
"""
