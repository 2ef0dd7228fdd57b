"""Approved mental health professionals (AMHPs): approved, watched over, suspended and ended by the council alone.

Only a local social services authority approves, for five years, somebody of a profession of Sch 1 with a live
registration, never a medical practitioner, whom it finds competent in five areas; each approval year asks 18 hours of
training; the record is kept five years after the end.
Source: Mental Health Act 1983 s.114; SI 2008/1206, as amended by SI 2019/1094; kept by SI 2000/617 reg 6(a)(iv).
"""
