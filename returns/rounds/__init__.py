"""The rounds of the statutory returns: collect, check, compile, review, sign off, submit, and resubmit with a reason.

The provider may do the first; only a post of the council that holds `statutory_return_submission` does the rest.
Source: Health and Social Care Act 2012 s.259 directions; the council's schedule of delegation.
"""
