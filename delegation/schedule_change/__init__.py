"""Changing the schedule: a change is proposed, checked against the law as data, tried on the live data without changing
anything, decided by the Director (with Cabinet's reference where the scheme asks one), and in force from a day.

Source: Care Act 2014 s.79(4)-(6) (an authorisation is for a period, may be revoked, and what is done under it is the
council's); NHS Act 2006 s.75; the council's scheme of delegation. Running work is decided by the day of the act: what
was done before the day stands, what is asked after it is asked of the schedule as it then is.
"""
