"""The Safeguarding Adults Board: the council must establish it, and the provider decides nothing of it.

Members, annual reports as published, and referrals for a safeguarding adults review with the decision on the criteria
of section 44(1) to (3) and the power of section 44(4). Section 79(2)(d) keeps all of it in the council.
Source: Care Act 2014 ss.43-45, 79(2)(d), Schedule 2.
"""
