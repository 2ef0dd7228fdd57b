"""What must never be found of verification, funding and brokerage: SQL that returns no row.

Written from the law and the design (Care Act 2014 ss.24-27; the council's scheme of delegation; PRODUCT "The way of
a plan"), not from the services. What SQL cannot compute is in `verification/walked_promises.py`.
"""

from verification.promises import course, hands, money, records

__all__ = ["course", "hands", "money", "records"]
