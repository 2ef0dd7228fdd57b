"""Charging: the council holds the policy, the provider works out with it, the council decides, tells and waives.

The power to charge is the council's and is never given (Care Act 2014 s.79(2)); the financial assessment may be. A
carer is never charged for the adult's care (s.14(3)); after-care under section 117 is never charged for.
Source: Care Act 2014 ss.14, 17, 69-70; SI 2014/2672.
"""
