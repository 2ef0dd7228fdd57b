"""The evidence pack: what the council keeps, with its evidence, as files to hand to an inspection.

Source: Health and Social Care Act 2008 s.46A (assessment of local authorities); Care Act 2014 s.79(6); UK GDPR
Art 5(1)(c) (data minimisation), Art 4(5) (pseudonymisation).
"""
