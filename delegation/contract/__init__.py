"""The contract with a provider: due diligence before anything is given to it, the workforce and posts it must keep, and
what is measured. The 2014 plan calls it protecting social care; the law behind it is the council's own answer for what
others do for it (Care Act 2014 s.79(6); Local Authority Social Services Act 1970 s.6), the Procurement Act 2023 and the
council's contract rules.
"""
