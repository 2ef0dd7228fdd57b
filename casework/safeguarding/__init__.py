"""Safeguarding: from a concern to its closure, decided by the council alone.

A concern raised anywhere is the council's at once. The council decides on the three limbs of section 42(1), makes or
causes the enquiry, scrutinises what was found by other hands, decides the action, and closes with what the person
wanted at the start and said at the end. A provider logs, answers what it was asked, and enquires where the council
caused it; section 79(2)(d) keeps all else from it.
Source: Care Act 2014 ss.42, 79(2)(d); statutory guidance chapter 14.
"""
