"""Direct payments in force: asked for, decided, reviewed and ended, each from a package the council funded as one.

Care Act 2014 ss.31 to 33; SI 2014/2871. The terms (how much, how often, who manages it) are the plan's, and the money
is the council's funding decision. A provider that the council authorised may decide and review, but never where the
payment would buy its own care, or where nobody knows yet whose it would buy; to end a payment and to have money repaid
is decided by the council.
"""
