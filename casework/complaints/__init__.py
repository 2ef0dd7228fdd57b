"""Complaints about adult social care: the first stage at the provider, the council seeing all and signing the response.

Source: Local Authority Social Services and National Health Service Complaints (England) Regulations 2009 (SI 2009/309)
regs 3 to 14 and 18; reg 6(1A) (SI 2009/1768) for functions discharged by arrangement with others: the council stays
the responsible body. Local Government Act 1974 Part III for the Ombudsman afterwards.
"""
